/** Calls that the platform tells of: they move the end of a planned meeting, or turn out to have been one. */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { HappenedOf } from '../../contracts/incoming.ts'
import type { Block, Message } from '../../contracts/message.ts'
import type { Change } from '../../contracts/store.ts'
import { type Call, calls, forgetOld, isTiny, meetingOf, mostShift, plannedEnd } from '../../meeting/call.ts'
import {
  type DatedMeeting,
  datedMeetings,
  lookBackAsk,
  meetings,
  newMeetings,
} from '../../meeting/meeting.ts'
import { asks } from '../../network/attention.ts'
import { livesAt, type Member, teamleiders } from '../../network/member.ts'
import { theNetwork } from '../../network/network.ts'
import { dayName, timeName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Occurrence, Outcome, Post, Scene, World } from '../feature.ts'
import { button, word } from '../reply.ts'

const isOurs = ({ state, network }: Scene, { where }: HappenedOf<'meeting-started' | 'meeting-ended'>) =>
  theNetwork(state) !== undefined && livesAt(network, where)

/** No later than now, whatever a platform's clock says. */
const momentIn = ({ now }: World, { call }: HappenedOf<'meeting-started' | 'meeting-ended'>): string =>
  new Date(Math.min(now.getTime(), Date.parse(call.at))).toISOString()

const wasAsked = ({ state }: World, { id }: DatedMeeting) => asks.get(state, lookBackAsk(id)) !== undefined

/** Remembers that it is going on, as long as it is. */
export function started(scene: Scene, happened: HappenedOf<'meeting-started'>): Outcome {
  if (!isOurs(scene, happened)) return {}
  const { state, network, now } = scene
  const start = momentIn(scene, happened)
  const going = calls.all(state).find((each) => each.name === happened.call.id && each.state === 'going')
  if (going && (going.start ?? '') >= start) return {}
  const id = going?.id ?? scene.newId()
  const changes: Change[] = [
    ...forgetOld(state, now),
    calls.put({ id, name: happened.call.id, start, state: 'going' }),
  ]
  // They were thrown out and are back: the end is the planned one again, until this call ends.
  const meeting = meetingOf(state, { start }, network.zone)
  if (meeting?.planned && !wasAsked(scene, meeting)) {
    const { planned, ...rest } = meeting
    changes.push(meetings.put({ ...rest, when: { ...meeting.when, end: planned } }))
  }
  return { changes }
}

/** The planned meeting's end moves along; of a call that nobody planned the teamleider is asked. */
export function ended(scene: Scene, happened: HappenedOf<'meeting-ended'>): Outcome {
  if (!isOurs(scene, happened)) return {}
  const { state, network, now } = scene
  const end = momentIn(scene, happened)
  const same = calls.all(state).filter(({ name }) => name === happened.call.id)
  const going = same.find((each) => each.state === 'going')
  const call = { ...(going?.start && { start: going.start }), end }
  const cleared = [...forgetOld(state, now), ...(going ? [calls.remove(going.id)] : [])]
  if (isTiny(call)) return { changes: cleared }
  const meeting = meetingOf(state, call, network.zone)
  if (meeting) return { changes: [...cleared, ...endsAt(scene, meeting, end)] }
  const day = (moment: string | undefined) => dateOf(new Date(moment ?? 0), network.zone)
  const before = same.find((each) => each.state !== 'going' && day(each.end) === day(end))
  // They went on after a break: still the same question. Once it was answered it is not asked again.
  if (before?.state === 'found' && (before.end ?? '') < end)
    return { changes: [...cleared, calls.put({ ...before, end })] }
  if (before) return { changes: cleared }
  const found: Call = { id: scene.newId(), name: happened.call.id, ...call, state: 'found' }
  return { changes: [...cleared, calls.put(found)] }
}

/** The real end, at most an hour from the planned one. Once everyone was asked to look back it no longer matters. */
function endsAt(world: World, meeting: DatedMeeting, end: string): readonly Change[] {
  if (wasAsked(world, meeting)) return []
  const planned = plannedEnd(meeting)
  const moment = Math.min(Math.max(Date.parse(end), planned - mostShift), planned + mostShift)
  const later = new Date(Math.max(moment, Date.parse(meeting.when.start) + 60_000)).toISOString()
  if (later === meeting.when.end) return []
  const when = { ...meeting.when, end: later }
  return [meetings.put({ ...meeting, when, planned: new Date(planned).toISOString() })]
}

/** A question about a call that is days old helps nobody any more. */
const foundUntil = ({ end = '' }: Call): Date => new Date(Date.parse(end) + 4 * 86_400_000)

