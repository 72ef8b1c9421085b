/**
 * A line between two poles with the marks that people placed. To look at: marks on seven equal places, no
 * numbers. To listen to: the words that say the same.
 */
import { h } from 'preact'
import type { LineBlock, LineRow } from '../../../src/contracts/message.ts'
import type { Text } from '../../../src/contracts/text.ts'
import { html, type View } from './html.ts'
import { TextView } from './text.ts'

export function Line({ line }: { readonly line: LineBlock }): View {
  return html`
    <section class="line">
      <h4 class="text">${h(TextView, { text: line.title })}</h4>
      <p class="sr-only text">${h(TextView, { text: line.words })}</p>
      <div aria-hidden="true">
        ${h(Poles, line)} ${line.rows.map((row, index) => h(Row, { key: index, row }))}
      </div>
    </section>
  `
}

/** The two sides, in the order in which their source names them. */
export function Poles({ left, right }: { readonly left: Text; readonly right: Text }): View {
  return html`
    <div class="poles">
      <span class="text">${h(TextView, { text: left })}</span>
      <span class="text">${h(TextView, { text: right })}</span>
    </div>
  `
}

function Row({ row }: { readonly row: LineRow }): View {
  return html`
    <div class=${row.faint ? 'row faint' : 'row'}>
      <span class="row-name">${row.mark} ${row.name}</span>
      <div class="strip">
        ${row.places.map((count) => html`<span class="cell">${row.mark.repeat(count)}</span>`)}
      </div>
    </div>
  `
}
