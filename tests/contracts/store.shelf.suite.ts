/** The part of the store's contract about what hardly changes any more: everybody reads it as before. */
import { describe, expect, test } from 'vitest'
import type { Change, Json } from '../../src/contracts/store.ts'
import { contents, decide, type Fixture, put, remove } from './store.parts.ts'

const shelve = (id: string, value: Json, kind?: string): Change => ({ ...put(id, value, kind), shelf: true })

export function shelfContract(at: () => Fixture): void {
  const change = (...changes: Change[]) => at().store.transact('n', decide(changes, { lookups: ['place:p'] }))
  const reads = (...wanted: [string, Json][]) =>
    at().nowAndLater(async (now) => {
      expect(contents(await now.read('n'))).toEqual(wanted)
      expect(await now.networksBy('place:p')).toEqual(['n'])
    })

  describe('a shelf', () => {
    test('is read as if it were none, in the order in which things came', async () => {
      await change(put('a', 1), put('b', 2), put('c', 3), put('d', 4), put('e', 5), put('f', 6))
      await change(shelve('e', 5), shelve('b', 2), shelve('c', 3))
      await change(put('g', 7))
      await reads(['a', 1], ['b', 2], ['c', 3], ['d', 4], ['e', 5], ['f', 6], ['g', 7])
    })

    test('may hold all of a kind, all of a network, and what was never anywhere else', async () => {
      await change(shelve('a', 1), shelve('b', { two: 2 }), shelve('a', 'other', 'other'))
      await reads(['a', 1], ['b', { two: 2 }])
      await at().nowAndLater(async (now) => {
        const state = await now.read('n')
        expect(contents(state, 'other')).toEqual([['a', 'other']])
        expect(state.kinds()).toEqual(['note', 'other'])
      })
    })

    test('may change: on it, and off it', async () => {
      await change(put('a', 1), put('b', 2), put('c', 3))
      await change(shelve('a', 1), shelve('b', 2), shelve('c', 3))
      await change(shelve('a', 'on it'), put('b', 'off it'))
      await reads(['a', 'on it'], ['b', 'off it'], ['c', 3])
      await change(put('b', 'off it again'))
      await reads(['a', 'on it'], ['b', 'off it again'], ['c', 3])
    })

    test('gives back nothing of what was removed', async () => {
      await change(shelve('a', 1), shelve('b', 2), put('c', 3))
      await change(remove('a'))
      await reads(['b', 2], ['c', 3])
      await change(put('a', 'new'), remove('b'))
      await reads(['c', 3], ['a', 'new'])
      await change(shelve('c', 3), shelve('a', 'new'))
      await change(remove('c'), remove('a'))
      await at().nowAndLater(async (now) => expect((await now.read('n')).kinds()).toEqual([]))
    })

    test('takes the last of several changes to one record', async () => {
      await change(shelve('a', 1), put('b', 2))
      await change(put('a', 2), shelve('a', 3), shelve('b', 4), put('b', 5), shelve('c', 6), remove('c'))
      await reads(['a', 3], ['b', 5])
      await change(remove('a'), shelve('a', 7))
      await reads(['b', 5], ['a', 7])
    })

    test('leaves a state alone that was handed out', async () => {
      await change(put('a', 1), put('b', 2))
      const before = await at().store.read('n')
      await change(shelve('a', 3), remove('b'))
      expect(contents(before)).toEqual([
        ['a', 1],
        ['b', 2],
      ])
    })

    test('may take what a state gave, as it is', async () => {
      await change(put('a', { words: ['one'] }), put('b', 2))
      await at().store.transact('n', (state) => ({
        result: undefined,
        changes: contents(state).map(([id, value]) => shelve(id, value)),
        lookups: ['place:p'],
      }))
      await reads(['a', { words: ['one'] }], ['b', 2])
    })
  })
}
