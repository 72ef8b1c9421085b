/** Every card that can be made is a card: by Microsoft's schema, by Microsoft's own reader, and within 28 KB. */
import { describe, expect, test } from 'vitest'
import { filled, inputId, pack, unpack, valuesOf } from '../../adapters/teams/carry.ts'
import { formCard } from '../../adapters/teams/form.ts'
import { messageCard } from '../../adapters/teams/render.ts'
import type { Form } from '../../src/contracts/form.ts'
import { languages } from '../../src/contracts/text.ts'
import { everyForm, everyMessage, harmless } from '../contracts/everything.ts'
import { hostile } from '../contracts/hostile.ts'
import { brokenRules } from './check.ts'
import { nodes, textOf } from './look.ts'

const expectCard = (card: object): void => expect(brokenRules(card)).toEqual([])

const settings = [
  { publicUrl: 'https://bot.example.org/', dialog: false },
  { publicUrl: undefined, dialog: false },
  { publicUrl: undefined, dialog: true },
]

describe.each(languages)('in %s', (language) => {
  test.each([harmless, ...hostile].map((words, index) => ({ index, words })))('words $index', ({ words }) => {
    for (const setting of settings) expectCard(messageCard(everyMessage(language, words), setting))
    const form = everyForm(language, words, 2)
    const errors = Object.fromEntries(form.fields.map(({ id }) => [id, [{ said: words }]]))
    expectCard(formCard(form, undefined))
    expectCard(formCard(form, undefined, { errors, all: [{ said: words }] }))
  })
})

test('far too much is shortened where one can see it, and the buttons stay', () => {
  const { blocks, ...rest } = everyMessage('nl', 'woord '.repeat(500))
  const card = messageCard(
    {
      ...rest,
      blocks: [
        ...Array.from({ length: 60 }, () => blocks.filter(({ tag }) => tag !== 'file')).flat(),
        ...blocks,
      ],
    },
    settings[0] as never,
  )
  expectCard(card)
  expect(textOf(card)).toContain('…')
  expect(textOf(card)).toContain('Just say nl')
})

test('more than five buttons: the rest in the overflow', () => {
  const buttons = Array.from({ length: 8 }, (_, index) => ({
    ...{ label: `Knop ${index}`, ref: `n/a/b/${index}` },
    opens: 'nothing' as const,
  }))
  const message = {
    language: 'nl' as const,
    summary: 'Knoppen',
    blocks: [{ tag: 'buttons' as const, buttons }],
  }
  const card = messageCard(message, { publicUrl: undefined, dialog: false })
  expectCard(card)
  const modes = nodes(card).filter(({ type }) => type === 'Action.Execute')
  expect(modes.filter(({ mode }) => mode === 'secondary')).toHaveLength(3)
})

test('a form comes back out of its own button, with all that was typed', () => {
  const form: Form = everyForm('nl', 'a, b & "c"')
  const typed = { short: 'x', choices: ['a', 'c,d %2C'], line: '3' }
  const inputs = Object.fromEntries(
    form.fields.flatMap((field) => {
      const value = (typed as Record<string, string | string[]>)[field.id]
      if (value === undefined) return []
      const sent = typeof value === 'string' ? value : value.map((each) => encodeURIComponent(each)).join(',')
      return [[inputId(field), sent]]
    }),
  )
  const kept = pack(form)
  expect(unpack(kept)).toEqual(form)
  const values = valuesOf(inputs)
  expect(values).toEqual(typed)
  const shown = filled({ kept, values })
  expect(shown?.fields.map(({ id, value }) => [id, value])).toContainEqual(['choices', ['a', 'c,d %2C']])
})

test('an edge of a text shows that something is missing', () => {
  const card = messageCard(
    { language: 'nl', summary: 'x', blocks: [{ tag: 'paragraph', text: `${'👩🏽‍🏫'.repeat(3000)}` }] },
    { publicUrl: undefined, dialog: false },
  )
  expectCard(card)
  expect(textOf(card)).toMatch(/🏫…/u)
})
