/** Every block of a message, for people who look and for people who listen. */
import { h } from 'preact'
import type { Block, Button, Message } from '../../../src/contracts/message.ts'
import { plain } from '../../../src/contracts/text.ts'
import { FileView } from './file.ts'
import { html, type View } from './html.ts'
import { Line } from './lines.ts'
import { TextView } from './text.ts'

/** What a press needs: the button's meaning. */
export type OnPress = (ref: string) => void

export function Blocks({
  blocks,
  onPress,
}: {
  readonly blocks: readonly Block[]
  readonly onPress: OnPress
}): View {
  return blocks.map((block, index) => h(OneBlock, { key: index, block, onPress }))
}

/** A whole message in its own language. */
export function MessageBody({
  message,
  onPress,
}: {
  readonly message: Message
  readonly onPress: OnPress
}): View {
  return html`
    <div class="message" lang=${message.language}>${h(Blocks, { blocks: message.blocks, onPress })}</div>
  `
}

function OneBlock({ block, onPress }: { readonly block: Block; readonly onPress: OnPress }): View {
  switch (block.tag) {
    case 'heading':
      return html`<h3 class="text">${h(TextView, block)}</h3>`
    case 'paragraph':
      return html`<p class="text">${h(TextView, block)}</p>`
    case 'quotes':
      return html`
        <ul class="quotes">
          ${block.quotes.map((quote) => html`<li><q class="text">${h(TextView, { text: [quote] })}</q></li>`)}
        </ul>
      `
    case 'facts':
      return html`
        <dl class="facts">
          ${block.facts.map(
            ({ name, value }) => html`
              <div>
                <dt class="text">${h(TextView, { text: name })}</dt>
                <dd class="text">${h(TextView, { text: value })}</dd>
              </div>
            `,
          )}
        </dl>
      `
    case 'picture': {
      const source = `/pictures/${encodeURIComponent(block.picture)}.png`
      return html`<img class="picture" src=${source} alt=${plain(block.words)} />`
    }
    case 'line':
      return h(Line, { line: block })
    case 'buttons':
      return html`
        <div class="buttons">${block.buttons.map((button, index) => h(Press, { key: index, button, onPress }))}</div>
      `
    case 'context':
      return html`<p class="context text">${h(TextView, block)}</p>`
    case 'file':
      return h(FileView, block)
    default:
      return block satisfies never
  }
}

function Press({ button, onPress }: { readonly button: Button; readonly onPress: OnPress }): View {
  const { label, ref, opens, primary } = button
  return html`
    <button
      type="button"
      class=${primary ? 'primary' : 'plain'}
      aria-haspopup=${opens === 'form' ? 'dialog' : undefined}
      onClick=${() => onPress(ref)}
    >
      ${label}
    </button>
  `
}
