/** kill -9 at any moment while people answer: whatever was acknowledged is there afterwards. */
import { setTimeout as wait } from 'node:timers/promises'
import { Child, Ended, Platform } from './children.ts'
import { onGround, type StoreName } from './ground.ts'
import { answerOf, type Group, groupOf, invitationIn, keptAnswer, monday } from './group.ts'
import type { Ground } from './house.ts'
import { chanceOf, eachOf, type Weather } from './weather.ts'

/** How often one network is killed before a fresh one begins. */
const lives = 20

/** What one person knows of their own answers. */
interface Told {
  /** The last that was acknowledged. */
  acknowledged: number
  /** The last that was sent, acknowledged or not. */
  sent: number
  revision: number
}

const words = (user: string, n: number) => `${user} says ${n}`

interface Answering {
  readonly child: Child
  readonly group: Group
  readonly ref: string
  acknowledged(): void
}

/** Somebody sends the next answer as soon as the one before was acknowledged, until nobody answers. */
async function keepAnswering(
  { child, group, ref, acknowledged }: Answering,
  user: string,
  told: Told,
): Promise<void> {
  for (;;) {
    told.sent += 1
    const said = words(user, told.sent)
    const reply = await child
      .hear(answerOf(group, user, ref, told.revision, said))
      .catch((error: unknown) => {
        if (error instanceof Ended) return undefined
        throw error
      })
    if (!reply) return
    if (reply.kind !== 'form') throw new Error(`${user} was refused: ${JSON.stringify(reply)}`)
    told.acknowledged = told.sent
    told.revision = reply.form.revision
    acknowledged()
  }
}

/** Whether somebody's answer is not what it must be; from here on they go on from what they find. */
async function isLost(child: Child, group: Group, user: string, ref: string, told: Told): Promise<boolean> {
  const kept = await keptAnswer(child.hear, group, user, ref)
  const n = Number(kept?.split(' ').at(-1) ?? 0)
  const whole = kept === undefined ? n === 0 : kept === words(user, n)
  const lost = !whole || n < told.acknowledged || n > told.sent
  told.acknowledged = n
  return lost
}

interface Count {
  cycles: number
  answers: number
  lost: number
  doubled: number
}

async function oneLife(ground: Ground, cycles: number, chance: () => number, count: Count): Promise<void> {
  const group = groupOf('n', 7)
  const platform = new Platform()
  const open = () => new Child({ ground, now: monday.toISOString(), interval: 1000 }, platform)
  let child = open()
  await child.ready
  await child.seed(group)
  await child.drain(monday)
  const ref = invitationIn([...platform.standing.values()])
  const people = new Map(group.people.map((user) => [user, { acknowledged: 0, sent: 0, revision: 0 }]))
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const first = Promise.withResolvers<void>()
    const acknowledged = () => {
      count.answers += 1
      first.resolve()
    }
    const answering = [...people].map(([user, told]) =>
      keepAnswering({ child, group, ref, acknowledged }, user, told),
    )
    // Now and then before anybody was answered.
    if (chance() < 0.8) await first.promise
    await wait(chance() * 60)
    await child.kill()
    await Promise.all(answering)
    child = open()
    // Now and then the next one does not even get as far as its start.
    if (chance() < 0.1) {
      await wait(chance() * 300)
      await child.kill()
      child = open()
    }
    await child.ready
    for (const [user, told] of people) if (await isLost(child, group, user, ref, told)) count.lost += 1
    count.cycles += 1
  }
  await child.drain(monday)
  await child.stop()
  count.doubled += platform.sent.length - 1
}

export const killing = (store: StoreName): Weather => ({
  name: 'kill -9 in the middle of answers',
  on: store,
  sizes: { test: 0, usual: 40, full: 1000 },
  async run(size) {
    const count: Count = { cycles: 0, answers: 0, lost: 0, doubled: 0 }
    const chance = chanceOf(20_261_123)
    const networks = Math.ceil(size / lives)
    await eachOf(networks, 2, (n) =>
      onGround(store, (ground) => oneLife(ground, Math.min(lives, size - n * lives), chance, count)),
    )
    const note = `${count.answers.toLocaleString('en')} answers acknowledged`
    return { tried: count.cycles, lost: count.lost + count.doubled, note }
  },
})
