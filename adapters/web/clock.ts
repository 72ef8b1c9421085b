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
