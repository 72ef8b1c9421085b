/**
 * The embedded store: no server, one process, one small file per network that is read when it is first needed.
 * How it keeps its promises stands in `docs/decisions/lowdb.md`.
 */
import { join, resolve } from 'node:path'
import { CodedError, StartRefused, StoreFailed } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Store } from '../../src/contracts/store.ts'
import { Archives } from './archive.ts'
import { checkNetworks, places } from './check.ts'
import { NetworkFile } from './file.ts'
import { codeOf, type Files, nodeFiles, removeTemporary, writeTemporary } from './files.ts'
import { nothingKept, stateOf } from './kept.ts'
import { type Network, openNetwork } from './network.ts'

export { inProcessQueue, type QueueOptions } from './queue.ts'

export interface LowdbOptions {
  readonly folder: string
  readonly log?: Log
  /** Another disk, in a test. */
  readonly files?: Files
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * Takes the folder for this process and looks at every file in it. Throws `StartRefused` (in use, not writable,
 * of a newer version) or `StoreDamaged`; each message says what to do.
 */
export async function openLowdbStore({
  folder,
  log = silent,
  files = nodeFiles,
}: LowdbOptions): Promise<Store> {
  const root = resolve(folder)
  let unlock: (() => void) | undefined
  try {
    await files.makeFolder(root)
    unlock = files.lock(root)
    await files.makeFolder(places(root).networks)
    return await openLocked({ folder: root, log, files, unlock })
  } catch (cause) {
    unlock?.()
    if (cause instanceof CodedError || !codeOf(cause)) throw cause
    const why = `The folder ${root} cannot be used (${codeOf(cause)}).`
    throw new StartRefused(`${why} Give DATA_DIR a folder on a local disk that this user may write in.`, {
      cause,
    })
  }
}

interface Locked extends Required<LowdbOptions> {
  unlock(): void
}

async function openLocked({ folder, log, files, unlock }: Locked): Promise<Store> {
  const at = places(folder)
  const { catalogue, archives } = await checkNetworks(files, folder)
  const networks = new Map<string, Network>()
  let probing: Promise<boolean> | undefined
  let closing: Promise<void> | undefined

  function fileOf(id: string): NetworkFile {
    const [path, previous, expected] = [at.network(id), at.previous(id), catalogue.has(id)]
    const kept = new Archives(files, at.archive(id), archives.get(id) ?? new Set())
    return new NetworkFile({ files, log, path, previous, expected, archives: kept })
  }

  function networkOf(id: string): Network {
    const network = networks.get(id) ?? openNetwork(id, fileOf(id), catalogue)
    networks.set(id, network)
    return network
  }

  /** A disk can fill up while nobody answers, so it is tried each time. */
  async function probe(): Promise<boolean> {
    const path = join(at.networks, 'probe')
    try {
      await writeTemporary(files, path, new Uint8Array(1))
      return true
    } catch {
      return false
    } finally {
      await removeTemporary(files, path)
      probing = undefined
    }
  }

  async function close(): Promise<void> {
    await Promise.all([...networks.values()].map((network) => network.quiet()))
    unlock()
  }

  return {
    async read(id) {
      checkUse(id)
      return catalogue.has(id) ? networkOf(id).read() : stateOf(nothingKept)
    },
    async transact(id, decide) {
      checkUse(id)
      return networkOf(id).transact(decide)
    },
    networksBy: async (lookup) => catalogue.by(lookup),
    due: async (now) => catalogue.due(now),
    nextDue: async () => catalogue.nextDue(),
    networks: async () => catalogue.all(),
    async ready() {
      if (closing) return false
      probing ??= probe()
      return probing
    },
    close: () => {
      closing ??= close()
      return closing
    },
  }

  /** An id becomes a file name, so nothing in it may lead elsewhere. */
  function checkUse(id: string): void {
    if (!/^[\w-]{1,40}$/.test(id))
      throw new StoreFailed('A network is named by 1 to 40 letters, digits, _ or -.')
    if (closing) throw new StoreFailed('The store is closed.')
  }
}
