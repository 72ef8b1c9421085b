/**
 * School days and the hours in which the bot may start something. Dates are calendar dates (`YYYY-MM-DD`) in
 * the network's own zone, so that summer time moves no day.
 */
import { TZDate } from '@date-fns/tz'
import { plusDays, remembering, weekdayOf } from './day.ts'

export interface Calendar {
  isSchoolDay(date: string): boolean
}

/** The bot starts things between these hours, by default at 15:30 (storyboard §0.1). */
export const schoolHours = { from: '08:00', until: '18:00', usual: '15:30' } as const

export interface FreeDays {
  readonly from: string
  readonly until: string
}

/** Monday to Friday, without the free days given (both ends inclusive). */
export function schoolCalendar(free: readonly FreeDays[]): Calendar {
  const isSchoolDay = remembering(
    (date) =>
      ![0, 6].includes(weekdayOf(date)) && !free.some(({ from, until }) => from <= date && date <= until),
  )
  return { isSchoolDay }
}

/** Within a quarter of an hour no zone changes its date or its offset. */
const quarter = 15 * 60_000

const dateIn = remembering((key) => {
  const [zone = '', moment = ''] = key.split(' ')
  // Its own zone's date, and not that of UTC.
  return new TZDate(Number(moment) * quarter, zone).toISOString().slice(0, 10)
})

/** The date on the wall of somebody in that zone. */
export const dateOf = (instant: Date, zone: string): string =>
  dateIn(`${zone} ${Math.floor(instant.getTime() / quarter)}`)

const momentIn = remembering((key) => {
  const [date = '', time = '', zone = ''] = key.split(' ')
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new TZDate(year, month - 1, day, hour, minute, zone).getTime()
})

/** The moment at which a clock in that zone shows this date and time; in the spring gap, the moment after it. */
export const momentOf = (date: string, time: string, zone: string): Date =>
  new Date(momentIn(`${date} ${time} ${zone}`))

/** A pause and a summer together are longer than a year; whoever is off for longer hears nothing until then. */
const farthest = 800

/**
 * The `count`th school day after a date; 0 is the date itself, or the first school day after it. Where there is none
 * for two years, a day in two years, so that nothing comes and nothing breaks.
 */
export function schoolDayAfter(calendar: Calendar, date: string, count: number): string {
  let left = Math.max(count, 1)
  for (let ahead = count === 0 ? 0 : 1; ahead < farthest; ahead++) {
    const day = plusDays(date, ahead)
    if (calendar.isSchoolDay(day)) left -= 1
    if (left === 0) return day
  }
  return plusDays(date, farthest)
}

/** The last school day before a date, looking back at most two months; else the date itself. */
export function schoolDayBefore(calendar: Calendar, date: string): string {
  for (let back = 1; back < 60; back++) {
    const day = plusDays(date, -back)
    if (calendar.isSchoolDay(day)) return day
  }
  return date
}

/** "2026-2027": a school year begins on 1 August (holidays.md §1). */
export function schoolYearOf(date: string): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0)
  return `${year}-${year + 1}`
}

/** The same moment if it falls in school hours, else the start of the next ones. */
export function inSchoolHours(calendar: Calendar, moment: Date, zone: string): Date {
  const date = dateOf(moment, zone)
  if (calendar.isSchoolDay(date)) {
    const opens = momentOf(date, schoolHours.from, zone)
    if (moment < opens) return opens
    if (moment <= momentOf(date, schoolHours.until, zone)) return moment
    return momentOf(schoolDayAfter(calendar, date, 1), schoolHours.from, zone)
  }
  return momentOf(schoolDayAfter(calendar, date, 0), schoolHours.from, zone)
}
