import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wayIn } from '../../src/features/monitoring/wayIn.ts'
import { places, waysOut } from '../../src/instrument/instrument.ts'
import { type Mark, type SharedLine, shareLines } from '../../src/privacy/share.ts'

const asked = [{ id: 'a', places, ways: waysOut }]
const place = fc.constantFrom(...places)
const named = fc.record({ member: fc.constantFrom('1', '2', '3'), name: fc.constantFrom('Anna', 'Bram') })
const mark: fc.Arbitrary<Mark> = fc.record(
  { now: fc.oneof(place, fc.constantFrom(...waysOut)), wished: place, by: named },
  { requiredKeys: [] },
)
const marks = fc.array(mark, { maxLength: 14 })
const minimum = fc.integer({ min: 4, max: 8 })
const shared = (all: readonly Mark[], least: number): SharedLine | undefined =>
  shareLines(asked, new Map([['a', all]]), all, least)[0]?.line

const sum = (counts: readonly number[] = []) => counts.reduce((so, each) => so + each, 0)
const nameless = (all: readonly Mark[]) => all.filter(({ by }) => by === undefined).length
const onLine = (all: readonly Mark[], which: 'now' | 'wished') =>
  all.filter((each) => places.some((one) => one === each[which]))

describe('the marks on a line', () => {
  it('are all there from the minimum on, each at its place, and none below it', () => {
    fc.assert(
      fc.property(marks, minimum, (all, least) => {
        const line = shared(all, least)
        const allNamed = all.length > 0 && nameless(all) === 0
        const now = onLine(all, 'now')
        expect(line !== undefined).toBe(now.length >= (allNamed ? 1 : least))
        if (!line) return
        expect(line.now).toEqual(places.map((one) => now.filter((each) => each.now === one).length))
        if (line.wished && !allNamed) expect(sum(line.wished)).toBeGreaterThanOrEqual(least)
      }),
    )
  })

  it('stay when somebody joins in without a name, from the minimum on', () => {
    fc.assert(
      fc.property(marks, mark, minimum, (all, { by: _, ...one }, least) => {
        const before = shared(all, least)
        if (!before || onLine(all, 'now').length < least) return
        const after = shared([...all, one], least)
        for (const [index, count] of before.now.entries())
          expect(after?.now[index]).toBeGreaterThanOrEqual(count)
      }),
    )
  })

  it('do not tell in which order people answered', () => {
    fc.assert(
      fc.property(marks, minimum, (all, least) => {
        expect(shared(all.toReversed(), least)).toEqual(shared(all, least))
      }),
    )
  })

  it('have names only of who chose so, and only when the others are none or enough', () => {
    fc.assert(
      fc.property(marks, minimum, (all, least) => {
        const line = shared(all, least)
        for (const which of ['now', 'wished'] as const) {
          const names = line?.named?.[which]
          if (!names) continue
          const row = which === 'now' ? all : onLine(all, which)
          expect(nameless(row) === 0 || nameless(row) >= least).toBe(true)
          expect(nameless(all) === 0 || nameless(all) >= least).toBe(true)
          const chosen = onLine(all, which).flatMap(({ by }) => by ?? [])
          const sorted = (each: typeof chosen) => each.map((one) => `${one.name} ${one.member}`).toSorted()
          expect(sorted(names.flat())).toEqual(sorted(chosen))
          expect(names.every((at, index) => at.length <= (line[which]?.[index] ?? 0))).toBe(true)
        }
      }),
    )
  })
})

const line = (now: readonly number[], wished?: readonly number[]) => ({
  now,
  ways: {},
  ...(wished && { wished }),
})
const lines = (all: Readonly<Record<string, SharedLine>>) =>
  Object.entries(all).map(([id, crosses]) => ({ id, crosses }))

describe('the way into conversation', () => {
  it('begins where the outermost crosses lie furthest apart, then on the most different places', () => {
    const found = wayIn(
      lines({
        a: line([1, 0, 0, 0, 0, 0, 4]),
        b: line([1, 1, 1, 1, 1, 0, 1]),
        c: line([0, 0, 5, 0, 0, 0, 0]),
      }),
    )
    expect(found.widest).toEqual(['b'])
    expect(found.closest).toEqual(['c'])
  })

  it('names all that tie, in the order of the instrument', () => {
    const wide = line([2, 0, 0, 0, 0, 0, 3])
    const close = line([0, 0, 3, 2, 0, 0, 0])
    expect(wayIn(lines({ d: close, a: wide, c: close, b: wide }))).toEqual({
      widest: ['a', 'b'],
      gap: [],
      closest: ['d', 'c'],
    })
  })

  it('calls nothing different when all agree, and nothing close when nobody does', () => {
    const agree = line([0, 0, 0, 7, 0, 0, 0])
    expect(wayIn(lines({ a: agree, b: agree }))).toEqual({ widest: [], gap: [], closest: ['a', 'b'] })
    const differ = line([1, 1, 1, 1, 1, 1, 1])
    expect(wayIn(lines({ a: differ, b: differ }))).toEqual({ widest: ['a', 'b'], gap: [], closest: [] })
    expect(wayIn([])).toEqual({ widest: [], gap: [], closest: [] })
  })

  it('sees a gap where the most circles find no cross on their own place, to either side', () => {
    const now = [0, 0, 5, 0, 0, 0, 0]
    const found = wayIn(
      lines({
        same: line(now, [0, 0, 5, 0, 0, 0, 0]),
        one: line(now, [0, 0, 4, 1, 0, 0, 0]),
        near: line(now, [0, 0, 0, 5, 0, 0, 0]),
        far: line(now, [0, 0, 0, 0, 0, 0, 5]),
      }),
    )
    expect(found.gap).toEqual(['far'])
    expect(wayIn(lines({ one: line(now, [0, 0, 4, 1, 0, 0, 0]) })).gap).toEqual([])
    const mirrored = lines({
      a: line(now, [2, 0, 3, 0, 0, 0, 0]),
      b: line([0, 0, 0, 0, 5, 0, 0], [0, 0, 0, 0, 3, 0, 2]),
    })
    expect(wayIn(mirrored).gap).toEqual(['a', 'b'])
  })
})
