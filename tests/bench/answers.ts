/** How fast signed answers are saved and acknowledged, against a bare framework that only acknowledges. */
import { onGround, type StoreName } from '../torture/ground.ts'
import type { Ground } from '../torture/house.ts'
import { type Child, type Environment, startBare, startBot } from './children.ts'
import { type Crowd, crowd } from './client.ts'
import { type Answerer, type Door, slackDoor, teamsDoor } from './doors.ts'
import { type Figure, type Line, median, type Size, twoDigits } from './figure.ts'
import { groundServer } from './server.ts'
import { builder, buildSite, keptWords } from './site.ts'

const stores: readonly StoreName[] = ['lowdb', 'postgres']
const crowds = [1, 10, 50] as const

interface Runner {
  readonly child: Child
  readonly press: Crowd
}

const whereabouts = (ground: Ground): Environment =>
  ground.kind === 'lowdb' ? { DATA_DIR: ground.folder } : { DATABASE_URL: ground.url }

interface Opened extends Runner {
  readonly store: StoreName
  readonly ground: Ground
  readonly people: readonly Answerer[]
}

/** Everybody answers once before anything is measured: by then the bot knows who they are. */
async function openBot(door: Door, store: StoreName, ground: Ground, size: Size): Promise<Opened> {
  const { platform, tenant, env } = door
  const site = { ground, platform, tenant, networks: size.networks, now: new Date() }
  const people = (await buildSite(site)).map(door.someone)
  const child = await startBot({ ...env, ...whereabouts(ground) })
  const press = crowd(child.port, people)
  await press(10, 'everybody')
  return { store, ground, people, child, press }
}

async function openBare(door: Door, { people }: Opened): Promise<Runner> {
  const child = await startBare([door.platform], door.env)
  const press = crowd(
    child.port,
    people.map(({ bare }) => bare),
  )
  await press(10, 'everybody')
  return { child, press }
}

/** What was acknowledged must be there; the bot has stopped by now. */
async function checkKept({ ground, people }: Opened, { platform }: Door): Promise<void> {
  const house = await builder(ground, platform, () => new Date())
  for (const { seat, words } of people) {
    const kept = keptWords(await house.store.read(seat.network), seat)
    if (kept !== words) throw new Error(`acknowledged "${words}", kept "${kept}"`)
  }
  await house.stop()
}

/** Answers in a second, of one and the other, next to each other in time. */
interface Pair {
  readonly bare: number
  readonly bot: number
}

async function measure(door: Door, bots: readonly Opened[], size: Size): Promise<Map<string, Pair[]>> {
  const [first] = bots
  if (!first) throw new Error('there is nothing to measure')
  const bare = await openBare(door, first)
  const pairs = new Map<string, Pair[]>()
  const until = { milliseconds: size.milliseconds }
  for (let round = 0; round < size.rounds; round += 1) {
    for (const atOnce of crowds) {
      // The bare one before and after, because a busy machine is not the same a second later.
      let before = await bare.press(atOnce, until)
      for (const { store, press } of bots) {
        const bot = await press(atOnce, until)
        const after = await bare.press(atOnce, until)
        const name = `${store} ${atOnce}`
        pairs.set(name, [...(pairs.get(name) ?? []), { bare: (before + after) / 2, bot }])
        before = after
      }
    }
  }
  await bare.child.stop()
  return pairs
}

const named = { slack: 'Slack', teams: 'Teams' } as const
const targets = { slack: { lowdb: 0.25, postgres: 0.75 }, teams: { lowdb: 0.4, postgres: 0.8 } } as const

function lineOf({ platform }: Door, store: StoreName, atOnce: number, pairs: readonly Pair[]): Line {
  const ratio = median(pairs.map(({ bot, bare }) => bot / bare))
  const least = targets[platform][store]
  const [ours, bare] = [median(pairs.map(({ bot }) => bot)), median(pairs.map((each) => each.bare))]
  return {
    name: `${named[platform]}, ${store}: answer saved, ${atOnce} at once`,
    measured: twoDigits(ratio),
    target: atOnce === 1 ? 'no target' : `at least ${twoDigits(least)}`,
    met: atOnce === 1 || ratio >= least,
    note: `${ours.toFixed(0)} a second, bare ${bare.toFixed(0)}`,
  }
}

const answersOn = (platform: 'slack' | 'teams'): Figure => ({
  name: platform,
  async measure(size, tell) {
    const door = await (platform === 'slack' ? slackDoor() : teamsDoor())
    const server = await groundServer()
    await onGround('lowdb', (folder) =>
      onGround(
        'postgres',
        async (database) => {
          const bots: Opened[] = []
          for (const [n, ground] of [folder, database].entries())
            bots.push(await openBot(door, stores[n] ?? 'lowdb', ground, size))
          const pairs = await measure(door, bots, size)
          for (const { child } of bots) await child.stop()
          for (const bot of bots) await checkKept(bot, door)
          for (const { store } of bots)
            for (const atOnce of crowds)
              tell(lineOf(door, store, atOnce, pairs.get(`${store} ${atOnce}`) ?? []))
        },
        server,
      ),
    )
    await door.close()
  },
})

export const slackAnswers = answersOn('slack')
export const teamsAnswers = answersOn('teams')
