/**
 * Somebody who sees all that was shown and knows their own answers, in small groups. What they may learn is
 * written down here for each kind of question; anything more is a success of theirs.
 */
import { type Contribution, type Mark, type SharedItem, share, shareLines } from '../../src/privacy/share.ts'
import { chanceOf, pick, type Weather } from './weather.ts'

const options = ['a', 'b', 'c', 'd']
const places = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']
const line = { id: 'line', places, ways: ['unknown'] }

interface Person {
  readonly words?: string
  readonly chips: readonly string[]
  readonly mark?: Mark
}

/** Few words, so that people often say the same; and at times everybody shows their name. */
function people(chance: () => number): readonly Person[] {
  const open = chance() < 0.2
  return Array.from({ length: Math.floor(chance() * 11) }, (_, n) => {
    const now = chance() < 0.8 ? pick(chance, places) : 'unknown'
    const by = open || chance() < 0.3 ? { by: { member: `member-${n}`, name: `name-${n}` } } : {}
    const wished = chance() < 0.5 ? { wished: pick(chance, places) } : {}
    return {
      ...(chance() < 0.7 && { words: `words ${Math.floor(chance() * 6)}` }),
      chips: options.filter(() => chance() < 0.5),
      ...(chance() < 0.8 && { mark: { now, ...wished, ...by } }),
    }
  })
}

interface Rules {
  readonly share: typeof share
  readonly shareLines: typeof shareLines
}

/** All that is shown, with the same luck whoever said what. */
function shown(
  { share, shareLines }: Rules,
  all: readonly Person[],
  minimum: number,
  seed: number,
): readonly SharedItem[] {
  const given = new Map<string, readonly Contribution[]>([
    ['words', all.flatMap(({ words }) => words ?? [])],
    ['chips', all.flatMap(({ chips }) => (chips.length > 0 ? [chips] : []))],
  ])
  const marks = all.flatMap(({ mark }) => mark ?? [])
  return [
    ...share([{ id: 'words' }, { id: 'chips', options }], given, minimum, chanceOf(seed)),
    ...shareLines([line], new Map([['line', marks]]), marks, minimum),
  ]
}

/** The others' answers, dealt out anew among those who did not show their name. */
function shuffled(all: readonly Person[], attacker: number, chance: () => number): readonly Person[] {
  const hidden = all.flatMap((each, n) => (n !== attacker && each.mark?.by === undefined ? [n] : []))
  const deck = hidden.map((n) => ({ n, luck: chance() })).sort((one, other) => one.luck - other.luck)
  const from = new Map(hidden.map((n, at) => [n, deck[at]?.n ?? n]))
  return all.map((each, n) => all[from.get(n) ?? n] ?? each)
}

/** What must not be shown, in words; none when all is well. */
function broken(all: readonly Person[], items: readonly SharedItem[], minimum: number): readonly string[] {
  const by = new Map(items.map((each) => [each.item, each]))
  const wrong: string[] = []
  const words = all.filter((each) => each.words !== undefined).length
  const quotes = by.get('words')?.quotes.length ?? 0
  if (quotes !== (words < minimum ? 0 : words)) wrong.push('quotes of fewer than the minimum, or not all')
  for (const option of by.get('chips')?.chosen ?? [])
    if (all.filter(({ chips }) => chips.includes(option)).length < minimum) wrong.push('an option of a few')
  const { line: crosses } = by.get('line') ?? {}
  if (!crosses) return wrong
  const marks = all.flatMap(({ mark }) => mark ?? [])
  const named = marks.length > 0 && marks.every(({ by }) => by !== undefined)
  const sum = (counts: readonly number[] = []) => counts.reduce((total, count) => total + count, 0)
  if (sum(crosses.now) < minimum && !named) wrong.push('a line of fewer than the minimum')
  if (crosses.wished && sum(crosses.wished) < minimum && !named)
    wrong.push('wishes of fewer than the minimum')
  // A name that is shown leaves over those without one, who took a way out included: nobody, or enough of them.
  for (const row of ['now', 'wished'] as const) {
    const nameless = marks.filter((mark) => mark[row] !== undefined && mark.by === undefined).length
    if (crosses.named?.[row] && nameless > 0 && nameless < minimum)
      wrong.push(`few are left without a name in ${row}`)
  }
  const hidden = new Set(marks.flatMap(({ by: who }) => who?.name ?? []))
  for (const { name } of Object.values(crosses.named ?? {}).flat(2))
    if (!hidden.has(name)) wrong.push('a name that nobody chose to show')
  return wrong
}

/** `rules`: what is shown, by other rules in a test. */
export const attacks = (rules: Rules = { share, shareLines }): Weather => ({
  name: 'attacks on what is shown of a small group',
  on: 'privacy',
  sizes: { test: 500, usual: 10_000, full: 10_000 },
  async run(size) {
    const chance = chanceOf(20_261_124)
    let [won, seen] = [0, 0]
    for (let n = 0; n < size; n += 1) {
      const all = people(chance)
      const minimum = 4 + Math.floor(chance() * 3)
      const items = shown(rules, all, minimum, n + 1)
      if (items.length > 0) seen += 1
      const attacker = Math.floor(chance() * all.length)
      // Whoever of the others said it, exactly the same is shown: so it tells nothing about who did.
      const other = shown(rules, shuffled(all, attacker, chance), minimum, n + 1)
      if (JSON.stringify(items) !== JSON.stringify(other) || broken(all, items, minimum).length > 0) won += 1
    }
    return { tried: size, lost: won, note: `${seen.toLocaleString('en')} of them saw something` }
  },
})
