/** Doing the same thing once more, soon after it was undone; and what is said when few answered again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer, type Kit, kit } from '../support/kit.ts'
import { buttonIn, live, person, planMeeting } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

describe('no more reminders', () => {
  it('stopped, back, stopped and back again within a day: each time it counts', async () => {
    await live(bot, '2026-11-25T14:30:00Z')
    const reminder = () => bot.privateTo('bram').at(-1)
    const stopped = async () => (await person(bot, 'bram')).stopped
    for (let time = 0; time < 3; time++) {
      const stop = await bot.pressRef('bram', buttonIn(reminder(), 'Niet meer vragen').ref)
      expect(seen(stop)).toContain('Ik vraag dit niet meer.')
      expect(await stopped()).toEqual(['evaluation'])
      expect(reminder() && buttonsOf(reminder() as never)).toEqual([])
      const back = await bot.pressRef('bram', buttonIn(await bot.say('bram', 'open'), 'Weer vragen').ref)
      expect(seen(back)).toContain('Goed, ik herinner je weer')
      expect(await stopped()).toEqual([])
    }
  })
})

describe('too few answers', () => {
  it('the first time the kind way out; the next time also how to do it out loud', async () => {
    const last = () => words(bot.channel().findLast((each) => words(each).includes('te weinig antwoorden')))
    await answer(bot, 'bram', [{ good: 'thee' }, {}])
    await live(bot, '2026-11-26T14:30:00Z')
    expect(last()).not.toContain('in de laatste vijf minuten')
    await planMeeting(bot, '2026-12-07')
    await live(bot, '2026-12-10T14:30:00Z')
    expect(last()).toContain('Terugkijken kan ook hardop, in de laatste vijf minuten van jullie bijeenkomst.')
    const few = bot.channel().filter((each) => words(each).includes('te weinig antwoorden'))
    expect(few).toHaveLength(2)
    expect(words(few[0])).not.toContain('in de laatste vijf minuten')
  })

  it('is what the thanks already said', async () => {
    const thanks = await answer(bot, 'bram', [{ good: 'thee' }, {}])
    expect(seen(thanks)).toContain('Dan wis ik die antwoorden.')
  })
})
