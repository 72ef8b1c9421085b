/** Several processes on one database through a school year, killed at any moment: everything comes up exactly once. */
import { setTimeout as wait } from 'node:timers/promises'
import { openPostgresStore } from '../../adapters/postgres/index.ts'
import type { Store } from '../../src/contracts/store.ts'
import { parcels } from '../../src/network/parcel.ts'
import { Disk } from '../lowdb/disk.ts'
import { folder } from '../lowdb/make.ts'
import { buttonsOf } from '../support/look.ts'
import { Child, Ended, Platform } from './children.ts'
import { onGround } from './ground.ts'
import { answerOf, type Group, groupOf, seedGroup } from './group.ts'
import { openHouse } from './house.ts'
import { chatOn } from './platform.ts'
import { cameUp, watched } from './watch.ts'
import { chanceOf, type Outcome, pick, type Weather } from './weather.ts'

const day = 86_400_000
const begin = Date.parse('2026-08-31T06:00:00Z')

/** How often, when a moment has come, one of the processes does not live through it. */
const deadly = 0.15

/** Meetings in the afternoon, each group in a rhythm of its own. */
const startsOf = (index: number, days: number): readonly Date[] => {
  const every = [14, 28, 21, 7][index % 4] ?? 14
  const count = Math.floor(days / every)
  const first = Date.parse('2026-09-07T13:30:00Z') + (index % 5) * day
  return Array.from({ length: count }, (_, n) => new Date(first + n * every * day))
}

/** Who lives through the year: one house, or several processes. */
interface Life {
  readonly store: Pick<Store, 'read' | 'nextDue'>
  seed(group: Group, starts: readonly Date[]): Promise<void>
  /** Lets everything happen that is due by this moment. */
  at(moment: Date): Promise<void>
  hear(incoming: ReturnType<typeof answerOf>): Promise<void>
}

/** What came up, by group; and how many messages were sent or are known to be unsure. */
interface Lived {
  readonly counts: ReadonlyMap<string, number>
  readonly sent: number
  readonly unsure: number
}

