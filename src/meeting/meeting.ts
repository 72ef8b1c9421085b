/** A **meeting** (bijeenkomst) of the network: when it is, and how they look back on it. */
import { z } from 'zod'
import { type Calendar, dateOf, inSchoolHours } from '../calendar/calendar.ts'
import { weekOf } from '../calendar/day.ts'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { asks } from '../network/attention.ts'

const meeting = z.object({
  id: z.string(),
  /** ISO instants; absent for a meeting without a date yet. */
  when: z.object({ start: z.iso.datetime(), end: z.iso.datetime() }).exactOptional(),
  /** By a form afterwards, or out loud in the last minutes. */
  lookBack: z.enum(['form', 'aloud']),
  state: z.enum(['planned', 'off']),
  /** The first meeting of the series it was planned with; its own id when it stands alone. */
  series: z.string(),
  /** The word just before it has been said. */
  announced: z.boolean(),
  /** How often it was moved. */
  revision: z.int(),
  /** The end as it was planned, once a call told the real one. */
  planned: z.iso.datetime().exactOptional(),
  /** When it turned out to have been a meeting, for one that nobody had planned. */
  known: z.iso.datetime().exactOptional(),
})

export type Meeting = Readonly<z.infer<typeof meeting>>
export type DatedMeeting = Meeting & { readonly when: { readonly start: string; readonly end: string } }

export const meetings = table<Meeting>('meeting', meeting)

const isDated = (each: Meeting): each is DatedMeeting => each.when !== undefined

/** Planned and with a date, the earliest first. */
export const datedMeetings = (state: State): readonly DatedMeeting[] =>
  meetings
    .all(state)
    .filter(isDated)
    .filter((each) => each.state === 'planned')
    .sort((a, b) => (a.when.start < b.when.start ? -1 : 1))

/** The meeting that ended last, at or before `now`. */
export const lastMeeting = (state: State, now: Date): DatedMeeting | undefined =>
  datedMeetings(state).findLast(({ when }) => new Date(when.end) <= now)

/** What is still to come: by date, and then those without one. */
export const comingMeetings = (state: State, now: Date): readonly Meeting[] => [
  ...datedMeetings(state).filter(({ when }) => new Date(when.end) > now),
  ...meetings.all(state).filter((each) => each.state === 'planned' && each.when === undefined),
]

/** Further ahead than anything about a meeting comes up by itself. */
const ahead = 21 * 86_400_000

/**
 * The meetings that a plan needs to look at: those of the past and of the weeks to come, and the first one after
 * that. Whatever comes up about a later one comes later, and by then there is a new plan.
 */
export function meetingsForPlan(state: State, now: Date): readonly DatedMeeting[] {
  const all = datedMeetings(state)
  const far = all.findIndex(({ when }) => new Date(when.start).getTime() > now.getTime() + ahead)
  return far < 0 ? all : all.slice(0, far + 1)
}

/** Meetings as they are planned together, each with its moment if it has one. */
export function newMeetings(
  moments: readonly Meeting['when'][],
  lookBack: Meeting['lookBack'],
  newId: () => string,
): readonly Meeting[] {
  const series = newId()
  return moments.map(
    (when, index): Meeting => ({
      id: index === 0 ? series : newId(),
      ...(when && { when }),
      lookBack,
      state: 'planned',
      series,
      announced: false,
      revision: 0,
    }),
  )
}

/** A quarter of an hour to pack up before everyone is asked to look back (storyboard 3.1). */
export const afterMeeting = 15 * 60_000

/** School days to answer in, when they look back by form (instruments.md §1). */
export const answerDays = 3

/** The moment from which everyone can be asked to look back on it. */
export const lookBackFrom = ({ when, known }: DatedMeeting): Date =>
  new Date(Math.max(new Date(when.end).getTime() + afterMeeting, known ? new Date(known).getTime() : 0))

/** The name under which the attention budget counts that everyone was asked to look back on a meeting. */
export const lookBackAsk = (id: string): string => `look-back-${id}`

/** Meetings after which everyone will be asked to look back by form, and was not yet. */
const toLookBackOn = (state: State): readonly DatedMeeting[] =>
  datedMeetings(state).filter(({ id, lookBack }) => lookBack === 'form' && !asks.get(state, lookBackAsk(id)))

/** A plan asks for the same days again and again, of one state that never changes. */
const known = new WeakMap<State, { readonly calendar: Calendar; readonly days: readonly string[] }>()

/** The days on which everyone is asked to look back on a meeting. */
function askedOn(state: State, calendar: Calendar, zone: string): readonly string[] {
  const before = known.get(state)
  if (before?.calendar === calendar) return before.days
  const days = toLookBackOn(state).map((each) =>
    dateOf(inSchoolHours(calendar, lookBackFrom(each), zone), zone),
  )
  known.set(state, { calendar, days })
  return days
}

/** Meetings to look back on in the week of a date: they go before what is asked of one person. */
export const meetingsToCome = (state: State, date: string, calendar: Calendar, zone: string): number =>
  askedOn(state, calendar, zone).filter((day) => weekOf(day) === weekOf(date)).length

/** Whether everyone will be asked on this date to look back on a meeting: then nobody is asked anything else. */
export const asksEveryoneOn = (state: State, date: string, calendar: Calendar, zone: string): boolean =>
  askedOn(state, calendar, zone).includes(date)
