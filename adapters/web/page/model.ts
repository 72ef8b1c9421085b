/**
 * What only this page knows, and how a reply changes it.
 *
 * - **Note**: something in a conversation that nobody else sees: what the visitor typed, or a private word.
 * - **Sheet**: what lies over the page: a form, or the word that ended one.
 */
import type { Form } from '../../../src/contracts/form.ts'
import type { Message } from '../../../src/contracts/message.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import { join, type Language, type Text } from '../../../src/contracts/text.ts'
import type { Deed, Spot, WirePost, WireState } from '../wire.ts'

export interface Note {
  readonly key: string
  readonly as: string
  readonly spot: Spot
  /** The order of the newest post at that moment: the note stands below it. */
  readonly after: number
  readonly at: string
  readonly content:
    | { readonly tag: 'typed'; readonly words: string }
    | { readonly tag: 'word'; readonly message: Message }
}

export type Sheet =
  | {
      readonly tag: 'form'
      readonly form: Form
      /** Another number is another form or step: then nothing of what was typed stays. */
      readonly serial: number
      readonly errors: Readonly<Record<string, Text>>
      readonly all?: Text
      /** Counts the times it came back with errors, so that each time the first one gets the attention. */
      readonly tries: number
    }
  | { readonly tag: 'word'; readonly message: Message }

export interface Model {
  readonly notes: readonly Note[]
  readonly sheet?: Sheet
  /** How many things were shown so far; makes keys. */
  readonly count: number
}

/** Who did what, and what they had before them. */
export interface Cause {
  readonly as: string
  readonly language: Language
  readonly spot: Spot
  readonly deed: Deed
  readonly after: number
  readonly at: string
}

/** The order of the newest post of all. */
export const newest = ({ posts }: WireState): number =>
  Math.max(0, ...Object.values(posts).flatMap((inSpot) => inSpot.map(({ order }) => order)))

export const blank: Model = { notes: [], count: 0 }

/** The visitor's own words, which appear in their conversation as in any chat. */
export function typed(model: Model, cause: Cause, words: string): Model {
  const key = `typed-${model.count}`
  return noted(model, cause, key, { tag: 'typed', words })
}

export function replied(model: Model, cause: Cause, reply: Reply): Model {
  switch (reply.kind) {
    case 'form':
      // Whoever closed the form while it was on its way does not want the next step.
      if (cause.deed.kind === 'submit' && !model.sheet) return model
      return {
        ...model,
        count: model.count + 1,
        sheet: { tag: 'form', form: reply.form, serial: model.count, errors: {}, tries: 0 },
      }
    case 'errors':
      return withErrors(model, cause, reply)
    case 'word':
      return worded(model, cause, reply.message)
    case 'nothing':
      return closed(model)
    default:
      return reply satisfies never
  }
}

export function closed({ notes, count }: Model): Model {
  return { notes, count }
}

export function dismissed(model: Model, key: string): Model {
  return { ...model, notes: model.notes.filter((note) => note.key !== key) }
}

export type Item = { readonly post: WirePost } | { readonly note: Note }

/** A conversation as one person sees it, oldest first. */
export function conversation(posts: readonly WirePost[], notes: readonly Note[]): readonly Item[] {
  const items: Item[] = []
  let rest = [...notes]
  for (const post of posts) {
    items.push(...rest.filter((note) => note.after < post.order).map((note) => ({ note })), { post })
    rest = rest.filter((note) => note.after >= post.order)
  }
  return [...items, ...rest.map((note) => ({ note }))]
}

function withErrors(model: Model, cause: Cause, reply: Extract<Reply, { kind: 'errors' }>): Model {
  const { sheet } = model
  if (sheet?.tag === 'form') {
    const { tag, form, serial, tries } = sheet
    const all = reply.all === undefined ? {} : { all: reply.all }
    return { ...model, sheet: { tag, form, serial, errors: reply.errors, ...all, tries: tries + 1 } }
  }
  const text = reply.all ?? join(Object.values(reply.errors), ' ')
  const blocks = [{ tag: 'paragraph', text }] as const
  return worded(model, cause, { language: cause.language, summary: text, blocks })
}

function worded(model: Model, cause: Cause, message: Message): Model {
  if (model.sheet) return { ...model, sheet: { tag: 'word', message } }
  // The same button pressed again says the same again: once is enough to read.
  const { as, spot, deed } = cause
  const key = deed.kind === 'press' ? `press-${as}-${spot}-${deed.ref}` : `word-${model.count}`
  return noted(dismissed(model, key), cause, key, { tag: 'word', message })
}

function noted(model: Model, { as, spot, after, at }: Cause, key: string, content: Note['content']): Model {
  const note: Note = { key, as, spot, after, at, content }
  return { ...model, count: model.count + 1, notes: [...model.notes, note] }
}
