import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { datedMeetings, meetings } from '../../src/meeting/meeting.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, live, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const hours = { from: '15:30', until: '17:00', repeat: 'once', back: 'form' }
type Does = 'Plan bijeenkomst' | 'Verplaats' | 'Zeg af'

const open = async (user: string, does: Does): Promise<Reply> =>
  bot.pressRef(user, buttonIn(await bot.say(user, 'bijeenkomst'), does).ref)
const send = async (values: Values, does: Does = 'Plan bijeenkomst', user = 'anna') =>
  bot.submit(user, formIn(await open(user, does)), values)
const plan = (date: string, more: Values = {}) => send({ ...hours, date, ...more })
const days = async () => datedMeetings(await bot.state()).map(({ when }) => when.start.slice(0, 10))
const starts = async () => datedMeetings(await bot.state()).map(({ when }) => when.start)
const idOf = async (date: string) =>
  datedMeetings(await bot.state()).find(({ when }) => when.start.startsWith(date))?.id ?? 'none'
const last = () => words(bot.channel().at(-1))

async function series(date: string, repeat: string, keep = (dates: readonly string[]) => dates) {
  const second = formIn(await plan(date, { repeat }))
  const [field] = second.fields
  const offered = field?.tag === 'choices' ? field.options.map(({ value }) => value) : []
  return { offered, reply: await bot.submit('anna', second, { dates: keep(offered) }), second }
}

describe('planning', () => {
  it('one meeting stands in the channel, with its day and times', async () => {
    expect(seen(await plan('2026-12-08'))).toBe('Genoteerd. Het staat in het kanaal.')
    expect(last()).toBe('Gepland: dinsdag 8 december, 15:30 tot 17:00 uur')
    expect(await starts()).toEqual(['2026-12-08T14:30:00.000Z'])
  })

  it('keeps the clock of the wall when summer time begins', async () => {
    await plan('2027-03-29')
    expect(await starts()).toEqual(['2027-03-29T13:30:00.000Z'])
  })

  it('a meeting may wait for its date, and gets one by moving it', async () => {
    expect(seen(await send(hours))).toBe('Genoteerd. Het staat in het kanaal.')
    expect(last()).toBe('Gepland: nog zonder datum')
    expect(seen(await bot.say('anna', 'bijeenkomst'))).toContain('nog zonder datum')
    const [undated] = meetings.all(await bot.state())
    await send({ ...hours, meeting: undated?.id ?? '', date: '2026-12-10' }, 'Verplaats')
    expect(last()).toBe('Verplaatst: nog zonder datum wordt donderdag 10 december, 15:30 tot 17:00 uur.')
  })

  it('a coach plans too, in English where they read English', async () => {
    const form = formIn(
      await bot.pressRef(
        'hanna',
        buttonIn(await bot.say('hanna', 'meeting', 'en'), 'Plan meeting').ref,
        'en',
      ),
    )
    const done = await bot.submit('hanna', form, { ...hours, date: '2026-12-08' }, { language: 'en' })
    expect(seen(done)).toBe('Noted. It is in the channel.')
    expect(last()).toContain('Gepland: dinsdag 8 december')
  })
})

