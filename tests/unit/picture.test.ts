/** What a picture shows, told from its shapes and its pixels. */
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/contracts/text.ts'
import { linesIn } from '../../src/instrument/instrument.ts'
import type { Picture, PictureLine, PictureRow } from '../../src/network/picture.ts'
import { drawing, drawPicture } from '../../src/picture/draw.ts'
import { legible, type SetText, textSetter } from '../../src/picture/set.ts'
import { readFonts } from '../../src/read-fonts.ts'
import { readLibrary } from '../../src/read-instruments.ts'
import { hostile } from '../contracts/hostile.ts'

const fonts = await readFonts()
const setter = textSetter(fonts)

const row = (places: readonly number[], more: Partial<PictureRow> = {}): PictureRow => ({
  ...{ name: 'Nu', mark: '✕', faint: false },
  ...more,
  places: [...places],
})

const line = (rows: readonly PictureRow[], more: Partial<PictureLine> = {}): PictureLine => ({
  ...{ id: 'a', title: 'Plek in het werk', left: 'Op aparte momenten.', right: 'Tijdens ons gewone werk.' },
  ...more,
  rows: [...rows],
})

const picture = (lines: readonly PictureLine[], more: Partial<Picture> = {}): Picture => ({
  ...{ id: 'p'.repeat(24), kind: 'lines', language: 'nl', title: 'Praktijk' },
  ...more,
  lines: [...lines],
})

/** Nothing but marks: no word is there to be mistaken for one. */
const silent = (rows: readonly PictureRow[]) =>
  picture(
    [
      line(
        rows.map((each) => ({ ...each, name: '' })),
        { title: '', left: '', right: '' },
      ),
    ],
    { title: '' },
  )

/** The drawing, and all words that were set in it. */
async function drawn(what: Picture) {
  const words: string[] = []
  const set: SetText = (text, look) => {
    words.push(text)
    return setter(text, look)
  }
  return { svg: await drawing(what, set), words }
}

interface Mark {
  readonly mark: PictureRow['mark']
  readonly x: number
  readonly y: number
  readonly size: number
}

const number = '(-?[\\d.]+)'
const cross = new RegExp(`<path d="M${number} ${number}L${number} ${number}M[^"]*"/>`, 'g')
const circle = new RegExp(`<circle cx="${number}" cy="${number}" r="${number}"/>`, 'g')

function marksIn(svg: string): readonly Mark[] {
  const crosses = [...svg.matchAll(cross)].map(([, ...found]): Mark => {
    const [left = 0, top = 0, right = 0, bottom = 0] = found.map(Number)
    return { mark: '✕', x: (left + right) / 2, y: (top + bottom) / 2, size: right - left }
  })
  const circles = [...svg.matchAll(circle)].map(([, ...found]): Mark => {
    const [x = 0, y = 0, r = 0] = found.map(Number)
    return { mark: '○', x, y, size: 2 * r }
  })
  return [...crosses, ...circles]
}

const sum = (places: readonly number[]) => places.reduce((total, count) => total + count, 0)

async function pixels(png: Uint8Array) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => data.subarray((y * info.width + x) * info.channels).subarray(0, 3)
  return { ...info, data, at }
}

/** How many separate dark spots there are: places that touch, also at a corner, are one spot. */
async function spots(png: Uint8Array, darkerThan: number): Promise<number> {
  const { width, height, at } = await pixels(png)
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) dark[y * width + x] = (at(x, y)[0] ?? 255) < darkerThan ? 1 : 0
  let found = 0
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0) continue
    found++
    const open = [start]
    dark[start] = 0
    for (let here = open.pop(); here !== undefined; here = open.pop()) {
      for (const step of [-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1]) {
        if (dark[here + step] !== 1) continue
        dark[here + step] = 0
        open.push(here + step)
      }
    }
  }
  return found
}

const places = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 })

const whole = picture([
  line([
    row([1, 0, 2, 0, 4, 1, 0]),
    row([0, 0, 0, 1, 2, 3, 1], { name: 'Gewenst', mark: '○' }),
    row([3, 2, 1, 0, 0, 0, 0], { name: 'Vorige keer', faint: true }),
  ]),
  line([
    row([0, 0, 0, 8, 0, 0, 0], { names: [[], [], [], [{ name: 'Noor' }, { name: 'Sam' }], [], [], []] }),
  ]),
])

