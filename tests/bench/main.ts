/**
 * `npm run bench -- [--only <name>] [--quick | --full] [--profile <folder>]`: the table of speed, each figure
 * against its bare counterpart in the same run. Trust the ratios; the rest is this machine at this moment.
 */
import { parseArgs } from 'node:util'
import setup from '../support/postgres.setup.ts'
import { slackAnswers, teamsAnswers } from './answers.ts'
import { cost } from './cost.ts'
import { type Line, sizes, writeLine } from './figure.ts'
import { scale } from './scale.ts'
import { starting } from './start.ts'
import { monthSummaries } from './summaries.ts'
import { schoolYear } from './year.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})

const figures = [slackAnswers, teamsAnswers, cost, scale, monthSummaries, starting, schoolYear]
const chosen = figures.filter(({ name }) => name.includes(values.only))
if (chosen.length === 0)
  throw new Error(`there is no such figure; there are: ${figures.map(({ name }) => name).join(', ')}`)

const size = values.full ? sizes.full : values.quick ? sizes.quick : sizes.usual
const lines: Line[] = []
const tell = (line: Line): void => {
  lines.push(line)
  process.stdout.write(`${writeLine(line)}\n`)
}

const tearDown = setup()
process.stdout.write(`${'figure'.padEnd(62)}${'measured'.padStart(9)}  ${'target'.padEnd(18)}\n`)
try {
  for (const { measure } of chosen) await measure(size, tell)
} finally {
  tearDown()
}
const missed = lines.filter(({ met }) => !met)
process.stdout.write(`\n${missed.length === 0 ? 'all targets met' : `${missed.length} missed`}\n`)
process.exitCode = missed.length === 0 ? 0 : 1
