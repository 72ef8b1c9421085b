/** Messages as Block Kit, within the limits of `limits.ts`. */
import type { types } from '@slack/bolt'
import type { Block, Button, FileBlock, LineBlock, Message } from '../../src/contracts/message.ts'
import { type Language, passages, plain, said } from '../../src/contracts/text.ts'
import { button, inline, plainText, quote, rich, run, type SlackBlock, section, small } from './blocks.ts'
import { limits, shorten, visibleButtons, within } from './limits.ts'
import { words } from './words.ts'

/** The `action_id` of whatever carries a ref; a number follows, because it must be unique in its block. */
export const pressAction = 'press'
/** The `action_id` of what stands for typed words. */
export const sayAction = 'say'

export interface Surroundings {
  readonly language: Language
  /** Slack's id of a picture that was uploaded; `undefined`: its words stand in for it. */
  readonly pictures: ReadonlyMap<string, string>
  /** What is said of a file that goes along. */
  file(name: string): string
}

/**
 * Running texts may have so many characters each, tried in this order until the whole message fits: a few long
 * texts stay whole, many long ones are all shortened.
 */
const caps = [limits.text, 2000, 1200, 700, 400, 200, 100]

/** All blocks of a message. When they are too many the last ones go, but the buttons stay. */
export function renderMessage(
  message: Pick<Message, 'blocks'>,
  around: Surroundings,
  most: number = limits.messageBlocks,
) {
  for (const cap of caps) {
    const blocks = message.blocks.flatMap((block) => renderBlock(block, around, cap))
    if (wordsIn(blocks) <= limits.messageWords) return fewer(blocks, around.language, most)
  }
  const shortest = message.blocks.flatMap((block) => renderBlock(block, around, 100))
  return fewer(shortest, around.language, Math.min(most, 20))
}

function fewer(blocks: readonly SlackBlock[], language: Language, most: number): SlackBlock[] {
  if (blocks.length <= most) return [...blocks]
  const buttons = blocks.filter(({ type }) => type === 'actions').slice(-5)
  const rest = blocks.filter(({ type }) => type !== 'actions')
  const more = (text: string): SlackBlock => small(text, limits.text)
  return [...within(rest, most - buttons.length, more, language), ...buttons]
}

/** Characters of all words in some blocks. */
function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + wordsIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, each]) => {
    if (typeof each === 'string') return key === 'text' || key === 'alt_text' ? sum + each.length : sum
    return sum + wordsIn(each)
  }, 0)
}

function renderBlock(block: Block, around: Surroundings, cap: number): SlackBlock[] {
  switch (block.tag) {
    case 'heading':
      return [{ type: 'header', text: plainText(block.text, limits.header) }]
    case 'paragraph':
      return [rich(section(run(block.text, cap)))]
    case 'quotes':
      return block.quotes.length === 0 ? [] : [rich(...block.quotes.map((each) => quote(run([each], cap))))]
    case 'facts':
      return block.facts.length === 0
        ? []
        : [
            rich(
              ...block.facts.map(({ name, value }) =>
                section(run(name, cap, { bold: true }), inline('  '), run(value, cap)),
              ),
            ),
          ]
    case 'picture': {
      const file = around.pictures.get(block.picture)
      if (file === undefined && block.instead) return block.instead.flatMap((each) => line(each, cap))
      if (file === undefined)
        return passages(block.words, limits.text).map((words) => rich(section(run([said(words)], cap))))
      const alt = plainText(block.words, Math.min(cap, limits.alt)).text
      return [{ type: 'image', slack_file: { id: file }, alt_text: alt }]
    }
    case 'line':
      return line(block, cap)
    case 'buttons':
      return buttonsOf(block.buttons, around.language)
    case 'context':
      return [small(block.text, cap)]
    case 'file':
      return [small(`📎 ${around.file(block.name)}`, cap)]
    default:
      return block satisfies never
  }
}

/** A pole, the strips, the other pole, and then the same in words. */
function line({ title, left, right, rows, words: spoken }: LineBlock, cap: number): SlackBlock[] {
  const strips = rows.map(({ name, mark, places, faint }) =>
    section(
      inline(shorten(strip(mark, places), cap), { code: true }),
      inline(`  ${name}`.slice(0, cap), faint ? { italic: true } : undefined),
    ),
  )
  return [
    rich(
      section(run(title, cap, { bold: true })),
      section(inline('← '), run(left, cap)),
      ...strips,
      section(inline('→ '), run(right, cap)),
    ),
    ...(plain(spoken) === '' ? [] : [small(spoken, cap)]),
  ]
}

const strip = (mark: string, places: readonly number[]): string =>
  places.map((count) => (count === 0 ? '·' : mark.repeat(count))).join('|')

/** Up to five stand as buttons; more become a menu, as long as what they mean fits in one. */
export function buttonsOf(buttons: readonly Button[], language: Language): SlackBlock[] {
  const [first] = buttons
  if (!first) return []
  const menu = buttons.length > visibleButtons && buttons.every(({ ref }) => ref.length <= limits.optionValue)
  if (!menu) {
    const shown = buttons
      .slice(0, limits.actions)
      .map(({ label, ref, primary }, index) => button(label, `${pressAction}:${index}`, ref, primary))
    return [{ type: 'actions', elements: shown }]
  }
  const options: types.PlainTextOption[] = buttons
    .slice(0, limits.options)
    .map(({ label, ref }) => ({ text: plainText(label, limits.option), value: ref }))
  const select: types.StaticSelect = {
    type: 'static_select',
    action_id: `${pressAction}:menu`,
    placeholder: plainText(words[language].pick, limits.placeholder),
    options,
  }
  return [{ type: 'actions', elements: [select] }]
}

/** The files that go along with a message. */
export const filesOf = ({ blocks }: Pick<Message, 'blocks'>): readonly FileBlock[] =>
  blocks.flatMap((block) => (block.tag === 'file' ? [block] : []))
