/** Checks the day and the times that somebody filled in for a meeting; they may have been forged. */
import { z } from 'zod'
import { dateOf, momentOf } from '../calendar/calendar.ts'
import { plusMonths } from '../calendar/day.ts'
import type { Values } from '../contracts/form.ts'
import type { Language, Text } from '../contracts/text.ts'
import { say } from '../text/say.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export interface CheckedTimes {
  /** Absent when no day was given. */
  readonly date?: string
  readonly from: string
  readonly until: string
  readonly errors: Readonly<Record<string, Text>>
}

/** Who asks, when, and in which zone. */
export interface Asking {
  readonly language: Language
  readonly now: Date
  readonly network: { readonly zone: string }
}

/** `dated`: a day is needed. The day may be today, as long as the meeting has not ended yet. */
export function checkTimes(scene: Asking, values: Values, dated: boolean): CheckedTimes {
  const { language, now, network } = scene
  const errors: Record<string, Text> = {}
  const [date, from, until] = [values.date, values.from, values.until].map((each) =>
    typeof each === 'string' ? each : '',
  )
  const goodTimes = time.safeParse(from).success && time.safeParse(until).success
  if (!time.safeParse(from).success) errors.from = say(language, 'err.time')
  if (!time.safeParse(until).success) errors.until = say(language, 'err.time')
  if (goodTimes && (until ?? '') <= (from ?? '')) errors.until = say(language, 'err.order')
  const written = { from: from ?? '', until: until ?? '', errors }
  if (!date) {
    if (dated) errors.date = say(language, 'err.date')
    return written
  }
  if (!z.iso.date().safeParse(date).success) errors.date = say(language, 'err.date')
  else if (date > plusMonths(dateOf(now, network.zone), 12)) errors.date = say(language, 'err.far')
  else if (date < dateOf(now, network.zone)) errors.date = say(language, 'err.past')
  else if (goodTimes && momentOf(date, until ?? '', network.zone) <= now)
    errors.until = say(language, 'err.over')
  return { ...written, date }
}

/** Times of a meeting on a day, as instants. */
export const between = (
  { network }: Pick<Asking, 'network'>,
  date: string,
  { from, until }: Pick<CheckedTimes, 'from' | 'until'>,
) => ({
  start: momentOf(date, from, network.zone).toISOString(),
  end: momentOf(date, until, network.zone).toISOString(),
})
