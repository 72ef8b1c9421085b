/**
 * The queue of several processes on one database. Whoever sees in the store that a network is due hands it to
 * pg-boss, one job for each network; whichever process gets the job works it, under a lock that no two processes
 * have at once (`locks.ts`). What is due stands in the store, so a job that is lost is simply made again.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type { Clock } from '../../src/contracts/clock.ts'
import { CodedError } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Queue, Work } from '../../src/contracts/queue.ts'
import type { Store } from '../../src/contracts/store.ts'
import { codeOf, refusal } from './connect.ts'
import { openLocks } from './locks.ts'
import { schemas } from './migrations.ts'

export interface PostgresQueueOptions {
  /** The database of the store. */
  readonly url: string
  readonly store: Pick<Store, 'due'>
  readonly clock: Clock
  readonly log: Log
  /** Milliseconds between two looks. 0: it never looks by itself, only `wake` and `drain` make it work. */
  readonly interval?: number
}

/** How many networks one process works at the same time. */
const atOnce = 8

/** How often one `drain` works a network that stays due, before it leaves it for later. */
const patience = 100

/** Milliseconds in which wakes are taken together. */
const together = 20

interface Job {
  readonly id: string
  readonly network: string
}

/** Throws `StartRefused`. Work that throws is logged and tried again at the next look. */
export async function openPostgresQueue(options: PostgresQueueOptions): Promise<Queue> {
  const { url, store, clock, log, interval = 1000 } = options
  const jobs = await openJobs(url, log)
  const locks = openLocks(url)
  const running = new Set<string>()
  const again = new Set<string>()
  const listeners = new Set<(network: string, ok: boolean) => void>()
  let whenIdle: (() => void)[] = []
  let work: Work | undefined
  let timer: NodeJS.Timeout | undefined
  let waking: NodeJS.Timeout | undefined
  let turning: Promise<void> | undefined
  let asked: 'nothing' | 'jobs' | 'due' = 'nothing'
  let away = false
  let stopped = false

  const due = () => store.due(clock.now().toISOString())
  const isIdle = (): boolean => running.size === 0 && turning === undefined

  async function idle(): Promise<void> {
    if (!isIdle()) await new Promise<void>((resolve) => whenIdle.push(resolve))
  }

  function tellIfIdle(): void {
    if (!isIdle()) return
    for (const tell of whenIdle) tell()
    whenIdle = []
  }

  /** Takes jobs for the hands that are free, and with `fresh` makes new ones of what is due. */
  function look(fresh: boolean): void {
    if (fresh || asked === 'nothing') asked = fresh ? 'due' : 'jobs'
    if (!work || stopped || turning) return
    turning = turns(work).finally(() => {
      turning = undefined
      tellIfIdle()
    })
  }

  /** What is asked while all hands are full waits until one is free. */
  async function turns(work: Work): Promise<void> {
    try {
      while (asked !== 'nothing' && !stopped && running.size < atOnce) {
        const fresh = asked === 'due'
        asked = 'nothing'
        await fill(work)
        if (!fresh || running.size >= atOnce) continue
        await jobs.make((await due()).filter((network) => !running.has(network)))
        await fill(work)
      }
      if (away) log.info({}, 'queue looks again')
      away = false
    } catch (error) {
      if (!away)
        log.error({ code: error instanceof CodedError ? error.code : codeOf(error) }, 'queue cannot look')
      away = true
    }
  }

  async function fill(work: Work): Promise<void> {
    while (!stopped && running.size < atOnce) {
      const free = atOnce - running.size
      const taken = await jobs.take(free)
      for (const job of taken) void run(job, work)
      if (taken.length < free) return
    }
  }

  async function run({ id, network }: Job, work: Work): Promise<void> {
    if (!running.has(network)) {
      running.add(network)
      await workAlone(network, work)
      running.delete(network)
    }
    await jobs.done(id)
    look(again.delete(network))
    tellIfIdle()
  }

  async function workAlone(network: string, work: Work): Promise<void> {
    let release: (() => Promise<void>) | undefined
    try {
      release = await locks.take(network)
      if (!release) return
      await work(network)
      for (const tell of listeners) tell(network, true)
    } catch (error) {
      const code = error instanceof CodedError ? error.code : release ? 'bug' : codeOf(error)
      log.error({ network, code }, 'work failed')
      for (const tell of listeners) tell(network, false)
    } finally {
      await release?.()
    }
  }

  async function drain(): Promise<void> {
    if (!work) throw new Error('The queue was not started, so it has no work to do.')
    const times = new Map<string, number>()
    let worked = 0
    const listen = (network: string, ok: boolean) => {
      worked += 1
      times.set(network, ok ? (times.get(network) ?? 0) + 1 : patience + 1)
    }
    listeners.add(listen)
    try {
      while (!stopped) {
        const open = (await due()).filter((network) => (times.get(network) ?? 0) <= patience)
        if (open.length === 0 && isIdle()) return
        for (const network of open) {
          if (times.get(network) !== patience) continue
          log.warn({ network, times: patience }, 'still due after its work')
          times.set(network, patience + 1)
        }
        worked = 0
        await jobs.make(
          open.filter((network) => (times.get(network) ?? 0) < patience && !running.has(network)),
        )
        look(false)
        await idle()
        // Another process is at it.
        if (worked === 0 && open.length > 0) await pause(together)
      }
      await idle()
    } finally {
      listeners.delete(listen)
    }
  }

  return {
    start(given) {
      work = given
      look(true)
      if (interval === 0) return
      timer = setInterval(look, interval, true)
      timer.unref()
    },
    wake(network) {
      if (running.has(network)) again.add(network)
      waking ??= setTimeout(() => {
        waking = undefined
        look(true)
      }, together).unref()
    },
    drain,
    async stop() {
      stopped = true
      clearInterval(timer)
      clearTimeout(waking)
      await idle()
      await locks.close()
      await jobs.close()
    },
  }
}

/** pg-boss, as little of it as is needed: at most one waiting job for each network. */
async function openJobs(url: string, log: Log) {
  const queue = 'networks'
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'dubbelloop queue',
    schema: schemas.queue,
    createSchema: false,
    schedule: false,
    max: 3,
    connectionTimeoutMillis: 2000,
    options: '-c statement_timeout=30000',
  })
  boss.on('error', (error) => log.warn({ code: codeOf(error) }, 'the queue has trouble with the database'))
  try {
    await boss.start()
    // A job of a process that died is of no use to anybody: the store still says what is due.
    const gone = { retryLimit: 0, expireInSeconds: 900, retentionSeconds: 3600, deleteAfterSeconds: 60 }
    await boss.createQueue(queue, { policy: 'short', ...gone })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    throw refusal(url, error)
  }
  return {
    /** In this order. Those that already wait stay as they are. */
    async make(networks: readonly string[]): Promise<void> {
      if (networks.length === 0) return
      const batch = randomUUID().slice(0, 24)
      const jobs = networks.map((network, n) => ({
        // Jobs of one moment are taken in the order of their ids.
        id: `${batch}${n.toString(16).padStart(12, '0')}`,
        singletonKey: network,
        data: { network },
      }))
      await boss.insert(queue, jobs)
    },
    async take(most: number): Promise<readonly Job[]> {
      const taken = await boss.fetch<{ network: string }>(queue, { batchSize: most })
      return taken.map(({ id, data }) => ({ id, network: data.network }))
    },
    /** Whatever happens: one that stays behind expires by itself. */
    async done(id: string): Promise<void> {
      await boss.deleteJob(queue, id).catch(() => undefined)
    },
    close: () => boss.stop({ graceful: false }),
  }
}
