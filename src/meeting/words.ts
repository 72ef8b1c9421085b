/** How a meeting reads, and how a series does. */
import type { Language, Text } from '../contracts/text.ts'
import { clockName, dayName, listName, timeName } from '../text/dates.ts'
import { label, type PlainTextId, say } from '../text/say.ts'
import type { Meeting } from './meeting.ts'
import type { Repeat } from './series.ts'

interface Zoned {
  readonly network: { readonly zone: string }
}

/** How often meetings come, in words to choose from. */
export const repeatTexts = {
  week: 'plan.week',
  fortnight: 'plan.fortnight',
  month: 'plan.month',
  eight: 'plan.eight',
} as const satisfies Readonly<Record<Exclude<Repeat, 'once'>, PlainTextId>>

/** "maandag 7 december, 15:30 tot 17:00 uur". */
export function whenText({ network }: Zoned, meeting: Meeting, language: Language): Text {
  if (!meeting.when) return label(language, 'plan.undated')
  const [start, end] = [new Date(meeting.when.start), new Date(meeting.when.end)]
  return say(language, 'plan.when', {
    day: dayName(language, start, network.zone),
    from: clockName(language, start, network.zone),
    until: timeName(language, end, network.zone),
  })
}

/** One meeting with its times; a series with its times once and then its days. */
export function plannedText(zoned: Zoned, made: readonly Meeting[], language: Language): Text {
  const { zone } = zoned.network
  const [first] = made
  if (made.length === 1 && first)
    return say(language, 'plan.line', { dates: whenText(zoned, first, language) })
  const starts = made.flatMap(({ when }) => (when ? [new Date(when.start)] : []))
  return say(language, 'plan.series', {
    from: clockName(language, new Date(first?.when?.start ?? 0), zone),
    until: timeName(language, new Date(first?.when?.end ?? 0), zone),
    days: listName(
      language,
      starts.map((start) => dayName(language, start, zone)),
    ),
  })
}
