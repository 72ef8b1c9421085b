/** What every store keeps to, whatever it is made of. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Decision, Json, State, Store } from '../../src/contracts/store.ts'
import { indexContract } from './store.index.suite.ts'
import { contents, decide, put, remove, type StoreUnderTest } from './store.parts.ts'
import { shelfContract } from './store.shelf.suite.ts'

const count = (state: State): number => Number(state.get('counter', 'n') ?? 0)

const increment = (state: State): Decision<number> => ({
  result: count(state) + 1,
  changes: [put('n', count(state) + 1, 'counter')],
  lookups: [],
})

/** Runs the whole contract against stores that `open` makes, each of them empty. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store's contract`, () => {
    let under: StoreUnderTest
    let store: Store

    beforeEach(async () => {
      under = await open()
      store = under.store
    })
    afterEach(() => under.cleanup())

    async function nowAndLater(check: (now: Store) => Promise<void>): Promise<void> {
      await check(store)
      store = await under.reopen()
      await check(store)
    }

    describe('records', () => {
      test('a network that does not exist is empty', async () => {
        const state = await store.read('nowhere')
        expect(state.get('note', 'a')).toBeUndefined()
        expect(contents(state)).toEqual([])
        expect(await store.due('9999-12-31T00:00:00.000Z')).toEqual([])
        expect(await store.nextDue()).toBeUndefined()
      })

      test('what was decided is read back, now and after a restart', async () => {
        const value = { v: 1, data: { text: 'warm', places: [1, 2.5, null], open: false } }
        const changes = [put('a', value), put('b', 'two'), put('a', 3, 'other')]
        expect(await store.transact('n', decide(changes))).toBe('done')
        await nowAndLater(async (now) => {
          const state = await now.read('n')
          expect(contents(state)).toEqual([
            ['a', value],
            ['b', 'two'],
          ])
          expect(state.get('other', 'a')).toBe(3)
          expect(contents(await now.read('m'))).toEqual([])
        })
      })

      test('records keep the order in which they came, also when their ids are numbers', async () => {
        await store.transact('n', decide([put('10', 1), put('9', 2)]))
        await store.transact('n', decide([put('a', 3), put('10', 4)]))
        await nowAndLater(async (now) => {
          expect(contents(await now.read('n'))).toEqual([
            ['10', 4],
            ['9', 2],
            ['a', 3],
          ])
        })
      })

      test('many kinds beside each other', async () => {
        const changes = Array.from({ length: 300 }, (_, n) => put(`id-${n}`, n, `kind-${n % 60}`))
        await store.transact('n', decide(changes))
        const state = await (await under.reopen()).read('n')
        for (const { kind, id, put } of changes) expect(state.get(kind, id)).toBe(put)
        expect(contents(state, 'kind-7')).toHaveLength(5)
        expect(state.kinds()).toHaveLength(60)
      })

      test('a removed record is gone, also after a restart', async () => {
        await store.transact('n', decide([put('a', 1), put('b', 2)]))
        await store.transact('n', decide([remove('a'), remove('never-there')]))
        await store.transact('n', decide([put('c', 3), remove('c')]))
        await nowAndLater(async (now) => expect(contents(await now.read('n'))).toEqual([['b', 2]]))
      })

      test('a kind whose last record went is empty and can be filled again', async () => {
        await store.transact('n', decide([put('a', 1)]))
        await store.transact('n', decide([remove('a')]))
        expect(contents(await store.read('n'))).toEqual([])
        expect((await store.read('n')).kinds()).toEqual([])
        await store.transact('n', decide([put('b', 2)]))
        expect(contents(await (await under.reopen()).read('n'))).toEqual([['b', 2]])
      })

      test('the last of two changes to one record counts', async () => {
        await store.transact('n', decide([put('a', 1), put('a', 2), remove('b'), put('b', 3)]))
        expect(contents(await store.read('n'))).toEqual([
          ['a', 2],
          ['b', 3],
        ])
      })
    })

    describe('decisions', () => {
      test('200 at once are taken one after another', async () => {
        const results = await Promise.all(Array.from({ length: 200 }, () => store.transact('n', increment)))
        expect(results.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
        expect(count(await store.read('n'))).toBe(200)
        expect(count(await (await under.reopen()).read('n'))).toBe(200)
      })

      test('networks do not see each other', async () => {
        const ids = Array.from({ length: 20 }, (_, n) => `n${n}`)
        await Promise.all(ids.flatMap((id) => [store.transact(id, increment), store.transact(id, increment)]))
        const again = await under.reopen()
        for (const id of ids) expect(count(await again.read(id))).toBe(2)
      })

      test('one that throws rejects with that and changes nothing, for itself only', async () => {
        const refused = new Error('no')
        const results = await Promise.allSettled([
          store.transact('n', increment),
          store.transact('n', () => {
            throw refused
          }),
          store.transact('n', increment),
        ])
        expect(results).toEqual([
          { status: 'fulfilled', value: 1 },
          { status: 'rejected', reason: refused },
          { status: 'fulfilled', value: 2 },
        ])
        expect(count(await (await under.reopen()).read('n'))).toBe(2)
      })

      test('one without changes tells its result', async () => {
        await store.transact('n', decide([put('a', 1)]))
        const look = (state: State) => ({ result: state.get('note', 'a'), changes: [], lookups: [] })
        expect(await store.transact('n', look)).toBe(1)
        await nowAndLater(async (now) => expect(contents(await now.read('n'))).toEqual([['a', 1]]))
      })
    })

    describe('a state that was handed out never changes', () => {
      test('whatever is decided later', async () => {
        await store.transact('n', decide([put('a', 1), put('b', 2)]))
        const before = await store.read('n')
        const all = before.all('note')
        let inside: State | undefined
        await store.transact('n', (state) => {
          inside = state
          return { result: undefined, changes: [put('a', 9), remove('b'), put('c', 3)], lookups: [] }
        })
        for (const state of [before, inside]) {
          expect(state?.get('note', 'a')).toBe(1)
          expect(state && contents(state)).toEqual([
            ['a', 1],
            ['b', 2],
          ])
        }
        expect([...all.keys()]).toEqual(['a', 'b'])
      })

      test('nor does what was kept, when whoever made it changes it', async () => {
        const mine = { words: ['first'] }
        await store.transact('n', decide([put('a', mine)]))
        mine.words.push('second')
        expect((await store.read('n')).get('note', 'a')).toEqual({ words: ['first'] })
        expect((await (await under.reopen()).read('n')).get('note', 'a')).toEqual({ words: ['first'] })
      })
    })

    indexContract(() => ({ store, nowAndLater }))
    shelfContract(() => ({ store, nowAndLater }))

    describe('odd values', () => {
      const odd = {
        emoji: '👩🏽‍🏫 🇳🇱 é e\u0301',
        long: 'ü'.repeat(10_000),
        lines: 'one\ntwo\r\n"three"\\ \u2028 \u2029',
        hostile: "'; DROP TABLE networks; --",
      }

      test.each(Object.entries(odd))('%s is kept as it is', async (_, value) => {
        await store.transact('n', decide([put(value, { [value]: value })], { lookups: [value] }))
        await nowAndLater(async (now) => {
          expect(contents(await now.read('n'))).toEqual([[value, { [value]: value }]])
          expect(await now.networksBy(value)).toEqual(['n'])
        })
      })

      test.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other', async (name) => {
        const value = JSON.parse(`{"${name}":{"polluted":true}}`) as Json
        expect((await store.read(name)).get(name, name)).toBeUndefined()
        await store.transact(name, decide([put(name, value, name)]))
        await nowAndLater(async (now) => {
          const state = await now.read(name)
          expect(JSON.stringify(contents(state, name))).toBe(JSON.stringify([[name, value]]))
        })
        expect('polluted' in {}).toBe(false)
      })

      test('half a character harms nothing', async () => {
        const half = 'a\ud83db'
        await store.transact('n', decide([put('before', 1)]))
        await store.transact('n', decide([put('half', half)]))
        await nowAndLater(async (now) => {
          const state = await now.read('n')
          expect([half, half.toWellFormed()]).toContain(state.get('note', 'half'))
          expect(state.get('note', 'before')).toBe(1)
        })
      })

      const escapes = ['', '.', '..', '../n', 'a/b', 'a\\b', '/etc', 'a.b', 'n\n', 'é', ' ', 'x'.repeat(41)]
      test.each(escapes)('%j is no network', async (id) => {
        await expect(store.read(id)).rejects.toThrow()
        await expect(store.transact(id, decide([put('a', 1)], { lookups: ['place:p'] }))).rejects.toThrow()
        expect(await store.networksBy('place:p')).toEqual([])
      })

      test('the longest id that is allowed', async () => {
        const id = `${'x'.repeat(38)}_-`
        await store.transact(id, decide([put('a', 1)]))
        expect(contents(await (await under.reopen()).read(id))).toEqual([['a', 1]])
      })
    })

    describe('life', () => {
      test('ready while it is open', async () => {
        expect(await store.ready()).toBe(true)
        await store.transact('n', increment)
        expect(await store.ready()).toBe(true)
        await store.close()
        expect(await store.ready()).toBe(false)
      })

      test('closing lets what was asked finish, takes nothing new, and can be done twice', async () => {
        const asked = Array.from({ length: 20 }, () => store.transact('n', increment))
        await Promise.all([store.close(), store.close()])
        await expect(store.transact('n', increment)).rejects.toMatchObject({ code: 'store-failed' })
        expect(await Promise.all(asked)).toHaveLength(20)
        expect(count(await (await under.reopen()).read('n'))).toBe(20)
      })
    })
  })
}
