/**
 * Words on their way to a person.
 *
 * - **Language**: what a reader gets, Dutch first.
 * - **Said**: words that a person typed (an answer, a name). They are data for ever: an adapter shows them
 *   literally and nothing in them comes alive.
 * - **Text**: our own words, with what was said in between.
 */

export type Language = 'nl' | 'en'

export const languages: readonly Language[] = ['nl', 'en']

export interface Said {
  readonly said: string
}

export type Text = string | readonly (string | Said)[]

/** Marks words as a person's own. */
export const said = (words: string): Said => ({ said: words })

/** The pieces of a text, so that an adapter has one shape to walk through. */
export function pieces(text: Text): readonly (string | Said)[] {
  return typeof text === 'string' ? [text] : text
}

/** Joins texts without losing which words were said. */
export function join(texts: readonly Text[], separator = ''): Text {
  return texts.flatMap((text, index) =>
    index > 0 && separator ? [separator, ...pieces(text)] : pieces(text),
  )
}

/**
 * Removes what steers the display instead of saying something: control characters (a line break stays),
 * direction overrides and isolates (U+202A-202E, U+2066-2069, U+200E-200F, U+061C) and invisible spaces
 * (U+200B, U+2060, U+FEFF). The joiners inside emoji (U+200D) stay. Every adapter calls this on every `said`.
 */
export function inert(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}--\n]/gv, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
}

/** A text as one plain string, for notifications, screen readers and logs of what stands in a channel. */
export function plain(text: Text): string {
  return pieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : inert(piece.said)))
    .join('')
}

/**
 * A long text as passages of at most so many letters each, for where one spot has no room for all of it: a new one
 * at every line break, otherwise after a sentence or a word.
 */
export function passages(text: Text, most: number): readonly string[] {
  const whole = plain(text)
    .split('\n')
    .map((line) => line.trim())
  return whole.filter((line) => line !== '').flatMap((line) => broken(line, most))
}

function broken(line: string, most: number): readonly string[] {
  const found: string[] = []
  let rest = line
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const ends = [head.lastIndexOf('. ') + 1, head.lastIndexOf(' ')]
    // Never half of a letter pair.
    const hard = /[\ud800-\udbff]$/.test(head) ? most - 1 : most
    const end = ends.find((each) => each > most / 2) ?? hard
    found.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...found, rest]
}
