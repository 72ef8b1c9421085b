import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawsOf, ownCards, rhythms } from '../../src/features/dialogue/records.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { asks } from '../../src/network/attention.ts'
import { exampleChannel } from '../../src/playground.ts'
import { newRetro, pinnedForms, retros } from '../../src/retro/retro.ts'
import { openRound } from '../../src/round/engine.ts'
import { type Round, rounds } from '../../src/round/round.ts'
import { cardLibrary, cardNow, dayOfDraw, nudges, pressCard, withoutCrosses } from '../support/cards.ts'
import { type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, planMeeting } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
})
afterEach(() => bot.close())

const days = async () => (await nudges(bot)).map(dayOfDraw)
const toAnna = () =>
  bot.privateTo('anna').filter((message) => words(message).includes('Zal ik er minder sturen?'))

/** The Dimensieraamwerk as an open round, or closed with crosses to the left of what they wish for on one line. */
async function monitoring(state: 'open' | 'closed', line = '4a') {
  const instrument = cardLibrary.instruments.get('dimensieraamwerk')
  if (!instrument) throw new Error('no Dimensieraamwerk')
  const moments = { opened: '2026-11-24T14:30:00.000Z', closes: '2027-01-29T14:30:00.000Z' }
  const { round, changes } = openRound(
    { id: 'crosses', feature: 'monitoring', about: 'crosses', aloud: false, ...moments },
    instrument,
  )
  await bot.changeQuietly(...changes)
  const counts = { now: [0, 6, 0, 0, 0, 0, 0], wished: [0, 0, 0, 0, 6, 0, 0], ways: {} }
  const result = [{ item: line, quotes: [], chosen: [], line: counts }]
  if (state === 'closed')
    await bot.change(rounds.put({ ...round, state, closes: '2026-11-24T15:00:00.000Z', people: 6, result }))
}

