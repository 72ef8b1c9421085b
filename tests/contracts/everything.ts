/**
 * One message with every block and one form with every field, in both languages, with somebody's words in every
 * spot where there can be some. An adapter that shows all of it shows everything.
 */
import type { Field, Form, Option } from '../../src/contracts/form.ts'
import type { Block, FileBlock, Message } from '../../src/contracts/message.ts'
import { type Language, pieces, plain, said, type Text } from '../../src/contracts/text.ts'

/** What somebody might say. */
export const harmless = 'samen lessen voorbereiden'

/** The language of a text shows in the text, so that a page that mixes them up is found out. */
const our = (language: Language, what: string, words: string): Text => [
  `${what} (${language}): `,
  said(words),
]

export function everyMessage(language: Language, words = harmless): Message {
  const text = (what: string) => our(language, what, words)
  const blocks: readonly Block[] = [
    { tag: 'heading', text: text('heading') },
    { tag: 'paragraph', text: text('paragraph') },
    { tag: 'quotes', quotes: [said(words), said(`tweede ${words}`)] },
    { tag: 'facts', facts: [{ name: text('fact name'), value: text('fact value') }] },
    { tag: 'picture', picture: 'example-picture', words: text('picture') },
    {
      tag: 'line',
      title: text('line title'),
      left: text('line left'),
      right: text('line right'),
      rows: [
        { name: `now in ${language}`, mark: '✕', places: [2, 0, 1, 0, 0, 3, 0], faint: false },
        { name: `wished in ${language}`, mark: '○', places: [0, 1, 0, 0, 2, 0, 0], faint: false },
        { name: `before in ${language}`, mark: '✕', places: [0, 0, 1, 1, 0, 0, 0], faint: true },
      ],
      words: text('line words'),
    },
    {
      tag: 'buttons',
      buttons: [
        { label: `Open ${language}`, ref: 'n1/example/open', opens: 'form', primary: true },
        { label: `Just say ${language}`, ref: 'n1/example/say/1', opens: 'nothing' },
      ],
    },
    { tag: 'context', text: text('context') },
    everyFile(language, words),
  ]
  return { language, summary: text('summary'), blocks }
}

/** A file that holds somebody's words, and all that a careless copy would change. */
export function everyFile(language: Language, words = harmless): FileBlock {
  const content = `what;words\r\n"file (${language})";"${words}"\r\n\té ✕ 👩🏽‍🏫\n`
  return { tag: 'file', name: `example-${language}.csv`, type: 'text/csv', content }
}

const option = (value: string, label: Text): Option => ({ value, label })

/** Its blocks without a picture, a line, buttons or a file: those stand in messages. */
export function everyForm(language: Language, words = harmless, step = 1): Form {
  const text = (what: string) => our(language, what, words)
  const options = (what: string) => ['a', 'b', 'c'].map((value) => option(value, text(`${what} ${value}`)))
  const question = (id: string) => ({
    id,
    label: text(`label ${id}`),
    hint: text(`hint ${id}`),
    optional: true,
  })
  const fields: readonly Field[] = [
    { ...question('short'), tag: 'short', most: 500 },
    { ...question('long'), tag: 'long', most: 500 },
    { ...question('choice'), tag: 'choice', options: options('choice') },
    { ...question('person'), tag: 'person', options: options('person') },
    { ...question('choices'), tag: 'choices', options: options('choices'), most: 2 },
    {
      ...question('line'),
      tag: 'line',
      left: text('pole left'),
      right: text('pole right'),
      places: ['1', '2', '3', '4', '5', '6', '7'].map((value) => option(value, text(`place ${value}`))),
      ways: [option('unknown', text('way unknown')), option('misfit', text('way misfit'))],
    },
    { ...question('date'), tag: 'date', from: '2026-11-01', until: '2027-07-01' },
    { ...question('time'), tag: 'time' },
  ]
  return {
    ref: 'n1/example/form',
    language,
    title: `Example ${language}`,
    step,
    steps: 3,
    revision: 4,
    intro: [
      { tag: 'heading', text: text('intro heading') },
      { tag: 'paragraph', text: text('intro paragraph') },
      { tag: 'quotes', quotes: [said(words)] },
      { tag: 'facts', facts: [{ name: text('intro name'), value: text('intro value') }] },
      { tag: 'context', text: text('intro context') },
    ],
    fields,
    buttons: {
      next: `Next ${language}`,
      back: `Back ${language}`,
      skip: `Skip ${language}`,
      close: `Later ${language}`,
    },
  }
}

/** All texts of a message that a reader must meet somewhere. */
export function textsOf(blocks: readonly Block[]): readonly Text[] {
  return blocks.flatMap((block): readonly Text[] => {
    switch (block.tag) {
      case 'heading':
      case 'paragraph':
      case 'context':
        return [block.text]
      case 'quotes':
        return block.quotes.map((quote) => [quote])
      case 'facts':
        return block.facts.flatMap(({ name, value }) => [name, value])
      case 'picture':
        return [block.words]
      case 'line':
        return [block.title, block.left, block.right, block.words, ...block.rows.map(({ name }) => name)]
      case 'buttons':
        return block.buttons.map(({ label }) => label)
      case 'file':
        return [block.name]
      default:
        return block satisfies never
    }
  })
}

/** All texts of a form that a reader must meet somewhere. */
export function formTexts({ title, intro, fields, buttons }: Form): readonly Text[] {
  const labels = (options: readonly Option[]) => options.map(({ label }) => label)
  const ofField = (field: Field): readonly Text[] => {
    const asked = field.hint === undefined ? [field.label] : [field.label, field.hint]
    switch (field.tag) {
      case 'choice':
      case 'person':
      case 'choices':
        return [...asked, ...labels(field.options)]
      case 'line':
        return [...asked, field.left, field.right, ...labels(field.places), ...labels(field.ways)]
      case 'short':
      case 'long':
      case 'date':
      case 'time':
        return asked
      default:
        return field satisfies never
    }
  }
  return [title, ...textsOf(intro), ...fields.flatMap(ofField), ...Object.values(buttons)]
}

/** The words that must stand there, letter by letter, without what steers the display. */
export const shownWords = (texts: readonly Text[]): readonly string[] =>
  texts.flatMap((text) => pieces(text).map((piece) => plain([piece]).trim()))
