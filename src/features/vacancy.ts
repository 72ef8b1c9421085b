/** When nobody leads a network any more, its channel is asked, once. */
import type { Block } from '../contracts/message.ts'
import type { Change } from '../contracts/store.ts'
import { type Member, teamleiders } from '../network/member.ts'
import { theNetwork } from '../network/network.ts'
import { label, say } from '../text/say.ts'
import type { Outcome, Outgoing, Post, World } from './feature.ts'
import { button } from './reply.ts'

const slot = 'membership-lead'

/** Somebody goes: if nobody leads any more, the channel hears so, once. */
export function afterLeaving(world: World, person: Member, changes: readonly Change[]): Outcome {
  const leads = teamleiders(world.state)
  const last = leads.length === 1 && leads[0]?.id === person.id
  return {
    changes,
    ...(last && { messages: [{ to: 'network' as const, slot, message: vacancy(world, true) }] }),
  }
}

function vacancy({ network }: World, open: boolean): Outgoing['message'] {
  const { language } = network
  const text = say(language, open ? 'lead.gone' : 'lead.taken')
  const take = { label: label(language, 'lead.take'), opens: 'nothing', primary: true } as const
  const buttons: Block[] = [{ tag: 'buttons', buttons: [button(network, 'membership', 'lead', [], take)] }]
  return { language, summary: text, blocks: [{ tag: 'paragraph', text }, ...(open ? buttons : [])] }
}

export const vacancyPost = (world: World): readonly Post[] =>
  theNetwork(world.state)
    ? [{ to: 'network', slot, message: vacancy(world, teamleiders(world.state).length === 0) }]
    : []
