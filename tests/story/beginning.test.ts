/** The last step of a start: who coaches, and the year's meetings, if that is known already. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Form, Values } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Language } from '../../src/contracts/text.ts'
import { datedMeetings } from '../../src/meeting/meeting.ts'
import { members } from '../../src/network/member.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const hall: Place = { platform: 'web', tenant: 'playground', id: 'hall', kind: 'channel', name: 'Hal' }
const inHall = () =>
  [...bot.chat.standing.values()].filter(({ place }) => place.id === 'hall').map(({ message }) => message)
const state = async () => {
  const [id = ''] = await bot.store.networksBy('place:web/playground/hall')
  return bot.store.read(id)
}

/** Up to the last step, with a free week of their own in December. */
async function lastStep(language: Language = 'nl'): Promise<Form> {
  const hi = await bot.say('kim', 'start', language, hall)
  const { ref } = buttonIn(hi, language === 'nl' ? 'Beginnen' : 'Start')
  let form = formIn(await bot.pressRef('kim', ref, language, hall))
  const steps: readonly Values[] = [
    { name: 'Hal', language },
    { regions: ['zuid'], zone: 'Europe/Amsterdam', minimum: '5' },
    { free: '2026-12-07 tot 2026-12-11' },
  ]
  for (const values of steps) form = formIn(await bot.submit('kim', form, values, { where: hall, language }))
  return form
}
const send = async (values: Values, language: Language = 'nl'): Promise<Reply> =>
  bot.submit('kim', await lastStep(language), values, { where: hall, language })

const first = { date: '2026-12-01', from: '15:30', until: '17:00' }

describe('nothing known yet', () => {
  it('is fine as it stands: no meetings, no coach, and the words for later', async () => {
    const form = await lastStep()
    expect([form.step, form.steps]).toEqual([4, 4])
    expect(seen({ kind: 'form', form })).toContain('Weet je dit nog niet? Laat het zo.')
    const asShown = Object.fromEntries(
      form.fields.flatMap(({ id, value }) => (typeof value === 'string' ? [[id, value]] : [])),
    )
    expect(seen(await bot.submit('kim', form, asShown, { where: hall }))).toContain('Jullie netwerk is er.')
    expect(datedMeetings(await state())).toEqual([])
    expect(members.all(await state())).toMatchObject([{ roles: ['teamleider'] }])
    expect(inHall()).toHaveLength(1)
  })

  it('in English', async () => {
    expect(seen(await send({ coach: 'other' }, 'en'))).toContain(
      'Once your network coach takes part, type “members” to give that role.',
    )
  })
})

describe('the rhythm', () => {
  it.each([
    ['week', ['2026-12-01', '2026-12-15', '2027-01-05']],
    ['fortnight', ['2026-12-01', '2026-12-15', '2027-01-12']],
    ['month', ['2026-12-01', '2027-01-04', '2027-02-01']],
  ])('%s plans the year around the holidays and their own days off', async (rhythm, days) => {
    expect(seen(await send({ ...first, rhythm }))).toContain('Jullie netwerk is er.')
    const planned = datedMeetings(await state()).map(({ when }) => when)
    expect(planned.slice(0, 3).map(({ start }) => start.slice(0, 10))).toEqual(days)
    expect(planned[0]).toEqual({ start: '2026-12-01T14:30:00.000Z', end: '2026-12-01T16:00:00.000Z' })
    expect(words(inHall()[0])).toContain('[Doe je mee?]')
    expect(words(inHall()[1])).toContain('Gepland, steeds van 15:30 tot 17:00 uur: dinsdag 1 december')
  })

  it('eight a year are eight', async () => {
    await send({ ...first, rhythm: 'eight' })
    expect(datedMeetings(await state())).toHaveLength(8)
  })

  it.each([
    [{ ...first, rhythm: 'week', until: '15:00' }, 'until', 'De eindtijd moet na de begintijd komen.'],
    [{ ...first, rhythm: 'week', from: '' }, 'from', /\p{L}/u],
    [{ ...first, rhythm: 'week', date: '2026-11-20' }, 'date', /\p{L}/u],
    [{ ...first, rhythm: 'week', date: '2026-12-08' }, 'date', 'Dan is er geen school. Kies een andere dag.'],
    [{ ...first, rhythm: 'week', date: '2026-12-24' }, 'date', 'Dan is er geen school. Kies een andere dag.'],
    [{ ...first, rhythm: 'week', date: '' }, 'date', /\p{L}/u],
    [{ ...first, rhythm: 'week', date: '2031-01-01' }, 'date', 'Dat is te ver weg.'],
    [{ ...first, rhythm: 'none' }, 'rhythm', 'Je koos een dag. Kies ook hoe vaak, of laat de dag leeg.'],
    [{ ...first, rhythm: 'daily' }, 'rhythm', 'Kies iets uit de lijst.'],
    [{ ...first, rhythm: 'toString' }, 'rhythm', 'Kies iets uit de lijst.'],
    [{ coach: 'kim' }, 'coach', 'Kies iets uit de lijst.'],
  ])('%o says so beside %s', async (values, field, sentence) => {
    const reply = await send(values)
    expect(reply.kind === 'errors' && Object.keys(reply.errors)).toEqual([field])
    if (typeof sentence === 'string') expect(seen(reply)).toContain(sentence)
    else expect(seen(reply)).toMatch(sentence)
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual([])
  })

  it('keeps what was filled in when somebody goes back a step', async () => {
    const form = await lastStep()
    const values = { ...first, rhythm: 'month', coach: 'me' }
    const third = formIn(await bot.submit('kim', form, values, { where: hall, button: 'back' }))
    expect(third.step).toBe(3)
    const again = formIn(await bot.submit('kim', third, {}, { where: hall }))
    expect(again.fields.map(({ value }) => value)).toEqual(['me', 'month', '2026-12-01', '15:30', '17:00'])
  })

  it('sent twice plans once', async () => {
    const form = await lastStep()
    const values = { ...first, rhythm: 'month' }
    const replies = await Promise.all([1, 2].map(() => bot.submit('kim', form, values, { where: hall })))
    expect(replies.map(seen).every((each) => each.includes('Jullie netwerk is er.'))).toBe(true)
    expect(datedMeetings(await state())).toHaveLength(7)
    expect(inHall()).toHaveLength(2)
  })

  it('is undone with the rest', async () => {
    const done = await send({ ...first, rhythm: 'month' })
    await bot.pressRef('kim', buttonIn(done, 'Maak ongedaan').ref, 'nl', hall)
    expect(inHall().map(words)).toEqual([
      'Ongedaan gemaakt. Er is niets bewaard.',
      'Deze bijeenkomsten gaan niet door.',
    ])
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual([])
  })
})

describe('the coach', () => {
  it('me: teamleider and coach', async () => {
    await send({ coach: 'me' })
    expect(members.all(await state())).toMatchObject([{ roles: ['teamleider', 'coach'] }])
    expect(seen(await bot.say('kim', 'leden', 'nl', hall))).toContain('kim: teamleider, netwerkcoach')
  })

  it('somebody else: how to give that role once they take part', async () => {
    expect(seen(await send({ coach: 'other' }))).toContain(
      'Doet jullie netwerkcoach mee? Typ dan “leden” om die rol te geven.',
    )
    expect(members.all(await state())).toMatchObject([{ roles: ['teamleider'] }])
  })
})
