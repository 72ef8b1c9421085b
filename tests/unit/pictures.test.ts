import { expect, test } from 'vitest'
import { withChanges } from '../../src/contracts/store.ts'
import { lookups } from '../../src/network/member.ts'
import { type Picture, pictureLookup, pictures } from '../../src/network/picture.ts'
import { createPictures } from '../../src/pictures.ts'
import { memoryStore } from '../web/memory-store.ts'

const id = (count: number) => `picture${String(count).padStart(20, '0')}`

const picture = (count: number, title = 'Praktijk'): Picture => ({
  ...{ id: id(count), kind: 'lines', language: 'nl', title },
  lines: [],
})

async function open() {
  const store = memoryStore()
  const drawn: string[] = []
  const asked: string[] = []
  let loaded = 0
  let broken = false
  const show = createPictures({
    store: {
      ...store,
      async networksBy(lookup) {
        asked.push(lookup)
        return store.networksBy(lookup)
      },
    },
    async load() {
      loaded++
      return async ({ title }) => {
        drawn.push(title)
        if (broken) throw new Error('broken')
        return new TextEncoder().encode(title)
      }
    },
  })
  const change = (...changes: ReturnType<typeof pictures.put>[]) =>
    store.transact('n1', (state) => ({
      result: undefined,
      changes,
      lookups: lookups(withChanges(state, changes)),
    }))
  return {
    ...{ store, drawn, asked, change },
    loaded: () => loaded,
    break: (now: boolean) => {
      broken = now
    },
    show: async (which: string) => {
      const png = await show(which)
      return png && new TextDecoder().decode(png)
    },
  }
}

test('a picture is found by its id alone, and drawn once', async () => {
  const { show, change, drawn, loaded } = await open()
  await change(pictures.put(picture(1)), pictures.put(picture(2, 'Organisatie')))
  expect(loaded()).toBe(0)
  expect(await Promise.all([show(id(1)), show(id(1)), show(id(2))])).toEqual([
    'Praktijk',
    'Praktijk',
    'Organisatie',
  ])
  expect(drawn.toSorted()).toEqual(['Organisatie', 'Praktijk'])
  expect(loaded()).toBe(1)
})

test('one that is not there, or no longer, is not shown', async () => {
  const { show, change } = await open()
  await change(pictures.put(picture(1)))
  expect(await show(id(2))).toBeUndefined()
  expect(await show(id(1))).toBe('Praktijk')
  await change(pictures.remove(id(1)))
  expect(await show(id(1))).toBeUndefined()
})

test('one that changed is drawn anew', async () => {
  const { show, change } = await open()
  await change(pictures.put(picture(1)))
  await show(id(1))
  await change(pictures.put(picture(1, 'Anders')))
  expect(await show(id(1))).toBe('Anders')
})

test.each([
  '',
  'short',
  '../../etc/passwd',
  `${id(1)}/`,
  `${id(1)}\n`,
  'x'.repeat(200),
  'example-picture-0000000000',
])('%j is no id, and nobody looks for it', async (wrong) => {
  const { show, asked } = await open()
  expect(await show(wrong)).toBeUndefined()
  expect(asked).toEqual([])
})

test('what went wrong once is tried again', async () => {
  const { show, change, ...rest } = await open()
  await change(pictures.put(picture(1)))
  rest.break(true)
  await expect(show(id(1))).rejects.toThrow('broken')
  rest.break(false)
  expect(await show(id(1))).toBe('Praktijk')
})

test('only so many are kept, the ones asked for last', async () => {
  const { show, change, drawn } = await open()
  await change(...Array.from({ length: 60 }, (_, count) => pictures.put(picture(count, `${count}`))))
  for (let count = 0; count < 60; count++) {
    await show(id(count))
    await show(id(0))
  }
  expect(drawn).toHaveLength(60)
  await show(id(59))
  expect(drawn).toHaveLength(60)
  await show(id(1))
  expect(drawn).toHaveLength(61)
})

test('a network says which pictures it has', async () => {
  const { store, change } = await open()
  await change(pictures.put(picture(1)))
  expect(lookups(await store.read('n1'))).toEqual([pictureLookup(id(1))])
})

test('an id that can be guessed is not kept', async () => {
  const { store, change } = await open()
  await change(pictures.put({ ...picture(1), id: 'four' }))
  const state = await store.read('n1')
  expect(() => pictures.get(state, 'four')).toThrow()
})
