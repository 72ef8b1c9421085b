/**
 * The few things the store asks of a disk, so that a test can put another disk in its place: one that is full,
 * or one whose power is cut. What was written is safe only after `sync`; a name given, changed or removed only
 * after `syncFolder`.
 */
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { lockFolder } from './lock.ts'
import { shareNext } from './share.ts'

/** A file being written from its beginning. */
export interface Writing {
  write(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Everything rejects with Node's own file errors (`code`: `ENOENT`, `ENOSPC`, …). */
export interface Files {
  /** With the folders above it, for our own eyes only, and safely; nothing if it is there. */
  makeFolder(path: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  read(path: string): Promise<Buffer>
  modified(path: string): Promise<Date>
  /** For our own eyes only; an older file of this name is emptied. */
  create(path: string): Promise<Writing>
  link(from: string, to: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Nothing if it is not there. */
  remove(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
  /** Returns what ends the lock. Throws `StartRefused`. */
  lock(folder: string): () => void
}

async function syncNow(path: string): Promise<void> {
  // Windows cannot sync a folder; there the file system's own journal keeps the names.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const syncs = new Map<string, () => Promise<void>>()

/** Many networks share a folder, and one sync is enough for all whose names were given before it began. */
function syncFolder(path: string): Promise<void> {
  const sync = syncs.get(path) ?? shareNext(() => syncNow(path))
  syncs.set(path, sync)
  return sync()
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Not Node's own way of making all at once: where no folder can be made, as in `/proc`, that tries for ever. */
async function makeFolder(path: string): Promise<void> {
  const whole = resolve(path)
  if (await isFolder(whole)) return
  const above = dirname(whole)
  if (above !== whole) await makeFolder(above)
  try {
    await mkdir(whole, { mode: 0o700 })
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!(await isFolder(whole))) throw error
  }
  await syncFolder(above)
}

/** The machine's own disk. */
export const nodeFiles: Files = {
  makeFolder,
  list: (folder) => readdir(folder),
  read: (path) => readFile(path),
  modified: async (path) => (await stat(path)).mtime,
  async create(path) {
    const file = await open(path, 'w', 0o600)
    return {
      write: (bytes) => file.writeFile(bytes),
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  link,
  rename,
  async remove(path) {
    try {
      await unlink(path)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  },
  syncFolder,
  lock: lockFolder,
}

/** Whether a file error says that there is no such file. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** A file error's code, for the log: its message would hold a path. `undefined` for any other error. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

/** The name under which a file is written before it takes its own. */
export const temporary = (path: string): string => `${path}.tmp`

/** Resolves when the bytes are safe under the file's temporary name; when it fails that name is gone again. */
export async function writeTemporary(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await files.create(temporary(path))
    try {
      await file.write(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await removeTemporary(files, path)
    throw error
  }
}

/** Tidies up after a failure. One that stays behind is harmless and is removed at the next start. */
export async function removeTemporary(files: Files, path: string): Promise<void> {
  await files.remove(temporary(path)).catch(() => undefined)
}

/** Resolves when the file safely holds these bytes; at every moment it holds the old ones or these, whole. */
export async function replaceFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  await writeTemporary(files, path, bytes)
  try {
    await files.rename(temporary(path), path)
  } catch (error) {
    await removeTemporary(files, path)
    throw error
  }
  await files.syncFolder(dirname(path))
}
