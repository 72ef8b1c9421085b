/** Reads the folder of instruments. What is wrong in a file refuses the start, by file, line and field. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Holidays, holidaysSchema } from './calendar/holidays.ts'
import { StartRefused } from './contracts/errors.ts'
import { deckSchema } from './instrument/deck.ts'
import { type Instrument, instrumentSchema } from './instrument/instrument.ts'
import type { Library } from './instrument/library.ts'
import { type RetroForm, retroFormSchema } from './instrument/retro.ts'

export async function readLibrary(folder: string): Promise<Library> {
  return {
    instruments: await readInstruments(folder),
    deck: await readOne(folder, 'decks/dialogue.yaml', deckSchema),
    retros: await readRetros(folder),
  }
}

/** By id. Two files with the same id refuse the start as well. */
export const readInstruments = (folder: string): Promise<ReadonlyMap<string, Instrument>> =>
  readAll(folder, basename(folder), instrumentSchema)

/** The forms of retro, beside the instruments. */
export const readRetros = (folder: string): Promise<ReadonlyMap<string, RetroForm>> =>
  readAll(join(folder, 'retros'), `${basename(folder)}/retros`, retroFormSchema)

async function readAll<T extends { readonly id: string }>(
  folder: string,
  called: string,
  schema: z.ZodType<T>,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  for (const name of (await readdir(folder)).filter((each) => /\.ya?ml$/.test(each)).sort()) {
    const made = readYaml(`${called}/${name}`, await readFile(join(folder, name), 'utf8'), schema)
    if (found.has(made.id))
      throw new StartRefused(`${called}/${name}: the id "${made.id}" is used by another file too.`)
    found.set(made.id, made)
  }
  return found
}

/** The school holidays of the Netherlands, beside the instruments. */
export const readHolidays = (folder: string): Promise<Holidays> =>
  readOne(folder, 'calendars/nl.yaml', holidaysSchema)

const readOne = async <T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> =>
  readYaml(`${basename(folder)}/${name}`, await readFile(join(folder, name), 'utf8'), schema)

/** One file's text, or `StartRefused` that names file, line and field. */
export function readYaml<T>(name: string, text: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) {
    const line = broken.linePos?.[0].line ?? 1
    throw new StartRefused(
      `${name}, line ${line}: this is not valid YAML (${broken.message.split('\n')[0]}).`,
    )
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part))
  const field = path.join('.') || 'the whole file'
  throw new StartRefused(`${name}, line ${lineOf(document, lines, path)}, ${field}: ${issue?.message}.`)
}

/** The line of a field, or of the nearest part around it when the field itself is missing. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
