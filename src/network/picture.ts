/**
 * A **picture**: what a network sees of its crosses, kept as plain counts so that it can be drawn again for as
 * long as its message stands. Nothing in it tells whose mark is whose, except the names of those who chose so.
 *
 * - **lines**: the crosses of one dimension, line by line.
 * - **sheet**: the same lines empty, to print and lay real crosses on.
 */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

/** How many places there are between the two poles of a line. */
const places = 7

/** Somebody who chose to show their name; in what is older than these ids there is only the name. */
const named = z.object({ member: z.string().exactOptional(), name: z.string() })

export type Named = Readonly<z.infer<typeof named>>

/** At each place, those who chose to show their name. */
export const namesAtPlaces = z.array(z.array(named.readonly()).readonly())

export type NamesAtPlaces = Readonly<z.infer<typeof namesAtPlaces>>

/** Names that were kept without whose they are. */
export const withoutWhose = (names: readonly (readonly string[])[]): NamesAtPlaces =>
  names.map((each) => each.map((name) => ({ name })))

const row = z.object({
  name: z.string(),
  mark: z.enum(['✕', '○']),
  /** How many marks stand at each place, left to right. */
  places: z.array(z.int().min(0)).length(places).readonly(),
  /** Of an earlier round. */
  faint: z.boolean(),
  names: namesAtPlaces.length(places).readonly().exactOptional(),
})

const line = z.object({
  id: z.string(),
  title: z.string(),
  left: z.string(),
  right: z.string(),
  rows: z.array(row.readonly()).readonly(),
})

/** Whoever has the address sees the picture, so that nobody must be able to guess it. */
export const pictureId = /^[a-z0-9]{24,60}$/i

const picture = z.object({
  id: z.string().regex(pictureId),
  kind: z.enum(['lines', 'sheet']),
  language: z.enum(['nl', 'en']),
  title: z.string(),
  lines: z.array(line.readonly()).readonly(),
})

export type PictureRow = Readonly<z.infer<typeof row>>
export type PictureLine = Readonly<z.infer<typeof line>>
export type Picture = Readonly<z.infer<typeof picture>>

interface OldRow {
  readonly names?: readonly (readonly string[])[]
}
interface OldPicture {
  readonly lines: readonly { readonly rows: readonly OldRow[] }[]
}

function toNamed(old: unknown): unknown {
  const { lines, ...rest } = old as OldPicture
  const rowOf = ({ names, ...row }: OldRow) => ({ ...row, ...(names && { names: withoutWhose(names) }) })
  return { ...rest, lines: lines.map(({ rows, ...line }) => ({ ...line, rows: rows.map(rowOf) })) }
}

export const pictures = table<Picture>('picture', {
  parse: (data) => picture.parse(data),
  migrations: [toNamed],
})

/** The word by which the network of a picture can be found. */
export const pictureLookup = (id: string): string => `picture:${id}`

/** The same for all pictures of a network. They are counted and not read: every commit asks for this. */
export const pictureLookups = (state: State): readonly string[] =>
  [...state.all(pictures.kind).keys()].map(pictureLookup)
