/** A clock that jumps: hours ahead, an hour back, over both changes of summer time. */
import { inSchoolHours } from '../../src/calendar/calendar.ts'
import { networkCalendar, theNetwork, usualZone } from '../../src/network/network.ts'
import { readHolidays } from '../../src/read-instruments.ts'
import { Disk } from '../lowdb/disk.ts'
import { folder } from '../lowdb/make.ts'
import { Platform } from './children.ts'
import { groupOf, seedGroup } from './group.ts'
import { openHouse } from './house.ts'
import { chatOn } from './platform.ts'
import { cameUp, watched } from './watch.ts'
import { chanceOf, type Weather } from './weather.ts'

const group = groupOf('n', 8)
const hour = 3_600_000
const begin = Date.parse('2026-09-01T06:00:00Z')
const end = Date.parse('2027-06-30T16:00:00Z')
/** Around the nights in which the clock on the wall jumps, every quarter of an hour. */
const nights = ['2026-10-25T00:00:00Z', '2027-03-28T00:00:00Z'].map((each) => Date.parse(each))

/** Every second Tuesday afternoon. */
const starts = Array.from(
  { length: 20 },
  (_, n) => new Date(Date.parse('2026-09-08T13:30:00Z') + n * 14 * 24 * hour),
)

/** Moments in the order in which the clock shows them; about this many for a year. */
function moments(size: number, chance: () => number): readonly number[] {
  const all: number[] = []
  let now = begin
  const usual = (end - begin) / size
  while (now < end) {
    const luck = chance()
    if (luck < 0.15) now -= hour
    else if (luck < 0.18) now += 3 * 24 * hour
    else if (luck < 0.5) now += chance() * 2 * hour
    else now += chance() * 2.4 * usual
    const night = nights.find((each) => Math.abs(each - now) < usual)
    if (night !== undefined) for (let n = -8; n <= 12; n += 1) all.push(night + (n * hour) / 4)
    all.push(now)
  }
  return all
}

export const clockJumps: Weather = {
  name: 'clock jumps: ahead, back, summer time',
  on: 'lowdb',
  sizes: { test: 150, usual: 500, full: 4000 },
  async run(size) {
    const chance = chanceOf(20_261_025)
    const platform = new Platform()
    const clock = { at: begin }
    const house = await openHouse({
      ground: { kind: 'lowdb', folder, files: new Disk() },
      clock: { now: () => new Date(clock.at) },
      adapters: () => [chatOn(platform)],
      watched,
      random: chance,
    })
    await seedGroup(house.store, house.road, group, starts)
    const state = () => house.store.read(group.id)
    const network = theNetwork(await state())
    if (!network) throw new Error('there is no network')
    const calendar = networkCalendar(
      await readHolidays(new URL('../../instruments', import.meta.url).pathname),
      network,
    )
    let [jumps, lost] = [0, 0]
    for (const moment of moments(size, chance)) {
      clock.at = moment
      jumps += 1
      const before = platform.sent.length
      await house.drain()
      const now = new Date(clock.at)
      const late = inSchoolHours(calendar, now, usualZone).getTime() !== now.getTime()
      if (late) lost += platform.sent.length - before
    }
    const counts = cameUp(await state())
    const twice = [...counts.values()].filter((count) => count > 1).length
    await house.stop()
    const note = `${counts.size} occurrences, ${platform.sent.length} messages`
    return { tried: jumps, lost: lost + twice + platform.doubled(), note }
  },
}
