/** A process dies at each step between the commit, the sending and the mark that it arrived, on each platform. */
import type { ChatAdapter } from '../../src/contracts/chat.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { parcels } from '../../src/network/parcel.ts'
import { Disk } from '../lowdb/disk.ts'
import { folder } from '../lowdb/make.ts'
import { buttonsOf } from '../support/look.ts'
import { type Door, doors } from './doors.ts'
import { type Group, monday, pressOf, sayOf, seedGroup } from './group.ts'
import { type House, openHouse } from './house.ts'
import { chanceOf, type Outcome, type Weather } from './weather.ts'

/** Never comes back: what a process that died does for whoever waited for it. */
const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

/** Counts the steps and stops the process at one of them. */
class Fate {
  readonly #at: number
  readonly #died = Promise.withResolvers<void>()
  #steps = 0

  constructor(at: number) {
    this.#at = at
  }

  get died(): Promise<void> {
    return this.#died.promise
  }

  step(): Promise<void> | undefined {
    this.#steps += 1
    if (this.#steps < this.#at) return undefined
    this.#died.resolve()
    return never()
  }
}

/** The platform's own adapter, where the process may die just before and just after something was sent. */
const mortal = (adapter: ChatAdapter, fate: Fate): ChatAdapter => ({
  ...adapter,
  async send(parcel) {
    await fate.step()
    const address = await adapter.send(parcel)
    await fate.step()
    return address
  },
})

interface Clock {
  at: Date
}

const open = (disk: Disk, door: Door, clock: Clock, fate?: Fate): Promise<House> =>
  openHouse({
    ground: { kind: 'lowdb', folder, files: disk },
    clock: { now: () => clock.at },
    adapters: (store) => {
      const adapter = door.adapter(store, { now: () => clock.at })
      return [fate ? mortal(adapter, fate) : adapter]
    },
  })

/** Some platforms want time in between. */
async function settle(house: House, clock: Clock): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await house.drain()
    clock.at = new Date(clock.at.getTime() + 2000)
  }
}

/** The button with which the teamleider has sent again what may not have arrived. */
async function sendAgain({ receive }: House, group: Group): Promise<string | undefined> {
  const [lead = ''] = group.people
  const reply: Reply = await receive(sayOf(group, lead, 'open'))
  const all = reply.kind === 'word' ? buttonsOf(reply.message) : []
  return all.find(({ ref }) => ref.includes('/delivery/again'))?.ref
}

/** What is wrong after the process died at this step and another one took over; `undefined`: it did not get there. */
async function dieAt(step: number, door: Door, after: (disk: Disk) => Disk): Promise<number | undefined> {
  const disk = new Disk()
  const clock = { at: monday }
  const { group } = door
  const begun = await open(disk, door, clock)
  await seedGroup(begun.store, begun.road, group)
  await door.prepare(begun.store)
  await begun.stop()

  const fate = new Fate(step)
  const house = await open(disk, door, clock, fate)
  disk.before = () => fate.step()
  const ended = await Promise.race([house.drain().then(() => true), fate.died.then(() => false)])
  if (ended) return undefined

  const back = await open(after(disk), door, clock)
  await settle(back, clock)
  const shown = await door.shown(back.store)
  const unknown = parcels
    .all(await back.store.read(group.id))
    .filter(({ state }) => state === 'unknown').length
  const button = await sendAgain(back, group)
  let wrong = shown > 1 ? 1 : 0
  // Nothing silently lost: it stands there, or the teamleider sees that it may not.
  if (shown + unknown === 0) wrong += 1
  if (unknown > 0 !== (button !== undefined)) wrong += 1
  if (door.repeatable && (shown !== 1 || unknown > 0)) wrong += 1
  if (shown === 0 && button !== undefined) {
    await back.receive(pressOf(group, group.people[0] ?? '', button))
    await settle(back, clock)
    if ((await door.shown(back.store)) !== 1) wrong += 1
  }
  await back.stop()
  return wrong
}

async function dieEverywhere(name: keyof typeof doors, rounds: number): Promise<Outcome> {
  const chance = chanceOf(20_261_126)
  let [tried, lost] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 1; ; step += 1) {
      const door = await doors[name]()
      // First only the process dies, then the machine with it.
      const wrong = await dieAt(step, door, round === 0 ? (disk) => disk.twin() : (disk) => disk.cut(chance))
      await door.close()
      if (wrong === undefined) break
      tried += 1
      lost += wrong
    }
  }
  return { tried, lost, note: 'every step of deciding, sending and noting' }
}

export const crashes = (platform: keyof typeof doors): Weather => ({
  name: 'crash between commit, send and mark',
  on: platform,
  sizes: { test: 1, usual: 2, full: 10 },
  run: (rounds) => dieEverywhere(platform, rounds),
})
