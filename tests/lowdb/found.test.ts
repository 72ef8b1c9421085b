import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import type { Json, Store } from '../../src/contracts/store.ts'
import { Disk } from './disk.ts'
import { decide, filesIn, inFolder, folder as inMemory, notes, openOn, put } from './make.ts'

const early = '2026-09-01T08:00:00.000Z'
const late = '2026-09-09T08:00:00.000Z'

async function withStore(folder: string, use: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openLowdbStore({ folder })
  await use(store)
  await store.close()
}

test('an older file put back by hand is found and due as it says, and so is one of another folder', async () => {
  await inFolder(async (above) => {
    const [folder, other] = [join(above, 'here'), join(above, 'other')]
    const file = join(folder, 'networks', 'n.json')
    await withStore(folder, (store) =>
      store.transact('n', decide([put('a', 'old')], { due: early, lookups: ['place:old', 'place:p'] })),
    )
    const older = (await filesIn(folder)).get(file) ?? ''
    await withStore(folder, (store) =>
      store.transact('n', decide([put('a', 'new')], { due: late, lookups: ['place:p', 'place:new'] })),
    )
    await withStore(other, (store) =>
      store.transact('m', decide([put('a', 'other')], { due: late, lookups: ['place:p'] })),
    )
    await writeFile(file, older)
    const copied = (await filesIn(other)).get(join(other, 'networks', 'm.json')) ?? ''
    await writeFile(join(folder, 'networks', 'm.json'), copied)

    await withStore(folder, async (store) => {
      expect(await store.due(early)).toEqual(['n'])
      expect(await store.due(late)).toEqual(['n', 'm'])
      expect(await store.networksBy('place:old')).toEqual(['n'])
      expect(await store.networksBy('place:new')).toEqual([])
      expect((await store.networksBy('place:p')).toSorted()).toEqual(['m', 'n'])
      expect(notes(await store.read('n'))).toEqual({ a: 'old' })
      expect(notes(await store.read('m'))).toEqual({ a: 'other' })
    })
  })
})

test('a file that is put back while nobody has read it yet is due as it says once it is read', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'networks', 'n.json')
    await withStore(folder, (store) => store.transact('n', decide([put('a', 'old')], { due: early })))
    const older = (await filesIn(folder)).get(file) ?? ''
    await withStore(folder, (store) => store.transact('n', decide([put('a', 'new')], { due: late })))
    await withStore(folder, async (store) => {
      await writeFile(file, older)
      expect(await store.nextDue()).toBe(late)
      expect(notes(await store.read('n'))).toEqual({ a: 'old' })
      expect(await store.nextDue()).toBe(early)
    })
  })
})

/** As the first versions wrote it: all in the second line, and the checksum over that. */
function firstSchema(data: Json): string {
  const body = `${JSON.stringify(data)}\n`
  return `${JSON.stringify({ dubbelloop: 1, schema: 1, crc: crc32(body) })}\n${body}`
}

test('a folder of the first versions opens, and its index file goes', async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, 'networks'))
    const records = [['note', [['a', 1]]]]
    const network = (due: string | null) => firstSchema({ due, lookups: ['place:p'], records })
    await writeFile(join(folder, 'networks', 'n.json'), network(early))
    await writeFile(join(folder, 'networks', 'm.json'), network(null))
    await writeFile(join(folder, 'index.json'), firstSchema([['gone', late, ['account:canary']]]))
    const check = async (store: Store, value: number) => {
      expect(await store.due(late)).toEqual(['n'])
      expect((await store.networksBy('place:p')).toSorted()).toEqual(['m', 'n'])
      expect(await store.networksBy('account:canary')).toEqual([])
      expect(notes(await store.read('n'))).toEqual({ a: value })
      expect(notes(await store.read('m'))).toEqual({ a: 1 })
    }
    await withStore(folder, async (store) => {
      expect([...(await filesIn(folder)).keys()]).not.toContain(join(folder, 'index.json'))
      await check(store, 1)
      await store.transact('n', decide([put('a', 2)], { due: early, lookups: ['place:p'] }))
    })
    await withStore(folder, (store) => check(store, 2))
  })
})

test('the index file of the first versions does not come back after a power cut', async () => {
  const disk = new Disk()
  await disk.makeFolder(inMemory)
  await (await disk.create(join(inMemory, 'index.json'))).write(Buffer.from('canary'))
  const kept = disk.twin()
  await openOn(kept)
  const onlyWhatWasSynced = () => 1
  expect([...kept.cut(onlyWhatWasSynced).contents().keys()]).toEqual([])
})

test('a file of the first versions that was changed refuses the start', async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, 'networks'))
    const text = firstSchema({ due: early, lookups: [], records: [] })
    await writeFile(join(folder, 'networks', 'n.json'), text.replace('2026', '2027'))
    await expect(openLowdbStore({ folder })).rejects.toThrow(/n\.json is damaged/)
  })
})
