/**
 * An **agreement** (afspraak): what a network decided to do, in its own words, by all together or by one of
 * them, and what became of it.
 */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const agreement = z.object({
  id: z.string(),
  words: z.string(),
  /** `all`, or a member's id. */
  owner: z.string(),
  /** `YYYY-MM-DD`. */
  date: z.iso.date().exactOptional(),
  state: z.enum(['open', 'done', 'dropped']),
  /** The round it came from, or `hand`. */
  from: z.string(),
  /** Its owner was asked the day before, and what they said is in `state`. */
  asked: z.boolean(),
  answered: z.boolean(),
  /** How often it was changed. */
  revision: z.int(),
})

export type Agreement = Readonly<z.infer<typeof agreement>>

export const agreements = table<Agreement>('agreement', agreement)

/** One or two points, no more: hardly anyone remembers three (domain.md §3; storyboard 3.6). */
export const mostAgreements = 2

export const agreementsFrom = (state: State, round: string): readonly Agreement[] =>
  agreements.all(state).filter((each) => each.from === round)
