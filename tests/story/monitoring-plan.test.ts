import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateOf, schoolDayAfter } from '../../src/calendar/calendar.ts'
import { plusDays } from '../../src/calendar/day.ts'
import { moments } from '../../src/features/monitoring/moments.ts'
import { asks } from '../../src/network/attention.ts'
import { members } from '../../src/network/member.ts'
import { networks } from '../../src/network/network.ts'
import { rounds } from '../../src/round/round.ts'
import { closeRound, everybody, lastMessage, lastRound, openCrosses } from '../support/crosses.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, planMeeting, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const headDay = '2027-01-05T14:30:00Z'
const head = (user: string) =>
  bot.privateTo(user).findLast((message) => words(message).includes('start het Dimensieraamwerk'))
const openings = async () => rounds.all(await bot.state()).filter(({ feature }) => feature === 'monitoring')

describe('two moments a year', () => {
  it('are told to teamleider and coach a week before, and go on when they say nothing', async () => {
    await live(bot, '2027-01-05T14:29:00Z')
    expect(head('anna')).toBeUndefined()
    await live(bot, headDay)
    for (const user of ['anna', 'hanna']) {
      expect(words(head(user))).toContain('Op dinsdag 12 januari start het Dimensieraamwerk')
      expect(buttonsOf(head(user) ?? lastMessage(bot)).map(({ label }) => label)).toEqual([
        'Goed zo',
        'Verplaats',
        'Liever niet',
      ])
    }
    expect(head('bram')).toBeUndefined()
    await live(bot, '2027-01-12T14:29:00Z')
    expect(await openings()).toHaveLength(0)
    await live(bot, '2027-01-12T14:30:00Z')
    expect(await openings()).toMatchObject([
      { about: '2026-2027.winter', closes: '2027-01-26T14:30:00.000Z' },
    ])
    expect(words(lastMessage(bot))).toContain('Je zet elf kruisjes')
  })

  it('wait a day for who was asked something that day', async () => {
    await bot.changeQuietly(asks.put({ id: 'asked', to: 'anna', date: '2027-01-06', kind: 'transfer' }))
    // Away on the day itself, and back the day after.
    await bot.at('2027-01-06T10:00:00Z')
    for (const user of ['anna', 'hanna']) expect(head(user)).toBeUndefined()
    await live(bot, '2027-01-07T14:30:00Z')
    for (const user of ['anna', 'hanna']) expect(head(user)).toBeDefined()
  })

  it('avoid every holiday, of every set of regions, and come twice in a school year', async () => {
    for (const regions of [[], ['noord'], ['zuid'], ['noord', 'midden', 'zuid']] as const) {
      const fresh = await quietKit()
      const [network] = networks.all(await fresh.state())
      if (!network) throw new Error('no network')
      await fresh.change(networks.put({ ...network, regions }))
      await live(fresh, '2027-07-10T10:00:00Z')
      const state = await fresh.state()
      const calendar = fresh.road.worldOf(state)?.calendar
      const made = rounds.all(state).filter(({ feature }) => feature === 'monitoring')
      expect(made.map(({ about }) => about).toSorted()).toEqual(['2026-2027.summer', '2026-2027.winter'])
      for (const { opened } of made) {
        const day = dateOf(new Date(opened), network.zone)
        expect(calendar && schoolDayAfter(calendar, day, 10)).toBe(plusDays(day, 14))
      }
      await fresh.close()
    }
  })

  it('do not begin in the week of a meeting to look back on', async () => {
    await planMeeting(bot, '2027-01-14')
    await live(bot, '2027-01-29T15:00:00Z')
    const [round] = await openings()
    // On Monday people are reminded of the meeting, on Tuesday they hear what came of it.
    expect(round?.opened).toBe('2027-01-20T14:30:00.000Z')
  })

  it('wait a few days for a meeting that was planned later, and no longer', async () => {
    await live(bot, headDay)
    await planMeeting(bot, '2027-01-14')
    await live(bot, '2027-01-29T15:00:00Z')
    expect((await openings()).map(({ opened }) => opened)).toEqual(['2027-01-20T14:30:00.000Z'])
  })

  it('are fine for both as soon as one says so', async () => {
    await live(bot, headDay)
    const [anna, hanna] = [buttonIn(head('anna'), 'Goed zo'), buttonIn(head('hanna'), 'Liever niet')]
    expect(seen(await bot.pressRef('hanna', buttonIn(head('hanna'), 'Goed zo').ref))).toBe(
      'Goed, het begint op dinsdag 12 januari.',
    )
    expect(buttonsOf(head('anna') ?? lastMessage(bot))).toEqual([])
    expect(seen(await bot.pressRef('hanna', hanna.ref))).toBe('Goed, het begint op dinsdag 12 januari.')
    expect(seen(await bot.pressRef('anna', anna.ref))).toBe('Goed, het begint op dinsdag 12 januari.')
    await live(bot, '2027-01-12T15:00:00Z')
    expect(await openings()).toHaveLength(1)
  })

  it('can be moved to another school day', async () => {
    await live(bot, headDay)
    const form = formIn(await bot.pressRef('anna', buttonIn(head('anna'), 'Verplaats').ref))
    for (const date of ['2027-02-21', '2027-02-22', '2027-01-05', '2027-09-01', 'morgen', ''])
      expect(await bot.submit('anna', form, { date })).toMatchObject({ kind: 'errors', errors: { date: {} } })
    expect(seen(await bot.submit('anna', form, { date: '2027-02-02' }))).toBe(
      'Goed, het begint op dinsdag 2 februari.',
    )
    expect(words(head('hanna'))).toContain('Op dinsdag 2 februari start')
    await live(bot, '2027-02-02T14:29:00Z')
    expect(await openings()).toHaveLength(0)
    await live(bot, '2027-02-02T14:30:00Z')
    expect(await openings()).toHaveLength(1)
  })

  it('can be left out, and the next one still comes', async () => {
    await live(bot, headDay)
    expect(seen(await bot.pressRef('anna', buttonIn(head('anna'), 'Liever niet').ref))).toContain(
      'deze keer niet',
    )
    await live(bot, '2027-05-11T15:00:00Z')
    expect(await openings()).toHaveLength(0)
    expect(moments.all(await bot.state()).map(({ id }) => id)).toEqual([
      '2026-2027.winter',
      '2026-2027.summer',
    ])
  })

  it('make way for a round that was opened by a word', async () => {
    await live(bot, '2026-12-15T10:00:00Z')
    await openCrosses(bot)
    await live(bot, '2027-02-27T10:00:00Z')
    expect((await openings()).map(({ about }) => about)).toEqual(['by-word'])
  })

  it('lapse while the bot is away, and wait while a network is too small for a picture', async () => {
    await live(bot, headDay)
    await bot.at('2027-02-10T10:00:00Z')
    expect(await openings()).toHaveLength(0)
    const small = await quietKit()
    for (const user of ['dewi', 'emre', 'fenna']) await changePerson(small, user, { left: true })
    await live(small, '2027-07-10T10:00:00Z')
    expect(moments.all(await small.state())).toEqual([])
    await small.close()
  })
})

