/**
 * A disk in memory that keeps no more than it must: what was not synced may be lost when its power is cut, each
 * name and each file by itself. Every call can be watched, held up or made to fail.
 */
import { basename, dirname } from 'node:path'
import type { Files, Writing } from '../../adapters/lowdb/files.ts'

interface Inode {
  now: Buffer
  safe: Buffer
}

type Names = Map<string, Inode>

/** Its `safe` names are what a power cut leaves for certain. */
interface Folder {
  now: Names
  safe: Names
}

export const diskError = (code: string): Error =>
  Object.assign(new Error(`${code}: the disk says no`), { code })

export class Disk implements Files {
  readonly #folders = new Map<string, Folder>()
  /** All that was asked, like `rename n.json`; renames and links by the name they give. */
  readonly calls: string[] = []
  /** Runs before a call; what it throws, the call throws and does nothing. */
  before: (call: string) => void | Promise<void> = () => undefined
  /** Runs after a call; what it throws, the call throws although it did its work. */
  after: (call: string) => void = () => undefined

  async #call<T>(name: string, path: string, work: () => T): Promise<T> {
    const call = `${name} ${basename(path)}`
    this.calls.push(call)
    await this.before(call)
    const result = work()
    this.after(call)
    return result
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path)
    if (!folder) throw diskError('ENOENT')
    return folder
  }

  #inode(path: string): Inode {
    const inode = this.#folder(dirname(path)).now.get(basename(path))
    if (!inode) throw diskError('ENOENT')
    return inode
  }

  makeFolder(path: string): Promise<void> {
    return this.#call('makeFolder', path, () => {
      if (!this.#folders.has(path)) this.#folders.set(path, { now: new Map(), safe: new Map() })
    })
  }

  list(path: string): Promise<readonly string[]> {
    return this.#call('list', path, () => [...this.#folder(path).now.keys()])
  }

  read(path: string): Promise<Buffer> {
    return this.#call('read', path, () => this.#inode(path).now)
  }

  modified(path: string): Promise<Date> {
    return this.#call('modified', path, () => this.#inode(path) && new Date(0))
  }

  create(path: string): Promise<Writing> {
    return this.#call('create', path, () => {
      const names = this.#folder(dirname(path)).now
      const inode = names.get(basename(path)) ?? { now: Buffer.alloc(0), safe: Buffer.alloc(0) }
      inode.now = Buffer.alloc(0)
      names.set(basename(path), inode)
      return {
        write: (bytes: Uint8Array) =>
          this.#call('write', path, () => {
            inode.now = Buffer.concat([inode.now, bytes])
          }),
        sync: () =>
          this.#call('sync', path, () => {
            inode.safe = inode.now
          }),
        close: () => this.#call('close', path, () => undefined),
      }
    })
  }

  link(from: string, to: string): Promise<void> {
    return this.#call('link', to, () => {
      const names = this.#folder(dirname(to)).now
      if (names.has(basename(to))) throw diskError('EEXIST')
      names.set(basename(to), this.#inode(from))
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call('rename', to, () => {
      const inode = this.#inode(from)
      const names = this.#folder(dirname(to)).now
      // As everywhere: two names of one file stay two names.
      if (names.get(basename(to)) === inode) return
      names.set(basename(to), inode)
      this.#folder(dirname(from)).now.delete(basename(from))
    })
  }

  remove(path: string): Promise<void> {
    return this.#call('remove', path, () => void this.#folder(dirname(path)).now.delete(basename(path)))
  }

  syncFolder(path: string): Promise<void> {
    return this.#call('syncFolder', path, () => {
      const folder = this.#folder(path)
      folder.safe = new Map(folder.now)
    })
  }

  lock(): () => void {
    return () => undefined
  }

  /** What the files hold now, by name. */
  contents(): ReadonlyMap<string, string> {
    const all = [...this.#folders.values()].flatMap(({ now }) => [...now])
    return new Map(all.map(([name, { now }]) => [name, now.toString()]))
  }

  /** A disk with the same in it, with nothing left to lose. */
  twin(): Disk {
    return this.#copy(
      ({ now }) => now,
      (inode) => inode.now,
    )
  }

  /** The disk after the power was cut: what was not synced is there, or not, or half, as `chance` (0 to 1) has it. */
  cut(chance: () => number): Disk {
    return this.#copy(
      ({ now, safe }) => {
        const names: Names = new Map()
        for (const name of new Set([...now.keys(), ...safe.keys()])) {
          const inode = (chance() < 0.5 ? now : safe).get(name)
          if (inode) names.set(name, inode)
        }
        return names
      },
      ({ now, safe }) => {
        if (now === safe) return now
        const luck = chance()
        return luck < 0.4 ? safe : luck < 0.8 ? now : now.subarray(0, Math.floor(now.length / 2))
      },
    )
  }

  #copy(names: (folder: Folder) => Names, bytes: (inode: Inode) => Buffer): Disk {
    const disk = new Disk()
    const copies = new Map<Inode, Inode>()
    const copied = (inode: Inode): Inode => {
      const content = copies.get(inode)?.now ?? bytes(inode)
      const copy = copies.get(inode) ?? { now: content, safe: content }
      copies.set(inode, copy)
      return copy
    }
    for (const [path, folder] of this.#folders) {
      const kept = new Map([...names(folder)].map(([name, inode]) => [name, copied(inode)]))
      disk.#folders.set(path, { now: kept, safe: new Map(kept) })
    }
    return disk
  }
}
