/** Beside beginning anew in a channel: a network that lost its own channel may go on there. */
import type { Incoming } from './contracts/incoming.ts'
import type { Block, Button } from './contracts/message.ts'
import type { Reply } from './contracts/reply.ts'
import type { State, Store } from './contracts/store.ts'
import { plain, said } from './contracts/text.ts'
import { button } from './features/reply.ts'
import { accountLookup, memberOf } from './network/member.ts'
import { theNetwork } from './network/network.ts'
import { may } from './network/rights.ts'
import { say } from './text/say.ts'

/** A reply that offers to begin also offers whoever leads such a network to move it here; others stay as they are. */
export async function orMoveHere(store: Store, incoming: Incoming, reply: Reply): Promise<Reply> {
  if (reply.kind !== 'word' || !reply.begins) return reply
  const { begins: _, ...bare } = reply
  if (incoming.where.kind !== 'channel') return bare
  const { blocks, language } = reply.message
  const known = await store.networksBy(accountLookup(incoming.who))
  const states = await Promise.all(known.map((id) => store.read(id)))
  const buttons = states.flatMap((state) => moveButton(state, incoming, language))
  if (buttons.length === 0) return bare
  const text: Block = { tag: 'paragraph', text: say(language, 'setup.lost') }
  return { ...bare, message: { ...bare.message, blocks: [...blocks, text, { tag: 'buttons', buttons }] } }
}

function moveButton(state: State, { who, where }: Incoming, language: 'nl' | 'en'): readonly Button[] {
  const network = theNetwork(state)
  const near = network?.places.some(
    ({ platform, tenant }) => platform === where.platform && tenant === where.tenant,
  )
  if (!network?.gone || !near || !may(memberOf(state, who), 'teamleider')) return []
  const label = plain(say(language, 'setup.move', { name: said(network.name) }))
  const about = [String(network.returned ?? 0)]
  return [button(network, 'setup', 'move', about, { label, opens: 'nothing' })]
}
