/** Sets words as outlines, broken into lines, so that what a machine has for fonts makes no difference. */
import satori from 'satori'
import { inert } from '../contracts/text.ts'
import { ink, type Piece, round } from './piece.ts'

/** Two weights of one typeface, as TrueType files. */
export interface Fonts {
  readonly regular: Uint8Array
  readonly strong: Uint8Array
}

export interface Look {
  readonly width: number
  readonly size: number
  readonly strong?: true
  readonly soft?: true
  readonly align?: 'left' | 'center' | 'right'
}

export type SetText = (words: string, look: Look) => Promise<Piece>

/** Letters of one text; a longer one is shortened here, in words it stands whole. */
const most = 280

/** Scripts that the typeface has; of the signs that all scripts share, those that are not pictures. */
const unknown =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}[\p{Script=Common}--[\u3000-\u{10ffff}]]]+/gv

/**
 * On one line, without what steers the display. A person may have written anything: what the typeface does not
 * have becomes a box, and an emoji beside words goes.
 */
export function legible(words: string): string {
  const written = inert(words.toWellFormed().normalize('NFC'))
  const drawn = written
    .replace(/\p{RGI_Emoji}/gv, '')
    .replace(unknown, '□')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...(drawn === '' && written.trim() !== '' ? '□' : drawn)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}

export function textSetter({ regular, strong }: Fonts): SetText {
  const font = { name: 'Inter', style: 'normal' } as const
  const fonts = [
    { ...font, data: Buffer.from(regular), weight: 400 as const },
    { ...font, data: Buffer.from(strong), weight: 600 as const },
  ]
  return async (words, look) => {
    const children = legible(words)
    const style = {
      display: 'flex',
      width: '100%',
      fontFamily: font.name,
      fontSize: look.size,
      fontWeight: look.strong ? 600 : 400,
      lineHeight: 1.3,
      color: look.soft ? ink.soft : ink.dark,
      justifyContent: { left: 'flex-start', center: 'center', right: 'flex-end' }[look.align ?? 'left'],
      textAlign: look.align ?? 'left',
      wordBreak: 'break-word',
    }
    const box = { type: 'div', key: null, props: { style, children } }
    let height = 0
    const svg = await satori(box, {
      width: look.width,
      fonts,
      onNodeDetected: (node) => {
        height = Math.max(height, node.top + node.height)
      },
    })
    return { height, at: (x, y) => svg.replace('<svg ', `<svg x="${round(x)}" y="${round(y)}" `) }
  }
}
