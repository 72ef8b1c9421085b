import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plusDays, weekOf } from '../../src/calendar/day.ts'
import { calendarFor } from '../../src/calendar/holidays.ts'
import { drawsOf } from '../../src/features/dialogue/records.ts'
import { cardsOf } from '../../src/instrument/deck.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { asks } from '../../src/network/attention.ts'
import { exampleChannel } from '../../src/playground.ts'
import { readHolidays } from '../../src/read-instruments.ts'
import { rounds } from '../../src/round/round.ts'
import { cardLibrary, dayOfDraw, nudges, pressCard, withoutCrosses } from '../support/cards.ts'
import { type Kit, kit } from '../support/kit.ts'
import { buttonIn, live, planMeeting } from '../support/live.ts'
import { words } from '../support/look.ts'

const instruments = join(import.meta.dirname, '../../instruments')
const calendar = calendarFor(await readHolidays(instruments), ['midden'], [])

let bot: Kit
beforeEach(async () => {
  bot = await kit()
})
afterEach(() => bot.close())

const asked = async () =>
  drawsOf(await bot.state()).map(
    ({ now }) => cardsOf(cardLibrary.deck).find(({ id }) => id === now)?.text.nl ?? '',
  )

describe('before the next meeting', () => {
  beforeEach(() => withoutCrosses(bot))
  const ahead = () =>
    bot
      .channel()
      .map(words)
      .filter((text) => text.includes('Denk eerst zelf na') && text.includes('Doorvragen'))
  const keepOne = async () => {
    await bot.say('bram', 'kaart', 'nl', exampleChannel)
    await pressCard(bot, 'bram', 'Bewaar voor bijeenkomst')
  }

  it('the two that were kept longest come back, with a house rule and how to ask further', async () => {
    await live(bot, '2026-11-30T12:00:00Z')
    for (const minute of ['01', '02', '03']) {
      await bot.at(`2026-11-30T12:${minute}:00Z`)
      await keepOne()
    }
    const [first = '', second = '', third = ''] = await asked()
    await planMeeting(bot, '2026-12-03')
    await live(bot, '2026-12-02T17:00:00Z')
    const [text = ''] = ahead()
    expect(text).toContain(`Twee vragen om samen te bespreken\n${first}\n${second}\nDenk eerst zelf na`)
    expect(text).not.toContain(third)
    expect(text).toContain('Doorvragen: Waaraan merk je dat?')
    expect(text).toMatch(/Voor het gesprek: .+\./)
    await planMeeting(bot, '2026-12-16')
    await live(bot, '2026-12-15T17:00:00Z')
    expect(ahead().at(-1)).toContain(`Een vraag om samen te bespreken\n${third}\n`)
    expect(ahead().at(-1)).not.toContain(first)
  })

  it('of a meeting that is cancelled, they wait for the next one', async () => {
    await live(bot, '2026-11-30T12:00:00Z')
    await keepOne()
    const [question = ''] = await asked()
    await planMeeting(bot, '2026-12-03')
    await live(bot, '2026-12-02T17:00:00Z')
    expect(ahead()).toHaveLength(1)
    const coming = meetings.all(await bot.state()).at(-1)
    if (coming) await bot.change(meetings.put({ ...coming, state: 'off' }))
    await planMeeting(bot, '2026-12-16')
    await live(bot, '2026-12-15T17:00:00Z')
    expect(ahead()).toHaveLength(2)
    expect(ahead().at(-1)).toContain(question)
    await planMeeting(bot, '2027-01-14')
    await live(bot, '2027-01-13T17:00:00Z')
    expect(ahead().filter((text) => text.includes(question))).toHaveLength(2)
  })

  it('one kept in private comes back as well, and none is drawn before it is time', async () => {
    const shown = await bot.say('bram', 'kaart')
    await bot.pressRef('bram', buttonIn(shown, 'Bewaar voor bijeenkomst').ref)
    const [question = ''] = await asked()
    await planMeeting(bot, '2026-12-01')
    await live(bot, '2026-11-30T17:00:00Z')
    expect(ahead()).toHaveLength(1)
    expect(ahead()[0]).toContain(question)
    await planMeeting(bot, '2026-12-04')
    await live(bot, '2026-12-03T17:00:00Z')
    expect(ahead()).toHaveLength(1)
  })
})

