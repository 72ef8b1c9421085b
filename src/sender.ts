/**
 * The sender: works through a network's outbox. It marks a message as `sending` before it goes and lets it
 * go once it has arrived, so that a crash in between leaves a trace; what may have arrived is never sent again
 * by itself, unless the platform knows a message it has seen before.
 */

import { dateOf } from './calendar/calendar.ts'
import type { Address, ChatAdapter, Parcel } from './contracts/chat.ts'
import type { Clock } from './contracts/clock.ts'
import { SendFailed } from './contracts/errors.ts'
import type { Log } from './contracts/log.ts'
import type { Change, State, Store } from './contracts/store.ts'
import type { Count } from './figures.ts'
import { type Member, mayStart, members, placeLookup, rests } from './network/member.ts'
import { networks, theNetwork } from './network/network.ts'
import { type OutboxParcel, parcels, posts } from './network/parcel.ts'
import type { Road } from './road.ts'

export interface SenderParts {
  readonly store: Store
  readonly road: Road
  readonly clock: Clock
  readonly log: Log
  readonly count: Count
  /** By platform. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>
}

/** How often a platform may say "later" before a message counts as failed. */
const mostTries = 8

/** Sends all that may go out now for one network, one after another, in the order it was decided. */
export type Deliver = (network: string) => Promise<void>

export function createSender({ store, road, clock, log, count, adapters }: SenderParts): Deliver {
  /** When something last went to a place, for platforms that want some time in between. */
  const lastSent = new Map<string, number>()

  /** Milliseconds until this place may have another message. */
  function tooSoon({ pace = 0 }: ChatAdapter, target: string): number {
    const last = lastSent.get(target)
    return last === undefined ? 0 : Math.max(0, last + pace - clock.now().getTime())
  }

  /** Changes the bookkeeping of one parcel, as long as it is still there. */
  const note = (
    network: string,
    id: string,
    change: (parcel: OutboxParcel, state: State) => readonly Change[],
  ) =>
    store.transact(network, (state) => {
      const parcel = parcels.get(state, id)
      return road.settle(state, parcel ? change(parcel, state) : [], undefined)
    })

  /** Whether it is ours to send: it still waits, and from now on nobody else takes it. */
  const take = (network: string, id: string) =>
    store.transact(network, (state) => {
      const parcel = parcels.get(state, id)
      if (parcel?.state !== 'waiting') return road.settle(state, [], false)
      return road.settle(state, [parcels.put({ ...parcel, state: 'sending' })], true)
    })

  async function deliverOne(network: string, parcel: OutboxParcel, state: State): Promise<void> {
    const { adapter, person } = doorFor(parcel, state)
    if (!adapter || ('member' in parcel.to && !stillWanted(person, state)))
      return note(network, parcel.id, ({ id }) => [parcels.remove(id)])
    // Shut out: nothing is even tried there until the bot is let in again.
    if ('place' in parcel.to && theNetwork(state)?.gone)
      return note(network, parcel.id, (each) => [parcels.put({ ...each, state: 'gone' })])
    const target = 'place' in parcel.to ? placeLookup(parcel.to.place) : parcel.to.member
    const wait = tooSoon(adapter, target)
    if (wait > 0)
      return note(network, parcel.id, (each) => [parcels.put({ ...each, after: later(clock.now(), wait) })])
    lastSent.set(target, clock.now().getTime())
    if (!adapter.repeatable && !(await take(network, parcel.id))) return
    try {
      const address = await hand(adapter, parcel, person, state)
      count('messages', 'sent')
      await note(network, parcel.id, (each, now) => [
        ...arrived(each, parcel, address, now),
        ...reached(each, now, 'yes'),
      ])
    } catch (error) {
      if (!(error instanceof SendFailed)) throw error
      count('messages', error.reason)
      log.warn({ code: error.code, network, parcel: parcel.id, cause: error.message }, 'not sent')
      await note(network, parcel.id, (each, now) =>
        error.reason === 'gone' ? gone(each, now) : [parcels.put(refused(each, error, clock.now()))],
      )
    }
  }

  /** Chosen for them once, and looked at again now: they may have left or paused since. */
  function stillWanted(person: Member | undefined, state: State): boolean {
    const network = theNetwork(state)
    if (!person || !network || person.left) return false
    const today = dateOf(clock.now(), network.zone)
    return !rests(person, today) && (person.roles.length > 0 || mayStart(person, today))
  }

  function doorFor({ to }: OutboxParcel, state: State): { adapter?: ChatAdapter; person?: Member } {
    if ('place' in to) return optional(adapters.get(to.place.platform))
    const person = members.get(state, to.member)
    const account = person?.accounts.find(({ platform }) => adapters.has(platform))
    return { ...optional(account && adapters.get(account.platform)), ...(person && { person }) }
  }

  return async (network) => {
    const now = clock.now().toISOString()
    for (;;) {
      const state = await store.read(network)
      const [parcel] = parcels
        .all(state)
        .filter((each) => each.after <= now && (each.state === 'waiting' || each.state === 'sending'))
        .sort((a, b) => a.order - b.order)
      if (!parcel) return
      if (parcel.state === 'waiting') await deliverOne(network, parcel, state)
      else await note(network, parcel.id, (each) => [parcels.put({ ...each, state: 'unknown' })])
    }
  }
}

const optional = (adapter: ChatAdapter | undefined) => (adapter ? { adapter } : {})

async function hand(
  adapter: ChatAdapter,
  parcel: OutboxParcel,
  person: Member | undefined,
  state: State,
): Promise<Address> {
  const account = person?.accounts.find(({ platform }) => platform === adapter.platform)
  const place = 'place' in parcel.to ? parcel.to.place : account && (await adapter.privatePlace(account))
  if (!place) throw new SendFailed('gone', 'nobody to send it to')
  const sent: Parcel = { id: parcel.id, place, message: parcel.message }
  const address = parcel.post === undefined ? undefined : posts.get(state, parcel.post)?.address
  if (address === undefined) return adapter.send(sent)
  await adapter.update(address, sent)
  return address
}

/** What arrived leaves the outbox, unless something newer for the same slot came while it was under way. */
function arrived(now: OutboxParcel, sent: OutboxParcel, address: Address, state: State): readonly Change[] {
  const post = now.post === undefined ? undefined : posts.get(state, now.post)
  const stands = post ? [posts.put({ ...post, address })] : []
  const newer = JSON.stringify(now.message) !== JSON.stringify(sent.message)
  return [...stands, newer ? parcels.put({ ...now, state: 'waiting' }) : parcels.remove(now.id)]
}

const later = (now: Date, wait: number): string => new Date(now.getTime() + wait).toISOString()

function refused(parcel: OutboxParcel, { reason, wait }: SendFailed, now: Date): OutboxParcel {
  const tries = parcel.tries + 1
  if (reason === 'ambiguous') return { ...parcel, tries, state: 'unknown' }
  if (reason === 'bug' || tries >= mostTries) return { ...parcel, tries, state: 'failed' }
  return { ...parcel, tries, state: 'waiting', after: later(now, wait) }
}

/** Whether private words arrive at somebody, for who plans to send them one. */
function reached({ to }: OutboxParcel, state: State, reach: Member['reach']): readonly Change[] {
  const person = 'member' in to ? members.get(state, to.member) : undefined
  return person && person.reach !== reach ? [members.put({ ...person, reach })] : []
}

/**
 * Nobody there. A private word is let go and the person counts as unreached; what was for the channel waits
 * until the bot is let in again, and the network rests.
 */
function gone(parcel: OutboxParcel, state: State): readonly Change[] {
  if ('member' in parcel.to) return [parcels.remove(parcel.id), ...reached(parcel, state, 'no')]
  const network = theNetwork(state)
  const rests = network && !network.gone ? [networks.put({ ...network, gone: 'untold' })] : []
  return [parcels.put({ ...parcel, state: 'gone' }), ...rests]
}
