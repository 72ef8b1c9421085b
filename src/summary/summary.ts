/**
 * The **summary** of a month: what a network sees of itself, line by line, each line in both languages. It is
 * frozen when it is posted. A **version to share** is what a member ticked of it for the school; it goes to
 * nobody until the network had its say.
 */
import { z } from 'zod'
import { type Calendar, schoolDayAfter, schoolDayBefore } from '../calendar/calendar.ts'
import { plusDays } from '../calendar/day.ts'
import type { Change, State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import type { Text } from '../contracts/text.ts'

const line = z.object({
  /** The same line has the same id in every summary. */
  id: z.string(),
  section: z.string(),
  /** In somebody's own words. */
  quote: z.boolean(),
  text: z.object({ nl: z.custom<Text>(), en: z.custom<Text>() }).readonly(),
})

export type SummaryLine = Readonly<z.infer<typeof line>>

const lines = z.array(line.readonly()).readonly()

const summary = z.object({
  /** The month in which it comes, as `2026-12`: it tells of the time before. */
  id: z.string().regex(/^\d{4}-\d{2}$/),
  /** `preview`: the teamleider saw it, or could have. */
  state: z.enum(['preview', 'posted']),
  /** ISO instants: what it covers. */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  previewed: z.iso.date(),
  /** When the preview said that it would be posted. */
  day: z.iso.date(),
  lines,
  /** What the teamleider left out, by id. */
  left: z.array(z.string()).readonly(),
  /** What was pressed under the preview. */
  chosen: z.enum(['fine', 'changed']).exactOptional(),
})

export type Summary = Readonly<z.infer<typeof summary>>

export const summaries = table<Summary>('summary', summary)

/** In the order of their months. */
const inOrder = (state: State): readonly Summary[] =>
  summaries.all(state).toSorted((a, b) => (a.id < b.id ? -1 : 1))

export const posted = (state: State): readonly Summary[] =>
  inOrder(state).filter((each) => each.state === 'posted')

/** Nobody is at school: a month without a summary. */
export const isAugust = (month: string): boolean => month.endsWith('-08')

/** Longer than a holiday of a week, with its weekends. */
const longBreak = 14

/**
 * The day of the preview for a summary that could come on a school day: the one before it. When a long
 * holiday lies in between it is that day itself, because nobody remembers a preview of weeks ago; the summary then
 * comes a day later.
 */
export function previewDay(calendar: Calendar, date: string): string {
  const before = schoolDayBefore(calendar, date)
  return before < plusDays(date, -longBreak) ? date : before
}

/** The days on which one will come, this month and the next: as its preview said, or else about the first school day. */
export function summaryDays(state: State, calendar: Calendar, today: string): readonly string[] {
  const next = plusDays(`${today.slice(0, 7)}-28`, 7)
  return [today, next].flatMap((date) => {
    const month = date.slice(0, 7)
    const known = summaries.get(state, month)
    if (isAugust(month) || known?.state === 'posted') return []
    const first = schoolDayAfter(calendar, `${month}-01`, 0)
    return [known?.day ?? schoolDayAfter(calendar, previewDay(calendar, first), 1)]
  })
}

const version = z.object({
  id: z.string(),
  /** The summary it comes from. */
  summary: z.string(),
  /** Who proposed it; absent once they had the outcome. Who objected is written down nowhere. */
  by: z.string().exactOptional(),
  lines,
  proposed: z.iso.date(),
  state: z.enum(['open', 'stopped', 'ready']),
})

export type ShareVersion = Readonly<z.infer<typeof version>>

export const shareVersions = table<ShareVersion>('share-version', version)

/** Takes lines out of what is kept, because they belong to somebody who wants all of theirs gone. */
export function forgetLines(state: State, ids: readonly string[]): readonly Change[] {
  const stays = ({ id }: SummaryLine) => !ids.includes(id)
  const touched = <T extends { readonly lines: readonly SummaryLine[] }>(all: readonly T[]) =>
    all.filter((each) => !each.lines.every(stays))
  return [
    ...touched(summaries.all(state)).map((each) =>
      summaries.put({ ...each, lines: each.lines.filter(stays) }),
    ),
    ...touched(shareVersions.all(state)).map((each) =>
      shareVersions.put({ ...each, lines: each.lines.filter(stays) }),
    ),
  ]
}
