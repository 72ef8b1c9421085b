/** A whole bot that lives in Slack: the real features, road, sender, queue and adapter, with a clock the test moves. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { inProcessQueue } from '../../adapters/lowdb/queue.ts'
import type { SlackConfig } from '../../adapters/slack/index.ts'
import { createBot } from '../../src/bot.ts'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Store } from '../../src/contracts/store.ts'
import { features } from '../../src/features/registry.ts'
import { readHolidays, readLibrary } from '../../src/read-instruments.ts'
import { createRoad } from '../../src/road.ts'
import { createSender } from '../../src/sender.ts'
import { memoryStore } from '../web/memory-store.ts'
import { type RunningBot, slackBot } from './bot.ts'
import type { Person as Somebody } from './people.ts'
import { overHttp, type Person, person } from './person.ts'
import { wordsOf } from './sight.ts'
import { standIn } from './standin.ts'

const instruments = join(import.meta.dirname, '../../instruments')
const readings = await Promise.all([readLibrary(instruments), readHolidays(instruments)])

export const channel = 'C0EXAMPLE'
/** Monday 16 November 2026, 10:00 in Amsterdam. */
export const beginning = '2026-11-16T09:00:00Z'

export interface Whole extends RunningBot {
  readonly store: Store
  readonly heard: readonly Incoming[]
  of(user: string): Person
  /** Lets what is due happen, and everybody see it. */
  settle(): Promise<void>
  /** Lets time pass, with everything that is due on its way at its own moment. */
  live(until: string): Promise<void>
  /** All words that somebody sees in a place. */
  reads(user: string, place: string): string
}

/** With these people in the workspace; absent: the six of `people.ts`. */
export async function wholeBot(
  config: Partial<SlackConfig> = {},
  people?: readonly Somebody[],
): Promise<Whole> {
  const [library, holidays] = readings
  const store = memoryStore()
  let now = new Date(beginning)
  const clock = { now: () => now }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  let ids = 0
  const road = createRoad({
    ...{ features, library, holidays, clock },
    newId: () => `id${++ids}`,
    random: () => 0.5,
  })
  const queue = inProcessQueue({ store, clock, log, interval: 0 })
  const core = createBot({ store, road, features, log, wake: () => {}, count: () => {} })
  const heard: Incoming[] = []
  const slack = people && (await standIn(people))
  const bot = await slackBot(
    (incoming) => {
      heard.push(incoming)
      return core.receive(incoming)
    },
    { store, clock, config, ...(slack && { slack }) },
  )
  const adapters = new Map([['slack', bot.adapter]])
  const deliver = createSender({ store, road, clock, log, adapters, count: () => {} })
  queue.start(async (network) => {
    await core.occur(network)
    await deliver(network)
  })
  onTestFinished(async () => {
    await queue.stop()
    await bot.close()
    await slack?.close()
  })
  const of = (user: string) => person(bot, user, overHttp(bot))
  const settle = async () => {
    await queue.drain()
    await bot.adapter.settled()
  }
  return {
    ...bot,
    ...{ store, heard, of, settle },
    async live(until) {
      for (;;) {
        const next = await store.nextDue()
        if (next === undefined || new Date(next) > new Date(until)) break
        now = new Date(Math.max(now.getTime(), Date.parse(next)))
        await settle()
        if ((await store.nextDue()) === next) break
      }
      now = new Date(until)
      await settle()
    },
    reads: (user, place) =>
      of(user)
        .sees(place)
        .map(({ blocks }) => wordsOf(blocks))
        .join('\n'),
  }
}
