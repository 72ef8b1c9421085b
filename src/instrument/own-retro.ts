/**
 * A form of retro as a network writes it itself: a short YAML with a name, questions and what more they want to
 * say, in Dutch or English. Whatever is in it, this gives a form, or rows that need another look, and never throws.
 * What they leave out is filled in as in our own forms.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { inert, type Language } from '../contracts/text.ts'
import { label, type PlainTextId } from '../text/say.ts'
import type { RetroForm } from './retro.ts'

/** What a form holds at most, so that every platform can carry it and a network can do it in one go. */
export const ownLimits = {
  pasted: 3000,
  forms: 10,
  name: 40,
  words: 150,
  minutes: 120,
  questions: 4,
  dots: 5,
  points: 3,
} as const

const usual = { minutes: 20, dots: 3, over: 8 } as const

/** What stands before the colon, in either language. */
const keys = {
  name: ['naam', 'name'],
  minutes: ['minuten', 'minutes'],
  questions: ['vragen', 'questions'],
  dots: ['stippen', 'dots'],
  talk: ['praten', 'talk'],
  points: ['punten', 'points'],
} as const
type Key = keyof typeof keys

/** `most`: how many are too many, of the characters, things or minutes that the row is about. */
export type RowProblem =
  | {
      readonly why:
        | 'yaml'
        | 'shape'
        | 'name'
        | 'taken'
        | 'questions'
        | 'twice'
        | 'same'
        | 'empty'
        | 'text'
        | 'list'
    }
  | { readonly why: 'long' | 'many' | 'number'; readonly most: number }
  | { readonly why: 'key'; readonly key: string }

export type BadRow = RowProblem & { readonly line: number }

export type OwnForm = Omit<RetroForm, 'id' | 'version' | 'source'> & { readonly title: string }

export type ReadForm =
  | { readonly form: OwnForm; readonly bad?: never }
  | { readonly bad: readonly BadRow[]; readonly form?: never }

/** A value with the line it stands on. */
interface Row {
  readonly line: number
  readonly node: unknown
}

/** `taken`: whether a name is in use already. */
export function readOwnForm(pasted: string, taken: (name: string) => boolean): ReadForm {
  const lines = new LineCounter()
  const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  if (document.errors.length > 0) {
    const broken = new Set(document.errors.map(({ linePos }) => linePos?.[0].line ?? 1))
    return { bad: [...broken].map((line) => ({ line, why: 'yaml' })) }
  }
  if (!isMap(document.contents)) return { bad: [{ line: 1, why: 'shape' }] }
  const lineOf: LineOf = (node) => {
    const range = (node as Node | null)?.range
    return range ? lines.linePos(range[0]).line : 1
  }
  return readRows(document.contents.items, lineOf, taken)
}

type Refuse = (line: number, problem: RowProblem) => undefined
type LineOf = (node: unknown) => number

function readRows(items: readonly Pair[], lineOf: LineOf, taken: (name: string) => boolean): ReadForm {
  const bad: BadRow[] = []
  const refuse: Refuse = (line, problem) => void bad.push({ ...problem, line })
  const rows = rowsIn(items, lineOf, refuse)
  const list = listReader(lineOf, refuse)
  const name = wordsIn(rows.name, 'name', ownLimits.name, refuse)
  const questions = list(rows.questions, ownLimits.questions)
  const points = list(rows.points, ownLimits.points) ?? []
  const minutes = numberIn(rows.minutes, 1, ownLimits.minutes, refuse) ?? usual.minutes
  const dots = numberIn(rows.dots, 0, ownLimits.dots, refuse) ?? usual.dots
  const talk = wordsIn(rows.talk, 'empty', ownLimits.words, refuse)
  if (!rows.name) refuse(1, { why: 'name' })
  else if (taken(name)) refuse(rows.name.line, { why: 'taken' })
  if (!rows.questions || questions?.length === 0) refuse(rows.questions?.line ?? 1, { why: 'questions' })
  if (bad.length > 0) return { bad: bad.toSorted((a, b) => a.line - b.line) }
  return { form: made({ name, questions: questions ?? [], points, minutes, dots, ...(talk && { talk }) }) }
}

