/** The inputs of a modal, and what they hold. */
import type { Json } from './check.ts'

export interface Input {
  readonly block: string
  /** The field of the form that it asks for. */
  readonly field: string
  readonly optional: boolean
  readonly element: Json
}

export const inputsOf = ({ blocks }: Json): readonly Input[] =>
  (blocks as readonly Json[])
    .filter(({ type }) => type === 'input')
    .map(({ block_id, optional, element }) => ({
      block: String(block_id),
      field: String(block_id).replace(/^\d+\.\d+\./, ''),
      optional: optional === true,
      element: element as Json,
    }))

/** An answer in the shape that Slack gives it, for each kind of input. */
export function stateOf(element: Json, value: string | readonly string[]): Json {
  const type = String(element.type)
  const options = (element.options ?? []) as readonly Json[]
  const several = options.filter((option) => value.includes(String(option.value)))
  switch (type) {
    case 'plain_text_input':
      return { type, value: value || null }
    case 'datepicker':
      return { type, selected_date: value || null }
    case 'timepicker':
      return { type, selected_time: value || null }
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: several }
    default:
      return { type, selected_option: options.find((option) => option.value === value) ?? null }
  }
}

/** What an input holds as long as nobody touches it. */
export function initial({ type, ...element }: Json): Json {
  return {
    type,
    value: element.initial_value ?? null,
    selected_option: element.initial_option ?? null,
    selected_options: element.initial_options ?? [],
    selected_date: element.initial_date ?? null,
    selected_time: element.initial_time ?? null,
  }
}
