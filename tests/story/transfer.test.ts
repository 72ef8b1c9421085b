import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { SendFailed } from '../../src/contracts/errors.ts'
import { asks } from '../../src/network/attention.ts'
import { parcels } from '../../src/network/parcel.ts'
import { notes } from '../../src/transfer/transfer.ts'
import { answer, formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, everything, live } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { agreed, summariesIn } from '../support/month.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

/** Twenty school days after Monday 23 November, over the Christmas holiday: Monday 4 January. */
const back = '2027-01-04T14:30:00Z'
const applied = [{ good: 'fijn' }, { value: ['applied'] }]

async function write(user: string, text = 'dinsdag één les met een vraag beginnen') {
  const thanks = await answer(bot, user, applied)
  const form = formIn(await bot.pressRef(user, buttonIn(thanks, 'Ja, graag').ref))
  return { form, reply: await bot.submit(user, form, { words: text }) }
}
const asked = (user: string) =>
  bot.privateTo(user).filter((each) => /^(Je wilde dit gaan doen|You wanted to do this)/.test(words(each)))
const tellForm = async (user: string) =>
  formIn(await bot.pressRef(user, buttonIn(asked(user)[0], 'Vertel').ref))

describe('the offer', () => {
  it('comes with the thanks, to who is going to do something and to nobody else', async () => {
    const thanks = await answer(bot, 'bram', applied)
    expect(seen(thanks)).toContain('Zal ik er over een paar weken één keer naar vragen?\n[Ja, graag]')
    expect(seen(await answer(bot, 'chris', [{ good: 'fijn' }, { value: ['direct'] }]))).not.toContain(
      'Zal ik',
    )
    expect(seen(await answer(bot, 'dewi', [{}, {}]))).not.toContain('Zal ik')
  })

  it('keeps nothing unless somebody says yes and writes it down', async () => {
    const thanks = await answer(bot, 'bram', applied)
    const before = everything(await bot.state())
    const reply = await bot.pressRef('bram', buttonIn(thanks, 'Ja, graag').ref)
    expect(seen(reply)).toContain('Alleen jij leest dit.')
    expect(everything(await bot.state())).toEqual(before)
    await live(bot, '2027-01-29T16:00:00Z')
    expect(asked('bram')).toEqual([])
  })

  it('is kept apart from the answers: no round, no key leads from one to the other', async () => {
    await write('bram')
    const [round = ''] = Object.keys(everything(await bot.state()).round ?? {})
    expect(JSON.stringify(notes.all(await bot.state()))).not.toContain(round)
    await live(bot, '2026-11-26T14:30:00Z')
    const kept = everything(await bot.state())
    expect(Object.keys(kept.note ?? {})).toHaveLength(1)
    expect(kept.answers).toBeUndefined()
    expect(kept.participation).toBeUndefined()
  })

  it.each([
    [{}, 'Vul hier nog iets in.'],
    [{ words: '   ' }, 'Vul hier nog iets in.'],
    [{ words: 'x'.repeat(301) }, 'Wat lang: hooguit 300 tekens.'],
    [{ words: ['a', 'b'] }, 'Vul hier nog iets in.'],
  ])('%o keeps the form open', async (values, sentence) => {
    const thanks = await answer(bot, 'bram', applied)
    const form = formIn(await bot.pressRef('bram', buttonIn(thanks, 'Ja, graag').ref))
    expect(seen(await bot.submit('bram', form, values))).toContain(sentence)
    expect(notes.all(await bot.state())).toEqual([])
  })

  it('sent twice it is one note; the same words another time are another; three are enough', async () => {
    const { form, reply } = await write('bram')
    expect(seen(reply)).toContain('Genoteerd, alleen voor jou.')
    await bot.submit('bram', form, { words: 'dinsdag één les met een vraag beginnen' })
    expect(notes.all(await bot.state())).toHaveLength(1)
    await write('bram')
    await write('bram')
    expect(notes.all(await bot.state())).toHaveLength(3)
    expect(seen(await bot.pressRef('bram', 'example/transfer/note'))).toBe(
      'Er staan er al 3. Dat is genoeg om te onthouden.',
    )
  })

  it('rather not: gone at once', async () => {
    const { reply } = await write('bram')
    expect(seen(await bot.pressRef('bram', buttonIn(reply, 'Toch niet').ref))).toBe(
      'Goed, ik heb het gewist.',
    )
    expect(notes.all(await bot.state())).toEqual([])
  })
})

