/**
 * The life of a round in the channel, the same for every feature that asks in rounds: the invitation with its last
 * moment, the day on which it closes, what comes back, and how those messages read meanwhile.
 */
import { dateOf, inSchoolHours } from '../calendar/calendar.ts'
import type { Button, Message } from '../contracts/message.ts'
import { type Change, withChanges } from '../contracts/store.ts'
import type { Language } from '../contracts/text.ts'
import { countAsk, firstRoom, hasRoom } from '../network/attention.ts'
import type { Opened } from '../round/engine.ts'
import { openRounds, type Round } from '../round/round.ts'
import { dayName, timeName } from '../text/dates.ts'
import { label } from '../text/say.ts'
import type { Occurrence, Outcome, Outgoing, Post, World } from './feature.ts'
import { type Reminding, reminderPosts } from './remind.ts'
import { button } from './reply.ts'

const inviteSlot = ({ feature, id }: Round): string => `${feature}-invite-${id}`
const resultSlot = ({ feature, id }: Round): string => `${feature}-result-${id}`

export const inviting = (round: Round, message: Message): Outgoing & Post => ({
  to: 'network',
  slot: inviteSlot(round),
  message,
})

/** The last moment to fill in, as words to put into a text. */
export function closing({ network }: World, { closes }: Round, language: Language) {
  const moment = new Date(closes)
  return { day: dayName(language, moment, network.zone), time: timeName(language, moment, network.zone) }
}

export const fillIn = ({ network }: World, { feature, id }: Round, language: Language): Button =>
  button(network, feature, 'answer', [id], {
    label: label(language, 'form.fill'),
    opens: 'form',
    primary: true,
  })

/** Everyone is asked in the channel, which counts as one ask. */
export function askAll(
  world: World,
  { round, changes }: Opened,
  invitation: (world: World, round: Round) => Message,
): Outcome {
  const after = { ...world, state: withChanges(world.state, changes) }
  const date = dateOf(world.now, world.network.zone)
  const counted = { id: world.newId(), to: 'everyone', date, kind: round.feature }
  return {
    changes: [...changes, ...countAsk(world.state, counted)],
    messages: [inviting(round, invitation(after, round))],
  }
}

/** On its day, or the first one after it on which the channel has room for what comes back. */
export function planClosing(world: World, feature: string): readonly Occurrence[] {
  const room = (date: string) => hasRoom(world.state, 'channel', date)
  return openRounds(world.state, feature).map(({ id, closes }) => {
    // A holiday or a pause may have come in between.
    const wished = inSchoolHours(world.calendar, new Date(closes), world.network.zone)
    return { kind: 'close', about: id, at: firstRoom(world, wished, room) }
  })
}

/** What comes back stands in the channel. Nothing that was handled about the round is remembered from here on. */
export function giveBack(world: World, round: Round, changes: readonly Change[], message: Message): Outcome {
  const date = dateOf(world.now, world.network.zone)
  const counted = { id: world.newId(), to: 'channel', date, kind: round.feature }
  return {
    changes: [...changes, ...countAsk(world.state, counted)],
    messages: [{ to: 'network', slot: resultSlot(round), message }],
    forget: round.id,
  }
}

/** The invitation while it is open with its reminders; afterwards that it is over, and what came back. */
export function roundPosts(
  world: World,
  round: Round,
  reminding: Reminding,
  how: {
    invitation(world: World, round: Round): Message
    result(world: World, round: Round): Message
  },
): readonly Post[] {
  const over = round.state === 'closed'
  const invite: Post = { ...inviting(round, how.invitation(world, round)), over }
  if (!over) return [invite, ...reminderPosts(world, reminding, round)]
  return [invite, { to: 'network', slot: resultSlot(round), message: how.result(world, round) }]
}
