/** The real bot on a real store, with an ear at every occurrence and every commit, that can go down and come back. */
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { inProcessQueue } from '../../adapters/lowdb/queue.ts'
import { createBot } from '../../src/bot.ts'
import type { Holidays } from '../../src/calendar/holidays.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Change, Store } from '../../src/contracts/store.ts'
import type { Feature, World } from '../../src/features/feature.ts'
import { features } from '../../src/features/registry.ts'
import type { Library } from '../../src/instrument/library.ts'
import { createRoad, type Road } from '../../src/road.ts'
import { createSender } from '../../src/sender.ts'
import type { Chance } from './chance.ts'
import type { Door, Opened } from './doors/door.ts'
import { unsynced } from './files.ts'
import type { Cause } from './rules/seen.ts'

export interface HouseParts {
  readonly folder: string
  /** Leaves syncing on. */
  readonly sync: boolean
  readonly clock: Clock
  readonly chance: Chance
  readonly door: Door
  readonly log: Log
  readonly holidays: Holidays
  readonly library: Library
  /** What was decided, and by which occurrence; without one: by what somebody did. */
  commits(world: World, changes: readonly Change[], cause: Cause | undefined): void
}

/** A running bot; `stop` leaves its folder for the next one. */
export interface House {
  readonly store: Store
  readonly hear: Opened['hear']
  drain(): Promise<void>
  stop(): Promise<void>
}

export type Open = () => Promise<House>

export function houseOf(parts: HouseParts): Open {
  const { folder, sync, clock, chance, door, log, holidays, library } = parts
  let ids = 0
  let cause: Cause | undefined
  const listened = features.map((feature) =>
    listen(feature, (heard) => {
      cause = heard
    }),
  )
  const made = createRoad({
    features: listened,
    library,
    holidays,
    clock,
    newId: () => `id${++ids}`,
    random: chance.next,
  })
  const road: Road = {
    ...made,
    // A handler and its commit are one breath: nothing comes between them.
    commit(world, outcome, key, result) {
      const decision = made.commit(world, outcome, key, result)
      parts.commits(world, decision.changes, cause)
      cause = undefined
      return decision
    },
    // What is put off did not happen.
    settle(state, changes, result) {
      cause = undefined
      return made.settle(state, changes, result)
    },
  }

  return async () => {
    const store = await openLowdbStore({ folder, log, ...(sync ? {} : { files: unsynced }) })
    const queue = inProcessQueue({ store, clock, log, interval: 0 })
    const bot = createBot({
      store,
      road,
      features: listened,
      log,
      count: () => undefined,
      wake: () => undefined,
    })
    const { adapter, hear, stop } = await door.open({ receive: bot.receive, store, clock, log })
    const adapters = new Map([[adapter.platform, adapter]])
    const deliver = createSender({ store, road, clock, log, count: () => undefined, adapters })
    // One network after another, so that a seed always gives the same year.
    let turn: Promise<void> = Promise.resolve()
    queue.start((network) => {
      const work = turn.then(async () => {
        await bot.occur(network)
        await deliver(network)
      })
      turn = work.catch(() => undefined)
      return work
    })
    return {
      store,
      hear,
      drain: queue.drain,
      async stop() {
        await stop()
        await queue.stop()
        await store.close()
      },
    }
  }
}

function listen(feature: Feature, hear: (cause: Cause) => void): Feature {
  if (!feature.occurrences) return feature
  const occurrences = Object.fromEntries(
    Object.entries(feature.occurrences).map(([kind, handle]) => [
      kind,
      (world: World, about: string) => {
        hear({ feature: feature.name, kind, about })
        return handle(world, about)
      },
    ]),
  )
  return { ...feature, occurrences }
}
