/**
 * Slack's limits, one table. Each number is from the page named beside it, below
 * https://docs.slack.dev/reference/; `render.ts` and `form.ts` split and shorten by it.
 */
import { type Language, pieces, plain, type Text } from '../../src/contracts/text.ts'
import { words } from './words.ts'

export const limits = {
  /** block-kit/blocks: blocks in a message, and in a modal or Home view. */
  messageBlocks: 50,
  viewBlocks: 100,
  /** methods/chat.postMessage: `text` is best kept under 4,000; 40,000 is cut off. */
  summary: 3000,
  /** All words in the blocks of a message: not documented; `msg_blocks_too_long` comes somewhat above it. */
  messageWords: 12_000,
  /** block-kit/blocks/section-block; used for every running text. */
  text: 3000,
  /** block-kit/blocks/header-block. */
  header: 150,
  /** block-kit/blocks/image-block: `alt_text`. */
  alt: 2000,
  /** methods/files.getUploadURLExternal: `alt_txt_too_large`. */
  uploadAlt: 1000,
  /** Milliseconds before each try to show a picture that was just uploaded (our own: `invalid_blocks` until then). */
  pictureWaits: [0, 1000, 2000, 4000],
  /** block-kit/blocks/actions-block. */
  actions: 25,
  /** block-kit/blocks/input-block: label and hint. */
  label: 2000,
  /** block-kit/block-elements/button-element. */
  button: 75,
  buttonValue: 2000,
  /** block-kit/composition-objects/option-object. */
  option: 75,
  optionValue: 150,
  /** block-kit/block-elements/select-menu-element. */
  options: 100,
  placeholder: 150,
  /** block-kit/block-elements/checkboxes-element, radio-button-group-element. */
  ticks: 10,
  /** block-kit/block-elements/plain-text-input-element. */
  input: 3000,
  /** block-kit/block-elements: `action_id`; block-kit/blocks: `block_id`. */
  id: 255,
  /** views/modal-views: title, submit and close; private_metadata. */
  title: 24,
  metadata: 3000,
} as const

/** More buttons than this become a menu (storyboard §0.7). */
export const visibleButtons = 5

/** As many characters as fit, with a visible sign that there was more. Never half of a letter pair. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A text as plain words of at most so many characters; Slack refuses empty ones. */
export function fitted(text: Text, most: number): string {
  const whole = shorten(plain(text), most)
  return whole.trim() === '' ? '–' : whole
}

/** How many characters a text has, as Slack counts them. */
export const lengthOf = (text: Text): number =>
  pieces(text).reduce((sum, each) => sum + plain([each]).length, 0)

/** As many as fit, and a line that says that there was more. */
export function within<Item>(
  items: readonly Item[],
  most: number,
  last: (words: string) => Item,
  language: Language,
) {
  if (items.length <= most) return items
  return [...items.slice(0, most - 1), last(words[language].more)]
}
