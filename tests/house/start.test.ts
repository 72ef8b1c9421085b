import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'start-'))
afterAll(() => rmSync(folder, { recursive: true }))
copyFileSync(join(import.meta.dirname, '../../src/start.mjs'), join(folder, 'start.mjs'))
writeFileSync(join(folder, 'main.ts'), "const word: string = 'started'\nconsole.log(word)\n")

const start = (...flags: readonly string[]) =>
  spawnSync(process.execPath, [...flags, join(folder, 'start.mjs')], { encoding: 'utf8' })

test('a Node that runs TypeScript starts the bot', () => {
  expect(start()).toMatchObject({ status: 0, stdout: 'started\n' })
})

test('any other gets one sentence on what to do', () => {
  const { status, stdout, stderr } = start('--no-experimental-strip-types')
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('Dubbelloop needs Node 22.18 or newer')
  expect(stderr).toContain('npm ci')
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
