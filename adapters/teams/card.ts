/** The pieces that cards are made of, and how words become inert in them. */
import { inert, pieces, type Text } from '../../src/contracts/text.ts'
import { limits } from './limits.ts'

export type Element = Readonly<Record<string, unknown>> & { readonly type: string }

export interface Card {
  readonly type: 'AdaptiveCard'
  readonly [key: string]: unknown
}

/** How much of every text, and of a file, there is room for. */
export interface Room {
  readonly text: number
  readonly file: number
}

/**
 * Words that mean nothing but themselves in plain text of a card: an invisible joiner takes the meaning from
 * `<at>` and from the `{{DATE(…)}}` that cards translate. Markdown lives only in a TextBlock, which is for our
 * own words.
 */
export const plainly = (words: string): string =>
  inert(words)
    .replace(/\{(?=\{)/gu, '{\u2060')
    .replace(/<(?=\/?at\b)/giu, '<\u2060')
    .replace(/\](?=\()/gu, ']\u2060')

/** As long as the longest sign that is one to a reader and many to a computer. */
const longestSign = 40

/** At most so many letters, with an ellipsis that shows what is missing; never half of an emoji. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words
  let end = 0
  for (const { index, segment } of new Intl.Segmenter().segment(words.slice(0, most + longestSign))) {
    if (index + segment.length > most - 1) break
    end = index + segment.length
  }
  return `${words.slice(0, end)}…`
}

/** A whole text as one string, for where there is no room for more than letters. */
export const line = (text: Text, most: number): string =>
  cut(
    pieces(text)
      .map((piece) => plainly(typeof piece === 'string' ? piece : piece.said))
      .join(''),
    most,
  ).replace(/\s+/gu, ' ')

export type Look = Readonly<Record<string, unknown>>

/**
 * One paragraph in which no markdown comes alive, a block a line: a line break inside a run would be a space.
 * Each text is shortened by itself.
 */
export function paragraph(
  texts: readonly { readonly text: Text; readonly look?: Look }[],
  most: number,
): Element[] {
  const lines: Element[][] = [[]]
  for (const { text, look } of texts) {
    for (const words of shortened(text, most)) {
      words.split('\n').forEach((each, index) => {
        if (index > 0) lines.push([])
        if (each !== '') lines.at(-1)?.push({ type: 'TextRun', text: each, ...look })
      })
    }
  }
  return lines
    .filter((inlines) => inlines.length > 0)
    .map((inlines, index) => ({
      type: 'RichTextBlock',
      inlines,
      ...(index > 0 && { spacing: 'None' }),
    }))
}

/** The pieces of a text, as far as there is room, each inert. */
function shortened(text: Text, most: number): readonly string[] {
  const shown: string[] = []
  let left = most
  for (const piece of pieces(text)) {
    const words = plainly(typeof piece === 'string' ? piece : piece.said)
    if (words === '') continue
    shown.push(cut(words, left))
    left -= words.length
    if (left < 1) break
  }
  return shown
}

export const small: Look = { size: 'Small', isSubtle: true }
export const bold: Look = { weight: 'Bolder' }

const sizeOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card))

/**
 * The first that fits: less and less of each text, then less and less of a file, and at the very end fewer
 * elements, with a visible sign.
 */
export function fitted(make: (room: Room) => Card): Card {
  const [file] = limits.fileSteps
  const least = limits.textSteps.at(-1) ?? 0
  const rooms = [
    ...limits.textSteps.map((text) => ({ text, file })),
    ...limits.fileSteps.slice(1).map((each) => ({ text: least, file: each })),
  ]
  for (const room of rooms) {
    const card = make(room)
    if (sizeOf(card) <= limits.cardBytes) return card
  }
  return shorter(make({ text: least, file: limits.fileSteps.at(-1) ?? 0 }))
}

/** Buttons stay as long as possible: without them nothing can be done. */
function shorter(card: Card): Card {
  const body = [...((card.body as readonly Element[] | undefined) ?? [])]
  const more: Element = { type: 'TextBlock', text: '…' }
  while (body.length > 0 && sizeOf({ ...card, body: [...body, more] }) > limits.cardBytes) {
    const last = body.findLastIndex(({ type }) => type !== 'ActionSet')
    body.splice(last < 0 ? body.length - 1 : last, 1)
  }
  return { ...card, body: [...body, more] }
}