describe('coming back to it', () => {
  beforeEach(async () => {
    await write('bram')
  })

  it('once, after four school weeks, privately, in their own words', async () => {
    await live(bot, new Date(Date.parse(back) - 1).toISOString())
    expect(asked('bram')).toEqual([])
    await live(bot, back)
    expect(words(asked('bram')[0])).toBe(
      'Je wilde dit gaan doen: “dinsdag één les met een vraag beginnen”. Is het gelukt? Wat merkte je?\n[Vertel]\n[Laat maar]',
    )
    await live(bot, '2027-03-31T16:00:00Z')
    expect(asked('bram')).toHaveLength(0)
    expect(bot.privateTo('bram').filter((each) => words(each).includes('Dit is klaar.'))).toHaveLength(1)
    expect(notes.all(await bot.state())).toEqual([])
    for (const user of ['anna', 'chris']) expect(asked(user)).toEqual([])
  })

  it.each([
    ['never went out', new SendFailed('later', 'not now', 200 * 24 * 60 * 60 * 1000), 'never'],
    ['may have arrived', new SendFailed('ambiguous', 'cut off'), 'unknown'],
    ['was refused', new SendFailed('bug', 'too odd'), 'failed'],
  ] as const)('where the question %s, its end is no news', async (_name, refusal, left) => {
    await live(bot, new Date(Date.parse(back) - 1).toISOString())
    bot.chat.refusals.push(refusal)
    await live(bot, '2027-03-31T16:00:00Z')
    expect(notes.all(await bot.state())).toEqual([])
    expect(bot.privateTo('bram').filter((each) => words(each).includes('Dit is klaar.'))).toEqual([])
    const kept = parcels.all(await bot.state()).filter(({ post }) => post?.startsWith('transfer-'))
    expect(kept.map(({ state }) => state)).toEqual(left === 'never' ? [] : [left])
  })

  it('counts as an ask, and waits for a week with room', async () => {
    for (const date of ['2027-01-05', '2027-01-06'])
      await bot.change(asks.put({ id: date, to: 'bram', date, kind: 'agreement' }))
    await live(bot, '2027-01-10T16:00:00Z')
    expect(asked('bram')).toEqual([])
    // Somebody does something before lessons, and all is planned anew: that is no moment for bram.
    await live(bot, '2027-01-11T07:52:00Z')
    await bot.say('chris', 'kaart')
    expect(asked('bram')).toEqual([])
    await live(bot, '2027-01-11T14:29:00Z')
    expect(asked('bram')).toEqual([])
    await live(bot, '2027-01-11T14:30:00Z')
    expect(asked('bram')).toHaveLength(1)
    expect(asks.all(await bot.state()).filter(({ kind }) => kind === 'transfer')).toEqual([
      expect.objectContaining({ to: 'bram', date: '2027-01-11' }),
    ])
  })

  it.each([
    ['left', { left: true }],
    ['said no', { consent: 'no' }],
  ] as const)('is gone at once for who %s', async (_name, change) => {
    await changePerson(bot, 'bram', change)
    expect(notes.all(await bot.state())).toEqual([])
    await live(bot, '2027-01-29T16:00:00Z')
    expect(asked('bram')).toEqual([])
  })

  it('does not disturb who is quiet, and lapses after ten school days', async () => {
    await changePerson(bot, 'bram', { paused: '2027-02-01' })
    await live(bot, '2027-02-12T16:00:00Z')
    expect(asked('bram')).toEqual([])
  })

  it('never mind: gone, and nothing more', async () => {
    await live(bot, back)
    await bot.pressRef('bram', buttonIn(asked('bram')[0], 'Laat maar').ref)
    expect(asked('bram')).toEqual([])
    expect(notes.all(await bot.state())).toEqual([])
  })

  it('is theirs alone: for anybody else it does not exist', async () => {
    await live(bot, back)
    const { ref } = buttonIn(asked('bram')[0], 'Vertel')
    expect(seen(await bot.pressRef('anna', ref))).toBe('Dit is klaar.')
    await bot.pressRef('anna', buttonIn(asked('bram')[0], 'Laat maar').ref)
    const form = await tellForm('bram')
    expect(seen(await bot.submit('anna', form, { how: 'yes', share: 'me' }))).toContain('Dit is klaar.')
    expect(notes.all(await bot.state())).toHaveLength(1)
    expect(seen(await bot.pressRef('bram', ref.replace('example', 'elders')))).not.toContain('Wat merkte je')
  })

  it('speaks their language', async () => {
    await changePerson(bot, 'bram', { language: 'en' })
    await live(bot, back)
    expect(words(asked('bram')[0])).toMatch(/Did it happen\? What did you notice\?\n\[Tell\]\n\[Never mind\]/)
  })

  it('shows what is open, exports it, and erases it', async () => {
    expect(seen(await bot.say('bram', 'open'))).toContain('Je wilde dit gaan doen: “dinsdag één les')
    const data = await bot.pressRef('bram', 'example/privacy/data/0')
    expect(JSON.stringify(data)).toContain('dinsdag één les')
    const form = formIn(await bot.pressRef('bram', 'example/privacy/erase/0'))
    await bot.submit('bram', form, { sure: 'yes' })
    expect(JSON.stringify(everything(await bot.state()))).not.toContain('dinsdag één les')
  })
})

