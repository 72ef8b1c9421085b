/** The same thing again: at once, soon, six minutes later, under the same id and under new ones. */
import type { Incoming } from '../../src/contracts/incoming.ts'
import { answersId, answersTable } from '../../src/round/round.ts'
import { Disk } from '../lowdb/disk.ts'
import { Platform } from './children.ts'
import { onGround, type StoreName } from './ground.ts'
import { answerOf, type Group, groupOf, invitationIn, monday, seedGroup } from './group.ts'
import { type Ground, type House, openHouse } from './house.ts'
import { chatOn } from './platform.ts'
import { chanceOf, pick, type Weather } from './weather.ts'

const groups = Array.from({ length: 5 }, (_, n) => groupOf(`n${n}`, 7))
const sixMinutes = 6 * 60_000

/** Duplicates in one round of the clock, before the late ones come. */
const inOneGo = 200

let ids = 0
const underNewId = (incoming: Incoming): Incoming => ({ ...incoming, id: `again-${++ids}` })

async function duplicate(house: House, platform: Platform, clock: { at: Date }, size: number) {
  const chance = chanceOf(20_261_123)
  const refs = new Map<Group, string>()
  for (const group of groups) {
    await seedGroup(house.store, house.road, group)
    await house.drain()
    const here = platform.sent.filter(({ place }) => place.id === group.channel.id)
    refs.set(group, invitationIn(here.map(({ message }) => message)))
  }
  const posts = platform.sent.length
  const edits = () => platform.edits
  let [duplicates, second, late] = [0, 0, [] as Incoming[]]

  const revisionOf = async (group: Group, user: string, ref: string) => {
    const round = ref.split('/').at(-1) ?? ''
    return answersTable.get(await house.store.read(group.id), answersId(round, user))?.revision ?? 0
  }
  const inAll = async () => {
    const all = groups.flatMap((group) =>
      group.people.map((user) => revisionOf(group, user, refs.get(group) ?? '')),
    )
    return (await Promise.all(all)).reduce((sum, each) => sum + each, 0)
  }

  /** One true answer, and its doubles around it. */
  async function once(): Promise<void> {
    const group = pick(chance, groups)
    const user = pick(chance, group.people)
    const ref = refs.get(group) ?? ''
    const before = await revisionOf(group, user, ref)
    const answer = answerOf(group, user, ref, before, `words ${before + 1} of ${user}`)
    const atOnce = Array.from({ length: Math.floor(chance() * 4) }, (_, n) =>
      n % 2 === 0 ? underNewId(answer) : answer,
    )
    await Promise.all([answer, ...atOnce].map(house.receive))
    await house.receive(answer)
    await house.receive(underNewId(answer))
    duplicates += atOnce.length + 2
    late.push(underNewId(answer), answer)
    if ((await revisionOf(group, user, ref)) !== before + 1) second += 1
  }

  while (duplicates < size) {
    const until = Math.min(size, duplicates + inOneGo)
    while (duplicates < until) await once()
    const [before, standing] = [await inAll(), edits()]
    clock.at = new Date(clock.at.getTime() + sixMinutes)
    for (const each of late) await house.receive(each)
    duplicates += late.length
    await house.drain()
    second += (await inAll()) - before + (edits() - standing)
    late = []
  }
  return { tried: duplicates, lost: second + (platform.sent.length - posts) }
}

export const duplicates = (store: StoreName): Weather => ({
  name: 'duplicates: same id, new id, at once, late',
  on: store,
  sizes: { test: 100, usual: 1000, full: 10_000 },
  run: (size) =>
    onGround(store, async (found) => {
      const ground: Ground = found.kind === 'lowdb' ? { ...found, files: new Disk() } : found
      const platform = new Platform()
      const clock = { at: monday }
      const house = await openHouse({
        ground,
        clock: { now: () => clock.at },
        adapters: () => [chatOn(platform)],
      })
      try {
        return { ...(await duplicate(house, platform, clock, size)), note: 'second answers and second posts' }
      } finally {
        await house.stop()
      }
    }),
})
