/**
 * Decisions about one network, one after another, and one write for all that wait together. Two turns of the
 * loop never overlap, and everybody in a turn is answered when that turn is written.
 */
import { Low } from 'lowdb'
import type { Decide, State } from '../../src/contracts/store.ts'
import type { Catalogue } from './catalogue.ts'
import type { NetworkFile } from './file.ts'
import { after, type Kept, nothingKept, stateOf } from './kept.ts'

export interface Network {
  read(): Promise<State>
  transact<T>(decide: Decide<T>): Promise<T>
  /** Resolves when nobody waits any more. */
  quiet(): Promise<void>
}

interface Waiting {
  /** What is kept after this decision; what came of it is told by `resolve`. */
  decide(kept: Kept): Kept
  resolve(): void
  reject(error: unknown): void
}

export function openNetwork(id: string, file: NetworkFile, catalogue: Catalogue): Network {
  /** lowdb holds what was last tried to write; `kept` is what has been written. */
  const low = new Low<Kept>(file, nothingKept)
  let kept = nothingKept
  let loading: Promise<void> | undefined
  let waiting: Waiting[] = []
  let turning: Promise<void> | undefined

  async function load(): Promise<void> {
    await low.read()
    kept = low.data
    if (kept.exists) catalogue.learn(id, kept)
  }

  function loaded(): Promise<void> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }

  async function commit(next: Kept): Promise<void> {
    low.data = next
    await low.write()
    kept = next
    catalogue.learn(id, next)
  }

  async function turn(batch: readonly Waiting[]): Promise<void> {
    const before: Kept = { ...kept, erases: false }
    const next = batch.reduce((now, one) => one.decide(now), before)
    try {
      if (next !== before) await commit(next)
      for (const one of batch) one.resolve()
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }

  async function turns(): Promise<void> {
    while (waiting.length > 0) {
      await loaded().then(
        () => turn(takeAll()),
        (error) => {
          for (const one of takeAll()) one.reject(error)
        },
      )
    }
    // In the same breath as the check above: whoever comes now finds no loop and starts one.
    turning = undefined
  }

  function takeAll(): Waiting[] {
    const all = waiting
    waiting = []
    return all
  }

  return {
    async read() {
      await loaded()
      return stateOf(kept)
    },
    transact: (decide) =>
      new Promise((resolve, reject) => {
        let tell: () => void
        waiting.push({
          decide(before) {
            try {
              const decision = decide(stateOf(before))
              tell = () => resolve(decision.result)
              return after(before, decision)
            } catch (error) {
              tell = () => reject(error)
              return before
            }
          },
          resolve: () => tell(),
          reject,
        })
        turning ??= turns()
      }),
    quiet: async () => turning,
  }
}
