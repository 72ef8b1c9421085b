import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inProcessQueue } from '../../adapters/lowdb/index.ts'
import { StoreFailed } from '../../src/contracts/errors.ts'
import type { LogFields } from '../../src/contracts/log.ts'
import { gate } from '../lowdb/make.ts'

const moment = new Date('2026-09-01T08:00:00.000Z')

/** A queue on a store in which these networks are due until they are worked. */
function make(due: readonly string[] = [], interval = 0) {
  const open = new Set(due)
  const asked: string[] = []
  const logged: [string, LogFields][] = []
  const note = (fields: LogFields, event: string) => void logged.push([event, fields])
  const store = {
    due: async (now: string) => {
      asked.push(now)
      return [...open]
    },
  }
  const queue = inProcessQueue({
    store,
    clock: { now: () => moment },
    log: { info: note, warn: note, error: note },
    interval,
  })
  const worked: string[] = []
  const work = async (network: string) => {
    worked.push(network)
    open.delete(network)
  }
  return { queue, open, asked, logged, worked, work, store }
}

describe('drain', () => {
  test('works everything that is due now, the longest waiting first, without any timer', async () => {
    const { queue, asked, worked, work } = make(['c', 'a', 'b'])
    queue.start(work)
    await queue.drain()
    expect(worked).toEqual(['c', 'a', 'b'])
    expect(new Set(asked)).toEqual(new Set([moment.toISOString()]))
  })

  test('goes on until nothing is due any more', async () => {
    const { queue, open, worked, work } = make(['a'])
    queue.start(async (network) => {
      const times = worked.filter((one) => one === network).length
      if (network === 'a' && times === 1) open.add('b')
      if (network === 'a' && times < 2) worked.push(network)
      else await work(network)
    })
    await queue.drain()
    expect(worked).toEqual(['a', 'a', 'a', 'b'])
  })

  test('waits for what was already being worked', async () => {
    const { queue } = make()
    const slow = gate()
    let done = false
    queue.start(async () => {
      await slow.opened
      done = true
    })
    queue.wake('a')
    const drained = queue.drain()
    slow.open()
    await drained
    expect(done).toBe(true)
  })

  test('leaves a network that stays due after its work, and says so once', async () => {
    const { queue, open, logged, work, worked } = make(['stuck', 'fine'])
    queue.start(async (network) => {
      if (network === 'fine') await work(network)
      else worked.push(network)
    })
    await queue.drain()
    expect(open).toEqual(new Set(['stuck']))
    expect(worked).toContain('fine')
    expect(logged).toEqual([['still due after its work', { network: 'stuck', times: 100 }]])
    await queue.drain()
    expect(worked.filter((network) => network === 'stuck')).toHaveLength(200)
  })

  test('tries work that throws once, logs its code and not its words, and does the others', async () => {
    const { queue, logged, work, worked } = make(['broken', 'failed', 'fine'])
    queue.start(async (network) => {
      if (network === 'broken') throw new Error('canary')
      if (network === 'failed') throw new StoreFailed('canary')
      await work(network)
    })
    await queue.drain()
    expect(worked).toEqual(['fine'])
    expect(logged).toEqual([
      ['work failed', { network: 'broken', code: 'bug' }],
      ['work failed', { network: 'failed', code: 'store-failed' }],
    ])
  })

  test('survives work that throws before it waits for anything', async () => {
    const { queue, logged, open } = make(['a'])
    queue.start(() => {
      open.delete('a')
      throw new Error('at once')
    })
    await queue.drain()
    expect(logged).toHaveLength(1)
  })

  test('before the start has no work to give', async () => {
    await expect(make(['a']).queue.drain()).rejects.toThrow('not started')
  })

  test('rejects when the store cannot say what is due', async () => {
    const { queue, store, work } = make()
    store.due = () => Promise.reject(new StoreFailed('no'))
    queue.start(work)
    await expect(queue.drain()).rejects.toBeInstanceOf(StoreFailed)
  })
})

