/** Asks once more before everything goes away. */
import { h } from 'preact'
import { Dialog } from './dialog.ts'
import { html, type View } from './html.ts'
import type { Words } from './words.ts'

export interface SureProps {
  readonly words: Words
  onYes(): void
  onNo(): void
}

export function Sure({ words, onYes, onNo }: SureProps): View {
  const inside = html`
    <div class="sheet">
      <header class="sheet-head"><h2>${words.restartSure}</h2></header>
      <div class="sheet-body"><p>${words.restartText}</p></div>
      <footer class="sheet-foot">
        <button type="button" class="primary" onClick=${onYes}>${words.restartYes}</button>
        <button type="button" class="quiet-button" autofocus onClick=${onNo}>${words.restartNo}</button>
      </footer>
    </div>
  `
  return h(Dialog, { label: words.restartSure, onClose: onNo, children: inside })
}
