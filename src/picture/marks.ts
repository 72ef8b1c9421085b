/** Marks at the seven places of a line: one for each member, stacked, all of one size in a picture. */
import type { PictureRow } from '../network/picture.ts'
import { ink, type Piece, round } from './piece.ts'

/**
 * How much room a mark takes, and how many stand beside each other before the next row begins: the same at every
 * place, so that as many marks are as high everywhere.
 */
export interface Fit {
  readonly pitch: number
  readonly columns: number
}

const largest = 21
const tallest = 110
/** Between the marks of two places. */
const apart = 16
/** Between the lowest mark and its line. */
const lift = 6
const tick = 3

/** The largest marks with which the fullest place stays clear of its neighbours and a lane within its height. */
export function markFit(fullest: number, step: number): Fit {
  const fits = Array.from({ length: Math.ceil(Math.sqrt(fullest)) }, (_, index): Fit => {
    const columns = index + 1
    return {
      columns,
      pitch: Math.min(largest, (step - apart) / columns, tallest / Math.ceil(fullest / columns)),
    }
  })
  return fits.reduce((best, each) => (each.pitch > best.pitch ? each : best))
}

/** A thin line with a tick at each place, and the marks of one row standing on it. */
export function lane({ mark, places, faint }: PictureRow, width: number, { pitch, columns }: Fit): Piece {
  const step = width / places.length
  const rows = Math.max(1, ...places.map((count) => Math.ceil(count / columns)))
  const height = rows * pitch + lift + tick
  return {
    height,
    at(x, y) {
      const base = y + height - tick
      const middles = places.map((_, place) => x + step * (place + 0.5))
      const ticks = middles.map((middle) => `M${round(middle)} ${round(base - tick)}v${2 * tick}`).join('')
      const marks = places.flatMap((count, place) =>
        spots(count, columns).map(([column, row]) =>
          shape(
            mark,
            (middles[place] ?? 0) + column * pitch,
            base - lift - (row + 0.5) * pitch,
            pitch * 0.66,
          ),
        ),
      )
      const stroke = faint ? ink.faint : ink.dark
      const weight = pitch * (faint ? 0.08 : 0.115)
      return (
        `<path d="M${round(x)} ${round(base)}h${round(width)}${ticks}" stroke="${ink.line}" stroke-linecap="round" fill="none"/>` +
        `<g fill="none" stroke="${stroke}" stroke-width="${round(weight)}" stroke-linecap="round">${marks.join('')}</g>`
      )
    },
  }
}

/** Where the marks of one place stand: rows from the line upwards, each centred above the place. */
function spots(count: number, columns: number): readonly (readonly [column: number, row: number])[] {
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, count - row * columns)
    return [(index % columns) - (inRow - 1) / 2, row] as const
  })
}

function shape(mark: PictureRow['mark'], x: number, y: number, size: number): string {
  if (mark === '○') return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size / 2)}"/>`
  const [left, right, top, bottom] = [x - size / 2, x + size / 2, y - size / 2, y + size / 2].map(round)
  return `<path d="M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}"/>`
}
