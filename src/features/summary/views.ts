/** How a summary reads: in the channel, as a preview, and as the form in which lines are left out. */

import { plusDays } from '../../calendar/day.ts'
import type { Field, Values } from '../../contracts/form.ts'
import type { Block, Button, Message } from '../../contracts/message.ts'
import { type Language, plain, said, type Text } from '../../contracts/text.ts'
import type { Member } from '../../network/member.ts'
import type { Summary, SummaryLine } from '../../summary/summary.ts'
import { dayName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import { monthSections, type World } from '../feature.ts'
import { button, oneLine } from '../reply.ts'
import { currentLines, monthsOf } from './lines.ts'

/** What they are happy with comes first; then as in `monthSections`. */
const order = ['proud', ...monthSections.filter((section) => section !== 'proud')] as const

/** Of each section, as many quotes and as many other lines as are read on a phone. */
const mostShown = 5

function linesIn(lines: readonly SummaryLine[], section: string) {
  const all = lines.filter((each) => each.section === section)
  return { own: all.filter(({ quote }) => !quote), quoted: all.filter(({ quote }) => quote) }
}

/** Section by section, each with at most so many of its lines. */
export function sections(lines: readonly SummaryLine[], language: Language, most = mostShown): Block[] {
  return order.flatMap((section): Block[] => {
    const { own, quoted } = linesIn(lines, section)
    if (own.length + quoted.length === 0) return []
    const quotes = quoted.slice(0, most).map(({ text }) => said(plain(text[language])))
    return [
      { tag: 'heading', text: label(language, `ms.${section}`) },
      ...own.slice(0, most).map(({ text }): Block => ({ tag: 'paragraph', text: text[language] })),
      ...(quotes.length > 0 ? [{ tag: 'quotes' as const, quotes }] : []),
    ]
  })
}

export const titleOf = (world: World, summary: Summary, language: Language): Text =>
  say(language, 'ms.title', { month: monthsOf(world, summary, language) })

const isLong = (lines: readonly SummaryLine[]): boolean =>
  order.some((section) => {
    const { own, quoted } = linesIn(lines, section)
    return own.length > mostShown || quoted.length > mostShown
  })

/** What stands in the channel. Everything of it is fixed from then on. */
export function summaryMessage(world: World, summary: Summary, language: Language): Message {
  const { lines } = summary
  if (lines.length === 0) {
    const text = say(language, 'ms.quiet')
    return oneLine(language, text)
  }
  const title = titleOf(world, summary, language)
  const read: Button = button(world.network, 'summary', 'read', [summary.id], {
    label: label(language, 'be.share.all'),
    opens: 'nothing',
  })
  const make: Button = button(world.network, 'summary', 'share', [summary.id], {
    label: label(language, 'ms.make'),
    opens: 'form',
  })
  const long = isLong(lines)
  return {
    language,
    summary: title,
    blocks: [
      { tag: 'heading', text: title },
      ...sections(lines, language),
      ...(long ? [{ tag: 'context' as const, text: say(language, 'ms.more') }] : []),
      { tag: 'context', text: say(language, 'ms.share') },
      { tag: 'buttons', buttons: [...(long ? [read] : []), make] },
    ],
  }
}

/** All of it, for who presses to read on. */
export function wholeSummary(world: World, summary: Summary, language: Language): Message {
  const title = titleOf(world, summary, language)
  const all = sections(summary.lines, language, Number.POSITIVE_INFINITY)
  return { language, summary: title, blocks: [{ tag: 'heading', text: title }, ...all] }
}

/** What a teamleider sees the school day before; with what was pressed instead of the buttons. */
export function previewMessage(
  world: World,
  summary: Summary,
  { language }: Pick<Member, 'language'>,
): Message {
  const { day, previewed, chosen, state } = summary
  const text =
    state === 'posted'
      ? say(language, 'ms.posted')
      : plusDays(previewed, 1) === day
        ? say(language, 'ms.pre')
        : say(language, 'ms.pre.day', { day: dayOf(summary, language) })
  const lines = state === 'posted' ? summary.lines : currentLines(world, summary)
  const does = (action: 'change' | 'fine', id: 'agree.change' | 'ms.fine') =>
    button(world.network, 'summary', action, [summary.id], {
      label: label(language, id),
      opens: action === 'change' ? 'form' : 'nothing',
    })
  const buttons: Block[] =
    state === 'posted' || chosen === 'changed'
      ? []
      : [
          {
            tag: 'buttons',
            buttons: [does('change', 'agree.change'), ...(chosen ? [] : [does('fine', 'ms.fine')])],
          },
        ]
  const now: Block[] =
    state === 'posted'
      ? []
      : chosen === undefined
        ? [{ tag: 'context', text: say(language, 'ms.pre.how') }]
        : [{ tag: 'context', text: label(language, chosen === 'fine' ? 'ms.fine' : 'ms.changed') }]
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'paragraph', text },
      { tag: 'heading', text: titleOf(world, summary, language) },
      ...sections(lines, language, Number.POSITIVE_INFINITY),
      ...now,
      ...buttons,
    ],
  }
}

const dayOf = ({ day }: Summary, language: Language): string =>
  dayName(language, new Date(`${day}T12:00:00Z`), 'UTC')

/** A field for every section, with the lines that stay ticked. */
export const tickFields = (
  lines: readonly SummaryLine[],
  language: Language,
  ticked: (line: SummaryLine) => boolean,
): readonly Field[] =>
  order.flatMap((section): Field[] => {
    const all = lines.filter((each) => each.section === section)
    if (all.length === 0) return []
    return [
      {
        tag: 'choices',
        id: section,
        label: label(language, `ms.${section}`),
        optional: true,
        value: all.filter(ticked).map(({ id }) => id),
        options: all.map(({ id, text }) => ({ value: id, label: text[language] })),
        most: all.length,
      },
    ]
  })

/** The ticked lines; `undefined` when something came back that was never offered. */
export function tickedLines(
  lines: readonly SummaryLine[],
  values: Values,
): readonly SummaryLine[] | undefined {
  const ids = new Set(order.flatMap((section) => [values[section] ?? []].flat()).filter((id) => id !== ''))
  const found = lines.filter(({ id }) => ids.has(id))
  return found.length === ids.size ? found : undefined
}
