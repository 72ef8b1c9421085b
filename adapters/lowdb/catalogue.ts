/** The index, in memory only: which networks there are, which are due and which ones a lookup finds. */
import type { Indexed } from '../../src/contracts/store.ts'

/** What the first line of a network's file says of it. */
export interface Entry {
  readonly due: string | undefined
  readonly lookups: readonly string[]
}

export class Catalogue {
  readonly #entries = new Map<string, Entry & { readonly at: number }>()
  readonly #networks = new Map<string, Set<string>>()

  has(network: string): boolean {
    return this.#entries.has(network)
  }

  /** The network's file now says this. */
  learn(network: string, { due, lookups }: Entry): void {
    for (const lookup of this.#entries.get(network)?.lookups ?? []) {
      const found = this.#networks.get(lookup)
      found?.delete(network)
      if (found?.size === 0) this.#networks.delete(lookup)
    }
    this.#entries.set(network, { due, lookups, at: due === undefined ? Infinity : Date.parse(due) })
    for (const lookup of lookups)
      this.#networks.set(lookup, (this.#networks.get(lookup) ?? new Set()).add(network))
  }

  all(): readonly Indexed[] {
    return [...this.#entries].map(([network, { due, lookups }]) => ({
      network,
      lookups,
      ...(due !== undefined && { due }),
    }))
  }

  by(lookup: string): readonly string[] {
    return [...(this.#networks.get(lookup) ?? [])]
  }

  /** Those due at or before a moment, the longest waiting first. */
  due(now: string): readonly string[] {
    const until = Date.parse(now)
    return [...this.#entries]
      .filter(([, { at }]) => at <= until)
      .sort(([, one], [, other]) => one.at - other.at)
      .map(([network]) => network)
  }

  nextDue(): string | undefined {
    let first: { readonly at: number; readonly due?: string | undefined } = { at: Infinity }
    for (const entry of this.#entries.values()) if (entry.at < first.at) first = entry
    return first.due
  }
}
