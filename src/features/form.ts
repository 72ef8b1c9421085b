/** The frame that every form of a feature has, and how what was typed in a field is read. */
import type { Field, Form, Values } from '../contracts/form.ts'
import type { Block } from '../contracts/message.ts'
import { writeRef } from '../contracts/ref.ts'
import type { Text } from '../contracts/text.ts'
import { label, type PlainTextId, say } from '../text/say.ts'
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

/** Which of these it is; `undefined` for anything else, because what comes back may have been forged. */
export const oneOf = <Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  value: unknown,
): Name | undefined => (Object.keys(names) as Name[]).find((name) => name === value)

interface TypedWords {
  /** Trimmed and well-formed; empty when nothing was typed, or something else than words came back. */
  readonly words: string
  /** Why these words cannot be kept, to stand beside the field. */
  readonly error?: Text
}

/** What somebody typed in a field of words; it may have been forged. */
export function typedWords(
  language: Scene['language'],
  value: Values[string] | undefined,
  { most, optional = false }: { readonly most: number; readonly optional?: boolean },
): TypedWords {
  const words = typeof value === 'string' ? value.trim().toWellFormed() : ''
  if (words === '' && !optional) return { words, error: say(language, 'err.empty') }
  if ([...words].length > most) return { words, error: say(language, 'err.long', { n: most }) }
  return { words }
}
