/** A whole simulated year, from its options to its figures. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays } from 'date-fns/addDays'
import type { Language } from '../../src/contracts/text.ts'
import { readHolidays, readLibrary } from '../../src/read-instruments.ts'
import { castGroup, type Group } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Door, DoorParts } from './doors/door.ts'
import { simulatedDoor } from './doors/simulated.ts'
import { type Figures, noFigures } from './figures.ts'
import { houseOf } from './house.ts'
import { Life, type Outage } from './life.ts'
import { react } from './people/react.ts'
import { liveThrough } from './people/year.ts'
import type { Sent } from './rules/seen.ts'
import type { Follower } from './transcript.ts'
import { type BrokenRule, Witness } from './witness.ts'

export interface YearOptions {
  readonly networks: number
  readonly seed: string
  readonly days: number
  /** Leaves syncing on. */
  readonly sync: boolean
  /** Through the real adapter of a platform; absent: on a simulated one. */
  readonly platform?: Platform
  /** One network of eight in this language to whom everything happens that can, and who follows it. */
  readonly followed?: {
    readonly language: Language
    /** All of them are. */
    readonly keen?: boolean
    follower?(zone: string): Follower
    /** Something came to stand; who follows may want to do something with it. */
    sees?(life: Life, sent: Sent): void
    /** The year is over and the bot still runs. */
    ends?(life: Life, group: Group): Promise<void>
  }
}

export interface Year {
  readonly figures: Figures
  readonly broken: readonly BrokenRule[]
  /** The messages that stand in each channel at the end, as people there read them. */
  readonly reads: readonly (readonly string[])[]
}

/** The real adapters; each comes with its library, and only where it is used. */
const platforms = {
  async slack() {
    const { slackDoor, slackNaming } = await import('./doors/slack.ts')
    return { naming: slackNaming, doorOf: (parts: DoorParts) => slackDoor(parts, 'http') }
  },
  async 'slack-socket'() {
    const { slackDoor, slackNaming } = await import('./doors/slack.ts')
    return { naming: slackNaming, doorOf: (parts: DoorParts) => slackDoor(parts, 'socket') }
  },
  async teams() {
    const { teamsDoor, teamsNaming } = await import('./doors/teams.ts')
    return { naming: teamsNaming, doorOf: teamsDoor }
  },
}

export type Platform = keyof typeof platforms
export const platformNames = Object.keys(platforms) as readonly Platform[]

/** From 24 August 2026 to 10 July 2027. */
export const wholeYear = 320
const start = new Date('2026-08-24T04:00:00Z')
const instruments = join(import.meta.dirname, '../../instruments')

/** Hours now and then, three days twice, six weeks once; it comes back at any hour. */
function outagesIn(chance: Chance, days: number): readonly Outage[] {
  const lengths = [42 * 24, 3 * 24, 3 * 24, 9, 5, 3, 2, 1, 1]
  const outages: Outage[] = []
  for (const length of lengths) {
    for (let trial = 0; trial < 20; trial++) {
      const from = new Date(
        start.getTime() + chance.between(20 * 24, days * 24) * 3_600_000 + chance.between(0, 59) * 60_000,
      )
      const until = new Date(from.getTime() + length * 3_600_000 + chance.between(0, 59) * 60_000)
      const apart = outages.every((each) => until < addDays(each.from, -2) || from > addDays(each.until, 2))
      if (!apart || until > addDays(start, days - 1)) continue
      outages.push({ from, until })
      break
    }
  }
  return outages.sort((a, b) => a.from.getTime() - b.from.getTime())
}

export async function liveYear({
  networks,
  seed,
  days,
  sync,
  platform,
  followed,
}: YearOptions): Promise<Year> {
  const chance = chanceOf(seed)
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-year-'))
  const count = followed ? 1 : networks
  const real = platform && (await platforms[platform]())
  const casting = followed ? { size: 8, language: followed.language, keen: followed.keen ?? false } : {}
  const groups = Array.from({ length: count }, (_, index) =>
    castGroup(chance, index, { ...casting, ...(real && { naming: real.naming }) }),
  )
  const figures = noFigures()
  Object.assign(figures, { networks: count, days, people: groups.flatMap(({ people }) => people).length })
  const holidays = await readHolidays(instruments)
  const zone = groups[0]?.habits.zone ?? 'Europe/Amsterdam'
  const teller = followed?.follower?.(zone)
  const clock = { now: () => life.now }
  const witness = new Witness({ groups, holidays, clock, figures })
  // A year to read goes without trouble.
  const calm = followed !== undefined && !real
  const doorParts: DoorParts = {
    groups,
    figures,
    trouble: calm ? 0 : 1,
    report: (group, broken) => witness.report(group, broken),
    visible: (seen, reader) => witness.answers.visible(seen, reader),
    stands(standing) {
      const sent = witness.stands(standing)
      teller?.said(sent)
      react(life, sent)
      followed?.sees?.(life, sent)
    },
  }
  const door: Door = real ? await real.doorOf(doorParts) : simulatedDoor(doorParts)
  const open = houseOf({
    folder,
    sync,
    clock,
    chance: chance.fork('bot'),
    door,
    log: witness.log,
    holidays,
    library: await readLibrary(instruments),
    commits: (world, changes, cause) => witness.commits(world, changes, cause),
  })
  const outages = outagesIn(chance.fork('outages'), days)
  const life: Life = new Life({
    open,
    witness,
    figures,
    chance,
    outages: followed ? outages.filter((_, index) => index % 4 === 1) : outages,
    start,
    end: addDays(start, days),
    teller,
    double: calm ? 0 : 0.05,
  })
  try {
    for (const group of groups) liveThrough(life, group, days, followed !== undefined)
    await life.run()
    for (const group of groups) await followed?.ends?.(life, group)
    for (const group of groups)
      if (group.id !== undefined && life.house) witness.checkAll(group, await life.house.store.read(group.id))
  } finally {
    await life.close()
    await door.close()
    await rm(folder, { recursive: true })
  }
  return { figures, broken: witness.broken, reads: groups.map(door.reads) }
}
