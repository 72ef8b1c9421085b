import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { storeContract } from './store.suite.ts'

storeContract('lowdb', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-'))
  const store = await openLowdbStore({ folder })
  let open = store
  return {
    store,
    async reopen() {
      await open.close()
      open = await openLowdbStore({ folder })
      return open
    },
    async cleanup() {
      await open.close()
      await rm(folder, { recursive: true })
    },
  }
})
