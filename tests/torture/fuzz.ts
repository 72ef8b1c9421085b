/** Whatever comes from the platform itself, however odd: an answer, never a 5xx, and nobody falls over. */
import fc from 'fast-check'
import { slackBot } from '../slack/bot.ts'
import { oddBody } from '../slack/odd.ts'
import { client } from '../teams/client.ts'
import { oddActivity } from '../teams/odd.ts'
import { eachOf, type Weather } from './weather.ts'

const atOnce = 16

/** How many bodies are made up in one go. */
const inOneGo = 1000

interface Odd {
  readonly body: string
  readonly type: string
}

interface Door {
  readonly bodies: fc.Arbitrary<Odd>
  /** Sends one made-up body with all that proves it comes from the platform. */
  send(odd: Odd): Promise<number>
  /** What came out of it that should not have. */
  wrong(): number
  close(): Promise<void>
}

async function slackDoor(): Promise<Door> {
  const bot = await slackBot(async () => ({ kind: 'nothing' }))
  return {
    bodies: oddBody,
    send: async ({ body, type }) => (await bot.post(body, { 'content-type': type })).status,
    wrong: () => bot.logged.filter(({ event }) => event === 'slack body not handled').length,
    async close() {
      await bot.adapter.settled()
      await bot.close()
    },
  }
}

async function teamsDoor(): Promise<Door> {
  const teams = await client(async () => ({ kind: 'nothing' }))
  const token = await teams.service.token({ expires: 7200 })
  return {
    bodies: oddActivity(teams.service.base),
    send: async ({ body }) => (await teams.raw(body, token)).status,
    wrong: () => teams.logged.filter(({ code }) => code === 'bug').length,
    close: teams.close,
  }
}

const doors = { slack: slackDoor, teams: teamsDoor }

export const fuzz = (platform: keyof typeof doors): Weather => ({
  name: 'odd bodies, truly signed: no crash, no 5xx',
  on: platform,
  sizes: { test: 200, usual: 2000, full: 100_000 },
  async run(size) {
    const door = await doors[platform]()
    const statuses = new Map<number, number>()
    try {
      for (let done = 0; done < size; done += inOneGo) {
        const all = fc.sample(door.bodies, { numRuns: Math.min(inOneGo, size - done), seed: done })
        await eachOf(all.length, atOnce, async (n) => {
          const odd = all[n]
          // A line that both sides let go of at the same moment is no answer; a door that fell over gives none twice.
          const status = odd ? await door.send(odd).catch(() => door.send(odd)) : 0
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        })
      }
    } finally {
      await door.close()
    }
    const bad = [...statuses].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0)
    const note = [...statuses].sort().map(([status, count]) => `${count.toLocaleString('en')} × ${status}`)
    return { tried: size, lost: bad + door.wrong(), note: note.join(', ') }
  },
})
