/** When a summary comes: a preview the school day before, and the first school day of the month with room. */
import {
  dateOf,
  inSchoolHours,
  momentOf,
  schoolDayAfter,
  schoolDayBefore,
  schoolHours,
} from '../../calendar/calendar.ts'
import { plusDays, weekOf } from '../../calendar/day.ts'
import { asksEveryoneOn, lookBackFrom, meetingsForPlan } from '../../meeting/meeting.ts'
import { hasRoom } from '../../network/attention.ts'
import { rounds } from '../../round/round.ts'
import { posted, type Summary, summaries } from '../../summary/summary.ts'
import type { Occurrence, World } from '../feature.ts'

/** So long it gives way to what goes first; then it lapses, and the next one tells of this month too. */
const waitDays = 10
/** School days until a round after a meeting is given back. */
const answerDays = 3
/** Nobody is at school. */
const august = '08'

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
    if (id.endsWith(`-${august}`) || id <= last) continue
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
  if (!coming) return []
  const { id, lapses: until, preview } = coming
  if (preview) return [{ kind: 'post', about: id, at: postMoment(world, coming), until }]
  const day = dateOf(postMoment(world, coming), world.network.zone)
  return [{ kind: 'preview', about: id, at: usualFrom(world, schoolDayBefore(world.calendar, day)), until }]
}

/** Never on the day of the preview. */
export function postMoment(world: World, { first, preview }: Coming): Date {
  const after = preview && schoolDayAfter(world.calendar, preview.previewed, 1)
  return usualFrom(world, after && after > first ? after : first, channelRoom(world))
}

/** Half an hour after half past three it is too late for today. */
const tolerance = 30 * 60_000

/**
 * Half past three on the first school day from a date on that has room. What is late waits for the next half
 * past three, so that it never comes together with other things that are caught up.
 */
function usualFrom({ calendar, network, now }: World, date: string, room = (_: string) => true): Date {
  const usual = (day: string) => momentOf(day, schoolHours.usual, network.zone)
  const today = dateOf(now, network.zone)
  const late = now.getTime() > usual(today).getTime() + tolerance
  let day = schoolDayAfter(calendar, date > today ? date : late ? plusDays(today, 1) : today, 0)
  for (let tries = 0; tries < waitDays && !room(day); tries++) day = schoolDayAfter(calendar, day, 1)
  return usual(day)
}

/** Room in the channel after all that goes first (storyboard §0): the summary gives way. */
function channelRoom(world: World): (date: string) => boolean {
  const { state, calendar, network } = world
  const coming = expected(world)
  return (date) =>
    !coming.includes(date) &&
    !asksEveryoneOn(state, date, calendar, network.zone) &&
    hasRoom(state, 'channel', date, coming.filter((day) => weekOf(day) === weekOf(date)).length)
}

/** The days on which the channel will hear of a meeting, or of a round that comes back. */
function expected({ state, calendar, network, now }: World): readonly string[] {
  const today = dateOf(now, network.zone)
  const opened = new Set(rounds.all(state).map(({ about }) => about))
  const closing = rounds.all(state).flatMap((round) => (round.state === 'open' ? [round.closes] : []))
  const meetings = meetingsForPlan(state, now).flatMap((each) => {
    const before = schoolDayBefore(calendar, dateOf(new Date(each.when.start), network.zone))
    const asked = dateOf(inSchoolHours(calendar, lookBackFrom(each), network.zone), network.zone)
    const back = each.lookBack === 'form' && !opened.has(each.id)
    return [
      ...(each.announced ? [] : [before]),
      ...(back ? [asked, schoolDayAfter(calendar, asked, answerDays)] : []),
    ]
  })
  return [...closing.map((each) => dateOf(new Date(each), network.zone)), ...meetings].filter(
    (day) => day >= today,
  )
}
