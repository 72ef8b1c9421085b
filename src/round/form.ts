/** A step of an instrument as a form, and what came back from it. */
import type { Field, Form, Values } from '../contracts/form.ts'
import type { Block } from '../contracts/message.ts'
import type { Language, Text } from '../contracts/text.ts'
import type { Instrument, Item } from '../instrument/instrument.ts'
import { label, say } from '../text/say.ts'
import { substantive } from './engine.ts'
import type { Answers } from './round.ts'

interface StepForm {
  readonly ref: string
  readonly language: Language
  readonly instrument: Instrument
  readonly answers: Answers
  /** From 1. */
  readonly step: number
  readonly intro: readonly Block[]
}

export function stepForm({ ref, language, instrument, answers, step, intro }: StepForm): Form {
  const steps = instrument.steps.length
  return {
    ref,
    language,
    title: instrument.title[language],
    step,
    steps,
    revision: answers.revision,
    intro,
    fields: itemsIn(instrument, step).map((item) => field(item, answers.values[item.id], language)),
    buttons: {
      next: label(language, step === steps ? 'form.send' : 'form.next'),
      skip: label(language, 'form.skip'),
      close: label(language, 'form.later'),
      ...(step > 1 && { back: label(language, 'form.back') }),
    },
  }
}

export const itemsIn = (instrument: Instrument, step: number): readonly Item[] =>
  instrument.steps[step - 1]?.items ?? []

/** The first step with a question that has no answer yet; 1 when all have one. */
export function firstOpenStep(instrument: Instrument, answers: Answers): number {
  const index = instrument.steps.findIndex(({ items }) =>
    items.some(({ id }) => answers.values[id] === undefined),
  )
  return index < 0 ? 1 : index + 1
}

/** Whether anything at all was said. */
export const saidSomething = (instrument: Instrument, values: Values): boolean =>
  instrument.steps.some(({ items }) => items.some((item) => substantive(item, values[item.id])))

function field(item: Item, value: Values[string] | undefined, language: Language): Field {
  const question = {
    id: item.id,
    label: item.text[language],
    optional: true,
    ...(item.hint && { hint: item.hint[language] }),
  }
  const one = typeof value === 'string' ? { value } : {}
  if (item.type === 'text') return { ...question, tag: 'long', most: item.most, ...one }
  const options = item.options.map(({ id, text }) => ({ value: id, label: text[language] }))
  if (item.type === 'choice') return { ...question, tag: 'choice', options, ...one }
  const many = typeof value === 'object' ? { value } : {}
  return { ...question, tag: 'choices', options, most: options.length, ...many }
}

export interface CheckedStep {
  /** What can be kept, trimmed; empty answers are absent. */
  readonly values: Values
  readonly errors: Readonly<Record<string, Text>>
}

/** Checks what came back for one step, which may have been forged; never throws. */
export function checkStep(items: readonly Item[], values: Values, language: Language): CheckedStep {
  const kept: Record<string, string | readonly string[]> = {}
  const errors: Record<string, Text> = {}
  for (const item of items) {
    const value = values[item.id]
    const checked = value === undefined ? {} : checkItem(item, value, language)
    if (checked.error) errors[item.id] = checked.error
    if (checked.value !== undefined && checked.value.length > 0) kept[item.id] = checked.value
  }
  return { values: kept, errors }
}

interface CheckedItem {
  readonly value?: string | readonly string[]
  readonly error?: Text
}

function checkItem(item: Item, value: string | readonly string[], language: Language): CheckedItem {
  if (item.type === 'text') {
    if (typeof value !== 'string') return { error: say(language, 'err.empty') }
    const words = value.trim().toWellFormed()
    return [...words].length > item.most
      ? { error: say(language, 'err.long', { n: item.most }) }
      : { value: words }
  }
  const chosen = [...new Set([value].flat().filter((each) => each !== ''))]
  const forged = chosen.some((each) => !item.options.some(({ id }) => id === each))
  if (forged || (item.type === 'choice' && chosen.length > 1)) return { error: say(language, 'err.choice') }
  return { value: item.type === 'choices' ? chosen : (chosen[0] ?? '') }
}
