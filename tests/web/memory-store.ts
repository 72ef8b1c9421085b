/** A store without a disk, for tests of what only uses a store. */
import {
  type Change,
  type Decide,
  type Json,
  type State,
  type Store,
  withChanges,
} from '../../src/contracts/store.ts'

const nothing: State = { get: () => undefined, all: () => new Map<string, Json>(), kinds: () => [] }

export interface MemoryStore extends Store {
  /** From now on every call throws this; without one, all is well again. */
  fail(error?: Error): void
}

export function memoryStore(): MemoryStore {
  const networks = new Map<string, { state: State; due: string | undefined; lookups: readonly string[] }>()
  let broken: Error | undefined

  async function well(): Promise<void> {
    if (broken) throw broken
  }
  const waiting = () =>
    [...networks]
      .flatMap(([id, { due }]) => (due === undefined ? [] : [{ id, due }]))
      .sort((one, other) => one.due.localeCompare(other.due))

  return {
    async read(network) {
      await well()
      return networks.get(network)?.state ?? nothing
    },
    async transact<T>(network: string, decide: Decide<T>) {
      await well()
      const state = networks.get(network)?.state ?? nothing
      const { result, changes, due, lookups } = decide(state)
      // As a real store would: what was kept is a copy that nobody can change afterwards.
      const copies: readonly Change[] = structuredClone(changes)
      if (changes.length > 0) networks.set(network, { state: withChanges(state, copies), due, lookups })
      return result
    },
    async networksBy(lookup) {
      await well()
      return [...networks].filter(([, { lookups }]) => lookups.includes(lookup)).map(([id]) => id)
    },
    async due(now) {
      await well()
      return waiting()
        .filter(({ due }) => due <= now)
        .map(({ id }) => id)
    },
    async nextDue() {
      await well()
      return waiting()[0]?.due
    },
    async networks() {
      await well()
      return [...networks].map(([network, { due, lookups }]) => ({
        network,
        lookups,
        ...(due !== undefined && { due }),
      }))
    },
    ready: async () => broken === undefined,
    close: async () => undefined,
    fail(error) {
      broken = error
    },
  }
}
