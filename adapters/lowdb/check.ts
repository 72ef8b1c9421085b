/** What is looked at before the start: that every network's file is whole, without parsing its records. */
import { join } from 'node:path'
import { StartRefused, StoreDamaged } from '../../src/contracts/errors.ts'
import { Catalogue } from './catalogue.ts'
import { type Opened, unseal } from './envelope.ts'
import { type Files, isMissing } from './files.ts'

/** Where everything stands in a data folder. */
export const places = (folder: string) => ({
  networks: join(folder, 'networks'),
  network: (id: string) => join(folder, 'networks', `${id}.json`),
  previous: (id: string) => join(folder, 'networks', `${id}.previous.json`),
})

/** As many files at once as a disk likes. */
const atOnce = 16

/**
 * The index of all networks in the folder, every file of which is whole. Throws `StoreDamaged` for the first one
 * that is not, or `StartRefused` when a newer version wrote it; nothing is changed then but that unfinished
 * temporary files are gone.
 */
export async function checkNetworks(files: Files, folder: string): Promise<Catalogue> {
  const { networks, network, previous } = places(folder)
  for (const path of [folder, networks]) await removeTemporaries(files, path)
  const ids = new Set<string>()
  for (const name of await files.list(networks)) {
    const [, id] = /^([\w-]{1,40})(?:\.previous)?\.json$/.exec(name) ?? []
    if (id !== undefined) ids.add(id)
  }
  const catalogue = new Catalogue()
  const left = [...ids].sort()
  const check = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const found = await look(files, network(id))
      if (typeof found === 'string') throw await refusal(files, network(id), previous(id), found)
      catalogue.learn(id, found)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, check))
  return catalogue
}

async function removeTemporaries(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder)) {
    if (name.endsWith('.tmp')) await files.remove(join(folder, name))
  }
}

async function look(files: Files, path: string): Promise<Opened | 'damaged' | 'newer' | 'missing'> {
  try {
    return unseal(await files.read(path))
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

async function refusal(
  files: Files,
  path: string,
  copy: string,
  found: 'damaged' | 'newer' | 'missing',
): Promise<StartRefused | StoreDamaged> {
  if (found === 'newer')
    return new StartRefused(
      `${path} was written by a newer version of Dubbelloop. Install that version or a later one.`,
    )
  const what = `${path} is ${found}`
  if (typeof (await look(files, copy)) === 'string')
    return new StoreDamaged(
      `${what} and has no good copy beside it. Put it back from a backup and start again.`,
    )
  const made = (await files.modified(copy)).toISOString()
  return new StoreDamaged(
    `${what}; its last good copy is ${copy}, of ${made}. Copy that over ${path} and start again.`,
  )
}