async function live(life: Life, platform: Platform, groups: readonly Group[], days: number): Promise<Lived> {
  for (const [index, group] of groups.entries()) await life.seed(group, startsOf(index, days))
  const end = begin + days * day
  let [now, seen] = [begin, 0]
  for (;;) {
    const next = await life.store.nextDue()
    if (next === undefined || Date.parse(next) > end) break
    now = Math.max(now, Date.parse(next))
    await life.at(new Date(now))
    // Whoever is invited answers, all but one.
    for (const { message, place } of platform.sent.slice(seen)) {
      const group = groups.find(({ channel }) => channel.id === place.id)
      const ref = buttonsOf(message).find((button) => button.ref.includes('/evaluation/answer/'))?.ref
      if (!group || !ref) continue
      for (const user of group.people.slice(1))
        await life.hear(answerOf(group, user, ref, 0, `words of ${user}`))
    }
    seen = platform.sent.length
  }
  const counts = new Map<string, number>()
  let unsure = 0
  for (const { id } of groups) {
    const state = await life.store.read(id)
    // What is about a round has its id in it, which is another one each time.
    const known = new Set(state.all('meeting').keys())
    for (const [name, count] of cameUp(state)) {
      const [what = '', about = ''] = name.split(' ')
      const key = `${id} ${what} ${known.has(about) ? about : ''}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (count > 1) counts.set(`${key} twice`, count)
    }
    const arrived = new Set(platform.sent.map((parcel) => parcel.id))
    unsure += parcels.all(state).filter((each) => each.state === 'unknown' && !arrived.has(each.id)).length
  }
  return { counts, sent: new Set(platform.sent.map(({ id }) => id)).size, unsure }
}

/** The same year in one process that nothing happens to. */
async function quietYear(groups: readonly Group[], days: number): Promise<Lived> {
  const clock = { at: new Date(begin) }
  const platform = new Platform()
  const house = await openHouse({
    ground: { kind: 'lowdb', folder, files: new Disk() },
    clock: { now: () => clock.at },
    adapters: () => [chatOn(platform)],
    watched,
  })
  const life: Life = {
    store: house.store,
    seed: (group, starts) => seedGroup(house.store, house.road, group, starts),
    async at(moment) {
      clock.at = moment
      await house.drain()
    },
    hear: async (incoming) => void (await house.receive(incoming)),
  }
  const lived = await live(life, platform, groups, days)
  await house.stop()
  return lived
}

/** Some processes, of which any may die and is replaced by a new one. */
class Crew {
  readonly #platform: Platform
  readonly #url: string
  readonly #chance: () => number
  readonly #children: Child[]
  #now = new Date(begin)
  killed = 0

  constructor(url: string, size: number, platform: Platform, chance: () => number) {
    this.#url = url
    this.#platform = platform
    this.#chance = chance
    this.#children = Array.from({ length: size }, () => this.#born())
  }

  #born(): Child {
    const ground = { kind: 'postgres', url: this.#url } as const
    return new Child({ ground, now: this.#now.toISOString(), interval: 0, watched: true }, this.#platform)
  }

  ready = () => Promise.all(this.#children.map((child) => child.ready))

  any = (): Child => pick(this.#chance, this.#children)

  /** All of them work at once; one may be killed in the middle of it, and then the others finish what is left. */
  async at(moment: Date, isDone: () => Promise<boolean>): Promise<void> {
    this.#now = moment
    do {
      const working = this.#children.map((child) =>
        child.drain(moment).catch((error: unknown) => {
          if (!(error instanceof Ended)) throw error
        }),
      )
      if (this.#chance() < deadly) await this.#killOne()
      await Promise.all(working)
    } while (!(await isDone()))
  }

  async #killOne(): Promise<void> {
    const index = Math.floor(this.#chance() * this.#children.length)
    await wait(this.#chance() * 40)
    await this.#children[index]?.kill()
    this.killed += 1
    this.#children[index] = this.#born()
    await this.#children[index]?.ready
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map((child) => child.stop()))
  }
}

async function wildYear(size: number, groups: readonly Group[], days: number): Promise<Outcome> {
  return onGround('postgres', async (ground) => {
    if (ground.kind !== 'postgres') throw new Error('several processes need a database')
    const chance = chanceOf(20_261_130)
    const platform = new Platform()
    const store = await openPostgresStore({ url: ground.url })
    const crew = new Crew(ground.url, size, platform, chance)
    await crew.ready()
    const life: Life = {
      store,
      seed: (group, starts) => crew.any().seed(group, starts),
      at: (moment) => crew.at(moment, async () => (await store.due(moment.toISOString())).length === 0),
      async hear(incoming) {
        await crew.any().hear(incoming)
      },
    }
    const wild = await live(life, platform, groups, days)
    await crew.stop()
    await store.close()
    const quiet = await quietYear(groups, days)
    const names = new Set([...quiet.counts.keys(), ...wild.counts.keys()])
    const wrong = [...names].filter((name) => quiet.counts.get(name) !== wild.counts.get(name)).length
    const doubled = platform.doubled()
    const missed = Math.abs(wild.sent + wild.unsure - quiet.sent)
    return {
      tried: [...wild.counts.values()].reduce((sum, count) => sum + count, 0),
      lost: wrong + doubled + missed,
      note: [
        `occurrences of ${groups.length} networks in ${days} days`,
        `${crew.killed} kills`,
        `${wild.sent} messages, ${wild.unsure} known to be unsure`,
      ].join(', '),
    }
  })
}

/** Days of it. */
export const year = (processes: number): Weather => ({
  name: `a year, ${processes} processes killed at random`,
  on: 'postgres',
  sizes: { test: processes === 2 ? 16 : 0, usual: 60, full: 320 },
  run: (days) =>
    wildYear(
      processes,
      Array.from({ length: Math.max(2, Math.ceil(days / 27)) }, (_, n) => groupOf(`n${n}`, 7)),
      days,
    ),
})
