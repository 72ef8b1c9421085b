import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/contracts/text.ts'
import { features } from '../../src/features/registry.ts'
import { answersTable, rounds } from '../../src/round/round.ts'
import { closeRound, lastMessage, lastRound, openCrosses, people, place } from '../support/crosses.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { everything, live, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { five } from '../support/month.ts'
import { middle, says, secondRound, valueItems, valueStep } from '../support/values.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const nothing = { 'value-nothing-me': ['nothing-yet'], 'value-nothing-us': ['nothing-yet'] }
describe('what the network brings', () => {
  it('is not asked in the first round of a year, and the second says beforehand that it is', async () => {
    await openCrosses(bot)
    expect(await valueItems(bot)).toEqual([])
    expect(words(lastMessage(bot))).not.toContain('brengt')
    expect(seen(await place(bot, 'bram', middle))).not.toContain('verhaal')
    await closeRound(bot)
    await live(bot, '2027-01-11T10:00:00Z')
    await openCrosses(bot)
    expect(await valueItems(bot)).toHaveLength(12)
    expect(words(lastMessage(bot))).toContain('twee extra stappen, een paar minuten. Alles mag leeg blijven.')
  })

  it.each([
    ['2027-04-30T10:00:00Z', 0],
    ['2027-05-03T10:00:00Z', 12],
    ['2027-07-09T10:00:00Z', 12],
    ['2027-08-30T10:00:00Z', 0],
  ])('in a first round that opens on %s has %i questions', async (day, count) => {
    bot.jump(day)
    await openCrosses(bot)
    expect(await valueItems(bot)).toHaveLength(count)
    expect(rounds.all(await bot.state()).filter(({ feature }) => feature === 'monitoring')).toHaveLength(1)
  })

  it('begins anew in a new school year', async () => {
    await secondRound(bot)
    await closeRound(bot)
    await live(bot, '2027-09-06T10:00:00Z')
    await openCrosses(bot)
    expect(await valueItems(bot)).toEqual([])
  })

  it('takes two light steps between the wishes and the name, in a fixed order, all of it optional', async () => {
    await secondRound(bot)
    const me = await valueStep(bot, 'bram')
    expect([me.step, me.steps]).toEqual([6, 8])
    expect(seen({ kind: 'form', form: me })).toBe(`Voor jou
Wat brengt het netwerk jou? Een paar woorden zijn genoeg, en wat niet past, laat je leeg. Deze stap en de volgende duren samen een paar minuten.
Het netwerk leest de antwoorden bij het beeld, zonder namen. Een vraag waar minder dan 5 mensen iets bij schreven, laat ik niet zien; die antwoorden wis ik.
Sluiten mag. Wat je verstuurde, is bewaard.
Wat vond je leuk of boeiend op het moment zelf?
Welk idee, welke bron of welk contact komt later van pas?
Wat ben je door het netwerk anders gaan doen?
Wat merken je leerlingen of je collega's ervan?
Waar kijk je nu anders naar dan in het begin?
Komt er nog niets in je op?`)
    const us = formIn(await bot.submit('bram', me, {}))
    expect(us.fields.map(({ label }) => plain(label))).toEqual([
      'Waar kregen we samen energie van?',
      'Wat ligt er nu klaar waar we op kunnen voortbouwen?',
      'Wat zijn we samen anders gaan doen?',
      'Wat merken we ervan op onze scholen?',
      'Wat willen we veranderen aan hoe we samen leren?',
      'Komt er nog niets in je op?',
    ])
    for (const { optional } of [...me.fields, ...us.fields]) expect(optional).toBe(true)
    expect(formIn(await bot.submit('bram', us, {}, { button: 'skip' })).fields.map(({ id }) => id)).toEqual([
      'name',
    ])
  })

  it('takes “nothing yet” for an answer: the form goes on behind it', async () => {
    await secondRound(bot)
    const us = formIn(await bot.submit('bram', await valueStep(bot, 'bram'), nothing))
    expect(answersTable.all(await bot.state())[0]?.values).toEqual({ 'value-nothing-me': ['nothing-yet'] })
    const name = formIn(await bot.submit('bram', us, nothing))
    const last = await bot.submit('bram', name, { name: 'without' })
    expect(seen(last)).toContain('Prima, geen kruisjes gezet.')
    const kept = formIn(await bot.submit('bram', await valueStep(bot, 'bram'), {}, { button: 'back' }))
    expect(kept.step).toBe(5)
    expect((await valueStep(bot, 'bram')).fields.at(-1)).toMatchObject({ value: ['nothing-yet'] })
  })

  it('refuses what is too long and what was forged, beside the question', async () => {
    await secondRound(bot)
    const form = await valueStep(bot, 'bram')
    expect(await bot.submit('bram', form, { 'value-direct-me': 'x'.repeat(301) })).toMatchObject({
      kind: 'errors',
      errors: { 'value-direct-me': {} },
    })
    expect(await bot.submit('bram', form, { 'value-nothing-me': ['everything'] })).toMatchObject({
      kind: 'errors',
      errors: { 'value-nothing-me': {} },
    })
    expect(answersTable.all(await bot.state())).toEqual([])
  })
})

