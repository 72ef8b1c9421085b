/**
 * Pieces of a drawing: something with a height that can be put anywhere. Everything is measured in units that
 * are half a pixel of the PNG.
 */

export interface Piece {
  readonly height: number
  /** As SVG, with its top left corner there. */
  at(x: number, y: number): string
}

/** One dark ink on light paper, whatever the colours around it; nothing in a picture means something by colour. */
export const ink = {
  paper: '#ffffff',
  dark: '#2a2438',
  soft: '#615b6e',
  faint: '#928d9c',
  line: '#b9b5c0',
  hair: '#e7e5ea',
} as const

/** Coordinates are rounded, so that the same drawing is the same text everywhere. */
export const round = (value: number): string => String(Math.round(value * 100) / 100)

export const space = (height: number): Piece => ({ height, at: () => '' })

/** Below each other; pieces without height leave no gap. */
export function stacked(pieces: readonly Piece[], gap: number): Piece {
  const shown = pieces.filter(({ height }) => height > 0)
  const height = shown.reduce((sum, piece) => sum + piece.height, 0) + gap * Math.max(0, shown.length - 1)
  return {
    height,
    at(x, y) {
      let top = y
      return shown
        .map((piece) => {
          const drawn = piece.at(x, top)
          top += piece.height + gap
          return drawn
        })
        .join('')
    },
  }
}

export interface Part {
  readonly piece: Piece
  /** From the left side of the whole. */
  readonly left: number
}

const share = { top: 0, middle: 0.5, bottom: 1 } as const

/** Beside each other; the lower ones stand at the top, in the middle or at the bottom of the highest. */
export function beside(parts: readonly Part[], stand: keyof typeof share = 'top'): Piece {
  const height = Math.max(0, ...parts.map(({ piece }) => piece.height))
  return {
    height,
    at: (x, y) =>
      parts.map(({ piece, left }) => piece.at(x + left, y + (height - piece.height) * share[stand])).join(''),
  }
}

export const hairline = (width: number): Piece => ({
  height: 1,
  at: (x, y) =>
    `<path d="M${round(x)} ${round(y + 0.5)}h${round(width)}" stroke="${ink.hair}" stroke-width="1"/>`,
})

/** A drawing of a whole page. */
export const page = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<rect width="${width}" height="${height}" fill="${ink.paper}"/>${content}</svg>`
