/** What is looked at before the start: that every file is whole, without understanding any of it. */
import { join } from 'node:path'
import { StartRefused, StoreDamaged } from '../../src/contracts/errors.ts'
import { judge, unseal, type Verdict } from './envelope.ts'
import { type Files, isMissing } from './files.ts'

/** Where everything stands in a data folder. */
export const places = (folder: string) => ({
  index: join(folder, 'index.json'),
  networks: join(folder, 'networks'),
  network: (id: string) => join(folder, 'networks', `${id}.json`),
  previous: (id: string) => join(folder, 'networks', `${id}.previous.json`),
})

type State = Verdict | 'missing'

/** As many files at once as a disk likes. */
const atOnce = 16

/**
 * The ids of all networks in the folder, every file of which is whole. Throws `StoreDamaged` for the first one
 * that is not, or `StartRefused` when a newer version wrote it; nothing is changed then but that unfinished
 * temporary files are gone.
 */
export async function checkNetworks(files: Files, folder: string): Promise<ReadonlySet<string>> {
  const { networks, network, previous, index } = places(folder)
  for (const path of [folder, networks]) await removeTemporaries(files, path)
  const ids = new Set<string>()
  for (const name of await files.list(networks)) {
    const [, id] = /^([\w-]{1,40})(?:\.previous)?\.json$/.exec(name) ?? []
    if (id !== undefined) ids.add(id)
  }
  const left = [...ids].sort()
  const check = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const path = network(id)
      const state = await stateOf(files, path)
      if (state === 'newer') throw newer(path)
      if (state !== 'good') throw await damaged(files, { path, copy: previous(id), index, state })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, check))
  return ids
}

/** The data in `index.json`; `undefined` when it must be made again. Throws `StartRefused` for a newer one. */
export async function readIndex(files: Files, folder: string): Promise<unknown> {
  const { index } = places(folder)
  const state = await stateOf(files, index)
  if (state === 'newer') throw newer(index)
  return state === 'good' ? unseal(await files.read(index)) : undefined
}

async function removeTemporaries(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder)) {
    if (name.endsWith('.tmp')) await files.remove(join(folder, name))
  }
}

async function stateOf(files: Files, path: string): Promise<State> {
  try {
    return judge(await files.read(path))
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

const newer = (path: string): StartRefused =>
  new StartRefused(
    `${path} was written by a newer version of Dubbelloop. Install that version or a later one.`,
  )

interface Found {
  readonly path: string
  readonly copy: string
  readonly index: string
  readonly state: State
}

async function damaged(files: Files, { path, copy, index, state }: Found): Promise<StoreDamaged> {
  const what = `${path} is ${state === 'missing' ? 'missing' : 'damaged'}`
  const then = `remove ${index} (it is made again) and start again.`
  if ((await stateOf(files, copy)) !== 'good')
    return new StoreDamaged(`${what} and has no good copy beside it. Put it back from a backup, ${then}`)
  const made = (await files.modified(copy)).toISOString()
  return new StoreDamaged(
    `${what}; its last good copy is ${copy}, of ${made}. Copy that over ${path}, ${then}`,
  )
}
