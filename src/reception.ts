/** Which network something is for: a button says it, a channel belongs to one, a person may be in several. */
import { createHash } from 'node:crypto'
import type { Incoming, Place } from './contracts/incoming.ts'
import type { Block, Button } from './contracts/message.ts'
import { type Ref, readRef, writeRef } from './contracts/ref.ts'
import type { Reply } from './contracts/reply.ts'
import type { State, Store } from './contracts/store.ts'
import { plain, said } from './contracts/text.ts'
import { notSaved, word } from './features/reply.ts'
import { accountLookup, memberOf, placeLookup } from './network/member.ts'
import { minimumGroup, type Network, theNetwork, usualZone } from './network/network.ts'
import { may } from './network/rights.ts'
import { say } from './text/say.ts'

/** The feature name in a ref that stands for a typed word; see `asCommand`. */
const commandFeature = 'command'

/** Candidates only: the index may promise too much, and a ref may be forged. */
export async function findNetworks(store: Store, incoming: Incoming): Promise<readonly string[]> {
  if (incoming.kind === 'press' || incoming.kind === 'submit') {
    const ref = readRef(incoming.ref)
    if (!ref) return []
    return [(ref.feature === 'setup' && (await livingHere(store, incoming, ref))) || ref.network]
  }
  const { where, who } = incoming
  if (where.kind === 'private') return store.networksBy(accountLookup(who))
  const found = await store.networksBy(placeLookup(where))
  return found.length > 0 ? found : [idFor(where)]
}

/** Beginning and moving in are for an empty channel: where another network lives by now, that one answers. */
async function livingHere(store: Store, { where }: Incoming, { network, action }: Ref) {
  if (action !== 'move' && !(action === 'start' && network === idFor(where))) return undefined
  return (await store.networksBy(placeLookup(where))).find((id) => id !== network)
}

/** Beside beginning anew: a network that this person leads and that lost its channel may go on here. */
export async function orMoveHere(store: Store, { who, where }: Incoming, reply: Reply): Promise<Reply> {
  if (reply.kind !== 'word' || where.kind !== 'channel') return reply
  const { blocks, language } = reply.message
  const begin = writeRef({ network: idFor(where), feature: 'setup', action: 'start', about: [] })
  const offered = blocks.some(
    (each) => each.tag === 'buttons' && each.buttons.some(({ ref }) => ref === begin),
  )
  if (!offered) return reply
  const states = await Promise.all((await store.networksBy(accountLookup(who))).map((id) => store.read(id)))
  const buttons = states.flatMap((state): Button[] => {
    const network = theNetwork(state)
    const near = network?.places.some(
      ({ platform, tenant }) => platform === where.platform && tenant === where.tenant,
    )
    if (!network?.gone || !near || !may(memberOf(state, who), 'teamleider')) return []
    const label = plain(say(language, 'setup.move', { name: said(network.name) }))
    const about = [String(network.returned ?? 0)]
    return [
      {
        label,
        ref: writeRef({ network: network.id, feature: 'setup', action: 'move', about }),
        opens: 'nothing',
      },
    ]
  })
  if (buttons.length === 0) return reply
  const text: Block = { tag: 'paragraph', text: say(language, 'setup.lost') }
  return { ...reply, message: { ...reply.message, blocks: [...blocks, text, { tag: 'buttons', buttons }] } }
}

/** A network that begins in a channel is named after it, so that two people who start at once start the same. */
const idFor = (place: Place): string =>
  `n${createHash('sha256').update(placeLookup(place)).digest('hex').slice(0, 16)}`

/** What a network is before anybody set it up; only in its own channel. */
export function beginningIn(network: string, { where, who }: Incoming): Network | undefined {
  if (where.kind !== 'channel' || network !== idFor(where)) return undefined
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
  if (networks.length === 0) return word(language, say(language, 'cmd.nowhere'))
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
