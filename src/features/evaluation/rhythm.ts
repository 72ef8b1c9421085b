/** When the evaluation comes up, how it opens and how it closes. */
import { dateOf, inSchoolHours, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { Message } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import {
  answerDays,
  type DatedMeeting,
  datedMeetings,
  lookBackAsk,
  lookBackFrom,
  type Meeting,
  meetingsForPlan,
} from '../../meeting/meeting.ts'
import { countAsk, firstRoom, hasRoom } from '../../network/attention.ts'
import { participants, teamleiders } from '../../network/member.ts'
import { closeRound, openRound } from '../../round/engine.ts'
import { type Round, rounds } from '../../round/round.ts'
import type { Occurrence, Outcome, Post, World } from '../feature.ts'
import { giveBack, inviting, planClosing, roundPosts } from '../round-life.ts'
import { reminding } from './remind.ts'
import { hasResult, invitation, result, tooFew } from './views.ts'

/** Out loud is for the last minutes of a meeting (storyboard 3.8). */
const beforeEnd = 10 * 60_000
/** After two weeks, a holiday or a pause included, nobody looks back on a meeting any more. */
const tooLate = 14 * 86_400_000

const instrumentId = 'after-meeting'

export function planEvaluation(world: World): readonly Occurrence[] {
  const asked = new Set(rounds.all(world.state).map(({ about }) => about))
  return [
    // What comes back goes first when both are late.
    ...planClosing(world, 'evaluation'),
    ...meetingsForPlan(world.state, world.now)
      .filter(({ id }) => !asked.has(id))
      .map((meeting) => ({ kind: 'open', about: meeting.id, ...opening(world, meeting) })),
  ]
}

function opening(world: World, meeting: DatedMeeting): Pick<Occurrence, 'at' | 'until' | 'anytime'> {
  const end = new Date(meeting.when.end)
  const until = new Date(Math.min(closingAfter(world, end).getTime(), end.getTime() + tooLate))
  if (meeting.lookBack === 'aloud')
    return { at: new Date(end.getTime() - beforeEnd), until: end, anytime: true }
  // A holiday or a pause may have come in between: then it waits for the first school hour after it.
  const wished = inSchoolHours(world.calendar, lookBackFrom(meeting), world.network.zone)
  // It asks everyone, so nobody may have had their share already, of what was asked before this was known.
  const asked = ['channel', 'everyone', ...participants(world.state).map(({ id }) => id)]
  const room = (date: string) => asked.every((to) => hasRoom(world.state, to, date))
  return { at: firstRoom(world, wished, room), until }
}

/** The third school day after a moment, at half past three. */
function closingAfter({ calendar, network }: World, moment: Date): Date {
  const day = schoolDayAfter(calendar, dateOf(moment, network.zone), answerDays)
  return momentOf(day, schoolHours.usual, network.zone)
}

/** After a meeting: by itself. A meeting that looks back out loud gives the teamleider a word instead. */
export function openAfterMeeting(world: World, meetingId: string): Outcome {
  const meeting = datedMeetings(world.state).find(({ id }) => id === meetingId)
  return meeting ? open(world, meeting, closingAfter(world, new Date(meeting.when.end))) : {}
}

/** By a typed word, also long after the meeting: then people get their full days from now. */
export const openNow = (world: World, meeting: Meeting): Outcome =>
  open(world, meeting, closingAfter(world, world.now))

function open(world: World, meeting: Meeting, closes: Date): Outcome {
  const instrument = world.library.instruments.get(instrumentId)
  if (!instrument) throw new Error(`the instrument ${instrumentId} is missing`)
  const aloud = meeting.lookBack === 'aloud'
  const id = world.newId()
  const { round, changes } = openRound(
    {
      id,
      feature: 'evaluation',
      about: meeting.id,
      opened: world.now.toISOString(),
      closes: closes.toISOString(),
      aloud,
    },
    instrument,
  )
  const state = withChanges(world.state, changes)
  const after = { ...world, state }
  if (aloud) {
    const messages = teamleiders(state).map(({ id: to, language }) => ({
      to: { member: to },
      message: invitation(after, round, language, true),
    }))
    return { changes, messages }
  }
  const date = dateOf(world.now, world.network.zone)
  const counted = countAsk(state, { id: lookBackAsk(meeting.id), to: 'everyone', date, kind: round.feature })
  return { changes: [...changes, ...counted], messages: [inviting(round, invitation(after, round))] }
}

/** Gives back what may be shown, or the kind way out. Whoever talked it through hears nothing more of it. */
export function close(world: World, roundId: string): Outcome {
  const round = rounds.get(world.state, roundId)
  if (!round || round.state === 'closed') return {}
  const closed = closeRound(world.state, round, world.network.minimum, world.random)
  const after = { ...world, state: withChanges(world.state, closed.changes) }
  if (round.aloud && !hasResult(closed.round)) return { changes: closed.changes, forget: round.id }
  return giveBack(world, round, closed.changes, back(after, closed.round))
}

const back = (world: World, round: Round): Message =>
  hasResult(round) ? result(world, round) : tooFew(world, round)

/** The invitation while it is open with its reminders, and the last thing that was given back. */
export function livePosts(world: World): readonly Post[] {
  return rounds
    .all(world.state)
    .filter(({ feature }) => feature === 'evaluation')
    .slice(-2)
    .flatMap((round) => roundPosts(world, round, reminding, { invitation, result: back }))
}
