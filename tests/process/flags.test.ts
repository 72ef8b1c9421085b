import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { script } from '../support/script.ts'

test.each(['doctor', 'letters', 'manifest', 'move-data'])(
  '%s says in one line what can be said, and does nothing',
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-flags-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const { code, out, err } = await script(name, { DATA_DIR: join(folder, 'data') }, '--banana')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^Say .*npm run ${name}.*\\n$`))
    expect(await readdir(folder)).toEqual([])
  },
)
