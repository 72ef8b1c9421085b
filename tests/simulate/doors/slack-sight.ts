/** What a person has before them in Slack, held against what the bot means. */
import type { Values } from '../../../src/contracts/form.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import { plain } from '../../../src/contracts/text.ts'
import type { Json } from '../../slack/check.ts'
import { type Input, inputsOf } from '../../slack/inputs.ts'
import type { Person as Hand } from '../../slack/person.ts'
import { wordsOf } from '../../slack/sight.ts'
import type { Post } from '../../slack/standin.ts'
import { buttonsOf } from '../../support/look.ts'
import type { Broken } from '../rules/seen.ts'
import { beginningOf, flat } from './adapter.ts'
import type { Deed } from './door.ts'

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

/** What of a reply did not come before the eyes of whom it is for. */
export function unseen(reply: Reply, hand: Hand, fresh: readonly Post[]): Broken {
  const modal = hand.modal()
  const surfaces = [modal, hand.home(), ...fresh.map(({ blocks }) => blocks)]
  const seen = flat([wordsOf(surfaces), ...Object.values(hand.errors())].join(' '))
  const missing = (texts: readonly string[]): Broken =>
    texts
      .map(beginningOf)
      .filter((each) => !seen.includes(each))
      .map((each) => `platform: not shown: ${each}`)
  switch (reply.kind) {
    case 'form': {
      const { form } = reply
      if (!holdsForm(modal, form)) return [`platform: ${form.ref} ${form.step} did not open`]
      const asked = new Set(inputsOf(modal ?? {}).map(({ field }) => field))
      return form.fields
        .filter(({ id }) => !asked.has(id))
        .map(({ id }) => `platform: ${id} of ${form.ref} is not asked`)
    }
    case 'word': {
      const { blocks } = reply.message
      const own = blocks.flatMap((block) => (block.tag === 'paragraph' ? [plain(block.text)] : []))
      const gone = buttonsOf(reply.message).filter(({ ref }) => !surfaces.some((each) => holds(each, ref)))
      return [...missing(own), ...gone.map(({ label }) => `platform: not shown: [${label}]`)]
    }
    case 'errors':
      return missing([...(reply.all ? [reply.all] : []), ...Object.values(reply.errors)].map(plain))
    case 'nothing':
      return []
  }
}
