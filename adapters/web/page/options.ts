/** Choices to pick from: one of them, or several. */
import { h } from 'preact'
import type { Option } from '../../../src/contracts/form.ts'
import { html, type View } from './html.ts'
import { TextView } from './text.ts'

export interface RadiosProps {
  readonly base: string
  readonly options: readonly Option[]
  readonly value: string
  /** The word for taking the choice back; absent where one must choose. */
  readonly clear?: string | false
  onChange(value: string): void
}

export function Radios({ base, options, value, clear, onChange }: RadiosProps): View {
  return html`
    <div class="options">
      ${options.map(
        (option) => html`
          <label class="option">
            <input
              type="radio"
              name=${base}
              value=${option.value}
              checked=${option.value === value}
              onChange=${() => onChange(option.value)}
            />
            <span class="text">${h(TextView, { text: option.label })}</span>
          </label>
        `,
      )}
    </div>
    ${clear && value && html`<button type="button" class="quiet-button" onClick=${() => onChange('')}>${clear}</button>`}
  `
}

export interface TicksProps {
  readonly base: string
  readonly options: readonly Option[]
  readonly ticked: readonly string[]
  onChange(value: readonly string[]): void
}

export function Ticks({ base, options, ticked, onChange }: TicksProps): View {
  // In the order of the options, whatever the order of ticking.
  const turned = (value: string) =>
    options
      .map((option) => option.value)
      .filter((one) => (one === value ? !ticked.includes(one) : ticked.includes(one)))
  return html`
    <div class="options">
      ${options.map(
        (option) => html`
          <label class="option">
            <input
              type="checkbox"
              name=${base}
              value=${option.value}
              checked=${ticked.includes(option.value)}
              onChange=${() => onChange(turned(option.value))}
            />
            <span class="text">${h(TextView, { text: option.label })}</span>
          </label>
        `,
      )}
    </div>
  `
}
