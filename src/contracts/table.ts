/**
 * A typed view on one kind of record. Old records are brought up to date when they are read, so a data folder
 * of an earlier version always opens.
 */
import type { Change, Json, State } from './store.ts'

export interface Table<T extends { readonly id: string }> {
  readonly kind: string
  get(state: State, id: string): T | undefined
  all(state: State): readonly T[]
  put(record: T): Change
  remove(id: string): Change
}

/** `migrations[n]` turns a record of version n + 1 into one of version n + 2; `parse` checks the newest. */
export interface Shape<T> {
  parse(data: unknown): T
  readonly migrations?: readonly ((old: unknown) => unknown)[]
}

export function table<T extends { readonly id: string }>(kind: string, shape: Shape<T>): Table<T> {
  const version = (shape.migrations?.length ?? 0) + 1
  // A store hands out the same object as long as the record stays the same: it is checked once.
  const checked = new WeakMap<object, T>()

  function open(stored: Json): T {
    const envelope = stored as { readonly v: number; readonly data: Json }
    const known = checked.get(envelope)
    if (known) return known
    let data: unknown = envelope.data
    for (const migrate of shape.migrations?.slice(envelope.v - 1) ?? []) data = migrate(data)
    const record = shape.parse(data)
    checked.set(envelope, record)
    return record
  }

  return {
    kind,
    get(state, id) {
      const stored = state.get(kind, id)
      return stored === undefined ? undefined : open(stored)
    },
    all: (state) => [...state.all(kind).values()].map(open),
    put: (record) => ({ kind, id: record.id, put: { v: version, data: record as unknown as Json } }),
    remove: (id) => ({ kind, id }),
  }
}
