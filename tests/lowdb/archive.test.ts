import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { StoreDamaged } from '../../src/contracts/errors.ts'
import type { Store } from '../../src/contracts/store.ts'
import { Disk } from './disk.ts'
import { decide, filesIn, inFolder, folder as inMemory, notes, openOn, put, remove, shelve } from './make.ts'

const archives = (names: Iterable<string>): readonly string[] =>
  [...names].filter((name) => name.includes('n.archive-')).sort()

/** The archive of network `n` in a folder, and its copy. */
async function archiveIn(folder: string): Promise<{ readonly file: string; readonly copy: string }> {
  const [copy = '', file = '', ...more] = archives((await filesIn(folder)).keys())
  expect(more).toEqual([])
  return { file, copy }
}

async function fill(store: Store): Promise<void> {
  await store.transact('n', decide([put('old', 'canary'), put('older', 'first'), put('new', 1)]))
  await store.transact('n', decide([shelve('old', 'canary'), shelve('older', 'first')]))
}

const kept = { old: 'canary', older: 'first', new: 2 }

test('what lies on the shelf is written once, and not again with what changes every day', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await fill(store)
  const names = archives(disk.contents().keys())
  expect(names).toHaveLength(2)
  disk.calls.length = 0
  for (const n of [2, 3, 4]) await store.transact('n', decide([put('new', n), put(`fresh-${n}`, n)]))
  expect(archives(disk.calls)).toEqual([])
  expect(archives(disk.contents().keys())).toEqual(names)
  const [file, copy] = [disk.contents().get(names[1] ?? ''), disk.contents().get(names[0] ?? '')]
  expect(file).toContain('canary')
  expect(copy).toBe(file)
  expect(disk.contents().get('n.json')).not.toContain('canary')
  expect(notes(await store.read('n'))).toMatchObject({ ...kept, new: 4 })
})

test('what was erased from the shelf is nowhere on the disk', async () => {
  await inFolder(async (folder) => {
    const store = await openLowdbStore({ folder })
    const everything = async (): Promise<string> => [...(await filesIn(folder)).values()].join()
    await fill(store)
    await store.transact('n', decide([put('new', 2)]))
    expect((await everything()).match(/canary/g)).toHaveLength(2)
    await store.transact('n', decide([remove('old')]))
    expect(await everything()).not.toContain('canary')
    expect((await everything()).match(/first/g)).toHaveLength(2)
    await store.transact('n', decide([remove('older')]))
    expect(archives((await filesIn(folder)).keys())).toEqual([])
    await store.close()
  })
})

test('what was put over something on the shelf stays no longer than in the copy', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await fill(store)
  await store.transact('n', decide([put('old', 'another')]))
  await store.transact('n', decide([put('new', 2)]))
  expect([...disk.contents().values()].join()).not.toContain('canary')
  expect(archives(disk.contents().keys())).toHaveLength(2)
})

test('also after a restart the archive of the version before goes with it', async () => {
  const disk = new Disk()
  await fill(await openOn(disk))
  await (await openOn(disk)).transact('n', decide([put('old', 'another')]))
  await (await openOn(disk)).transact('n', decide([remove('older')]))
  const all = [...disk.contents().values()].join()
  expect(all).not.toContain('canary')
  expect(all).not.toContain('first')
})

test('what a write that was cut off left behind goes at the next start, as far as no file names it', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await fill(store)
  const before = archives(disk.contents().keys())
  disk.before = (call) => {
    if (call === 'create n.json.tmp') throw new Error('no power')
  }
  await expect(store.transact('n', decide([shelve('new', 'left-behind')]))).rejects.toThrow()
  disk.before = () => undefined
  const after = disk.twin()
  expect(archives(after.contents().keys())).toHaveLength(4)
  expect(notes(await (await openOn(after)).read('n'))).toEqual({ ...kept, new: 1 })
  expect(archives(after.contents().keys())).toEqual(before)
})

