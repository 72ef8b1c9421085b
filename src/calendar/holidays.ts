/**
 * School holidays and public holidays as data (`instruments/calendars`), and what they make of a network's
 * days. A network across regions is quiet in the holidays of all of them.
 */
import { z } from 'zod'
import { type Calendar, type FreeDays, schoolCalendar } from './calendar.ts'
import { plusDays, weekdayOf } from './day.ts'

const wording = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
const range = z
  .strictObject({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, { error: 'ends before it begins' })
  .refine(({ from, until }) => weekdayOf(from) === 6 && weekdayOf(until) === 0, {
    error: 'a school holiday runs from a Saturday to a Sunday',
  })
const dayOfYear = z.string().regex(/^\d{2}-\d{2}$/, 'write month and day as 04-27')

export const regionIds = ['noord', 'midden', 'zuid'] as const
export type Region = (typeof regionIds)[number]

/** What `instruments/calendars/nl.yaml` must hold. */
export const holidaysSchema = z.strictObject({
  country: z.string(),
  /** When somebody last compared the dates with their source. */
  confirmed: z.iso.date(),
  /** The last day the dates speak of. */
  until: z.iso.date(),
  source: z.string().trim().min(1),
  regions: z.strictObject({ noord: wording, midden: wording, zuid: wording }),
  holidays: z
    .array(
      z.strictObject({
        name: wording,
        year: z.string().regex(/^\d{4}-\d{4}$/),
        /** Set by the ministry; otherwise advice that a school may leave. */
        fixed: z.boolean(),
        noord: range,
        midden: range,
        zuid: range,
      }),
    )
    .readonly(),
  public: z
    .array(
      z.union([
        z.strictObject({ name: wording, date: dayOfYear, onSunday: dayOfYear.exactOptional() }),
        z.strictObject({ name: wording, easter: z.int() }),
      ]),
    )
    .readonly(),
})

export type Holidays = Readonly<z.infer<typeof holidaysSchema>>

/** The days of a network: its regions' holidays together, public holidays, and free days of its own. */
export function calendarFor(data: Holidays, regions: readonly Region[], free: readonly FreeDays[]): Calendar {
  const school = data.holidays.flatMap((each) => regions.map((region) => each[region]))
  const weekdays = schoolCalendar([...school, ...free])
  const publicDays = new Map<number, ReadonlySet<string>>()
  const daysOf = (year: number) => {
    const known = publicDays.get(year) ?? new Set(data.public.map((each) => publicDay(each, year)))
    publicDays.set(year, known)
    return known
  }
  return { isSchoolDay: (date) => weekdays.isSchoolDay(date) && !daysOf(Number(date.slice(0, 4))).has(date) }
}

/** Whether the data ends within 90 days, or has ended (reliability.md 7). */
export const endsSoon = ({ until }: Holidays, now: Date): boolean =>
  Date.parse(`${until}T12:00:00Z`) - now.getTime() < warnDays * 86_400_000

function publicDay(day: Holidays['public'][number], year: number): string {
  if ('easter' in day) return plusDays(easterSunday(year), day.easter)
  const date = `${year}-${day.date}`
  return day.onSunday && weekdayOf(date) === 0 ? `${year}-${day.onSunday}` : date
}

/** How long before the end somebody can still do something about it. */
export const warnDays = 90

/** Easter Sunday by the Meeus/Jones/Butcher rule (Meeus, Astronomical Algorithms, chapter 8), `YYYY-MM-DD`. */
export function easterSunday(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`
}
