import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, project, runToEnd, startProcess } from '../support/process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-refuse-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a start that is refused', () => {
  it('names a wrong setting in one sentence', async () => {
    const { code, stderr } = await runToEnd({ DATA_DIR: folder, PORT: 'banana' })
    expect(code).toBe(1)
    expect(stderr).toBe('PORT=banana is not right: it must be a number, for example 3978.\n')
  })

  it('names a broken instrument by file, line and field', async () => {
    const copy = join(folder, 'copy')
    await mkdir(copy)
    for (const room of ['src', 'adapters', 'instruments', 'package.json'])
      await cp(join(project, room), join(copy, room), { recursive: true })
    await symlink(join(project, 'node_modules'), join(copy, 'node_modules'))
    const good = await readFile(join(project, 'instruments/after-meeting.yaml'), 'utf8')
    await writeFile(join(copy, 'instruments/foo.yaml'), good.replace('type: choices', 'type: slider'))
    const { code, stderr } = await runToEnd({ DATA_DIR: join(folder, 'data') }, copy)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^instruments\/foo\.yaml, line 25, steps\.1\.items\.0\.type: .+\n$/)
  })

  it('keeps a second process off the same folder, also after the first was killed', async () => {
    const data = join(folder, 'shared')
    const first = await startProcess({ DATA_DIR: data })
    const second = await runToEnd({ DATA_DIR: data })
    expect(second.code).toBe(1)
    expect(second.stderr).toContain(data)
    expect(second.stderr.trim().split('\n')).toHaveLength(1)
    await first.stop('SIGKILL')
    const third = await startProcess({ DATA_DIR: data })
    expect((await third.stop('SIGTERM')).code).toBe(0)
  })

  it('names a damaged file and its last good copy, and changes nothing', async () => {
    const data = join(folder, 'damaged')
    const running = await startProcess({ DATA_DIR: data })
    // A moved clock is answered only when everything that was due has been done and kept.
    await post(running.url, '/playground/clock', { to: '2020-01-01T00:00:00Z' })
    await running.stop('SIGTERM')
    const networks = join(data, 'networks')
    const before = await readdir(networks)
    const file = join(networks, 'example.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('Anna', 'Ank!'))
    const { code, stderr } = await runToEnd({ DATA_DIR: data })
    expect(code).toBe(1)
    expect(stderr).toContain('example.json')
    expect(stderr).toContain('example.previous.json')
    expect(await readdir(networks)).toEqual(before)
    expect(await readFile(file, 'utf8')).toContain('Ank!')
  })
})
