/**
 * What torture is made of. A **weather** is one thing that can go wrong, done again and again; what came of it
 * is a line of the table.
 */

/** `test`: in `npm test`, 0 where another test does it already; `usual`: `npm run torture`; `full`: the numbers of the requirements. */
export type Size = 'test' | 'usual' | 'full'

export interface Outcome {
  /** How many times it was tried. */
  readonly tried: number
  /** Lost, doubled, leaked or let in: must be 0. */
  readonly lost: number
  /** What else there is to know, in a few words. */
  readonly note?: string
}

export interface Weather {
  readonly name: string
  /** What it blows on: a store or a platform. */
  readonly on: string
  readonly sizes: Readonly<Record<Size, number>>
  run(size: number): Promise<Outcome>
}

/** The same chance for the same seed: numbers from 0 up to 1. */
export function chanceOf(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** One of them. */
export function pick<T>(chance: () => number, all: readonly [T, ...T[]] | readonly T[]): T {
  const found = all[Math.floor(chance() * all.length)]
  if (found === undefined) throw new Error('there is nothing to choose from')
  return found
}

/** Work done by some hands at once, each taking the next number up to `count`. */
export async function eachOf(
  count: number,
  hands: number,
  work: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const hand = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: Math.min(hands, count) }, hand))
}
