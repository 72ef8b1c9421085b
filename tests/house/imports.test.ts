import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn } from './files.ts'
import {
  cycles,
  leaked,
  outsideUses,
  type Violation,
  wrongImports,
  wrongPackages,
  wrongShape,
} from './rules.ts'
import { readSource } from './source.ts'

const root = join(import.meta.dirname, '../..')
const files = filesIn(root)
const sources = files
  .filter(({ path }) => /^(src|adapters)\/.*\.(ts|mts|mjs|js)$/.test(path))
  .map(({ path, text = '' }) => readSource(path, text))
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  files.find(({ path }) => path === 'package.json')?.text ?? '',
)

function none(violations: readonly Violation[]): void {
  if (violations.length > 0) expect.fail(violations.join('\n'))
}

test('there is something to check', () => {
  expect(sources.map(({ path }) => path)).toContain('src/start.mjs')
  expect(sources.some(({ imports }) => imports.length > 0)).toBe(true)
})

test('everybody imports only what their room may', () => none(sources.flatMap(wrongImports)))

test('nobody in src touches the environment, the network, the disk, the clock or chance', () =>
  none(sources.flatMap(outsideUses)))

test('imports never go round in a circle', () => none(cycles(sources)))

test('package.json asks for what is used, and for nothing else', () =>
  none(wrongPackages(sources, Object.keys(dependencies))))

test('files are small and not empty, folders shallow', () => none(files.flatMap(wrongShape)))

test('nothing of one machine or organisation is in the files', () => none(files.flatMap(leaked)))
