/** One process per folder, kept by the kernel (see `docs/decisions/lock.md`). */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartRefused } from '../../src/contracts/errors.ts'

const SQLITE_BUSY = 5

/**
 * Takes the folder for this process until it ends, however it ends, or until the returned function is called.
 * Throws `StartRefused` at once when another process has it or when it cannot be locked.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  let held: DatabaseSync | undefined
  try {
    held = new DatabaseSync(path, { timeout: 0 })
    // Nothing is ever written in it, so it needs no journal file beside it.
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    // By its path: opening and closing the file once more in this process would end the kernel's lock.
    chmodSync(path, 0o600)
  } catch (cause) {
    held?.close()
    throw new StartRefused(refusal(folder, cause), { cause })
  }
  const database = held
  return () => database.close()
}

function refusal(folder: string, cause: unknown): string {
  if (cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY)
    return `Another Dubbelloop is already using the folder ${folder}. Stop it first, or give this one its own DATA_DIR.`
  return `The folder ${folder} cannot be locked. Give DATA_DIR a folder on a local disk that this user may write in.`
}
