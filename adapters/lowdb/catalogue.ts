/**
 * The index: which networks are due and which ones a lookup finds, without reading them.
 *
 * The file `index.json` may promise too much (a network looks due, or is found, and turns out not to be) and
 * never too little. So an earlier due or a new lookup is written before the network's own file, and lookups that
 * went are written after it. A later due is only written at a clean stop: a network that is read puts its own
 * entry right, and as long as the file says an early due, no other one makes it be written.
 */
import type { Log } from '../../src/contracts/log.ts'
import type { Json } from '../../src/contracts/store.ts'
import { seal } from './envelope.ts'
import { codeOf, type Files, replaceFile } from './files.ts'

/** What the index says of one network. */
export interface Entry {
  readonly due: string | undefined
  readonly lookups: readonly string[]
}

export interface Catalogue {
  has(network: string): boolean
  by(lookup: string): readonly string[]
  due(now: string): readonly string[]
  nextDue(): string | undefined
  /** Puts an entry right after its network was read; without one there turned out to be no such network. */
  learn(network: string, entry: Entry | undefined): void
  /** Makes `index.json` promise enough for what is about to be written. Rejects when it cannot. */
  prepare(network: string, entry: Entry): Promise<void>
  /** It was written. A failure here is only logged: the index then promises too much. */
  settle(network: string, entry: Entry): Promise<void>
  /** It was not written after all. */
  drop(network: string): void
  /** Makes `index.json` exactly right, once everything is quiet. Failing is only logged. */
  tidy(): Promise<void>
}

interface Options {
  readonly files: Files
  readonly log: Log
  readonly path: string
  /** What `index.json` holds. */
  readonly entries: ReadonlyMap<string, Entry>
}

export function openCatalogue({ files, log, path, entries }: Options): Catalogue {
  const known = new Map<string, Entry>()
  const networks = new Map<string, Set<string>>()
  /** Entries that cover a network both before and after the write that is under way. */
  const coming = new Map<string, Entry>()
  /** What the file promises, whichever of its versions a failed or unfinished write has left on disk. */
  let sure = new Map(entries)
  /** A write failed, so the file may still name what has gone. */
  let owing = false
  let queued: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()

  function learn(network: string, entry: Entry | undefined): void {
    const old = known.get(network)
    if (equal(old, entry)) return
    for (const lookup of old?.lookups ?? []) {
      const found = networks.get(lookup)
      found?.delete(network)
      if (found?.size === 0) networks.delete(lookup)
    }
    known.delete(network)
    if (!entry) return
    known.set(network, { due: entry.due, lookups: entry.lookups })
    for (const lookup of entry.lookups) networks.set(lookup, (networks.get(lookup) ?? new Set()).add(network))
  }

  /** Whoever asks while a write is under way shares the one after it. */
  function save(): Promise<void> {
    queued ??= last.then(() => {
      queued = undefined
      const all = [...known, ...coming]
      const saving = flush(new Map(all.map(([id, entry]) => [id, dueFrom(sure.get(id), entry)])))
      last = saving.catch(() => undefined)
      return saving
    })
    return queued
  }

  async function flush(entries: ReadonlyMap<string, Entry>): Promise<void> {
    sure = common(sure, entries)
    const data = [...entries].map(([id, { due, lookups }]): Json => [id, due ?? null, lookups])
    try {
      await replaceFile(files, path, seal(data))
    } catch (error) {
      owing = true
      throw error
    }
    owing = false
    sure = new Map(entries)
  }

  const orLog = (saving: Promise<void>): Promise<void> =>
    saving.catch((error: unknown) => log.warn({ cause: codeOf(error) }, 'index not written'))

  for (const [network, entry] of entries) learn(network, entry)

  return {
    has: (network) => known.has(network),
    by: (lookup) => [...(networks.get(lookup) ?? [])],
    due: (now) => waiting(known, moment(now)),
    nextDue: () => earliest(known),
    learn,
    async prepare(network, entry) {
      coming.set(network, both(known.get(network), entry))
      if (!covers(sure.get(network), entry)) await save()
    },
    async settle(network, entry) {
      coming.delete(network)
      learn(network, entry)
      const lookups = sure.get(network)?.lookups ?? []
      if (owing || !covers(entry, { due: undefined, lookups })) await orLog(save())
    },
    drop: (network) => void coming.delete(network),
    async tidy() {
      const ids = new Set([...known.keys(), ...sure.keys()])
      if (owing || [...ids].some((id) => !equal(known.get(id), sure.get(id)))) await orLog(flush(known))
    },
  }
}

const moment = (due: string | undefined): number =>
  due === undefined ? Number.POSITIVE_INFINITY : Date.parse(due)

/** Whether whoever acts on `entry` misses nothing of `need`. */
function covers(entry: Entry | undefined, need: Entry): boolean {
  if (!entry || moment(entry.due) > moment(need.due)) return false
  const lookups = new Set(entry.lookups)
  return need.lookups.every((lookup) => lookups.has(lookup))
}

const equal = (one: Entry | undefined, other: Entry | undefined): boolean =>
  one === other || Boolean(one && other && covers(one, other) && covers(other, one))

const both = (old: Entry | undefined, { due, lookups }: Entry): Entry =>
  dueFrom(old, { due, lookups: [...new Set([...(old?.lookups ?? []), ...lookups])] })

/** An entry that is due no later than the old one. */
const dueFrom = (old: Entry | undefined, entry: Entry): Entry =>
  moment(old?.due) < moment(entry.due) ? { due: old?.due, lookups: entry.lookups } : entry

/** What two versions of the index both promise. */
function common(one: ReadonlyMap<string, Entry>, other: ReadonlyMap<string, Entry>): Map<string, Entry> {
  const shared = new Map<string, Entry>()
  for (const [network, entry] of one) {
    const second = other.get(network)
    if (!second) continue
    shared.set(network, entry === second ? entry : less(entry, second))
  }
  return shared
}

const less = (one: Entry, other: Entry): Entry => ({
  due: moment(one.due) > moment(other.due) ? one.due : other.due,
  lookups: one.lookups.filter((lookup) => other.lookups.includes(lookup)),
})

interface Due {
  readonly network: string
  readonly due: string | undefined
  readonly at: number
}

const dues = (entries: ReadonlyMap<string, Entry>): readonly Due[] =>
  [...entries].map(([network, { due }]) => ({ network, due, at: moment(due) }))

/** Those due at or before a moment, the longest waiting first. */
const waiting = (entries: ReadonlyMap<string, Entry>, until: number): readonly string[] =>
  dues(entries)
    .filter(({ at }) => at <= until)
    .sort((one, other) => one.at - other.at)
    .map(({ network }) => network)

const earliest = (entries: ReadonlyMap<string, Entry>): string | undefined =>
  dues(entries).reduce<Due | undefined>(
    (first, one) => (first && first.at <= one.at ? first : one),
    undefined,
  )?.due
