/** When a summary comes: the first school day of the month with room, and a preview the school day before. */
import {
  dateOf,
  inSchoolHours,
  momentOf,
  schoolDayAfter,
  schoolDayBefore,
  schoolHours,
} from '../../calendar/calendar.ts'
import { plusDays, weekOf } from '../../calendar/day.ts'
import { answerDays, asksEveryoneOn, datedMeetings, lookBackFrom } from '../../meeting/meeting.ts'
import { hasRoom } from '../../network/attention.ts'
import { rounds } from '../../round/round.ts'
import { isAugust, posted, previewDay, type Summary, summaries } from '../../summary/summary.ts'
import type { Occurrence, World } from '../feature.ts'
import { isQuiet } from './lines.ts'

/** So long it gives way to what goes first; then it lapses, and the next one tells of this month too. */
const waitDays = 10

export interface Coming {
  readonly id: string
  /** The first school day of its month. */
  readonly first: string
  readonly lapses: Date
  readonly preview?: Summary
}

/** The next summary; `undefined` when there is no school for a year. */
export function comingSummary({ state, network, calendar, now }: World): Coming | undefined {
  const months = monthsFrom(dateOf(now, network.zone).slice(0, 7))
  const last = posted(state).at(-1)?.id ?? ''
  for (const id of months) {
    if (isAugust(id) || id <= last) continue
    const first = schoolDayAfter(calendar, `${id}-01`, 0)
    if (!first.startsWith(id)) continue
    const until = schoolDayAfter(calendar, first, waitDays)
    const lapses = momentOf(until, schoolHours.until, network.zone)
    if (lapses <= now) continue
    const preview = summaries.get(state, id)
    return { id, first, lapses, ...(preview && { preview }) }
  }
  return undefined
}

function monthsFrom(month: string): readonly string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Array.from({ length: 14 }, (_, ahead) => {
    const at = year * 12 + number - 1 + ahead
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

export function planSummary(world: World): readonly Occurrence[] {
  const coming = comingSummary(world)
  const moment = coming && postMoment(world, coming)
  if (!coming || !moment) return []
  const { id, lapses: until, preview } = coming
  if (preview) return [{ kind: 'post', about: id, at: moment, until }]
  const wished = previewDay(world.calendar, dateOf(moment, world.network.zone))
  const [day = wished] = daysFrom(world, wished, wished)
  return [{ kind: 'preview', about: id, at: momentOf(day, schoolHours.usual, world.network.zone), until }]
}

/** Before the word for a meeting, of which it then takes the place. */
const early = '15:00'

/**
 * The first school day that has room, and never the day of the preview; `undefined` when none has before it lapses.
 * It gives way to everything else. But where every week is full it takes the place of the word before a meeting,
 * once a month: it says as well what was agreed and what comes next. A quiet month does not.
 */
export function postMoment(world: World, { first, lapses, preview }: Coming): Date | undefined {
  const { calendar, network } = world
  const after = preview && schoolDayAfter(calendar, preview.previewed, 1)
  const days = daysFrom(world, after && after > first ? after : first, dateOf(lapses, network.zone))
  const { firm, words } = expected(world, lapses)
  const free = days.find(channelRoom(world, [...firm, ...words]))
  if (free) return momentOf(free, schoolHours.usual, network.zone)
  if (preview && isQuiet(world, preview.lines)) return undefined
  const full = days.find(channelRoom(world, firm))
  if (full === undefined) return undefined
  return momentOf(full, words.includes(full) ? early : schoolHours.usual, network.zone)
}

/** Half an hour after half past three it is too late for today. */
const tolerance = 30 * 60_000

/**
 * The school days from a date on that are still to come, and at least one. What is late waits for the next half past
 * three, so that it never comes together with other things that are caught up.
 */
function daysFrom({ calendar, network, now }: World, date: string, last: string): readonly string[] {
  const today = dateOf(now, network.zone)
  const late = now.getTime() > momentOf(today, schoolHours.usual, network.zone).getTime() + tolerance
  const days = [schoolDayAfter(calendar, date > today ? date : late ? plusDays(today, 1) : today, 0)]
  for (let day = days[0] ?? last; day < last; days.push(day)) day = schoolDayAfter(calendar, day, 1)
  return days
}

/** Room in the channel on a day and in its week, after what else is sure to come. */
function channelRoom({ state, calendar, network }: World, coming: readonly string[]) {
  return (date: string): boolean =>
    !coming.includes(date) &&
    !asksEveryoneOn(state, date, calendar, network.zone) &&
    hasRoom(state, 'channel', date, coming.filter((day) => weekOf(day) === weekOf(date)).length)
}

/** The word before a meeting may come weeks before it, when a holiday lies in between. */
const ahead = 28 * 86_400_000

interface Expected {
  /** Days on which the channel will be asked something, or get something back. */
  readonly firm: readonly string[]
  /** Days of a word before a meeting. */
  readonly words: readonly string[]
}

function expected({ state, calendar, network, now }: World, until: Date): Expected {
  const today = dateOf(now, network.zone)
  const opened = new Set(rounds.all(state).map(({ about }) => about))
  const closing = rounds.all(state).flatMap((round) => (round.state === 'open' ? [round.closes] : []))
  const far = new Date(until.getTime() + ahead).toISOString()
  const meetings = datedMeetings(state).filter(({ when }) => when.start < far)
  const words = meetings
    .filter(({ announced }) => !announced)
    .map(({ when }) => schoolDayBefore(calendar, dateOf(new Date(when.start), network.zone)))
  const looking = meetings
    .filter(({ id, lookBack }) => lookBack === 'form' && !opened.has(id))
    .flatMap((each) => {
      const asked = dateOf(inSchoolHours(calendar, lookBackFrom(each), network.zone), network.zone)
      return [asked, schoolDayAfter(calendar, asked, answerDays)]
    })
  const closes = closing.map((each) => dateOf(new Date(each), network.zone))
  const toCome = (days: readonly string[]) => days.filter((day) => day >= today)
  return { firm: toCome([...closes, ...looking]), words: toCome(words) }
}
