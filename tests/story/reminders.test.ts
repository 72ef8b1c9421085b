import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Message } from '../../src/contracts/message.ts'
import { answer, formIn, type Kit, kit, meetingAt } from '../support/kit.ts'
import { buttonIn, changePerson, live, person, planMeeting } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

/** The example met on Monday 23 November; the round closes on Thursday the 26th, 15:30. */
let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const second = '2026-11-25T14:30:00Z'
const asked = (user: string) =>
  bot.privateTo(user).filter((message) => words(message).startsWith('Terugkijken op '))
const labels = (message: Message | undefined) => (message ? buttonsOf(message).map(({ label }) => label) : [])
const press = (user: string, label: string, message = asked(user).at(-1)) =>
  bot.pressRef(user, buttonIn(message, label).ref)
const all = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']

describe('one reminder', () => {
  it('comes at half past three on the second school day, to who has not answered', async () => {
    await answer(bot, 'bram', [{ good: 'fijn' }, {}])
    await answer(bot, 'chris', [{}, {}])
    await live(bot, '2026-11-25T14:29:00Z')
    expect(all.flatMap(asked)).toEqual([])
    await live(bot, second)
    for (const user of ['bram', 'chris', 'hanna', 'ilse']) expect(asked(user)).toEqual([])
    for (const user of ['anna', 'dewi', 'emre', 'fenna', 'guus']) {
      expect(words(asked(user)[0])).toContain(
        'Terugkijken op de bijeenkomst van maandag 23 november kan nog tot donderdag 26 november, 15:30 uur. Was je er niet? Kies Sla over.',
      )
      expect(labels(asked(user)[0])).toEqual(['Invullen', 'Later', 'Sla over', 'Niet meer vragen'])
    }
  })

  it('comes once, and none after the round closed', async () => {
    await live(bot, '2026-12-11T15:00:00Z')
    for (const user of all) expect(asked(user)).toHaveLength(1)
  })

  it('is not made up for when the bot was away until the close', async () => {
    await bot.at('2026-11-26T14:30:00Z')
    expect(all.flatMap(asked)).toEqual([])
  })

  it('still reaches somebody who only began to answer', async () => {
    await answer(bot, 'bram', [{ good: 'halverwege', next: 'de rest' }])
    await live(bot, second)
    const resumed = formIn(await press('bram', 'Invullen'))
    expect(resumed.step).toBe(2)
  })

  it('goes to nobody who paused, left, said no, stopped asking or cannot be reached', async () => {
    await changePerson(bot, 'bram', { paused: '2026-12-01' })
    await changePerson(bot, 'chris', { left: true })
    await changePerson(bot, 'dewi', { consent: 'no' })
    await changePerson(bot, 'emre', { stopped: ['evaluation'] })
    await changePerson(bot, 'fenna', { reach: 'no' })
    await live(bot, '2026-12-04T14:30:00Z')
    for (const user of ['bram', 'chris', 'dewi', 'emre', 'fenna']) expect(asked(user)).toEqual([])
    expect(asked('guus')).toHaveLength(1)
  })

  it('goes to nobody when they look back out loud', async () => {
    await bot.pressRef('anna', bot.button('Liever hardop').ref)
    await live(bot, '2026-11-27T14:30:00Z')
    expect(all.flatMap(asked)).toEqual([])
  })

  it('speaks the language of each person', async () => {
    await changePerson(bot, 'bram', { language: 'en' })
    await live(bot, second)
    const [message] = bot.privateTo('bram')
    expect(words(message)).toContain(
      'You can still look back on the meeting of Monday 23 November until Thursday 26 November, 15:30. Not there? Choose Skip.',
    )
    expect(labels(message)).toEqual(['Fill in', 'Later', 'Skip', 'Stop asking'])
    const later = await bot.pressRef('bram', buttonIn(message, 'Later').ref, 'en')
    expect(seen(later)).toBe('Fine, once more on Thursday 26 November.')
  })

  it.each([
    ['a weekend', '2026-12-03', '2026-12-07T14:30:00Z'],
    ['the Christmas holiday', '2026-12-17', '2027-01-04T14:30:00Z'],
  ])('waits over %s', async (_name, met, moment) => {
    const other = await kit()
    await other.change(meetingAt(`${met}T14:00:00.000Z`, `${met}T15:00:00.000Z`, 'form'))
    const reminded = () => other.privateTo('bram').length
    await live(other, new Date(Date.parse(moment) - 1).toISOString())
    expect(other.channel()).toHaveLength(1)
    expect(reminded()).toBe(0)
    await live(other, moment)
    expect(reminded()).toBe(1)
    await other.close()
  })
})

