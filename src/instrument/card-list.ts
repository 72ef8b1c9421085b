/**
 * A list of cards as people paste it: a question a line, rows out of a spreadsheet (comma, semicolon or tab), or
 * YAML. Whatever is in it, this gives rows with their line and never throws.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

export interface CardRow {
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly question: string
  readonly theme: string
  /** What keeps it from being read. */
  readonly problem?: 'columns' | 'quote' | 'yaml'
}

const questionNames = ['vraag', 'question', 'kaart', 'card']
const themeNames = ['thema', 'theme']
const listNames = ['kaarten', 'cards']
const isOneOf = (names: readonly string[], cell: string) => names.includes(cell.trim().toLowerCase())

export function readCardList(pasted: string): readonly CardRow[] {
  const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const lines = text.split('\n')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  // A list of dashes is nearly always typed by hand: a colon in it is part of a question.
  if (lines.every((line) => line.trim() === '' || /^\s*-\s+(?!(vraag|question)\s*:)/i.test(line)))
    return lines.flatMap((line, index) => row(index + 1, [line.replace(/^\s*-\s+/, '')], [0, 1]))
  const begins = /^(-\s|\[|\{|---|(kaarten|cards|vraag|question)\s*:)/i
  return begins.test(first.trim()) ? readYamlList(text) : readTable(text, first)
}

function row(
  line: number,
  cells: readonly string[],
  [question, theme]: readonly number[],
): readonly CardRow[] {
  if (cells.every((cell) => cell.trim() === '')) return []
  return [{ line, question: cells[question ?? 0] ?? '', theme: (cells[theme ?? -1] ?? '').trim() }]
}

function readTable(text: string, first: string): readonly CardRow[] {
  const header = ['\t', ';', ','].find((each) => hasNames(first.split(each))) ?? ''
  const separator = header || guess(text, first)
  const [head, ...rest] = records(text, separator)
  if (!head) return []
  const named = hasNames(head.cells)
  const columns = named
    ? [questionNames, themeNames].map((names) => head.cells.findIndex((cell) => isOneOf(names, cell)))
    : [0, 1]
  const most = named ? head.cells.length : 2
  return (named ? rest : [head, ...rest]).flatMap(({ line, cells, open }): readonly CardRow[] => {
    if (open) return [{ line, question: '', theme: '', problem: 'quote' }]
    if (cells.slice(most).some((cell) => cell.trim() !== ''))
      return [{ line, question: '', theme: '', problem: 'columns' }]
    return row(line, cells, columns)
  })
}

const hasNames = (cells: readonly string[]): boolean => cells.some((cell) => isOneOf(questionNames, cell))

/** Without names above the columns a comma is part of a question, unless the questions are between quotes. */
function guess(text: string, first: string): string {
  if (text.includes('\t')) return '\t'
  if (text.includes(';')) return ';'
  return first.trim().startsWith('"') ? ',' : ''
}

interface TableRecord {
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation mark began and did not end. */
  readonly open: boolean
}

/** Cells between quotation marks may hold anything, line breaks and doubled quotation marks too. */
function records(text: string, separator: string): readonly TableRecord[] {
  const all: TableRecord[] = []
  let line = 1
  let started = 1
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const end = () => {
    all.push({ line: started, cells: [...cells, cell], open: quoted })
    cells = []
    cell = ''
    started = line
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '\n') line += 1
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (letter === '"' && cell.trim() === '' && separator !== '') {
      cell = ''
      quoted = true
    } else if (letter === '\n') end()
    else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  end()
  return all
}

function readYamlList(text: string): readonly CardRow[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  const lineOf = (node: Node) => (node.range ? lines.linePos(node.range[0]).line : 1)
  const broken = (line: number): CardRow => ({ line, question: '', theme: '', problem: 'yaml' })
  if (document.errors.length > 0)
    return [...new Set(document.errors.map(({ linePos }) => linePos?.[0].line ?? 1))].map(broken)

  const written = (node: unknown): string => (isScalar(node) ? String(node.value ?? '') : '')
  const under = (node: Node, names: readonly string[]): unknown =>
    isMap(node) ? node.items.find(({ key }) => isOneOf(names, written(key)))?.value : undefined
  const card = (node: Node): CardRow => {
    const line = lineOf(node)
    if (isScalar(node)) return { line, question: written(node), theme: '' }
    if (!isMap(node)) return broken(line)
    return {
      line,
      question: written(under(node, questionNames)),
      theme: written(under(node, themeNames)).trim(),
    }
  }
  const all = document.contents
  const found = (all && under(all, listNames)) ?? all
  if (isSeq(found)) return found.items.map((item) => card(item as Node))
  return isMap(found) ? [card(found)] : [broken(1)]
}
