/** The database stops, or every line to it is cut, in the middle of answers: refused with a word, never lost. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { startProxy } from '../postgres/proxy.ts'
import { type Server, serverRoot, startServer } from '../support/postgres.ts'
import { Child, Platform } from './children.ts'
import { onGround } from './ground.ts'
import { answerOf, groupOf, invitationIn, keptAnswer, monday } from './group.ts'
import type { Ground } from './house.ts'
import { chanceOf, type Outcome, type Weather } from './weather.ts'

const group = groupOf('n', 7)

/** How long the people wait before they try what was refused once more, in milliseconds. */
const again = 50

interface Count {
  acknowledged: number
  refused: number
  lost: number
}

/** Somebody answers again and again; what is refused is sent once more as it was, like a patient person does. */
async function keepAnswering(child: Child, user: string, ref: string, count: Count, isOver: () => boolean) {
  let [n, revision] = [0, 0]
  while (!isOver()) {
    const answer: Incoming = answerOf(group, user, ref, revision, `${user} says ${n + 1}`)
    for (;;) {
      const reply: Reply = await child.hear(answer)
      if (reply.kind === 'form') {
        revision = reply.form.revision
        break
      }
      if (reply.kind !== 'errors' || reply.all === undefined) count.lost += 1
      count.refused += 1
      await wait(again)
    }
    n += 1
    count.acknowledged += 1
    if ((await keptNow(child, user, ref)) !== `${user} says ${n}`) count.lost += 1
  }
}

/** As soon as the database can be asked. */
async function keptNow(child: Child, user: string, ref: string): Promise<string | undefined> {
  for (;;) {
    const reply = { kind: 'nothing' } as { kind: string }
    const kept = await keptAnswer(
      async (incoming) => {
        const heard = await child.hear(incoming)
        reply.kind = heard.kind
        return heard
      },
      group,
      user,
      ref,
    )
    if (reply.kind === 'form') return kept
    await wait(again)
  }
}

async function storm(ground: Ground, times: number, strike: () => Promise<void>): Promise<Outcome> {
  const chance = chanceOf(20_261_129)
  const platform = new Platform()
  const child = new Child({ ground, now: monday.toISOString(), interval: 200 }, platform)
  await child.ready
  await child.seed(group)
  await child.drain(monday)
  const ref = invitationIn([...platform.standing.values()])
  const count: Count = { acknowledged: 0, refused: 0, lost: 0 }
  let over = false
  const people = Promise.all(group.people.map((user) => keepAnswering(child, user, ref, count, () => over)))
  for (let n = 0; n < times; n += 1) {
    await wait(50 + chance() * 300)
    await strike()
  }
  over = true
  await people
  await child.stop()
  const { acknowledged, refused, lost } = count
  const note = `${acknowledged.toLocaleString('en')} answers acknowledged, ${refused} refused with a word and sent again`
  return { tried: times, lost: lost + platform.sent.length - 1, note }
}

export const restarts: Weather = {
  name: 'the server stops in the middle of answers',
  on: 'postgres',
  sizes: { test: 0, usual: 6, full: 40 },
  async run(times) {
    const server: Server = await startServer(await serverRoot(), {})
    let turn = 0
    try {
      return await onGround(
        'postgres',
        (ground) =>
          storm(ground, times, async () => {
            turn += 1
            await server.stop(turn % 2 === 0 ? 'fast' : 'immediate')
            await server.start()
          }),
        server,
      )
    } finally {
      await server.stop('immediate')
    }
  },
}

/** How the statement begins its name that commits an answer: the database gets it, and nobody hears what came of it. */
const writing = 'write_'

export const cuts: Weather = {
  name: 'the line is cut in the middle of a commit',
  on: 'postgres',
  sizes: { test: 0, usual: 20, full: 200 },
  run: (times) =>
    onGround('postgres', async (ground) => {
      if (ground.kind !== 'postgres') throw new Error('there is no line to cut')
      const proxy = await startProxy(ground.url)
      try {
        const strike = async () => proxy.cutAfter(writing)
        return await storm({ kind: 'postgres', url: proxy.url }, times, strike)
      } finally {
        await proxy.close()
      }
    }),
}
