/**
 * A **story** of the year (waardeverhaal): what somebody got out of the network, in their own words. While the
 * harvest is open it is theirs and can change; when it closes, what they wanted to show becomes a **tale**,
 * with their name only if they said so, and the rest goes.
 */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const parts = z.array(z.string()).readonly()

const story = z.object({
  /** The round and the member. */
  id: z.string(),
  round: z.string(),
  member: z.string(),
  parts,
  share: z.enum(['inside', 'outside', 'nobody']),
  named: z.boolean(),
  revision: z.int(),
})

export type Story = Readonly<z.infer<typeof story>>

export const stories = table<Story>('story', story)

export const storiesTo = (state: State, round: string): readonly Story[] =>
  stories.all(state).filter((each) => each.round === round)

const tale = z.object({
  id: z.string(),
  round: z.string(),
  parts,
  /** It may be shown outside the network too. */
  outside: z.boolean(),
  by: z.object({ member: z.string(), name: z.string() }).readonly().exactOptional(),
})

export type Tale = Readonly<z.infer<typeof tale>>

export const tales = table<Tale>('tale', tale)

export const talesOf = (state: State, round: string): readonly Tale[] =>
  tales.all(state).filter((each) => each.round === round)

/** The name of its line in a summary. */
export const taleLine = ({ id }: Tale): string => `tale-${id}`
