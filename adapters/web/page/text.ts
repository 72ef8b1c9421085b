/** Words on the screen: our own, and what people wrote in between. */
import { h } from 'preact'
import { inert, pieces, type Text } from '../../../src/contracts/text.ts'
import { html, type View } from './html.ts'

/** A text; what a person wrote stands in its own direction, letter by letter, and stays what it is. */
export function TextView({ text }: { readonly text: Text }): View {
  return pieces(text).map((piece) => (typeof piece === 'string' ? piece : h(Said, { words: piece.said })))
}

function Said({ words }: { readonly words: string }): View {
  return html`<bdi class="said">${inert(words)}</bdi>`
}
