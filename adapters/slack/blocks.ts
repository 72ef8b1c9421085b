/**
 * The few shapes of Block Kit that we use. Everything is `plain_text` without emoji or a `rich_text` element:
 * there `<!channel>`, links, `*` and `:emoji:` are letters. Nothing here is ever `mrkdwn`.
 */
import type { types } from '@slack/bolt'
import { inert, pieces, plain, type Text } from '../../src/contracts/text.ts'
import { fitted, limits, shorten } from './limits.ts'

export type SlackBlock = types.KnownBlock
type Inline = types.RichTextText

export const plainText = (text: Text, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: fitted(text, most),
  emoji: false,
})

interface Look {
  readonly bold?: true
  readonly italic?: true
  readonly code?: true
}

export const inline = (text: string, style?: Look): Inline => ({
  type: 'text',
  text: text === '' ? ' ' : text,
  ...(style && { style }),
})

/** One text as one element, our own words and what people said alike: both are literal here. */
export function run(text: Text, most: number, style?: Look): Inline {
  const words = pieces(text).map((each) => (typeof each === 'string' ? each : inert(each.said)))
  return inline(shorten(words.join(''), most), style)
}

export const section = (...elements: Inline[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements,
})

export const quote = (...elements: Inline[]): types.RichTextQuote => ({ type: 'rich_text_quote', elements })

export const rich = (...elements: types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements,
})

export const small = (text: Text, most: number): types.ContextBlock => ({
  type: 'context',
  elements: [plainText(text, Math.min(most, limits.text))],
})

export const button = (label: string, action: string, value: string, primary = false): types.Button => ({
  type: 'button',
  text: plainText(label, limits.button),
  action_id: action,
  value: value.slice(0, limits.buttonValue),
  ...(primary && { style: 'primary' as const }),
})

/** For notifications and screen readers. This field is markup for Slack, so its three special letters are not. */
export const notification = (text: Text): string =>
  shorten(plain(text), limits.summary)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
