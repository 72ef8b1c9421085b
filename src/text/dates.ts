/** Days, times and lists as a reader of each language writes them. */
import type { Language } from '../contracts/text.ts'

const locale: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter takes far longer than using it. */
function formatter(
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${Object.keys(options).join()}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale[language], { ...options, timeZone: zone })
  formats.set(key, known)
  return known
}

/** "donderdag 26 november" / "Thursday 26 November", in the network's zone. */
export function dayName(language: Language, instant: Date, zone: string): string {
  const parts = formatter(language, zone, { weekday: 'long', day: 'numeric', month: 'long' }).formatToParts(
    instant,
  )
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('month')}`
}

/** "15:30", where another time follows: "15:30 tot 17:00 uur". */
export const clockName = (language: Language, instant: Date, zone: string): string =>
  formatter(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)

/** "15:30 uur" / "15:30". */
export function timeName(language: Language, instant: Date, zone: string): string {
  const time = clockName(language, instant, zone)
  return language === 'nl' ? `${time} uur` : time
}

/** "26 november" / "26 November", of a calendar date (`YYYY-MM-DD`) that belongs to no zone. */
export function dateName(language: Language, date: string): string {
  return formatter(language, 'UTC', { day: 'numeric', month: 'long' }).format(new Date(`${date}T00:00:00Z`))
}

/** "november" / "November", of a month (`YYYY-MM`). */
export function monthName(language: Language, month: string): string {
  return formatter(language, 'UTC', { month: 'long' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** "a, b en c" / "a, b and c". */
export const listName = (language: Language, items: readonly string[]): string =>
  lists[language].format(items)

const lists: Readonly<Record<Language, Intl.ListFormat>> = {
  nl: new Intl.ListFormat(locale.nl, { type: 'conjunction' }),
  en: new Intl.ListFormat(locale.en, { type: 'conjunction' }),
}
