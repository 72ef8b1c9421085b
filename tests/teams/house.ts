/** A whole bot behind Teams: the real features, road, sender, queue and lowdb, with a clock that the test moves. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { inProcessQueue } from '../../adapters/lowdb/queue.ts'
import { createBot } from '../../src/bot.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Change, State } from '../../src/contracts/store.ts'
import { features } from '../../src/features/registry.ts'
import { readHolidays, readLibrary } from '../../src/read-instruments.ts'
import { createRoad } from '../../src/road.ts'
import { createSender } from '../../src/sender.ts'
import { channel, client } from './client.ts'
import { textOf } from './look.ts'

const instruments = join(import.meta.dirname, '../../instruments')
const silent = { info: () => {}, warn: () => {}, error: () => {} }

export async function house(start: string) {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-'))
  const store = await openLowdbStore({ folder, log: silent })
  let now = new Date(start)
  let ids = 0
  const clock = { now: () => now }
  const road = createRoad({
    ...{ features, clock },
    library: await readLibrary(instruments),
    holidays: await readHolidays(instruments),
    newId: () => `id${++ids}`,
    random: () => 0.5,
  })
  const bot = createBot({ store, road, features, log: silent, count: () => {}, wake: () => {} })
  const teams = await client(bot.receive, { store, clock })
  const deliver = createSender({
    ...{ store, road, clock, log: silent, count: () => {} },
    adapters: new Map([[teams.adapter.platform, teams.adapter]]),
  })
  const queue = inProcessQueue({ store, clock, log: silent, interval: 3_600_000 })
  queue.start(async (id) => {
    await bot.occur(id)
    await deliver(id)
  })
  const networkId = async (): Promise<string> => {
    const [id] = await store.networksBy(`place:teams/${channel.tenant}/${channel.id}`)
    if (id === undefined) throw new Error('there is no network yet')
    return id
  }

  /** Lets go out what waits, with the time in between that Teams wants. */
  async function settle(): Promise<void> {
    for (let each = 0; each < 5; each += 1) {
      await queue.drain()
      now = new Date(now.getTime() + 2000)
    }
    await queue.drain()
  }

  return {
    ...teams,
    settle,
    state: async (): Promise<State> => store.read(await networkId()),
    async change(...changes: Change[]): Promise<void> {
      await store.transact(await networkId(), (state) => road.settle(state, changes, undefined))
      await settle()
    },
    async at(moment: string): Promise<void> {
      now = new Date(moment)
      await settle()
    },
    seen: (where: Place): string => teams.cardsIn(where).map(textOf).join('\n---\n'),
    /** What the dialog of this person says now. */
    open: (by: Account): string => textOf(teams.windows.get(by.user)?.card),
    async close(): Promise<void> {
      await queue.stop()
      await teams.close()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

export type House = Awaited<ReturnType<typeof house>>
