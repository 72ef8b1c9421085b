import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meetings } from '../../src/meeting/meeting.ts'
import { answersTable, participations, rounds } from '../../src/round/round.ts'
import { answer, formIn, type Kit, kit, meetingAt } from '../support/kit.ts'
import { buttonIn } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const everyone = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']
const third = '2026-11-26T14:30:00Z'

const stepsOf = (user: string) => [
  { good: `goed van ${user}`, next: `anders van ${user}` },
  { value: ['direct', 'applied'], talk: '' },
]

async function allAnswer(users: readonly string[]) {
  for (const user of users) await answer(bot, user, stepsOf(user))
}

describe('a network looks back on a meeting', () => {
  it('is invited a quarter of an hour after the meeting, and told who will see what', () => {
    const [invitation] = bot.channel()
    expect(bot.channel()).toHaveLength(1)
    expect(words(invitation)).toContain('Jullie bijeenkomst zit erop.')
    expect(words(invitation)).toContain('zonder namen, vanaf 5 mensen')
    expect(words(invitation)).toContain('tot donderdag 26 november, 15:30 uur')
  })

  it('is shown by a word to who leads, with the form only for who takes part', async () => {
    expect(seen(await bot.say('anna', 'evaluatie'))).toBe(
      'De evaluatie staat open tot donderdag 26 november, 15:30 uur.\n[Invullen]',
    )
    const coach = await bot.say('hanna', 'evaluatie')
    expect(seen(coach)).toBe('De evaluatie staat open tot donderdag 26 november, 15:30 uur.')
  })

  it('is not invited a minute too early', async () => {
    const early = await kit()
    early.jump('2026-11-23T15:14:00Z')
    await early.drain()
    expect(early.channel()).toHaveLength(0)
    await early.close()
  })

  it('says before the first question that the tie with the name is cut, and thanks at the end', async () => {
    const first = await bot.pressRef('bram', bot.button('Invullen').ref)
    expect(seen(first)).toContain('Daarna horen ze niet meer bij jouw naam')
    expect(formIn(first).fields.map(({ id }) => id)).toEqual(['good', 'next'])
    const second = await bot.submit('bram', formIn(first), { good: 'de koffie', next: 'korter' })
    expect(formIn(second).step).toBe(2)
    const thanks = await bot.submit('bram', formIn(second), { value: ['direct'] })
    expect(seen(thanks)).toBe(
      'Dank je wel! Je kunt je antwoorden veranderen tot uiterlijk donderdag 26 november, 15:30 uur. Daarna zet ik alles bij elkaar in het kanaal, zonder namen. Vulden bij een vraag minder dan 5 mensen iets in? Dan wis ik die antwoorden.',
    )
  })

  it('keeps every step that was sent, and resumes at the first open question', async () => {
    const first = await bot.pressRef('bram', bot.button('Invullen').ref)
    await bot.submit('bram', formIn(first), { good: 'de koffie', next: 'korter' })
    const resumed = formIn(await bot.pressRef('bram', bot.button('Invullen').ref))
    expect(resumed.step).toBe(2)
    const back = formIn(await bot.submit('bram', resumed, {}, { button: 'back' }))
    expect(back.step).toBe(1)
    expect(back.fields.map((field) => field.value)).toEqual(['de koffie', 'korter'])
  })

  it('lets somebody change their mind until the close: A, then B, then A again', async () => {
    for (const good of ['A', 'B', 'A']) await answer(bot, 'bram', [{ good }, {}])
    const [kept] = answersTable.all(await bot.state())
    expect(kept?.values).toEqual({ good: 'A' })
    expect(kept?.revision).toBe(6)
  })

  it('lets somebody withdraw an answer by emptying it', async () => {
    await answer(bot, 'bram', [{ good: 'oeps', next: 'weg' }, {}])
    await answer(bot, 'bram', [{}, {}])
    expect(answersTable.all(await bot.state())[0]?.values).toEqual({})
  })

  it('goes on after skip without touching what was there', async () => {
    await answer(bot, 'bram', [{ good: 'blijft' }, {}])
    const form = formIn(await bot.pressRef('bram', bot.button('Invullen').ref))
    const skipped = await bot.submit('bram', form, {}, { button: 'skip' })
    expect(formIn(skipped).step).toBe(2)
    expect(answersTable.all(await bot.state())[0]?.values).toEqual({ good: 'blijft' })
  })

  it('gives everything back side by side on the third school day, once, without names', async () => {
    await allAnswer(everyone.slice(0, 6))
    await bot.at('2026-11-26T14:29:00Z')
    expect(bot.channel()).toHaveLength(1)
    await bot.at(third)
    const [invitation, result] = bot.channel()
    expect(bot.channel()).toHaveLength(2)
    for (const user of everyone.slice(0, 6)) expect(words(result)).toContain(`goed van ${user}`)
    expect(words(result)).toContain('Plezier of energie en iets wat ik ga doen of al doe')
    expect(words(result)).not.toContain('Vragen voor de volgende keer')
    expect(buttonsOf(invitation ?? { language: 'nl', summary: '', blocks: [] })).toHaveLength(0)
    await bot.at('2026-12-20T12:00:00Z')
    expect(bot.channel()).toHaveLength(2)
  })

  it('comes back on the next school day once everybody is ready', async () => {
    await allAnswer(everyone)
    await bot.at('2026-11-24T14:29:00Z')
    expect(bot.channel()).toHaveLength(1)
    await bot.at('2026-11-24T14:30:00Z')
    expect(bot.channel()).toHaveLength(2)
  })

  it('cuts the tie between person and answer at the close', async () => {
    await allAnswer(everyone)
    await bot.at(third)
    const state = await bot.state()
    expect(answersTable.all(state)).toEqual([])
    expect(participations.all(state)).toEqual([])
    const about = [...state.all('handled').values()].map((each) => JSON.stringify(each))
    expect(about.filter((each) => each.includes(rounds.all(state)[0]?.id ?? '?'))).toEqual([])
  })

  it('has a kind way out when there are too few answers, and erases them', async () => {
    await allAnswer(everyone.slice(0, 4))
    await bot.at(third)
    const [, few] = bot.channel()
    expect(words(few)).toContain('te weinig antwoorden')
    expect(words(few)).not.toContain('goed van')
    expect(JSON.stringify([...(await bot.state()).all('round').values()])).not.toContain('goed van')
    expect(buttonsOf(few ?? { language: 'nl', summary: '', blocks: [] }).map(({ label }) => label)).toEqual([
      'Noteer afspraak',
    ])
  })

  it('can be talked through instead, and back to the form again', async () => {
    await bot.pressRef('anna', bot.button('Liever hardop').ref)
    expect(words(bot.channel()[0])).toContain('Neem er samen vijf minuten voor')
    await bot.pressRef('anna', bot.button('Toch invullen').ref)
    expect(words(bot.channel()[0])).toContain('Vier korte vragen')
    await bot.pressRef('anna', bot.button('Liever hardop').ref)
    expect(words(bot.channel()[0])).toContain('Neem er samen vijf minuten voor')
    await bot.at(third)
    expect(bot.channel()).toHaveLength(1)
  })

  it('talked through instead: no form opens any more, and one that was open is kept', async () => {
    const fill = bot.button('Invullen').ref
    const open = formIn(await bot.pressRef('bram', fill))
    await bot.pressRef('anna', bot.button('Liever hardop').ref)
    expect(seen(await bot.pressRef('chris', fill))).toBe(
      'Jullie kijken deze keer hardop terug. Toch liever invullen? Druk in het kanaal op Toch invullen.',
    )
    expect(seen(await bot.say('chris', 'open'))).not.toContain('Terugkijken op de bijeenkomst')
    expect(seen(await bot.say('anna', 'evaluatie'))).toBe(
      'Jullie kijken deze keer hardop terug.\n[Toch invullen]',
    )
    const second = await bot.submit('bram', open, { good: 'goed van bram' })
    const thanks = await bot.submit('bram', formIn(second), {})
    expect(seen(thanks)).toContain('dat is bewaard. Jullie kijken deze keer hardop terug. Alleen als')
    expect(seen(thanks)).not.toContain('Uiterlijk')
    await bot.pressRef('anna', bot.button('Toch invullen').ref)
    await allAnswer(['chris', 'dewi', 'emre', 'fenna'])
    await bot.at(third)
    expect(words(bot.channel()[1])).toContain('goed van bram')
  })

  it('talked through instead: at its close there is still room for an agreement', async () => {
    await bot.pressRef('anna', bot.button('Liever hardop').ref)
    await bot.at(third)
    expect(words(bot.channel()[0])).not.toContain('Invullen kan niet meer')
    expect(words(bot.channel()[0]).match(/\[.*\]/g)).toEqual(['[Noteer afspraak]'])
    const form = formIn(await bot.pressRef('chris', bot.button('Noteer afspraak').ref))
    await bot.submit('chris', form, { own: 'eerder stoppen', who: 'all' })
    expect(words(bot.channel()[0])).toContain('Afgesproken: eerder stoppen (wij samen)')
  })

  it('opens the next school morning after an evening meeting', async () => {
    const late = await kit()
    late.jump('2026-11-23T12:00:00Z')
    await late.change(meetingAt('2026-11-27T18:00:00.000Z', '2026-11-27T20:00:00.000Z', 'form'))
    await late.at('2026-11-30T06:59:00Z')
    expect(late.channel()).toHaveLength(0)
    await late.at('2026-11-30T07:00:00Z')
    expect(late.channel()).toHaveLength(1)
    await late.close()
  })

  it('says nothing about a meeting that is long past when the bot comes back', async () => {
    const away = await kit()
    await away.at('2027-01-11T14:30:00Z')
    const asked = () => away.channel().filter((message) => words(message).startsWith('Terugkijken'))
    expect(asked()).toHaveLength(0)
    expect(await away.say('anna', 'evaluatie')).toMatchObject({ kind: 'word' })
    expect(asked()).toHaveLength(1)
    await away.close()
  })

  it('has one thing to catch up on after being away, not two on two days', async () => {
    await allAnswer(everyone.slice(0, 5))
    const [first] = meetings.all(await bot.state())
    if (!first) throw new Error('there is no meeting')
    const second = { start: '2026-11-30T14:00:00.000Z', end: '2026-11-30T15:00:00.000Z' }
    await bot.change(meetings.put({ ...first, id: 'second', when: second }))
    await bot.at('2026-12-01T09:00:00Z')
    expect(bot.channel().map((message) => words(message).split('\n')[0])).toEqual([
      'Terugkijken',
      'Zo keken jullie terug',
    ])
    await bot.at('2026-12-04T14:30:00Z')
    expect(bot.channel()).toHaveLength(2)
  })

  it('gives the teamleider a word before the end of a meeting that looks back out loud', async () => {
    const aloud = await kit()
    aloud.jump('2026-11-23T08:00:00Z')
    await aloud.change(meetingAt('2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z', 'aloud'))
    await aloud.at('2026-11-23T14:50:00Z')
    expect(words(aloud.privateTo('anna')[0])).toContain('Gebruik de laatste vijf minuten')
    expect(aloud.channel()).toHaveLength(0)
    await aloud.at(third)
    expect(aloud.channel()).toHaveLength(0)
    await aloud.close()
  })

  it('puts the form in the channel after all for a meeting that was to look back out loud', async () => {
    const aloud = await kit()
    aloud.jump('2026-11-23T08:00:00Z')
    await aloud.change(meetingAt('2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z', 'aloud'))
    await aloud.at('2026-11-23T14:50:00Z')
    await aloud.pressRef('anna', buttonIn(aloud.privateTo('anna')[0], 'Toch invullen').ref)
    expect(words(aloud.channel()[0]).match(/\[.*\]/g)).toEqual(['[Invullen]', '[Liever hardop]'])
    await aloud.pressRef('anna', aloud.button('Liever hardop').ref)
    expect(aloud.channel()).toHaveLength(1)
    expect(words(aloud.channel()[0])).toContain('Neem er samen vijf minuten voor')
    await aloud.close()
  })
})

describe('the same in English', () => {
  it('switches what stands in the channel, and answers each person in their own language', async () => {
    await bot.say('anna', 'settings language en', 'en')
    expect(words(bot.channel()[0])).toContain('Your meeting is over.')
    for (const user of everyone) await answer(bot, user, stepsOf(user), 'Fill in')
    const dutch = await bot.pressRef('bram', bot.button('Fill in').ref, 'nl')
    expect(formIn(dutch).buttons.next).toBe('Verder')
    await bot.at(third)
    expect(words(bot.channel()[1])).toContain('This worked well')
    expect(words(bot.channel()[1])).toContain(
      'Enjoyment or energy and something I am going to do, or already do',
    )
  })
})
