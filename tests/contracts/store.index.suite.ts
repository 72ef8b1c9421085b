import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/contracts/store.ts'
import { decide, type Fixture, put } from './store.parts.ts'

/** The part of the store's contract about finding networks without reading them. */
export function indexContract(at: () => Fixture): void {
  type Index = Partial<Pick<Decision<string>, 'due' | 'lookups'>>
  const save = (network: string, index: Index) => at().store.transact(network, decide([put('a', 1)], index))
  const touch = (network: string, index: Index) => at().store.transact(network, decide([], index))

  describe('lookups', () => {
    test('one can find several networks, and one network has several', async () => {
      await save('n', { lookups: ['account:x', 'place:n', 'account:x'] })
      await save('m', { lookups: ['account:x'] })
      await at().nowAndLater(async (now) => {
        expect((await now.networksBy('account:x')).toSorted()).toEqual(['m', 'n'])
        expect(await now.networksBy('place:n')).toEqual(['n'])
        expect(await now.networksBy('place:')).toEqual([])
      })
    })

    test('those that a decision leaves out go', async () => {
      await save('n', { lookups: ['account:x', 'account:y'] })
      await save('n', { lookups: ['account:y', 'account:z'] })
      await at().nowAndLater(async (now) => {
        expect(await now.networksBy('account:x')).toEqual([])
        expect(await now.networksBy('account:y')).toEqual(['n'])
        expect(await now.networksBy('account:z')).toEqual(['n'])
      })
    })

    test('names that mean something to JavaScript', async () => {
      await save('n', { lookups: ['__proto__', 'constructor'] })
      expect(await at().store.networksBy('__proto__')).toEqual(['n'])
      expect(await at().store.networksBy('toString')).toEqual([])
    })
  })

  describe('due', () => {
    test('the longest waiting first, up to and including now', async () => {
      await save('late', { due: '2026-09-03T08:00:00.000Z' })
      await save('first', { due: '2026-09-01T08:00:00.000Z' })
      await save('never', {})
      await save('second', { due: '2026-09-02T08:00:00Z' })
      await at().nowAndLater(async (now) => {
        expect(await now.due('2026-09-01T07:59:59.999Z')).toEqual([])
        expect(await now.due('2026-09-02T08:00:00.000Z')).toEqual(['first', 'second'])
        expect(await now.due('2027-01-01T00:00:00.000Z')).toEqual(['first', 'second', 'late'])
        expect(await now.nextDue()).toBe('2026-09-01T08:00:00.000Z')
      })
    })

    test('earlier, later and not at all any more', async () => {
      await save('n', { due: '2026-09-02T08:00:00.000Z' })
      await save('n', { due: '2026-09-01T08:00:00.000Z' })
      expect(await at().store.nextDue()).toBe('2026-09-01T08:00:00.000Z')
      await save('n', { due: '2026-09-05T08:00:00.000Z' })
      await at().nowAndLater(async (now) => {
        expect(await now.due('2026-09-04T00:00:00.000Z')).toEqual([])
        expect(await now.nextDue()).toBe('2026-09-05T08:00:00.000Z')
      })
    })

    test('gone', async () => {
      await save('n', { due: '2026-09-02T08:00:00.000Z' })
      await save('n', {})
      await at().nowAndLater(async (now) => expect(await now.nextDue()).toBeUndefined())
    })

    test('a decision without changes brings due and lookups of a network up to date', async () => {
      await save('n', { due: '2026-09-01T08:00:00.000Z', lookups: ['place:p'] })
      await touch('n', { due: '2026-09-02T08:00:00.000Z', lookups: ['place:q'] })
      await at().nowAndLater(async (now) => {
        expect(await now.nextDue()).toBe('2026-09-02T08:00:00.000Z')
        expect(await now.networksBy('place:p')).toEqual([])
        expect(await now.networksBy('place:q')).toEqual(['n'])
      })
    })

    test('also when due is all that moves', async () => {
      await save('n', { due: '2026-09-02T08:00:00.000Z', lookups: ['place:p'] })
      for (const due of ['2026-09-03T08:00:00.000Z', '2026-09-01T08:00:00.000Z'])
        await touch('n', { due, lookups: ['place:p'] })
      await at().nowAndLater(async (now) => expect(await now.nextDue()).toBe('2026-09-01T08:00:00.000Z'))
    })

    test('the whole index tells of every network', async () => {
      expect(await at().store.networks()).toEqual([])
      await save('n', { due: '2026-09-01T08:00:00.000Z', lookups: ['place:p', 'account:x'] })
      await save('m', {})
      await at().nowAndLater(async (now) => {
        const index = (await now.networks()).map((each) => ({ ...each, lookups: each.lookups.toSorted() }))
        expect(index.toSorted((a, b) => (a.network < b.network ? -1 : 1))).toEqual([
          { network: 'm', lookups: [] },
          { network: 'n', due: '2026-09-01T08:00:00.000Z', lookups: ['account:x', 'place:p'] },
        ])
      })
    })

    test('but makes no network', async () => {
      await touch('n', { due: '2026-09-01T08:00:00.000Z', lookups: ['place:p'] })
      await at().nowAndLater(async (now) => {
        expect(await now.nextDue()).toBeUndefined()
        expect(await now.networksBy('place:p')).toEqual([])
      })
    })
  })
}
