/** The disk is full or broken at one step of a write: the member hears it, and nothing has changed. */
import type { Reply } from '../../src/contracts/reply.ts'
import { Disk, diskError } from '../lowdb/disk.ts'
import { folder } from '../lowdb/make.ts'
import { everything } from '../support/live.ts'
import { Platform } from './children.ts'
import { answerOf, groupOf, invitationIn, keptAnswer, monday, seedGroup } from './group.ts'
import { type House, openHouse } from './house.ts'
import { chatOn } from './platform.ts'
import type { Weather } from './weather.ts'

const group = groupOf('n', 7)
const clock = { now: () => monday }
const [user = ''] = group.people

const open = (disk: Disk): Promise<House> =>
  openHouse({
    ground: { kind: 'lowdb', folder, files: disk },
    clock,
    adapters: () => [chatOn(new Platform())],
  })

/** How a disk can fail: with what, before or after it did its work, and for how many calls. */
const kinds = (['ENOSPC', 'EIO'] as const).flatMap((code) =>
  (['before', 'after'] as const).flatMap((when) =>
    [1, Number.POSITIVE_INFINITY].map((calls) => ({ code, when, calls })),
  ),
)

/** From its `nth` call on; tells whether it got that far. */
function breakAt(disk: Disk, nth: number, { code, when, calls }: (typeof kinds)[number]): () => boolean {
  let count = 0
  disk[when] = () => {
    count += 1
    if (count >= nth && count < nth + calls) throw diskError(code)
  }
  return () => count >= nth
}

function mend(disk: Disk): void {
  disk.before = () => undefined
  disk.after = () => undefined
}

const all = async ({ store }: House) => JSON.stringify(everything(await store.read(group.id)))

/** A sentence, and the form stays as it is. */
const isError = (reply: Reply): boolean => reply.kind === 'errors' && reply.all !== undefined

export const fullDisks: Weather = {
  name: 'ENOSPC and EIO at every step of a write',
  on: 'lowdb',
  sizes: { test: 20, usual: 100, full: 400 },
  async run(size) {
    const platform = new Platform()
    const disk = new Disk()
    const house = await openHouse({
      ground: { kind: 'lowdb', folder, files: disk },
      clock,
      adapters: () => [chatOn(platform)],
    })
    await seedGroup(house.store, house.road, group)
    await house.drain()
    const ref = invitationIn([...platform.standing.values()])
    let [refused, kept, lost, revision, kind, nth] = [0, 0, 0, 0, 0, 0]
    while (refused < size) {
      nth += 1
      const how = kinds[kind % kinds.length]
      if (!how) break
      const answer = answerOf(group, user, ref, revision, `words ${kind}.${nth}`)
      const [before, told] = [await all(house), await keptAnswer(house.receive, group, user, ref)]
      const isBroken = breakAt(disk, nth, how)
      const reply = await house.receive(answer)
      const broken = isBroken()
      mend(disk)
      if (reply.kind === 'form') {
        // What was acknowledged although something failed must be there.
        if (broken) kept += 1
        const again = await open(disk.twin())
        const words = await keptAnswer(again.receive, group, user, ref)
        if (words !== `words ${kind}.${nth}`) lost += 1
        revision = reply.form.revision
      } else {
        refused += 1
        const same =
          before === (await all(house)) && told === (await keptAnswer(house.receive, group, user, ref))
        if (!isError(reply) || !same) lost += 1
        // After one failure it could be put back; when the whole disk is gone nothing can.
        if (how.calls === 1) {
          const again = await open(disk.twin())
          if ((await keptAnswer(again.receive, group, user, ref)) !== told) lost += 1
        }
        // What was refused was not handled: the same once more is taken.
        const second = await house.receive(answer)
        if (second.kind === 'form') revision = second.form.revision
        else lost += 1
      }
      if (!broken) [kind, nth] = [kind + 1, 0]
    }
    await house.stop()
    return {
      tried: refused,
      lost,
      note: `all refused; ${kept} more failed where it did not matter and were kept`,
    }
  },
}
