/** What a round leaves to look at: a picture for each dimension in both languages, frozen at the close. */
import { createHash } from 'node:crypto'
import type { LineBlock, PictureBlock } from '../../contracts/message.ts'
import type { Change, State } from '../../contracts/store.ts'
import { join, type Language, said, type Text } from '../../contracts/text.ts'
import { type Instrument, itemsOf, type LineItem, linesIn, waysOut } from '../../instrument/instrument.ts'
import { type Picture, type PictureLine, pictures } from '../../network/picture.ts'
import { countName, lineWords, sentence } from '../../picture/words.ts'
import type { SharedLine } from '../../privacy/share.ts'
import { instrumentOf } from '../../round/engine.ts'
import type { Round } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { World } from '../feature.ts'
import { pictureBefore } from './record.ts'

/** The frozen crosses on a line of a round; `undefined`: too few to show. */
export const crossesOn = (round: Round | undefined, line: string): SharedLine | undefined =>
  round?.result?.find(({ item }) => item === line)?.line

/** All lines of a round, in their order. */
export const linesOf = (state: State, round: Round): readonly LineItem[] =>
  linesIn(itemsOf(instrumentOf(state, round)))

/** One line as it is drawn: ✕ for now, ○ for wished, and the time before lightly behind it. */
export function pictureLine(
  language: Language,
  { id, text, left, right }: LineItem,
  { now, wished, named }: SharedLine,
  before: SharedLine | undefined,
): PictureLine {
  const drawn = { id, title: text[language], left: left[language], right: right[language] }
  const row = { mark: '✕', faint: false } as const
  return {
    ...drawn,
    rows: [
      {
        ...row,
        name: label(language, 'strip.now'),
        places: now,
        ...(named?.now && { names: named.now }),
      },
      ...(wished
        ? [
            {
              name: label(language, 'strip.wished'),
              mark: '○' as const,
              places: wished,
              faint: false,
              ...(named?.wished && { names: named.wished }),
            },
          ]
        : []),
      ...(before ? [{ ...row, name: label(language, 'strip.before'), places: before.now, faint: true }] : []),
    ],
  }
}

/** All that a line shows, in words, the ways out included. */
export const wordsFor = (language: Language, line: PictureLine, { ways }: SharedLine): Text =>
  join([lineWords(language, line), ...wayWords(language, ways)], ' ')

const wayWords = (language: Language, ways: SharedLine['ways']): readonly Text[] =>
  waysOut.flatMap((way) => {
    const count = ways[way] ?? 0
    return count === 0
      ? []
      : [say(language, 'dsl.ways', { way: label(language, `way.${way}`), count: countName(language, count) })]
  })

export interface Drawn {
  readonly ids: { readonly nl: readonly string[]; readonly en: readonly string[] }
  readonly changes: readonly Change[]
}

/** The pictures of a closed round, one for each dimension of which something may be shown. */
export function drawPictures(world: World, round: Round): Drawn {
  const instrument = instrumentOf(world.state, round)
  const before = pictureBefore(world.state, round)
  const make = (language: Language): readonly Picture[] =>
    dimensionsOf(instrument, round).map(({ title, lines }) => ({
      id: unguessable(world),
      kind: 'lines',
      language,
      title: title[language],
      lines: lines.map(({ line, crosses }) =>
        pictureLine(language, line, crosses, crossesOn(before, line.id)),
      ),
    }))
  return keep(make('nl'), make('en'))
}

/** The same lines empty, to print and lay crosses on. */
export function drawSheet(world: World, round: Round): Drawn {
  const lines = linesOf(world.state, round)
  const make = (language: Language): readonly Picture[] => [
    {
      id: unguessable(world),
      kind: 'sheet',
      language,
      title: label(language, 'dsl.name'),
      lines: lines.map(({ id, text, left, right }) => ({
        ...{ id, title: text[language], left: left[language], right: right[language] },
        rows: [],
      })),
    },
  ]
  return keep(make('nl'), make('en'))
}

const keep = (nl: readonly Picture[], en: readonly Picture[]): Drawn => ({
  ids: { nl: nl.map(({ id }) => id), en: en.map(({ id }) => id) },
  changes: [...nl, ...en].map(pictures.put),
})

/** Whoever has the address sees the picture, so it takes two ids to make one. */
const unguessable = ({ newId }: World): string =>
  createHash('sha256').update(`${newId()}${newId()}`).digest('hex').slice(0, 40)

/** The dimensions of which something may be shown, with their lines that may. */
export function dimensionsOf(instrument: Instrument, round: Round) {
  return instrument.steps.flatMap(({ title, items }) => {
    const lines = linesIn(items).flatMap((line) => {
      const crosses = crossesOn(round, line.id)
      return crosses ? [{ line, crosses }] : []
    })
    const examples = items.filter(({ type }) => type === 'text').map(({ id }) => id)
    return title && lines.length > 0 ? [{ title, lines, examples }] : []
  })
}

/** Beside it stands a button for all of it in words. */
const withLetters = ({ title, left, right, rows }: PictureLine): LineBlock => ({
  tag: 'line',
  title: [said(title)],
  left: [said(left)],
  right: [said(right)],
  rows: rows.map(({ name, mark, places, faint }) => ({ name, mark, places, faint })),
  words: '',
})

/** Pictures and results are frozen, and what stands in the channel is looked at after every commit. */
const known = new WeakMap<Picture, { readonly result: Round['result']; readonly block: PictureBlock }>()

/** A picture with all that it shows in words. */
export function pictureBlock(state: State, id: string, round: Round): PictureBlock | undefined {
  const picture = pictures.get(state, id)
  if (!picture) return undefined
  const before = known.get(picture)
  if (before && before.result === round.result) return before.block
  const block = makeBlock(picture, round)
  known.set(picture, { result: round.result, block })
  return block
}

function makeBlock(picture: Picture, round: Round): PictureBlock {
  const { language, title, lines } = picture
  const spoken = lines.map((line) => {
    const crosses = crossesOn(round, line.id)
    return crosses ? wordsFor(language, line, crosses) : lineWords(language, line)
  })
  return {
    tag: 'picture',
    picture: picture.id,
    words: join([sentence(title), ...spoken], '\n\n'),
    instead: lines.map(withLetters),
  }
}
