import { existsSync } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFiles } from '../../adapters/lowdb/files.ts'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { StartRefused } from '../../src/contracts/errors.ts'
import { Disk, diskError } from './disk.ts'
import { decide, filesIn, inFolder, notes, put, remove } from './make.ts'

const mode = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8)

// Windows has no such modes: there a folder is as private as the account it belongs to.
test.skipIf(process.platform === 'win32')('folders and files are for our own eyes only', async () => {
  await inFolder(async (above) => {
    const folder = join(above, 'deep', 'data')
    const old = process.umask(0)
    try {
      const store = await openLowdbStore({ folder })
      await store.transact('n', decide([put('a', 1)], { lookups: ['place:p'] }))
      await store.transact('n', decide([put('a', 2)], { lookups: ['place:p'] }))
      for (const path of [join(above, 'deep'), folder, join(folder, 'networks')])
        expect(await mode(path)).toBe('700')
      const names = await readdir(folder, { recursive: true })
      const files = ['lock', 'networks/n.json', 'networks/n.previous.json']
      expect(names.toSorted()).toEqual([...files, 'networks'].toSorted())
      for (const name of files) expect(await mode(join(folder, name))).toBe('600')
      await store.close()
    } finally {
      process.umask(old)
    }
  })
})

test('the version before stands beside the newest', async () => {
  await inFolder(async (folder) => {
    const store = await openLowdbStore({ folder })
    await store.transact('n', decide([put('a', 'zero'), put('b', 'gone')]))
    await store.transact('n', decide([remove('b')]))
    for (const words of ['one', 'two', 'three']) await store.transact('n', decide([put('a', words)]))
    const files = await filesIn(join(folder, 'networks'))
    expect(files.get(join(folder, 'networks', 'n.json'))).toContain('three')
    expect(files.get(join(folder, 'networks', 'n.previous.json'))).toContain('two')
    await store.close()
  })
})

test('what was erased is nowhere on the disk', async () => {
  await inFolder(async (folder) => {
    const store = await openLowdbStore({ folder })
    const everything = async (): Promise<string> => [...(await filesIn(folder)).values()].join()
    await store.transact('n', decide([put('a', 'keep')], { lookups: ['place:p'] }))
    await store.transact(
      'n',
      decide([put('b', 'canary-words')], { lookups: ['place:p', 'account:canary-account'] }),
    )
    await store.transact('n', decide([put('c', 1)], { lookups: ['place:p', 'account:canary-account'] }))
    expect((await everything()).match(/canary-\w+/g)).toHaveLength(4)
    await store.transact('n', decide([remove('b')], { lookups: ['place:p'] }))
    expect(await everything()).not.toContain('canary')
    expect(await everything()).toContain('keep')
    await store.close()
  })
})

test('a lookup that went is nowhere on the disk either', async () => {
  await inFolder(async (folder) => {
    const store = await openLowdbStore({ folder })
    await store.transact('n', decide([put('a', 1)], { lookups: ['account:canary'] }))
    await store.transact('n', decide([put('a', 2)]))
    expect([...(await filesIn(folder)).values()].join()).not.toContain('canary')
    await store.close()
  })
})

test('what an interrupted write left behind is tidied up, and nothing else', async () => {
  await inFolder(async (folder) => {
    const first = await openLowdbStore({ folder })
    await first.transact('n', decide([put('a', 1)]))
    await first.close()
    await writeFile(join(folder, 'networks', 'n.json.tmp'), 'half')
    await writeFile(join(folder, 'probe.tmp'), 'half')
    await writeFile(join(folder, 'networks', 'notes of the operator.txt'), 'mine')
    const store = await openLowdbStore({ folder })
    expect(notes(await store.read('n'))).toEqual({ a: 1 })
    await store.close()
    const left = await readdir(join(folder, 'networks'))
    expect(left.toSorted()).toEqual(['n.json', 'notes of the operator.txt'])
    expect(await readdir(folder)).not.toContain('probe.tmp')
  })
})

test('a folder that cannot be used refuses with its name', async () => {
  await inFolder(async (above) => {
    const folder = join(above, 'file')
    await writeFile(folder, 'not a folder')
    const refused: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartRefused)
    expect((refused as StartRefused).message).toContain(folder)
  })
})

// The only file system at hand that has a folder in which no folder can be made.
test.runIf(existsSync('/proc/self'))('a folder that nobody can make refuses at once', async () => {
  const folder = '/proc/dubbelloop/data'
  const refused: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StartRefused)
  expect((refused as StartRefused).message).toContain(`The folder ${folder} cannot be used`)
})

test('a folder that somebody else makes at the same moment is as good', async () => {
  await inFolder(async (above) => {
    const folder = join(above, 'deep', 'data')
    await Promise.all([1, 2, 3].map(() => nodeFiles.makeFolder(folder)))
    expect((await stat(folder)).isDirectory()).toBe(true)
  })
})

test('a disk that makes no folder refuses with its name', async () => {
  const disk = new Disk()
  disk.before = (call) => {
    if (call === 'makeFolder networks') throw diskError('ENOENT')
  }
  const refused: unknown = await openLowdbStore({ folder: '/data', files: disk }).catch((error) => error)
  expect(refused).toBeInstanceOf(StartRefused)
  expect((refused as StartRefused).message).toContain('cannot be used (ENOENT)')
})

test('a lock that cannot be taken for another reason does not blame another process', async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, 'lock'))
    const refused: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartRefused)
    expect((refused as StartRefused).message).toContain(`The folder ${folder} cannot be locked`)
  })
})