describe('what somebody chooses', () => {
  beforeEach(() => live(bot, second))

  it('later: once more on the next school day at half past twelve, and the choice stands there', async () => {
    expect(seen(await press('bram', 'Later'))).toBe('Goed, donderdag 26 november nog één keer.')
    expect(labels(asked('bram')[0])).toEqual([])
    expect(words(asked('bram')[0])).toContain('\nLater')
    await live(bot, '2026-11-26T11:29:00Z')
    expect(asked('bram')).toHaveLength(1)
    await live(bot, '2026-11-26T11:30:00Z')
    expect(asked('bram')).toHaveLength(2)
    expect(asked('chris')).toHaveLength(1)
    await live(bot, '2026-12-04T12:00:00Z')
    expect(asked('bram')).toHaveLength(2)
  })

  it('later is there once: the repeat promises no third time', async () => {
    const { ref } = buttonIn(asked('bram')[0], 'Later')
    await press('bram', 'Later')
    await live(bot, '2026-11-26T11:30:00Z')
    expect(labels(asked('bram')[1])).toEqual(['Invullen', 'Sla over', 'Niet meer vragen'])
    expect(seen(await bot.pressRef('bram', ref))).toBe(
      'Goed. Invullen kan nog tot donderdag 26 november, 15:30 uur. Ik vraag het niet nog eens.',
    )
  })

  it('later twice says the same twice', async () => {
    const { ref } = buttonIn(asked('bram')[0], 'Later')
    const replies = await Promise.all([bot.pressRef('bram', ref), bot.pressRef('bram', ref)])
    expect(replies.map(seen)).toEqual(Array(2).fill('Goed, donderdag 26 november nog één keer.'))
  })

  it('later, stopped, back and later once more: it still says when, and comes then', async () => {
    const { ref: stop } = buttonIn(asked('bram')[0], 'Niet meer vragen')
    await press('bram', 'Later')
    await bot.pressRef('bram', stop)
    await bot.pressRef('bram', buttonIn(await bot.say('bram', 'open'), 'Weer vragen').ref)
    expect(seen(await press('bram', 'Later'))).toBe('Goed, donderdag 26 november nog één keer.')
    await live(bot, '2026-11-26T11:30:00Z')
    expect(asked('bram')).toHaveLength(2)
  })

  it('later is no promise to who answers in between', async () => {
    await press('bram', 'Later')
    await answer(bot, 'bram', [{ good: 'toch nu' }, {}])
    await live(bot, '2026-11-26T11:30:00Z')
    expect(asked('bram')).toHaveLength(1)
  })

  it('later waits while the network rests, and lapses with the round', async () => {
    await press('bram', 'Later')
    const form = formIn(await bot.pressRef('anna', 'example/pause/until'))
    await bot.submit('anna', form, { until: '2026-12-01', for: 'network' })
    await live(bot, '2026-12-02T14:30:00Z')
    expect(asked('bram')).toHaveLength(1)
  })

  it('skip: ready for this time, asked again after the next meeting', async () => {
    expect(seen(await press('bram', 'Sla over'))).toBe('Prima, deze keer niet.')
    expect(labels(asked('bram')[0])).toEqual([])
    expect(words(asked('bram')[0])).toContain('\nSla over')
    await planMeeting(bot, '2026-12-07')
    await live(bot, '2026-12-09T14:29:00Z')
    expect(asked('bram')).toHaveLength(1)
    await live(bot, '2026-12-09T14:30:00Z')
    expect(asked('bram')).toHaveLength(2)
  })

  it('stop asking: no more of these, until open brings them back', async () => {
    expect(seen(await press('bram', 'Niet meer vragen'))).toBe(
      'Ik vraag dit niet meer. Typ “open” om het weer aan te zetten.',
    )
    expect(labels(asked('bram')[0])).toEqual([])
    await planMeeting(bot, '2026-11-30', '18:00', '19:00')
    await live(bot, '2026-12-04T15:00:00Z')
    expect(asked('bram')).toHaveLength(1)
    expect(asked('chris')).toHaveLength(2)
    const open = await bot.say('bram', 'open')
    expect(seen(open)).toContain('Ik herinner je niet meer na een bijeenkomst.')
    const back = await bot.pressRef('bram', buttonIn(open, 'Weer vragen').ref)
    expect(seen(back)).toBe('Goed, ik herinner je weer na een bijeenkomst.')
    expect((await person(bot, 'bram')).stopped).toEqual([])
    expect(seen(await bot.say('bram', 'open'))).not.toContain('Ik herinner je niet meer')
  })

  it('fill in goes on to the form, and after the close every button is kindly over', async () => {
    expect(formIn(await press('bram', 'Invullen')).step).toBe(1)
    const buttons = ['Invullen', 'Later', 'Sla over', 'Niet meer vragen'].map((label) =>
      buttonIn(asked('chris')[0], label),
    )
    await live(bot, '2026-11-26T14:30:00Z')
    for (const { ref } of buttons)
      expect(seen(await bot.pressRef('chris', ref))).toBe('Dit is gesloten. Kijk in het kanaal.')
    expect((await person(bot, 'chris')).stopped).toEqual([])
  })
})

describe('somebody who cannot be reached', () => {
  it('is not tried again, and the teamleider hears a number, never who', async () => {
    await answer(bot, 'anna', [{ good: 'fijn' }, {}])
    bot.chat.refusals.push(new SendFailed('gone', 'no chat'))
    await live(bot, '2026-11-26T14:00:00Z')
    const told = bot.privateTo('anna').map(words)
    expect(told).toEqual([
      '1 persoon bereik ik niet privé. Vraag in het kanaal wie nog niets van mij hoorde.',
    ])
    expect(all.flatMap(asked)).toHaveLength(5)
  })

  it('is not spoken of outside school hours', async () => {
    await live(bot, '2026-11-23T21:00:00Z')
    await changePerson(bot, 'bram', { reach: 'no' })
    await live(bot, '2026-11-24T06:59:00Z')
    expect(bot.privateTo('anna')).toEqual([])
    await live(bot, '2026-11-24T11:29:00Z')
    expect(bot.privateTo('anna')).toEqual([])
    await live(bot, '2026-11-24T11:30:00Z')
    expect(bot.privateTo('anna')).toHaveLength(1)
  })
})
