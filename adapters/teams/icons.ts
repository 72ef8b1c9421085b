/** The two icons of the app, drawn here: two loops in each other, the sign of learning from how one learns. */
import { crc32, deflateSync } from 'node:zlib'

/** Red, green, blue and how much of it there is. */
type Pixel = readonly [number, number, number, number]

const nothing: Pixel = [0, 0, 0, 0]
const white: Pixel = [255, 255, 255, 255]
/** The accent colour of the manifest. */
export const accent = '#2f5d62'
const ground: Pixel = [0x2f, 0x5d, 0x62, 255]

/** 192 by 192: white loops on the accent colour. */
export const colorIcon = (): Uint8Array => icon(192, ground)
/** 32 by 32: white loops on nothing, as Teams asks for an outline. */
export const outlineIcon = (): Uint8Array => icon(32, nothing)

function icon(size: number, back: Pixel): Uint8Array {
  const rows = Array.from({ length: size }, (_, y) =>
    // Every row of a PNG begins with how it is filtered: not.
    Uint8Array.from([
      0,
      ...Array.from({ length: size }, (_, x) => pixel((x + 0.5) / size, (y + 0.5) / size, size, back)).flat(),
    ]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // Eight bits a channel, colour with transparency.
  head.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Two circles that overlap, as thick lines; at the edge of a line the two colours mix. */
function pixel(x: number, y: number, size: number, back: Pixel): Pixel {
  const away = [0.38, 0.62].map((center) => Math.abs(Math.hypot(x - center, y - 0.5) - 0.22))
  const share = Math.min(1, Math.max(0, (0.045 - Math.min(...away)) * size + 0.5))
  if (back === nothing) return [255, 255, 255, Math.round(255 * share)]
  const mix = (index: 0 | 1 | 2) => Math.round(back[index] + (white[index] - back[index]) * share)
  return [mix(0), mix(1), mix(2), 255]
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
