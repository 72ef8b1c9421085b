/**
 * One engine for everything that is asked: open, save step by step, close, give back. Pure: each function
 * says what must change; the road commits it.
 */
import type { Values } from '../contracts/form.ts'
import type { Change, State } from '../contracts/store.ts'
import { type Instrument, type Item, itemsOf, linesIn, pinOf, places } from '../instrument/instrument.ts'
import type { Member } from '../network/member.ts'
import { type Contribution, share } from '../privacy/share.ts'
import { crosses } from './lines.ts'
import { forgetReminders, reminders } from './reminder.ts'
import {
  type Answers,
  answersId,
  answersTable,
  answersTo,
  participations,
  pinnedInstruments,
  type Round,
  readyWith,
  rounds,
} from './round.ts'

export type NewRound = Pick<Round, 'id' | 'feature' | 'about' | 'opened' | 'closes' | 'aloud'>

/** A round as it begins, and what must change for it. */
export interface Opened {
  readonly round: Round
  readonly changes: readonly Change[]
}

/** Opens a round and pins the instrument as it is today; one that was made for this round has a pin of its own. */
export function openRound(opened: NewRound, instrument: Instrument, pin = pinOf(instrument)): Opened {
  const round: Round = { ...opened, instrument: pin, state: 'open', unreachedTold: false, revision: 0 }
  return { round, changes: [pinnedInstruments.put({ id: pin, content: instrument }), rounds.put(round)] }
}

/** The questions of this round, as they were when it opened. */
export function instrumentOf(state: State, round: Round): Instrument {
  const pinned = pinnedInstruments.get(state, round.instrument)
  if (!pinned) throw new Error(`round ${round.id} has lost its instrument ${round.instrument}`)
  return pinned.content
}

export function answersBy(state: State, round: Round, member: Member): Answers {
  const id = answersId(round.id, member.id)
  return answersTable.get(state, id) ?? { id, round: round.id, member: member.id, revision: 0, values: {} }
}

/** Replaces what a member said to the items of one step; an item left empty is withdrawn. */
export function saveStep(
  state: State,
  round: Round,
  member: Member,
  items: readonly Item[],
  values: Values,
): readonly Change[] {
  const before = answersBy(state, round, member)
  const kept = Object.entries(before.values).filter(([id]) => !items.some((item) => item.id === id))
  const said = items.flatMap((item) => {
    const value = values[item.id]
    return value === undefined ? [] : [[item.id, value] as const]
  })
  return [
    answersTable.put({
      ...before,
      revision: before.revision + 1,
      values: Object.fromEntries([...kept, ...said]),
    }),
  ]
}

/** A member went through to the end, whether or not they said something. */
export function markReady(round: Round, member: Member): Change {
  return participations.put({ id: answersId(round.id, member.id), round: round.id, member: member.id })
}

export const isReady = (state: State, round: Round, member: Member): boolean =>
  participations.get(state, answersId(round.id, member.id)) !== undefined

export function allReady(state: State, round: Round, people: readonly Member[]): boolean {
  return people.length > 0 && people.every((person) => isReady(state, round, person))
}

/** Says something: not only "I don't know" or "nothing yet". */
export function substantive(item: Item, value: Contribution | undefined): boolean {
  if (value === undefined || value.length === 0) return false
  if (item.type === 'text') return true
  if (item.type === 'name') return false
  if (item.type === 'line') return places.some((place) => place === value)
  return [value].flat().some((chosen) => item.options.some(({ id, open }) => id === chosen && !open))
}

/**
 * Closes a round for good: fixes what may be shown, and erases every answer and who took part. People who no
 * longer take part have no answers here any more.
 */
export function closeRound(
  state: State,
  round: Round,
  minimum: number,
  random: () => number,
): { readonly round: Round; readonly changes: readonly Change[] } {
  const items = itemsOf(instrumentOf(state, round))
  const all = answersTo(state, round.id)
  const contributions = new Map(
    items.map((item) => [
      item.id,
      all.flatMap(({ values }) => {
        const value = values[item.id]
        return value !== undefined && substantive(item, value) ? [value] : []
      }),
    ]),
  )
  const asked = items.flatMap((item) => {
    if (item.type === 'line' || item.type === 'name') return []
    if (item.type === 'text') return [{ id: item.id }]
    return [{ id: item.id, options: item.options.filter(({ open }) => !open).map(({ id }) => id) }]
  })
  const { people, shown } = crosses(state, items, all, minimum)
  const shared = [...shown, ...share(asked, contributions, minimum, random)]
  // Examples without the crosses that they belong to say too little.
  const result = linesIn(items).length > 0 && shown.length === 0 ? [] : shared
  const closed: Round = { ...round, state: 'closed', result, ...(shown.length > 0 && { people }) }
  return {
    round: closed,
    changes: [
      rounds.put(closed),
      ...all.map(({ id }) => answersTable.remove(id)),
      ...readyWith(state, round.id).map(({ id }) => participations.remove(id)),
      ...forgetReminders(state, round.id),
    ],
  }
}

/** Somebody stops taking part: what they said in rounds that still run goes. */
export function withdraw(state: State, memberId: string): readonly Change[] {
  const theirs = <T extends { readonly member: string }>(each: T) => each.member === memberId
  return [
    ...answersTable
      .all(state)
      .filter(theirs)
      .map(({ id }) => answersTable.remove(id)),
    ...reminders
      .all(state)
      .filter(theirs)
      .map(({ id }) => reminders.remove(id)),
    ...participations
      .all(state)
      .filter(theirs)
      .map(({ id }) => participations.remove(id)),
  ]
}
