/** The frame that every form of a feature has: whose it is, its title and its buttons. */
import type { Field, Form } from '../contracts/form.ts'
import type { Block } from '../contracts/message.ts'
import { writeRef } from '../contracts/ref.ts'
import { label, type PlainTextId } from '../text/say.ts'
import type { Scene } from './feature.ts'

export interface FormParts {
  readonly feature: string
  readonly action: string
  readonly about?: readonly string[]
  readonly title: string
  readonly fields: readonly Field[]
  readonly intro?: readonly Block[]
  /** What a submit is about: grows when it has been sent before. */
  readonly revision: number
  readonly step?: number
  readonly steps?: number
}

export function formOf({ network, language }: Scene, parts: FormParts): Form {
  const { feature, action, about = [], title, fields, intro = [], revision, step = 1, steps = 1 } = parts
  return {
    ref: writeRef({ network: network.id, feature, action, about }),
    language,
    title,
    step,
    steps,
    revision,
    intro,
    fields,
    buttons: {
      next: label(language, step === steps ? 'form.send' : 'form.next'),
      close: label(language, 'form.later'),
      ...(step > 1 && { back: label(language, 'form.back') }),
    },
  }
}

/** Fixed choices in somebody's language. */
export const optionsOf = <Value extends string>(
  language: Scene['language'],
  names: Readonly<Record<Value, PlainTextId>>,
): { value: Value; label: string }[] =>
  (Object.entries(names) as [Value, PlainTextId][]).map(([value, id]) => ({
    value,
    label: label(language, id),
  }))