describe('marks', () => {
  test('one for each member, each at a spot of its own, whoever joins', async () => {
    await fc.assert(
      fc.asyncProperty(places, places, fc.integer({ min: 0, max: 6 }), async (now, wished, joined) => {
        const rows = (more: number) => [
          row(now.map((count, place) => count + (place === joined ? more : 0))),
          row(wished, { mark: '○' }),
        ]
        const before = marksIn((await drawn(silent(rows(0)))).svg)
        const after = marksIn((await drawn(silent(rows(1)))).svg)
        expect(before.filter(({ mark }) => mark === '✕')).toHaveLength(sum(now))
        expect(before.filter(({ mark }) => mark === '○')).toHaveLength(sum(wished))
        expect(after).toHaveLength(before.length + 1)
        expect(new Set(after.map(({ x, y }) => `${x} ${y}`)).size).toBe(after.length)
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    ['thirty at one place', [0, 0, 30, 0, 0, 0, 0]],
    ['all seven places full', [30, 30, 30, 30, 30, 30, 30]],
    ['five who agree', [0, 5, 0, 0, 0, 0, 0]],
    ['everybody elsewhere', [2, 2, 2, 2, 2, 2, 3]],
    ['nobody', [0, 0, 0, 0, 0, 0, 0]],
  ])('%s: as many separate spots of ink as members', async (_, now) => {
    expect(await spots(await drawPicture(silent([row(now)]), fonts), 110)).toBe(sum(now))
    expect(await spots(await drawPicture(silent([row(now, { mark: '○' })]), fonts), 110)).toBe(sum(now))
    const faint = await drawPicture(silent([row(now, { faint: true })]), fonts)
    expect(await spots(faint, 110)).toBe(0)
    expect(await spots(faint, 178)).toBe(sum(now))
  })

  test('as many marks are as high at every place, and all of one size', async () => {
    const marks = marksIn((await drawn(silent([row([7, 1, 7, 0, 19, 7, 1])]))).svg)
    const sizes = marks.map(({ size }) => size)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(0.05)
    const columns = Map.groupBy(marks, ({ x }) => Math.round((x - 114) / (400 / 7) - 0.5))
    const tops = [0, 2, 5].map((place) => Math.min(...(columns.get(place) ?? []).map(({ y }) => y)))
    expect(new Set(tops).size).toBe(1)
  })
})

describe('the whole picture', () => {
  test('the same picture, the same bytes', async () => {
    const [one, other] = await Promise.all([
      drawPicture(whole, fonts),
      drawPicture(structuredClone(whole), fonts),
    ])
    expect(Buffer.from(one).equals(other)).toBe(true)
  })

  test('another mark, another picture', async () => {
    const one = await drawPicture(picture([line([row([1, 0, 0, 0, 0, 0, 0])])]), fonts)
    const other = await drawPicture(picture([line([row([0, 1, 0, 0, 0, 0, 0])])]), fonts)
    expect(Buffer.from(one).equals(other)).toBe(false)
  })

  test('one ink on opaque white paper, as wide as three phones', async () => {
    const { data, channels, width, at } = await pixels(await drawPicture(whole, fonts))
    expect([channels, width]).toEqual([3, 1080])
    expect([...at(0, 0)]).toEqual([255, 255, 255])
    let colour = 0
    for (let spot = 0; spot < data.length; spot += 3) {
      const [r = 0, g = 0, b = 0] = data.subarray(spot, spot + 3)
      colour = Math.max(colour, Math.max(r, g, b) - Math.min(r, g, b))
    }
    expect(colour).toBeLessThan(28)
  })

  test('words are really drawn', async () => {
    const only = (title: string) => drawPicture(picture([], { title }), fonts)
    const [short, long, unset] = await Promise.all(
      ['i', 'Verbondenheid', ''].map(only).map((png) => png.then(ink)),
    )
    expect(unset).toBe(0)
    expect(short).toBeGreaterThan(20)
    expect(long).toBeGreaterThan(10 * (short ?? 0))
  })

  test.each(languages)('no digits, arrows or percentages among its words (%s)', async (language) => {
    const names = Array.from({ length: 7 }, (_, place) =>
      place === 3 ? [{ name: 'Annemarieke van den Berg' }] : [{ member: 'm7', name: 'Sam' }],
    )
    const lines = [...whole.lines, line([row([1, 1, 1, 1, 1, 1, 1], { names })])]
    for (const kind of ['lines', 'sheet'] as const) {
      const { words } = await drawn(picture(lines, { language, kind }))
      expect(words).toContain('Plek in het werk')
      expect(words.join()).not.toMatch(/[\d%\u2190-\u21ff\u27f0-\u27ff]/)
    }
  })

  test('names stand under their mark, or in a list when they are long', async () => {
    const named = (names: string[]) =>
      line([row([0, 0, 0, 0, 0, 0, 1], { names: [[], [], [], [], [], [], names.map((name) => ({ name }))] })])
    expect((await drawn(picture([named(['Noor Bos', 'Sam'])]))).words).toEqual(
      expect.arrayContaining(['Noor Bos', 'Sam']),
    )
    expect((await drawn(picture([named(['Annemarieke van den Berg', 'Sam'])]))).words).toContain(
      'helemaal rechts: Annemarieke van den Berg, Sam',
    )
  })
})

async function ink(png: Uint8Array): Promise<number> {
  const { data } = await pixels(png)
  return data.filter((value, index) => index % 3 === 0 && value < 128).length
}

describe('what people wrote', () => {
  test.each(['lines', 'sheet'] as const)('is only words in %s', async (kind) => {
    const words = [...hostile, '\ud800 half', '', '   ', '\n', 'שלום', 'مرحبا', '漢字', '👩🏽‍🏫']
    const lines = words.map((each) =>
      line(
        [row([0, 0, 0, 2, 0, 0, 0], { names: [[], [], [], [{ name: each }, { name: each }], [], [], []] })],
        {
          ...{ title: each, left: each, right: each },
        },
      ),
    )
    const nasty = picture(lines, { kind, title: hostile.join(' ') })
    const { svg } = await drawn(nasty)
    expect(svg.match(/<(?!\/|(svg|g|path|circle|rect|mask)\b)[^>]*>/g)).toBeNull()
    expect(svg).not.toMatch(/href|onload|url\(|alert/)
    if (kind === 'lines') expect(marksIn(svg)).toHaveLength(2 * words.length)
  })

  test('a letter that the typeface lacks becomes a box, and an emoji beside words goes', async () => {
    const svgOf = async (title: string) => (await drawn(picture([], { title }))).svg
    expect(await svgOf('مرحبا Noor')).toBe(await svgOf('□ Noor'))
    expect(await svgOf('Juf 👩🏽‍🏫')).toBe(await svgOf('Juf'))
    expect(await svgOf('👩🏽‍🏫')).toBe(await svgOf('□'))
    expect(legible('Zoë Łukasz Ğül Νίκος Юлия, 3b & “x” – 50%')).toBe(
      'Zoë Łukasz Ğül Νίκος Юлия, 3b & “x” – 50%',
    )
  })

  test('a picture of it is a picture', async () => {
    const names = [[], [], [], [{ name: 'x'.repeat(500) }, { name: '<svg/onload=alert(1)>' }], [], [], []]
    const lines = [line([row([0, 0, 0, 2, 0, 0, 0], { names })], { left: 'x'.repeat(10_000) })]
    const { width } = await pixels(await drawPicture(picture(lines), fonts))
    expect(width).toBe(1080)
  })
})

describe('the sheet', () => {
  const instruments = join(import.meta.dirname, '../../instruments')

  test.each(languages)('all lines of the Dimensieraamwerk on one page, unshrunk (%s)', async (language) => {
    const { instruments: all } = await readLibrary(instruments)
    const lines = (all.get('dimensieraamwerk')?.steps ?? [])
      .flatMap(({ items }) => linesIn(items))
      .map(({ text, left, right }) =>
        line([], { title: text[language], left: left[language], right: right[language] }),
      )
    expect(lines).toHaveLength(11)
    const sheet = picture(lines, { kind: 'sheet', language })
    const { svg } = await drawn(sheet)
    expect(svg).toContain('scale(1.0000)')
    expect(svg.match(/<rect [^>]*rx=/g)).toHaveLength(7 * 11)
    expect(marksIn(svg)).toEqual([])
    const { width, height } = await pixels(await drawPicture(sheet, fonts))
    expect(height / width).toBeCloseTo(Math.SQRT2, 2)
  })

  test('more lines, with long words, still fit', async () => {
    const long = 'Een lange zin over hoe wij samenwerken, met nog een bijzin erachter. '.repeat(3)
    const lines = Array.from({ length: 14 }, () => line([], { left: long, right: long }))
    const { svg } = await drawn(picture(lines, { kind: 'sheet' }))
    expect(Number(/scale\(([\d.]+)\)/.exec(svg)?.[1])).toBeLessThan(1)
    expect(svg.match(/<rect [^>]*rx=/g)).toHaveLength(7 * 14)
  })
})
