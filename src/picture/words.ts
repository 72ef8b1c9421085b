/** What a picture shows, in words: for who listens, and for where no picture can go. */
import type { Language, Text } from '../contracts/text.ts'
import { join, said } from '../contracts/text.ts'
import type { Named, PictureLine, PictureRow } from '../network/picture.ts'
import { listName } from '../text/dates.ts'
import { label, type PlainTextId, say } from '../text/say.ts'

const placeNames = [
  'pos.1',
  'pos.2',
  'pos.3',
  'pos.4',
  'pos.5',
  'pos.6',
  'pos.7',
] as const satisfies readonly PlainTextId[]

const countNames = [
  'count.1',
  'count.2',
  'count.3',
  'count.4',
  'count.5',
  'count.6',
  'count.7',
  'count.8',
  'count.9',
  'count.10',
  'count.11',
  'count.12',
] as const satisfies readonly PlainTextId[]

/** "helemaal links" / "far left", of the places 0 to 6. */
export function placeName(language: Language, place: number): string {
  const name = placeNames[place]
  return name ? label(language, name) : ''
}

/** Written out up to twelve. */
export function countName(language: Language, count: number): string {
  const name = countNames[count - 1]
  return name ? label(language, name) : String(count)
}

/** What is shown of those who chose so. */
export const namesOf = (all: readonly Named[] = []): readonly string[] => all.map(({ name }) => name)

/** All that the picture of one line shows: its title, its poles and every mark at its place. */
export function lineWords(language: Language, { title, left, right, rows }: PictureLine): Text {
  return join(
    [
      sentence(title),
      say(language, 'strip.left', { pole: sentence(left) }),
      say(language, 'strip.right', { pole: sentence(right) }),
      ...rows.map((row) => rowWords(language, row)),
    ],
    ' ',
  )
}

/** Titles and poles may be a member's own, and may come without a full stop. */
export const sentence = (words: string): Text =>
  /[.!?…]\s*$/.test(words) ? [said(words)] : [said(words), '.']

function rowWords(language: Language, { name, places, names }: PictureRow): Text {
  const list = places.flatMap((count, place) =>
    count > 0 ? [marksWords(language, count, place, namesOf(names?.[place]))] : [],
  )
  return say(language, 'strip.row', {
    name,
    list: list.length > 0 ? join(list, ', ') : label(language, 'strip.none'),
  })
}

function marksWords(language: Language, count: number, place: number, names: readonly string[]): Text {
  const marks = say(language, 'strip.marks', {
    count: countName(language, count),
    place: placeName(language, place),
  })
  if (names.length === 0) return marks
  const list = said(listName(language, names))
  return names.length < count
    ? say(language, 'strip.names.some', { marks, names: list })
    : say(language, 'strip.names', { marks, names: list })
}
