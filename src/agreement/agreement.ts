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
  /** `carried`: carried on, because it takes longer or goes on. */
  state: z.enum(['open', 'carried', 'done', 'dropped']),
  /** The round or retro it came from, or `hand`. */
  from: z.string(),
  /** The line of the picture that it belongs to, if they said so. */
  line: z.string().exactOptional(),
  /** Its owner was asked the day before, and what they said is in `state`. */
  asked: z.boolean(),
  answered: z.boolean(),
  /** How often it was changed. */
  revision: z.int(),
})

export type Agreement = Readonly<z.infer<typeof agreement>>

type Begins = 'state' | 'asked' | 'answered' | 'revision'

/** As it is when it was just made. */
export const newAgreement = (made: Omit<Agreement, Begins>): Agreement => ({
  ...made,
  state: 'open',
  asked: false,
  answered: false,
  revision: 0,
})

export const agreements = table<Agreement>('agreement', agreement)

/** Still to be done: agreed, or carried on. */
export const runs = ({ state }: Agreement): boolean => state === 'open' || state === 'carried'

/** One or two points, no more: hardly anyone remembers three (domain.md §3; storyboard 3.6). */
export const mostAgreements = 2

export const agreementsFrom = (state: State, round: string): readonly Agreement[] =>
  agreements.all(state).filter((each) => each.from === round)
