/**
 * One network's file, as lowdb's adapter. lowdb's own one renames without syncing; this one resolves when the
 * new version would survive a power cut, and keeps the version before it as `<id>.previous.json`.
 */
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { StoreDamaged, StoreFailed } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Archives } from './archive.ts'
import { unseal } from './envelope.ts'
import {
  codeOf,
  type Files,
  isMissing,
  removeTemporary,
  replaceFile,
  temporary,
  writeTemporary,
} from './files.ts'
import { type Kept, read, write, writeShelf } from './kept.ts'

interface Options {
  readonly files: Files
  readonly log: Log
  readonly path: string
  /** Where the version before goes. */
  readonly previous: string
  /** Of this network. */
  readonly archives: Archives
  /** Whether there must be a file: its absence is damage then. */
  readonly expected: boolean
}

export class NetworkFile implements Adapter<Kept> {
  readonly #options: Options
  /** What the file holds, so that a write which fails halfway can be undone. */
  #held: Kept | undefined
  /** The name of the archive beside it. */
  #archive: string | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws `StoreDamaged`, or `StoreFailed` when the disk could not be read this time. */
  async read(): Promise<Kept | null> {
    const { files, path, expected, archives } = this.#options
    let bytes: Buffer
    try {
      bytes = await files.read(path)
    } catch (cause) {
      if (!isMissing(cause)) throw new StoreFailed(`${path} cannot be read (${codeOf(cause)}).`, { cause })
      if (expected) throw new StoreDamaged(`${path} has gone while Dubbelloop was running.`)
      return null
    }
    const opened = unseal(bytes)
    if (typeof opened === 'string')
      throw new StoreDamaged(`${path} was damaged while Dubbelloop was running.`)
    const { archive } = opened
    const held = read(opened, archive === undefined ? [] : await archives.read(archive))
    if (!held) throw new StoreDamaged(`${path} and its archive do not belong together.`)
    this.#held = held
    this.#archive = archive
    return held
  }

  /** Throws `StoreFailed`; the file then still holds what it held. */
  async write(kept: Kept): Promise<void> {
    const { files, path, previous, archives } = this.#options
    let placing = false
    try {
      const archive = await this.#keepShelf(kept)
      const bytes = write(kept, archive)
      // The copy goes first: if the power fails in between, asking again removes the rest. The other way round
      // there would be nothing left to remove in the file, and the copy would keep it.
      if (this.#held && kept.erases) await replaceFile(files, previous, bytes)
      await writeTemporary(files, path, bytes)
      if (this.#held && !kept.erases) await this.#keepPrevious()
      placing = true
      await files.rename(temporary(path), path)
      await files.syncFolder(dirname(path))
      // The copy still needs the archive that it names.
      await archives.leaveOnly(kept.erases ? [archive] : [archive, this.#archive])
      this.#held = kept
      this.#archive = archive
    } catch (cause) {
      await removeTemporary(files, path)
      if (placing) await this.#putBack()
      throw new StoreFailed(`${path} cannot be written (${codeOf(cause)}).`, { cause })
    }
  }

  /** The archive for what is on the shelf now: most of the time the one that is there. */
  async #keepShelf(kept: Kept): Promise<string | undefined> {
    if (kept.shelf.size === 0) return undefined
    const { archives } = this.#options
    const same = kept.shelf === this.#held?.shelf ? this.#archive : undefined
    // It may have been removed for something that was refused after all.
    return same !== undefined && archives.has(same) ? same : archives.write(writeShelf(kept))
  }

  async #keepPrevious(): Promise<void> {
    const { files, path, previous } = this.#options
    await files.remove(previous)
    try {
      await files.link(path, previous)
    } catch {
      // Some file systems have no hard links.
      await replaceFile(files, previous, await files.read(path))
    }
  }

  /** What was refused may not come to light after a restart. */
  async #putBack(): Promise<void> {
    const { files, log, path, archives } = this.#options
    try {
      if (this.#held) {
        const gone = this.#archive !== undefined && !archives.has(this.#archive)
        if (gone) await archives.write(writeShelf(this.#held))
        return await replaceFile(files, path, write(this.#held, this.#archive))
      }
      await files.remove(path)
      await files.syncFolder(dirname(path))
    } catch (error) {
      // The next write replaces it whatever it is. Only a restart before that would find the refused change.
      log.error({ cause: codeOf(error) }, 'refused change may still be on disk')
    }
  }
}
