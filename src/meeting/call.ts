/**
 * A **call** that a platform told of: still going, or over and not planned by anybody, so that the teamleider
 * is asked whether it was a meeting. Of a call that was planned nothing is kept once it is over.
 */
import { z } from 'zod'
import { dateOf } from '../calendar/calendar.ts'
import type { Change, State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { type DatedMeeting, datedMeetings } from './meeting.ts'

const call = z.object({
  /** Our own. */
  id: z.string(),
  /** The platform's, the same for start and end, and for every call of a series. */
  name: z.string(),
  start: z.iso.datetime().exactOptional(),
  end: z.iso.datetime().exactOptional(),
  /** `found`: over, and the teamleider is or will be asked; `yes` and `no` are the answer. */
  state: z.enum(['going', 'found', 'yes', 'no']),
  /** Until when the question stands; silence is no. Absent until it was asked. */
  until: z.iso.datetime().exactOptional(),
})

export type Call = Readonly<z.infer<typeof call>>

export const calls = table<Call>('call', call)

const hour = 3_600_000
/** As far as a call moves the end of a meeting (storyboard §2). */
export const mostShift = hour
/** Somebody tried whether it works. */
const tiny = 10 * 60_000
/** A call that has not ended by then never will; nor will the question about it be answered. */
const kept = 4 * 24 * hour

/** Lets go of calls of days ago. */
export const forgetOld = (state: State, now: Date): readonly Change[] =>
  calls
    .all(state)
    .filter(({ start, end, until }) => now.getTime() - Date.parse(until ?? end ?? start ?? '') > kept)
    .map(({ id }) => calls.remove(id))

export const plannedEnd = ({ when, planned }: DatedMeeting): number => Date.parse(planned ?? when.end)

/** The planned meeting that a call belongs to: on the same day, at the same time or ending within an hour of it. */
export function meetingOf(
  state: State,
  { start, end }: Pick<Call, 'start' | 'end'>,
  zone: string,
): DatedMeeting | undefined {
  const [from, until] = [start, end].map((each) => (each === undefined ? undefined : Date.parse(each)))
  const day = dateOf(new Date(until ?? from ?? 0), zone)
  return datedMeetings(state).find((each) => {
    const begins = Date.parse(each.when.start)
    if (dateOf(new Date(begins), zone) !== day) return false
    const during = (from ?? until ?? 0) < plannedEnd(each)
    if (until === undefined) return during && (from ?? 0) > begins - hour
    return until > begins && (during || until <= plannedEnd(each) + hour)
  })
}

/** Too short to have been a meeting; a call of which nobody told the start may have been long. */
export const isTiny = ({ start, end }: Pick<Call, 'start' | 'end'>): boolean =>
  start !== undefined && end !== undefined && Date.parse(end) - Date.parse(start) < tiny
