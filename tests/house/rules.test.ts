import { expect, test } from 'vitest'
import { cycles, leaked, outsideUses, packageOf, wrongImports, wrongPackages, wrongShape } from './rules.ts'
import { readSource } from './source.ts'
import { libraries } from './table.ts'

const importing = (path: string, to: string) => wrongImports(readSource(path, `import '${to}'`))
const typing = (path: string, to: string) => wrongImports(readSource(path, `import type { T } from '${to}'`))

test.each([
  ['src/contracts/form.ts', './text.ts'],
  ['src/network/member.ts', '../contracts/form.ts'],
  ['src/network/member.ts', '../calendar/week.ts'],
  ['src/network/member.ts', 'zod'],
  ['src/network/member.ts', 'node:crypto'],
  ['src/round/invite.ts', '../instrument/schema.ts'],
  ['src/features/retro/plan.ts', './view.ts'],
  ['src/features/retro/plan.ts', '../feature.ts'],
  ['src/features/retro/plan.ts', '../../picture/lines.ts'],
  ['src/features/registry.ts', './retro/plan.ts'],
  ['src/bot.ts', './features/registry.ts'],
  ['src/bot.ts', './handled.ts'],
  ['src/config.ts', './contracts/errors.ts'],
  ['src/main.ts', '../adapters/slack/index.ts'],
  ['src/main.ts', 'pino'],
  ['src/start.mjs', './main.ts'],
  ['src/read-instruments.ts', 'yaml'],
  ['adapters/slack/send.ts', './limits.ts'],
  ['adapters/slack/send.ts', '../../src/contracts/chat.ts'],
  ['adapters/slack/send.ts', '@slack/web-api/dist/x.js'],
  ['adapters/postgres/queue.ts', 'pg-boss'],
])('%s may import %s', (path, to) => {
  expect(importing(path, to)).toEqual([])
})

test.each([
  ['src/contracts/form.ts', '../network/member.ts', 'src/contracts/** may import only'],
  ['src/contracts/form.ts', 'zod', 'no packages'],
  ['src/contracts/form.ts', 'node:stream', 'only types'],
  ['src/network/member.ts', '../round/invite.ts', 'src/network/** may import only'],
  ['src/instrument/schema.ts', '../network/member.ts', 'src/instrument/** may import only'],
  ['src/picture/lines.ts', '../round/invite.ts', 'src/picture/** may import only'],
  ['src/text/nl.ts', '../network/member.ts', 'src/text/** may import only'],
  ['src/round/invite.ts', '../features/feature.ts', 'src/round/** may import only'],
  ['src/features/retro/plan.ts', '../card/plan.ts', 'src/features/*/** may import only'],
  ['src/features/retro/plan.ts', '../../bot.ts', 'src/features/*/** may import only'],
  ['src/features/feature.ts', './retro/plan.ts', 'src/features/* may import only'],
  ['src/features/registry.ts', '../bot.ts', 'src/features/registry.ts may import only'],
  ['src/bot.ts', '../adapters/slack/index.ts', 'src/* may import only'],
  ['src/bot.ts', './main.ts', 'src/main.ts may be imported only by src/start.mjs'],
  ['src/config.ts', './bot.ts', 'src/config.ts may import only'],
  ['src/main.ts', '../tests/reporter.ts', 'src/main.ts may import only'],
  ['adapters/web/index.ts', '../slack/limits.ts', 'adapters/*/** may import only'],
  ['adapters/web/index.ts', '../../src/network/member.ts', 'adapters/*/** may import only'],
  ['adapters/web/index.ts', '../../tests/reporter.ts', 'adapters/*/** may import only'],
  ['adapters/web/index.ts', '/lib/x.js', 'by the name of its package'],
  ['adapters/web/index.ts', 'https://example.org/x.js', 'by the name of its package'],
])('%s may not import %s', (path, to, rule) => {
  const [message = '', ...more] = importing(path, to)
  expect(more).toEqual([])
  expect(message).toContain(`${path}:1 imports ${to}: `)
  expect(message).toContain(rule)
})

test('a type is an import as well, except that contracts may use those of Node', () => {
  expect(typing('src/contracts/form.ts', '../network/member.ts')).toHaveLength(1)
  expect(typing('src/contracts/form.ts', 'zod')).toHaveLength(1)
  expect(typing('src/contracts/form.ts', 'node:stream')).toEqual([])
})

test('a folder without a row in the table is refused', () => {
  expect(importing('src/elsewhere/a.ts', './b.ts').join()).toContain('has no row')
})

test('a computed import is refused', () => {
  const source = readSource('src/bot.ts', 'export const load = (name: string) => import(name)')
  expect(wrongImports(source).join()).toContain('must be readable here')
})

test.each(libraries.flatMap(({ packages }) => packages))('%s is refused outside its room', (name) => {
  expect(importing('adapters/ical/index.ts', name.replace('*', 'x')).join()).toContain('stays in')
})

