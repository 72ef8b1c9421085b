/** What a person has before them in Slack, held against what the bot means. */
import type { Values } from '../../../src/contracts/form.ts'
import type { Json } from '../../slack/check.ts'
import { type Input, inputsOf } from '../../slack/inputs.ts'
import type { Person as Hand } from '../../slack/person.ts'
import { wordsOf } from '../../slack/sight.ts'
import type { Post } from '../../slack/standin.ts'
import type { Broken } from '../rules/seen.ts'
import type { Deed } from './door.ts'
import type { Sight } from './sight.ts'

/** There is a button or a choice with this meaning in it. */
export const holds = (surface: unknown, value: string): boolean =>
  JSON.stringify(surface ?? '').includes(`"value":${JSON.stringify(value)}`)

interface Which {
  readonly ref: string
  readonly step: number
  readonly revision: number
}

/** This very step of this form is open. */
export function holdsForm(modal: Json | undefined, { ref, step, revision }: Which): boolean {
  const held = modal ? (JSON.parse(String(modal.private_metadata || '{}')) as Partial<Which>) : {}
  return held.ref === ref && held.step === step && held.revision === revision
}

/** What they do, as far as the inputs before them let them do it. */
export function filledIn(
  modal: Json | undefined,
  deed: Deed,
): { readonly deed: Deed; readonly broken: Broken } {
  if (deed.kind !== 'submit' || !modal || !holdsForm(modal, deed)) return { deed, broken: [] }
  const inputs = inputsOf(modal)
  const values: Record<string, string | readonly string[]> = {}
  const broken: string[] = []
  for (const input of inputs) {
    const wanted = deed.values[input.field] ?? ''
    const held = deed.button === 'skip' ? untouched(input) : wanted.length > 0 ? wanted : emptied(input)
    values[input.field] = held
    if (deed.button === 'next' && !input.optional && held.length === 0)
      broken.push(`platform: ${input.field} of ${deed.ref} cannot be left empty`)
    broken.push(...refused(input, held).map((why) => `platform: ${input.field} of ${deed.ref} ${why}`))
  }
  const asked = new Set(inputs.map(({ field }) => field))
  const nowhere = Object.entries(deed.values).filter(([id, value]) => value.length > 0 && !asked.has(id))
  broken.push(...nowhere.map(([id]) => `platform: nowhere to fill in ${id} of ${deed.ref}`))
  return { deed: { ...deed, values }, broken }
}

function untouched({ element }: Input): Values[string] {
  const several = (element.initial_options ?? []) as readonly Json[]
  if (several.length > 0) return several.map(({ value }) => String(value))
  const option = element.initial_option as Json | undefined
  return String(option?.value ?? element.initial_value ?? element.initial_date ?? element.initial_time ?? '')
}

/** One of a row of round buttons stays pressed. */
const emptied = (input: Input): Values[string] =>
  input.element.type === 'radio_buttons' ? untouched(input) : ''

/** Why an input does not take this. */
function refused({ element }: Input, value: Values[string]): Broken {
  if (value.length === 0) return []
  const { type, max_length, max_selected_items } = element
  const options = element.options as readonly Json[] | undefined
  if (type === 'plain_text_input' && value.length > Number(max_length ?? 3000)) return ['takes fewer letters']
  if (!options) return []
  const strange = [value].flat().filter((each) => options.every((option) => option.value !== each))
  return [
    ...strange.map((each) => `has no choice ${each}`),
    ...(typeof value !== 'string' && value.length > Number(max_selected_items ?? 100)
      ? ['takes fewer choices']
      : []),
  ]
}

/** What somebody has before them after what came. */
export function sightOf(hand: Hand, fresh: readonly Post[]): Sight {
  const modal = hand.modal()
  const surfaces = [modal, hand.home(), ...fresh.map(({ blocks }) => blocks)]
  return {
    words: [wordsOf(surfaces), ...Object.values(hand.errors())].join(' '),
    opened: (form) => holdsForm(modal, form),
    asked: () => inputsOf(modal ?? {}).map(({ field }) => field),
    holds: (ref) => surfaces.some((each) => holds(each, ref)),
  }
}
