/**
 * What one person fills in privately, one step at a time. A step that was sent is saved, so a form can be
 * closed and resumed.
 *
 * - **Field**: one question; `tag` tells which kind.
 * - **Option**: `value` travels back, `label` is shown. A place on a line is an option too: it has a spoken
 *   name ("far left", "in the middle"), because Slack and Teams need words.
 * - **Values**: what came back: a string a field, a list of strings for `choices`. A field left empty is absent.
 */
import type { Block } from './message.ts'
import type { Language, Text } from './text.ts'

export interface Form {
  readonly ref: string
  readonly language: Language
  /** Short: Slack allows 24 characters. */
  readonly title: string
  /** Counted from 1. */
  readonly step: number
  readonly steps: number
  /** How often this person's answers were saved before: part of what a submit means. */
  readonly revision: number
  readonly intro: readonly Block[]
  readonly fields: readonly Field[]
  readonly buttons: FormButtons
}

/** `next` sends the step; `back` and `skip` are there only where they make sense; `close` means later. */
export interface FormButtons {
  readonly next: string
  readonly back?: string
  readonly skip?: string
  readonly close: string
}

export interface Option {
  readonly value: string
  readonly label: Text
}

interface Question {
  readonly id: string
  readonly label: Text
  readonly hint?: Text
  readonly optional: boolean
}

export type Field = Question &
  (
    | { readonly tag: 'short' | 'long'; readonly value?: string; readonly most: number }
    | { readonly tag: 'choice' | 'person'; readonly value?: string; readonly options: readonly Option[] }
    | {
        readonly tag: 'choices'
        readonly value?: readonly string[]
        readonly options: readonly Option[]
        /** How many may be ticked. */
        readonly most: number
      }
    | {
        readonly tag: 'line'
        readonly value?: string
        readonly left: Text
        readonly right: Text
        /** Left to right, shown without numbers. */
        readonly places: readonly Option[]
        /** "I don't know", "doesn't fit us". */
        readonly ways: readonly Option[]
      }
    /** `YYYY-MM-DD`. */
    | { readonly tag: 'date'; readonly value?: string; readonly from?: string; readonly until?: string }
    /** `HH:mm`, in the network's own zone. */
    | { readonly tag: 'time'; readonly value?: string }
  )

export type Values = Readonly<Record<string, string | readonly string[]>>
