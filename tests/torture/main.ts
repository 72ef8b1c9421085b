/** `npm run torture -- [--full] [--only <words>] [--on <store or platform>]`: everything that can go wrong, as a table. */
import { readFlags, sayHow } from '../../src/flags.ts'
import setup from '../support/postgres.setup.ts'
import { weathers } from './all.ts'

const usage =
  'Say npm run torture, and if you like -- --full --only <part of the name of a weather> --on <part of a store or platform>'
const { values } = readFlags(usage, {
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    on: { type: 'string', default: '' },
  },
})

const size = values.full ? 'full' : 'usual'
const chosen = weathers.filter(({ name, on }) => name.includes(values.only) && on.includes(values.on))
if (chosen.length === 0)
  sayHow(`There is no such weather. There are: ${weathers.map(({ name }) => name).join(', ')}`)

const row = (name: string, on: string, tried: string, lost: string, seconds: string, note: string) =>
  process.stdout.write(
    `${name.padEnd(46)}${on.padEnd(12)}${tried.padStart(9)}${lost.padStart(7)}${seconds.padStart(9)}  ${note}\n`,
  )

const tearDown = setup()
// Whoever has seen enough leaves no database behind; the bots end by themselves with their parent.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    tearDown()
    process.exit(1)
  })
let bad = 0
row('weather', 'on', 'tried', 'lost', 'seconds', '')
try {
  for (const { name, on, sizes, run } of chosen) {
    const began = performance.now()
    const {
      tried,
      lost,
      note = '',
    } = await run(sizes[size]).catch((error: unknown) => ({
      ...{ tried: 0, lost: 0, note: `broke off: ${error}` },
    }))
    if (lost > 0 || tried === 0) bad += 1
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    row(name, on, tried.toLocaleString('en'), lost.toLocaleString('en'), seconds, note)
  }
} finally {
  tearDown()
}
process.stdout.write(bad === 0 ? '\nnothing lost\n' : `\n${bad} of ${chosen.length} lost something\n`)
process.exitCode = bad === 0 ? 0 : 1
