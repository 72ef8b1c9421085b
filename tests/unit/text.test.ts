import { readdir } from 'node:fs/promises'
import { join as path } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inert, join, plain, said } from '../../src/contracts/text.ts'
import { catalogue } from '../../src/text/catalogue.ts'
import { dateName, dayName, listName, timeName } from '../../src/text/dates.ts'
import { say } from '../../src/text/say.ts'

const texts = path(import.meta.dirname, '../../src/text')

const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('the catalogue', () => {
  it.each(Object.entries(catalogue))('%s asks the same in both languages', (_id, { nl, en }) => {
    expect(gaps(nl)).toEqual(gaps(en))
    for (const text of [nl, en]) expect(text.trim()).toBe(text)
  })

  it('has every text once: one file never silently replaces what another says', async () => {
    const files = (await readdir(texts)).filter((name) => name.endsWith('.ts') && name !== 'catalogue.ts')
    const modules = await Promise.all(files.map((name) => import(path(texts, name))))
    const ids = modules
      .flatMap((module) => Object.entries<object>(module))
      .flatMap(([name, made]) => (name.endsWith('Texts') ? Object.keys(made) : []))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(new Set(ids)).toEqual(new Set(Object.keys(catalogue)))
  })

  it('never marks, ranks or counts people out', () => {
    const { 'intro.not': _says_what_it_is_not, ...others } = catalogue
    for (const { nl, en } of Object.values(others))
      expect(`${nl} ${en}`).not.toMatch(
        /cijfer|score|gemiddeld|average|percent|%|anoniem|anonymous|beste netwerk/i,
      )
  })
})

describe('saying something', () => {
  it('fills in words, numbers and what somebody said, and keeps apart who said it', () => {
    expect(plain(say('nl', 'err.long', { n: 500 }))).toBe(
      'Wat lang: hooguit 500 tekens. Je tekst staat er nog.',
    )
    const line = say('en', 'agree.line', {
      agreement: said('<b>start {who}</b>'),
      who: 'all of us',
      when: '1 May',
    })
    expect(line).toContainEqual({ said: '<b>start {who}</b>' })
    expect(plain(line)).toBe('Agreed: <b>start {who}</b> (all of us, 1 May)')
  })

  it('joins texts without losing what was said', () => {
    expect(join(['a', ['b', said('c')]], ', ')).toEqual(['a', ', ', 'b', said('c')])
  })
})

describe('dates', () => {
  const moment = new Date('2026-11-26T14:30:00Z')
  it('read as people write them', () => {
    expect(dayName('nl', moment, 'Europe/Amsterdam')).toBe('donderdag 26 november')
    expect(dayName('en', moment, 'Europe/Amsterdam')).toBe('Thursday 26 November')
    expect(timeName('nl', moment, 'Europe/Amsterdam')).toBe('15:30 uur')
    expect(timeName('en', moment, 'Europe/Amsterdam')).toBe('15:30')
    expect(dateName('nl', '2026-12-01')).toBe('1 december')
    expect(listName('nl', ['a', 'b', 'c'])).toBe('a, b en c')
    expect(listName('en', ['a', 'b'])).toBe('a and b')
  })
})

describe('what somebody said', () => {
  it('loses what steers a display and keeps what says something', () => {
    expect(inert('a\u202eb\u2066c\u200bd\ufeffe\u0007f\tg\r\nh')).toBe('abcde f g\nh')
    expect(inert('👩‍👩‍👧 ñ 日本 ﷺ')).toBe('👩‍👩‍👧 ñ 日本 ﷺ')
  })
})
