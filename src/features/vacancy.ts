/** When nobody leads a network any more, its channel is asked, once. */
import type { Block } from '../contracts/message.ts'
import type { Change } from '../contracts/store.ts'
import { type Member, members, teamleiders } from '../network/member.ts'
import { theNetwork } from '../network/network.ts'
import { posts } from '../network/parcel.ts'
import { label, say } from '../text/say.ts'
import type { Outcome, Outgoing, Post, World } from './feature.ts'
import { button } from './reply.ts'

const slot = 'membership-lead'

/** Somebody goes: if nobody leads any more, the channel hears so, once. */
export function afterLeaving(world: World, person: Member, changes: readonly Change[]): Outcome {
  const leads = teamleiders(world.state)
  const last = leads.length === 1 && leads[0]?.id === person.id
  return {
    // Another vacancy is news: a new message, because nobody notices an edit.
    changes: last ? [...changes, ...forgetPost(world)] : changes,
    ...(last && { messages: [{ to: 'network' as const, slot, message: vacancy(world, true) }] }),
  }
}

const forgetPost = ({ state }: World): readonly Change[] =>
  posts.all(state).flatMap(({ id }) => (id.startsWith(`${slot} `) ? [posts.remove(id)] : []))

function vacancy({ network, state }: World, open: boolean): Outgoing['message'] {
  const { language } = network
  // Taking over twice, with a leader in between, are two times: the members' revisions tell them apart.
  const which = String(members.all(state).reduce((sum, { revision }) => sum + revision, 0))
  const text = say(language, open ? 'lead.gone' : 'lead.filled')
  const take = { label: label(language, 'lead.take'), opens: 'nothing', primary: true } as const
  const buttons: Block[] = [
    { tag: 'buttons', buttons: [button(network, 'membership', 'lead', [which], take)] },
  ]
  return { language, summary: text, blocks: [{ tag: 'paragraph', text }, ...(open ? buttons : [])] }
}

export const vacancyPost = (world: World): readonly Post[] =>
  theNetwork(world.state)
    ? [{ to: 'network', slot, message: vacancy(world, teamleiders(world.state).length === 0) }]
    : []
