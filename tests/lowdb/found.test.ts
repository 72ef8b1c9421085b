import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import type { Store } from '../../src/contracts/store.ts'
import { decide, filesIn, inFolder, notes, put } from './make.ts'

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
