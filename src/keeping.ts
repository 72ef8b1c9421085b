/**
 * Where everything is kept and who works what is due: files and one process, or PostgreSQL and as many as there
 * are. Only what is used is loaded.
 */
import type { Clock } from './contracts/clock.ts'
import type { Log } from './contracts/log.ts'
import type { Queue } from './contracts/queue.ts'
import type { Store } from './contracts/store.ts'

export interface Keeping {
  readonly store: Store
  openQueue(clock: Clock): Promise<Queue>
}

export interface Whereabouts {
  readonly dataDir: string
  /** Instead of the folder. */
  readonly databaseUrl?: string
}

/** Throws `StartRefused` or `StoreDamaged`. */
export async function openKeeping({ dataDir, databaseUrl: url }: Whereabouts, log: Log): Promise<Keeping> {
  if (url === undefined) {
    const { inProcessQueue, openLowdbStore } = await import('../adapters/lowdb/index.ts')
    const store = await openLowdbStore({ folder: dataDir, log })
    return { store, openQueue: async (clock) => inProcessQueue({ store, clock, log }) }
  }
  const { openPostgresQueue, openPostgresStore } = await import('../adapters/postgres/index.ts')
  const store = await openPostgresStore({ url, log })
  return { store, openQueue: (clock) => openPostgresQueue({ url, store, clock, log }) }
}
