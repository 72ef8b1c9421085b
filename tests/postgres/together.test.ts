import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPostgresQueue, openPostgresStore } from '../../adapters/postgres/index.ts'
import type { Queue } from '../../src/contracts/queue.ts'
import type { State, Store } from '../../src/contracts/store.ts'
import { gate } from '../contracts/queue.suite.ts'
import { contents, decide, put, remove } from '../contracts/store.parts.ts'
import { type Database, freshDatabase, onDatabase } from '../support/postgres.ts'

let database: Database
let stores: Store[] = []
let queues: Queue[] = []

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  for (const queue of queues) await queue.stop()
  for (const store of stores) await store.close()
  stores = []
  queues = []
  await database.drop()
})

async function openStore(): Promise<Store> {
  const store = await openPostgresStore({ url: database.url })
  stores.push(store)
  return store
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const moment = new Date('2026-09-01T08:00:00.000Z')

async function openQueue(store: Store, interval = 0): Promise<Queue> {
  const options = { url: database.url, store, clock: { now: () => moment }, log: silent, interval }
  const queue = await openPostgresQueue(options)
  queues.push(queue)
  return queue
}

const count = (state: State): number => Number(state.get('counter', 'n') ?? 0)
const increment = (state: State) => ({
  result: count(state) + 1,
  changes: [put('n', count(state) + 1, 'counter')],
  lookups: [],
})

describe('four stores on one database', () => {
  it('take the decisions about one network one after another, and none is lost', async () => {
    const four = await Promise.all([openStore(), openStore(), openStore(), openStore()])
    const lines = four.flatMap((store) => [store, store, store])
    const results = await Promise.all(
      lines.map(async (store) => {
        const mine: number[] = []
        for (let n = 0; n < 8; n += 1) mine.push(await store.transact('n', increment))
        return mine
      }),
    )
    expect(results.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 96 }, (_, n) => n + 1))
    for (const store of four) expect(count(await store.read('n'))).toBe(96)
  })

  it('see at once what another one did, in the order in which it came', async () => {
    const [one, other] = [await openStore(), await openStore()]
    await one.transact('n', decide([put('a', 1), put('b', 2)], { lookups: ['place:p'] }))
    const before = await other.read('n')
    await other.transact('n', decide([remove('a'), put('c', 3), put('b', 4)], { lookups: ['place:q'] }))
    await one.transact('n', decide([put('a', 5)], { lookups: ['place:q'] }))
    for (const store of [one, other])
      expect(contents(await store.read('n'))).toEqual([
        ['b', 4],
        ['c', 3],
        ['a', 5],
      ])
    expect(contents(before)).toEqual([
      ['a', 1],
      ['b', 2],
    ])
    expect([await one.networksBy('place:p'), await one.networksBy('place:q')]).toEqual([[], ['n']])
  })

  it('hand out the same object for what stayed the same', async () => {
    const [one, other] = [await openStore(), await openStore()]
    await one.transact('n', decide([put('a', { v: 1 }), put('b', { v: 1 })]))
    const before = await one.read('n')
    await other.transact('n', decide([put('b', { v: 2 })]))
    const after = await one.read('n')
    expect(after.get('note', 'b')).toEqual({ v: 2 })
    expect(after.get('note', 'a')).toBe(before.get('note', 'a'))
  })

  it('never confirm what was decided on an older state, also when nothing is changed', async () => {
    const [one, other] = [await openStore(), await openStore()]
    await one.transact('n', increment)
    await other.transact('n', increment)
    const look = (state: State) => ({ result: count(state), changes: [], lookups: [] })
    expect(await one.transact('n', look)).toBe(2)
    await other.transact('n', increment)
    await expect(
      one.transact('n', (state) => {
        throw new Error(`saw ${count(state)}`)
      }),
    ).rejects.toThrow('saw 3')
  })

  it('a record that went and came back in one decision is the last of its kind', async () => {
    const [one, other] = [await openStore(), await openStore()]
    await one.transact('n', decide([put('a', 1), put('b', 2)]))
    await one.transact(
      'n',
      decide([put('c', 3), remove('a'), put('a', 4), put('d', 5), remove('d'), put('d', 6)]),
    )
    const expected = [
      ['b', 2],
      ['c', 3],
      ['a', 4],
      ['d', 6],
    ]
    for (const store of [one, other]) expect(contents(await store.read('n'))).toEqual(expected)
  })

  it('refuse only the decision with a name that the database has no place for', async () => {
    const store = await openStore()
    const results = await Promise.allSettled([
      store.transact('n', increment),
      store.transact('n', decide([put('a\0b', 1)])),
      store.transact('n', increment),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]).toMatchObject({ reason: { code: 'store-failed' } })
  })
})

describe('four queues on one database', () => {
  it('never work a network twice at once, and work each one', async () => {
    const ids = Array.from({ length: 24 }, (_, n) => `n${n}`)
    const store = await openStore()
    for (const id of ids) await store.transact(id, decide([put('a', 0)], { due: moment.toISOString() }))
    const busy = new Set<string>()
    const worked: string[] = []
    const four = await Promise.all([1, 2, 3, 4].map(async () => openQueue(await openStore())))
    for (const [n, queue] of four.entries()) {
      const mine = stores[n + 1] ?? store
      queue.start(async (network) => {
        expect(busy.has(network)).toBe(false)
        busy.add(network)
        // Due again until it was worked three times.
        const times = await mine.transact(network, (state) => {
          const next = Number(state.get('note', 'a')) + 1
          if (next > 3) return { result: undefined, changes: [], lookups: [] }
          const due = next < 3 ? { due: moment.toISOString() } : {}
          return { result: next, changes: [put('a', next)], lookups: [], ...due }
        })
        if (times !== undefined) worked.push(`${network} ${times}`)
        busy.delete(network)
      })
    }
    for (const queue of four) for (const id of ids) queue.wake(id)
    await Promise.all(four.map((queue) => queue.drain()))
    const thrice = ids.flatMap((id) => [1, 2, 3].map((n) => `${id} ${n}`))
    expect(worked.toSorted()).toEqual(thrice.toSorted())
  })

  it('wait as long as another one is at work, and go on when its connection is gone', async () => {
    const store = await openStore()
    await store.transact('n', decide([put('a', 0)], { due: moment.toISOString() }))
    const [slow, other] = [await openQueue(store, 50), await openQueue(store, 50)]
    const [begun, released, taken] = [gate(), gate(), gate()]
    const steps: string[] = []
    slow.start(async () => {
      steps.push('slow')
      begun.open()
      await released.opened
    })
    await begun.opened
    other.start(async (network) => {
      steps.push('other')
      await store.transact(network, decide([put('a', 1)]))
      taken.open()
    })
    for (let n = 0; n < 50; n += 1) await store.due(moment.toISOString())
    expect(steps).toEqual(['slow'])
    await onDatabase(database.url, (client) =>
      client.query(
        `select pg_terminate_backend(a.pid) from pg_stat_activity a join pg_locks l using (pid)
        where l.locktype = 'advisory' and l.granted and a.datname = current_database() and a.pid <> pg_backend_pid()`,
      ),
    )
    await taken.opened
    expect(steps).toEqual(['slow', 'other'])
    released.open()
  })
})
