/** What is remembered after being away, so that nobody gets everything at once (`src/late.ts`). */
import { z } from 'zod'
import { table } from '../contracts/table.ts'

const lateWord = z.object({
  /** A member's id, or `network`. */
  id: z.string(),
  at: z.iso.datetime(),
})

/** Who lately got a word that came late, because the bot was away (`late.ts`). */
export const lateWords = table<Readonly<z.infer<typeof lateWord>>>('late-word', lateWord)

const waiting = z.object({
  /** The key of an occurrence. */
  id: z.string(),
  /** Not before this instant. */
  until: z.iso.datetime(),
})

/** What waits because its reader just got a late word. */
export const putOff = table<Readonly<z.infer<typeof waiting>>>('put-off', waiting)
