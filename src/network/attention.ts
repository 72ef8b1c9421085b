/**
 * The **attention budget**: what the bot itself may start. Each person gets at most two asks a school week and
 * one a day for a network; the channel three posts a week and one a day (storyboard §0). What people start
 * themselves is free. What does not fit waits for the first day with room, or lapses.
 */
import { z } from 'zod'
import { type Calendar, dateOf, momentOf, schoolDayAfter, schoolHours } from '../calendar/calendar.ts'
import { plusDays, weekOf } from '../calendar/day.ts'
import type { Change, State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const ask = z.object({
  id: z.string(),
  /** A member's id, `everyone` for an ask in the channel, or `channel` for a post that asks nothing. */
  to: z.string(),
  date: z.iso.date(),
  kind: z.string(),
})

export type Ask = Readonly<z.infer<typeof ask>>

export const asks = table<Ask>('ask', ask)

export const budget = { personWeek: 2, personDay: 1, channelWeek: 3, channelDay: 1 } as const

/** Enough to count a week with, and to show somebody what they were asked lately. */
const keptDays = 35

/** What counts for somebody: what was asked of them, and what was asked of everyone. */
const countsFor = (to: string) => (each: Ask) =>
  to === 'channel'
    ? each.to === 'channel' || each.to === 'everyone'
    : each.to === to || each.to === 'everyone'

/** `reserved`: asks of everyone that are sure to come in that week and go first. */
export function hasRoom(state: State, to: string, date: string, reserved = 0): boolean {
  const theirs = asks.all(state).filter(countsFor(to))
  const [week, day] =
    to === 'channel' ? [budget.channelWeek, budget.channelDay] : [budget.personWeek, budget.personDay]
  return (
    theirs.filter((each) => each.date === date).length < day &&
    theirs.filter((each) => weekOf(each.date) === weekOf(date)).length + reserved < week
  )
}

/**
 * The moment itself if there is room on its day, or today when it has passed (then it is due at once); else half past
 * three on the first school day with room.
 */
export function firstRoom(
  { calendar, network, now }: { calendar: Calendar; network: { readonly zone: string }; now: Date },
  moment: Date,
  room: (date: string) => boolean,
): Date {
  const from = moment > now ? moment : now
  let day = dateOf(from, network.zone)
  if (room(day)) return moment
  for (let tries = 0; tries < keptDays; tries++) {
    day = schoolDayAfter(calendar, day, 1)
    if (room(day)) return momentOf(day, schoolHours.usual, network.zone)
  }
  return momentOf(day, schoolHours.usual, network.zone)
}

/**
 * Half past three on a date, or on the first school day after it with room. What waited for room is not due in the
 * morning of its new day either: it comes when people look at their phone.
 */
export function usualRoom(
  world: { calendar: Calendar; network: { readonly zone: string }; now: Date },
  date: string,
  room: (date: string) => boolean,
): Date {
  const { calendar, network, now } = world
  const today = dateOf(now, network.zone)
  const day = schoolDayAfter(calendar, date > today ? date : today, 0)
  return firstRoom(world, momentOf(day, schoolHours.usual, network.zone), room)
}

/** Counts an ask, and forgets those of long ago. */
export function countAsk(state: State, counted: Ask): readonly Change[] {
  const old = plusDays(counted.date, -keptDays)
  return [
    ...asks.all(state).flatMap(({ id, date }) => (date < old ? [asks.remove(id)] : [])),
    asks.put(counted),
  ]
}

/** What was asked of this person in the school week of a date, for `privacy`. */
export const askedInWeek = (state: State, to: string, date: string): number =>
  asks.all(state).filter((each) => countsFor(to)(each) && weekOf(each.date) === weekOf(date)).length

/** Whether this person was asked something on this date, by themselves. */
export const askedOn = (state: State, to: string, date: string): boolean =>
  asks.all(state).some((each) => each.to === to && each.date === date)
