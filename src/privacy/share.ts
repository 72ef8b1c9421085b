/**
 * The one place that decides what may be shown to a network (reliability.md 11): only at the close, only of
 * the whole network, never an item that fewer people than the minimum spoke about, in an order that says
 * nothing about who or when. What it returns is frozen; what it leaves out is to be erased.
 */

/** What one person said to one item: words, or the options they chose. */
export type Contribution = string | readonly string[]

export interface AskedItem {
  readonly id: string
  /** Options that may be shown, in the order of the instrument; absent for free text. */
  readonly options?: readonly string[]
}

export interface SharedItem {
  readonly item: string
  /** Free text, shuffled. */
  readonly quotes: readonly string[]
  /** Options that at least the minimum chose, in the order of the instrument, uncounted. */
  readonly chosen: readonly string[]
}

/**
 * `contributions` holds for each item what was really said to it: no empty text, no "don't know".
 * `random` gives numbers from 0 up to 1.
 */
export function share(
  items: readonly AskedItem[],
  contributions: ReadonlyMap<string, readonly Contribution[]>,
  minimum: number,
  random: () => number,
): readonly SharedItem[] {
  return items.flatMap((item): SharedItem[] => {
    const given = contributions.get(item.id) ?? []
    if (given.length < minimum) return []
    if (!item.options) return [{ item: item.id, quotes: shuffle(given.map(String), random), chosen: [] }]
    const chosen = item.options.filter(
      (option) => given.filter((each) => each.includes(option)).length >= minimum,
    )
    return chosen.length > 0 ? [{ item: item.id, quotes: [], chosen }] : []
  })
}

/** Fisher-Yates, from alphabetical order so that the order of arrival cannot shine through. */
function shuffle(words: readonly string[], random: () => number): readonly string[] {
  const deck = [...words].sort()
  for (let last = deck.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = deck[last] ?? ''
    deck[last] = deck[other] ?? ''
    deck[other] = held
  }
  return deck
}
