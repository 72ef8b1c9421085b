/** **Own forms** (eigen vormen): the ways of looking back that a network wrote itself, beside those of the bot. */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { keptFormSchema, type RetroForm } from '../instrument/retro.ts'

const own = z.object({
  id: z.literal('forms'),
  forms: z.array(keptFormSchema).readonly(),
  /** How often one was added or removed. */
  revision: z.int(),
})

type OwnForms = Readonly<z.infer<typeof own>>

export const ownForms = table<OwnForms>('retro-own', own)

export const ownFormsOf = (state: State): OwnForms =>
  ownForms.get(state, 'forms') ?? { id: 'forms', forms: [], revision: 0 }

/** All that a network can choose from, the shortest first. */
export const formsFor = (state: State, ours: Iterable<RetroForm>): readonly RetroForm[] =>
  [...ours, ...ownFormsOf(state).forms].sort((a, b) => a.minutes - b.minutes)
