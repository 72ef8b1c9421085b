/** What the store's contract is made of. */
import type { Change, Decision, Json, State, Store } from '../../src/contracts/store.ts'

export interface StoreUnderTest {
  readonly store: Store
  /** Closes the store and opens it again on what it kept. */
  reopen(): Promise<Store>
  /** Closes whatever is open and leaves nothing behind. */
  cleanup(): Promise<void>
}

export const put = (id: string, value: Json, kind = 'note'): Change => ({ kind, id, put: value })
export const remove = (id: string, kind = 'note'): Change => ({ kind, id })

/** A decision that says these changes whatever the state is. */
export const decide =
  (changes: readonly Change[], rest: Partial<Decision<string>> = {}) =>
  (): Decision<string> => ({ result: 'done', changes, lookups: [], ...rest })

export const contents = (state: State, kind = 'note'): readonly [string, Json][] => [...state.all(kind)]

/** The store of the test that runs now. */
export interface Fixture {
  readonly store: Store
  /** Checks something at once, and again after a restart. */
  nowAndLater(check: (now: Store) => Promise<void>): Promise<void>
}
