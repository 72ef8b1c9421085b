/** Seeded chance. Each network and each person has a thread of their own, so that nobody's luck depends on others. */

export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** True with this probability. */
  is(probability: number): boolean
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** The same list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[]
  /** Another thread, by name: always the same one for the same name. */
  fork(name: string | number): Chance
}

/** The same seed gives the same chances. */
export function chanceOf(seed: string): Chance {
  let state = hash(seed)
  const next = () => {
    // mulberry32 (public domain, Tommy Ettinger)
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    is: (probability) => next() < probability,
    between,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    shuffle: (list) =>
      list
        .map((each) => [next(), each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each),
    fork: (name) => chanceOf(`${seed}/${name}`),
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return sum
}
