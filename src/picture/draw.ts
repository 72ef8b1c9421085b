/** Draws pictures. Loads heavy libraries: whoever needs it imports it when the first picture is asked for. */
import sharp from 'sharp'
import type { Picture } from '../network/picture.ts'
import { linesDrawing } from './lines.ts'
import { type Fonts, type SetText, textSetter } from './set.ts'
import { sheetDrawing } from './sheet.ts'

// No drawing is made twice: what the library would remember of one is only memory.
sharp.cache(false)

/** Pixels for an inch of 72 units: two for each unit. */
const density = 144

/** A picture as SVG: words as outlines, marks as shapes. */
export const drawing = (picture: Picture, set: SetText): Promise<string> =>
  picture.kind === 'sheet' ? sheetDrawing(picture, set) : linesDrawing(picture, set)

/** Reading a typeface takes longer than drawing with it. */
const setters = new WeakMap<Fonts, SetText>()

function setterFor(fonts: Fonts): SetText {
  const set = setters.get(fonts) ?? textSetter(fonts)
  setters.set(fonts, set)
  return set
}

/** A picture as PNG. The same picture gives the same bytes. */
export async function drawPicture(picture: Picture, fonts: Fonts): Promise<Uint8Array> {
  const svg = await drawing(picture, setterFor(fonts))
  return sharp(Buffer.from(svg), { density })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 64, dither: 0 })
    .toBuffer()
}
