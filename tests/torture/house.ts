/** A whole bot on any store: the real features, road, queue and sender, with somebody else's clock and platform. */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { Files } from '../../adapters/lowdb/files.ts'
import { inProcessQueue, openLowdbStore } from '../../adapters/lowdb/index.ts'
import { createBot } from '../../src/bot.ts'
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Queue } from '../../src/contracts/queue.ts'
import type { Store } from '../../src/contracts/store.ts'
import type { Feature } from '../../src/features/feature.ts'
import { features } from '../../src/features/registry.ts'
import { readHolidays, readLibrary } from '../../src/read-instruments.ts'
import { createRoad, type Road } from '../../src/road.ts'
import { createSender } from '../../src/sender.ts'

/** Where a house stands. */
export type Ground =
  | { readonly kind: 'lowdb'; readonly folder: string; readonly files?: Files }
  | { readonly kind: 'postgres'; readonly url: string }

export interface HouseParts {
  readonly ground: Ground
  readonly clock: Clock
  /** Made once the store is there, because some keep things in it. */
  adapters(store: Store): readonly ChatAdapter[]
  /** How often the queue looks by itself; 0, as usual: only `drain` makes it work. */
  readonly interval?: number
  /** The features as somebody watches them. */
  readonly watched?: readonly Feature[]
  readonly random?: () => number
  readonly log?: Log
}

export interface House {
  readonly store: Store
  readonly road: Road
  readonly receive: Receive
  drain(): Promise<void>
  stop(): Promise<void>
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const newId = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
const instruments = join(import.meta.dirname, '../../instruments')
const readings = Promise.all([readLibrary(instruments), readHolidays(instruments)])
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

export async function openHouse(parts: HouseParts): Promise<House> {
  const { ground, clock, adapters, interval = 0, watched = features, random = Math.random } = parts
  const log = parts.log ?? silent
  const [library, holidays] = await readings
  const { store, queue } = await openGround(ground, clock, interval, log)
  const road = createRoad({ features: watched, library, holidays, clock, newId, random })
  const count = () => undefined
  const wake = interval > 0 ? queue.wake : () => undefined
  const bot = createBot({ store, road, features: watched, log, count, wake })
  const chats = new Map(adapters(store).map((each) => [each.platform, each]))
  const deliver = createSender({ store, road, clock, log, count, adapters: chats })
  queue.start(async (network) => {
    await bot.occur(network)
    await deliver(network)
  })
  return {
    ...{ store, road, receive: bot.receive, drain: queue.drain },
    async stop() {
      await queue.stop()
      await store.close()
    },
  }
}

async function openGround(
  ground: Ground,
  clock: Clock,
  interval: number,
  log: Log,
): Promise<{ store: Store; queue: Queue }> {
  if (ground.kind === 'lowdb') {
    const store = await openLowdbStore(ground)
    return { store, queue: inProcessQueue({ store, clock, log, interval }) }
  }
  // Loaded only where it is used, so that the others start fast.
  const { openPostgresQueue, openPostgresStore } = await import('../../adapters/postgres/index.ts')
  const store = await openPostgresStore({ url: ground.url, log })
  return { store, queue: await openPostgresQueue({ url: ground.url, store, clock, log, interval }) }
}