describe('a series', () => {
  it.each([
    ['week', ['2026-12-01', '2026-12-08', '2026-12-15', '2027-01-05', '2027-01-12']],
    ['fortnight', ['2026-12-01', '2026-12-15', '2027-01-12', '2027-01-26', '2027-02-09']],
    ['month', ['2026-12-01', '2027-01-04', '2027-02-01', '2027-03-01', '2027-04-01']],
  ])('%s goes around the holidays, up to June', async (repeat, first) => {
    const { offered } = await series('2026-12-01', repeat)
    expect(offered.slice(0, 5)).toEqual(first)
    expect(offered.at(-1)?.slice(0, 7)).toBe('2027-06')
    expect(await days()).toEqual(offered)
    expect(offered.filter((date) => date > '2026-12-18' && date < '2027-01-04')).toEqual([])
  })

  it('eight a year are eight, on school days, spread until June', async () => {
    const { offered } = await series('2026-12-01', 'eight')
    expect(offered).toHaveLength(8)
    expect(offered.at(-1)).toBe('2027-06-29')
  })

  it('keeps only the days that stay ticked', async () => {
    await series('2026-12-01', 'fortnight', (offered) => offered.slice(1, 3))
    expect(await days()).toEqual(['2026-12-15', '2027-01-12'])
    expect(last()).toContain('dinsdag 15 december')
    expect(last()).toContain('dinsdag 12 januari')
  })

  it('begun in July never reaches back before its first day', async () => {
    bot.jump('2027-07-05T10:00:00Z')
    const { offered } = await series('2027-07-08', 'eight')
    expect(offered).toEqual(['2027-07-08'])
  })

  it('goes back to the first step with what was filled in', async () => {
    const second = formIn(await plan('2026-12-01', { repeat: 'week', from: '13:00' }))
    const first = formIn(await bot.submit('anna', second, {}, { button: 'back' }))
    expect(first.step).toBe(1)
    expect(first.fields.map(({ value }) => value)).toEqual(['2026-12-01', '13:00', '17:00', 'week', 'form'])
  })

  it('the same first step twice shows the days twice, and plans once', async () => {
    const form = formIn(await open('anna', 'Plan bijeenkomst'))
    const values = { ...hours, date: '2026-12-01', repeat: 'month' }
    const replies = await Promise.all([bot.submit('anna', form, values), bot.submit('anna', form, values)])
    expect(replies.map((reply) => formIn(reply).step)).toEqual([2, 2])
    const [second] = replies.map(formIn)
    if (!second) throw new Error('no second step')
    const dates = { dates: ['2026-12-01'] }
    const done = await Promise.all([bot.submit('anna', second, dates), bot.submit('anna', second, dates)])
    expect(done.map(seen)).toEqual(Array(2).fill('Genoteerd. Het staat in het kanaal.'))
    expect(await days()).toEqual(['2026-12-01'])
    expect(bot.channel()).toHaveLength(1)
  })
})

describe('what cannot be', () => {
  it.each([
    [{ date: '2026-11-20' }, 'Deze dag is al geweest.'],
    [{ date: '2026-11-23', from: '14:00', until: '15:00' }, 'Dit moment is al voorbij.'],
    [{ date: '2026-12-08', until: '15:00' }, 'De eindtijd moet na de begintijd komen.'],
    [{ date: '2026-12-08', until: '15:30' }, 'De eindtijd moet na de begintijd komen.'],
    [{ date: '2026-12-08', from: '25:00' }, 'Deze tijd klopt nog niet'],
    [{ date: '2026-12-08', from: 'half vier' }, 'Deze tijd klopt nog niet'],
    [{ date: '2026-12-08', until: '' }, 'Deze tijd klopt nog niet'],
    [{ date: '2026-02-31' }, 'Deze datum klopt nog niet.'],
    [{ date: 'dinsdag' }, 'Deze datum klopt nog niet.'],
    [{ date: '2026-12-08T00:00:00Z' }, 'Deze datum klopt nog niet.'],
    [{ date: '9999-12-31' }, 'Dat is te ver weg.'],
    [{ date: '2027-11-24' }, 'Dat is te ver weg.'],
    [{ date: '', repeat: 'week' }, 'Deze datum klopt nog niet.'],
    [{ date: '2026-12-08', repeat: 'daily' }, 'Kies iets uit de lijst.'],
    [{ date: '2026-12-08', repeat: 'toString' }, 'Kies iets uit de lijst.'],
    [{ date: '2026-12-08', back: 'nooit' }, 'Kies iets uit de lijst.'],
    [{ date: ['2026-12-08', '2026-12-09'] }, undefined],
  ])('%o is said beside its field, and nothing is planned', async (values, sentence) => {
    const reply = await send({ ...hours, ...values })
    if (sentence === undefined) return expect(await days()).toEqual([])
    expect(reply.kind).toBe('errors')
    expect(seen(reply)).toContain(sentence)
    expect(meetings.all(await bot.state())).toEqual([])
    expect(bot.channel()).toEqual([])
  })

  it.each([
    [{}, 'Kies minstens één dag.'],
    [{ dates: ['2026-12-02'] }, 'Kies iets uit de lijst.'],
    [{ dates: ['2026-12-01', '2020-01-01'] }, 'Kies iets uit de lijst.'],
    [{ dates: Array.from({ length: 400 }, (_, n) => `2027-${n}`) }, 'Kies iets uit de lijst.'],
  ])('forged days of a series: %o', async (values, sentence) => {
    const second = formIn(await plan('2026-12-01', { repeat: 'month' }))
    expect(seen(await bot.submit('anna', second, values))).toBe(sentence)
    expect(await days()).toEqual([])
  })

  it('a whole year of weeks is no more than forty-five meetings', async () => {
    bot.jump('2026-08-03T10:00:00Z')
    const { offered } = await series('2026-08-31', 'week')
    expect(offered.length).toBeLessThanOrEqual(45)
  })

  it('moving or cancelling what is not there', async () => {
    expect(seen(await bot.pressRef('anna', 'example/meeting/move'))).toBe(
      'Er staat nog geen bijeenkomst gepland.',
    )
    await plan('2026-12-08')
    for (const meeting of ['none', '__proto__', ''])
      for (const does of ['Verplaats', 'Zeg af'] as const)
        expect(seen(await send({ ...hours, meeting, date: '2026-12-09' }, does))).toBe(
          'Kies iets uit de lijst.',
        )
    expect(seen(await send({ ...hours, meeting: await idOf('2026-12-08'), date: '' }, 'Verplaats'))).toBe(
      'Deze datum klopt nog niet. Kies een dag.',
    )
    expect(await days()).toEqual(['2026-12-08'])
  })
})

