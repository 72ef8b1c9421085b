/**
 * Where everything is kept.
 *
 * - **Record**: one JSON value under a kind and an id, inside one network. Nouns and features define their own
 *   kinds (`table.ts`); a store never looks inside.
 * - **State**: a network's records as they are at one moment. It never changes under the reader.
 * - **Decide**: a pure function from a state to what must change. A store may call it more than once.
 * - **Shelf**: where records lie that will hardly change any more. A store may keep them apart from what changes
 *   every day; everybody reads them as before. Putting one again without `shelf` takes it off.
 * - **Due**: the next moment at which a network needs attention, kept in an index so that only networks that
 *   are due get read.
 * - **Lookup**: a word by which a network can be found (`place:…`, `account:…`). The index may promise too
 *   much and never too little: whoever finds a network by it looks in its state.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export interface State {
  get(kind: string, id: string): Json | undefined
  all(kind: string): ReadonlyMap<string, Json>
  /** The kinds of which there are records. */
  kinds(): readonly string[]
}

/** Without `put`, the record goes. */
export interface Change {
  readonly kind: string
  readonly id: string
  readonly put?: Json
  /** With `put`: it lies on the shelf from now on. */
  readonly shelf?: true
}

export interface Decision<T> {
  readonly result: T
  /** None: only due and lookups are brought up to date, and only of a network that exists. */
  readonly changes: readonly Change[]
  /** ISO instant; absent: nothing is waiting. */
  readonly due?: string
  readonly lookups: readonly string[]
}

export type Decide<T> = (state: State) => Decision<T>

/** What the index says of a network. */
export interface Indexed {
  readonly network: string
  readonly due?: string
  readonly lookups: readonly string[]
}

export interface Store {
  /** What is known of a network; empty for one that does not exist. */
  read(network: string): Promise<State>
  /**
   * All of a decision or nothing. Decisions about one network happen one after another; the promise resolves
   * only when the change would survive a power cut. Throws `StoreFailed` and then nothing has changed, or what
   * `decide` itself threw.
   */
  transact<T>(network: string, decide: Decide<T>): Promise<T>
  networksBy(lookup: string): Promise<readonly string[]>
  /** Networks whose due moment is at or before `now` (ISO instant), the longest waiting first. */
  due(now: string): Promise<readonly string[]>
  /** The earliest due moment of all. */
  nextDue(): Promise<string | undefined>
  /** The whole index, for whoever carries everything elsewhere. */
  networks(): Promise<readonly Indexed[]>
  /** Whether it can be written to. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

/** The state as it will be after some changes. */
export function withChanges(state: State, changes: readonly Change[]): State {
  const touched = Map.groupBy(changes, ({ kind }) => kind)
  const whole = new Map<string, ReadonlyMap<string, Json>>()

  /** Put together when somebody asks for it: most kinds that change are only asked for by id, or not at all. */
  function all(kind: string, changed: readonly Change[]): ReadonlyMap<string, Json> {
    const records = new Map(state.all(kind))
    for (const { id, put } of changed) {
      if (put === undefined) records.delete(id)
      else records.set(id, put)
    }
    whole.set(kind, records)
    return records
  }

  return {
    get(kind, id) {
      const change = touched.get(kind)?.findLast((each) => each.id === id)
      return change ? change.put : state.get(kind, id)
    },
    all(kind) {
      const changed = touched.get(kind)
      return changed ? (whole.get(kind) ?? all(kind, changed)) : state.all(kind)
    },
    kinds: () => [...new Set([...state.kinds(), ...touched.keys()])],
  }
}
