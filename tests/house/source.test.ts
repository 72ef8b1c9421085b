import { expect, test } from 'vitest'
import { readSource } from './source.ts'

const read = (text: string) => readSource('src/x.ts', text)
const usesOf = (text: string) => read(text).uses.map(({ name }) => name)

test.each([
  ["import './a.ts'", false],
  ["import a, { b } from './a.ts'", false],
  ["import { type B } from './a.ts'", false],
  ["import type { B } from './a.ts'", true],
  ["export * from './a.ts'", false],
  ["export { b } from './a.ts'", false],
  ["export type { B } from './a.ts'", true],
  ["const a = await import('./a.ts')", false],
  ['const a = await import(`./a.ts`)', false],
  ["let a: typeof import('./a.ts')", true],
  ["function f(x: import('./a.ts').B) {}", true],
  ["const a = require('./a.ts')", false],
  ["const a = import.meta.resolve('./a.ts')", false],
])('sees the import in %s', (text, typeOnly) => {
  expect(read(`// first\n${text}`).imports).toEqual([{ to: './a.ts', typeOnly, line: 2 }])
})

test('an import that is known only while running has no address', () => {
  expect(read('const f = (name: string) => import(`./` + name)').imports).toEqual([
    { typeOnly: false, line: 1 },
  ])
})

test('comments and strings import and use nothing', () => {
  const { imports, uses } = read(
    "// import './a.ts'\nconst s = \"import './a.ts'; fetch()\"\n/* Date.now() */ s",
  )
  expect(imports).toEqual([])
  expect(uses.map(({ name }) => name)).not.toContain('fetch')
})

test.each([
  ["fetch('x')", 'fetch'],
  ['const get = fetch', 'fetch'],
  ['const o = { fetch }', 'fetch'],
  ["globalThis.fetch('x')", 'fetch'],
  ['const clock = { now: Date.now }', 'Date.now'],
  ["Date['now']()", 'Date.now'],
  ['const now = new Date()', 'new Date()'],
  ['const now = (new Date() as Date).getTime()', 'new Date()'],
  ['const s = Date()', 'Date()'],
  ['const { env } = process', 'process'],
  ['const p = process.env.PORT', 'process.env.PORT'],
  ["import { randomUUID as id } from 'node:crypto'", 'node:crypto.randomUUID'],
  ["import crypto from 'node:crypto'\ncrypto.randomUUID()", 'node:crypto.randomUUID'],
])('sees what %s uses', (text, name) => {
  expect(usesOf(text)).toContain(name)
})

test.each([
  ['const day = new Date(0)', 'new Date()'],
  ['const f = (fetch: () => void) => fetch()', 'fetch'],
  ['function process() {}\nprocess()', 'process'],
  ['const f = ({ a: [setTimeout] }: T) => setTimeout()', 'setTimeout'],
  ['mail.fetch()', 'fetch'],
  ['const o = { fetch: 1 }', 'fetch'],
  ['type F = typeof fetch', 'fetch'],
  ['let f: typeof fetch', 'fetch'],
])('%s does not use the real %s', (text, name) => {
  expect(usesOf(text)).not.toContain(name)
})

test('plain JavaScript is read too, and what is neither is refused', () => {
  expect(readSource('src/x.mjs', "import './a.mjs'").imports).toHaveLength(1)
  expect(() => read('const = 1')).toThrow()
})