describe('moving and cancelling', () => {
  it('one of a series moves alone, and the channel hears from when to when', async () => {
    await series('2026-12-01', 'fortnight', (offered) => offered.slice(0, 3))
    const meeting = await idOf('2026-12-15')
    const form = formIn(await open('anna', 'Verplaats'))
    const values = { ...hours, meeting, date: '2026-12-16', how: 'only' }
    const replies = await Promise.all([bot.submit('anna', form, values), bot.submit('anna', form, values)])
    expect(replies.map(seen)).toEqual(Array(2).fill('Genoteerd. Het staat in het kanaal.'))
    expect(await days()).toEqual(['2026-12-01', '2026-12-16', '2027-01-12'])
    expect(last()).toBe(
      'Verplaatst: dinsdag 15 december, 15:30 tot 17:00 uur wordt woensdag 16 december, 15:30 tot 17:00 uur.',
    )
    expect(bot.channel()).toHaveLength(2)
  })

  it('all later ones move along by as many days, around the holidays', async () => {
    await series('2026-12-01', 'fortnight', (offered) => offered.slice(0, 4))
    await send({ ...hours, meeting: await idOf('2026-12-15'), date: '2026-12-17', how: 'all' }, 'Verplaats')
    expect(await days()).toEqual(['2026-12-01', '2026-12-17', '2027-01-14', '2027-01-28'])
    await send({ ...hours, meeting: await idOf('2027-01-14'), date: '2026-12-23', how: 'all' }, 'Verplaats')
    expect(await days()).toEqual(['2026-12-01', '2026-12-17', '2026-12-23', '2027-01-06'])
  })

  it('the invitation follows a moved meeting, and not a cancelled one', async () => {
    await plan('2026-12-08')
    await plan('2026-12-10')
    await send({ ...hours, meeting: await idOf('2026-12-08'), date: '2026-12-14' }, 'Verplaats')
    const form = formIn(await open('anna', 'Zeg af'))
    const off = { meeting: await idOf('2026-12-10') }
    const replies = await Promise.all([bot.submit('anna', form, off), bot.submit('anna', form, off)])
    expect(replies.map(seen)).toEqual(Array(2).fill('Genoteerd. Het staat in het kanaal.'))
    expect(last()).toBe('De bijeenkomst van donderdag 10 december gaat niet door.')
    const before = bot.channel().length
    await live(bot, '2026-12-14T16:14:00Z')
    expect(bot.channel()).toHaveLength(before)
    await live(bot, '2026-12-14T16:15:00Z')
    expect(last()).toContain('Bijeenkomst van maandag 14 december')
    expect(bot.channel()).toHaveLength(before + 1)
  })

  it('the overview shows what is to come, and only to who may plan', async () => {
    expect(seen(await bot.say('anna', 'bijeenkomst'))).toContain('Er staat nog geen bijeenkomst gepland.')
    await series('2026-12-01', 'week')
    const shown = seen(await bot.say('hanna', 'meeting', 'en'))
    expect(shown).toContain('Tuesday 1 December, 15:30 to 17:00')
    expect(shown.split('\n').filter((line) => line.includes('to 17:00'))).toHaveLength(10)
    expect(seen(await bot.say('bram', 'bijeenkomst'))).toBe('Dit is voor de teamleider en de netwerkcoach.')
  })
})