describe('many networks', () => {
  test('are worked a few at a time, never one of them twice at once', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `n${n}`)
    const { queue, work, worked } = make(ids)
    const busy: string[] = []
    const crowds: (readonly string[])[] = []
    queue.start(async (network) => {
      busy.push(network)
      crowds.push([...busy])
      if (worked.length === 0) for (const id of ids) queue.wake(id)
      await Promise.resolve()
      await work(network)
      busy.splice(busy.indexOf(network), 1)
    })
    await Promise.all([queue.drain(), queue.drain()])
    expect(new Set(worked)).toEqual(new Set(ids))
    expect(Math.max(...crowds.map((crowd) => crowd.length))).toBe(8)
    for (const crowd of crowds) expect(new Set(crowd).size).toBe(crowd.length)
  })
})

describe('wake', () => {
  test('works a network at once, due or not', async () => {
    const { queue, worked, work } = make()
    queue.start(work)
    queue.wake('a')
    await queue.drain()
    expect(worked).toEqual(['a'])
  })

  test('before the start is remembered', async () => {
    const { queue, worked, work } = make()
    queue.wake('a')
    queue.start(work)
    await queue.drain()
    expect(worked).toEqual(['a'])
  })

  test('while it is being worked makes it run once more afterwards', async () => {
    const { queue } = make()
    const slow = gate()
    const steps: string[] = []
    queue.start(async () => {
      steps.push('begins')
      await slow.opened
      steps.push('ends')
    })
    for (let n = 0; n < 5; n += 1) queue.wake('a')
    slow.open()
    await queue.drain()
    expect(steps).toEqual(['begins', 'ends', 'begins', 'ends'])
  })
})

describe('the timer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('looks at the start and every second, without keeping the process alive', async () => {
    const { queue, open, asked, worked, work } = make(['a'], 1000)
    const timers = vi.spyOn(globalThis, 'setInterval')
    queue.start(work)
    expect(timers.mock.results.map(({ value }) => value.hasRef())).toEqual([false])
    await vi.advanceTimersByTimeAsync(0)
    expect(worked).toEqual(['a'])
    open.add('b')
    await vi.advanceTimersByTimeAsync(1000)
    expect(worked).toEqual(['a', 'b'])
    await vi.advanceTimersByTimeAsync(3000)
    expect(asked).toHaveLength(5)
    await queue.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('goes on after a look that failed and after work that threw', async () => {
    const { queue, open, logged, store, worked, work } = make([], 1000)
    const look = store.due
    store.due = () => Promise.reject(new StoreFailed('canary'))
    queue.start(work)
    await vi.advanceTimersByTimeAsync(0)
    expect(logged).toEqual([['queue cannot look', { code: 'store-failed' }]])
    store.due = look
    open.add('a')
    await vi.advanceTimersByTimeAsync(1000)
    expect(worked).toEqual(['a'])
  })

  test('does not pile up runs of a network that is still being worked', async () => {
    const { queue, open } = make(['a'], 1000)
    const slow = gate()
    let runs = 0
    queue.start(async () => {
      runs += 1
      await slow.opened
      open.delete('a')
    })
    await vi.advanceTimersByTimeAsync(5000)
    slow.open()
    await queue.drain()
    expect(runs).toBe(1)
  })
})

describe('stop', () => {
  test('waits for what runs and takes up nothing new', async () => {
    const { queue, worked } = make(['a', 'b'])
    const slow = gate()
    let finished = 0
    queue.start(async (network) => {
      worked.push(network)
      await slow.opened
      finished += 1
    })
    for (let n = 0; n < 20; n += 1) queue.wake(`n${n}`)
    queue.wake('n0')
    const drained = queue.drain()
    const stopped = queue.stop()
    queue.wake('late')
    slow.open()
    await Promise.all([drained, stopped])
    expect(finished).toBe(8)
    expect(worked).toHaveLength(8)
  })

  test('also before the start', async () => {
    await expect(make().queue.stop()).resolves.toBeUndefined()
  })
})
