/** The playground's own time: it stands still until a visitor moves it, and survives a restart. */
import { z } from 'zod'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Store } from '../../src/contracts/store.ts'
import { table } from '../../src/contracts/table.ts'
import { network } from './send.ts'

export type MovableClock = Clock & {
  /** Forward only: an earlier moment changes nothing. */
  moveTo(to: Date): Promise<void>
}

export type PlaygroundClock = MovableClock & {
  /** Back to the first moment; only for starting the whole playground again. */
  startAgain(): Promise<void>
}

const moments = table('clock', z.object({ id: z.string(), at: z.iso.datetime() }))
const only = 'now'

/** Goes on at the moment that was kept, or begins at `start`. */
export async function playgroundClock(store: Store, start: Date): Promise<PlaygroundClock> {
  let now = await keep((kept) => kept ?? start)

  function keep(choose: (kept: Date | undefined) => Date): Promise<Date> {
    return store.transact(network, (state) => {
      const record = moments.get(state, only)
      const kept = record && new Date(record.at)
      const chosen = choose(kept)
      const same = kept?.getTime() === chosen.getTime()
      const changes = same ? [] : [moments.put({ id: only, at: chosen.toISOString() })]
      return { result: chosen, changes, lookups: [] }
    })
  }

  return {
    now: () => new Date(now),
    async moveTo(to) {
      now = await keep((kept) => (kept && kept >= to ? kept : to))
    },
    async startAgain() {
      now = await keep(() => start)
    },
  }
}

export interface Timekeeping {
  readonly clock: MovableClock
  readonly store: Pick<Store, 'nextDue'>
  /** Resolves when nothing is due any more at the clock's present moment. */
  drain(): Promise<void>
}

/** So many moments in one move; a network that always finds something more to do does not hold up the clock. */
const mostMoments = 2000

/** Moves the clock, and everything on the way happens at its own moment, as if time had passed. */
export async function playOut({ clock, store, drain }: Timekeeping, to: Date): Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  for (let moments = 0; moments < mostMoments; moments += 1) {
    const due = await store.nextDue()
    const next = due === undefined ? Number.POSITIVE_INFINITY : Date.parse(due)
    // What is still due after its own moment waits for something else than time.
    if (next > to.getTime() || next <= last) break
    last = next
    await clock.moveTo(new Date(next))
    await drain()
  }
  await clock.moveTo(to)
  await drain()
}
