/** A bot in a process of its own that lets a month's summaries come, on lowdb with all its syncing. */
import { posted, summaries } from '../../src/summary/summary.ts'
import { Platform } from '../torture/children.ts'
import { openHouse } from '../torture/house.ts'
import { chatOn } from '../torture/platform.ts'
import { networkName } from './site.ts'

export interface Task {
  readonly folder: string
  readonly now: string
  /** The month, as `2026-12`. */
  readonly month: string
  readonly networks: number
}

export interface Summarized {
  /** Seconds in which they were sent, and before that shown to the teamleiders. */
  readonly sent: number
  readonly shown: number
  readonly messages: number
  /** Bytes: before, when all had been shown, and when all had been sent. */
  readonly memory: readonly number[]
}

const task = JSON.parse(process.argv[2] ?? '') as Task
const platform = new Platform()
let now = new Date(task.now)
const house = await openHouse({
  ground: { kind: 'lowdb', folder: task.folder },
  clock: { now: () => now },
  adapters: () => [chatOn(platform)],
})
const memory = [process.memoryUsage.rss()]

/** `undefined`, `preview` or `posted`, of the last network. */
async function standing(): Promise<string | undefined> {
  return summaries.get(await house.store.read(networkName(task.networks - 1)), task.month)?.state
}

/** Lives on until the summaries have got so far, and gives the seconds of that last moment alone. */
async function until(state: string): Promise<number> {
  for (let last = ''; ; ) {
    const next = await house.store.nextDue()
    if (next === undefined || next === last) throw new Error(`no summary is ${state} by ${last}`)
    last = next
    now = new Date(Math.max(now.getTime(), Date.parse(next)))
    const began = performance.now()
    await house.drain()
    const seconds = (performance.now() - began) / 1000
    if ((await standing()) === state) return seconds
  }
}

const shown = await until('preview')
memory.push(process.memoryUsage.rss())
const before = platform.sent.length
const sent = await until('posted')
memory.push(process.memoryUsage.rss())
for (let n = 0; n < task.networks; n += 1) {
  const state = await house.store.read(networkName(n))
  if (posted(state).at(-1)?.id !== task.month) throw new Error(`${networkName(n)} has no summary`)
}
const result: Summarized = { sent, shown, messages: platform.sent.length - before, memory }
process.stdout.write(JSON.stringify(result))
await house.stop()
