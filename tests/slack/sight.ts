/** Reads Block Kit the way a person and a screen reader do. */
import type { Json } from './check.ts'

/** Every word in blocks or a view, in order. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n')
  if (typeof value !== 'object' || value === null) return ''
  const { type, ...rest } = value as Json
  if (type === 'plain_text') return String(rest.text)
  if (type === 'text') return String(rest.text)
  if (/^rich_text_(section|quote|preformatted)$/.test(String(type)))
    return (rest.elements as readonly Json[]).map(wordsOf).join('')
  const alt = rest.alt_text === undefined ? '' : String(rest.alt_text)
  const order = [
    'title',
    'label',
    'hint',
    'text',
    'placeholder',
    'options',
    'element',
    'elements',
    'blocks',
    'submit',
    'close',
  ]
  return [alt, ...order.map((key) => wordsOf(rest[key]))].filter(Boolean).join('\n')
}

/**
 * All that is more than words: elements to use, pictures, quotes, formatting. In markup also links, mentions,
 * commands and emoji names; in plain text emoji names where those come alive.
 */
export function aliveIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(aliveIn)
  if (typeof value !== 'object' || value === null) return []
  const json = value as Json
  const own: string[] = []
  const { type, text } = json
  if (type === 'mrkdwn') own.push('mrkdwn', ...found(/<[^>]*>|[*_~`]|:\w+:/g, text))
  if (type === 'plain_text' && json.emoji !== false) own.push(...found(/:[\w+-]+:/g, text))
  if (!['plain_text', 'text', 'rich_text', 'rich_text_section', 'mrkdwn', undefined].includes(type as string))
    own.push(String(type))
  if (type === 'text' && json.style) own.push(JSON.stringify(json.style))
  const inside = Object.entries(json).flatMap(([key, each]) =>
    key === 'initial_option' ? [] : aliveIn(each),
  )
  return [...own, ...inside]
}

const found = (pattern: RegExp, text: unknown): string[] =>
  [...String(text).matchAll(pattern)].map(([hit]) => hit)

/** What in `text`, which Slack reads as markup, would come alive. */
export const aliveInMarkup = (text: string): readonly string[] => found(/<[^>]*>/g, text)
