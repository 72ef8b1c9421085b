/**
 * **Archive**: when a school year is over, what there is goes on the shelf. There everybody reads it as before, and
 * it is in nobody's way: an answer costs the same in the tenth year as in the first. What still lives comes off by
 * itself the next time it changes.
 */
import { z } from 'zod'
import { dateOf, momentOf, schoolYearOf } from '../../calendar/calendar.ts'
import type { Change, State } from '../../contracts/store.ts'
import { table } from '../../contracts/table.ts'
import { meetings } from '../../meeting/meeting.ts'
import { asks } from '../../network/attention.ts'
import { drafts } from '../../network/draft.ts'
import { members } from '../../network/member.ts'
import { networks } from '../../network/network.ts'
import { parcels, posts } from '../../network/parcel.ts'
import { reminders } from '../../round/reminder.ts'
import { answersTable, participations, rounds } from '../../round/round.ts'
import type { Feature, Occurrence, Outcome, World } from '../feature.ts'

const turned = z.object({ id: z.literal('year'), year: z.string().regex(/^\d{4}-\d{4}$/) })

/** The school year that had begun when things were last put on the shelf. */
const years = table<Readonly<z.infer<typeof turned>>>('school-year', turned)

/** They change or go within weeks, so they stay at hand. */
const passing: ReadonlySet<string> = new Set(
  [networks, members, parcels, asks, drafts, answersTable, participations, reminders].map(({ kind }) => kind),
)

/** The first year, for a network that never had anything put away; `undefined`: nothing happened yet. */
function firstYear(state: State, zone: string): string | undefined {
  const began = [
    ...rounds.all(state).map(({ opened }) => opened),
    ...meetings.all(state).flatMap(({ when }) => when?.start ?? []),
  ]
  const [first] = began.sort()
  return first && schoolYearOf(dateOf(new Date(first), zone))
}

function plan({ state, network: { zone }, now }: World): readonly Occurrence[] {
  const year = schoolYearOf(dateOf(now, zone))
  const before = years.get(state, 'year')?.year ?? firstYear(state, zone) ?? year
  const about = before < year ? year : nextAfter(year)
  // It says nothing to anybody, so it is done before people are back.
  return [{ kind: 'turn', about, at: momentOf(`${about.slice(0, 4)}-08-01`, '00:00', zone), anytime: true }]
}

const nextAfter = (year: string): string => `${year.slice(5)}-${Number(year.slice(5)) + 1}`

function turn(world: World, year: string): Outcome {
  const { state } = world
  const lasting = state.kinds().filter((kind) => !passing.has(kind))
  const shelved = lasting.flatMap((kind) =>
    [...state.all(kind)].map(([id, put]): Change => ({ kind, id, put, shelf: true })),
  )
  return { changes: [...shelved, ...deadPosts(world), years.put({ id: 'year', year })] }
}

/** Where messages stand that no feature keeps up to date any more, because what they are about is over: they go. */
function deadPosts(world: World): readonly Change[] {
  const { state, gather } = world
  const live = new Set(gather.posts(world).map(({ slot }) => slot))
  const things = new Set(state.kinds().flatMap((kind) => [...state.all(kind).keys()]))
  const waiting = new Set(parcels.all(state).map(({ post }) => post))
  const dead = posts.all(state).filter(({ id }) => {
    const [slot = ''] = id.split(' ')
    return !live.has(slot) && !waiting.has(id) && idsIn(slot).some((each) => things.has(each))
  })
  return dead.map(({ id }) => posts.remove(id))
}

/** Whatever in a slot may be an id: in `evaluation-remind-a1-2` that is `a1`, among others. */
function idsIn(slot: string): readonly string[] {
  const parts = slot.split('-')
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_, n) => parts.slice(from, from + n + 1).join('-')),
  )
}

export const archive: Feature = { name: 'archive', plan, occurrences: { turn } }
