import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn } from './files.ts'
import { idleExports } from './rules.ts'
import { readSource } from './source.ts'

const sources = filesIn(join(import.meta.dirname, '../..'))
  .filter(({ path }) => /^(src|adapters|tests)\/.*\.(ts|mjs)$/.test(path))
  .map(({ path, text = '' }) => readSource(path, text))

test('whatever a file gives to others, another file takes', () => {
  const givers = sources.filter(({ path }) => !path.startsWith('tests/'))
  expect(givers.flatMap((each) => each.exports).length).toBeGreaterThan(0)
  expect(idleExports(givers, sources).join('\n')).toBe('')
})

const giver = readSource(
  'src/round/a.ts',
  `export const one = 1, [two] = [2]
  export function three() {}
  export class Four {}
  export { five as six, type T } from './b.ts'
  export type Seven = string
  export interface Eight {}
  const own = one`,
)
const idle = (path: string, text: string) =>
  idleExports([giver], [giver, readSource(path, text)]).map((each) => each.split(/[ :]/)[2])

test.each([
  ['nobody', 'src/bot.ts', '', ['one', 'two', 'three', 'Four', 'six']],
  [
    'a file that names some',
    'src/bot.ts',
    "import { one, Four } from './round/a.ts'",
    ['two', 'three', 'six'],
  ],
  [
    'a file that passes one on',
    'src/round/c.ts',
    "export { six } from './a.ts'",
    ['one', 'two', 'three', 'Four'],
  ],
  ['somebody later', 'src/bot.ts', "(await import('./round/a.ts')).one", ['two', 'three', 'Four', 'six']],
  [
    'another of that name',
    'src/bot.ts',
    "import { one } from './b.ts'",
    ['one', 'two', 'three', 'Four', 'six'],
  ],
])('taken by %s', (_, path, text, left) => {
  expect(idle(path, text)).toEqual(left)
})