describe('a round that goes on', () => {
  it('spans the Christmas holiday, with its reminders on school days', async () => {
    await live(bot, '2026-12-15T10:00:00Z')
    await openCrosses(bot)
    expect((await lastRound(bot)).closes).toBe('2027-01-12T14:30:00.000Z')
    await everybody(bot, ['anna', 'bram', 'chris', 'dewi', 'emre'])
    await live(bot, '2027-01-04T14:29:00Z')
    expect(bot.privateTo('guus')).toHaveLength(0)
    await live(bot, '2027-01-04T14:30:00Z')
    expect(bot.privateTo('guus')).toHaveLength(1)
    await live(bot, '2027-01-12T14:30:00Z')
    expect(words(lastMessage(bot))).toContain('Ons beeld van januari')
  })

  it('closes at half past three on the wall, on both sides of summer time', async () => {
    await live(bot, '2027-03-22T10:00:00Z')
    await openCrosses(bot)
    // Easter lies in between.
    expect((await lastRound(bot)).closes).toBe('2027-04-07T13:30:00.000Z')
    await everybody(bot)
    await live(bot, '2027-04-07T13:29:00Z')
    expect(words(lastMessage(bot))).not.toContain('Ons beeld')
    await live(bot, '2027-04-07T13:30:00Z')
    expect(words(lastMessage(bot))).toContain('Ons beeld van april')
  })

  it('counts who joins halfway, and nothing of who stops or leaves', async () => {
    await openCrosses(bot)
    await everybody(bot)
    await bot.pressRef('bram', 'example/privacy/stop/0')
    await bot.say('chris', 'privacy')
    await bot.submit('chris', formIn(await bot.pressRef('chris', 'example/privacy/erase/0')), { sure: 'yes' })
    const consent = formIn(await bot.pressRef('hanna', 'example/membership/consent'))
    await bot.submit('hanna', consent, { consent: 'yes' })
    await everybody(bot, ['hanna'])
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('6 mensen.')
    const [first] = (await lastRound(bot)).result ?? []
    expect(first?.line?.now).toEqual([2, 0, 0, 1, 1, 1, 1])
  })

  it('shows nothing when too few are left at the close', async () => {
    await openCrosses(bot)
    await everybody(bot, ['anna', 'bram', 'chris', 'dewi', 'emre'])
    await bot.pressRef('bram', 'example/privacy/stop/0')
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('Er zijn te weinig kruisjes')
    expect(members.get(await bot.state(), 'bram')?.consent).toBe('no')
  })
})
