import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages, passages, plain, said } from '../../src/contracts/text.ts'
import type { PictureLine } from '../../src/network/picture.ts'
import { lineWords } from '../../src/picture/words.ts'

const line: PictureLine = {
  id: '1a',
  title: 'Plek in het werk',
  left: 'Op aparte momenten.',
  right: 'Tijdens ons werk',
  rows: [
    { name: 'Nu', mark: '✕', places: [2, 0, 0, 1, 0, 0, 0], faint: false },
    { name: 'Gewenst', mark: '○', places: [0, 0, 0, 0, 0, 0, 0], faint: false },
    { name: 'Vorige keer', mark: '✕', places: [0, 12, 0, 0, 13, 0, 0], faint: true },
  ],
}

test('all that a line shows, in words', () => {
  expect(plain(lineWords('nl', line))).toBe(
    'Plek in het werk. Links: Op aparte momenten. Rechts: Tijdens ons werk. ' +
      'Nu: twee keer helemaal links, één keer midden. Gewenst: geen. ' +
      'Vorige keer: twaalf keer links, 13 keer iets rechts.',
  )
  expect(plain(lineWords('en', line))).toContain(
    'Nu: two far left, one middle. Gewenst: none. Vorige keer: twelve left, 13 slightly right.',
  )
})

test('names are said with their marks, and when there are others there too', () => {
  const names = [[{ name: 'Anna' }], [], [], [{ member: 'b', name: 'Bram' }], [], [], []]
  const [now] = line.rows
  const words = plain(lineWords('nl', { ...line, rows: now ? [{ ...now, names }] : [] }))
  expect(words).toContain('Nu: twee keer helemaal links (onder wie Anna), één keer midden (Bram).')
})

test('what people may have written stays theirs', () => {
  const own = { ...line, title: '<b>', left: '@here', right: '*x*' }
  expect(lineWords('nl', own)).toEqual(expect.arrayContaining([said('<b>'), said('@here'), said('*x*')]))
})

test.each(languages)('every mark is in the words (%s)', (language) => {
  const places = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 7, maxLength: 7 })
  const countOf = new Map(
    Array.from({ length: 40 }, (_, index) => {
      const at = [index + 1, 0, 0, 0, 0, 0, 0]
      const words = plain(lineWords(language, { ...line, rows: [{ ...line.rows[0], places: at } as never] }))
      return [/Nu: (\S+)/.exec(words)?.[1] ?? '', index + 1]
    }),
  )
  expect(countOf.size).toBe(40)
  fc.assert(
    fc.property(places, (counts) => {
      const words = plain(
        lineWords(language, { ...line, rows: [{ ...line.rows[0], places: counts } as never] }),
      )
      const list = /Nu: (.*)\.$/.exec(words)?.[1] ?? ''
      const found = list
        .split(', ')
        .reduce((sum, each) => sum + (countOf.get(each.split(' ')[0] ?? '') ?? 0), 0)
      expect(found).toBe(counts.reduce((sum, count) => sum + count, 0))
    }),
  )
})

test('a long text in passages: nothing is lost, none is too long, no letter is halved', () => {
  const text = fc.array(fc.constantFrom('woord', 'zin. ', ' ', '\n', '👩🏽‍🏫', 'x'.repeat(40)), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 60 }), (parts, most) => {
      const whole = parts.join('')
      const found = passages([said(whole)], most)
      expect(found.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
      for (const each of found) {
        expect(each.length).toBeLessThanOrEqual(most)
        expect(each.isWellFormed()).toBe(true)
        expect(each.trim()).not.toBe('')
      }
    }),
  )
  expect(passages('Een zin. Nog een zin. Slot.', 14)).toEqual(['Een zin.', 'Nog een zin.', 'Slot.'])
})
