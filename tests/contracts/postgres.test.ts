import { afterAll, beforeAll } from 'vitest'
import { openPostgresQueue, openPostgresStore } from '../../adapters/postgres/index.ts'
import { type Database, freshDatabase, onDatabase } from '../support/postgres.ts'
import { queueContract } from './queue.suite.ts'
import { storeContract } from './store.suite.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

storeContract('PostgreSQL', async () => {
  const { url } = database
  const store = await openPostgresStore({ url })
  let open = store
  return {
    store,
    async reopen() {
      await open.close()
      open = await openPostgresStore({ url })
      return open
    },
    async cleanup() {
      await open.close()
      await onDatabase(url, (client) => client.query('drop schema dubbelloop cascade'))
    },
  }
})

queueContract('the queue of many processes', async (parts) => {
  const { url } = database
  await (await openPostgresStore({ url })).close()
  return openPostgresQueue({ ...parts, url })
})
