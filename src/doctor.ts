/**
 * `npm run doctor`: says what is right and what is wrong about this installation. It changes nothing in
 * what is kept.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dateOf } from './calendar/calendar.ts'
import { endsSoon } from './calendar/holidays.ts'
import { type Config, readConfig } from './config.ts'
import type { Finding } from './contracts/check.ts'
import { CodedError } from './contracts/errors.ts'
import { readFlags } from './flags.ts'
import { openKeeping } from './keeping.ts'
import { usualZone } from './network/network.ts'
import { readHolidays, readLibrary } from './read-instruments.ts'

const project = join(import.meta.dirname, '..')
const clock = { now: () => new Date() }

const good = (text: string): Finding => ({ good: true, text })
const bad = (text: string): Finding => ({ good: false, text })

/** What a check refuses with a sentence for people becomes a finding. */
async function findings(check: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await check()
  } catch (error) {
    return [bad(error instanceof CodedError ? error.message : String(error))]
  }
}

async function questions(): Promise<readonly Finding[]> {
  const folder = join(project, 'instruments')
  const { instruments } = await readLibrary(folder)
  const holidays = await readHolidays(folder)
  const about = `school holidays known until ${holidays.until}, last confirmed on ${holidays.confirmed}`
  return [
    good(`${instruments.size} questionnaires are in order.`),
    endsSoon(holidays, clock.now())
      ? bad(`The ${about}. Add the new school year to instruments/calendars/nl.yaml.`)
      : good(`The calendar is in order: ${about}. Today is ${dateOf(clock.now(), usualZone)}.`),
  ]
}

/** The status that an address answers with; `undefined`: nobody answers. */
async function statusOf(url: string): Promise<number | undefined> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).status
  } catch {
    return undefined
  }
}

async function running({ host, port, publicUrl }: Config): Promise<readonly Finding[]> {
  const address = host.includes(':') ? `[${host}]` : host
  const here = await statusOf(`http://${address}:${port}/readyz`)
  if (here === undefined) return [good(`Nothing runs on port ${port} now.`)]
  const found = [
    here === 200
      ? good(`Dubbelloop runs on port ${port}.`)
      : bad(`What runs on port ${port} is not ready (${here}). Its log says why.`),
  ]
  if (!publicUrl) return found
  const outside = await statusOf(new URL('/healthz', publicUrl).href)
  return [
    ...found,
    outside === 200
      ? good(`It can be reached at ${publicUrl}.`)
      : bad(`It cannot be reached at ${publicUrl}. Check PUBLIC_URL and what stands in front of the bot.`),
  ]
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const beforeStart = {
  empty: 'The database is still empty; the first start makes its tables.',
  older: 'The database is of an earlier version; the next start brings it up to date.',
}

/** A folder that a running bot uses is as it should be; a database may be used by several. */
async function kept(config: Config): Promise<readonly Finding[]> {
  const { dataDir, databaseUrl, host, port } = config
  const where = databaseUrl ? 'The database' : dataDir
  if (!databaseUrl && !existsSync(dataDir))
    return [good(`${dataDir} is not there yet; the first start makes it.`)]
  if (!databaseUrl && (await statusOf(`http://${host}:${port}/healthz`)) === 200)
    return [good(`${dataDir} is in use by the bot that runs now.`)]
  if (databaseUrl) {
    const found = await (await import('../adapters/postgres/index.ts')).rehearseStart(databaseUrl)
    if (found !== 'ready') return [good(beforeStart[found])]
  }
  const { store } = await openKeeping(config, silent)
  const ready = await store.ready()
  await store.close()
  return [
    ready
      ? good(`${where} is in order and can be written.`)
      : bad(`${where} cannot be written now. Is the disk full?`),
  ]
}

async function platforms({ slack, teams, playground }: Config): Promise<readonly Finding[]> {
  const found: Finding[] = playground
    ? [good('No platform is set: the playground, on this computer only.')]
    : []
  if (slack) found.push(...(await (await import('../adapters/slack/check.ts')).checkSlack(slack)))
  if (teams) found.push(...(await (await import('../adapters/teams/check.ts')).checkTeams(teams, clock)))
  return found
}

async function examine(): Promise<readonly Finding[]> {
  const all = [good(`Node ${process.versions.node}.`), ...(await findings(questions))]
  let config: Config
  try {
    config = readConfig(process.env)
  } catch (error) {
    return [...all, bad(error instanceof CodedError ? error.message : String(error))]
  }
  all.push(good('The settings are in order.'))
  for (const check of [kept, platforms, running]) all.push(...(await findings(() => check(config))))
  return all
}

readFlags('Say npm run doctor: it takes no more than that, and looks at the settings of the bot.', {})
const all = await examine()
for (const { good: fine, text } of all) process.stdout.write(`${fine ? 'ok ' : '!! '} ${text}\n`)
const wrong = all.filter(({ good: fine }) => !fine).length
process.stdout.write(wrong === 0 ? '\nAll is well.\n' : `\n${wrong} to look at.\n`)
process.exitCode = wrong === 0 ? 0 : 1
