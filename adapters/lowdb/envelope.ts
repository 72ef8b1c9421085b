/**
 * How a file looks: a line that says what it is, with a checksum of all that follows, and then the data as one
 * line of JSON.
 */
import { crc32 } from 'node:zlib'
import type { Json } from '../../src/contracts/store.ts'

/** The newest shape of the data that this version knows. */
const SCHEMA = 1

const NEW_LINE = 0x0a

/** `newer`: written by a later version of Dubbelloop. */
export type Verdict = 'good' | 'damaged' | 'newer'

/** The bytes of a whole file. */
export function seal(data: Json): Buffer {
  const body = Buffer.from(`${JSON.stringify(data)}\n`)
  const head = JSON.stringify({ dubbelloop: 1, schema: SCHEMA, crc: crc32(body) })
  return Buffer.concat([Buffer.from(`${head}\n`), body])
}

/** Looks at the checksum, without parsing the data. */
export function judge(bytes: Buffer): Verdict {
  const end = bytes.indexOf(NEW_LINE)
  const head = end < 0 ? undefined : parsed(bytes.subarray(0, end))
  if (typeof head !== 'object' || head === null || !('schema' in head) || !('crc' in head)) return 'damaged'
  if (typeof head.schema === 'number' && head.schema > SCHEMA) return 'newer'
  return head.crc === crc32(bytes.subarray(end + 1)) ? 'good' : 'damaged'
}

/** The data of a file that was judged good. */
export const unseal = (bytes: Buffer): unknown => parsed(bytes.subarray(bytes.indexOf(NEW_LINE) + 1))

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
