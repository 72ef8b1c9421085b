import { expect, test } from 'vitest'
import { Disk } from './disk.ts'
import { decide, gate, notes, openOn, put } from './make.ts'

const writes = (disk: Disk, name: string): number =>
  disk.calls.filter((call) => call === `rename ${name}`).length

test('50 decisions at once are a few writes', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.transact('n', decide([put(`a${n}`, n)]))))
  expect(writes(disk, 'n.json')).toBeLessThanOrEqual(2)
  expect(writes(disk, 'index.json')).toBe(1)
  expect(Object.keys(notes(await (await openOn(disk.twin())).read('n')))).toHaveLength(50)
})

test('everybody is answered with their own batch, not with the last one', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  const writing = [gate(), gate()]
  const written = [gate(), gate()]
  let turn = -1
  disk.before = async (call) => {
    if (call !== 'rename n.json') return
    turn += 1
    writing[turn]?.open()
    await written[turn]?.opened
  }
  const answered: string[] = []
  const ask = (id: string) => store.transact('n', decide([put(id, 1)])).then(() => answered.push(id))

  const first = ask('first')
  await writing[0]?.opened
  const second = ask('second')
  written[0]?.open()
  await writing[1]?.opened
  const third = ask('third')
  // Here the second is being written and the third waits.
  await first
  expect(answered).toEqual(['first'])
  expect(notes(await store.read('n'))).toEqual({ first: 1 })
  written[1]?.open()
  await Promise.all([second, third])
  expect(answered).toEqual(['first', 'second', 'third'])
})

test('nothing is seen before it is safe', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await store.transact('n', decide([put('a', 1)]))
  const seen: unknown[] = []
  disk.before = async (call) => {
    if (call === 'syncFolder networks') seen.push(notes(await store.read('n')))
  }
  await store.transact('n', decide([put('a', 2)]))
  expect(seen).toEqual([{ a: 1 }])
  expect(notes(await store.read('n'))).toEqual({ a: 2 })
})

test('a decision that changes nothing writes nothing', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await store.transact('n', decide([put('a', 1)], { lookups: ['place:p', 'place:q'] }))
  const before = disk.calls.length
  await store.transact('n', decide([], { lookups: ['place:q', 'place:p'] }))
  await store.transact('unknown', decide([], { lookups: ['place:p'] }))
  expect(disk.calls.slice(before)).toEqual(['read unknown.json'])
})

test('an answer does not write the index, nor does a due that is not earlier than ever before', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  const index = { due: '2026-09-02T08:00:00.000Z', lookups: ['place:p'] }
  await store.transact('n', decide([put('a', 0)], index))
  for (let n = 1; n <= 10; n += 1) await store.transact('n', decide([put('a', n)], index))
  await store.transact('n', decide([put('a', 11)], { ...index, due: '2026-09-03T08:00:00.000Z' }))
  await store.transact('n', decide([put('a', 12)], { ...index, due: '2026-09-02T08:00:00.000Z' }))
  expect(writes(disk, 'n.json')).toBe(13)
  expect(writes(disk, 'index.json')).toBe(1)

  await store.transact('n', decide([put('a', 11)], { ...index, due: '2026-09-09T08:00:00.000Z' }))
  await store.transact('m', decide([put('a', 1)]))
  expect(writes(disk, 'index.json')).toBe(2)
  await store.transact('n', decide([put('a', 12)], { ...index, due: '2026-09-04T08:00:00.000Z' }))
  expect(writes(disk, 'index.json')).toBe(2)
  expect(await (await openOn(disk.twin())).due('2026-09-04T08:00:00.000Z')).toEqual(['n'])

  await store.transact('n', decide([put('a', 13)], { ...index, due: '2026-09-01T08:00:00.000Z' }))
  expect(writes(disk, 'index.json')).toBe(3)
})

test('many networks share the writes of the index', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  const ids = Array.from({ length: 40 }, (_, n) => `n${n}`)
  await Promise.all(ids.map((id) => store.transact(id, decide([put('a', 1)], { lookups: [`place:${id}`] }))))
  expect(writes(disk, 'index.json')).toBeLessThanOrEqual(3)
  const again = await openOn(disk.twin())
  for (const id of ids) expect(await again.networksBy(`place:${id}`)).toEqual([id])
})

test('closing waits for what is being written', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  const [writing, written] = [gate(), gate()]
  disk.before = async (call) => {
    if (call !== 'rename n.json') return
    writing.open()
    await written.opened
  }
  const order: string[] = []
  const kept = store.transact('n', decide([put('a', 1)])).then(() => order.push('kept'))
  await writing.opened
  const closed = store.close().then(() => order.push('closed'))
  // A disk in memory needs no more than this one turn of the loop for all that it can do now.
  await new Promise(setImmediate)
  expect(order).toEqual([])
  written.open()
  await Promise.all([kept, closed])
  expect(order).toEqual(['kept', 'closed'])
})

test('a clean stop leaves an index that is exactly right, and a quiet one writes nothing', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await store.transact('n', decide([put('a', 1)], { due: '2026-09-01T08:00:00.000Z' }))
  await store.transact('n', decide([put('a', 2)], { due: '2026-09-05T08:00:00.000Z' }))
  await store.close()
  const again = await openOn(disk)
  expect(await again.due('2026-09-04T00:00:00.000Z')).toEqual([])
  expect(await again.nextDue()).toBe('2026-09-05T08:00:00.000Z')
  const before = disk.calls.length
  await again.close()
  expect(disk.calls.slice(before)).toEqual([])
})

test('after a hard stop a network that looks due turns out not to be once it is read', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await store.transact('n', decide([put('a', 1)], { due: '2026-09-01T08:00:00.000Z' }))
  await store.transact('n', decide([put('a', 2)], { due: '2026-09-05T08:00:00.000Z' }))
  const again = await openOn(disk.twin())
  expect(await again.due('2026-09-04T00:00:00.000Z')).toEqual(['n'])
  await again.read('n')
  expect(await again.due('2026-09-04T00:00:00.000Z')).toEqual([])
})

test('only networks that are used are read', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  for (const id of ['a', 'b', 'c']) await store.transact(id, decide([put('x', 1)], { lookups: [id] }))
  await store.close()
  const again = await openOn(disk)
  const start = disk.calls.length
  await again.networksBy('a')
  await again.due('2027-01-01T00:00:00.000Z')
  await again.read('nowhere')
  expect(disk.calls.slice(start)).toEqual([])
  await Promise.all([again.read('b'), again.transact('b', decide([], { lookups: ['b'] })), again.read('b')])
  expect(disk.calls.slice(start)).toEqual(['read b.json'])
})
