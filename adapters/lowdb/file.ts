/**
 * One network's file, as lowdb's adapter. lowdb's own one renames without syncing; this one resolves when the
 * new version would survive a power cut, and keeps the version before it as `<id>.previous.json`.
 */
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { StoreDamaged, StoreFailed } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
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
import { type Kept, read, write } from './kept.ts'

interface Options {
  readonly files: Files
  readonly log: Log
  readonly path: string
  /** Where the version before goes. */
  readonly previous: string
  /** Whether there must be a file: its absence is damage then. */
  readonly expected: boolean
}

export class NetworkFile implements Adapter<Kept> {
  readonly #options: Options
  /** What the file holds, so that a write which fails halfway can be undone. */
  #held: Kept | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws `StoreDamaged`, or `StoreFailed` when the disk could not be read this time. */
  async read(): Promise<Kept | null> {
    const { files, path, expected } = this.#options
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
    this.#held = read(opened)
    return this.#held
  }

  /** Throws `StoreFailed`; the file then still holds what it held. */
  async write(kept: Kept): Promise<void> {
    const { files, path, previous } = this.#options
    let placing = false
    try {
      const bytes = write(kept)
      // The copy goes first: if the power fails in between, asking again removes the rest. The other way round
      // there would be nothing left to remove in the file, and the copy would keep it.
      if (this.#held && kept.erases) await replaceFile(files, previous, bytes)
      await writeTemporary(files, path, bytes)
      if (this.#held && !kept.erases) await this.#keepPrevious()
      placing = true
      await files.rename(temporary(path), path)
      await files.syncFolder(dirname(path))
      this.#held = kept
    } catch (cause) {
      await removeTemporary(files, path)
      if (placing) await this.#putBack()
      throw new StoreFailed(`${path} cannot be written (${codeOf(cause)}).`, { cause })
    }
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
    const { files, log, path } = this.#options
    try {
      if (this.#held) return await replaceFile(files, path, write(this.#held))
      await files.remove(path)
      await files.syncFolder(dirname(path))
    } catch (error) {
      // The next write replaces it whatever it is. Only a restart before that would find the refused change.
      log.error({ cause: codeOf(error) }, 'refused change may still be on disk')
    }
  }
}
