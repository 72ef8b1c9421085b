/** What one answer costs when a site has grown: with many networks, and after ten years. Without a platform around it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unsynced } from '../simulate/files.ts'
import { onGround, type StoreName } from '../torture/ground.ts'
import { groupOf } from '../torture/group.ts'
import { type Ground, openHouse } from '../torture/house.ts'
import { eachOf } from '../torture/weather.ts'
import type { Work } from './answerer.ts'
import { type Figure, median, type Size, twoDigits } from './figure.ts'
import { type Lived, lifeOf, withYearsBefore } from './life.ts'
import { groundServer } from './server.ts'
import { builder, copyNetwork, networkName } from './site.ts'

const people = 12
/** Whose people answer, however many networks there are. */
const few = 10
const firstYear = 2026
const most = 1.3
/** Answers in one go, and how often before it counts. */
const [block, warming] = [60, 3]

/** A network as it is in its first year and as it is in its tenth. */
async function liveTenYears(): Promise<{ readonly first: Lived; readonly tenth: Lived }> {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-bench-'))
  const clock = { now: new Date(0) }
  const house = await builder({ kind: 'lowdb', folder, files: unsynced }, 'torture', () => clock.now)
  try {
    const life = lifeOf(house, groupOf('template0', people), clock)
    const first = await life.until(firstYear)
    const second = await life.until(firstYear + 1)
    return { first, tenth: { ...second, records: withYearsBefore(first.records, second.records, 8) } }
  } finally {
    await house.stop()
    await rm(folder, { recursive: true })
  }
}

class Answerer {
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

  /** Milliseconds for one of so many. */
  async answer(count: number): Promise<number> {
    const answer = once(this.#process, 'message')
    this.#process.send(count)
    const broken = this.#ended.then(() => Promise.reject(new Error('it ended before it answered')))
    return Number((await Promise.race([answer, broken]))[0])
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM')
    await this.#ended
  }
}

/** The same networks on a ground, and a bot that answers for the first ten. */
async function settleOn(ground: Ground, { records, round, now }: Lived, networks: number): Promise<Answerer> {
  // Built without syncing: only what is measured has to be as safe as it will be.
  const fast = ground.kind === 'lowdb' ? { ...ground, files: unsynced } : ground
  const house = await openHouse({ ground: fast, clock: { now: () => now }, adapters: () => [] })
  await eachOf(networks, 2, (n) => copyNetwork(house, records, networkName(n)))
  // Whatever comes up by itself, so that only answers are measured.
  await house.drain()
  await house.stop()
  return new Answerer({ ground, now: now.toISOString(), round, people, networks: few })
}

interface Compared {
  readonly name: string
  readonly small: Lived
  readonly large: Lived
  readonly networks: number
}

/** How many times as much the larger one costs, each round next to each other in time. */
async function compare(store: StoreName, { small, large, networks }: Compared, { rounds }: Size) {
  const server = await groundServer()
  return onGround(
    store,
    (one) =>
      onGround(
        store,
        async (other) => {
          const here = await settleOn(one, small, few)
          const there = await settleOn(other, large, networks)
          for (let n = 0; n < warming; n += 1) for (const each of [here, there]) await each.answer(block)
          const pairs = []
          for (let n = 0; n < rounds * 2; n += 1) {
            const before = await here.answer(block)
            const grown = await there.answer(block)
            pairs.push({ grown, usual: (before + (await here.answer(block))) / 2 })
          }
          await here.stop()
          await there.stop()
          return pairs
        },
        server,
      ),
    server,
  )
}

export const cost: Figure = {
  name: 'cost',
  async measure(size, tell) {
    const { first, tenth } = await liveTenYears()
    const all: readonly Compared[] = [
      { name: `${size.many} networks against ${few}`, small: first, large: first, networks: size.many },
      { name: 'tenth year against the first', small: first, large: tenth, networks: few },
    ]
    for (const compared of all) {
      for (const store of ['lowdb', 'postgres'] as const) {
        const pairs = await compare(store, compared, size)
        const ratio = median(pairs.map(({ grown, usual }) => grown / usual))
        const [grown, usual] = [
          median(pairs.map((each) => each.grown)),
          median(pairs.map((each) => each.usual)),
        ]
        tell({
          name: `cost of an answer, ${store}: ${compared.name}`,
          measured: twoDigits(ratio),
          target: `at most ${twoDigits(most)}`,
          met: ratio <= most,
          note: `${grown.toFixed(2)} ms, usual ${usual.toFixed(2)} ms`,
        })
      }
    }
  },
}
