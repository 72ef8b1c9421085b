/**
 * Who works a network now, among all processes: PostgreSQL's own advisory locks, held by one connection. When a
 * process dies its connection goes and its locks with it; as long as it is only slow nobody takes over.
 */
import pg from 'pg'
import { settings } from './connect.ts'

export interface Locks {
  /** Gives what ends the lock, or `undefined` when another process has it. Throws when the database is away. */
  take(network: string): Promise<(() => Promise<void>) | undefined>
  close(): Promise<void>
}

type Ask = 'try_advisory_lock' | 'advisory_unlock'

export function openLocks(url: string): Locks {
  let connection: Promise<pg.Client> | undefined
  let last: Promise<unknown> = Promise.resolve()

  function connect(): Promise<pg.Client> {
    const client = new pg.Client(settings(url, 'dubbelloop work'))
    const connecting = client.connect().then(() => client)
    // One that broke is replaced at the next lock; the locks that it held are free by then.
    const lost = () => {
      if (connection === connecting) connection = undefined
    }
    client.on('error', lost)
    client.on('end', lost)
    connecting.catch(lost)
    return connecting
  }

  /** One after another: a connection does one thing at a time. */
  function ask(client: pg.Client, what: Ask, network: string): Promise<boolean> {
    const answer = last.then(() => query(client, what, network))
    last = answer.catch(() => undefined)
    return answer
  }

  async function query(client: pg.Client, what: Ask, network: string): Promise<boolean> {
    try {
      const text = `select pg_${what}(hashtextextended($1, 0)) as yes`
      const { rows } = await client.query<{ yes: boolean }>(text, [`dubbelloop ${network}`])
      return rows[0]?.yes ?? false
    } catch (error) {
      // Whether it is locked now is unknown; without the connection it is not.
      void client.end().catch(() => undefined)
      throw error
    }
  }

  return {
    async take(network) {
      connection ??= connect()
      const client = await connection
      if (!(await ask(client, 'try_advisory_lock', network))) return undefined
      return async () => void (await ask(client, 'advisory_unlock', network).catch(() => undefined))
    },
    async close() {
      await connection?.then((client) => client.end()).catch(() => undefined)
    },
  }
}
