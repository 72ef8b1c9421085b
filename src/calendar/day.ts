/** Sums with calendar dates (`YYYY-MM-DD`). They belong to no zone, so they are done as if in UTC. */
import { TZDate } from '@date-fns/tz'
import { addMonths } from 'date-fns/addMonths'

const dayLength = 86_400_000

const atNoon = (date: string): number => Date.parse(`${date}T12:00:00Z`)

/** Remembers answers of a pure function, because a plan asks the same things of the same days again and again. */
export function remembering<T>(answer: (key: string) => T, most = 5000): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const found = answer(key)
    known.set(key, found)
    return found
  }
}

const plus = remembering((key) => {
  const [date = '', days = ''] = key.split(' ')
  return new Date(atNoon(date) + Number(days) * dayLength).toISOString().slice(0, 10)
})

export const plusDays = (date: string, days: number): string => plus(`${date} ${days}`)

/** The same day of a month before or after, or the last one of a month that is too short for it. */
export const plusMonths = (date: string, months: number): string =>
  addMonths(new TZDate(atNoon(date), 'UTC'), months)
    .toISOString()
    .slice(0, 10)

/** How many days later the second is. */
export const daysBetween = (from: string, to: string): number => (atNoon(to) - atNoon(from)) / dayLength

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = remembering((date) => new Date(atNoon(date)).getUTCDay())

/** The Monday of a date's week. */
export const weekOf = remembering((date) => plusDays(date, -((weekdayOf(date) + 6) % 7)))
