/**
 * A form travels in its own buttons, packed. When it has to be shown again with an error beside a field, no
 * process needs to remember it: a restart in between, or another process, makes no difference. What comes back
 * may be forged; it is only ever shown to the one who sent it.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Field, Form, Values } from '../../src/contracts/form.ts'
import type { Text } from '../../src/contracts/text.ts'
import { limits } from './limits.ts'

/** A form as it came back: still packed, because most of the time nobody needs to see it again. */
export interface Carried {
  readonly kept: string
  readonly values: Values
}

const text: z.ZodType<Text> = z.union([
  z.string(),
  z.array(z.union([z.string(), z.strictObject({ said: z.string() })])),
])
const options = z.array(z.object({ value: z.string(), label: text }))
const question = { id: z.string(), label: text, hint: text.optional(), optional: z.boolean() }
const value = { value: z.string().optional() }

const field = z.discriminatedUnion('tag', [
  z.object({ ...question, ...value, tag: z.enum(['short', 'long']), most: z.number() }),
  z.object({ ...question, ...value, tag: z.enum(['choice', 'person']), options }),
  z.object({
    ...question,
    tag: z.literal('choices'),
    value: z.array(z.string()).optional(),
    options,
    most: z.number(),
  }),
  z.object({
    ...question,
    ...value,
    tag: z.literal('line'),
    left: text,
    right: text,
    places: options,
    ways: options,
  }),
  z.object({
    ...question,
    ...value,
    tag: z.literal('date'),
    from: z.string().optional(),
    until: z.string().optional(),
  }),
  z.object({ ...question, ...value, tag: z.literal('time') }),
])

/** Only blocks that stand in forms. */
const block = z.discriminatedUnion('tag', [
  z.object({ tag: z.enum(['heading', 'paragraph', 'context']), text }),
  z.object({ tag: z.literal('quotes'), quotes: z.array(z.object({ said: z.string() })) }),
  z.object({ tag: z.literal('facts'), facts: z.array(z.object({ name: text, value: text })) }),
])

const shape = z.object({
  ref: z.string(),
  language: z.enum(['nl', 'en']),
  title: z.string(),
  step: z.number(),
  steps: z.number(),
  revision: z.number(),
  intro: z.array(block),
  fields: z.array(field),
  buttons: z.object({
    next: z.string(),
    back: z.string().optional(),
    skip: z.string().optional(),
    close: z.string(),
  }),
})

/** Blocks that cannot stand in a form's intro travel no further. */
export function pack(form: Form): string {
  const intro = form.intro.filter((each) => block.safeParse(each).success)
  return deflateRawSync(JSON.stringify({ ...form, intro })).toString('base64url')
}

/** `undefined` for anything that this adapter cannot have packed. */
export function unpack(kept: string): Form | undefined {
  try {
    const bytes = inflateRawSync(Buffer.from(kept, 'base64url'), { maxOutputLength: limits.unpacked })
    // Absent and undefined are the same in what JSON can hold.
    return shape.safeParse(JSON.parse(bytes.toString('utf8'))).data as Form | undefined
  } catch {
    return undefined
  }
}

/** The name of a field among all that a card sends. Several choices come back in one string with commas. */
export const inputId = ({ id, tag }: Pick<Field, 'id' | 'tag'>): string =>
  `${tag === 'choices' ? 'several' : 'field'}.${id}`

export const writeChoice = (value: string): string => encodeURIComponent(value).replaceAll(',', '%2C')

function readChoice(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** What was filled in. A field left empty is absent. */
export function valuesOf(inputs: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, given]) => {
      const [, kind, id] = /^(field|several)\.(.+)$/su.exec(name) ?? []
      if (id === undefined || typeof given !== 'string' || given === '') return []
      return [[id, kind === 'several' ? given.split(',').map(readChoice) : given] as const]
    }),
  )
}

/** The same form with what was typed in it; `undefined` when it is none of ours. */
export function filled({ kept, values }: Carried): Form | undefined {
  const form = unpack(kept)
  return (
    form && {
      ...form,
      fields: form.fields.map(({ value: _, ...field }): Field => {
        const typed = values[field.id]
        return (typed === undefined ? field : { ...field, value: typed }) as Field
      }),
    }
  )
}
