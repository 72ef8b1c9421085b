import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Runs one of the repo's own tools; what it says when it objects is the failure. */
function check(tool: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', tool), ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status !== 0) expect.fail(`${stdout}${stderr}`.trim() || `${tool} ended with ${status}`)
}

const biome = (...paths: readonly string[]): void =>
  check('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', ...paths)

const tsc = (project: string): void =>
  check('typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', project)

test('format and lint', () => biome())

test('types', () => tsc(root))

describe('a fault is found and told', () => {
  const folderWith = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'house-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return folder
  }
  const config = `--config-path=${root}`

  test.each([
    ['format', 'export const a = "b";\n', /format/],
    ['lint', 'export const a: any = 1\n', /noExplicitAny/],
    ['a mere warning', 'const a = 1\n', /noUnusedVariables/],
  ])('%s', (_, text, told) => {
    const folder = folderWith({ 'a.ts': text })
    expect(() => biome(config, folder)).toThrow(told)
  })

  test('types', () => {
    const project = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { types: [] },
      include: ['*.ts'],
    }
    const folder = folderWith({
      'a.ts': "export const a: number = 'b'\n",
      'tsconfig.json': JSON.stringify(project),
    })
    expect(() => tsc(folder)).toThrow(/a\.ts\(1,14\): error TS2322/)
  })
})
