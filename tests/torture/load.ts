/** Fifty answers a second, for as long as it takes: all acknowledged in time, and memory stays flat. */
import { setTimeout as wait } from 'node:timers/promises'
import { Child, Platform } from './children.ts'
import { onGround, type StoreName } from './ground.ts'
import { answerOf, groupOf, invitationIn, keptAnswer, monday } from './group.ts'
import type { Ground } from './house.ts'
import type { Outcome, Weather } from './weather.ts'

const perSecond = 50
const groups = Array.from({ length: 40 }, (_, n) => groupOf(`n${n}`, 12))
/** What the slowest of a hundred may take, in milliseconds. */
const patience = 1000
/** What counts as flat: the heap at the end against the heap a fifth of the way. */
const mostGrowth = 1.5

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

async function press(ground: Ground, seconds: number): Promise<Outcome> {
  const platform = new Platform()
  const child = new Child({ ground, now: monday.toISOString(), interval: 1000 }, platform)
  await child.ready
  for (const group of groups) await child.seed(group)
  await child.drain(monday)
  const everybody = groups.flatMap((group) => {
    const here = platform.sent.filter(({ place }) => place.id === group.channel.id)
    const ref = invitationIn(here.map(({ message }) => message))
    return group.people.map((user) => ({ group, user, ref, n: 0, revision: 0 }))
  })
  const took: number[] = []
  const total = perSecond * seconds
  let [lost, underWay] = [0, [] as Promise<void>[]]
  const one = async (at: number) => {
    const who = everybody[(at * 7) % everybody.length]
    if (!who) return
    who.n += 1
    const { group, user, ref, revision, n } = who
    const began = performance.now()
    const reply = await child.hear(answerOf(group, user, ref, revision, `words ${n}`))
    took.push(performance.now() - began)
    if (reply.kind === 'form') who.revision = reply.form.revision
    else lost += 1
  }
  // The first time that a network is used, and a process is young, is no measure.
  for (let n = 0; n < everybody.length; n += 1) await one(n)
  took.length = 0
  const began = performance.now()
  let early = await child.memory()
  for (let sent = 0; sent < total; sent += 1) {
    const due = began + (sent * 1000) / perSecond
    if (due > performance.now()) await wait(due - performance.now())
    underWay.push(one(sent))
    if (underWay.length >= perSecond * 5) {
      await Promise.all(underWay)
      underWay = []
    }
    if (sent === Math.floor(total / 5)) early = await child.memory()
  }
  await Promise.all(underWay)
  const late = await child.memory()
  for (const { group, user, ref, n } of everybody)
    if (n > 0 && (await keptAnswer(child.hear, group, user, ref)) !== `words ${n}`) lost += 1
  await child.stop()
  took.sort((one, other) => one - other)
  const p99 = took[Math.floor(took.length * 0.99)] ?? 0
  const [slow, grown] = [p99 >= patience, late.heap > early.heap * mostGrowth]
  return {
    tried: total,
    lost: lost + (slow ? 1 : 0) + (grown ? 1 : 0),
    note: [
      `p99 ${p99.toFixed(0)} ms`,
      `rss ${megabytes(early.rss)} to ${megabytes(late.rss)} MB`,
      `heap ${megabytes(early.heap)} to ${megabytes(late.heap)} MB`,
    ].join(', '),
  }
}

/** Seconds of it. Not in the test suite: it is about time. */
export const load = (store: StoreName): Weather => ({
  name: 'load: fifty answers a second',
  on: store,
  sizes: { test: 0, usual: 10, full: 600 },
  run: (seconds) => onGround(store, (ground) => press(ground, seconds)),
})
