import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { filesIn, pathsIn } from './files.ts'

test('the files of this repo, and not what was installed beside them', () => {
  const paths = pathsIn(join(import.meta.dirname, '../..'))
  expect(paths).toContain('tests/house/files.test.ts')
  expect(paths.filter((path) => path.startsWith('node_modules'))).toEqual([])
})

test('a folder without git is walked; only text is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['src/round', 'node_modules/x', 'data']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'a.ts'), 'text')
  }
  writeFileSync(join(folder, 'dot.png'), new Uint8Array([137, 0]))
  const files = filesIn(folder).toSorted((one, other) => one.path.localeCompare(other.path))
  expect(files).toEqual([{ path: 'dot.png' }, { path: 'src/round/a.ts', text: 'text' }])
})
