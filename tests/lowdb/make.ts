/** Small things that lowdb's tests are made of. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import type { Change, Decide, Decision, Json, State, Store } from '../../src/contracts/store.ts'
import type { Disk } from './disk.ts'

/** Anywhere: a `Disk` has no other folders. */
export const folder = join(tmpdir(), 'dubbelloop-in-memory')

export const openOn = (disk: Disk): Promise<Store> => openLowdbStore({ folder, files: disk })

export const put = (id: string, value: Json): Change => ({ kind: 'note', id, put: value })
export const shelve = (id: string, value: Json): Change => ({ ...put(id, value), shelf: true })
export const remove = (id: string): Change => ({ kind: 'note', id })

/** A decision that says these changes whatever the state is. */
export const decide =
  (
    changes: readonly Change[],
    index: Partial<Pick<Decision<string>, 'due' | 'lookups'>> = {},
  ): Decide<string> =>
  () => ({ result: 'done', changes, lookups: [], ...index })

export const notes = (state: State): Readonly<Record<string, Json>> => Object.fromEntries(state.all('note'))

/** Runs a test in a folder on the real disk that is gone afterwards. */
export async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-'))
  try {
    await test(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Everything in a folder and below, by path. */
export async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = paths
    .sort()
    .map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')])
  return new Map(await Promise.all(texts))
}

/** Something that is waited for until the test lets it go. */
export function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { open: resolve, opened: promise }
}
