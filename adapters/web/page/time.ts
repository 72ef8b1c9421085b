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

function moment(at: string, language: Language, timeZone: string, day: Intl.DateTimeFormatOptions): string {
  const when = new Date(at)
  const locale = locales[language]
  const date = new Intl.DateTimeFormat(locale, { timeZone, ...day }).format(when).replaceAll(',', '')
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(when)
  return `${date} ${time}`
}
