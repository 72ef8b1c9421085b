/** A site to measure on: networks of twelve that were invited to look back a moment ago, on any ground. */
import type { Form } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Change, Json, State } from '../../src/contracts/store.ts'
import { answersId, answersTable, rounds } from '../../src/round/round.ts'
import { everything } from '../support/live.ts'
import { Platform } from '../torture/children.ts'
import { groupOf, pressOf, sayOf, seedGroup } from '../torture/group.ts'
import { type Ground, type House, openHouse } from '../torture/house.ts'
import { chatOn } from '../torture/platform.ts'
import { eachOf } from '../torture/weather.ts'

/** One person who can answer. */
export interface Seat {
  readonly network: string
  readonly user: string
  readonly round: string
  readonly place: Place
  /** The first step, as it was opened for somebody of this network. */
  readonly form: Form
}

export interface SiteParts {
  readonly ground: Ground
  readonly platform: string
  readonly tenant: string
  readonly networks: number
  readonly now: Date
}

/** Stands in every id of the first network, so that the others are the same with another name. */
const template = 'template0'
const people = 12
const hour = 3_600_000

export const networkName = (n: number): string => `n${String(n).padStart(8, '0')}`

/** A house for building: nothing happens in it by itself, and whatever is sent stands somewhere. */
export function builder(ground: Ground, platform: string, now: () => Date): Promise<House> {
  const chat = { ...chatOn(new Platform()), platform }
  return openHouse({ ground, clock: { now }, adapters: () => [chat] })
}

export type Records = ReturnType<typeof everything>

/** The same network under another name. */
export async function copyNetwork(
  { store, road }: House,
  records: Records,
  name: string,
  from = template,
): Promise<void> {
  const renamed = JSON.parse(JSON.stringify(records).replaceAll(from, name)) as Records
  const changes = Object.entries(renamed).flatMap(([kind, all]) =>
    Object.entries(all).map(([id, put]: [string, Json]): Change => ({ kind, id, put })),
  )
  await store.transact(name, (state) => road.settle(state, changes, undefined))
}

/** Everybody of the site, so that people next to each other are of different networks. */
export async function buildSite({ ground, platform, tenant, networks, now }: SiteParts): Promise<Seat[]> {
  const house = await builder(ground, platform, () => now)
  const group = groupOf(template, people, platform, tenant, `C0${template}`)
  await seedGroup(house.store, house.road, group, [new Date(now.getTime() - 2 * hour)])
  const [leader = ''] = group.people
  await house.receive(sayOf(group, leader, 'evaluatie'))
  await house.drain()
  const state = await house.store.read(template)
  const round = rounds.all(state)[0]?.id
  if (round === undefined) throw new Error('nobody was invited to look back')
  const records = everything(state)
  await eachOf(networks, 20, (n) => copyNetwork(house, records, networkName(n)))
  const groups = Array.from({ length: networks }, (_, n) => {
    const name = networkName(n)
    return groupOf(name, people, platform, tenant, `C0${name}`)
  })
  const seats = await Promise.all(
    groups.map(async (each): Promise<Seat[]> => {
      const ref = `${each.id}/evaluation/answer/${round}`
      const reply = await house.receive(pressOf(each, each.people[0] ?? '', ref))
      if (reply.kind !== 'form') throw new Error(`no form but ${JSON.stringify(reply)}`)
      const { form } = reply
      return each.people.map((user) => ({ network: each.id, user, round, place: each.channel, form }))
    }),
  )
  await house.stop()
  return Array.from({ length: people }, (_, n) => seats.flatMap((each) => each[n] ?? [])).flat()
}

/** What is kept of somebody's answer to the first question. */
export function keptWords(state: State, { round, user }: Seat): unknown {
  return answersTable.get(state, answersId(round, user))?.values.good
}
