/** A network that meets every week has a full channel; its month is told all the same, within the budget. */
import { addDays } from 'date-fns/addDays'
import { afterEach, expect, it } from 'vitest'
import { dateOf } from '../../src/calendar/calendar.ts'
import { weekOf } from '../../src/calendar/day.ts'
import { budget } from '../../src/network/attention.ts'
import type { Kit } from '../support/kit.ts'
import { live, planMeeting, quietKit } from '../support/live.ts'
import { words } from '../support/look.ts'
import { previewsTo, summariesIn } from '../support/month.ts'

let bot: Kit
afterEach(() => bot.close())

interface Posted {
  readonly date: string
  readonly says: string
}

/** What came up in the channel, day by day. */
async function watch(from: string, until: string): Promise<readonly Posted[]> {
  const found: Posted[] = []
  for (let date = from; date <= until; date = dateOf(addDays(new Date(`${date}T12:00:00Z`), 1), 'UTC')) {
    const before = new Set(bot.chat.standing.keys())
    await live(bot, `${date}T22:30:00Z`)
    for (const [address, { place, message }] of bot.chat.standing)
      if (!before.has(address) && place.kind === 'channel') found.push({ date, says: words(message) })
  }
  return found
}

const most = (all: readonly Posted[], of: (date: string) => string): number =>
  Math.max(...[...Map.groupBy(all, ({ date }) => of(date)).values()].map(({ length }) => length))

const datesOf = (all: readonly Posted[], says: string) =>
  all.filter((each) => each.says.startsWith(says)).map(({ date }) => date)

it.each([
  ['Monday', '2026-11-23'],
  ['Tuesday', '2026-11-24'],
  ['Thursday', '2026-11-26'],
])('every %s: every month is told, and nothing that asks or comes back waits for it', async (_day, first) => {
  bot = await quietKit()
  const weeks = Array.from({ length: 15 }, (_, week) =>
    dateOf(addDays(new Date(`${first}T12:00:00Z`), 7 * week), 'UTC'),
  ).filter((date) => date < '2026-12-19' || date > '2027-01-03')
  for (const date of weeks) await planMeeting(bot, date, '16:00', '17:00')
  const all = await watch('2026-11-23', '2027-02-12')
  expect(most(all, weekOf)).toBeLessThanOrEqual(budget.channelWeek)
  expect(most(all, (date) => date)).toBe(budget.channelDay)
  expect(summariesIn(bot).map((each) => words(each).split('\n')[0])).toEqual([
    'Ons netwerk in november',
    'Ons netwerk in december',
    'Ons netwerk in januari',
  ])
  const told = datesOf(all, 'Ons netwerk in ')
  expect(told.map((date) => date.slice(0, 7))).toEqual(['2026-12', '2027-01', '2027-02'])
  // Later a round of crosses takes days of its own.
  const asked = datesOf(all, 'Terugkijken').filter((date) => weeks.includes(date) && date < '2027-01-09')
  expect(asked).toEqual(weeks.filter((date) => date < '2027-01-09'))
  for (const date of told) expect(previewsTo(bot, 'anna').length, date).toBe(told.length)
})
