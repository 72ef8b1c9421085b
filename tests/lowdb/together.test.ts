import { expect, test, vi } from 'vitest'
import { Disk } from './disk.ts'
import { decide, gate, notes, openOn, put } from './make.ts'

test('50 decisions at once are a few writes', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.transact('n', decide([put(`a${n}`, n)]))))
  expect(disk.calls.filter((call) => call === 'rename n.json').length).toBeLessThanOrEqual(2)
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

test('only networks that are used are parsed, and read after the start', async () => {
  const disk = new Disk()
  const store = await openOn(disk)
  for (const id of ['a', 'b', 'c']) await store.transact(id, decide([put('x', 'words')], { lookups: [id] }))
  await store.close()
  const parse = vi.spyOn(JSON, 'parse')
  const again = await openOn(disk)
  const parsed = parse.mock.calls.join()
  parse.mockRestore()
  expect(parsed).toContain('lookups')
  expect(parsed).not.toContain('words')
  const start = disk.calls.length
  await again.networksBy('a')
  await again.due('2027-01-01T00:00:00.000Z')
  await again.read('nowhere')
  expect(disk.calls.slice(start)).toEqual([])
  await Promise.all([again.read('b'), again.transact('b', decide([], { lookups: ['b'] })), again.read('b')])
  expect(disk.calls.slice(start)).toEqual(['read b.json'])
})
