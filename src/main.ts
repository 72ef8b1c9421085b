/** Wiring: the only file that sees everything. Starts what the environment asks for, and stops it in order. */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import pino from 'pino'
import { startServer } from '../adapters/http/index.ts'
import { createBot } from './bot.ts'
import { endsSoon } from './calendar/holidays.ts'
import { type Config, readConfig } from './config.ts'
import type { ChatAdapter, Receive } from './contracts/chat.ts'
import type { Clock } from './contracts/clock.ts'
import { CodedError } from './contracts/errors.ts'
import type { Log } from './contracts/log.ts'
import type { Pictures } from './contracts/message.ts'
import type { Store } from './contracts/store.ts'
import { features } from './features/registry.ts'
import { createFigures } from './figures.ts'
import { openKeeping } from './keeping.ts'
import type { Picture } from './network/picture.ts'
import { createPictures } from './pictures.ts'
import { openPlayground, playgroundTime } from './playground-start.ts'
import { readFonts } from './read-fonts.ts'
import { readHolidays, readLibrary } from './read-instruments.ts'
import { createRoad } from './road.ts'
import { createSender } from './sender.ts'

const project = join(import.meta.dirname, '..')
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const newId = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')

/** What draws takes a third of a second and 60 MB: it comes when the first picture is asked for. */
async function loadDrawing() {
  const [{ drawPicture }, fonts] = await Promise.all([import('./picture/draw.ts'), readFonts()])
  return (picture: Picture) => drawPicture(picture, fonts)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log: Log = pino({ level: config.logLevel })
  const library = await readLibrary(join(project, 'instruments'))
  const holidays = await readHolidays(join(project, 'instruments'))
  const { store, openQueue } = await openKeeping(config, log)
  const time = config.playground ? await playgroundTime(store, holidays, new Date()) : undefined
  const clock: Clock = time?.clock ?? { now: () => new Date() }
  const road = createRoad({ features, library, holidays, clock, newId, random: Math.random })
  const figures = createFigures()
  const queue = await openQueue(clock)
  const bot = createBot({ store, road, features, log, count: figures.count, wake: queue.wake })
  const parts = {
    receive: bot.receive,
    store,
    clock,
    log,
    pictures: createPictures({ store, load: loadDrawing }),
  }
  const playground = time && openPlayground(time, { ...parts, road, queue })
  const adapters = await openAdapters(config, parts, playground?.adapter)
  const deliver = createSender({ store, road, clock, log, count: figures.count, adapters })
  queue.start(async (network) => {
    // What was decided goes out, also where the plan cannot go on.
    await bot.occur(network).finally(() => deliver(network))
  })
  await playground?.begin()
  const doors = [...adapters.values()]
  const server = await startServer({
    host: config.host,
    port: config.port,
    routes: doors.flatMap(({ routes }) => routes),
    log,
    // One platform that is away is no reason to shut the others out.
    ready: async () => doors.some(({ ready }) => ready?.() ?? true) && (await store.ready()),
    figures: figures.text,
  })
  for (const adapter of doors) await adapter.start?.()
  stopWhenTold(async () => {
    for (const adapter of doors) await adapter.stop?.()
    await server.close()
    await queue.stop()
    await store.close()
  })
  if (endsSoon(holidays, new Date()))
    log.warn(
      { until: holidays.until },
      'the school holidays in instruments/calendars end soon: add the new year',
    )
  log.info({ port: server.port }, 'listening')
  if (playground)
    process.stdout.write(
      `Dubbelloop is ready: open http://${config.host}:${server.port}/ (Ctrl+C stops it)\n`,
    )
}

interface Parts {
  readonly receive: Receive
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly pictures: Pictures
}

/** A platform's library is loaded only where it is used: together they take half a second and 40 MB. */
async function openAdapters(
  { slack, teams }: Config,
  parts: Parts,
  web: ChatAdapter | undefined,
): Promise<ReadonlyMap<string, ChatAdapter>> {
  const adapters = new Map<string, ChatAdapter>()
  if (web) adapters.set(web.platform, web)
  if (slack) {
    const { slackAdapter } = await import('../adapters/slack/index.ts')
    adapters.set('slack', slackAdapter({ ...parts, config: slack }))
  }
  if (teams) {
    const { teamsAdapter } = await import('../adapters/teams/index.ts')
    adapters.set('teams', teamsAdapter({ ...parts, config: teams }))
  }
  return adapters
}

/** In order and once, however often it is told. */
function stopWhenTold(close: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (process.env.npm_lifecycle_event === 'start') onceAlone(stop)
}

/** npm passes a signal on to its shell and no further, so whoever stops npm leaves this process without a parent. */
function onceAlone(stop: () => Promise<void>): void {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || stop(), 500).unref()
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CodedError ? error.message : error}\n`)
  process.exit(1)
})
