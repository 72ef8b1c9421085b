import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { itemsOf } from '../../src/instrument/instrument.ts'
import { readInstruments } from '../../src/read-instruments.ts'
import { catalogue } from '../../src/text/catalogue.ts'

const folder = join(import.meta.dirname, '../../instruments')
const languages = ['nl', 'en'] as const

/** Every sentence that a file of `instruments/` shows to somebody, with where it stands. */
function sentencesIn(where: string, made: unknown): [string, string][] {
  if (typeof made !== 'object' || made === null) return []
  return Object.entries(made).flatMap(([key, value]): [string, string][] =>
    (key === 'nl' || key === 'en') && typeof value === 'string'
      ? [[`${where}.${key}`, value]]
      : sentencesIn(`${where}.${key}`, value),
  )
}

const instruments = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => sentencesIn(name, parse(readFileSync(join(folder, name), 'utf8'))))
const own = Object.entries(catalogue).flatMap(([id, wording]) =>
  languages.map((language): [string, string] => [`${id}.${language}`, wording[language]]),
)

const wrong = (all: readonly [string, string][], pattern: RegExp) =>
  all.filter(([, text]) => pattern.test(text)).map(([where, text]) => `${where}: ${text}`)

describe('how the words are written', () => {
  it('apostrophes are straight, quotation marks are “ and ”', () => {
    expect(instruments.length).toBeGreaterThan(200)
    expect(wrong([...own, ...instruments], /[’‘"]/)).toEqual([])
    expect(wrong([...own, ...instruments], /“[^”]*(“|$)|^[^“]*”/)).toEqual([])
  })

  it('a word to type stands between quotation marks: Typ “open”', () => {
    expect(wrong(own, /\b[Tt]ype?\b(?! ([a-z]+ )?“)/)).toEqual([])
    expect(wrong(own, /[Mm]et het woord|[Tt]he word /)).toEqual([])
  })

  it('one word for one thing: hooguit, and Liever niet instead of bezwaar', () => {
    expect(wrong(own, /hoogstens|bezwaar|\bobject(ed|ion)?\b/i)).toEqual([])
  })

  it('a choice that is said back is said as it reads in the form', async () => {
    const form = (await readInstruments(folder)).get('after-meeting')
    const chosen = (form ? itemsOf(form) : [])
      .flatMap((item) => (item.type === 'choices' ? item.options : []))
      .find(({ id }) => id === 'applied')
    for (const language of languages)
      expect(catalogue['transfer.offer'][language]).toContain(`“${chosen?.text[language]}”`)
  })
})