export function planCalls(world: World): readonly Occurrence[] {
  return calls.all(world.state).flatMap((call): Occurrence[] => {
    if (call.state === 'going') return runsOver(world, call)
    if (call.state !== 'found') return []
    if (call.until) return [{ kind: 'lapse', about: call.id, at: new Date(call.until) }]
    return [{ kind: 'found', about: call.id, at: new Date(call.end ?? ''), until: foundUntil(call) }]
  })
}

/** At its planned end they are still talking: nobody is asked to look back before the call is over, or an hour. */
function runsOver(world: World, call: Call): Occurrence[] {
  const meeting = meetingOf(world.state, call, world.network.zone)
  if (!meeting || meeting.lookBack === 'aloud' || meeting.planned || wasAsked(world, meeting)) return []
  const at = new Date(meeting.when.end)
  const until = new Date(at.getTime() + mostShift)
  return [{ kind: 'over', about: `${meeting.id}.${call.id}`, at, until, anytime: true }]
}

export function goesOn(world: World, about: string): Outcome {
  const meeting = datedMeetings(world.state).find(({ id }) => id === about.split('.')[0])
  if (!meeting) return {}
  const latest = new Date(plannedEnd(meeting) + mostShift).toISOString()
  return { changes: endsAt(world, meeting, latest) }
}

/** "Was this one of yours?", until half past three on the next school day. */
export function askAbout(world: World, about: string): Outcome {
  const call = calls.get(world.state, about)
  if (!call) return {}
  const { calendar, network, now, state } = world
  const day = schoolDayAfter(calendar, dateOf(now, network.zone), 1)
  const asked = { ...call, until: momentOf(day, schoolHours.usual, network.zone).toISOString() }
  return {
    changes: [calls.put(asked)],
    messages: teamleiders(state).map((person) => ({
      to: { member: person.id },
      slot: slotOf(call),
      message: question(world, asked, person),
    })),
  }
}

/** Silence is no. */
export function lapse({ state }: World, about: string): Outcome {
  const call = calls.get(state, about)
  return call ? { changes: [calls.put({ ...call, state: 'no' })] } : {}
}

const slotOf = ({ id }: Call): string => `meeting-found-${id}`

export const foundPosts = (world: World): readonly Post[] =>
  calls
    .all(world.state)
    .filter(({ until }) => until !== undefined)
    .flatMap((call) =>
      teamleiders(world.state).map((person) => ({
        to: { member: person.id },
        slot: slotOf(call),
        message: question(world, call, person),
      })),
    )

function question({ network }: World, call: Call, { language }: Member): Message {
  const text = say(language, 'plan.found')
  const end = new Date(call.end ?? '')
  const when = say(language, 'plan.found.end', {
    day: dayName(language, end, network.zone),
    time: timeName(language, end, network.zone),
  })
  const choice = (answer: 'yes' | 'no') =>
    button(network, 'meeting', 'found', [call.id, answer], {
      label: label(language, `choice.${answer}`),
      opens: 'nothing',
      primary: answer === 'yes',
    })
  const answered: Block =
    call.state === 'yes' || call.state === 'no'
      ? { tag: 'context', text: label(language, `choice.${call.state}`) }
      : { tag: 'buttons', buttons: [choice('yes'), choice('no')] }
  return {
    language,
    summary: text,
    blocks: [{ tag: 'paragraph', text }, { tag: 'context', text: when }, answered],
  }
}

/** When nobody told the start. */
const usualLength = 3_600_000

export const answerFound: Action = {
  for: 'lead',
  press(scene, [id = '', answer]) {
    const { language, state } = scene
    const call = calls.get(state, id)
    const closed = word(language, say(language, 'err.closed'))
    if (!call || (answer !== 'yes' && answer !== 'no')) return { reply: closed }
    const reply = word(language, say(language, `plan.found.${answer}`))
    if (call.state === answer) return { reply }
    if (call.state !== 'found' || !call.until) return { reply: closed }
    const told = calls.put({ ...call, state: answer })
    return { changes: [told, ...(answer === 'yes' ? wasMeeting(scene, call) : [])], reply }
  },
}

/** From here on it is a meeting like any other, that ended a while ago. */
function wasMeeting({ now, newId }: Scene, { start, end = '' }: Call): readonly Change[] {
  const begun = start ?? new Date(Date.parse(end) - usualLength).toISOString()
  const known = now.toISOString()
  const made = newMeetings([{ start: begun, end }], 'form', newId)
  return made.map((each) => meetings.put({ ...each, announced: true, known }))
}
