import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Values } from '../../src/contracts/form.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { stories, tales } from '../../src/story/story.ts'
import { closeRound, openCrosses, place } from '../support/crosses.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, everything, live } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { middle, valueItems } from '../support/values.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.at('2027-05-10T10:00:00Z')
  await openCrosses(bot)
})
afterEach(() => bot.close())

describe('a story for the harvest', () => {
  const opens = '2027-06-03T13:30:00Z'
  const told = { happened: 'We keken bij elkaar in de klas', noticed: 'Meer rust', share: 'inside' }
  const tell = async (user: string, values: Values = told) => {
    const thanks = await place(bot, user, middle)
    return bot.submit(
      user,
      formIn(await bot.pressRef(user, buttonIn(thanks, 'Vertel je verhaal').ref)),
      values,
    )
  }

  it('is offered with the thanks, with its own choice of who reads it, and kept until then', async () => {
    const thanks = await place(bot, 'bram', middle)
    expect(seen(thanks)).toContain(
      'Daarna zet ik alles bij elkaar in het kanaal.\nIs er iets gebeurd wat je bijblijft?',
    )
    const form = formIn(await bot.pressRef('bram', buttonIn(thanks, 'Vertel je verhaal').ref))
    expect(seen({ kind: 'form', form })).toContain('Komt er dit jaar geen oogst, dan wis ik het.')
    expect(form.fields.map(({ id }) => id)).toEqual(['happened', 'took', 'tried', 'noticed', 'share', 'name'])
    expect(seen(await bot.submit('bram', form, { ...told, name: 'named' }))).toBe(
      'Dank je wel! Ik bewaar je verhaal tot de oogst van dit jaar.',
    )
    expect(seen(await tell('chris', { happened: 'Alles liep anders', share: 'nobody' }))).toContain(
      'Goed, dit blijft van jou. Als de oogst sluit, wis ik het. Wil je het zelf houden? Kopieer het dan hier:\nAlles liep anders',
    )
    expect(seen(await place(bot, 'bram', middle))).toContain('Je verhaal heb ik al.')
    await closeRound(bot)
    expect(bot.channel().map(words).join('\n')).not.toMatch(/in de klas|liep anders/)
  })

  it('can be changed in the harvest, and then stands among the other stories', async () => {
    await tell('bram')
    await tell('chris', { happened: 'Alles liep anders', share: 'nobody' })
    await tell('dewi', { happened: 'Dat hielp', share: 'inside', name: 'named' })
    await live(bot, opens)
    const invitation = bot.channel().find((each) => words(each).includes('Het jaar is bijna om.'))
    const form = formIn(await bot.pressRef('bram', buttonIn(invitation, 'Vertel je verhaal').ref))
    expect(JSON.stringify(form.fields)).toContain('in de klas')
    await bot.submit('bram', form, { ...told, noticed: 'Veel rust' })
    expect(stories.all(await bot.state())).toHaveLength(3)
    await live(bot, '2027-06-20T10:00:00Z')
    expect(bot.channel().map(words).join('\n')).toContain(
      'Verhalen van dit jaar\nDat hielp (Dewi)\nWe keken bij elkaar in de klas\nVeel rust\n',
    )
    expect(JSON.stringify(everything(await bot.state()))).not.toContain('liep anders')
    expect(JSON.stringify(tales.all(await bot.state()))).not.toMatch(/bram/i)
  })

  it('goes with who goes, and is erased when no harvest comes', async () => {
    await tell('bram')
    await tell('chris')
    expect(JSON.stringify(await bot.pressRef('bram', 'example/privacy/data/0'))).toContain('in de klas')
    await changePerson(bot, 'chris', { consent: 'no' })
    expect(stories.all(await bot.state())).toHaveLength(1)
    // Nobody met this year, so nothing is looked back on.
    await bot.change(...meetings.all(await bot.state()).map(({ id }) => meetings.remove(id)))
    await live(bot, '2027-06-25T15:59:00Z')
    expect(stories.all(await bot.state())).toHaveLength(1)
    await live(bot, '2027-06-25T16:00:00Z')
    expect(stories.all(await bot.state())).toEqual([])
  })

  it('is no longer offered once the harvest of the year is over', async () => {
    await closeRound(bot)
    await live(bot, '2027-07-05T10:00:00Z')
    await openCrosses(bot)
    expect(await valueItems(bot)).toContain('value-direct-me')
    expect(seen(await place(bot, 'bram', middle))).not.toContain('verhaal')
    const late = await bot.pressRef('bram', 'example/harvest/story/example.2026-2027')
    expect(seen(late)).toBe('Dit is gesloten. Kijk in het kanaal.')
    const next = await bot.pressRef('bram', 'example/harvest/story/example.2027-2028')
    expect(seen(next)).toBe('Dit is gesloten. Kijk in het kanaal.')
  })
})
