/** The queue inside the bot's own process: it looks in the store every second and whenever it is woken. */
import type { Clock } from '../../src/contracts/clock.ts'
import { CodedError } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Queue, Work } from '../../src/contracts/queue.ts'
import type { Store } from '../../src/contracts/store.ts'

export interface QueueOptions {
  readonly store: Pick<Store, 'due'>
  readonly clock: Clock
  readonly log: Log
  /** Milliseconds between two looks. 0: it never looks by itself, only `wake` and `drain` make it work. */
  readonly interval?: number
}

/** How many networks are worked at the same time. */
const atOnce = 8

/** How often one `drain` works a network that stays due, before it leaves it for later. */
const patience = 100

/** Work that throws is logged and tried again at the next look. `drain` rejects before `start`. */
export function inProcessQueue({ store, clock, log, interval = 1000 }: QueueOptions): Queue {
  const waiting = new Set<string>()
  const running = new Set<string>()
  const again = new Set<string>()
  /** Whose last work threw. */
  const failed = new Set<string>()
  let whenIdle: (() => void)[] = []
  let work: Work | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const isIdle = (): boolean => running.size + waiting.size === 0
  const due = (): Promise<readonly string[]> => store.due(clock.now().toISOString())

  function add(network: string): void {
    if (!stopped && !running.has(network)) waiting.add(network)
    begin()
  }

  function begin(): void {
    if (!work) return
    for (const network of waiting) {
      if (running.size >= atOnce) return
      waiting.delete(network)
      running.add(network)
      void run(network, work)
    }
  }

  async function run(network: string, work: Work): Promise<void> {
    try {
      await work(network)
      failed.delete(network)
    } catch (error) {
      failed.add(network)
      log.error({ network, code: error instanceof CodedError ? error.code : 'bug' }, 'work failed')
    }
    running.delete(network)
    if (again.delete(network)) waiting.add(network)
    begin()
    if (!isIdle()) return
    for (const tell of whenIdle) tell()
    whenIdle = []
  }

  async function idle(): Promise<void> {
    if (!isIdle()) await new Promise<void>((resolve) => whenIdle.push(resolve))
  }

  async function look(): Promise<void> {
    try {
      for (const network of await due()) add(network)
    } catch (error) {
      log.error({ code: error instanceof CodedError ? error.code : 'bug' }, 'queue cannot look')
    }
  }

  return {
    start(given) {
      work = given
      begin()
      if (interval === 0) return
      timer = setInterval(look, interval)
      timer.unref()
      void look()
    },
    wake(network) {
      if (running.has(network) && !stopped) again.add(network)
      else add(network)
    },
    async drain() {
      if (!work) throw new Error('The queue was not started, so it has no work to do.')
      const times = new Map<string, number>()
      while (!stopped) {
        const open = (await due()).filter((network) => (times.get(network) ?? 0) <= patience)
        if (open.length === 0 && isIdle()) return
        for (const network of open) {
          const before = times.get(network) ?? 0
          times.set(network, before + 1)
          if (before < patience) add(network)
          else log.warn({ network, times: before }, 'still due after its work')
        }
        await idle()
        for (const network of open) if (failed.has(network)) times.set(network, patience + 1)
      }
      await idle()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      waiting.clear()
      again.clear()
      await idle()
    },
  }
}
