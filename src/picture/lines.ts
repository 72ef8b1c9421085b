/** The crosses of one dimension: each line with its poles, its marks of now, wished and before. */
import { type Language, plain } from '../contracts/text.ts'
import type { Picture, PictureLine, PictureRow } from '../network/picture.ts'
import { say } from '../text/say.ts'
import { type Fit, lane, markFit } from './marks.ts'
import { beside, hairline, type Part, type Piece, page, space, stacked } from './piece.ts'
import { legible, type SetText } from './set.ts'
import { namesOf, placeName } from './words.ts'

/** Made smaller to the width of a phone, a name is still ten pixels high and a pole twelve. */
const width = 540
const margin = 26
const inner = width - 2 * margin
/** Of the names of the rows, left of the places. */
const labels = 78
const gutter = 10
const lanesAt = labels + gutter
const lanes = inner - lanesAt
const step = lanes / 7
const pole = (inner - 28) / 2

/** With more names than these under one place they all stand in a list below the line. */
const namesUnder = 4
const nameSize = 15

export async function linesDrawing({ language, title, lines }: Picture, set: SetText): Promise<string> {
  const counts = lines.flatMap(({ rows }) => rows.flatMap(({ places }) => places))
  const size = markFit(Math.max(1, ...counts), step)
  const head = await set(title, { width: inner, size: 25, strong: true })
  const blocks: Piece[] = []
  for (const line of lines)
    blocks.push(stacked([hairline(inner), await block(language, line, size, set)], 18))
  const all = stacked([head, ...blocks], 22)
  return page(width, Math.ceil(all.height + 2 * margin), all.at(margin, margin))
}

async function block(
  language: Language,
  { title, left, right, rows }: PictureLine,
  size: Fit,
  set: SetText,
): Promise<Piece> {
  const poles = beside([
    { piece: await set(left, { width: pole, size: 18 }), left: 0 },
    { piece: await set(right, { width: pole, size: 18, align: 'right' }), left: inner - pole },
  ])
  const drawn: Piece[] = []
  for (const row of rows) drawn.push(await rowPiece(language, row, size, set))
  const words = stacked([await set(title, { width: inner, size: 20, strong: true }), poles], 8)
  return stacked([words, stacked(drawn, 11)], 10)
}

async function rowPiece(language: Language, row: PictureRow, size: Fit, set: SetText): Promise<Piece> {
  const name = await set(row.name, { width: labels, size: 15, soft: true })
  const marks = beside(
    [
      { piece: name, left: 0 },
      { piece: lane(row, lanes, size), left: lanesAt },
    ],
    'bottom',
  )
  const shown = row.names?.map(namesOf) ?? []
  const names = shown.some((each) => each.length > 0) ? await namesPiece(language, shown, set) : space(0)
  return stacked([marks, names], 6)
}

/** Under its place each name, as long as they are few and short; otherwise in a list, place by place. */
async function namesPiece(
  language: Language,
  names: readonly (readonly string[])[],
  set: SetText,
): Promise<Piece> {
  const few = names.every((each) => each.length <= namesUnder && each.every(isNarrow))
  return few ? namesUnderPlaces(names, set) : namesInList(language, names, set)
}

/** Whether no word of a name would break under its place, as far as can be told without setting it. */
const isNarrow = (name: string): boolean =>
  name.split(/\s+/).every((word) => {
    const ems = [...word].reduce(
      (sum, letter) => sum + (/[mwMW]/.test(letter) ? 0.95 : /[a-z]/.test(letter) ? 0.57 : 0.8),
      0,
    )
    return ems * nameSize < step
  })

async function namesUnderPlaces(names: readonly (readonly string[])[], set: SetText): Promise<Piece> {
  const look = { width: step, size: nameSize, soft: true, align: 'center' } as const
  const parts: Part[] = []
  for (const [place, each] of names.entries()) {
    const piece = stacked(await Promise.all(each.map((name) => set(name, look))), 6)
    parts.push({ piece, left: lanesAt + place * step })
  }
  return beside(parts)
}

async function namesInList(
  language: Language,
  names: readonly (readonly string[])[],
  set: SetText,
): Promise<Piece> {
  const pieces = names.map(async (each, place) => {
    if (each.length === 0) return space(0)
    const words = say(language, 'picture.names', {
      place: placeName(language, place),
      names: each.map(legible).join(', '),
    })
    return set(plain(words), { width: lanes, size: nameSize, soft: true })
  })
  return beside([{ piece: stacked(await Promise.all(pieces), 2), left: lanesAt }])
}