describe('with the picture', () => {
  it('come a few answers to each value, under two headings, in the order of the source', async () => {
    await secondRound(bot)
    for (const user of people)
      await place(bot, user, {
        ...middle,
        brings: says(user, 'value-transform-me', 'value-direct-me', 'value-applied-us'),
      })
    await closeRound(bot)
    const text = words(lastMessage(bot)).replace(/(value-\w+-\w+) van \w+/g, '$1')
    expect(text).toContain(`Wat het netwerk brengt
Voor ieder van ons
Meteen: “value-direct-me” “value-direct-me”
Anders kijken: “value-transform-me” “value-transform-me”
Voor ons samen
Gedaan: “value-applied-us” “value-applied-us”
Alle antwoorden lees je bij Wat het brengt.`)
    expect(buttonsOf(lastMessage(bot)).map(({ label }) => label)).toEqual([
      'Conclusie',
      'Wat het brengt',
      'In woorden',
      'Gesprekshulp',
    ])
    for (const user of ['bram', 'anna', 'hanna']) {
      const all = seen(await bot.pressRef(user, bot.button('Wat het brengt').ref))
      expect(all).toContain('Meteen. Wat vond je leuk of boeiend op het moment zelf?')
      expect(all).toContain('Gedaan. Wat zijn we samen anders gaan doen?')
      for (const each of people) expect(all).toContain(`value-transform-me van ${each}`)
    }
    expect(answersTable.all(await bot.state())).toEqual([])
  })

  it('comes nothing of a question that fewer than the minimum spoke about, nor of “nothing yet”', async () => {
    await secondRound(bot)
    for (const [index, user] of people.entries())
      await place(bot, user, {
        ...middle,
        brings: { ...nothing, ...says(user, ...(index < 4 ? ['value-direct-me'] : ['value-realised-us'])) },
      })
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('Ons beeld van januari')
    expect(words(lastMessage(bot))).not.toMatch(/brengt|value-|niets/i)
    const everySpot = JSON.stringify(everything(await bot.state()))
    expect(everySpot).not.toContain('value-direct-me van')
    const { id } = await lastRound(bot)
    expect(seen(await bot.pressRef('bram', `example/monitoring/values/${id}`))).toContain('werkt niet meer')
  })

  it('comes nothing when there are too few crosses for a picture', async () => {
    await secondRound(bot)
    for (const user of five)
      await place(bot, user, { now: () => 'unsure', brings: says(user, 'value-direct-me') })
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('Er zijn te weinig kruisjes')
    expect(JSON.stringify(everything(await bot.state()))).not.toContain('value-direct-me van')
  })

  it('goes what somebody said who stops taking part before the close', async () => {
    await secondRound(bot)
    for (const user of people.slice(0, 6))
      await place(bot, user, { ...middle, brings: says(user, 'value-direct-me', 'value-direct-us') })
    expect(JSON.stringify(await bot.pressRef('bram', 'example/privacy/data/0'))).toContain('me van bram')
    await bot.say('bram', 'privacy')
    await bot.pressRef('bram', 'example/privacy/stop/0')
    await bot.submit('chris', formIn(await bot.pressRef('chris', 'example/privacy/erase/0')), { sure: 'yes' })
    expect(JSON.stringify(everything(await bot.state()))).not.toMatch(/me van (bram|chris)/)
    await closeRound(bot)
    expect(words(lastMessage(bot))).not.toContain('brengt')
  })

  it('is English where the network is', async () => {
    await secondRound(bot)
    await bot.say('anna', 'settings language en', 'en')
    const invitation = bot.channel().findLast((each) => words(each).includes('Twice a year'))
    expect(words(invitation)).toContain('Two extra steps, a few minutes. You may leave anything empty.')
    expect(seen({ kind: 'form', form: await valueStep(bot, 'dewi', 'en') })).toContain(
      'What do you now see differently than at the start?',
    )
    for (const user of five) await place(bot, user, { ...middle, brings: says(user, 'value-potential-us') })
    await closeRound(bot)
    expect(words(lastMessage(bot))).toMatch(/What the network brings\nFor us together\nFor later: “value/)
    const { id } = await lastRound(bot)
    expect(seen(await bot.pressRef('bram', `example/monitoring/values/${id}`, 'en'))).toContain(
      'For us together\nFor later. What is ready now for us to build on?',
    )
  })

  it('tells the month what stood in the channel', async () => {
    await secondRound(bot)
    for (const user of people)
      await place(bot, user, { ...middle, brings: says(user, 'value-direct-us', 'value-applied-me') })
    await closeRound(bot)
    const state = await bot.state()
    const world = bot.road.worldOf(state)
    const period = { from: '2027-01-01T00:00:00Z', until: '2027-02-01T00:00:00Z' }
    const monitoring = features.find(({ name }) => name === 'monitoring')
    const told = (world && monitoring?.month?.(world, period)) ?? []
    const brought = told.filter(({ section }) => section === 'value')
    expect(brought.map(({ id }) => id.replace(/id\d+/, 'r'))).toEqual([
      'value-applied-me-r-0',
      'value-applied-me-r-1',
      'value-direct-us-r-0',
      'value-direct-us-r-1',
    ])
    for (const { quote, text } of brought) {
      expect(quote).toBe(true)
      expect(words(lastMessage(bot))).toContain(`“${plain(text)}”`)
    }
    const before = { from: '2026-12-20T00:00:00Z', until: '2027-01-10T00:00:00Z' }
    expect(world && monitoring?.month?.(world, before)).toEqual([])
  })
})
