/**
 * The one place that decides what may be shown to a network (reliability.md 11): only at the close, only of
 * the whole network, never an item that fewer people than the minimum spoke about, in an order that says
 * nothing about who or when. What it returns is frozen; what it leaves out is to be erased.
 */
import type { Named, NamesAtPlaces } from '../network/picture.ts'

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
  readonly line?: SharedLine
}

/** The crosses on one line: how many stand at each place, and who took a way out. Never a mean of them. */
export interface SharedLine {
  readonly now: readonly number[]
  /** Where people would like to be; absent when fewer than the minimum said so. */
  readonly wished?: readonly number[]
  /** How often each way out was taken, by its name. */
  readonly ways: Readonly<Record<string, number>>
  /** At each place, those who chose to show their name. */
  readonly named?: { readonly now?: NamesAtPlaces; readonly wished?: NamesAtPlaces }
}

export interface AskedLine {
  readonly id: string
  /** Left to right. */
  readonly places: readonly string[]
  readonly ways: readonly string[]
}

/** What one person said to a line: a place or a way out, where they would like to be, and who they are where they show it. */
export interface Mark {
  readonly now?: string
  readonly wished?: string
  readonly by?: Named
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

/**
 * The lines of which enough people said where they are. `marks` holds for each line what everybody said to it;
 * `people` is everybody who said anything to any line, with a name where they chose to show it.
 *
 * A name stands with a cross only when the people without one are none or at least the minimum, in the whole
 * round and among those who said anything to that line: else who is left over could be guessed. When everybody shows their name, a line shows
 * what there is.
 */
export function shareLines(
  lines: readonly AskedLine[],
  marks: ReadonlyMap<string, readonly Mark[]>,
  people: readonly Pick<Mark, 'by'>[],
  minimum: number,
): readonly SharedItem[] {
  const nameless = (all: readonly Pick<Mark, 'by'>[]) => all.filter(({ by }) => by === undefined).length
  const safe = (all: readonly Pick<Mark, 'by'>[]) => nameless(all) === 0 || nameless(all) >= minimum
  const enough = people.length > 0 && nameless(people) === 0 ? 1 : minimum
  return lines.flatMap(({ id, places, ways }): SharedItem[] => {
    const said = marks.get(id) ?? []
    const row = (which: 'now' | 'wished') => said.filter((mark) => places.includes(mark[which] ?? ''))
    const [now, wished] = [row('now'), row('wished')]
    if (now.length < enough) return []
    const named = {
      ...(safe(people) && safe(said) && withNames(now) && { now: namesAt(places, now, 'now') }),
      ...(safe(people) && safe(wished) && wished.length >= enough && withNames(wished)
        ? { wished: namesAt(places, wished, 'wished') }
        : {}),
    }
    const line: SharedLine = {
      now: countsAt(places, now, 'now'),
      ...(wished.length >= enough && { wished: countsAt(places, wished, 'wished') }),
      ways: Object.fromEntries(ways.map((way) => [way, said.filter((mark) => mark.now === way).length])),
      ...(Object.keys(named).length > 0 && { named }),
    }
    return [{ item: id, quotes: [], chosen: [], line }]
  })
}

const withNames = (marks: readonly Mark[]): boolean => marks.some(({ by }) => by !== undefined)

const countsAt = (places: readonly string[], marks: readonly Mark[], which: 'now' | 'wished') =>
  places.map((place) => marks.filter((mark) => mark[which] === place).length)

/** In alphabetical order, so that it does not tell who came first. */
const namesAt = (places: readonly string[], marks: readonly Mark[], which: 'now' | 'wished'): NamesAtPlaces =>
  places.map((place) =>
    marks
      .flatMap((mark) => (mark[which] === place ? (mark.by ?? []) : []))
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  )

/** Two of one name are told apart, so that the order in which they answered is nowhere. */
const orderOf = ({ name, member = '' }: Named): string => `${name}\n${member}`

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
