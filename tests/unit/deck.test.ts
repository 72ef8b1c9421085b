import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signalsFrom } from '../../src/features/dialogue/signals.ts'
import { findTheme } from '../../src/features/dialogue/themes.ts'
import { readCardList } from '../../src/instrument/card-list.ts'
import { cardsOf, deckSchema, phaseIds } from '../../src/instrument/deck.ts'
import { readYaml } from '../../src/read-instruments.ts'
import { hostile } from '../contracts/hostile.ts'

const file = join(import.meta.dirname, '../../instruments/decks/dialogue.yaml')
const text = await readFile(file, 'utf8')
const deck = readYaml('decks/dialogue.yaml', text, deckSchema)

describe('the deck', () => {
  it('has seventy-two cards: two for each theme and phase, every question once', () => {
    const cards = cardsOf(deck)
    expect(cards).toHaveLength(72)
    for (const { id } of deck.themes)
      for (const phase of phaseIds)
        expect(cards.filter((card) => card.theme === id && card.phase === phase)).toHaveLength(2)
    for (const language of ['nl', 'en'] as const) {
      expect(new Set(cards.map((card) => card.text[language])).size).toBe(72)
      for (const card of cards) expect(card.text[language]).toMatch(/\?$/)
    }
    for (const { id, theme, phase } of cards)
      expect(id).toMatch(
        new RegExp(`^${theme}-${phase === 'visie' ? 'V' : phase === 'realisatie' ? 'R' : 'E'}[12]$`),
      )
  })

  it('knows what fits every line of the Dimensieraamwerk, in both directions', async () => {
    const lines = await readFile(join(import.meta.dirname, '../../instruments/dimensieraamwerk.yaml'), 'utf8')
    const ids = [...lines.matchAll(/- id: (\d[a-d])$/gm)].map(([, id]) => id)
    expect(Object.keys(deck.signals.lines).toSorted()).toEqual(ids.toSorted())
    expect(ids).toHaveLength(11)
  })

  it('writes every acronym of the house rules out', () => {
    expect(deck.rules).toHaveLength(8)
    for (const { text } of deck.rules)
      expect(text.nl).not.toMatch(/\b[A-Z]{3,5}\b(?!: \p{Ll}| thuis: \p{Ll})/u)
  })

  it.each([
    ['a card used twice', text.replace('id: DO-V2', 'id: DO-V1'), 'the id "DO-V1" is used twice'],
    [
      'a card in the wrong phase',
      text.replace('phase: visie', 'phase: evaluatie'),
      '"DO" has 1 cards for visie',
    ],
    ['a theme left out', text.replace(/ {2}- id: PG[\s\S]*?(?=# Which)/, ''), 'there are 11 themes, not 12'],
    [
      'a card that fits and is not there',
      text.replace('time: [OR-R1', 'time: [OR-R9'),
      'signals.time.0: there is no card "OR-R9"',
    ],
    [
      'a line with such a card',
      text.replace('left: [SL-R1', 'left: [SL-R7'),
      'signals.lines.1a.left.0: there is no card',
    ],
    [
      'a source nobody knows',
      text.replace("source: 'S1 step 6'", "source: 'S9 step 6'"),
      'there is no source "S9"',
    ],
    ['a missing translation', text.replace(/ {10}en: 'Where does our.*\n/, ''), 'themes.0.cards.1.text.en'],
    ['a field nobody knows', text.replace('rules:', 'rulez:'), 'line 1'],
  ])('%s is named by file, line and field', (_name, broken, where) => {
    expect(broken).not.toBe(text)
    expect(() => readYaml('decks/dialogue.yaml', broken, deckSchema)).toThrow(where)
    expect(() => readYaml('decks/dialogue.yaml', broken, deckSchema)).toThrow(
      /^decks\/dialogue\.yaml, line \d+, /,
    )
  })
})

describe('what a picture says', () => {
  const at = (...places: number[]) =>
    [0, 1, 2, 3, 4, 5, 6].map((place) => places.filter((each) => each === place).length)
  const one = (now: number[], wished: number[]) => signalsFrom([{ line: '1a', now, wished }])

  it('is where the wish lies beside most crosses', () => {
    expect(one(at(0, 1, 1, 2, 5), at(4, 4, 5))).toEqual([{ line: '1a', wish: 'right' }])
    expect(one(at(6, 5, 5, 4, 1), at(2, 2, 1))).toEqual([{ line: '1a', wish: 'left' }])
  })

  it.each([
    ['nobody wished', at(1, 2, 3), at()],
    ['nobody placed a cross', at(), at(1, 2, 3)],
    ['crosses stand where they are wished', at(3, 3, 3), at(3, 3, 3)],
    ['half of the crosses are beside it, which is not most', at(1, 1, 5, 5), at(5, 5)],
    ['wishes are split around the crosses', at(3, 3, 3, 3), at(0, 0, 6, 6)],
  ])('is nothing when %s', (_name, now, wished) => {
    expect(one(now, wished)).toEqual([])
  })

  it('needs the crosses beside both halves of a wish that is split', () => {
    expect(one(at(0, 0, 1), at(2, 2, 5, 5))).toEqual([{ line: '1a', wish: 'right' }])
  })

  it('says the opposite when the line is turned round', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 })
    fc.assert(
      fc.property(marks, marks, (now, wished) => {
        const turned = (places: number[]) => at(...places.map((place) => 6 - place))
        const opposite = one(turned(now), turned(wished)).map(({ wish }) =>
          wish === 'left' ? 'right' : 'left',
        )
        expect(one(at(...now), at(...wished)).map(({ wish }) => wish)).toEqual(opposite)
      }),
    )
  })
})

describe('a theme', () => {
  it.each([
    ['vertrouwen', 'VK'],
    ['Trust', 'VK'],
    ['veilig', 'VK'],
    ['  FEEDBACK ', 'FD'],
    ['do', 'DO'],
    ['samen leren', 'SL'],
    ['learning together', 'SL'],
    ['samenwerken', 'PA'],
    ['opbrengsten delen en vieren', 'OD'],
    ['inquiring', 'OW'],
    ['práktijk', 'PR'],
  ])('%s is %s', (typed, id) => {
    expect(findTheme(deck, typed)).toMatchObject({ theme: { id } })
  })

  it.each([
    ['vertrouwn', 'VK'],
    ['fedback', 'FD'],
    ['leidng', 'GL'],
  ])('%s is not there, and comes near %s', (typed, id) => {
    const found = findTheme(deck, typed)
    expect('nearest' in found && found.nearest.map((theme) => theme.id)[0]).toBe(id)
    expect('nearest' in found && found.nearest).toHaveLength(3)
  })

  it('that fits more than one is offered, not guessed', () => {
    const found = findTheme(deck, 'together')
    expect('nearest' in found && found.nearest.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['SL', 'OW']),
    )
    for (const words of hostile) expect(findTheme(deck, words)).toHaveProperty('nearest')
  })
})

describe('a pasted list', () => {
  const rows = (pasted: string) =>
    readCardList(pasted).map(({ line, question, theme, problem }) => [line, problem ?? question, theme])

  it.each<[string, string, unknown[]]>([
    [
      'a question a line',
      'Wat nu, en hoe?\n\nWie dan?\r\n',
      [
        [1, 'Wat nu, en hoe?', ''],
        [3, 'Wie dan?', ''],
      ],
    ],
    [
      'dashes',
      '- Stel: het lukt. Wat dan?\n- Wie "helpt"?',
      [
        [1, 'Stel: het lukt. Wat dan?', ''],
        [2, 'Wie "helpt"?', ''],
      ],
    ],
    [
      'semicolons with names',
      'thema;vraag\nfeedback;Wat nu, zeg?\n;Wie?',
      [
        [2, 'Wat nu, zeg?', 'feedback'],
        [3, 'Wie?', ''],
      ],
    ],
    [
      'commas with names',
      'question,theme\n"What, now?",trust\nWho?,',
      [
        [2, 'What, now?', 'trust'],
        [3, 'Who?', ''],
      ],
    ],
    [
      'tabs without names',
      'Wat nu?\tfeedback\nWie?',
      [
        [1, 'Wat nu?', 'feedback'],
        [2, 'Wie?', ''],
      ],
    ],
    [
      'quotes with line breaks and quotes in them',
      '"Wat\nis ""dit""?",feedback\nWie?',
      [
        [1, 'Wat\nis "dit"?', 'feedback'],
        [3, 'Wie?', ''],
      ],
    ],
    [
      'a column too many',
      'vraag,thema\nWat, nu?,feedback\nWie?',
      [
        [2, 'columns', ''],
        [3, 'Wie?', ''],
      ],
    ],
    ['a quote that does not end', 'vraag;thema\n"Wat nu?;feedback\nWie?', [[2, 'quote', '']]],
    ['no question in a row', 'vraag;thema\n;feedback', [[2, '', 'feedback']]],
    [
      'YAML',
      '- vraag: Wat nu?\n  thema: feedback\n- question: Who?\n- Wie?',
      [
        [1, 'Wat nu?', 'feedback'],
        [3, 'Who?', ''],
        [4, 'Wie?', ''],
      ],
    ],
    [
      'YAML under a name',
      'kaarten:\n  - vraag: Wat nu?\n  - [1, 2]',
      [
        [2, 'Wat nu?', ''],
        [3, 'yaml', ''],
      ],
    ],
    ['broken YAML', 'kaarten:\n  - vraag: "Wat', [[2, 'yaml', '']]],
    ['nothing', ' \n', []],
  ])('%s', (_name, pasted, expected) => {
    expect(rows(pasted)).toEqual(expected)
  })

  it('never throws, and never names a line that is not there', () => {
    const nasty = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('"', ';', ',', '\n', '-', ':', ' ', 'a', '[', '{', '&', '*', '!', '\t', '|'),
        maxLength: 80,
      }),
    )
    fc.assert(
      fc.property(nasty, (pasted) => {
        const most = pasted.split(/\r\n?|\n/).length
        for (const { line } of readCardList(pasted)) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 2000 },
    )
    for (const words of hostile) readCardList(words)
    readCardList('a: &a [x]\nb: &b [*a,*a]\ncards: [*b, *b]')
  })
})
