/** What a summary tells: the lines of all features, in both languages, told once. */
import { dateOf, schoolDayAfter } from '../../calendar/calendar.ts'
import { type Language, languages, type Text } from '../../contracts/text.ts'
import { posted, type Summary, type SummaryLine } from '../../summary/summary.ts'
import { monthName } from '../../text/dates.ts'
import { say } from '../../text/say.ts'
import type { Period, World } from '../feature.ts'

/** What still runs or is still to come is told again; everything else once. */
const again: readonly string[] = ['agreed', 'next']
/** A month in which there is nothing but these is a quiet one. */
const around: readonly string[] = ['card', 'next']

/** Since the last summary, up to a moment. */
export const periodUntil = ({ state }: World, until: Date): Period => ({
  from: posted(state).at(-1)?.until ?? new Date(0).toISOString(),
  until: until.toISOString(),
})

const toldBefore = ({ state }: World): ReadonlySet<string> =>
  new Set(posted(state).flatMap(({ lines, left }) => [...lines.map(({ id }) => id), ...left]))

export function linesOf(world: World, period: Period): readonly SummaryLine[] {
  const told = toldBefore(world)
  const [first = [], other = []] = languages.map((language) => {
    const network = { ...world.network, language }
    return world.gather.month({ ...world, network }, period)
  })
  const twins = new Map(other.map((each) => [each.id, each]))
  const unique = new Map(first.map((each) => [each.id, each]))
  return [...unique.values()]
    .filter(({ id, section }) => again.includes(section) || !told.has(id))
    .toSorted(({ at: one = '' }, { at: other = '' }) => (one < other ? -1 : one > other ? 1 : 0))
    .map(({ id, section, quote, text }) => {
      return { id, section, quote, text: { nl: text, en: twins.get(id)?.text ?? text } }
    })
}

/** The lines of a preview as they are today: what was left out, or is true no longer, is not among them. */
export function currentLines(world: World, { from, until, lines, left }: Summary): readonly SummaryLine[] {
  const now = new Map(linesOf(world, { from, until }).map((each) => [each.id, each]))
  return lines.flatMap(({ id }) => {
    const current = now.get(id)
    return current && !left.includes(id) ? [current] : []
  })
}

/** Nothing new: what only runs on is not told again for its own sake. */
export function isQuiet(world: World, lines: readonly SummaryLine[]): boolean {
  const told = toldBefore(world)
  return lines.every(({ id, section }) => around.includes(section) || told.has(id))
}

/** The first days of a month still belong to the one before. */
const monthBegins = '10'

/** "november", "juli en augustus": the months that it tells of, and never the one in which it comes. */
export function monthsOf(
  { calendar, network }: World,
  { id, from, until }: Summary,
  language: Language,
): Text {
  const ended = dateOf(new Date(until), network.zone)
  const month = ended.slice(8) < monthBegins ? monthBefore(ended.slice(0, 7)) : ended.slice(0, 7)
  const last = month < id ? month : monthBefore(id)
  const began = new Date(from)
  const first =
    began.getTime() === 0 ? last : schoolDayAfter(calendar, dateOf(began, network.zone), 1).slice(0, 7)
  if (first >= last) return monthName(language, first)
  return say(language, first === monthBefore(last) ? 'ms.two' : 'ms.months', {
    first: monthName(language, first),
    last: monthName(language, last),
  })
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
