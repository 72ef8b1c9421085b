/** The power is cut while people answer: unsynced writes are gone, whatever was acknowledged is there. */
import { Disk } from '../lowdb/disk.ts'
import { folder } from '../lowdb/make.ts'
import { Platform } from './children.ts'
import { answerOf, groupOf, invitationIn, keptAnswer, monday, seedGroup } from './group.ts'
import { type House, openHouse } from './house.ts'
import { chatOn } from './platform.ts'
import { chanceOf, type Weather } from './weather.ts'

const group = groupOf('n', 7)

/** How often one network loses its power before a fresh one begins. */
const lives = 25

const open = (disk: Disk, platform: Platform, random: () => number): Promise<House> =>
  openHouse({
    ground: { kind: 'lowdb', folder, files: disk },
    clock: { now: () => monday },
    adapters: () => [chatOn(platform)],
    random,
  })

/** Everybody answers at once, some more than once, until no call to the disk comes back any more. */
async function answerUntilDark(house: House, ref: string, told: Map<string, [number, number]>, most: number) {
  let [acknowledged, refused] = [0, 0]
  const one = async (user: string) => {
    for (let n = 0; n < most; n += 1) {
      const [known, sent] = told.get(user) ?? [0, 0]
      told.set(user, [known, sent + 1])
      const reply = await house.receive(answerOf(group, user, ref, sent, `${user} says ${sent + 1}`))
      if (reply.kind !== 'form') {
        refused += 1
        return
      }
      told.set(user, [sent + 1, sent + 1])
      acknowledged += 1
    }
  }
  const all = Promise.all(group.people.map(one))
  return { all, acknowledged: () => acknowledged, refused: () => refused }
}

/** `fresh`: another disk, in a test. */
export const powerCuts = (fresh: () => Disk = () => new Disk()): Weather => ({
  name: 'power cut, unsynced writes dropped',
  on: 'lowdb',
  sizes: { test: 5, usual: 50, full: 200 },
  async run(size) {
    const chance = chanceOf(20_260_801)
    let [lost, answers] = [0, 0]
    // What is left cannot even be opened.
    let fallen = false
    let disk = fresh()
    let ref = ''
    let platform = new Platform()
    let told = new Map<string, [number, number]>()
    for (let cut = 0; cut < size; cut += 1) {
      if (cut % lives === 0 || fallen) {
        fallen = false
        ;[disk, platform, told] = [fresh(), new Platform(), new Map()]
        const first = await open(disk, platform, chance)
        await seedGroup(first.store, first.road, group)
        await first.drain()
        ref = invitationIn([...platform.standing.values()])
      }
      const house = await open(disk, platform, chance)
      const dark = Promise.withResolvers<void>()
      const last = 1 + Math.floor(chance() * 60)
      let calls = 0
      // Nothing comes back from a machine without power: no error either.
      disk.before = () => {
        calls += 1
        if (calls < last) return undefined
        dark.resolve()
        return new Promise(() => undefined)
      }
      const { all, acknowledged, refused } = await answerUntilDark(house, ref, told, 12)
      await Promise.race([all, dark.promise])
      // Whatever was on its way to somebody without a disk in between.
      await new Promise(setImmediate)
      answers += acknowledged()
      lost += refused()
      disk = disk.cut(chance)
      const back = await open(disk.twin(), platform, chance).catch(() => undefined)
      if (!back) {
        lost += 1
        fallen = true
        continue
      }
      for (const [user, [known, sent]] of told) {
        const kept = await keptAnswer(back.receive, group, user, ref)
        const n = Number(kept?.split(' ').at(-1) ?? 0)
        if (n < known || n > sent || (n > 0 && kept !== `${user} says ${n}`)) lost += 1
        told.set(user, [n, n])
      }
      await back.stop()
    }
    return { tried: size, lost, note: `${answers.toLocaleString('en')} answers acknowledged` }
  },
})