test('a folder of the version without archives opens as it is, and such a network is written as it was', async () => {
  await inFolder(async (folder) => {
    const [head, body] = [
      '{"dubbelloop":1,"schema":1,"lookups":["place:p"],"crc":CRC}',
      '[["note",[["a",1]]]]',
    ]
    const path = join(folder, 'networks', 'n.json')
    await mkdir(join(folder, 'networks'))
    await writeFile(path, `${head.replace('CRC', '3656020277')}\n${body}\n`)
    const store = await openLowdbStore({ folder })
    expect(await store.networksBy('place:p')).toEqual(['n'])
    await store.transact('n', decide([put('b', 2)]))
    expect((await filesIn(folder)).get(path)).toContain('"schema":1')
    // An older version would lose what lies on the shelf without a word.
    await store.transact('n', decide([shelve('a', 1)]))
    expect((await filesIn(folder)).get(path)).toContain('"schema":2')
    await store.close()
  })
})

const damages: readonly [string, (path: string) => Promise<unknown>][] = [
  ['damaged', (path) => writeFile(path, '[["note",[["old","canary"]]]]\n')],
  ['damaged', (path) => writeFile(path, '')],
  ['missing', (path) => rm(path)],
]

describe.each(damages)('an archive that is %s', (what, damage) => {
  test('refuses the start, names its good copy, changes nothing, and what it says to do works', async () => {
    await inFolder(async (folder) => {
      const first = await openLowdbStore({ folder })
      await fill(first)
      await first.transact('n', decide([put('new', 2)]))
      await first.close()
      const { file, copy } = await archiveIn(folder)
      await damage(file)
      const before = await filesIn(folder)
      const refused: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(StoreDamaged)
      const made = (await stat(copy)).mtime.toISOString()
      expect((refused as StoreDamaged).message).toBe(
        `${file} is ${what}; its last good copy is ${copy}, of ${made}. Copy that over ${file} and start again.`,
      )
      expect(await filesIn(folder)).toEqual(before)

      await copyFile(copy, file)
      const store = await openLowdbStore({ folder })
      expect(notes(await store.read('n'))).toEqual(kept)
      await store.close()
    })
  })

  test('refuses the start without promising a copy that is not good', async () => {
    await inFolder(async (folder) => {
      const first = await openLowdbStore({ folder })
      await fill(first)
      await first.close()
      const { file, copy } = await archiveIn(folder)
      await damage(file)
      await damage(copy)
      await expect(openLowdbStore({ folder })).rejects.toThrow(`${file} is ${what} and has no good copy`)
    })
  })

  test('is noticed when it happens after the start, and nothing is written over it', async () => {
    await inFolder(async (folder) => {
      const first = await openLowdbStore({ folder })
      await fill(first)
      await first.close()
      const store = await openLowdbStore({ folder })
      const { file } = await archiveIn(folder)
      await damage(file)
      const before = await filesIn(folder)
      await expect(store.read('n')).rejects.toBeInstanceOf(StoreDamaged)
      await expect(store.transact('n', decide([put('new', 3)]))).rejects.toBeInstanceOf(StoreDamaged)
      expect(await filesIn(folder)).toEqual(before)
      await store.close()
    })
  })
})

test('a copy of a network is no good without the archive that it names', async () => {
  await inFolder(async (folder) => {
    const first = await openLowdbStore({ folder })
    await fill(first)
    await first.transact('n', decide([put('new', 2)]))
    await first.close()
    await rm(join(folder, 'networks', 'n.json'))
    await expect(openLowdbStore({ folder })).rejects.toThrow(/its last good copy is .*n\.previous\.json/)
    const { file } = await archiveIn(folder)
    await rm(file)
    await expect(openLowdbStore({ folder })).rejects.toThrow(/n\.json is missing and has no good copy/)
  })
})

test('any bit that is different in an archive refuses the start, and a damaged copy of it does not', async () => {
  const disk = new Disk()
  await fill(await openOn(disk))
  const [copy = '', file = ''] = archives(disk.contents().keys()).map((name) =>
    join(inMemory, 'networks', name),
  )
  const bytes = await disk.read(file)
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    const [twin, other] = [disk.twin(), disk.twin()]
    await (await twin.create(file)).write(changed)
    await expect(openOn(twin)).rejects.toThrow(/n\.archive-\w+\.json is damaged; its last good copy/)
    await (await other.create(copy)).write(changed)
    expect(notes(await (await openOn(other)).read('n'))).toEqual({ ...kept, new: 1 })
  }
})
