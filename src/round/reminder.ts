/** A **reminder**: one private word to somebody who takes part and is not ready, and at most once more if asked. */
import { z } from 'zod'
import type { Change, State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { answersId } from './round.ts'

const reminder = z.object({
  /** `answersId(round, member)`. */
  id: z.string(),
  round: z.string(),
  member: z.string(),
  /** What they chose; absent until they press something. */
  chosen: z.enum(['later', 'skip', 'stop']).exactOptional(),
  /** ISO instant of the repeat they asked for. */
  again: z.iso.datetime().exactOptional(),
  /** The repeat was sent as well. */
  repeated: z.boolean(),
})

export type Reminder = Readonly<z.infer<typeof reminder>>

export const reminders = table<Reminder>('reminder', reminder)

export const reminderFor = (state: State, round: string, member: string): Reminder | undefined =>
  reminders.get(state, answersId(round, member))

export const newReminder = (round: string, member: string): Reminder => ({
  id: answersId(round, member),
  round,
  member,
  repeated: false,
})

/** At the close nobody needs to know any more who was reminded. */
export const forgetReminders = (state: State, round: string): readonly Change[] =>
  reminders.all(state).flatMap((each) => (each.round === round ? [reminders.remove(each.id)] : []))
