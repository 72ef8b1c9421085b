/** Every kind of field as an input of a modal, and what came back in it. */
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Field, Form, Option, Values } from '../../src/contracts/form.ts'
import { plain, type Text } from '../../src/contracts/text.ts'
import { inline, plainText, rich, run, type SlackBlock, section } from './blocks.ts'
import { fitted, lengthOf, limits, shorten } from './limits.ts'
import { words } from './words.ts'

/** Of every input alike: what came back is told apart by its block. */
const action_id = 'value'

/** Ids change with every step and revision: otherwise Slack would keep what was typed in another one. */
const blockId = ({ step, revision }: Pick<Form, 'step' | 'revision'>, field: string): string =>
  `${step}.${revision}.${field}`.slice(0, limits.id)

/** The field that an input block asks for. */
export const fieldId = (block: string): string | undefined => /^\d+\.\d+\.(.+)$/s.exec(block)?.[1]

type Asked<Tag extends Field['tag']> = Extract<Field, { readonly tag: Tag }>

export function renderField(field: Field, form: Form): SlackBlock[] {
  const input = (element: types.InputBlock['element'], label: Text = field.label): types.InputBlock => ({
    type: 'input',
    block_id: blockId(form, field.id),
    label: plainText(label, limits.label),
    ...(field.hint !== undefined && { hint: plainText(field.hint, limits.label) }),
    optional: field.optional,
    element,
  })
  const placeholder = plainText(words[form.language].choose, limits.placeholder)
  switch (field.tag) {
    case 'short':
    case 'long':
      return [input(written(field))]
    case 'choice':
    case 'person':
      return [...inFull(field.options), input(oneChosen(field, placeholder))]
    case 'choices':
      return [...inFull(field.options), input(severalChosen(field, placeholder))]
    case 'line': {
      const title = rich(section(run(field.label, limits.text, { bold: true })))
      const poles = ['← ', plainPart(field.left), '   ', plainPart(field.right), ' →']
      return [title, input(placed(field, placeholder), poles)]
    }
    case 'date': {
      const initial = field.value && { initial_date: field.value }
      return [input({ type: 'datepicker', action_id, placeholder, ...initial })]
    }
    case 'time': {
      const initial = field.value && { initial_time: field.value }
      return [input({ type: 'timepicker', action_id, placeholder, ...initial })]
    }
    default:
      return field satisfies never
  }
}

function written({ tag, value, most }: Asked<'short' | 'long'>): types.PlainTextInput {
  const max_length = Math.min(Math.max(most, 1), limits.input)
  const initial = value?.slice(0, max_length)
  return {
    ...{ type: 'plain_text_input', action_id, multiline: tag === 'long', max_length },
    ...(initial && { initial_value: initial }),
  }
}

/** A few are shown at once, but only a list can be emptied again. */
function oneChosen(
  field: Asked<'choice' | 'person'>,
  placeholder: types.PlainTextElement,
): types.RadioButtons | types.StaticSelect {
  const options = optionsOf(field.options)
  const chosen = options.find(({ value }) => value === field.value)
  const held = { action_id, options, ...(chosen && { initial_option: chosen }) }
  const radio = field.tag === 'choice' && !field.optional && options.length <= limits.ticks
  return radio ? { type: 'radio_buttons', ...held } : { type: 'static_select', placeholder, ...held }
}

function severalChosen(
  field: Asked<'choices'>,
  placeholder: types.PlainTextElement,
): types.Checkboxes | types.MultiStaticSelect {
  const options = optionsOf(field.options)
  const chosen = options.filter(({ value }) => field.value?.includes(value ?? ''))
  const held = { action_id, options, ...(chosen.length > 0 && { initial_options: chosen }) }
  return options.length <= limits.ticks
    ? { type: 'checkboxes', ...held }
    : { type: 'multi_static_select', placeholder, max_selected_items: field.most, ...held }
}

/** The line as a list of its places, each with its spot drawn behind it. */
function placed(
  { places, ways, value: at }: Asked<'line'>,
  placeholder: types.PlainTextElement,
): types.StaticSelect {
  const strips = places.map(({ value, label }, index) => ({
    value,
    label: `${fitted(label, limits.option - places.length - 2)}  ${spot(index, places.length)}`,
  }))
  const options = [...optionsOf(strips), ...optionsOf(ways)]
  const chosen = options.find(({ value }) => value === at)
  return {
    ...{ type: 'static_select', action_id, placeholder, options },
    ...(chosen && { initial_option: chosen }),
  }
}

/** Two poles share one label, so each gets its own half of it. */
const plainPart = (text: Text): string => shorten(plain(text), limits.label / 2 - 10)

const spot = (index: number, places: number): string =>
  Array.from({ length: places }, (_, at) => (at === index ? '✕' : '·')).join('')

const optionsOf = (options: readonly Option[]): types.PlainTextOption[] =>
  options.slice(0, limits.options).map(({ value, label }) => ({
    text: plainText(label, limits.option),
    value: value.slice(0, limits.optionValue),
  }))

/** Choices that are too long for a choice are written out above it. */
function inFull(options: readonly Option[]): SlackBlock[] {
  const long = options.filter(({ label }) => lengthOf(label) > limits.option)
  return long.length === 0
    ? []
    : [rich(...long.map(({ label }) => section(inline('• '), run(label, limits.text / 3))))]
}

const answered = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})

/** Everything that was filled in, by field; what was left empty is absent. */
export function valuesOf(state: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Values {
  const values: Record<string, string | readonly string[]> = {}
  for (const [block, actions] of Object.entries(state)) {
    const id = fieldId(block)
    const answer = answered.safeParse(actions[action_id]).data
    if (id === undefined || !answer) continue
    const one =
      answer.value ?? answer.selected_option?.value ?? answer.selected_date ?? answer.selected_time ?? ''
    const several = answer.selected_options?.map(({ value }) => value) ?? []
    if (one !== '') values[id] = one
    else if (several.length > 0) values[id] = several
  }
  return values
}