describe('the summary of a month', () => {
  it('has the question that was pressed last, and what is kept to talk about', async () => {
    await withoutCrosses(bot)
    const kept = await bot.say('bram', 'kaart vertrouwen')
    await bot.pressRef('bram', buttonIn(kept, 'Bewaar voor bijeenkomst').ref)
    const choices = [
      ['feedback', 'Bewaar voor bijeenkomst'],
      ['praktijk', 'We spraken erover'],
      ['leiding', 'Nu even niet'],
    ] as const
    for (const [minute, [theme, label]] of choices.entries()) {
      await bot.at(`2026-11-24T12:0${minute}:00Z`)
      await bot.say('bram', `kaart ${theme}`, 'nl', exampleChannel)
      await pressCard(bot, 'bram', label)
    }
    const [hidden = '', toTalk = '', last = '', later = ''] = await asked()
    await live(bot, '2026-12-04T17:00:00Z')
    const summary =
      bot
        .channel()
        .map(words)
        .find((text) => text.includes('Vraag van de maand')) ?? ''
    expect(summary).toMatch(new RegExp(`Vraag van de maand\n${last.replace('?', '\\?')}`))
    expect(summary.replace(last, '')).toContain(toTalk)
    for (const not of [hidden, later]) expect(summary).not.toContain(not)
  })
})

describe('a school year', () => {
  it('brings a card at most once a fortnight, in the budget, on school days, never the same twice', async () => {
    for (const date of ['2027-01-14', '2027-02-11', '2027-03-18', '2027-04-15', '2027-05-20', '2027-06-17'])
      await planMeeting(bot, date)
    const posts = new Map<string, string>()
    const reactions = ['We spraken erover', 'Bewaar voor bijeenkomst', 'Andere kaart', 'Nu even niet']
    let pressed = 0
    for (let day = '2026-11-24'; day <= '2027-11-22'; day = plusDays(day, 1)) {
      await live(bot, `${day}T17:00:00Z`)
      for (const { id, to, date } of asks.all(await bot.state()))
        if (to === 'channel' || to === 'everyone') posts.set(id, date)
      const fresh = (await nudges(bot)).at(-1)
      if (fresh?.revision === 0 && fresh.state === 'open')
        await pressCard(bot, 'bram', reactions[pressed++ % reactions.length] ?? '')
    }
    const all = drawsOf(await bot.state())
    const together = all.filter(({ where }) => where !== 'private')
    const dates = together.map(dayOfDraw)
    expect((await nudges(bot)).length).toBeGreaterThan(12)
    for (const [index, date] of dates.entries()) {
      expect(calendar.isSchoolDay(date), date).toBe(true)
      const next = dates[index + 1]
      if (next) expect(next >= plusDays(date, 14), `${date} ${next}`).toBe(true)
    }
    const cards = all.flatMap(({ cards }) => cards)
    expect(new Set(cards).size).toBe(cards.length)
    const count = (of: (date: string) => string) =>
      Math.max(...[...Map.groupBy(posts.values(), of).values()].map((each) => each.length))
    expect(count((date) => date)).toBe(1)
    expect(count(weekOf)).toBeLessThanOrEqual(3)
    const placed = rounds.all(await bot.state()).filter(({ feature }) => feature === 'monitoring')
    expect(placed).toHaveLength(2)
    for (const { at, now, by } of all.filter(({ cards }) => cards.length === 1)) {
      if (by !== 'itself') continue
      const after = placed.some(
        ({ closes }) => closes < at && Date.parse(at) - Date.parse(closes) < 28 * 86_400_000,
      )
      const month = at.slice(5, 7)
      const phase =
        after || ['05', '06', '07'].includes(month) ? 'E' : ['08', '09', '10'].includes(month) ? 'V' : 'R'
      expect(now[3], at).toBe(phase)
      expect(
        placed.some(({ opened, closes }) => opened < at && at < closes),
        at,
      ).toBe(false)
    }
  }, 120_000)
})
