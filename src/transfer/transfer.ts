/**
 * **Transfer**: what somebody means to do with what they learned. A **note** is theirs alone and only there
 * because they asked for it; it knows nothing of the round after which it was written. What they later choose
 * to show is **told** under another id, so that without their name nothing leads back to them.
 */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const note = z.object({
  id: z.string(),
  member: z.string(),
  words: z.string(),
  /** The day it was written. */
  date: z.iso.date(),
  asked: z.boolean(),
})

export type Note = Readonly<z.infer<typeof note>>

export const notes = table<Note>('note', note)

export const notesOf = (state: State, member: string): readonly Note[] =>
  notes.all(state).filter((each) => each.member === member)

const told = z.object({
  id: z.string(),
  words: z.string(),
  how: z.enum(['yes', 'bit', 'not']),
  /** Only of who wants their name with it. */
  by: z.object({ member: z.string(), name: z.string() }).readonly().exactOptional(),
})

export type Told = Readonly<z.infer<typeof told>>

export const tellings = table<Told>('told', told)

/** The name of its line in a summary. */
export const toldLine = ({ id }: Told): string => `transfer-${id}`
