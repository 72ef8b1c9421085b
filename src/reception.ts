/** Which network something is for: a button says it, a channel belongs to one, a person may be in several. */
import { createHash } from 'node:crypto'
import type { Incoming, Place } from './contracts/incoming.ts'
import { type Ref, readRef, writeRef } from './contracts/ref.ts'
import type { Reply } from './contracts/reply.ts'
import type { State, Store } from './contracts/store.ts'
import { plain, said } from './contracts/text.ts'
import { notSaved, word } from './features/reply.ts'
import { accountLookup, livesAt, placeLookup } from './network/member.ts'
import { minimumGroup, type Network, theNetwork, usualZone } from './network/network.ts'
import { label, say } from './text/say.ts'

/** The feature name in a ref that stands for a typed word; see `asCommand`. */
const commandFeature = 'command'

/** Candidates only: the index may promise too much, and a ref may be forged. */
export async function findNetworks(store: Store, incoming: Incoming): Promise<readonly string[]> {
  const { where, who } = incoming
  if (incoming.kind === 'press' || incoming.kind === 'submit') {
    const ref = readRef(incoming.ref)
    return ref ? [(await livingHere(store, where, ref)) ?? ref.network] : []
  }
  if (where.kind === 'private') return store.networksBy(accountLookup(who))
  const found = await store.networksBy(placeLookup(where))
  return found.length > 0 ? found : [await freshIn(store, where)]
}

/** Beginning and moving in are for an empty channel: where another network lives by now, that one answers. */
async function livingHere(store: Store, where: Place, { network, feature, action }: Ref) {
  const begins = action === 'start' && isIdFor(where, network)
  if (feature !== 'setup' || !(begins || action === 'move')) return undefined
  const other = (await store.networksBy(placeLookup(where))).find((id) => id !== network)
  return other ?? (begins ? freshIn(store, where) : undefined)
}

/**
 * The id of the network that lives in a channel or may begin there. The first that began there has the plain one; when
 * it went to live elsewhere, the next one counts on.
 */
async function freshIn(store: Store, where: Place): Promise<string> {
  for (let before = 0; ; before++) {
    const id = idFor(where, before)
    const network = theNetwork(await store.read(id))
    if (!network || livesAt(network, where)) return id
  }
}

/** A network that begins in a channel is named after it, so that two people who start at once start the same. */
function idFor(place: Place, before = 0): string {
  const id = `n${createHash('sha256').update(placeLookup(place)).digest('hex').slice(0, 16)}`
  return before === 0 ? id : `${id}-${before}`
}

const isIdFor = (place: Place, id: string): boolean => id.replace(/-\d{1,6}$/, '') === idFor(place)

/** What a network is before anybody set it up; only in its own channel. */
export function beginningIn(network: string, { where, who }: Incoming): Network | undefined {
  if (where.kind !== 'channel' || !isIdFor(where, network)) return undefined
  return {
    id: network,
    name: where.name ?? '',
    task: '',
    confirmed: '2000-2001',
    language: who.language ?? 'nl',
    zone: usualZone,
    minimum: minimumGroup.default,
    regions: [],
    free: [],
    places: [where],
  }
}

/** Nothing found: a friendly word. Several: a button for each, which says the same word again there. */
export function whichNetwork(states: readonly State[], incoming: Incoming): Reply {
  const language = incoming.who.language ?? 'nl'
  if (incoming.kind === 'press') return word(language, say(language, 'err.old'))
  if (incoming.kind === 'submit') return notSaved(say(language, 'err.old'))
  if (incoming.kind !== 'command') return { kind: 'nothing' }
  const networks = states.flatMap((state) => theNetwork(state) ?? [])
  if (networks.length === 0)
    return word(language, say(language, 'cmd.nowhere', { join: label(language, 'consent.join') }))
  const [action = 'help', ...about] = incoming.words
    .split(/\s+/)
    .filter((each) => /^[\w.-]{1,60}$/.test(each))
  const buttons = networks.map(({ id, name }) => ({
    label: plain([said(name)]),
    ref: writeRef({ network: id, feature: commandFeature, action, about: about.slice(0, 4) }),
    opens: 'nothing' as const,
  }))
  return word(language, say(language, 'cmd.which'), buttons)
}

/** The typed word that a button of `whichNetwork` stands for; anything else stays as it is. */
export function asCommand(incoming: Incoming): Incoming {
  const ref = incoming.kind === 'press' ? readRef(incoming.ref) : undefined
  if (ref?.feature !== commandFeature) return incoming
  const { who, where, id } = incoming
  return { kind: 'command', who, where, id, words: [ref.action, ...ref.about].join(' ') }
}
