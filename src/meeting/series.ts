/** The days of a series of meetings, around holidays, within one school year. */
import { type Calendar, schoolDayAfter } from '../calendar/calendar.ts'
import { daysBetween, plusDays, plusMonths } from '../calendar/day.ts'

export type Repeat = 'once' | 'week' | 'fortnight' | 'month' | 'eight'

/** A year of weekly meetings fits; more is a mistake. */
export const mostMeetings = 45

/** The last day on which a series that begins here still plans something: 30 June of its school year. */
function lastDay(first: string): string {
  const year = Number(first.slice(0, 4)) + (first.slice(5) >= '08-01' ? 1 : 0)
  return `${year}-06-30`
}

/**
 * Dates (`YYYY-MM-DD`), the first one as given. Where there is no school, a weekly or fortnightly series
 * skips, and a monthly one or eight a year move to the first school day after it.
 */
export function seriesDates(calendar: Calendar, first: string, repeat: Repeat): readonly string[] {
  if (repeat === 'once') return [first]
  const end = lastDay(first)
  const wanted = wishes(first, end, repeat).filter((date) => date === first || (date > first && date <= end))
  // There is another one soon enough: a week without school is skipped. What comes seldom moves instead.
  const often = repeat === 'week' || repeat === 'fortnight'
  const dates = often
    ? wanted.filter((date) => date === first || calendar.isSchoolDay(date))
    : wanted.map((date) => schoolDayAfter(calendar, date, 0))
  return [...new Set(dates)].slice(0, mostMeetings)
}

function wishes(first: string, end: string, repeat: Exclude<Repeat, 'once'>): readonly string[] {
  if (repeat === 'month') return Array.from({ length: 12 }, (_, index) => plusMonths(first, index))
  if (repeat === 'eight') {
    const weeks = Math.floor(daysBetween(first, end) / 7)
    // Whole weeks, so that it stays the same day of the week.
    return Array.from({ length: 8 }, (_, index) => plusDays(first, 7 * Math.floor((weeks * index) / 7)))
  }
  const step = repeat === 'week' ? 7 : 14
  return Array.from({ length: 53 }, (_, index) => plusDays(first, step * index))
}
