/** The PostgreSQL of this run: one that syncs, unlike that of the tests. `DATABASE_URL_TEST` uses another. */
import { type Server, serverRoot, startServer } from '../support/postgres.ts'

let started: Promise<Server> | undefined

/** `undefined`: the one that was given. */
export async function groundServer(): Promise<Server | undefined> {
  if (process.env.DATABASE_URL_TEST) return undefined
  started ??= serverRoot().then((root) => startServer(root, {}))
  return started
}
