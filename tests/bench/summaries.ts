/** The first school day of a month: the summaries of a whole site come at the same moment. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unsynced } from '../simulate/files.ts'
import { everything } from '../support/live.ts'
import { groupOf } from '../torture/group.ts'
import { eachOf } from '../torture/weather.ts'
import { type Figure, megabytes } from './figure.ts'
import { lifeOf } from './life.ts'
import { builder, copyNetwork, networkName } from './site.ts'
import type { Summarized, Task } from './summarizer.ts'

const people = 30
/** Before the preview of the summary of December. */
const eve = new Date('2026-11-30T10:00:00Z')
const month = '2026-12'
/** Seconds for a thousand networks, and how many times the memory may grow from the preview to the end. */
const [most, mostGrowth] = [3, 1.25]

async function buildAutumn(folder: string, networks: number): Promise<void> {
  const clock = { now: new Date(0) }
  const house = await builder({ kind: 'lowdb', folder, files: unsynced }, 'torture', () => clock.now)
  const life = lifeOf(house, groupOf('template0', people), clock)
  await life.until(eve.getUTCFullYear())
  await life.on(eve)
  const records = everything(await house.store.read('template0'))
  await eachOf(networks, 10, (n) => copyNetwork(house, records, networkName(n)))
  await house.stop()
}

export const monthSummaries: Figure = {
  name: 'summaries',
  async measure({ many: networks }, tell) {
    const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-bench-'))
    try {
      await buildAutumn(folder, networks)
      const task: Task = { folder, now: eve.toISOString(), month, networks }
      const file = join(import.meta.dirname, 'summarizer.ts')
      const { stdout } = await promisify(execFile)(process.execPath, [
        ...['--disable-warning=ExperimentalWarning', file, JSON.stringify(task)],
      ])
      const { sent, shown, messages, memory } = JSON.parse(stdout) as Summarized
      const thousand = (sent * 1000) / networks
      const [before = 0, middle = 0, after = 0] = memory
      tell({
        name: `summaries of a month, 1,000 networks of ${people}`,
        measured: `${thousand.toFixed(1)} s`,
        target: `under ${most} s`,
        met: thousand < most && after <= middle * mostGrowth,
        note: [
          `${networks} networks, ${messages} messages; the previews before that ${shown.toFixed(1)} s`,
          `memory ${[before, middle, after].map(megabytes).join(', ')} MB`,
        ].join('; '),
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
