/**
 * When nobody leads a network any more, its channel is asked, once: in school hours, because everybody reads it and not
 * only whoever went.
 */
import { dateOf, inSchoolHours } from '../calendar/calendar.ts'
import type { Block } from '../contracts/message.ts'
import type { Change } from '../contracts/store.ts'
import { asksEveryoneOn } from '../meeting/meeting.ts'
import { countAsk, hasRoom, usualRoom } from '../network/attention.ts'
import { type Member, members, teamleiders } from '../network/member.ts'
import { networks, theNetwork } from '../network/network.ts'
import { posts } from '../network/parcel.ts'
import { label, say } from '../text/say.ts'
import type { Occurrence, Outcome, Outgoing, Post, World } from './feature.ts'
import { button } from './reply.ts'

const slot = 'membership-lead'

/** Somebody goes: if nobody leads any more, the channel is to hear so. */
export function afterLeaving(world: World, person: Member, changes: readonly Change[]): Outcome {
  const leads = teamleiders(world.state)
  const last = leads.length === 1 && leads[0]?.id === person.id
  return {
    // Another vacancy is news: a new message, because nobody notices an edit.
    changes: last ? [...changes, ...vacated(world), ...forgetPost(world)] : changes,
  }
}

const vacated = ({ network, now }: World): readonly Change[] => [
  networks.put({ ...network, vacant: now.toISOString() }),
]

const forgetPost = ({ state }: World): readonly Change[] =>
  posts.all(state).flatMap(({ id }) => (id.startsWith(`${slot} `) ? [posts.remove(id)] : []))

/** At once in school hours, else at half past three, on a day with room for a post on which nothing else is asked. */
export function planVacancy(world: World): readonly Occurrence[] {
  const { state, calendar, network, now } = world
  if (network.vacant === undefined || teamleiders(state).length > 0) return []
  const since = new Date(network.vacant)
  const open = inSchoolHours(calendar, since, network.zone)
  const room = (date: string) =>
    hasRoom(state, 'channel', date, world.reserved(date)) &&
    !asksEveryoneOn(state, date, calendar, network.zone)
  const day = dateOf(open, network.zone)
  const atOnce = open <= since && day === dateOf(now, network.zone) && room(day)
  const at = atOnce ? since : usualRoom(world, day, room)
  return [{ kind: 'vacancy', about: network.vacant, at }]
}

export function askWhoLeads(world: World): Outcome {
  const { vacant: _, ...network } = world.network
  const date = dateOf(world.now, network.zone)
  return {
    changes: [
      networks.put(network),
      ...countAsk(world.state, { id: world.newId(), to: 'channel', date, kind: 'vacancy' }),
    ],
    messages: [{ to: 'network', slot, message: vacancy(world, true) }],
  }
}

function vacancy({ network, state }: World, open: boolean): Outgoing['message'] {
  const { language } = network
  // Taking over twice, with a leader in between, are two times: the members' revisions tell them apart.
  const which = String(members.all(state).reduce((sum, { revision }) => sum + revision, 0))
  const text = say(language, open ? 'lead.gone' : 'lead.filled')
  const take = { label: label(language, 'lead.take'), opens: 'nothing' } as const
  const buttons: Block[] = [
    { tag: 'buttons', buttons: [button(network, 'membership', 'lead', [which], take)] },
  ]
  return { language, summary: text, blocks: [{ tag: 'paragraph', text }, ...(open ? buttons : [])] }
}

export const vacancyPost = (world: World): readonly Post[] =>
  theNetwork(world.state)
    ? [{ to: 'network', slot, message: vacancy(world, teamleiders(world.state).length === 0) }]
    : []
