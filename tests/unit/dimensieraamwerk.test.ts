import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../adapters/slack/form.ts'
import { limits as slack } from '../../adapters/slack/limits.ts'
import { formCard } from '../../adapters/teams/form.ts'
import { limits as teams } from '../../adapters/teams/limits.ts'
import { type Language, languages } from '../../src/contracts/text.ts'
import { compose, instrumentId } from '../../src/features/monitoring/compose.ts'
import {
  type Instrument,
  instrumentSchema,
  itemsOf,
  type LineItem,
  linesIn,
} from '../../src/instrument/instrument.ts'
import { readInstruments, readYaml } from '../../src/read-instruments.ts'
import { stepForm } from '../../src/round/form.ts'

const folder = join(import.meta.dirname, '../../instruments')
const text = await readFile(join(folder, `${instrumentId}.yaml`), 'utf8')
const read = (yaml: string) => readYaml('instruments/foo.yaml', yaml, instrumentSchema)
const instrument = (await readInstruments(folder)).get(instrumentId) as Instrument
const lines = linesIn(itemsOf(instrument))

const wide = 'w'.repeat(150)
const own = (id: string): LineItem => ({
  ...{ id, type: 'line', own: true, source: 'their own', hint: { nl: wide, en: wide } },
  ...{
    text: { nl: 'w'.repeat(60), en: 'w'.repeat(60) },
    left: { nl: wide, en: wide },
    right: { nl: wide, en: wide },
  },
})
const whole = compose(instrument, [own('own-1'), own('own-2'), own('own-3')])

describe('the instrument', () => {
  it('has four dimensions and eleven lines, in the order of their source', () => {
    expect(lines.map(({ id }) => id).join(' ')).toBe('1a 1b 2a 2b 3a 3b 3c 4a 4b 4c 4d')
    expect(instrument.steps.map(({ title }) => title?.nl)).toEqual([
      'Praktijk',
      'Domein en waarde',
      'Verbondenheid',
      'Organisatie',
      'Je naam',
    ])
    expect(lines[0]?.left.nl).toBe('We leren samen op aparte momenten, zoals een studiedag.')
    expect(lines.at(-1)?.right.en).toBe('We talk in a way we have agreed on together.')
  })

  it('keeps both poles of every line respectable, with a question that leaves both open', () => {
    for (const { fits, follow, hint, source } of lines) {
      expect([fits?.left.nl, fits?.right.nl, fits?.left.en, fits?.right.en].every(Boolean)).toBe(true)
      for (const language of languages) expect(follow?.[language]).toMatch(/\?$/)
      for (const language of languages) expect(hint?.[language]).toMatch(/\?$/)
      expect(source).toContain('Vrieling, Van den Beemt & De Laat (2016)')
    }
    expect(lines.find(({ id }) => id === '4d')?.source).toContain('our own')
  })

  it.each([
    ['a pole left out', text.replace(/ {8}left:\n.*\n.*\n/, ''), 'left'],
    ['a place too many', text.replace('        follow:', '        places: 9\n        follow:'), 'places'],
    ['half a sentence of when it fits', text.replace(/ {10}left: \{.*\n/, ''), 'fits.left'],
  ])('%s is named by file, line and field', (_name, yaml, field) => {
    expect(() => read(yaml)).toThrow(/^instruments\/foo\.yaml, line \d+[,:] /)
    expect(() => read(yaml)).toThrow(field)
  })
})

describe.each(languages)('the form in %s, with three lines of their own', (language: Language) => {
  const answers = { id: 'r.p', round: 'r', member: 'p', revision: 1, values: {} }
  const forms = whole.steps.map((_, index) =>
    stepForm({
      ref: 'n/monitoring/answer/r',
      language,
      instrument: whole,
      answers,
      step: index + 1,
      intro: [],
    }),
  )
  const place = { platform: 'slack', tenant: 'T1', id: 'C1', kind: 'channel' } as const

  it('has a step for each dimension, for own lines, wishes and the name', () => {
    expect(forms.map(({ fields }) => fields.length)).toEqual([3, 3, 4, 5, 3, 14, 1])
    for (const { title } of forms) expect(title.length).toBeLessThanOrEqual(slack.title)
  })

  it('fits a Slack modal, with nothing cut off', () => {
    for (const form of forms) {
      const { blocks } = renderForm(form, place)
      expect(blocks.length).toBeLessThan(slack.viewBlocks)
      expect(JSON.stringify(blocks)).not.toContain('…')
    }
  })

  it('fits a Teams card, with nothing cut off', () => {
    for (const form of forms) {
      const card = JSON.stringify(formCard(form, undefined))
      expect(Buffer.byteLength(card)).toBeLessThanOrEqual(teams.cardBytes)
      expect(card).not.toContain('…')
    }
  })
})
