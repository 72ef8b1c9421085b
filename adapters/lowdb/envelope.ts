/**
 * How a network's file looks: a line that says what it is, when it is due and by what it is found, with a
 * checksum of everything else in the file, and then the records as one line of JSON.
 */
import { crc32 } from 'node:zlib'
import type { Entry } from './catalogue.ts'

/** The shapes of a file: one before there was a shelf, and one that names the file in which its shelf lies. */
const [PLAIN, SHELVED] = [1, 2]

const NEW_LINE = 0x0a

interface Head extends Entry {
  readonly schema: number
  readonly crc: number
  readonly archive?: string
}

export interface Opened extends Entry {
  /** The name of the archive that belongs to it. */
  readonly archive: string | undefined
  /** Parses them. */
  records(): unknown
}

/** The bytes of a whole file; `records` is JSON. Only one with an archive is unreadable to an older version. */
export function seal({ due, lookups }: Entry, records: string, archive?: string): Buffer {
  const body = Buffer.from(`${records}\n`)
  const schema = archive === undefined ? PLAIN : SHELVED
  const head = { dubbelloop: 1, schema, due, lookups, archive }
  const line = JSON.stringify({ ...head, crc: checksum(head, body) })
  return Buffer.concat([Buffer.from(`${line}\n`), body])
}

/** Looks at the checksum. `newer`: written by a later version of Dubbelloop. */
export function unseal(bytes: Buffer): Opened | 'damaged' | 'newer' {
  const end = bytes.indexOf(NEW_LINE)
  const head = end < 0 ? undefined : (parsed(bytes.subarray(0, end)) as Partial<Head> | null | undefined)
  if (typeof head?.schema !== 'number') return 'damaged'
  if (head.schema > SHELVED) return 'newer'
  const body = bytes.subarray(end + 1)
  const { crc, ...rest } = head
  if (crc !== checksum(rest, body)) return 'damaged'
  const { due, lookups = [], archive } = head
  return { due: due ?? undefined, lookups, archive, records: () => parsed(body) }
}

const checksum = (head: object, body: Buffer): number => crc32(body, crc32(JSON.stringify(head)))

export function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
