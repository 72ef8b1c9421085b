/**
 * The store for a site that outgrew one machine: PostgreSQL, shared by any number of processes. How it keeps its
 * promises stands in `docs/decisions/postgres.md`.
 */
import pg from 'pg'
import { StoreFailed } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Store } from '../../src/contracts/store.ts'
import { codeOf, lostTouch, settings } from './connect.ts'
import { type Kept, stateOf } from './kept.ts'
import { prepareDatabase } from './migrations.ts'
import { type Ask, type Memory, type Network, openNetwork, readNow } from './network.ts'
import { allNetworks, dueNetworks, findNetworks, firstDue, mayWrite, type Statement } from './statements.ts'

export { rehearseStart } from './migrations.ts'
export { openPostgresQueue, type PostgresQueueOptions } from './queue.ts'

export interface PostgresOptions {
  readonly url: string
  readonly log?: Log
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Networks that one process remembers; the one that was longest unused goes first. */
const mostRemembered = 2000

function createMemory(): Memory & { forget(network?: string): void } {
  const all = new Map<string, Kept>()
  return {
    get(network) {
      const kept = all.get(network)
      if (!kept) return undefined
      all.delete(network)
      all.set(network, kept)
      return kept
    },
    set(network, kept) {
      all.delete(network)
      all.set(network, kept)
      const [oldest] = all.keys()
      if (all.size > mostRemembered && oldest !== undefined) all.delete(oldest)
    },
    forget(network) {
      if (network === undefined) all.clear()
      else all.delete(network)
    },
  }
}

/**
 * Brings the database up to date and opens it. Throws `StartRefused` when it is out of reach, too old, of a newer
 * version or somebody else's; the message says what to do.
 */
export async function openPostgresStore({ url, log = silent }: PostgresOptions): Promise<Store> {
  await prepareDatabase(url)
  const memory = createMemory()
  const pool = openPool(url, log, memory)
  const { ask, together } = speakTo(pool, memory)
  const busy = new Map<string, Network>()
  let closing: Promise<void> | undefined

  function networkOf(id: string): Network {
    const network = busy.get(id) ?? openNetwork(id, { memory, ask, together, idle: () => busy.delete(id) })
    busy.set(id, network)
    return network
  }

  async function close(): Promise<void> {
    await Promise.all([...busy.values()].map((network) => network.quiet()))
    await pool.end()
  }

  /** The same names as in every store. */
  function checkUse(id: string): void {
    if (!/^[\w-]{1,40}$/.test(id))
      throw new StoreFailed('A network is named by 1 to 40 letters, digits, _ or -.')
    if (closing) throw new StoreFailed('The store is closed.')
  }

  return {
    async read(id) {
      checkUse(id)
      return stateOf(await readNow(id, { memory, ask }))
    },
    async transact(id, decide) {
      checkUse(id)
      return networkOf(id).transact(decide)
    },
    networksBy: async (lookup) => (await ask<[string]>(findNetworks(lookup))).map(([id]) => id),
    due: async (now) => (await ask<[string]>(dueNetworks(now))).map(([id]) => id),
    async nextDue() {
      const [[due] = [null]] = await ask<[Date | null]>(firstDue())
      return due?.toISOString()
    },
    async networks() {
      const rows = await ask<[string, Date | null, string[]]>(allNetworks())
      return rows.map(([network, due, lookups]) => ({
        network,
        lookups,
        ...(due && { due: due.toISOString() }),
      }))
    },
    async ready() {
      if (closing) return false
      return ask<[boolean]>(mayWrite()).then(
        ([[yes] = [false]]) => yes,
        () => false,
      )
    },
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

function openPool(url: string, log: Log, memory: { forget(): void }): pg.Pool {
  const pool = new pg.Pool({ ...settings(url), max: 10 })
  // An idle one. A server that comes back may be another one, with less on it.
  pool.on('error', (error) => {
    memory.forget()
    log.warn({ code: codeOf(error) }, 'connection to the database lost')
  })
  // One at work: whoever waits for its answer hears of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function speakTo(pool: pg.Pool, memory: { forget(): void }) {
  async function orFailed<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer
    } catch (error) {
      const code = codeOf(error)
      if (lostTouch(code)) memory.forget()
      throw new StoreFailed(`The database did not do what was asked (${code}).`)
    }
  }

  const through =
    (client: Pick<pg.ClientBase, 'query'>): Ask =>
    async <R extends readonly unknown[]>(statement: Statement) =>
      (await orFailed(client.query<R & unknown[]>(statement))).rows

  async function together<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const client = await orFailed(pool.connect())
    try {
      await orFailed(client.query('begin'))
      const result = await work(through(client))
      await orFailed(client.query('commit'))
      client.release()
      return result
    } catch (error) {
      // With the connection goes whatever was not committed.
      client.release(true)
      throw error
    }
  }

  return { ask: through(pool as unknown as pg.ClientBase), together }
}