test.each([
  'process.env.PORT',
  'const { env } = process',
  "import 'node:fs/promises'",
  "import 'fs'",
  "import 'node:https'",
  "import 'node:net'",
  "import 'node:timers/promises'",
  "import { randomBytes } from 'node:crypto'",
  "fetch('x')",
  'globalThis.fetch',
  'Date.now()',
  'new Date()',
  'Math.random()',
  'setTimeout(f)',
  'setInterval(f)',
  'crypto.randomUUID()',
])('in src only few may say %s', (text) => {
  expect(outsideUses(readSource('src/bot.ts', text)).join()).toMatch(/^src\/bot\.ts:1 uses .*hand it in/)
  expect(outsideUses(readSource('src/main.ts', text))).toEqual([])
  expect(outsideUses(readSource('adapters/slack/send.ts', text))).toEqual([])
})

test('what is harmless is left alone, and the reader of instruments may read', () => {
  const harmless =
    "import { createHash } from 'node:crypto'\nimport type { Stats } from 'node:fs'\nnew Date(0)"
  expect(outsideUses(readSource('src/bot.ts', harmless))).toEqual([])
  expect(outsideUses(readSource('src/read-instruments.ts', "import 'node:fs/promises'"))).toEqual([])
  expect(outsideUses(readSource('src/read-instruments.ts', 'fetch(x)'))).toHaveLength(1)
})

test('a circle is found once, through types and re-exports', () => {
  const a = readSource('src/round/a.ts', "import type { B } from './b.ts'")
  const b = readSource('src/round/b.ts', "export * from '../text/c.ts'")
  const c = readSource('src/text/c.ts', "import '../round/a.ts'")
  const outside = readSource('src/bot.ts', "import './round/a.ts'")
  expect(cycles([outside, a, b, c])).toEqual([
    'src/round/a.ts → src/round/b.ts → src/text/c.ts → src/round/a.ts: imports go in one direction',
  ])
  expect(cycles([outside, a, b])).toEqual([])
})

test('packages are asked for when used, and used when asked for', () => {
  const source = readSource('adapters/x/a.ts', "import 'node:fs'\nimport './b.ts'\nimport '@slack/bolt/x'")
  expect(wrongPackages([source], ['@slack/bolt'])).toEqual([])
  expect(wrongPackages([source], []).join()).toContain('adapters/x/a.ts:3 imports @slack/bolt')
  expect(wrongPackages([source], ['@slack/bolt', 'zod']).join()).toContain('depends on zod')
})

test('a package is named without the path in it', () => {
  expect(
    ['pg', 'pg/lib/x', '@slack/bolt', '@slack/bolt/x', 'node:fs', 'fs', './a.ts', '/a', '#a'].map(packageOf),
  ).toEqual(['pg', 'pg', '@slack/bolt', '@slack/bolt', undefined, undefined, undefined, undefined, undefined])
})

test('long, deep and empty files are refused', () => {
  const lines = (count: number) => 'x\n'.repeat(count)
  expect(wrongShape({ path: 'src/a.ts', text: lines(300) })).toEqual([])
  expect(wrongShape({ path: 'src/a.ts', text: lines(301) })).toEqual(['src/a.ts has 301 lines: 300 at most'])
  expect(wrongShape({ path: 'src/a.css', text: lines(301) })).toHaveLength(1)
  expect(wrongShape({ path: 'docs/a.md', text: lines(301) })).toEqual([])
  expect(wrongShape({ path: 'a/b/c/d.ts', text: 'x' })).toEqual([])
  expect(wrongShape({ path: 'a/b/c/d/e.ts', text: 'x' }).join()).toContain('too deep')
  expect(wrongShape({ path: 'src/a.ts', text: ' \n' })).toEqual(['src/a.ts is empty'])
  expect(wrongShape({ path: 'docs/a.png' })).toEqual([])
})

// Written in parts, or this file would be the first to be found.
test.each([
  ['registry', '.npmjs.org'],
  ['https://npm.', 'nexus.example.org/'],
  ['cd /home', '/anna/dubbelloop'],
  ['cd /Users', '/anna/dubbelloop'],
  ['C:', '\\Users\\anna'],
  ['/root', '/.npmrc'],
])('%s%s is refused', (one, two) => {
  expect(leaked({ path: 'README.md', text: `fine\n${one}${two}` }).join()).toContain('README.md:2 holds ')
})

test('ordinary addresses and paths are left alone, and the lock file names no registry', () => {
  const text = 'https://nodejs.org https://example.org/work/x /home/node/app ./data "resolved"'
  expect(leaked({ path: 'README.md', text })).toEqual([])
  expect(leaked({ path: 'package-lock.json', text: '{ "resolved": 1 }' }).join()).toContain('says "resolved"')
})
