/** A place on a line between two poles: seven places in a row, each with its spoken name, and the ways out. */
import { h } from 'preact'
import type { Field } from '../../../src/contracts/form.ts'
import { plain } from '../../../src/contracts/text.ts'
import { html, type View } from './html.ts'
import { Poles } from './lines.ts'
import { Radios } from './options.ts'
import { TextView } from './text.ts'
import type { Words } from './words.ts'

export interface LineInputProps {
  readonly base: string
  readonly field: Extract<Field, { tag: 'line' }>
  readonly words: Words
  readonly value: string
  onChange(value: string): void
}

export function LineInput({ base, field, words, value, onChange }: LineInputProps): View {
  const place = field.places.find((one) => one.value === value)
  return html`
    <div class="line-input">
      ${h(Poles, field)}
      <div class="strip" role="group" aria-label=${words.onTheLine}>
        ${field.places.map(
          (one) => html`
            <label class="place">
              <input
                type="radio"
                name=${base}
                value=${one.value}
                checked=${one.value === value}
                onChange=${() => onChange(one.value)}
              />
              <span class="spot" aria-hidden="true"></span>
              <span class="sr-only">${h(TextView, { text: one.label })}</span>
            </label>
          `,
        )}
      </div>
      <p class="chosen" aria-hidden="true">${place && words.chosen(plain(place.label))}</p>
      ${
        field.ways.length > 0 &&
        html`
          <div class="ways" role="group" aria-label=${words.otherwise}>
            ${h(Radios, { base, options: field.ways, value, onChange })}
          </div>
        `
      }
      ${
        field.optional &&
        value &&
        html`<button type="button" class="quiet-button" onClick=${() => onChange('')}>${words.clear}</button>`
      }
    </div>
  `
}