describe('a card by itself', () => {
  it('comes a fortnight after they met, at half past three, and counts as one post', async () => {
    await live(bot, '2026-12-07T14:29:00Z')
    expect(await nudges(bot)).toEqual([])
    await live(bot, '2026-12-07T14:30:00Z')
    expect(await nudges(bot)).toMatchObject([{ state: 'open', at: '2026-12-07T14:30:00.000Z' }])
    expect(asks.all(await bot.state()).filter(({ kind }) => kind === 'card')).toMatchObject([
      { to: 'channel', date: '2026-12-07' },
    ])
    expect(words(cardNow(bot))).toContain(
      '[Bewaar voor bijeenkomst]\n[Andere kaart]\n[We spraken erover]\n[Nu even niet]',
    )
    expect(words(cardNow(bot))).not.toMatch(/omdat|because/)
  })

  it('waits two weeks after a card that somebody asked for', async () => {
    await live(bot, '2026-12-02T12:00:00Z')
    await bot.say('bram', 'kaart', 'nl', exampleChannel)
    await live(bot, '2026-12-18T17:00:00Z')
    expect(await days()).toEqual(['2026-12-16'])
  })

  it('does not come before they ever met, nor where nobody takes part', async () => {
    await bot.change(meetings.remove('meeting-1'))
    await planMeeting(bot, '2027-01-20')
    await live(bot, '2027-01-19T17:00:00Z')
    expect(drawsOf(await bot.state())).toEqual([])
    expect(bot.channel().map(words).join()).not.toContain('Een vraag')
  })

  it('keeps away from holidays, and the day after one is for the summary of the month', async () => {
    await live(bot, '2026-12-18T17:00:00Z')
    await pressCard(bot, 'bram', 'We spraken erover')
    await live(bot, '2027-01-05T17:00:00Z')
    expect(await days()).toEqual(['2026-12-07', '2027-01-04'])
  })

  it('keeps a place free in the week in which the summary of the month comes', async () => {
    await bot.change(rhythms.put({ id: 'cards', every: 'stopped', revision: 1 }))
    // The next card would come on Tuesday 30 March, two days before the summary.
    await live(bot, '2027-03-16T12:00:00Z')
    await bot.change(rhythms.put({ id: 'cards', every: 'fortnight', revision: 2 }))
    await bot.say('bram', 'kaart', 'nl', exampleChannel)
    const post = (date: string) => asks.put({ id: date, to: 'channel', date, kind: 'other' })
    await bot.change(post('2027-03-31'), post('2027-04-02'))
    await live(bot, '2027-04-09T17:00:00Z')
    expect(asks.all(await bot.state()).filter(({ kind }) => kind === 'summary')).toMatchObject([
      { date: '2027-03-01' },
      { date: '2027-04-01' },
    ])
    expect(await days()).toEqual(['2027-04-05'])
  })

  it('does not come while a round of the Dimensieraamwerk is open', async () => {
    await monitoring('open')
    await live(bot, '2027-01-20T17:00:00Z')
    expect(await nudges(bot)).toEqual([])
  })

  it('gives way in a week with a meeting to look back on', async () => {
    await planMeeting(bot, '2026-12-08')
    await live(bot, '2026-12-18T17:00:00Z')
    expect(drawsOf(await bot.state())[0]).toMatchObject({ where: 'meeting' })
    expect(await days()).toEqual([])
    await live(bot, '2027-01-08T17:00:00Z')
    expect(await days()).toEqual(['2027-01-04'])
  })

  it('is never shown with a reason, and fits what their picture said', async () => {
    await monitoring('closed')
    await live(bot, '2026-12-07T15:00:00Z')
    const [{ now = '' } = {}] = await nudges(bot)
    expect(cardLibrary.deck.signals.lines['4a']?.right).toContain(now)
    await pressCard(bot, 'bram', 'Andere kaart')
    expect(cardLibrary.deck.signals.lines['4a']?.right).toContain((await nudges(bot))[0]?.now)
  })

  it.each<[string, 'time' | 'direct', readonly (readonly [string, string])[]]>([
    ['their wish is about time', 'time', [['next', 'Meer tijd, graag']]],
    [
      'three meetings brought energy alone',
      'direct',
      [
        ['value', 'direct'],
        ['value', 'direct'],
        ['value', 'direct'],
      ],
    ],
  ])('fits what they said when %s', async (_name, signal, said) => {
    await bot.changeQuietly(...said.map(([item, words], n) => looked(`looked-${n}`, item, words)))
    await live(bot, '2026-12-07T15:00:00Z')
    expect(cardLibrary.deck.signals[signal]).toContain((await nudges(bot))[0]?.now)
  })

  it('fits what they said when a retro found that asking further gets too little room', async () => {
    const about = { id: 'four', form: 'vier@1', facilitator: 'anna', pace: 'now' as const }
    const tallies = [{ tap: 'dialogue', most: ['little' as const], also: [] }]
    const [opened, closed] = ['2026-11-20T14:00:00.000Z', '2026-11-20T15:00:00.000Z']
    await bot.changeQuietly(
      retros.put({ ...newRetro({ ...about, opened }), state: 'closed', closed, tallies }),
      pinnedForms.put({ id: 'vier@1', content: cardLibrary.retros.get('vier') ?? expect.fail() }),
    )
    await live(bot, '2026-12-07T15:00:00Z')
    expect(cardLibrary.deck.signals.room).toContain((await nudges(bot))[0]?.now)
  })

  it('lets their own cards take turns', async () => {
    await bot.change(ownCards.put({ id: 'own', words: 'Waar lachen we om?' }))
    await live(bot, '2026-12-07T15:00:00Z')
    expect((await nudges(bot)).map(({ now }) => now)).toEqual(['own'])
    expect(cardNow(bot)?.blocks).toContainEqual({ tag: 'quotes', quotes: [{ said: 'Waar lachen we om?' }] })
  })

  it('stops, and begins again, when who leads the network says so', async () => {
    const choose = async (label: string) =>
      bot.pressRef('anna', buttonIn(await bot.say('anna', 'kaart eigen'), label).ref)
    await choose('Stop')
    await live(bot, '2026-12-18T17:00:00Z')
    expect(await days()).toEqual([])
    await choose('Eens per maand')
    await live(bot, '2027-02-12T17:00:00Z')
    expect(await days()).toEqual(['2027-01-04', '2027-02-04'])
  })

  it('that was missed while the bot was away does not come first thing in the morning', async () => {
    await bot.at('2026-12-10T07:30:00Z')
    await live(bot, '2026-12-10T14:00:00Z')
    expect(await nudges(bot)).toEqual([])
    await live(bot, '2026-12-11T17:00:00Z')
    expect(await nudges(bot)).toHaveLength(1)
  })
})

