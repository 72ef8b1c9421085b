import { addDays } from 'date-fns/addDays'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateOf } from '../../src/calendar/calendar.ts'
import { weekOf } from '../../src/calendar/day.ts'
import type { Message } from '../../src/contracts/message.ts'
import { asks, budget } from '../../src/network/attention.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, live, planMeeting, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const own = async (user: string, date: string, what = `werk van ${user}`) => {
  const form = formIn(await bot.pressRef(user, 'example/agreement/note/hand'))
  await bot.submit(user, form, { own: what, who: 'me', date })
}

/** What the bot started by itself in the weeks that were lived through, counted where people see it. */
interface Started {
  readonly to: string
  readonly date: string
}

/** The preview of a summary is a word to the teamleider; it takes nothing of their budget. */
const isRoleWord = (message: Message): boolean => words(message).includes(' plaats ik dit.')

/** Lives day by day and notes what came up by itself; nobody does anything meanwhile. */
async function watch(from: string, days: number): Promise<readonly Started[]> {
  const found: Started[] = []
  for (let day = 0; day < days; day++) {
    const date = dateOf(addDays(new Date(`${from}T12:00:00Z`), day), 'UTC')
    const before = new Set(bot.chat.standing.keys())
    await live(bot, `${date}T22:30:00Z`)
    for (const [address, { place, message }] of bot.chat.standing)
      if (!before.has(address) && !isRoleWord(message)) found.push({ to: place.id, date })
  }
  return found
}

/** The invitation is a post in the channel and an ask of everyone. */
async function most(started: readonly Started[], of: (date: string) => string, to: string) {
  const everyone = asks.all(await bot.state()).filter((each) => each.to === 'everyone')
  const mine = [
    ...started.filter((each) => each.to === to).map(({ date }) => date),
    ...(to === 'channel' ? [] : everyone.map(({ date }) => date)),
  ]
  const counts = Map.groupBy(mine, of)
  return Math.max(0, ...[...counts.values()].map((each) => each.length))
}

const day = (date: string) => date

describe('nobody is asked too much', () => {
  it('meetings, reminders and agreements in one week: two asks a week and one a day', async () => {
    await planMeeting(bot, '2026-12-01')
    for (const date of ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'])
      await own('bram', date, `werk voor ${date}`)
    await own('chris', '2026-12-03')
    const started = await watch('2026-11-30', 14)
    for (const user of ['bram', 'chris', 'dewi', 'anna']) {
      const place = `private-${user}`
      expect(await most(started, weekOf, place), user).toBeLessThanOrEqual(budget.personWeek)
      expect(await most(started, day, place), user).toBeLessThanOrEqual(budget.personDay)
      expect(started.filter(({ to }) => to === place).length, user).toBeGreaterThan(0)
    }
  })

  it('the day of a meeting to look back on is for that', async () => {
    await planMeeting(bot, '2026-12-02', '16:00', '17:00')
    await own('bram', '2026-12-03')
    const started = await watch('2026-12-01', 3)
    expect(await most(started, day, 'private-bram')).toBe(1)
    expect(bot.channel().map(words).join()).toContain('Bijeenkomst van woensdag 2 december')
  })

  it('two meetings in a week fill it: no reminders, and own words wait for the week after or lapse', async () => {
    await planMeeting(bot, '2026-12-01')
    await planMeeting(bot, '2026-12-03')
    await own('bram', '2026-12-05')
    const started = await watch('2026-11-30', 5)
    expect(started.filter(({ to }) => to.startsWith('private'))).toEqual([])
    const later = await watch('2026-12-05', 20)
    expect(later.filter(({ to }) => to === 'private-bram').length).toBeLessThanOrEqual(1)
    expect(await most([...started, ...later], weekOf, 'private-chris')).toBeLessThanOrEqual(2)
  })

  it('an own word that does not fit waits for a day with room', async () => {
    await own('bram', '2026-12-03', 'eerst')
    await own('bram', '2026-12-03', 'daarna')
    const started = await watch('2026-12-01', 3)
    expect(started.filter(({ to }) => to === 'private-bram').map(({ date }) => date)).toEqual([
      '2026-12-02',
      '2026-12-03',
    ])
  })

  it('the channel of a network that meets every week gets three posts a week at most, and one a day', async () => {
    for (const date of ['2026-11-30', '2026-12-07', '2026-12-14']) await planMeeting(bot, date)
    const started = await watch('2026-11-28', 21)
    expect(await most(started, weekOf, 'channel')).toBe(budget.channelWeek)
    expect(await most(started, day, 'channel')).toBe(budget.channelDay)
  })

  it('nothing starts outside school hours, in a weekend or in a holiday', async () => {
    for (const date of ['2026-12-17', '2027-01-05', '2027-01-12'])
      await planMeeting(bot, date, '20:00', '21:30')
    await own('bram', '2027-01-04')
    const started = await watch('2026-12-14', 40)
    expect(started.length).toBeGreaterThan(8)
    const quiet = started.filter(
      ({ date }) =>
        (date >= '2026-12-19' && date <= '2027-01-03') || [0, 6].includes(new Date(date).getUTCDay()),
    )
    expect(quiet).toEqual([])
  })
})

describe('what is free', () => {
  it('a repeat that somebody asked for, and what people start themselves', async () => {
    await planMeeting(bot, '2026-11-30')
    await live(bot, '2026-12-02T14:30:00Z')
    expect(seen(await bot.say('bram', 'privacy'))).toContain('Deze week: 2 keer.')
    await bot.pressRef('bram', buttonIn(bot.privateTo('bram')[0], 'Later').ref)
    await live(bot, '2026-12-03T11:30:00Z')
    expect(bot.privateTo('bram')).toHaveLength(2)
    expect(seen(await bot.say('bram', 'privacy'))).toContain('Deze week: 2 keer.')
  })
})

describe('the number', () => {
  it('is each person’s own, of this week, and never more than was promised', async () => {
    await planMeeting(bot, '2026-11-30')
    const number = async (user: string) => /Deze week: (\d)/.exec(seen(await bot.say(user, 'privacy')))?.[1]
    expect(await number('bram')).toBe('0')
    await live(bot, '2026-11-30T15:15:00Z')
    expect(await number('bram')).toBe('1')
    await live(bot, '2026-12-02T14:30:00Z')
    expect(await number('bram')).toBe('2')
    await live(bot, '2026-12-07T10:00:00Z')
    expect(await number('bram')).toBe('0')
  })
})
