/** What is known of one network, and what a run of decisions changes in it. Never changed, only replaced. */
import { StoreFailed } from '../../src/contracts/errors.ts'
import type { Decision, Json, State } from '../../src/contracts/store.ts'

export interface Kept {
  /** Of the whole network; `'0'`: there is no such network. */
  readonly version: string
  /** As it was given, or as an ISO instant. */
  readonly due: string | undefined
  readonly lookups: ReadonlySet<string>
  /** By kind, then by id, in the order in which they came. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, Json>>
}

export const nothingKept: Kept = { version: '0', due: undefined, lookups: new Set(), records: new Map() }

export const stateOf = ({ records }: Kept): State => ({
  get: (kind, id) => records.get(kind)?.get(id),
  all: (kind) => records.get(kind) ?? new Map(),
  kinds: () => [...records.keys()],
})

/** One record's way to the database. */
export interface Write {
  readonly kind: string
  readonly id: string
  /** Its JSON; absent: the record goes. */
  readonly text?: string
  /** It went and came back, so it is now the last of its kind. */
  readonly again: boolean
}

/** What was kept, and what will be after the decisions so far. */
export interface Draft {
  readonly before: Kept
  readonly after: Kept
  /** By record: the last write to it counts. */
  readonly writes: ReadonlyMap<string, Write>
}

export const draftOf = (before: Kept): Draft => ({ before, after: before, writes: new Map() })

export const changesAnything = ({ before, after }: Draft): boolean => before !== after

/** The draft with one more decision; the same object when it changes nothing. */
export function withDecision(draft: Draft, { changes, due, lookups }: Decision<unknown>): Draft {
  const { after } = draft
  const exists = after.version !== '0' || changesAnything(draft)
  const same = due === after.due && sameSet(after.lookups, new Set(lookups))
  if (changes.length === 0 && (same || !exists)) return draft
  for (const word of lookups) checkWord(word)
  const touched = new Map<string, Map<string, Json>>()
  const writes = new Map(draft.writes)
  for (const { kind, id, put } of changes) {
    checkWord(kind)
    checkWord(id)
    const records = touched.get(kind) ?? new Map(after.records.get(kind))
    touched.set(kind, records)
    // A row is apart from the others already: laying it on the shelf as it is changes nothing.
    if (put !== undefined && records.get(id) === put) continue
    const key = JSON.stringify([kind, id])
    if (put === undefined) {
      records.delete(id)
      writes.set(key, { kind, id, again: false })
      continue
    }
    const text = JSON.stringify(put)
    const known = writes.get(key)
    const again = known !== undefined && (known.again || known.text === undefined)
    // Whatever came back is written after what was there.
    if (again) writes.delete(key)
    // The same value as anybody else would read, and nobody else's to change.
    records.set(id, JSON.parse(text) as Json)
    writes.set(key, { kind, id, text, again })
  }
  const records = [...new Map([...after.records, ...touched])].filter(([, some]) => some.size > 0)
  return {
    before: draft.before,
    after: {
      version: after.version,
      due,
      lookups: same ? after.lookups : new Set(lookups),
      records: new Map(records),
    },
    writes,
  }
}

const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...other].every((word) => one.has(word))

/** The one character that PostgreSQL has no place for; in a value it travels escaped. */
function checkWord(word: string): void {
  if (word.includes('\0')) throw new StoreFailed('A record or lookup may not be named with a NUL character.')
}
