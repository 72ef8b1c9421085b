/** Days and times as people say them, always in the network's own zone. */
import type { Language } from '../../../src/contracts/text.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** "donderdag 26 november 15:30". */
export function longMoment(at: string, language: Language, zone: string): string {
  return moment(at, language, zone, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** "do 26 nov 15:30". */
export function shortMoment(at: string, language: Language, zone: string): string {
  return moment(at, language, zone, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** "Midden-Europese tijd". */
export function zoneName(language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone, timeZoneName: 'longGeneric' })
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** The moment as a date-time input holds it: `2026-11-26T15:30`. */
export function wallTime(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'iso8601', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(new Date(at))
  const part = (name: string) => parts.find(({ type }) => type === name)?.value
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The moment at which clocks there say this, as an ISO instant; nothing when it is no moment. What clocks skip in
 * spring is as much later; what they say twice in autumn is the first.
 */
export function momentAt(wall: string, zone: string): string | undefined {
  const asIfUtc = /^[12]\d{3}-\d\d-\d\dT/.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN
  if (Number.isNaN(asIfUtc)) return undefined
  const offset = (at: number) => Date.parse(`${wallTime(new Date(at).toISOString(), zone)}Z`) - at
  const day = 86_400_000
  const [before, after] = [-day, day].map((shift) =>
    new Date(asIfUtc - offset(asIfUtc + shift)).toISOString(),
  )
  return after && wallTime(after, zone) === wall && before && wallTime(before, zone) !== wall ? after : before
}

function moment(at: string, language: Language, timeZone: string, day: Intl.DateTimeFormatOptions): string {
  const when = new Date(at)
  const locale = locales[language]
  const date = new Intl.DateTimeFormat(locale, { timeZone, ...day }).format(when).replaceAll(',', '')
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(when)
  return `${date} ${time}`
}
