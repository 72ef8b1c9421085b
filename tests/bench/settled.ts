/** A site at rest, and a bot in a process of its own that answers for its people. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unsynced } from '../simulate/files.ts'
import { groupOf } from '../torture/group.ts'
import { type Ground, openHouse } from '../torture/house.ts'
import { eachOf } from '../torture/weather.ts'
import type { Answered, Work } from './answerer.ts'
import { type Lived, lifeOf } from './life.ts'
import { builder, copyNetwork, networkName } from './site.ts'

export const people = 12
const firstYear = 2026

/** A network as it is in its first year and in its second, in the middle of looking back on a meeting. */
export async function liveTwoYears(): Promise<{ readonly first: Lived; readonly second: Lived }> {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-bench-'))
  const clock = { now: new Date(0) }
  const house = await builder({ kind: 'lowdb', folder, files: unsynced }, 'torture', () => clock.now)
  try {
    const life = lifeOf(house, groupOf('template0', people), clock)
    return { first: await life.until(firstYear), second: await life.until(firstYear + 1) }
  } finally {
    await house.stop()
    await rm(folder, { recursive: true })
  }
}

export class Answerer {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>

  constructor(work: Work) {
    this.#process = fork(join(import.meta.dirname, 'answerer.ts'), [JSON.stringify(work)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      silent: true,
    })
    this.#process.stderr?.pipe(process.stderr)
    this.#ended = once(this.#process, 'exit')
  }

  /** So many answers, one after another, each of somebody of the next network. */
  async answer(count: number): Promise<Answered> {
    const answer = once(this.#process, 'message')
    this.#process.send(count)
    const broken = this.#ended.then(() => Promise.reject(new Error('it ended before it answered')))
    return (await Promise.race([answer, broken]))[0] as Answered
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM')
    await this.#ended
  }
}

/** The same network so many times on a ground, and a bot that answers for the first `answering` of them. */
export async function settleOn(
  ground: Ground,
  { records, round, now }: Lived,
  networks: number,
  answering: number,
): Promise<Answerer> {
  // Built without syncing: only what is measured has to be as safe as it will be.
  const fast = ground.kind === 'lowdb' ? { ...ground, files: unsynced } : ground
  const house = await openHouse({ ground: fast, clock: { now: () => now }, adapters: () => [] })
  await eachOf(networks, 2, (n) => copyNetwork(house, records, networkName(n)))
  // Whatever comes up by itself, so that only answers are measured.
  await house.drain()
  await house.stop()
  return new Answerer({ ground, now: now.toISOString(), round, people, networks: answering })
}
