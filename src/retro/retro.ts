/**
 * A **retro**: looking back together, started by somebody of the network.
 *
 * - **Sheet** (blad): all that one person wrote, tapped and dotted in a retro that runs. It is the only record
 *   that ties a person to a note, nobody else ever sees it, and it goes when the retro closes.
 * - **Board**: what was revealed to all at once, without whose it is, unless everyone who wrote chose a name.
 * - **Pinned form**: the form as it was when the retro began.
 */
import { z } from 'zod'
import type { Change, State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { keptFormSchema, type Phase, type RetroForm, tapValues } from '../instrument/retro.ts'

const note = z.object({
  id: z.string(),
  /** What it answers: a field of the form. */
  field: z.string(),
  words: z.string(),
  /** A member's id: only where everyone who wrote chose to show their name. */
  by: z.string().exactOptional(),
})

export type Note = Readonly<z.infer<typeof note>>

/** How much attention an activity gets, said by enough people to show: the most chosen words, and the others. */
const tally = z.object({
  tap: z.string(),
  most: z.array(z.enum(tapValues)).readonly(),
  also: z.array(z.enum(tapValues)).readonly(),
})

export type Tally = Readonly<z.infer<typeof tally>>

const pile = z.object({ name: z.string(), notes: z.array(z.string()).readonly() })

const retro = z.object({
  id: z.string(),
  /** Key in `pinnedForms`. */
  form: z.string(),
  /** Who leads: a member's id, or empty when that person was erased. */
  facilitator: z.string(),
  /** In one go, or over three school days. */
  pace: z.enum(['now', 'days']),
  /** The question they write to, where the form has one. */
  question: z.string().exactOptional(),
  state: z.enum(['open', 'closed']),
  /** Which phase of the form, from 0. */
  at: z.int().min(0),
  /** Which topic they talk about, from 0. */
  topic: z.int().min(0),
  /** Too few wrote to show anything: they go on out loud. */
  aloud: z.boolean(),
  /** ISO instants: the beginning, the last time somebody led it on, the reveal that comes by itself, the close. */
  opened: z.iso.datetime(),
  moved: z.iso.datetime(),
  reveals: z.iso.datetime().exactOptional(),
  closed: z.iso.datetime().exactOptional(),
  /** `HH:mm`, for those who want an end time to the talk. */
  ends: z.string().exactOptional(),
  board: z.array(note).readonly(),
  /** Notes that were shown and whose writer went: they stay, and belong to nobody. */
  loose: z.array(note).readonly(),
  tallies: z.array(tally).readonly(),
  piles: z.array(pile).readonly(),
  /** Topics by the dots they got; empty where there was nothing to go by. */
  order: z.array(z.string()).readonly(),
  /** Who keeps an eye on what next time: members' ids by activity. */
  cards: z.record(z.string(), z.string()).readonly(),
  points: z.array(z.string()).readonly(),
  /** How often it was led on, and how often a card changed hands. */
  revision: z.int(),
  taken: z.int(),
  /** Which message in the channel it lives in: a reveal over days is news, and so a new one. */
  post: z.int(),
  /** The facilitator heard that it was left halfway. */
  slept: z.boolean(),
  /** It closed by itself. */
  asleep: z.boolean(),
  /** What came of it was said before the next meeting. */
  recalled: z.boolean(),
})

export type Retro = Readonly<z.infer<typeof retro>>

const sheet = z.object({
  /** `sheetId(retro, member)`. */
  id: z.string(),
  retro: z.string(),
  member: z.string(),
  revision: z.int(),
  /** Their name may stand with their notes. */
  named: z.boolean(),
  notes: z.array(note).readonly(),
  taps: z.record(z.string(), z.enum(tapValues)).readonly(),
  /** Notes they put a dot on; in a pile, the dot is the pile's. */
  dots: z.array(z.string()).readonly(),
})

export type Sheet = Readonly<z.infer<typeof sheet>>

export const retros = table<Retro>('retro', retro)
export const sheets = table<Sheet>('retro-sheet', sheet)
export const pinnedForms = table<{ readonly id: string; readonly content: RetroForm }>(
  'retro-form',
  z.object({ id: z.string(), content: keptFormSchema }),
)

/** One that begins now. */
export const newRetro = (known: Pick<Retro, 'id' | 'form' | 'facilitator' | 'pace' | 'opened'>): Retro => ({
  ...known,
  moved: known.opened,
  state: 'open',
  at: 0,
  topic: 0,
  aloud: false,
  board: [],
  loose: [],
  tallies: [],
  piles: [],
  order: [],
  cards: {},
  points: [],
  revision: 0,
  taken: 0,
  post: 0,
  slept: false,
  asleep: false,
  recalled: false,
})

export const pinOf = ({ id, version }: RetroForm): string => `${id}@${version}`

/** The form of this retro, as it was when it began. */
export function formOfRetro(state: State, { id, form }: Retro): RetroForm {
  const pinned = pinnedForms.get(state, form)
  if (!pinned) throw new Error(`retro ${id} has lost its form ${form}`)
  return pinned.content
}

export const openRetro = (state: State): Retro | undefined =>
  retros.all(state).find((each) => each.state === 'open')

const sheetId = (retroId: string, memberId: string): string => `${retroId}.${memberId}`

export const sheetOf = (state: State, retroId: string, memberId: string): Sheet => {
  const id = sheetId(retroId, memberId)
  const empty = { revision: 0, named: false, notes: [], taps: {}, dots: [] }
  return sheets.get(state, id) ?? { id, retro: retroId, member: memberId, ...empty }
}

export const sheetsOf = (state: State, retroId: string): readonly Sheet[] =>
  sheets.all(state).filter((each) => each.retro === retroId)

export const sheetsBy = (state: State, memberId: string): readonly Sheet[] =>
  sheets.all(state).filter((each) => each.member === memberId)

export const wrote = ({ notes, taps }: Sheet): boolean => notes.length > 0 || Object.keys(taps).length > 0

export const notesIn = (all: readonly Sheet[]): number =>
  all.reduce((sum, { notes }) => sum + notes.length, 0)

/** The phase it is in; a form has at least four. */
export function phaseOf(form: RetroForm, { at }: Retro): Phase {
  const found = form.phases[at]
  if (!found) throw new Error(`${form.id} has no phase ${at}`)
  return found
}

/** Puts the cards of a person back, and what else of theirs was seen stays without whose it is. */
function withoutPerson(all: readonly Sheet[], each: Retro, memberId: string): Retro {
  const theirs = new Set(all.flatMap((one) => (one.retro === each.id ? one.notes.map(({ id }) => id) : [])))
  const shown = each.board.filter(({ id }) => theirs.has(id))
  const cards = Object.entries(each.cards).filter(([, holder]) => holder !== memberId)
  return { ...each, loose: [...each.loose, ...shown], cards: Object.fromEntries(cards) }
}

/** Somebody stops taking part: what nobody saw yet goes; what was seen cannot be unseen, and stays. */
export function leaveRetros(state: State, memberId: string): readonly Change[] {
  const theirs = sheetsBy(state, memberId)
  const touched = (each: Retro) =>
    theirs.some((one) => one.retro === each.id) || Object.values(each.cards).includes(memberId)
  const running = retros.all(state).filter((each) => each.state === 'open' && touched(each))
  return [
    ...running.map((each) => retros.put(withoutPerson(theirs, each, memberId))),
    ...theirs.map(({ id }) => sheets.remove(id)),
  ]
}

/** Everything of a person goes, a name with a note and the leading included. */
export function eraseFromRetros(state: State, memberId: string): readonly Change[] {
  const theirs = sheetsBy(state, memberId)
  const unnamed = ({ by, ...rest }: Note): Note =>
    by === undefined || by === memberId ? rest : { ...rest, by }
  return [
    ...retros.all(state).map((each) => {
      const left = withoutPerson(theirs, each, memberId)
      const facilitator = each.facilitator === memberId ? '' : each.facilitator
      return retros.put({
        ...left,
        facilitator,
        board: left.board.map(unnamed),
        loose: left.loose.map(unnamed),
      })
    }),
    ...theirs.map(({ id }) => sheets.remove(id)),
  ]
}
