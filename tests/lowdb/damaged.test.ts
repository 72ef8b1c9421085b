import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { StartRefused, StoreDamaged } from '../../src/contracts/errors.ts'
import { Disk } from './disk.ts'
import { decide, filesIn, inFolder, folder as inMemory, notes, openOn, put } from './make.ts'

const early = '2026-09-01T08:00:00.000Z'
const late = '2026-09-09T08:00:00.000Z'

const at = (folder: string) => ({
  file: join(folder, 'networks', 'n.json'),
  copy: join(folder, 'networks', 'n.previous.json'),
})

/** A folder whose network `n` was saved twice and stopped cleanly. */
async function fill(folder: string): Promise<void> {
  const store = await openLowdbStore({ folder })
  await store.transact('m', decide([put('a', 0)]))
  await store.transact('n', decide([put('a', 'first')], { due: early, lookups: ['place:p'] }))
  await store.transact('n', decide([put('a', 'second')], { due: late, lookups: ['place:p', 'place:q'] }))
  await store.close()
}

async function change(path: string, how: (bytes: Buffer) => Buffer | string): Promise<void> {
  await writeFile(path, how(await readFile(path)))
}

const damages: readonly [string, (path: string) => Promise<void>][] = [
  ['truncated', (path) => change(path, (bytes) => bytes.subarray(0, bytes.length - 5))],
  ['cut within its first line', (path) => change(path, (bytes) => bytes.subarray(0, 12))],
  ['empty', (path) => change(path, () => '')],
  ['full of zeroes', (path) => change(path, (bytes) => Buffer.alloc(bytes.length))],
  ['due at another moment', (path) => change(path, (bytes) => bytes.toString().replace('2026', '2027'))],
  [
    'found by another lookup',
    (path) => change(path, (bytes) => bytes.toString().replace('place:p', 'place:r')),
  ],
  ['other JSON', (path) => change(path, () => '{"a":1}\n{"b":2}\n')],
  ['no JSON', (path) => change(path, () => 'hello\nworld\n')],
  ['null', (path) => change(path, () => 'null\n')],
  ['gone', (path) => rm(path)],
]

describe.each(damages)('a network file that is %s', (_, damage) => {
  test('refuses the start, names its good copy, changes nothing, and what it says to do works', async () => {
    await inFolder(async (folder) => {
      await fill(folder)
      const { file, copy } = at(folder)
      await damage(file)
      const before = await filesIn(folder)
      const refused: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(StoreDamaged)
      const { message } = refused as StoreDamaged
      expect(message).toContain(`${file} is `)
      expect(message).toContain(`Copy that over ${file} and start again.`)
      expect(message).toContain(
        `its last good copy is ${copy}, of ${(await stat(copy)).mtime.toISOString()}.`,
      )
      expect(await filesIn(folder)).toEqual(before)

      await copyFile(copy, file)
      const store = await openLowdbStore({ folder })
      expect(await store.nextDue()).toBe(early)
      expect(await store.networksBy('place:p')).toEqual(['n'])
      expect(notes(await store.read('n'))).toEqual({ a: 'first' })
      expect(notes(await store.read('m'))).toEqual({ a: 0 })
      await store.close()
    })
  })

  test('refuses the start without promising a copy that is not good', async () => {
    await inFolder(async (folder) => {
      await fill(folder)
      const { file, copy } = at(folder)
      await damage(file)
      await writeFile(copy, 'also damaged')
      await expect(openLowdbStore({ folder })).rejects.toThrow(/n\.json is .* no good copy .* backup/)
    })
  })

  test('is noticed when it happens after the start, and nothing is written over it', async () => {
    await inFolder(async (folder) => {
      await fill(folder)
      const store = await openLowdbStore({ folder })
      await damage(at(folder).file)
      const before = await filesIn(folder)
      await expect(store.read('n')).rejects.toBeInstanceOf(StoreDamaged)
      await expect(store.transact('n', decide([put('a', 'third')]))).rejects.toBeInstanceOf(StoreDamaged)
      expect(notes(await store.read('m'))).toEqual({ a: 0 })
      expect(await filesIn(folder)).toEqual(before)
      await store.close()
    })
  })
})

test('any bit that is different anywhere in a file refuses the start', async () => {
  const disk = new Disk()
  await (await openOn(disk)).transact('n', decide([put('a', 1)], { due: early, lookups: ['place:p'] }))
  const path = join(inMemory, 'networks', 'n.json')
  const bytes = await disk.read(path)
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    const twin = disk.twin()
    await (await twin.create(path)).write(changed)
    await expect(openOn(twin)).rejects.toThrow(/n\.json (is damaged|was written by a newer version)/)
  }
})

test('a damaged copy beside a good file is no reason to refuse', async () => {
  await inFolder(async (folder) => {
    await fill(folder)
    await writeFile(at(folder).copy, 'damaged')
    const store = await openLowdbStore({ folder })
    expect(notes(await store.read('n'))).toEqual({ a: 'second' })
    await store.close()
  })
})

test('a file of a newer version refuses and says what to install', async () => {
  await inFolder(async (folder) => {
    await fill(folder)
    const { file } = at(folder)
    await change(file, (bytes) => bytes.toString().replace('"schema":1', '"schema":3'))
    const refused: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartRefused)
    expect((refused as StartRefused).message).toContain(`${file} was written by a newer version`)
  })
})
