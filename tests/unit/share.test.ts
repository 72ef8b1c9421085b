import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contribution, share } from '../../src/privacy/share.ts'

const options = ['a', 'b', 'c']
const items = [{ id: 'words' }, { id: 'chips', options }]

/** People, each with at most one text and some chips. */
const people = fc.array(
  fc.record({ words: fc.option(fc.string({ minLength: 1 })), chips: fc.subarray(options) }),
  { maxLength: 14 },
)
const given = (all: readonly { words: string | null; chips: readonly string[] }[]) =>
  new Map<string, readonly Contribution[]>([
    ['words', all.flatMap(({ words }) => words ?? [])],
    ['chips', all.flatMap(({ chips }) => (chips.length > 0 ? [chips] : []))],
  ])
const minimum = fc.integer({ min: 4, max: 8 })
const chance = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 20 })
const from = (numbers: readonly number[]) => {
  let next = 0
  return () => numbers[next++ % numbers.length] ?? 0
}

describe('what may be shown', () => {
  it('never holds an item or an option that fewer people than the minimum spoke about', () => {
    fc.assert(
      fc.property(people, minimum, chance, (all, least, numbers) => {
        for (const { item, quotes, chosen } of share(items, given(all), least, from(numbers))) {
          if (item === 'words') expect(quotes.length).toBeGreaterThanOrEqual(least)
          for (const option of chosen)
            expect(all.filter(({ chips }) => chips.includes(option)).length).toBeGreaterThanOrEqual(least)
        }
      }),
    )
  })

  it('holds every word that was said once there are enough, and not one more', () => {
    fc.assert(
      fc.property(people, minimum, chance, (all, least, numbers) => {
        const said = all.flatMap(({ words }) => words ?? [])
        const shown = share(items, given(all), least, from(numbers)).find(({ item }) => item === 'words')
        expect(shown?.quotes.toSorted() ?? []).toEqual(said.length >= least ? said.toSorted() : [])
      }),
    )
  })

  it('does not tell in which order people answered', () => {
    fc.assert(
      fc.property(people, minimum, chance, (all, least, numbers) => {
        const forth = share(items, given(all), least, from(numbers))
        const back = share(items, given(all.toReversed()), least, from(numbers))
        expect(back).toEqual(forth)
      }),
    )
  })

  it('is not always in alphabetical order either', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((words) => ({ words, chips: [] }))
    const [shown] = share(items, given(all), 5, from([0.1, 0.1, 0.1, 0.1]))
    expect(shown?.quotes).not.toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
