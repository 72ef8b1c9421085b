/**
 * An **instrument** is a questionnaire as data: steps of items, Dutch and English side by side, every item
 * with the source it rests on. The files are in `instruments/`.
 */
import { z } from 'zod'

const wording = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use small letters, digits and dashes')

const option = z.strictObject({
  id,
  text: wording,
  /** An answer that says nothing yet ("I don't know"): counts as answered, not as something said. */
  open: z.boolean().default(false),
})

const question = {
  id,
  text: wording,
  hint: wording.exactOptional(),
  source: z.string().trim().min(1),
}

/** The most characters of a free answer (storyboard §9, err.long). */
const mostCharacters = 500

/** Left to right. They have names and no numbers, because neither side of a line is the better one. */
export const places = ['far-left', 'left', 'bit-left', 'middle', 'bit-right', 'right', 'far-right'] as const
export type PlaceOnLine = (typeof places)[number]

/** The ways out of a line: "I don't know" and "doesn't fit us". */
export const waysOut = ['unsure', 'unfit'] as const
export type WayOut = (typeof waysOut)[number]

const item = z.discriminatedUnion('type', [
  z.strictObject({
    ...question,
    type: z.literal('text'),
    most: z.int().min(1).max(3000).default(mostCharacters),
    /** Quotes of this item may become an agreement. */
    points: z.boolean().default(false),
  }),
  z.strictObject({
    ...question,
    /** One of the options, or as many as fit; a single one to tick is a way to say "nothing yet". */
    type: z.enum(['choice', 'choices']),
    options: z.array(option).min(1).max(10).readonly(),
  }),
  z.strictObject({
    ...question,
    /** Two poles, seven places between them; `text` is its title, `hint` explains it. */
    type: z.literal('line'),
    left: wording,
    right: wording,
    /** When each side can fit, so that neither looks like the better one. */
    fits: z.strictObject({ left: wording, right: wording }).exactOptional(),
    /** To talk on. */
    follow: wording.exactOptional(),
    /** The line for which this asks where people would like to be. */
    of: id.exactOptional(),
    /** In members' own words, so that it is shown as what somebody said. */
    own: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    ...question,
    /** Whether somebody's name may stand with their crosses; without it, it does not. */
    type: z.literal('name'),
    with: wording,
    without: wording,
  }),
])

const step = z.strictObject({
  /** What the questions of this step are about together, and the question they answer. */
  title: wording.exactOptional(),
  ask: wording.exactOptional(),
  items: z.array(item).min(1).readonly(),
})

/** What an instrument file must hold; for a person's sake its problems carry the path of the field. */
export const instrumentSchema = z
  .strictObject({
    id,
    version: z.int().min(1),
    title: wording,
    source: z.string().trim().min(1),
    steps: z.array(step).min(1).readonly(),
  })
  .superRefine((made, context) => {
    const seen = new Set<string>()
    for (const [step, { items }] of made.steps.entries()) {
      for (const [index, { id: name }] of items.entries()) {
        if (seen.has(name))
          context.addIssue({
            code: 'custom',
            message: `the id "${name}" is used twice`,
            path: ['steps', step, 'items', index, 'id'],
          })
        seen.add(name)
      }
    }
  })

export type Instrument = Readonly<z.infer<typeof instrumentSchema>>
export type Item = Readonly<z.infer<typeof item>>
export type LineItem = Extract<Item, { readonly type: 'line' }>
export type Step = Instrument['steps'][number]

export const itemsOf = (made: Instrument): readonly Item[] => made.steps.flatMap(({ items }) => items)

const isLine = (each: Item): each is LineItem => each.type === 'line' && each.of === undefined

/** The lines on which crosses are placed, without those that ask for a wish. */
export const linesIn = (items: readonly Item[]): readonly LineItem[] => items.filter(isLine)

/** The name under which a running round keeps its instrument, so that a newer version changes nothing in it. */
export const pinOf = ({ id, version }: Pick<Instrument, 'id' | 'version'>): string => `${id}@${version}`
