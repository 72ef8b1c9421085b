/** What is kept of one network, as it is in memory and as it is written. It is never changed, only replaced. */
import type { Decision, Json, State } from '../../src/contracts/store.ts'
import type { Entry } from './catalogue.ts'
import { type Opened, seal } from './envelope.ts'

export interface Kept extends Entry {
  /** By kind, then by id, in the order in which they came. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, Json>>
  /** Whether there is such a network at all. */
  readonly exists: boolean
  /** Something is gone since the version before, so no copy of that may stay. */
  readonly erases: boolean
}

export const nothingKept: Kept = {
  due: undefined,
  lookups: [],
  records: new Map(),
  exists: false,
  erases: false,
}

export const stateOf = ({ records }: Kept): State => ({
  get: (kind, id) => records.get(kind)?.get(id),
  all: (kind) => records.get(kind) ?? new Map(),
  kinds: () => [...records.keys()],
})

/** What is kept after a decision; the same object when nothing needs to be written. */
export function after(kept: Kept, { changes, due, lookups }: Decision<unknown>): Kept {
  const findable = new Set(lookups)
  const lost = kept.lookups.some((lookup) => !findable.has(lookup))
  const same = due === kept.due && !lost && findable.size === kept.lookups.length
  if (changes.length === 0 && (same || !kept.exists)) return kept
  const touched = new Map<string, Map<string, Json>>()
  let erases = kept.erases || lost
  for (const { kind, id, put } of changes) {
    const records = touched.get(kind) ?? new Map(kept.records.get(kind))
    touched.set(kind, records)
    if (put === undefined) erases = records.delete(id) || erases
    else records.set(id, copy(put))
  }
  const records = [...new Map([...kept.records, ...touched])].filter(([, some]) => some.size > 0)
  return { due, lookups: [...findable], records: new Map(records), exists: true, erases }
}

/** The same value as a restart would read, and nobody else's to change. */
const copy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json

/** Lists of pairs, because the names in a JSON object do not keep their order. */
type Written = readonly (readonly [string, readonly (readonly [string, Json])[]])[]

/** A decision touches few kinds; the others are written as they were. */
const lines = new WeakMap<ReadonlyMap<string, Json>, string>()

function line(kind: string, some: ReadonlyMap<string, Json>): string {
  const before = lines.get(some)
  if (before !== undefined) return before
  const fresh = JSON.stringify([kind, [...some]])
  lines.set(some, fresh)
  return fresh
}

/** The bytes of its file. */
export const write = (kept: Kept): Buffer =>
  seal(kept, `[${[...kept.records].map(([kind, some]) => line(kind, some)).join()}]`)

export function read({ due, lookups, records }: Opened): Kept {
  const written = records() as Written
  return {
    due,
    lookups,
    records: new Map(written.map(([kind, some]) => [kind, new Map(some)])),
    exists: true,
    erases: false,
  }
}