describe('the school day before', () => {
  const everyone = ['anna', 'bram', 'chris', 'dewi', 'emre']
  const lookBack = async () => {
    for (const user of everyone) {
      const first = formIn(await bot.pressRef(user, bot.button('Invullen').ref))
      const second = formIn(await bot.submit(user, first, { good: 'fijn', next: `punt ${user}` }))
      await bot.submit(user, second, { talk: `vraag van ${user}` })
    }
  }
  /** Meets on 24 November, looks back, and closes on the 27th; meets again on Monday 7 December. */
  const met = async () => {
    await plan('2026-11-24')
    await plan('2026-12-07')
    await live(bot, '2026-11-24T16:15:00Z')
    await lookBack()
    await live(bot, '2026-11-27T14:30:00Z')
  }

  it('asks for an agreement where there is none, with the questions of last time', async () => {
    await met().then(() => live(bot, '2026-12-02T20:00:00Z'))
    const before = bot.channel().length
    await live(bot, '2026-12-04T14:29:00Z')
    expect(bot.channel()).toHaveLength(before)
    await live(bot, '2026-12-04T14:30:00Z')
    expect(last()).toContain('Jullie volgende bijeenkomst is op maandag 7 december.')
    expect(last()).toContain('Willen jullie iets afspreken? Noteer het hier.')
    for (const user of everyone) expect(last()).toContain(`vraag van ${user}`)
    expect(buttonIn(bot.channel().at(-1), 'Noteer afspraak').opens).toBe('form')
    await live(bot, '2026-12-07T14:00:00Z')
    expect(bot.channel()).toHaveLength(before + 1)
  })

  it('comes back to what was agreed, and not to what is done', async () => {
    await met()
    const note = formIn(await bot.pressRef('bram', bot.button('Noteer afspraak').ref))
    await bot.submit('bram', note, { own: 'op tijd beginnen', who: 'all' })
    await live(bot, '2026-12-04T14:30:00Z')
    expect(last()).toContain('haal je eraf met Pas aan.\nop tijd beginnen')
    expect(buttonIn(bot.channel().at(-1), 'Pas aan').opens).toBe('form')
    const [made] = agreements.all(await bot.state())
    if (!made) throw new Error('nothing was agreed')
    await bot.change(agreements.put({ ...made, state: 'done' }))
    await plan('2026-12-09')
    await live(bot, '2026-12-08T14:30:00Z')
    expect(last()).not.toContain('op tijd beginnen')
  })

  it('says nothing before a first meeting, nor before one that is off', async () => {
    await plan('2026-12-07')
    await live(bot, '2026-12-07T14:00:00Z')
    expect(bot.channel()).toHaveLength(1)
  })

  it('is said again when the meeting moved a day, within two days of the first word', async () => {
    await met()
    await send({ ...hours, meeting: await idOf('2026-12-07'), date: '2026-12-08' }, 'Verplaats')
    await live(bot, '2026-12-07T14:31:00Z')
    expect(last()).toContain('op dinsdag 8 december.')
    await send({ ...hours, meeting: await idOf('2026-12-08'), date: '2026-12-09' }, 'Verplaats')
    await live(bot, '2026-12-08T14:31:00Z')
    expect(last()).toContain('op woensdag 9 december.')
  })
})
