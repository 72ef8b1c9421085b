/** What every queue keeps to, whoever does the work. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Clock } from '../../src/contracts/clock.ts'
import { StoreFailed } from '../../src/contracts/errors.ts'
import type { Log, LogFields } from '../../src/contracts/log.ts'
import type { Queue } from '../../src/contracts/queue.ts'
import type { Store } from '../../src/contracts/store.ts'

export const moment = new Date('2026-09-01T08:00:00.000Z')

export interface QueueParts {
  readonly store: Pick<Store, 'due'>
  readonly clock: Clock
  readonly log: Log
  /** 0: it never looks by itself. */
  readonly interval: number
}

/** What a queue works on: a store in which these networks are due until they are worked. */
export function dueUntilWorked(due: readonly string[] = []) {
  const open = new Set(due)
  const asked: string[] = []
  const logged: [string, LogFields][] = []
  const note = (fields: LogFields, event: string) => void logged.push([event, fields])
  const store = {
    due: async (now: string): Promise<readonly string[]> => {
      asked.push(now)
      return [...open]
    },
  }
  const worked: string[] = []
  const work = async (network: string) => {
    worked.push(network)
    open.delete(network)
  }
  const log = { info: note, warn: note, error: note }
  return { open, asked, logged, worked, work, store, clock: { now: () => moment }, log }
}

/** Something to wait for until a test lets it go on. */
export function gate() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** Runs the whole contract against queues that `open` makes. */
export function queueContract(name: string, open: (parts: QueueParts) => Promise<Queue>): void {
  describe(`${name} keeps the queue's contract`, () => {
    let opened: Queue[] = []
    afterEach(async () => {
      for (const queue of opened) await queue.stop()
      opened = []
    })

    async function make(due: readonly string[] = [], interval = 0) {
      const parts = dueUntilWorked(due)
      const queue = await open({ ...parts, interval })
      opened.push(queue)
      return { queue, ...parts }
    }

    describe('drain', () => {
      test('works everything that is due now, the longest waiting first, without any timer', async () => {
        const { queue, asked, worked, work } = await make(['c', 'a', 'b'])
        queue.start(work)
        await queue.drain()
        expect(worked).toEqual(['c', 'a', 'b'])
        expect(new Set(asked)).toEqual(new Set([moment.toISOString()]))
      })

      test('goes on until nothing is due any more', async () => {
        const { queue, open, worked, work } = await make(['a'])
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
        const { queue, open } = await make(['a'])
        const slow = gate()
        let done = false
        queue.start(async () => {
          await slow.opened
          open.delete('a')
          done = true
        })
        queue.wake('a')
        const drained = queue.drain()
        slow.open()
        await drained
        expect(done).toBe(true)
      })

      test('leaves a network that stays due after its work, and says so once', async () => {
        const { queue, open, logged, work, worked } = await make(['stuck', 'fine'])
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
        const { queue, logged, work, worked } = await make(['broken', 'failed', 'fine'])
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
        const { queue, logged, open } = await make(['a'])
        queue.start(() => {
          open.delete('a')
          throw new Error('at once')
        })
        await queue.drain()
        expect(logged).toHaveLength(1)
      })

      test('before the start has no work to give', async () => {
        await expect((await make(['a'])).queue.drain()).rejects.toThrow('not started')
      })

      test('rejects when the store cannot say what is due', async () => {
        const { queue, store, work } = await make()
        store.due = () => Promise.reject(new StoreFailed('no'))
        queue.start(work)
        await expect(queue.drain()).rejects.toBeInstanceOf(StoreFailed)
      })
    })

    describe('many networks', () => {
      test('are worked a few at a time, never one of them twice at once', async () => {
        const ids = Array.from({ length: 30 }, (_, n) => `n${n}`)
        const { queue, work, worked } = await make(ids)
        const full = gate()
        const busy: string[] = []
        const crowds: (readonly string[])[] = []
        queue.start(async (network) => {
          busy.push(network)
          crowds.push([...busy])
          if (worked.length + busy.length === 1) for (const id of ids) queue.wake(id)
          if (busy.length === 8) full.open()
          await full.opened
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
      test('has a network that is due worked without waiting for the timer', async () => {
        const { queue, open, work } = await make()
        const done = gate()
        queue.start(async (network) => {
          await work(network)
          done.open()
        })
        await queue.drain()
        open.add('a')
        queue.wake('a')
        await done.opened
      })

      test('while it is being worked makes it run once more afterwards', async () => {
        const { queue, open } = await make(['a'])
        const begun = gate()
        const slow = gate()
        const done = gate()
        const steps: string[] = []
        queue.start(async () => {
          steps.push('begins')
          begun.open()
          await slow.opened
          if (steps.length > 1) open.delete('a')
          steps.push('ends')
          if (steps.length === 4) done.open()
        })
        queue.wake('a')
        await begun.opened
        for (let n = 0; n < 5; n += 1) queue.wake('a')
        slow.open()
        await done.opened
        await queue.drain()
        expect(steps).toEqual(['begins', 'ends', 'begins', 'ends'])
      })
    })

    describe('stop', () => {
      test('waits for what runs and takes up nothing new', async () => {
        const { queue, worked } = await make(Array.from({ length: 20 }, (_, n) => `n${n}`))
        const full = gate()
        const slow = gate()
        let finished = 0
        queue.start(async (network) => {
          worked.push(network)
          if (worked.length === 8) full.open()
          await slow.opened
          finished += 1
        })
        const drained = queue.drain()
        await full.opened
        const stopped = queue.stop()
        queue.wake('late')
        slow.open()
        await Promise.all([drained, stopped])
        expect(finished).toBe(8)
        expect(worked).toHaveLength(8)
      })

      test('also before the start', async () => {
        await expect((await make()).queue.stop()).resolves.toBeUndefined()
      })
    })
  })
}
