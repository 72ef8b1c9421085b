/** What somebody sees of a card, read from the card itself. */
import type { Sight } from '../contracts/chat.harness.ts'
import type { Card } from './service.ts'

type Node = Readonly<Record<string, unknown>>

/** Everything inside a card that has a type, outermost first. */
export function nodes(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (typeof value !== 'object' || value === null) return []
  const node = value as Node
  const inside = ['body', 'items', 'inlines', 'actions', 'card', 'columns'].flatMap((key) => nodes(node[key]))
  return typeof node.type === 'string' ? [node, ...inside] : inside
}

/** The invisible joiner is our escape; without it the letters are as they were. */
const undone = (words: string): string => words.replaceAll('\u2060', '')

const own = ['text', 'label', 'placeholder', 'altText', 'title'] as const

function wordsOf(node: Node): readonly string[] {
  const choices = (node.choices as readonly Node[] | undefined) ?? []
  return [
    ...own.flatMap((key) => (typeof node[key] === 'string' ? [node[key]] : [])),
    ...choices.map(({ title }) => String(title)),
  ]
}

export function textOf(value: unknown): string {
  const text = nodes(value)
    .map((node) => {
      const words = wordsOf(node).join(' ')
      return node.type === 'TextRun' ? words : `\n${words}`
    })
    .join('')
  return undone(text)
}

/** Things that would come alive where a client reads more into letters than letters. */
const lively = [/<\/?at\b/giu, /\{\{/gu, /\]\(/gu]

export function aliveIn(value: unknown): readonly string[] {
  const alive: string[] = []
  for (const node of nodes(value)) {
    const found = wordsOf(node).flatMap((words) => lively.flatMap((each) => words.match(each) ?? []))
    // Only a TextBlock reads markdown.
    const markdown = node.type === 'TextBlock' ? (String(node.text).match(/[*_[\]`#>~]/gu) ?? []) : []
    alive.push(...found, ...markdown)
    if (node.type === 'RichTextBlock') continue
    const { type, text: _, ...look } = node
    if (type !== 'TextRun') alive.push(String(type))
    else if (alive.at(-1) !== JSON.stringify(look)) alive.push(JSON.stringify(look))
  }
  return alive
}

export const sightOf = (card: Card, title = ''): Sight => ({
  text: `${undone(title)}\n${textOf(card)}`,
  alive: aliveIn(card),
})
