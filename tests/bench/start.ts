/** What the bot adds to the frameworks that it stands on: time until it listens, and memory when nobody says anything. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Child, type Environment, startBare, startBot } from './children.ts'
import { slackDoor, teamsDoor } from './doors.ts'
import { type Figure, median, megabytes, twoDigits } from './figure.ts'

/** Milliseconds in which a process that has just started comes to rest. */
const rest = 2000
const mostSlower = 1.25
const mostMegabytes = 30

interface Seen {
  readonly took: number
  readonly memory: number
}

async function look(child: Child): Promise<Seen> {
  await wait(rest)
  const memory = await child.memory()
  await child.stop()
  return { took: child.took, memory }
}

async function startInFolder(env: Environment): Promise<Seen> {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-bench-'))
  try {
    return await look(await startBot({ ...env, DATA_DIR: folder }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const starting: Figure = {
  name: 'start',
  async measure({ rounds }, tell) {
    const doors = [await slackDoor(), await teamsDoor()]
    const [slack, teams] = doors.map(({ env }) => env)
    const kinds = [
      { name: 'Slack', platforms: ['slack'], env: { ...slack } },
      { name: 'Teams', platforms: ['teams'], env: { ...teams } },
      { name: 'both', platforms: ['slack', 'teams'], env: { ...slack, ...teams } },
    ]
    for (const { name, platforms, env } of kinds) {
      const pairs: Record<'bot' | 'bare', Seen>[] = []
      for (let round = 0; round < rounds; round += 1)
        pairs.push({ bare: await look(await startBare(platforms, env)), bot: await startInFolder(env) })
      const slower = median(pairs.map(({ bot, bare }) => bot.took / bare.took))
      const took = (who: 'bot' | 'bare') => median(pairs.map((pair) => pair[who].took)).toFixed(0)
      tell({
        name: `start to listening, ${name}`,
        measured: twoDigits(slower),
        target: `at most ${twoDigits(mostSlower)}`,
        met: slower <= mostSlower,
        note: `${took('bot')} ms, bare ${took('bare')} ms`,
      })
      const more = median(pairs.map(({ bot, bare }) => bot.memory - bare.memory))
      const held = (who: 'bot' | 'bare') => megabytes(median(pairs.map((pair) => pair[who].memory)))
      tell({
        name: `idle memory above the frameworks, ${name}`,
        measured: `${megabytes(more)} MB`,
        target: `at most ${mostMegabytes} MB`,
        met: more <= mostMegabytes * 1024 * 1024,
        note: `${held('bot')} MB, bare ${held('bare')} MB`,
      })
    }
    for (const door of doors) await door.close()
  },
}
