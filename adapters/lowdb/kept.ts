/** What is kept of one network, as it is in memory and as it is written. It is never changed, only replaced. */
import type { Decision, Json, State } from '../../src/contracts/store.ts'

export interface Kept {
  readonly due: string | undefined
  readonly lookups: readonly string[]
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
interface Written {
  readonly due: string | null
  readonly lookups: readonly string[]
  readonly records: readonly (readonly [string, readonly (readonly [string, Json])[]])[]
}

export function write({ due, lookups, records }: Kept): Json {
  const written: Written = {
    due: due ?? null,
    lookups,
    records: [...records].map(([kind, some]) => [kind, [...some]]),
  }
  return written as unknown as Json
}

/** `undefined` when it is not what `write` made. */
export function read(data: unknown): Kept | undefined {
  if (typeof data !== 'object' || data === null || !('records' in data)) return undefined
  const { due, lookups, records } = data as Written
  return {
    due: due ?? undefined,
    lookups,
    records: new Map(records.map(([kind, some]) => [kind, new Map(some)])),
    exists: true,
    erases: false,
  }
}
