/** What is revealed, and how it is put together: the board, its piles, and the order that the dots give. */
import type { RetroForm, Tap } from '../instrument/retro.ts'
import { tapValues } from '../instrument/retro.ts'
import { share } from '../privacy/share.ts'
import { type Note, notesIn, type Retro, type Sheet, type Tally, wrote } from './retro.ts'

/** What decides over a reveal besides the retro itself. */
export interface Facts {
  readonly form: RetroForm
  readonly sheets: readonly Sheet[]
  /** So many people must have written before anything is shown. */
  readonly minimum: number
  random(): number
}

/**
 * All notes at once, in an order that says nothing. With fewer writers than the minimum nothing is shown, unless
 * every one of them chose to show their name.
 */
export function reveal(retro: Retro, { form, sheets, minimum, random }: Facts): Retro {
  const writers = sheets.filter(wrote)
  const enough = writers.length >= minimum
  const named = !enough && writers.length > 0 && writers.every((each) => each.named)
  if (!enough && !named) return { ...retro, aloud: true }
  const written = writers.flatMap(({ member, notes }) =>
    notes.map((each): Note => (named ? { ...each, by: member } : each)),
  )
  const loose = retro.loose.map(({ by, ...rest }): Note => (named && by ? { ...rest, by } : rest))
  const all = new Map([...loose, ...written].map((each) => [each.id, each]))
  const least = named ? 1 : minimum
  const tallies = tapsIn(form).flatMap((tap) => tallyOf(tap, writers, least))
  return { ...retro, aloud: false, board: shuffled([...all.values()], random), tallies }
}

function shuffled(notes: readonly Note[], random: () => number): readonly Note[] {
  const byId = new Map(notes.map((each) => [each.id, each]))
  const [item] = share([{ id: 'board' }], new Map([['board', [...byId.keys()]]]), 0, random)
  return (item?.quotes ?? []).flatMap((id) => byId.get(id) ?? [])
}

export const tapsIn = ({ phases }: RetroForm): readonly Tap[] =>
  phases.flatMap((each) => (each.phase === 'collect' ? each.taps : []))

function tallyOf({ id }: Tap, writers: readonly Sheet[], least: number): readonly Tally[] {
  const said = writers.flatMap(({ taps }) => taps[id] ?? [])
  if (said.length < least) return []
  const times = (value: (typeof tapValues)[number]) => said.filter((each) => each === value).length
  const top = Math.max(...tapValues.map(times))
  const chosen = tapValues.filter((value) => times(value) > 0)
  return [
    {
      tap: id,
      most: chosen.filter((value) => times(value) === top),
      also: chosen.filter((value) => times(value) < top),
    },
  ]
}

/** Something to talk about: a pile, or a note by itself. */
export interface Topic {
  /** Of its first note, so that a dot finds its way whatever becomes of the pile. */
  readonly id: string
  readonly name?: string
  readonly notes: readonly Note[]
}

/** Piles first, then what lies by itself; after choosing, in the order of the dots. Nothing is left out. */
export function topicsOf({ board, piles, order }: Retro): readonly Topic[] {
  const byId = new Map(board.map((each) => [each.id, each]))
  const named = piles.flatMap(({ name, notes }): Topic[] => {
    const there = notes.flatMap((id) => byId.get(id) ?? [])
    for (const id of notes) byId.delete(id)
    return there.length > 0 ? [{ id: notes[0] ?? '', name, notes: there }] : []
  })
  const all = [...named, ...[...byId.values()].map((each): Topic => ({ id: each.id, notes: [each] }))]
  const place = (topic: Topic) => {
    const at = order.indexOf(topic.id)
    return at < 0 ? order.length : at
  }
  return all.toSorted((one, other) => place(one) - place(other))
}

/** Puts what was ticked together; what is left of other piles stays as it is. */
export function makePile(retro: Retro, ticked: readonly string[], name: string): Retro {
  const chosen = topicsOf(retro).filter(({ id }) => ticked.includes(id))
  const ids = new Set(chosen.map(({ id }) => id))
  const idsOf = (topic: Topic) => pileOf(retro, topic.id)?.notes ?? [topic.id]
  const rest = retro.piles.filter(({ notes }) => !ids.has(notes[0] ?? ''))
  return chosen.length > 0 ? { ...retro, piles: [...rest, { name, notes: chosen.flatMap(idsOf) }] } : retro
}

export const splitPile = (retro: Retro, topic: string): Retro => ({
  ...retro,
  piles: retro.piles.filter(({ notes }) => notes[0] !== topic),
})

const pileOf = ({ piles }: Retro, topic: string) => piles.find(({ notes }) => notes[0] === topic)

/** Whether a dot, put on one of its notes, counts for a topic. */
const holds = (retro: Retro, { id, notes }: Topic, dot: string): boolean =>
  id === dot || notes.some((each) => each.id === dot) || (pileOf(retro, id)?.notes.includes(dot) ?? false)

/** The topics on which somebody put their dots. */
export const dotted = (retro: Retro, { dots }: Sheet): readonly Topic[] =>
  topicsOf(retro).filter((topic) => dots.some((dot) => holds(retro, topic, dot)))

/**
 * The order in which they will talk. Dots of fewer people than the minimum would tell on them, so then there is
 * none; a tie keeps its order.
 */
export function orderByDots(retro: Retro, { sheets, minimum }: Facts): Retro {
  const unordered = { ...retro, order: [] }
  const dotters = sheets.filter(({ dots }) => dots.length > 0)
  const named = retro.board.some(({ by }) => by !== undefined)
  if (dotters.length < (named ? 1 : minimum)) return unordered
  const topics = topicsOf(unordered)
  const placed = dotters.flatMap((each) => dotted(unordered, each).map(({ id }) => id))
  const count = (topic: string) => placed.filter((id) => id === topic).length
  const order = topics.map(({ id }) => id).toSorted((a, b) => count(b) - count(a))
  return { ...retro, order }
}

export const countOf = (all: readonly Sheet[], { loose }: Retro): number => notesIn(all) + loose.length
