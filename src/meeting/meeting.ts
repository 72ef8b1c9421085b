/** A **meeting** (bijeenkomst) of the network: when it was, and how they look back on it. */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const meeting = z.object({
  id: z.string(),
  /** ISO instants. */
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  /** By a form afterwards, or out loud in the last minutes. */
  lookBack: z.enum(['form', 'aloud']),
})

export type Meeting = Readonly<z.infer<typeof meeting>>

export const meetings = table<Meeting>('meeting', meeting)

/** The meeting that ended last, at or before `now`. */
export function lastMeeting(state: State, now: Date): Meeting | undefined {
  return meetings
    .all(state)
    .filter((each) => new Date(each.end) <= now)
    .reduce<Meeting | undefined>((last, each) => (!last || each.end > last.end ? each : last), undefined)
}
