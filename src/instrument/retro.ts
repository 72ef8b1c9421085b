/**
 * A **form of retro** as data: which phases it goes through, what is asked in them, and how many points it ends
 * with. The files are in `instruments/retros/`; a network's own form is one more of them.
 */
import { z } from 'zod'
import { type Language, said, type Text } from '../contracts/text.ts'

const both = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
/** In both languages, or somebody's own words, which count for both. */
const anyWording = z.union([both, z.string().trim().min(1)])

export type Wording = z.infer<typeof anyWording>

/** How it reads in a language; own words travel as somebody's own. */
export const worded = (wording: Wording, language: Language): Text =>
  typeof wording === 'string' ? [said(wording)] : wording[language]

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,19}$/, 'use at most twenty small letters, digits and dashes')

/** What a tap says. None of the three is the better one. */
export const tapValues = ['little', 'right', 'much'] as const
export type TapValue = (typeof tapValues)[number]

/** An activity that gets too little, the right or too much attention, and the card for who keeps an eye on it. */
const tap = z.strictObject({
  id,
  label: both,
  hint: both,
  /** Tips. */
  little: both,
  much: both,
  card: both,
  /** What the holder of the card keeps an eye on. */
  eye: both,
})

/** What is said when the most chosen word of every activity is exactly this. */
const pattern = z.strictObject({ when: z.record(id, z.enum(tapValues)), text: both })

/** What people write notes to. */
const fieldIn = <W extends typeof both | typeof anyWording>(wording: W) =>
  z.strictObject({
    id,
    label: wording,
    /** Above its notes on the board. */
    heading: wording,
    /** Empty places that a form offers at once; pressing again gives more. */
    rows: z.int().min(1).max(3).default(1),
  })

const phaseIn = <W extends typeof both | typeof anyWording>(wording: W) =>
  z.discriminatedUnion('phase', [
    z.strictObject({
      phase: z.literal('collect'),
      text: wording,
      fields: z.array(fieldIn(wording)).max(4).readonly().default([]),
      taps: z.array(tap).max(6).readonly().default([]),
      patterns: z.array(pattern).readonly().default([]),
    }),
    z.strictObject({ phase: z.literal('reveal'), text: wording }),
    z.strictObject({
      phase: z.literal('group'),
      text: wording,
      /** With no more notes than this there is nothing to put together. */
      over: z.int().min(1),
    }),
    z.strictObject({ phase: z.literal('choose'), text: wording, dots: z.int().min(1).max(5) }),
    z.strictObject({ phase: z.literal('talk'), text: wording, cards: z.boolean().default(false) }),
    z.strictObject({
      phase: z.literal('close'),
      text: wording,
      points: z.array(wording).min(1).max(3).readonly(),
    }),
  ])

const order = /^(collect reveal )+(group )?(choose )?talk close$/

function problem(phases: readonly Phase[]): string | undefined {
  if (!order.test(phases.map((each) => each.phase).join(' ')))
    return 'the phases go collect, reveal (both as often as you like), group, choose (both optional), talk, close'
  const empty = phases.some(
    (each) => each.phase === 'collect' && each.fields.length === 0 && each.taps.length === 0,
  )
  return empty ? 'a collect phase needs fields or taps' : undefined
}

const formIn = <W extends typeof both | typeof anyWording>(wording: W) =>
  z.strictObject({
    id,
    version: z.int().min(1),
    /** What people type behind `retro`. */
    word: both,
    title: wording,
    minutes: z.int().min(1).max(120),
    source: z.string().trim().min(1),
    /** One question that whoever starts may put in their own words. */
    question: z.strictObject({ label: both, usual: both }).exactOptional(),
    phases: z.array(phaseIn(wording)).readonly(),
  })

/** What a file of a retro form must hold: everything in both languages. */
export const retroFormSchema = formIn(both).superRefine(({ phases }, context) => {
  const message = problem(phases)
  if (message) context.addIssue({ code: 'custom', message, path: ['phases'] })
})

/** The same, where a network may have used its own words. */
export const keptFormSchema = formIn(anyWording)

export type RetroForm = Readonly<z.infer<typeof keptFormSchema>>
export type Phase = RetroForm['phases'][number]
export type PhaseOf<Name extends Phase['phase']> = Extract<Phase, { readonly phase: Name }>
export type Tap = Readonly<z.infer<typeof tap>>
