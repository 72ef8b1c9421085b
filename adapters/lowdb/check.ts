/** What is looked at before the start: that every network's files are whole, without parsing its records. */
import { join } from 'node:path'
import { StartRefused, StoreDamaged } from '../../src/contracts/errors.ts'
import { type ArchivePlaces, Archives, type Broken, lookAt } from './archive.ts'
import { Catalogue } from './catalogue.ts'
import { type Opened, unseal } from './envelope.ts'
import { type Files, isMissing } from './files.ts'

/** Where everything stands in a data folder. */
export const places = (folder: string) => ({
  networks: join(folder, 'networks'),
  network: (id: string) => join(folder, 'networks', `${id}.json`),
  previous: (id: string) => join(folder, 'networks', `${id}.previous.json`),
  archive:
    (id: string): ArchivePlaces =>
    (name) => [
      join(folder, 'networks', `${id}.archive-${name}.json`),
      join(folder, 'networks', `${id}.archive-${name}.copy.json`),
    ],
})

/** As many files at once as a disk likes. */
const atOnce = 16

/** By network, the names of the archives that are there. */
type Archived = ReadonlyMap<string, Set<string>>

interface Checked {
  readonly catalogue: Catalogue
  readonly archives: Archived
}

/**
 * The index of all networks in the folder, every file of which is whole. Throws `StoreDamaged` for the first one
 * that is not, or `StartRefused` when a newer version wrote it; nothing is changed then but that unfinished
 * temporary files are gone.
 */
export async function checkNetworks(files: Files, folder: string): Promise<Checked> {
  const at = places(folder)
  for (const path of [folder, at.networks]) await removeTemporaries(files, path)
  const { ids, archives } = inFolder(await files.list(at.networks))
  const catalogue = new Catalogue()
  const needed = new Map<string, string | undefined>()
  const left = [...ids].sort()
  const check = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const found = await look(files, at.network(id))
      if (typeof found === 'string') throw await refusal(files, folder, id, found)
      if (found.archive !== undefined) await checkArchive(files, at.archive(id), found.archive)
      catalogue.learn(id, found)
      needed.set(id, found.archive)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, check))
  for (const [id, there] of archives) {
    if (!needed.has(id) || [...there].every((name) => name === needed.get(id))) continue
    // What a write that was cut off left behind. The last good copy may name another one.
    const copy = await look(files, at.previous(id))
    const named = [needed.get(id), typeof copy === 'string' ? undefined : copy.archive]
    await new Archives(files, at.archive(id), there).leaveOnly(named)
  }
  return { catalogue, archives }
}

function inFolder(names: readonly string[]): {
  readonly ids: ReadonlySet<string>
  readonly archives: Archived
} {
  const ids = new Set<string>()
  const archives = new Map<string, Set<string>>()
  for (const name of names) {
    const [, id, archive] = /^([\w-]{1,40})(?:\.previous|\.archive-(\w+)(?:\.copy)?)?\.json$/.exec(name) ?? []
    if (id === undefined) continue
    if (archive === undefined) ids.add(id)
    else archives.set(id, (archives.get(id) ?? new Set()).add(archive))
  }
  return { ids, archives }
}

async function checkArchive(files: Files, at: ArchivePlaces, name: string): Promise<void> {
  const [path, copy] = at(name)
  const found = await lookAt(files, path, name)
  if (found === 'whole') return
  throw await damage(files, { path, found, copy, good: (await lookAt(files, copy, name)) === 'whole' })
}

async function removeTemporaries(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder)) {
    if (name.endsWith('.tmp')) await files.remove(join(folder, name))
  }
}

async function look(files: Files, path: string): Promise<Opened | Broken | 'newer'> {
  try {
    return unseal(await files.read(path))
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

async function refusal(
  files: Files,
  folder: string,
  id: string,
  found: Broken | 'newer',
): Promise<StartRefused | StoreDamaged> {
  const at = places(folder)
  const [path, copy] = [at.network(id), at.previous(id)]
  if (found === 'newer')
    return new StartRefused(
      `${path} was written by a newer version of Dubbelloop. Install that version or a later one.`,
    )
  return damage(files, { path, found, copy, good: await isGood(files, copy, at.archive(id)) })
}

/** Whole, and so is the archive that it names. */
async function isGood(files: Files, path: string, at: ArchivePlaces): Promise<boolean> {
  const found = await look(files, path)
  if (typeof found === 'string') return false
  return found.archive === undefined || (await lookAt(files, at(found.archive)[0], found.archive)) === 'whole'
}

interface Damage {
  readonly path: string
  readonly found: Broken
  readonly copy: string
  /** Whether the copy is. */
  readonly good: boolean
}

async function damage(files: Files, { path, found, copy, good }: Damage): Promise<StoreDamaged> {
  const what = `${path} is ${found}`
  if (!good)
    return new StoreDamaged(
      `${what} and has no good copy beside it. Put it back from a backup and start again.`,
    )
  const made = (await files.modified(copy)).toISOString()
  return new StoreDamaged(
    `${what}; its last good copy is ${copy}, of ${made}. Copy that over ${path} and start again.`,
  )
}
