/**
 * `npm run bench -- [--only <name>] [--quick | --full] [--profile <folder>]`: the table of speed, each figure
 * against its bare counterpart in the same run. Trust the ratios; the rest is this machine at this moment.
 */
import { readFlags, sayHow } from '../../src/flags.ts'
import setup from '../support/postgres.setup.ts'
import { slackAnswers, teamsAnswers } from './answers.ts'
import { cost } from './cost.ts'
import { type Line, sizes, writeLine } from './figure.ts'
import { scale } from './scale.ts'
import { starting } from './start.ts'
import { monthSummaries } from './summaries.ts'
import { schoolYear } from './year.ts'

const usage =
  'Say npm run bench, and if you like -- --only <part of the name of a figure> --quick or --full --profile <folder>'
const { values } = readFlags(usage, {
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
  sayHow(`There is no such figure. There are: ${figures.map(({ name }) => name).join(', ')}`)

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
