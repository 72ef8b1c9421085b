/** Where agreements come from: a round that was shared, a retro that closed, or somebody's own word (`afspraken`). */
import {
  type Agreement,
  agreements,
  agreementsFrom,
  mostAgreements,
  runs,
} from '../../agreement/agreement.ts'
import { itemsOf } from '../../instrument/instrument.ts'
import { retros } from '../../retro/retro.ts'
import { instrumentOf } from '../../round/engine.ts'
import { rounds } from '../../round/round.ts'
import type { Scene } from '../feature.ts'

/** The source of an agreement that came from no round and no retro. */
export const byHand = 'hand'
/** Not sources: all that are open, wherever they came from, to change them; and only the newest of those. */
export const allOpen = 'open'
export const newestOpen = 'newest'

export interface Source {
  readonly id: string
  readonly made: readonly Agreement[]
  /** How many more fit. */
  readonly room: number
  /** What was shared and may become an agreement, in its frozen order. */
  readonly points: readonly string[]
}

/** As many as fit one form: each takes two fields. */
const mostChanged = 5
/** More than that nobody reads before a meeting, or once more in every summary; `afspraken` has them all. */
const mostNewest = 4

export const newestOf = (all: readonly Agreement[]): readonly Agreement[] => all.slice(-mostNewest)

/** `undefined` for a source that does not exist (any more), or was forged. */
export function sourceOf(scene: Scene, [id = '']: readonly string[]): Source | undefined {
  const { state } = scene
  if (id === byHand) return { id, made: [], room: mostAgreements, points: [] }
  const open = agreements.all(state).filter(runs)
  if (id === allOpen) return { id, made: open.slice(0, mostChanged), room: 0, points: [] }
  if (id === newestOpen) return { id, made: newestOf(open), room: 0, points: [] }
  const points = pointsOf(scene, id)
  if (!points) return undefined
  const made = agreementsFrom(state, id)
  return { id, made, room: mostAgreements - made.length, points }
}

/** What they took with them from a retro, or said in a round, that may become an agreement. */
function pointsOf({ state }: Scene, id: string): readonly string[] | undefined {
  const retro = retros.get(state, id)
  // While it runs, agreements are made by closing it.
  if (retro) return retro.state === 'closed' ? retro.points : undefined
  const round = rounds.get(state, id)
  if (!round) return undefined
  const items = itemsOf(instrumentOf(state, round))
  const pointing = new Set(items.flatMap((item) => (item.type === 'text' && item.points ? [item.id] : [])))
  return (round.result ?? []).flatMap(({ item, quotes }) => (pointing.has(item) ? quotes : []))
}
