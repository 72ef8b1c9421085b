import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inProcessQueue } from '../../adapters/lowdb/index.ts'
import { StoreFailed } from '../../src/contracts/errors.ts'
import { dueUntilWorked, gate, queueContract } from './queue.suite.ts'

queueContract('the queue of one process', async (parts) => inProcessQueue(parts))

function make(due: readonly string[] = [], interval = 0) {
  const parts = dueUntilWorked(due)
  return { ...parts, queue: inProcessQueue({ ...parts, interval }) }
}

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
