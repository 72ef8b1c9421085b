/** A step of an instrument as a form, and what came back from it. */
import type { Field, Form, Values } from '../contracts/form.ts'
import type { Block } from '../contracts/message.ts'
import { join, type Language, said, type Text } from '../contracts/text.ts'
import { type Instrument, type Item, type LineItem, places, waysOut } from '../instrument/instrument.ts'
import { label, say } from '../text/say.ts'
import { substantive } from './engine.ts'
import { placeNames, withName } from './lines.ts'
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
    fields: itemsIn(instrument, step).map((item) => field(item, answers.values, language)),
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

/** The first step of which nothing was answered yet, where much may stay empty; 1 when there is none. */
export function firstEmptyStep(instrument: Instrument, answers: Answers): number {
  const index = instrument.steps.findIndex(({ items }) =>
    items.every(({ id }) => answers.values[id] === undefined),
  )
  return index < 0 ? 1 : index + 1
}

/** Whether anything at all was said. */
export const saidSomething = (instrument: Instrument, values: Values): boolean =>
  instrument.steps.some(({ items }) => items.some((item) => substantive(item, values[item.id])))

function field(item: Item, values: Values, language: Language): Field {
  const value = values[item.id]
  const question = {
    id: item.id,
    label: item.text[language],
    optional: true,
    ...(item.hint && { hint: item.hint[language] }),
  }
  const one = typeof value === 'string' ? { value } : {}
  switch (item.type) {
    case 'text':
      return { ...question, tag: 'long', most: item.most, ...one }
    case 'line':
      return { ...question, ...line(item, values, language), ...one }
    case 'name': {
      const choose = (name: string) => ({
        value: name,
        label: item[name === withName ? name : 'without'][language],
      })
      const options = namings.map(choose)
      return { ...question, tag: 'choice', optional: false, options, value: 'without', ...one }
    }
    case 'choice':
      return { ...question, tag: 'choice', options: optionsFor(item, language), ...one }
    default: {
      const options = optionsFor(item, language)
      const many = typeof value === 'object' ? { value } : {}
      return { ...question, tag: 'choices', options, most: options.length, ...many }
    }
  }
}

const namings = ['without', withName] as const

const optionsFor = ({ options }: Extract<Item, { type: 'choice' | 'choices' }>, language: Language) =>
  options.map(({ id, text }) => ({ value: id, label: text[language] }))

/** The poles and the places. Who is asked for a wish sees their own cross; who is asked for a cross, both sides. */
function line({ text, hint, fits, left, right, of, own }: LineItem, values: Values, language: Language) {
  const words = (each: LineItem['text']): Text => (own ? [said(each[language])] : each[language])
  const mine = places.find((place) => of !== undefined && place === values[of])
  const about = mine
    ? [say(language, 'dsl.mine', { place: label(language, placeNames[mine]) })]
    : [
        ...(hint && of === undefined ? [words(hint)] : []),
        ...(fits && of === undefined
          ? [say(language, 'dsl.fits', { left: fits.left[language], right: fits.right[language] })]
          : []),
      ]
  return {
    tag: 'line' as const,
    label: words(text),
    left: words(left),
    right: words(right),
    places: places.map((place) => ({ value: place, label: label(language, placeNames[place]) })),
    // A wish that stays empty says enough.
    ways:
      of === undefined ? waysOut.map((way) => ({ value: way, label: label(language, `way.${way}`) })) : [],
    ...(about.length > 0 && { hint: join(about, ' ') }),
  }
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
  const known = valuesOf(item)
  const forged = chosen.some((each) => !known.includes(each))
  if (forged || (item.type !== 'choices' && chosen.length > 1)) return { error: say(language, 'err.choice') }
  return { value: item.type === 'choices' ? chosen : (chosen[0] ?? '') }
}

/** What can be chosen. */
function valuesOf(item: Exclude<Item, { type: 'text' }>): readonly string[] {
  if (item.type === 'line') return item.of === undefined ? [...places, ...waysOut] : places
  return item.type === 'name' ? namings : item.options.map(({ id }) => id)
}