describe('what they tell', () => {
  beforeEach(async () => {
    await write('bram')
    await live(bot, back)
  })
  const told = async (values: Record<string, string>) => bot.submit('bram', await tellForm('bram'), values)
  const february = () => live(bot, '2027-02-01T15:00:00Z')
  const text = () => words(summariesIn(bot).at(-1))

  it('only me: nothing stays, the network hears nothing', async () => {
    expect(seen(await told({ how: 'yes', noticed: 'ze stelden vragen', share: 'me' }))).toContain(
      'Het blijft bij jou',
    )
    expect(JSON.stringify(everything(await bot.state()))).not.toMatch(/ze stelden vragen|dinsdag één les/)
    expect(asked('bram')).toEqual([])
    await february()
    expect(text()).not.toContain('ze stelden vragen')
  })

  it('without a name: in the summary, and nothing leads back', async () => {
    const form = await tellForm('bram')
    const ref = form.ref.split('/').at(-1) ?? ''
    await told({ how: 'bit', noticed: 'ze stelden vragen', share: 'quiet' })
    const kept = everything(await bot.state())
    expect(JSON.stringify(kept.told)).not.toMatch(/bram|Bram/)
    expect(JSON.stringify(kept.told)).not.toContain(ref)
    const about = Object.values(kept.handled ?? {}).filter((each) => JSON.stringify(each).includes(ref))
    expect(about).toEqual([])
    await february()
    expect(text()).toMatch(/Hier zijn we blij mee\nze stelden vragen\n/)
    expect(text()).not.toContain('Bram')
  })

  it('with a name: with it; not yet: to talk about', async () => {
    await told({ how: 'not', noticed: 'het was druk', share: 'name' })
    await february()
    expect(text()).toMatch(/Hierover praten we verder\nhet was druk \(Bram\)\n/)
  })

  it('says beforehand that people may recognise it, and asks for words to share', async () => {
    const form = await tellForm('bram')
    expect(JSON.stringify(form.intro)).toContain('Ook zonder naam kan iemand herkennen dat het van jou is.')
    expect(seen(await told({ how: 'yes', share: 'quiet' }))).toContain('of kies hieronder: alleen ik')
    expect(seen(await told({ share: 'me' }))).toContain('Kies iets uit de lijst.')
    expect(seen(await told({ how: 'yes', share: 'iedereen' }))).toContain('Kies iets uit de lijst.')
    expect(seen(await told({ how: 'yes', noticed: 'x'.repeat(501), share: 'me' }))).toContain('hooguit 500')
    expect(notes.all(await bot.state())).toHaveLength(1)
  })

  it('twice is once', async () => {
    const form = await tellForm('bram')
    const values = { how: 'yes', noticed: 'ze stelden vragen', share: 'quiet' }
    await bot.submit('bram', form, values)
    expect(seen(await bot.submit('bram', form, values))).toContain('Dit is klaar.')
    expect(Object.keys(everything(await bot.state()).told ?? {})).toHaveLength(1)
  })
})

describe('agreements kept alive', () => {
  it('stand before the first question of the next time, the last two that still run', async () => {
    const other = await kit()
    await other.drain()
    await other.change(
      ...['een', 'twee', 'drie'].map((id) => agreements.put(agreed(id))),
      agreements.put(agreed('af', { state: 'done' })),
    )
    const reply = await other.pressRef('bram', other.button('Invullen').ref)
    expect(seen(reply)).toContain('Dit spraken jullie af, en het loopt nog:\nsamen twee\nsamen drie\n')
    expect(seen(reply)).not.toContain('samen af')
    await other.close()
  })

  it('belong to all once whoever took one up no longer takes part, and say so', async () => {
    await bot.change(agreements.put(agreed('lezen', { owner: 'bram' })))
    expect(seen(await bot.say('chris', 'afspraken'))).toContain('Afgesproken: samen lezen (Bram)')
    await changePerson(bot, 'bram', { left: true })
    const list = await bot.say('chris', 'afspraken')
    expect(seen(list)).toContain(
      'Afgesproken: samen lezen (wij samen)\nWie dit oppakte, doet niet meer mee. Het is nu van jullie samen.',
    )
    expect(list.kind === 'word' && buttonsOf(list.message).length).toBe(2)
  })
})
