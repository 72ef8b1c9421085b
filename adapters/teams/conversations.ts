/**
 * Where the bot can be heard: for each place and each person the newest address at which the service said they
 * are. Only what came through the gate is kept, so nothing of organisations that may not talk to the bot.
 */
import { z } from 'zod'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Change, State, Store } from '../../src/contracts/store.ts'
import { table } from '../../src/contracts/table.ts'

/** The network id under which Teams keeps what is its own. */
const network = 'teams'

const spot = z.object({
  /** The place's own id. */
  id: z.string(),
  tenant: z.string(),
  serviceUrl: z.string(),
  kind: z.enum(['channel', 'group', 'personal']),
  /** The team that a channel is in. */
  team: z.string().optional(),
})

const person = z.object({
  /** Of `personKey`. */
  id: z.string(),
  /** What the service calls them in a conversation with this bot. */
  user: z.string(),
  /** Their chat with the bot, once there is one. */
  chat: z.string().optional(),
})

export type Spot = Readonly<z.infer<typeof spot>>
export type Person = Readonly<z.infer<typeof person>>

const spots = table<Spot>('spot', spot)
const persons = table<Person>('person', person)

export const personKey = ({ tenant, user }: Pick<Account, 'tenant' | 'user'>): string => `${tenant}/${user}`

export interface Met {
  readonly spot?: Spot
  readonly person?: Person
}

/** Notes who was met where, in one write and only where something is new. Throws `StoreFailed`. */
export async function meet(store: Store, met: Met): Promise<void> {
  if (news(await store.read(network), met).length === 0) return
  await store.transact(network, (state) => ({ result: null, changes: news(state, met), lookups: [] }))
}

function news(state: State, { spot, person }: Met): readonly Change[] {
  const changes: Change[] = []
  if (spot && !same(spots.get(state, spot.id), spot)) changes.push(spots.put(spot))
  const known = person && persons.get(state, person.id)
  const now = person && { ...known, ...person }
  if (now && !same(known, now)) changes.push(persons.put(now))
  return changes
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The bot is no longer there. Throws `StoreFailed`. */
export async function leave(store: Store, id: string): Promise<void> {
  const chats = (state: State) => persons.all(state).filter(({ chat }) => chat === id)
  await store.transact(network, (state) => ({
    result: null,
    changes: [
      ...(spots.get(state, id) ? [spots.remove(id)] : []),
      ...chats(state).map(({ chat: _, ...rest }) => persons.put(rest)),
    ],
    lookups: [],
  }))
}

/** Nobody needs to find this person any more: neither them nor their chat is kept. Throws `StoreFailed`. */
export async function forget(store: Store, account: Pick<Account, 'tenant' | 'user'>): Promise<void> {
  const id = personKey(account)
  await store.transact(network, (state) => {
    const known = persons.get(state, id)
    const chat = known?.chat !== undefined && spots.get(state, known.chat) ? [spots.remove(known.chat)] : []
    return { result: null, changes: known ? [persons.remove(id), ...chat] : [], lookups: [] }
  })
}

export async function spotOf(store: Store, place: Pick<Place, 'id' | 'tenant'>): Promise<Spot | undefined> {
  const found = spots.get(await store.read(network), place.id)
  return found?.tenant === place.tenant ? found : undefined
}

export async function personOf(
  store: Store,
  account: Pick<Account, 'tenant' | 'user'>,
): Promise<Person | undefined> {
  return persons.get(await store.read(network), personKey(account))
}

/** The channels of a team in which the bot was ever met: the service tells of the team as a whole. */
export async function spotsIn(store: Store, team: string, tenant: string): Promise<readonly Spot[]> {
  const all = spots.all(await store.read(network))
  return all.filter((each) => each.team === team && each.tenant === tenant)
}

/** Any address of this organisation: a chat with a new person is asked for at the same one. */
export async function addressIn(store: Store, tenant: string): Promise<string | undefined> {
  return spots.all(await store.read(network)).findLast((each) => each.tenant === tenant)?.serviceUrl
}
