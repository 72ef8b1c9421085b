/**
 * Decisions about one network, one after another, and one statement for all that wait together. They are taken
 * on what this process knows; the statement changes nothing when another process was there in the meantime, and
 * then they are taken again on what that left.
 */
import type { Decide } from '../../src/contracts/store.ts'
import {
  changesAnything,
  type Draft,
  draftOf,
  type Kept,
  nothingKept,
  stateOf,
  withDecision,
} from './kept.ts'
import { keptFrom, lockVersion, readNetwork, type Statement, versionOf, writeDraft } from './statements.ts'

export interface Network {
  transact<T>(decide: Decide<T>): Promise<T>
  /** Resolves when nobody waits any more. */
  quiet(): Promise<void>
}

/** What this process remembers of networks; `undefined`: nothing that it can still trust. */
export interface Memory {
  get(network: string): Kept | undefined
  set(network: string, kept: Kept): void
}

/** Runs one statement and gives its rows. Throws `StoreFailed`. */
export type Ask = <R extends readonly unknown[]>(statement: Statement) => Promise<readonly R[]>

export interface NetworkParts {
  readonly memory: Memory
  readonly ask: Ask
  /** All of what is asked inside or nothing of it. Throws `StoreFailed`, or what `work` throws. */
  together<T>(work: (ask: Ask) => Promise<T>): Promise<T>
  /** Nobody waits any more. */
  idle(): void
}

/** So often others may come first, before they are asked to wait. */
const mostTries = 3

/** A network as it is now: from memory if that is still the newest. */
export async function readNow(
  id: string,
  { memory, ask }: Pick<NetworkParts, 'memory' | 'ask'>,
): Promise<Kept> {
  const known = memory.get(id)
  if (known) {
    const [[version] = ['0']] = await ask<[string]>(versionOf(id))
    if (version === known.version) return known
  }
  return load(id, known, { memory, ask })
}

async function load(
  id: string,
  known: Kept | undefined,
  { memory, ask }: Pick<NetworkParts, 'memory' | 'ask'>,
) {
  const before = known ?? nothingKept
  const kept = keptFrom(await ask(readNetwork(id, before)), before)
  // Somebody may have read or written a newer one while this was under way.
  if (memory.get(id) === known && kept.version !== '0') memory.set(id, kept)
  return kept
}

interface Waiting {
  /** The draft with this decision; what came of it is told by `resolve`. */
  decide(draft: Draft): Draft
  resolve(): void
  reject(error: unknown): void
}

export function openNetwork(id: string, parts: NetworkParts): Network {
  const { memory, ask, together, idle } = parts
  let waiting: Waiting[] = []
  let turning: Promise<void> | undefined

  const draft = (kept: Kept, batch: readonly Waiting[]): Draft =>
    batch.reduce((soFar, one) => one.decide(soFar), draftOf(kept))

  /** What is kept after the draft; `undefined`: somebody else was there first. */
  async function save(made: Draft, through: Ask): Promise<Kept | undefined> {
    if (changesAnything(made)) {
      const [row] = await through<[string]>(writeDraft(id, made))
      return row && { ...made.after, version: row[0] }
    }
    const [[version] = ['0']] = await through<[string]>(versionOf(id))
    return version === made.before.version ? made.after : undefined
  }

  async function turn(batch: readonly Waiting[]): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const known = memory.get(id)
      const before = known && tries === 0 ? known : await load(id, known, parts)
      const kept = await save(draft(before, batch), ask)
      if (kept) return remember(kept)
    }
    const kept = await together(async (asked) => {
      await asked(lockVersion(id))
      const before = await load(id, memory.get(id), { memory, ask: asked })
      return save(draft(before, batch), asked)
    })
    if (kept) return remember(kept)
    // It was only just begun by somebody else, so there was nothing to lock yet.
    await turn(batch)
  }

  function remember(kept: Kept): void {
    if (kept.version !== '0') memory.set(id, kept)
  }

  async function turns(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await turn(batch).then(
        () => {
          for (const one of batch) one.resolve()
        },
        (error) => {
          for (const one of batch) one.reject(error)
        },
      )
    }
    // In the same breath as the check above: whoever comes now finds no loop and starts one.
    turning = undefined
    idle()
  }

  return {
    transact: (decide) =>
      new Promise((resolve, reject) => {
        let tell: () => void
        waiting.push({
          decide(soFar) {
            try {
              const decision = decide(stateOf(soFar.after))
              const next = withDecision(soFar, decision)
              tell = () => resolve(decision.result)
              return next
            } catch (error) {
              tell = () => reject(error)
              return soFar
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
