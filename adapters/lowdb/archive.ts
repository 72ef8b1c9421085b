/**
 * What lies on a network's shelf, in files of its own: each is written once and never changed, under a name made
 * of what it holds, and a second time as its copy. The network's file names the one that belongs to it, so both
 * change in the moment in which that file does. Whatever no file names any more is removed.
 */
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { StoreDamaged, StoreFailed } from '../../src/contracts/errors.ts'
import { parsed } from './envelope.ts'
import { codeOf, type Files, isMissing, replaceFile } from './files.ts'
import type { Shelved } from './kept.ts'

/** Where the archive of this name and its copy stand. */
export type ArchivePlaces = (name: string) => readonly [file: string, copy: string]

const nameOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/** Whether a file holds what its name says. Throws when the disk cannot be read. */
export async function lookAt(files: Files, path: string, name: string): Promise<'whole' | Broken> {
  try {
    return nameOf(await files.read(path)) === name ? 'whole' : 'damaged'
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

export type Broken = 'damaged' | 'missing'

/** The archives of one network. `there`: the names of those on the disk, needed or not; it is kept up to date. */
export class Archives {
  readonly #files: Files
  readonly #at: ArchivePlaces
  readonly #there: Set<string>
  /** Those that were read or written by us, and are there as they should be. */
  readonly #whole = new Set<string>()

  constructor(files: Files, at: ArchivePlaces, there: Set<string>) {
    this.#files = files
    this.#at = at
    this.#there = there
  }

  /** Throws `StoreDamaged`, or `StoreFailed` when the disk could not be read this time. */
  async read(name: string): Promise<Shelved> {
    const [path] = this.#at(name)
    let bytes: Buffer
    try {
      bytes = await this.#files.read(path)
    } catch (cause) {
      if (isMissing(cause)) throw new StoreDamaged(`${path} has gone while Dubbelloop was running.`)
      throw new StoreFailed(`${path} cannot be read (${codeOf(cause)}).`, { cause })
    }
    if (nameOf(bytes) !== name) throw new StoreDamaged(`${path} was damaged while Dubbelloop was running.`)
    this.#there.add(name)
    this.#whole.add(name)
    return parsed(bytes) as Shelved
  }

  /** Its name, when it and its copy are safe. */
  async write(bytes: Buffer): Promise<string> {
    const name = nameOf(bytes)
    this.#there.add(name)
    for (const path of this.#at(name)) await replaceFile(this.#files, path, bytes)
    this.#whole.add(name)
    return name
  }

  has(name: string): boolean {
    return this.#whole.has(name)
  }

  /** Resolves when the others are gone for good. */
  async leaveOnly(names: readonly (string | undefined)[]): Promise<void> {
    const others = [...this.#there].filter((name) => !names.includes(name))
    for (const name of others) {
      this.#whole.delete(name)
      for (const path of this.#at(name)) await this.#files.remove(path)
      this.#there.delete(name)
    }
    const [first] = others
    if (first !== undefined) await this.#files.syncFolder(dirname(this.#at(first)[0]))
  }
}
