/**
 * What the network made of a round of the Dimensieraamwerk: its pictures, its conclusion in its own words, and
 * what the bot said about it since.
 */
import { z } from 'zod'
import type { State } from '../../contracts/store.ts'
import { table } from '../../contracts/table.ts'
import { closedRounds, type Round } from '../../round/round.ts'

export const feature = 'monitoring'

const drawn = z.array(z.string()).readonly()

const outcome = z.object({
  /** The round's. */
  id: z.string(),
  /** The day it closed. */
  closed: z.iso.date(),
  /** Pictures in the order of the dimensions; a single sheet to print when there were too few crosses. */
  pictures: z.object({ nl: drawn, en: drawn }).readonly(),
  /** One or two sentences, the network's own. */
  conclusion: z.string().exactOptional(),
  /** How often the conclusion was changed. */
  revision: z.int(),
  /** In the word before a meeting, it was said that the picture still waits. */
  said: z.boolean(),
  /** Teamleider and coach heard so too. */
  told: z.boolean(),
})

export type RoundOutcome = Readonly<z.infer<typeof outcome>>

export const roundOutcomes = table<RoundOutcome>('monitoring', outcome)

/** Whether a line may be shown at all. */
export const hasPicture = ({ result }: Round): boolean =>
  (result ?? []).some(({ line }) => line !== undefined)

/** The rounds with a picture, the latest last. */
export const picturedRounds = (state: State): readonly Round[] =>
  closedRounds(state, feature).filter(hasPicture).toSorted(byOpening)

const byOpening = (a: Round, b: Round): number => (a.opened < b.opened ? -1 : 1)

/** The last round before this one that left something to come back to: a picture or a conclusion. */
export const roundBefore = (state: State, { id, opened }: Round): Round | undefined =>
  closedRounds(state, feature)
    .filter((each) => each.id !== id && each.opened < opened)
    .filter((each) => hasPicture(each) || roundOutcomes.get(state, each.id)?.conclusion !== undefined)
    .toSorted(byOpening)
    .at(-1)

/** The last picture before this round. */
export const pictureBefore = (state: State, { opened }: Round): Round | undefined =>
  picturedRounds(state).findLast((each) => each.opened < opened)
