/** Fresh ground for each trial, gone afterwards: a folder, or a database on the server of this run. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type Server } from '../support/postgres.ts'
import type { Ground } from './house.ts'

export type StoreName = 'lowdb' | 'postgres'

/** `server`: another one than this run's own. */
export async function onGround<T>(
  kind: StoreName,
  work: (ground: Ground) => Promise<T>,
  server?: Server,
): Promise<T> {
  if (kind === 'lowdb') {
    const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-torture-'))
    try {
      return await work({ kind, folder })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const database = await freshDatabase(server)
  try {
    return await work({ kind, url: database.url })
  } finally {
    await database.drop()
  }
}
