/** `npm run simulate -- --networks 10 --seed 1 [--days 320] [--sync] [--platform …] [--transcript nl|en]`: a year. */
import { readFlags, sayHow } from '../../src/flags.ts'
import { countByRule, table } from './figures.ts'
import { Teller } from './transcript.ts'
import { liveYear, platformNames, wholeYear } from './year.ts'

/** As many broken rules as somebody reads. */
const mostShown = 20

const usage = `Say npm run simulate, and if you like -- --networks 10 --seed 1 --days ${wholeYear} --sync --platform ${platformNames.join('|')} --transcript nl|en`
const { values } = readFlags(usage, {
  options: {
    networks: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: String(wholeYear) },
    sync: { type: 'boolean', default: false },
    transcript: { type: 'string' },
    platform: { type: 'string' },
  },
})

const [networks, days] = [Number(values.networks), Number(values.days)]
const { transcript: language } = values
if (!Number.isInteger(networks) || networks < 1 || !Number.isInteger(days) || days < 30)
  sayHow('--networks takes a number from 1, --days one from 30')
if (language !== undefined && language !== 'nl' && language !== 'en') sayHow('--transcript takes nl or en')

const platform = platformNames.find((each) => each === values.platform)
if (values.platform !== undefined && !platform) sayHow(`--platform takes ${platformNames.join(', ')}`)

const write = (line: string) => void process.stdout.write(`${line}\n`)
const began = performance.now()
const { figures, broken } = await liveYear({
  networks,
  seed: values.seed,
  days,
  sync: values.sync,
  ...(platform && { platform }),
  ...(language && { followed: { language, follower: (zone) => new Teller(language, zone, write) } }),
})
write(`\n${table(figures, (performance.now() - began) / 1000)}`)
for (const [rule, count] of countByRule(broken)) write(`  ${rule.padEnd(25)}${String(count).padStart(12)}`)
for (const { network, moment, message } of broken.slice(0, mostShown))
  write(`\nnetwork ${network}, ${moment}\n  ${message}`)
if (broken.length > mostShown) write(`\n… and ${broken.length - mostShown} more`)
process.exitCode = broken.length > 0 ? 1 : 0
