/**
 * Says a text of the catalogue in somebody's language. What a member wrote is filled in as `said` and stays
 * recognisable as such; that is why this is ours and not a library that makes strings
 * (docs/decisions/words.md).
 */
import type { Language, Said, Text } from '../contracts/text.ts'
import { pieces } from '../contracts/text.ts'
import { catalogue } from './catalogue.ts'

export type TextId = keyof typeof catalogue

/** The names between braces in a text: `'Until {day}'` needs `{ day }`. */
type Gaps<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Gaps<Rest> : never
type GapsOf<Id extends TextId> = Gaps<(typeof catalogue)[Id]['nl']>
type Fill = string | number | Said | Text
type FillsFor<Id extends TextId> = [GapsOf<Id>] extends [never]
  ? []
  : [fills: { readonly [Name in GapsOf<Id>]: Fill }]

export function say<Id extends TextId>(language: Language, id: Id, ...[fills]: FillsFor<Id>): Text {
  const template: string = catalogue[id][language]
  const values: Readonly<Record<string, Fill>> = fills ?? {}
  return template.split(/(\{\w+\})/).flatMap((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? (part ? [part] : []) : fill(values[name] ?? '')
  })
}

/** Texts without anything to fill in. */
export type PlainTextId = { [Id in TextId]: [GapsOf<Id>] extends [never] ? Id : never }[TextId]

/** The same for places that take no member's words: a button, a form's title. */
export function label(language: Language, id: PlainTextId): string {
  return catalogue[id][language]
}

function fill(value: Fill): readonly (string | Said)[] {
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && 'said' in value ? [value] : pieces(value)
}
