/**
 * The two **moments** of a school year at which the Dimensieraamwerk is proposed: one in the middle and one near
 * the end, on days from which ten school days follow without a holiday, and not in the week of a meeting.
 *
 * - After Christmas, because before it a new network hardly knows itself; both windows lie inside those of
 *   domain.md §2 (November-February, May-June).
 * - Until teamleider and coach heard of it, a moment is only a sum; from then on it is a record.
 */
import { z } from 'zod'
import {
  dateOf,
  momentOf,
  schoolDayAfter,
  schoolDayBefore,
  schoolHours,
  schoolYearOf,
} from '../../calendar/calendar.ts'
import { plusDays, weekOf } from '../../calendar/day.ts'
import type { State } from '../../contracts/store.ts'
import { table } from '../../contracts/table.ts'
import { datedMeetings } from '../../meeting/meeting.ts'
import { askedOn, firstRoom, hasRoom } from '../../network/attention.ts'
import { participants } from '../../network/member.ts'
import { rounds } from '../../round/round.ts'
import type { Occurrence, World } from '../feature.ts'
import { leads } from './ahead.ts'
import { feature } from './record.ts'

const moment = z.object({
  /** "2026-2027.winter": the school year and the season. */
  id: z.string(),
  date: z.iso.date(),
  /** `told`: nobody said anything about it yet, so it goes on. */
  state: z.enum(['told', 'fine', 'off']),
  /** How often it was changed. */
  revision: z.int(),
})

export type Moment = Readonly<z.infer<typeof moment>>

export const moments = table<Moment>('moment', moment)

/**
 * The days on which a round may begin, in the second calendar year of a school year. One that was opened by a
 * word since `since` takes the place of it.
 */
const seasons = {
  winter: { since: '11-01', from: '01-12', until: '02-26' },
  summer: { since: '04-01', from: '05-14', until: '06-18' },
} as const

/** A round takes two weeks when no free day falls in it. */
const [openDays, wholeWeeks] = [10, 14]
const day = 86_400_000
/** A round that somebody opened lately takes the place of one that was told already. */
const lately = 42
/** So long a round waits for room; after that it begins in a busy week, or lapses with these days. */
const [waitsSchoolDays, lapsesAfterDays] = [5, 21]

/** A proposal that still has to be told: its name and its day. */
export interface Proposal {
  readonly id: string
  readonly date: string
}

/** The next moment that nobody has heard of yet; `undefined` while the network is too small for a picture. */
export function nextProposal(world: World): Proposal | undefined {
  const { network, now, state } = world
  if (participants(state).length < network.minimum) return undefined
  const today = dateOf(now, network.zone)
  const year = schoolYearOf(today)
  const following = schoolYearOf(plusDays(today, 366))
  for (const which of [year, following]) {
    for (const season of ['winter', 'summer'] as const) {
      const id = `${which}.${season}`
      const had = moments.get(state, id) || openedIn(state, network.zone, which, season)
      const date = had ? undefined : dayFor(world, which, season)
      if (date !== undefined) return { id, date }
    }
  }
  return undefined
}

function dayFor(world: World, year: string, season: keyof typeof seasons): string | undefined {
  const { calendar, now } = world
  const [first, last] = [seasons[season].from, seasons[season].until].map(
    (each) => `${year.slice(5)}-${each}`,
  )
  let busy: string | undefined
  for (let date = first ?? ''; date <= (last ?? ''); date = plusDays(date, 1)) {
    const whole = plusDays(date, wholeWeeks)
    const inTime = headOn(world, date).getTime() > now.getTime() - day
    if (!inTime || !calendar.isSchoolDay(date) || schoolDayAfter(calendar, date, openDays) !== whole) continue
    if (!meetsInWeek(world, date)) return date
    busy ??= date
  }
  // A network that meets every week has no week without a meeting.
  return busy
}

/** A week has enough in it with a meeting, before it and after it. */
const meetsInWeek = ({ network, state }: World, date: string): boolean =>
  datedMeetings(state).some(({ when }) => weekOf(dateOf(new Date(when.start), network.zone)) === weekOf(date))

const openedOn = (state: State, zone: string): readonly string[] =>
  rounds
    .all(state)
    .flatMap((round) => (round.feature === feature ? [dateOf(new Date(round.opened), zone)] : []))

function openedIn(state: State, zone: string, year: string, season: keyof typeof seasons): boolean {
  const { since, until } = seasons[season]
  const first = `${season === 'winter' ? year.slice(0, 4) : year.slice(5)}-${since}`
  return openedOn(state, zone).some((date) => first <= date && date <= `${year.slice(5)}-${until}`)
}

const openedLately = (state: State, zone: string, date: string): boolean =>
  openedOn(state, zone).some((opened) => plusDays(opened, lately) > date)

/** A week before, or the last school day before that. */
function headOn({ calendar, network }: World, date: string): Date {
  const before = plusDays(date, -7)
  const told = calendar.isSchoolDay(before) ? before : schoolDayBefore(calendar, before)
  return momentOf(told, schoolHours.usual, network.zone)
}

export function planMoments(world: World): readonly Occurrence[] {
  const { network, state } = world
  const next = nextProposal(world)
  // Whoever was asked something today hears of this tomorrow.
  const quiet = (date: string) => leads(world).every(({ id }) => !askedOn(state, id, date))
  const head = next && {
    kind: 'head',
    about: next.id,
    at: firstRoom(world, headOn(world, next.date), quiet),
    until: momentOf(next.date, schoolHours.from, network.zone),
  }
  return [...(head ? [head] : []), ...comingMoments(state, network.zone).map((each) => opening(world, each))]
}

/** Told, not called off, and not overtaken by a round that somebody opened. */
export const comingMoments = (state: State, zone: string): readonly Moment[] =>
  moments.all(state).filter(({ id, date, state: stands }) => {
    const done = rounds.all(state).some(({ about }) => about === id)
    return stands !== 'off' && !done && !openedLately(state, zone, date)
  })

function opening(world: World, { id, date }: Moment): Occurrence {
  const { calendar, network, reserved, state } = world
  const wished = momentOf(date, schoolHours.usual, network.zone)
  // It asks everyone, so nobody may have had their share already.
  const asked = ['channel', 'everyone', ...participants(state).map((each) => each.id)]
  const fits = (on: string) =>
    asked.every((to) => hasRoom(state, to, on, to === 'channel' ? 0 : reserved(on)))
  const quiet = firstRoom(world, wished, (on) => fits(on) && !meetsInWeek(world, on))
  const patience = momentOf(schoolDayAfter(calendar, date, waitsSchoolDays), schoolHours.until, network.zone)
  const at = quiet <= patience ? quiet : firstRoom(world, wished, fits)
  return {
    kind: 'open',
    about: id,
    at,
    until: momentOf(plusDays(date, lapsesAfterDays), schoolHours.until, network.zone),
  }
}
