/** A page to print: the lines without marks, with room to lay real crosses on. */

import type { Picture, PictureLine } from '../network/picture.ts'
import { label } from '../text/say.ts'
import { beside, ink, type Piece, page, round, stacked } from './piece.ts'
import type { SetText } from './set.ts'

/** A4, upright: about 150 dots to an inch when each unit is two. */
const width = 620
const height = 877
const margin = 40
const inner = width - 2 * margin
const pole = 148
const gutter = 12
const strip = inner - 2 * (pole + gutter)
const spot = 27

export async function sheetDrawing({ language, title, lines }: Picture, set: SetText): Promise<string> {
  const head = stacked(
    [
      await set(title, { width: inner, size: 23, strong: true }),
      await set(label(language, 'picture.sheet'), { width: inner, size: 12.5, soft: true }),
    ],
    6,
  )
  const blocks: Piece[] = []
  for (const line of lines) blocks.push(await block(line, set))
  const room = height - 2 * margin
  const content = head.height + blocks.reduce((sum, each) => sum + each.height, 0)
  const gap = Math.min(44, Math.max(8, (room - content) / Math.max(1, blocks.length)))
  const all = stacked([head, ...blocks], gap)
  const scale = Math.min(1, room / all.height)
  const left = (width - scale * inner) / 2
  return page(
    width,
    height,
    `<g transform="translate(${round(left)} ${margin}) scale(${scale.toFixed(4)})">${all.at(0, 0)}</g>`,
  )
}

async function block({ title, left, right }: PictureLine, set: SetText): Promise<Piece> {
  const look = { width: pole, size: 10.5 } as const
  const poles = beside([
    { piece: await set(left, look), left: 0 },
    { piece: await set(right, { ...look, align: 'right' }), left: inner - pole },
  ])
  const body = beside(
    [
      { piece: poles, left: 0 },
      { piece: empty, left: pole + gutter },
    ],
    'middle',
  )
  return stacked([await set(title, { width: inner, size: 11.5, strong: true }), body], 3)
}

/** Seven open places on a thin line. */
const empty: Piece = {
  height: spot,
  at(x, y) {
    const step = strip / 7
    const spots = Array.from({ length: 7 }, (_, place) => {
      const left = x + step * (place + 0.5) - spot / 2
      return `<rect x="${round(left)}" y="${round(y)}" width="${spot}" height="${spot}" rx="6" fill="${ink.paper}" stroke="${ink.line}"/>`
    })
    return `<path d="M${round(x)} ${round(y + spot / 2)}h${round(strip)}" stroke="${ink.line}"/>${spots.join('')}`
  },
}