function rowsIn(items: readonly Pair[], lineOf: LineOf, refuse: Refuse): Partial<Record<Key, Row>> {
  const found: Partial<Record<Key, Row>> = {}
  for (const { key, value } of items) {
    const line = lineOf(key)
    const typed = isScalar(key) ? String(key.value) : ''
    const known = (Object.keys(keys) as Key[]).find((each) =>
      keys[each].some((alias) => alias === typed.trim().toLowerCase()),
    )
    if (!known) refuse(line, { why: 'key', key: [...typed.toWellFormed()].slice(0, ownLimits.name).join('') })
    else if (found[known]) refuse(line, { why: 'twice' })
    else found[known] = { line, node: value }
  }
  return found
}

function wordsIn(row: Row | undefined, missing: 'name' | 'empty', most: number, refuse: Refuse): string {
  if (!row) return ''
  // A colon in the middle of a question makes two things of it.
  if (row.node !== null && !isScalar(row.node)) {
    refuse(row.line, { why: 'text' })
    return ''
  }
  const words = oneLine(String(row.node?.source ?? row.node?.value ?? ''))
  if (bare(words) === '') refuse(row.line, { why: missing })
  if ([...words].length > most) refuse(row.line, { why: 'long', most })
  return words
}

/** One thing may stand right behind the colon. */
const listReader =
  (lineOf: LineOf, refuse: Refuse) =>
  (row: Row | undefined, most: number): readonly string[] | undefined => {
    if (!row) return undefined
    if (isMap(row.node)) return refuse(row.line, { why: 'list' })
    const found: string[] = []
    for (const [index, node] of (isSeq(row.node) ? row.node.items : single(row.node)).entries()) {
      const line = node === null ? row.line : lineOf(node)
      const words = wordsIn({ line, node }, 'empty', ownLimits.words, refuse)
      if (index === most) refuse(line, { why: 'many', most })
      if (words !== '' && found.some((each) => sameWords(each, words))) refuse(line, { why: 'same' })
      found.push(words)
    }
    return found
  }

function numberIn(row: Row | undefined, least: number, most: number, refuse: Refuse): number | undefined {
  if (!row) return undefined
  const value = isScalar(row.node) ? Number(row.node.value ?? Number.NaN) : Number.NaN
  if (Number.isInteger(value) && value >= least && value <= most) return value
  return refuse(row.line, { why: 'number', most })
}

const single = (node: unknown): readonly unknown[] => (isScalar(node) && node.value === null ? [] : [node])

const oneLine = (typed: string): string => typed.toWellFormed().replace(/\s+/g, ' ').trim()

/** The same, however it was spaced or written. */
export const sameWords = (one: string, other: string): boolean => bare(one) === bare(other)
const bare = (words: string): string => oneLine(inert(words)).toLowerCase()

const inBoth = (id: PlainTextId): Record<Language, string> => ({ nl: label('nl', id), en: label('en', id) })
const usualPoints = ['retro.own.take', 'retro.own.take.more', 'retro.own.take.last'] as const

interface Parts {
  readonly name: string
  readonly minutes: number
  readonly questions: readonly string[]
  readonly dots: number
  readonly talk?: string
  readonly points: readonly string[]
}

function made({ name, minutes, questions, dots, talk, points }: Parts): OwnForm {
  const rows = questions.length > 2 ? 1 : 2
  const fields = questions.map((words, index) => ({ id: `q${index}`, label: words, heading: words, rows }))
  return {
    word: { nl: name.toLowerCase(), en: name.toLowerCase() },
    title: name,
    minutes,
    phases: [
      { phase: 'collect', text: inBoth('retro.own.collect'), fields, taps: [], patterns: [] },
      { phase: 'reveal', text: inBoth('retro.own.reveal') },
      ...(dots > 0
        ? [
            { phase: 'group' as const, text: inBoth('retro.own.group'), over: usual.over },
            { phase: 'choose' as const, text: inBoth('retro.own.choose'), dots },
          ]
        : []),
      { phase: 'talk', text: talk ?? inBoth('retro.own.talk'), cards: false },
      {
        phase: 'close',
        text: inBoth('retro.own.close'),
        points: points.length > 0 ? points : usualPoints.map(inBoth),
      },
    ],
  }
}
