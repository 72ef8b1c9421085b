/** One private reminder to who takes part and is not ready: fill in, later, skip, or no more of these. */
import {
  dateOf,
  inSchoolHours,
  momentOf,
  schoolDayAfter,
  schoolDayBefore,
  schoolHours,
} from '../../calendar/calendar.ts'
import type { Message } from '../../contracts/message.ts'
import { asksEveryoneOn } from '../../meeting/meeting.ts'
import { countAsk, firstRoom, hasRoom } from '../../network/attention.ts'
import { type Member, mayStart, members, participants, teamleiders } from '../../network/member.ts'
import { isReady } from '../../round/engine.ts'
import { newReminder, reminderFor, reminders } from '../../round/reminder.ts'
import { answersId, type Round, rounds } from '../../round/round.ts'
import { dayName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Occurrence, Outcome, Post, World } from '../feature.ts'
import { button } from '../reply.ts'
import { fillIn, meetingDayOf } from './views.ts'

/** What somebody stops when they want no more of these. */
export const reminderKind = 'evaluation'
const slotOf = (round: Round): string => `evaluation-remind-${round.id}`

export function planReminders(world: World): readonly Occurrence[] {
  const open = rounds
    .all(world.state)
    .filter((each) => each.feature === 'evaluation' && each.state === 'open' && !each.aloud)
  return open.flatMap((round) => [
    ...participants(world.state).flatMap((person) => remindOne(world, round, person)),
    ...unreached(world, round),
  ])
}

/** Half past three on the school day before it closes: the second after the meeting (storyboard 3.3). */
function remindOne(world: World, round: Round, person: Member): readonly Occurrence[] {
  const { state, network, calendar } = world
  const wanted =
    !person.stopped.includes(reminderKind) && person.reach !== 'no' && !isReady(state, round, person)
  if (!wanted) return []
  const about = answersId(round.id, person.id)
  const until = new Date(round.closes)
  const reminder = reminderFor(state, round.id, person.id)
  if (reminder) {
    // A pause of the network may have come in between.
    const again =
      reminder.again && !reminder.repeated
        ? inSchoolHours(calendar, new Date(reminder.again), network.zone)
        : undefined
    return again && mayStart(person, dateOf(again, network.zone))
      ? [{ kind: 'repeat', about, at: again, until }]
      : []
  }
  const before = schoolDayBefore(calendar, dateOf(until, network.zone))
  // A pause of the network may lie in between: never on the day of the invitation.
  const first = schoolDayAfter(calendar, dateOf(new Date(round.opened), network.zone), 1)
  const wished = momentOf(before > first ? before : first, schoolHours.usual, network.zone)
  const at = firstRoom(
    world,
    wished,
    (date) =>
      mayStart(person, date) &&
      hasRoom(state, person.id, date, world.reserved(date)) &&
      !asksEveryoneOn(state, date, calendar, network.zone),
  )
  return [{ kind: 'remind', about, at, until }]
}

export function remind(world: World, about: string): Outcome {
  const [round, person] = subject(world, about)
  if (!round || !person) return {}
  const sent = reminderFor(world.state, round.id, person.id)
  const reminder = sent ? { ...sent, repeated: true } : newReminder(round.id, person.id)
  const date = dateOf(world.now, world.network.zone)
  // A repeat that somebody asked for is free (storyboard §0).
  const counted = sent
    ? []
    : countAsk(world.state, { id: world.newId(), to: person.id, date, kind: reminderKind })
  const { chosen: _chosen, ...fresh } = reminder
  return {
    changes: [reminders.put(fresh), ...counted],
    messages: [
      {
        to: { member: person.id },
        slot: sent ? `${slotOf(round)}-2` : slotOf(round),
        message: message(world, round, person, sent ? 'repeat' : 'first'),
      },
    ],
  }
}

function subject({ state }: World, about: string): [Round | undefined, Member | undefined] {
  const [round = '', person = ''] = about.split('.')
  return [rounds.get(state, round), members.get(state, person)]
}

/** With its buttons until something was chosen; then with the choice instead. */
function message(world: World, round: Round, person: Member, which: 'first' | 'repeat'): Message {
  const { language } = person
  const { network } = world
  const day = dayName(language, new Date(round.closes), network.zone)
  const text = say(language, 'remind.form', { day, meeting: meetingDayOf(world, round, language) })
  const { chosen: now, repeated } = reminderFor(world.state, round.id, person.id) ?? {}
  // Once it was repeated, the first one is over: the buttons stand under the repeat.
  const chosen = which === 'first' && repeated ? 'later' : now
  const choice = (action: string, id: 'remind.later' | 'form.skip' | 'remind.stop') =>
    button(network, 'evaluation', action, [round.id], { label: label(language, id), opens: 'nothing' })
  const buttons = [
    fillIn(world, round, language),
    ...(repeated ? [] : [choice('later', 'remind.later')]),
    choice('skip', 'form.skip'),
    choice('stop', 'remind.stop'),
  ]
  const said = { later: 'remind.later', skip: 'form.skip', stop: 'remind.stop' } as const
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'paragraph', text },
      chosen ? { tag: 'context', text: label(language, said[chosen]) } : { tag: 'buttons', buttons },
    ],
  }
}

export function reminderPosts(world: World, round: Round): readonly Post[] {
  return reminders
    .all(world.state)
    .filter((each) => each.round === round.id)
    .flatMap((each): Post[] => {
      const person = members.get(world.state, each.member)
      if (!person) return []
      const to = { member: person.id }
      return [
        { to, slot: slotOf(round), message: message(world, round, person, 'first') },
        { to, slot: `${slotOf(round)}-2`, message: message(world, round, person, 'repeat') },
      ]
    })
}

/** The teamleider hears once a round how many people no private word reaches; never who. */
function unreached({ state, calendar, network, now }: World, round: Round): readonly Occurrence[] {
  const missed = participants(state).some(({ reach }) => reach === 'no')
  return missed && !round.unreachedTold
    ? [{ kind: 'unreached', about: round.id, at: inSchoolHours(calendar, now, network.zone) }]
    : []
}

export function tellUnreached(world: World, about: string): Outcome {
  const round = rounds.get(world.state, about)
  if (!round) return {}
  const n = participants(world.state).filter(({ reach }) => reach === 'no').length
  return {
    changes: [rounds.put({ ...round, unreachedTold: true })],
    messages: teamleiders(world.state).map((person) => {
      const text = say(person.language, n === 1 ? 'err.reach.one' : 'err.reach', { n })
      return {
        to: { member: person.id },
        message: { language: person.language, summary: text, blocks: [{ tag: 'paragraph', text }] },
      }
    }),
  }
}