/** An evaluation that closed with one thing to show. */
function looked(id: string, item: string, said: string) {
  const round: Round = {
    id,
    feature: 'evaluation',
    about: id,
    instrument: 'after-meeting@1',
    opened: '2026-11-20T14:30:00.000Z',
    closes: '2026-11-20T15:30:00.000Z',
    state: 'closed',
    aloud: true,
    unreachedTold: true,
    revision: 0,
    result: [{ item, quotes: item === 'next' ? [said] : [], chosen: item === 'value' ? [said] : [] }],
  }
  return rounds.put(round)
}

describe('two silent cards', () => {
  beforeEach(() => withoutCrosses(bot))
  const twoSilent = () => live(bot, '2027-01-19T14:30:00Z')

  it('make the bot ask the teamleider alone, as one of their asks, and silence means monthly', async () => {
    await twoSilent()
    expect(await days()).toEqual(['2026-12-07', '2027-01-04'])
    expect(toAnna().map(words)).toEqual([
      [
        'Ik weet niet of de kaarten jullie helpen. Zal ik er minder sturen?',
        'Als je niets kiest, stuur ik er voortaan hooguit één per maand.',
        '[Eens per maand]',
        '[Laat maar zo]',
        '[Stop]',
      ].join('\n'),
    ])
    for (const user of ['bram', 'hanna'])
      expect(bot.privateTo(user).map(words).join()).not.toContain('minder sturen')
    expect(asks.all(await bot.state()).filter(({ kind }) => kind === 'card-slow')).toMatchObject([
      { to: 'anna' },
    ])
    await live(bot, '2027-02-12T17:00:00Z')
    expect(await days()).toEqual(['2026-12-07', '2027-01-04', '2027-02-04'])
    await live(bot, '2027-06-30T17:00:00Z')
    expect(toAnna()).toHaveLength(1)
  })

  it.each([
    ['Laat maar zo', 'Ik stuur hooguit eens per twee weken een kaart in het kanaal.', 'fortnight'],
    ['Stop', 'Ik stuur uit mezelf geen kaarten meer. Typ “kaart” om er zelf een te trekken.', 'stopped'],
    ['Eens per maand', 'Ik stuur hooguit eens per maand een kaart in het kanaal.', 'month'],
  ])('%s takes the place of the buttons and can be undone', async (label, sentence, every) => {
    await twoSilent()
    const before = toAnna().map(words)
    expect(seen(await bot.pressRef('anna', buttonIn(toAnna()[0], label).ref))).toBe('')
    expect(toAnna().map(words)).toEqual([
      `Ik weet niet of de kaarten jullie helpen. Zal ik er minder sturen?\n${sentence}\n[Maak ongedaan]`,
    ])
    expect(rhythms.all(await bot.state())).toMatchObject([{ every }])
    await bot.pressRef('anna', buttonIn(toAnna()[0], 'Maak ongedaan').ref)
    expect(toAnna().map(words)).toEqual(before)
    expect(rhythms.all(await bot.state())).toMatchObject([{ every: 'month' }])
  })

  it('after "fine" go on, and are asked about again only after two more', async () => {
    await twoSilent()
    await bot.pressRef('anna', buttonIn(toAnna()[0], 'Laat maar zo').ref)
    await live(bot, '2027-02-12T17:00:00Z')
    expect((await days()).length).toBe(4)
    expect(toAnna()).toHaveLength(1)
    await live(bot, '2027-03-05T17:00:00Z')
    expect(toAnna()).toHaveLength(2)
  })

  it.each(['Nu even niet', 'Andere kaart', 'Bewaar voor bijeenkomst'])(
    'are not two when somebody pressed %s',
    async (label) => {
      await live(bot, '2027-01-06T12:00:00Z')
      await pressCard(bot, 'chris', label)
      await live(bot, '2027-01-20T17:00:00Z')
      expect(toAnna()).toEqual([])
      expect(await days()).toEqual(['2026-12-07', '2027-01-04', '2027-01-18'])
    },
  )

  it('wait for a teamleider who takes a break', async () => {
    await changePerson(bot, 'anna', { paused: '2027-01-22' })
    await twoSilent()
    expect(toAnna()).toEqual([])
    await live(bot, '2027-01-22T17:00:00Z')
    expect(toAnna()).toHaveLength(1)
  })
})
