/** Everything that goes out stays within Slack's limits, whatever goes in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderForm, renderWord } from '../../adapters/slack/form.ts'
import { renderHome } from '../../adapters/slack/home.ts'
import { renderMessage } from '../../adapters/slack/render.ts'
import type { Field, Form, Option } from '../../src/contracts/form.ts'
import type { Block, Message } from '../../src/contracts/message.ts'
import { said, type Text } from '../../src/contracts/text.ts'
import { everyForm, everyMessage } from '../contracts/everything.ts'
import { hostile } from '../contracts/hostile.ts'
import { brokenRules, type Json } from './check.ts'
import { aliveIn, wordsOf } from './sight.ts'

const place = {
  platform: 'slack',
  tenant: 'T0EXAMPLE',
  id: 'C0EXAMPLE',
  kind: 'channel',
  name: 'x'.repeat(4000),
} as const
const around = { language: 'nl', pictures: new Map([['p', 'F0']]), file: (name: string) => name } as const
const json = (value: unknown) => value as Json

const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme', maxLength: 4000 }),
  fc.constantFrom(...hostile, '', ' '),
)
const text: fc.Arbitrary<Text> = fc.oneof(
  words,
  words.map((each) => [said(each)]),
  fc.tuple(words, words.map(said)),
)
const ref = fc.constantFrom('n1/a/b', `n1/${'a'.repeat(60)}/${'b'.repeat(60)}/${'c'.repeat(60)}`)
const list = <T>(of: fc.Arbitrary<T>, most = 120) => fc.array(of, { maxLength: most, size: 'max' })

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ tag: fc.constant('heading' as const), text }),
  fc.record({ tag: fc.constant('paragraph' as const), text }),
  fc.record({ tag: fc.constant('context' as const), text }),
  fc.record({ tag: fc.constant('quotes' as const), quotes: list(words.map(said), 20) }),
  fc.record({ tag: fc.constant('facts' as const), facts: list(fc.record({ name: text, value: text }), 20) }),
  fc.record({ tag: fc.constant('picture' as const), picture: fc.constantFrom('p', 'q'), words: text }),
  fc.record({
    tag: fc.constant('buttons' as const),
    buttons: list(fc.record({ label: words, ref, opens: fc.constant('form' as const) })).map((all) =>
      all.map((each, index) => ({ ...each, ref: `${each.ref}/${index}` })),
    ),
  }),
  fc.record({
    ...{ tag: fc.constant('line' as const), title: text, left: text, right: text, words: text },
    rows: list(
      fc.record({
        ...{ name: words, mark: fc.constantFrom('✕' as const, '○' as const), faint: fc.boolean() },
        places: fc.array(fc.nat(400), { minLength: 7, maxLength: 7 }),
      }),
      4,
    ),
  }),
  fc.record({
    ...{ tag: fc.constant('file' as const), name: words, content: words },
    type: fc.constant('text/csv' as const),
  }),
)
const message: fc.Arbitrary<Message> = fc.record({
  ...{ language: fc.constantFrom('nl' as const, 'en' as const), summary: text },
  blocks: fc.array(block, { minLength: 1, maxLength: 80, size: 'max' }),
})

const options = (most: number): fc.Arbitrary<Option[]> =>
  fc
    .array(text, { minLength: 1, maxLength: most, size: 'max' })
    .map((labels) => labels.map((label, index) => ({ value: `o${index}`, label })))
const question = { label: text, optional: fc.boolean(), hint: text }
const field: fc.Arbitrary<Omit<Field, 'id'>> = fc.oneof(
  fc.record({
    ...question,
    tag: fc.constantFrom('short' as const, 'long' as const),
    most: fc.integer({ min: 1, max: 9000 }),
    value: words,
  }),
  fc.record({
    ...question,
    tag: fc.constantFrom('choice' as const, 'person' as const),
    options: options(130),
  }),
  fc.record({
    ...question,
    tag: fc.constant('choices' as const),
    options: options(130),
    most: fc.constant(2),
  }),
  fc.record({
    ...question,
    tag: fc.constant('line' as const),
    left: text,
    right: text,
    places: options(7),
    ways: options(1).map((all) => all.map((each) => ({ ...each, value: 'way' }))),
  }),
  fc.record({ ...question, tag: fc.constantFrom('date' as const, 'time' as const) }),
) as fc.Arbitrary<Omit<Field, 'id'>>

const form: fc.Arbitrary<Form> = fc.record({
  ...{
    ref,
    language: fc.constantFrom('nl' as const, 'en' as const),
    title: words,
    intro: fc.array(block, { maxLength: 60 }),
  },
  ...{ step: fc.constant(2), steps: fc.constant(3), revision: fc.nat() },
  fields: fc
    .array(field, { minLength: 1, maxLength: 30 })
    .map((all) => all.map((each, index) => ({ ...each, id: `f${index}` }) as Field)),
  buttons: fc.record({ next: words, back: words, skip: words, close: words }),
})

describe('within the limits', () => {
  test('messages and Home', () =>
    fc.assert(
      fc.property(message, (each) => {
        expect(brokenRules({ blocks: renderMessage(each, around) }, 'message')).toEqual([])
        expect(brokenRules(json(renderWord(each, place)), 'modal')).toEqual([])
        const who = { platform: 'slack', tenant: 'T', user: 'U' }
        expect(brokenRules(json(renderHome(each, who)), 'home')).toEqual([])
      }),
      { numRuns: 100 },
    ))

  test('forms', () =>
    fc.assert(
      fc.property(form, (each) => {
        expect(brokenRules(json(renderForm(each, place)), 'modal')).toEqual([])
      }),
      { numRuns: 100 },
    ))

  test('the checker finds what breaks a rule', () => {
    const long = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }
    expect(brokenRules({ blocks: [long] }, 'message')).not.toEqual([])
    expect(
      brokenRules({ blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }, 'message'),
    ).not.toEqual([])
    expect(brokenRules({ blocks: [] }, 'modal')).not.toEqual([])
  })
})

describe('nothing is lost without a sign', () => {
  test('too many blocks: the buttons stay, and a line says that there was more', () => {
    const blocks: Block[] = [
      ...Array.from({ length: 70 }, (): Block => ({ tag: 'paragraph', text: 'regel' })),
      { tag: 'buttons', buttons: [{ label: 'Invullen', ref: 'n1/a/b', opens: 'form' }] },
    ]
    const shown = wordsOf(renderMessage({ blocks }, around))
    expect(shown).toContain('… en meer')
    expect(shown).toContain('Invullen')
  })

  test('more than five buttons are a menu, unless what they mean is too long for one', () => {
    const buttons = (tail: string) =>
      renderMessage(
        {
          blocks: [
            {
              tag: 'buttons',
              buttons: Array.from({ length: 8 }, (_, index) => ({
                label: `Knop ${index}`,
                ref: `n1/a/b/${index}${tail}`,
                opens: 'form',
              })),
            },
          ],
        },
        around,
      )
    expect(aliveIn(buttons(''))).toEqual(['actions', 'static_select'])
    expect(aliveIn(buttons('x'.repeat(200)))).toEqual([
      'actions',
      ...Array.from({ length: 8 }, () => 'button'),
    ])
  })

  test('nothing is ever markup', () => {
    for (const each of hostile) {
      expect(JSON.stringify(renderMessage(everyMessage('nl', each), around))).not.toContain('mrkdwn')
      expect(JSON.stringify(renderForm(everyForm('en', each), place))).not.toContain('mrkdwn"')
    }
  })

  test('what somebody must choose from is there in full, also when a menu cannot hold it', () => {
    const long = `${'lang '.repeat(40)}einde`
    const fields: readonly Field[] = [
      {
        tag: 'choices',
        id: 'a',
        label: 'Welke?',
        optional: true,
        most: 2,
        options: [{ value: '1', label: [said(long)] }],
      },
    ]
    expect(wordsOf(renderForm({ ...everyForm('nl'), fields }, place))).toContain(long)
  })
})
