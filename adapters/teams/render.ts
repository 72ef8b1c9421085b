/** Every tag of a message as Adaptive Card 1.5. */
import type {
  Block,
  Button,
  FileBlock,
  LineBlock,
  LineRow,
  Message,
  PictureBlock,
} from '../../src/contracts/message.ts'
import { type Language, passages, plain, type Text } from '../../src/contracts/text.ts'
import {
  bold,
  type Card,
  cut,
  type Element,
  fitted,
  line,
  paragraph,
  plainly,
  type Room,
  small,
} from './card.ts'
import { limits } from './limits.ts'
import type { Deed } from './parse.ts'
import { words } from './words.ts'

export interface Setting {
  readonly publicUrl: string | undefined
  /** In a dialog Teams opens no second one: every button sends, and the answer comes in the same window. */
  readonly dialog: boolean
}

export const cardType = 'application/vnd.microsoft.card.adaptive'

export const attached = (content: Card) => ({ contentType: cardType, content })

/** A message as one card. */
export const messageCard = (message: Message, setting: Setting): Card =>
  fitted((room) =>
    cardOf(message.language, line(message.summary, limits.summary), [
      ...message.blocks.flatMap((block) => elements(block, { ...setting, room, language: message.language })),
      ...(setting.dialog ? paragraph([{ text: words[message.language].close, look: small }], room.text) : []),
    ]),
  )

export const cardOf = (lang: Language, fallbackText: string, body: readonly Element[]): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang,
  fallbackText,
  msteams: { width: 'Full' },
  body,
})

export interface Drawing extends Setting {
  readonly room: Room
  readonly language: Language
}

export function elements(block: Block, drawing: Drawing): readonly Element[] {
  const most = drawing.room.text
  switch (block.tag) {
    case 'heading':
      return heading(paragraph([{ text: block.text, look: { ...bold, size: 'Large' } }], most))
    case 'paragraph':
      return paragraph([{ text: block.text }], most)
    case 'context':
      return paragraph([{ text: block.text, look: small }], most)
    case 'quotes':
      return block.quotes.map((quote) => ({
        type: 'Container',
        style: 'emphasis',
        items: paragraph([{ text: [quote] }], most),
      }))
    case 'facts':
      return block.facts.flatMap(({ name, value }) => {
        const between = /[\p{L}\p{N}]$/u.test(line(name, most)) ? ': ' : ' '
        return paragraph([{ text: name, look: bold }, { text: between }, { text: value }], most)
      })
    case 'picture':
      return picture(block, drawing)
    case 'line':
      return strip(block, drawing)
    case 'buttons':
      return block.buttons.length > 0 ? [actions(block.buttons.map((each) => action(each, drawing)))] : []
    case 'file':
      return [actions([file(block, drawing)])]
    default:
      return block satisfies never
  }
}

const heading = (lines: readonly Element[]): readonly Element[] =>
  lines.map((each, index) => (index === 0 ? { ...each, spacing: 'Medium' } : each))

function picture({ picture: id, words: said, instead }: PictureBlock, drawing: Drawing): readonly Element[] {
  const { publicUrl, room } = drawing
  if (publicUrl === undefined) {
    if (instead) return instead.flatMap((each) => strip(each, drawing))
    // The first step is the longest: a passage is shortened only when the whole card has no room.
    const [most] = limits.textSteps
    return passages(said, most).flatMap((passage) => paragraph([{ text: [{ said: passage }] }], room.text))
  }
  const url = `${publicUrl.replace(/\/+$/u, '')}/pictures/${encodeURIComponent(id)}.png`
  // On a phone a picture can be opened and made larger.
  const msteams = { allowExpand: true }
  return [{ type: 'Image', url, altText: line(said, room.text), size: 'Stretch', msteams }]
}

/**
 * Nobody's side is the better one: no numbers, no colours, the same weight left and right. The poles stand once,
 * above the rows: beside each other a pole and a row would break in the middle of the row on a phone.
 */
function strip({ title, left, right, rows, words: said }: LineBlock, { room }: Drawing): readonly Element[] {
  const row = ({ name, mark, places, faint }: LineRow) => {
    const spots = places.map((count) => (count > 0 ? mark.repeat(count) : '·')).join('|')
    const look = { isSubtle: faint, fontType: 'Monospace' }
    return paragraph(
      [
        { text: spots, look },
        { text: `  ${name}`, look: small },
      ],
      room.text,
    )
  }
  const pole = (text: Text, horizontalAlignment: string) => ({
    type: 'Column',
    width: 'stretch',
    items: paragraph([{ text }], room.text).map((each) => ({ ...each, horizontalAlignment })),
  })
  return [
    {
      type: 'Container',
      items: [
        ...paragraph([{ text: title, look: bold }], room.text),
        { type: 'ColumnSet', columns: [pole(left, 'Left'), pole(right, 'Right')] },
        ...rows.flatMap(row).map((each) => ({ ...each, spacing: 'Small' })),
        ...(plain(said) === '' ? [] : paragraph([{ text: said, look: small }], room.text)),
      ],
    },
  ]
}

/** More than fit side by side go into the overflow of the row. */
export const actions = (all: readonly Element[]): Element => ({
  type: 'ActionSet',
  actions: all.map((each, index) => (index < limits.buttons ? each : { ...each, mode: 'secondary' })),
})

/** A button that opens a dialog sends from a message in another way than one that changes what stands there. */
export function press(title: string, deed: Deed, dialog: boolean, opens: Button['opens']): Element {
  const base = { title: cut(plainly(title), limits.label), associatedInputs: 'none' }
  const data = { dubbelloop: deed }
  if (dialog) return { type: 'Action.Submit', ...base, data }
  return opens === 'form'
    ? { type: 'Action.Submit', ...base, data: { ...data, msteams: { type: 'task/fetch' } } }
    : { type: 'Action.Execute', ...base, verb: 'press', data }
}

const action = ({ label, ref, opens, primary }: Button, { dialog }: Drawing): Element => ({
  ...press(label, { press: ref }, dialog, opens),
  ...(primary && { style: 'positive' }),
})

/**
 * A bot has no files in a channel, and in a chat only through somebody's OneDrive; so a file opens as a text to
 * copy, letter by letter what it holds.
 */
function file({ name, content }: FileBlock, { room, language }: Drawing): Element {
  const whole = content.length <= room.file
  const note = whole ? words[language].copy : `${words[language].cut} ${words[language].copy}`
  return {
    type: 'Action.ShowCard',
    title: cut(name, limits.label),
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          id: `copy.${name}`,
          label: note,
          isMultiline: true,
          value: whole ? content : cut(content, room.file),
        },
      ],
    },
  }
}
