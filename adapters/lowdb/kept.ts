/** What is kept of one network, as it is in memory and as it is written. It is never changed, only replaced. */
import type { Decision, Json, State } from '../../src/contracts/store.ts'
import type { Entry } from './catalogue.ts'
import { type Opened, seal } from './envelope.ts'

type Records = ReadonlyMap<string, ReadonlyMap<string, Json>>

export interface Kept extends Entry {
  /** By kind, then by id, in the order in which they came. */
  readonly records: Records
  /** Those of them that lie on the shelf, in the same order; another object when anything there is different. */
  readonly shelf: Records
  /** Whether there is such a network at all. */
  readonly exists: boolean
  /** Something is gone since the version before, so no copy of that may stay. */
  readonly erases: boolean
}

export const nothingKept: Kept = {
  due: undefined,
  lookups: [],
  records: new Map(),
  shelf: new Map(),
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
  /** Of which kinds the shelf changes, and what lies there then. */
  const laid = new Map<string, Set<string>>()
  let erases = kept.erases || lost
  for (const { kind, id, put, shelf } of changes) {
    const records = touched.get(kind) ?? new Map(kept.records.get(kind))
    touched.set(kind, records)
    if (put === undefined) erases = records.delete(id) || erases
    else records.set(id, records.get(id) === put ? put : copy(put))
    if (!shelf && !(laid.get(kind) ?? kept.shelf.get(kind))?.has(id)) continue
    const lying = laid.get(kind) ?? new Set(kept.shelf.get(kind)?.keys())
    laid.set(kind, lying)
    if (shelf && put !== undefined) lying.add(id)
    else lying.delete(id)
  }
  const records = withKinds(kept.records, touched)
  return { due, lookups: [...findable], records, shelf: lay(kept.shelf, records, laid), exists: true, erases }
}

const withKinds = (all: Records, changed: Records): Records =>
  new Map([...new Map([...all, ...changed])].filter(([, some]) => some.size > 0))

function lay(shelf: Records, records: Records, laid: ReadonlyMap<string, ReadonlySet<string>>): Records {
  if (laid.size === 0) return shelf
  const changed = [...laid].map(
    ([kind, ids]) => [kind, new Map([...(records.get(kind) ?? [])].filter(([id]) => ids.has(id)))] as const,
  )
  return withKinds(shelf, new Map(changed))
}

/** The same value as a restart would read, and nobody else's to change. */
const copy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json

/** Lists of pairs, because the names in a JSON object do not keep their order. */
type Pair = readonly [id: string, value: Json]
type Written<Item = Pair> = readonly (readonly [kind: string, some: readonly Item[]])[]

/** In a network's own file a number stands where so many records follow that lie on its shelf. */
type Item = Pair | number

/** A decision touches few kinds; the others are written as they were. */
const lines = new WeakMap<ReadonlyMap<string, Json>, string>()

function line(kind: string, some: ReadonlyMap<string, Json>, lying?: ReadonlyMap<string, Json>): string {
  const before = lines.get(some)
  if (before !== undefined) return before
  const fresh = JSON.stringify([kind, lying ? without(some, lying) : [...some]])
  lines.set(some, fresh)
  return fresh
}

function without(some: ReadonlyMap<string, Json>, lying: ReadonlyMap<string, Json>): readonly Item[] {
  const items: Item[] = []
  let passed = 0
  const pass = () => {
    if (passed > 0) items.push(passed)
    passed = 0
  }
  for (const record of some) {
    if (lying.has(record[0])) passed += 1
    else {
      pass()
      items.push(record)
    }
  }
  pass()
  return items
}

/** The bytes of its file, next to the archive of this name. */
export const write = (kept: Kept, archive?: string): Buffer =>
  seal(
    kept,
    `[${[...kept.records].map(([kind, some]) => line(kind, some, kept.shelf.get(kind))).join()}]`,
    archive,
  )

/** The bytes of its archive. */
export const writeShelf = ({ shelf }: Kept): Buffer =>
  Buffer.from(`[${[...shelf].map(([kind, some]) => line(kind, some)).join()}]\n`)

/** What was on the shelf, as its archive has it. */
export type Shelved = Written

/** `undefined`: the file and the archive do not belong together. */
export function read({ due, lookups, records: written }: Opened, archive: Shelved): Kept | undefined {
  const shelf = new Map(archive.map(([kind, pairs]) => [kind, new Map(pairs)]))
  const left = new Map(archive.map(([kind, pairs]) => [kind, [...pairs]]))
  const records = new Map<string, ReadonlyMap<string, Json>>()
  for (const [kind, items] of written() as Written<Item>) {
    const lying = left.get(kind) ?? []
    left.delete(kind)
    const wanted = items.reduce<number>((sum, item) => sum + (typeof item === 'number' ? item : 0), 0)
    if (wanted !== lying.length) return undefined
    const all = items.flatMap((item) => (typeof item === 'number' ? lying.splice(0, item) : [item]))
    records.set(kind, new Map(all))
  }
  return left.size > 0 ? undefined : { due, lookups, records, shelf, exists: true, erases: false }
}
