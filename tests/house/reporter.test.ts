import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lastLine } from '../reporter.ts'

const root = join(import.meta.dirname, '../..')

/** Runs vitest with the repo's own settings on a made-up folder of tests, as somebody at a terminal sees it. */
function run(tests: Record<string, string>): {
  readonly last: string | undefined
  readonly status: number | null
} {
  const folder = mkdtempSync(join(tmpdir(), 'reporter-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  // A folder of its own with one link in it: vitest keeps its cache there.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'junction')
  mkdirSync(join(folder, 'tests'))
  for (const [name, text] of Object.entries(tests)) {
    const head = "import { afterAll, beforeAll, describe, test } from 'vitest'\n"
    writeFileSync(join(folder, 'tests', `${name}.test.ts`), head + text)
  }
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = join(root, 'vitest.config.ts')
  const command = [process.execPath, vitest, 'run', '--root', folder, '--config', config]
  const { status, stdout } = spawnSync(`"${command.join('" "')}" 2>&1`, {
    shell: true,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return { last: stdout.split('\n').at(-2), status }
}

const passes = "test('passes', () => {})\n"
const fails = "test('fails', () => { throw new Error('no') })\n"

test('all is well', () => {
  expect(run({ a: passes, b: passes })).toEqual({ last: '2 passed, 0 failed', status: 0 })
})

test('what was left out is told', () => {
  const tests = { a: `${passes}test.skip('later', () => {})\ntest.todo('some day')\n` }
  expect(run(tests)).toEqual({ last: '1 passed, 0 failed, 2 skipped', status: 0 })
})

test('a failing test, a file that does not load and one without tests each count', () => {
  const tests = { a: passes + fails, b: "import './nowhere.ts'\n", c: 'const = 1\n', d: '' }
  expect(run(tests)).toEqual({ last: '1 passed, 4 failed', status: 1 })
})

test('broken hooks count', () => {
  const broken =
    "describe('group', () => { beforeAll(() => { throw new Error('no') })\n test('x', () => {}) })\n"
  const tests = { a: passes + broken, b: `${passes}afterAll(() => { throw new Error('no') })\n` }
  expect(run(tests)).toEqual({ last: '2 passed, 2 failed, 1 skipped', status: 1 })
})

test('an error nobody caught counts', () => {
  expect(run({ a: `${passes}Promise.reject(new Error('no'))\n` })).toEqual({
    last: '1 passed, 1 failed',
    status: 1,
  })
})

test('no tests at all is not a success', () => {
  expect(run({})).toEqual({ last: '0 passed, 1 failed', status: 1 })
})

test('a run that ends in an error never says that nothing failed', () => {
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 }, 1)).toBe('3 passed, 1 failed')
  expect(lastLine({ passed: 3, failed: 2, skipped: 0 }, 1)).toBe('3 passed, 2 failed')
})
