/** One question of a form, with its hint and what is wrong with the answer tied to it. */
import { h } from 'preact'
import type { Field } from '../../../src/contracts/form.ts'
import { plain, type Text } from '../../../src/contracts/text.ts'
import { html, type View } from './html.ts'
import { LineInput } from './lineInput.ts'
import { Radios, Ticks } from './options.ts'
import { TextView } from './text.ts'
import type { Words } from './words.ts'

type Value = string | readonly string[]

export interface FieldProps<F extends Field = Field> {
  /** Begins the ids of everything that belongs to this field. */
  readonly base: string
  readonly field: F
  readonly words: Words
  readonly value: Value | undefined
  readonly error: Text | undefined
  onChange(value: Value): void
}

/** What every input says about itself. */
export interface Ties {
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

/** More than this many choices are easier to find in a list that opens. */
const mostRadios = 8

export function FieldView(props: FieldProps): View {
  const { base, field, words, error } = props
  const many = field.tag === 'choices' && field.most < field.options.length
  const left = 'most' in field && field.tag !== 'choices' ? room(field.most, props) : undefined
  const notes = {
    hint: field.hint && html`<p class="hint text" id="${base}-hint">${h(TextView, { text: field.hint })}</p>`,
    most: many && html`<p class="hint" id="${base}-most">${words.atMost(field.most)}</p>`,
    left: left && html`<p class="hint room" id="${base}-left">${left}</p>`,
    error:
      error &&
      html`<p class="error" id="${base}-error"><span class="text">${h(TextView, { text: error })}</span></p>`,
  }
  const described = Object.entries(notes).filter(([, view]) => view)
  const ties: Ties = {
    'aria-describedby': described.map(([name]) => `${base}-${name}`).join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
  const label = html`
    <span class="text">${h(TextView, { text: field.label })}</span>
  `
  const input = inputOf(props, ties)
  const parts = html`${notes.hint} ${notes.most} ${input} ${notes.left} ${notes.error}`
  return isGroup(field)
    ? html`<fieldset class="field" role=${field.tag === 'choices' ? 'group' : 'radiogroup'} ...${ties}>
        <legend>${label}</legend>
        ${parts}
      </fieldset>`
    : html`<div class="field"><label for=${base}>${label}</label>${parts}</div>`
}

const isGroup = (field: Field): boolean =>
  field.tag === 'choices' ||
  field.tag === 'line' ||
  ((field.tag === 'choice' || field.tag === 'person') && field.options.length <= mostRadios)

function inputOf(props: FieldProps, ties: Ties): View {
  const { base, field, words, onChange } = props
  const value = typeof props.value === 'string' ? props.value : ''
  const shared = {
    ...ties,
    id: base,
    value,
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  }
  switch (field.tag) {
    case 'short':
      return html`<input type="text" autocomplete="off" ...${shared} />`
    case 'long':
      return html`<textarea rows="4" ...${shared}></textarea>`
    case 'date':
      return html`<input type="date" min=${field.from} max=${field.until} ...${shared} />`
    case 'time':
      return html`<input type="time" ...${shared} />`
    case 'choice':
    case 'person':
      return isGroup(field)
        ? h(Radios, { base, options: field.options, value, onChange, clear: field.optional && words.clear })
        : html`
            <select ...${shared}>
              <option value="">${words.pick}</option>
              ${field.options.map((option) => html`<option value=${option.value}>${plain(option.label)}</option>`)}
            </select>
          `
    case 'choices': {
      const ticked = typeof props.value === 'object' ? props.value : []
      return h(Ticks, { base, options: field.options, ticked, onChange })
    }
    case 'line':
      return h(LineInput, { base, field, words, value, onChange })
    default:
      return field satisfies never
  }
}

/** How much may still be typed, said only when it begins to matter. */
function room(most: number, { value, words }: FieldProps): string | undefined {
  const left = most - (value?.length ?? 0)
  if (left > Math.min(100, most / 5)) return undefined
  return left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)
}
