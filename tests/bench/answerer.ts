/** A bot in a process of its own that answers as fast as it can, one after another, and says how long one takes. */
import { answerOf, groupOf } from '../torture/group.ts'
import { type Ground, openHouse } from '../torture/house.ts'
import { networkName } from './site.ts'

export interface Work {
  readonly ground: Ground
  readonly now: string
  readonly round: string
  readonly people: number
  /** Of which people answer. */
  readonly networks: number
}

export interface Answered {
  /** Milliseconds for one of them. */
  readonly took: number
  /** Bytes that the process holds. */
  readonly memory: number
}

const { ground, now, round, people, networks } = JSON.parse(process.argv[2] ?? '') as Work
const house = await openHouse({ ground, clock: { now: () => new Date(now) }, adapters: () => [] })
const groups = Array.from({ length: networks }, (_, n) => groupOf(networkName(n), people))
const seats = Array.from({ length: people }, (_, n) =>
  groups.map((group) => ({ group, user: group.people[n] ?? '', revision: 0 })),
).flat()
let turn = 0

async function answer(count: number): Promise<Answered> {
  const began = performance.now()
  for (let n = 0; n < count; n += 1, turn += 1) {
    const seat = seats[turn % seats.length]
    if (!seat) throw new Error('there is nobody to answer')
    const { group, user, revision } = seat
    const ref = `${group.id}/evaluation/answer/${round}`
    const reply = await house.receive(answerOf(group, user, ref, revision, `Dat het lukte (${turn}).`))
    if (reply.kind !== 'form' || reply.form.revision !== revision + 1)
      throw new Error(`not saved: ${JSON.stringify(reply).slice(0, 300)}`)
    seat.revision += 1
  }
  return { took: (performance.now() - began) / count, memory: process.memoryUsage.rss() }
}

process.on('message', (count: number) => {
  void answer(count).then((answered) => process.send?.(answered))
})
process.once('SIGTERM', () => void house.stop().then(() => process.exit(0)))
