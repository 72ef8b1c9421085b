import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import type { Values } from '../../src/contracts/form.ts'
import { asks } from '../../src/network/attention.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, planMeeting, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { agreed } from '../support/month.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const open = async (user: string, label: string) =>
  formIn(await bot.pressRef(user, buttonIn(await bot.say(user, 'afspraken'), label).ref))
const note = async (user: string, values: Values) =>
  bot.submit(user, await open(user, 'Noteer afspraak'), { who: 'all', ...values })
const all = async () => agreements.all(await bot.state())
const only = async () => {
  const [first] = await all()
  if (!first) throw new Error('nothing was agreed')
  return first
}

describe('all agreements in one place', () => {
  it('begins empty, with the way to note one, for everybody of the network', async () => {
    for (const user of ['anna', 'bram', 'hanna']) {
      const shown = await bot.say(user, 'afspraken')
      expect(seen(shown)).toBe('Jullie afspraken\nEr staat nog geen afspraak.\n[Noteer afspraak]')
    }
    expect(seen(await bot.say('bram', 'agreements', 'en'))).toContain('There is no agreement yet.')
  })

  it('noting by hand stands in the channel, once, with who and when', async () => {
    const form = await open('bram', 'Noteer afspraak')
    const values = { own: 'samen boeken kiezen', who: 'me', date: '2026-12-10' }
    const replies = await Promise.all([1, 2].map(() => bot.submit('bram', form, values)))
    expect(replies.map(seen)).toEqual(Array(2).fill('Genoteerd. De afspraak staat in het kanaal.'))
    expect(bot.channel().map(words)).toEqual(['Afgesproken: samen boeken kiezen (Bram, 10 december)'])
    expect(await all()).toMatchObject([{ owner: 'bram', state: 'open', from: 'hand' }])
    expect(seen(await bot.say('chris', 'afspraken'))).toContain(
      'Afgesproken: samen boeken kiezen (Bram, 10 december)',
    )
    expect(seen(await bot.say('bram', 'open'))).toContain('samen boeken kiezen')
    expect(seen(await bot.say('chris', 'open'))).not.toContain('samen boeken kiezen')
    await note('bram', { own: 'om de beurt voorzitten' })
    const shown = seen(await bot.say('chris', 'open'))
    expect(shown).toContain('om de beurt voorzitten (wij samen)')
    expect(seen(await bot.say('bram', 'open')).match(/\[Pas aan\]/g)).toHaveLength(1)
  })

  it.each([
    [{ own: '   ' }, 'Vul hier nog iets in.'],
    [{ own: 'x'.repeat(301) }, 'hooguit 300 tekens'],
    [{ own: 'ja', date: '2026-11-22' }, 'Deze dag is al geweest.'],
    [{ own: 'ja', date: 'straks' }, 'Deze datum klopt nog niet.'],
    [{ points: ['p0'] }, 'Kies iets uit de lijst.'],
  ])('%o is said beside the field', async (values, sentence) => {
    expect(seen(await note('bram', values))).toContain(sentence)
    expect(await all()).toEqual([])
  })

  it('a forged owner is all of them', async () => {
    await note('bram', { own: 'ja', who: 'chris' })
    expect(await only()).toMatchObject({ owner: 'all' })
  })

  it('open ones come first, and what is done says so', async () => {
    await note('bram', { own: 'eerst' })
    await note('chris', { own: 'daarna' })
    const [first] = await all()
    await bot.submit('dewi', await open('dewi', 'Pas aan'), {
      [`words-${first?.id}`]: 'eerst',
      [`state-${first?.id}`]: 'done',
      ...Object.fromEntries(
        (await all()).slice(1).flatMap(({ id, words }) => [
          [`words-${id}`, words],
          [`state-${id}`, 'open'],
        ]),
      ),
    })
    const shown = seen(await bot.say('bram', 'afspraken')).split('\n')
    expect(shown[1]).toBe('Afgesproken: daarna (wij samen)')
    expect(shown[2]).toBe('Afgesproken: eerst (wij samen): gelukt')
  })

  it('two who change at once: the second sees what moved, and nothing is lost', async () => {
    await note('bram', { own: 'lezen' })
    const { id } = await only()
    const [left, right] = [await open('chris', 'Pas aan'), await open('dewi', 'Pas aan')]
    await bot.submit('chris', left, { [`words-${id}`]: 'samen lezen', [`state-${id}`]: 'open' })
    const moved = await bot.submit('dewi', right, {
      [`words-${id}`]: 'hardop lezen',
      [`state-${id}`]: 'open',
    })
    expect(seen(moved)).toContain('Iemand anders veranderde deze afspraken net.')
    expect(formIn(moved).fields[0]?.value).toBe('hardop lezen')
    expect((await only()).words).toBe('samen lezen')
    await bot.submit('dewi', formIn(moved), { [`words-${id}`]: 'hardop lezen', [`state-${id}`]: 'open' })
    expect((await only()).words).toBe('hardop lezen')
  })

  it('a mistake goes away', async () => {
    await note('bram', { own: 'oeps' })
    const { id } = await only()
    const form = await open('bram', 'Pas aan')
    const values = { [`words-${id}`]: 'oeps', [`state-${id}`]: 'undo' }
    const replies = await Promise.all([bot.submit('bram', form, values), bot.submit('bram', form, values)])
    for (const reply of replies) expect(seen(reply)).toContain('Aangepast.')
    expect(await all()).toEqual([])
  })
})

describe('the owner’s own word', () => {
  const mine = (date: string) => note('bram', { own: 'boeken halen', who: 'me', date })
  /** The word about what they took up, whatever else they hear. */
  const told = (user: string) =>
    bot.privateTo(user).filter((each) => /Dit pakte je op|You took this on/.test(words(each)))
  const press = (label: string, user = 'bram') => bot.pressRef(user, buttonIn(told('bram')[0], label).ref)

  it.each([
    ['2026-12-10', '2026-12-09T14:30:00Z'],
    ['2026-12-07', '2026-12-04T14:30:00Z'],
    ['2027-01-04', '2026-12-18T14:30:00Z'],
  ])('for %s comes privately on the school day before', async (date, moment) => {
    await mine(date)
    await live(bot, new Date(Date.parse(moment) - 60_000).toISOString())
    expect(told('bram')).toEqual([])
    await live(bot, moment)
    expect(words(told('bram')[0])).toContain('boeken halen')
    expect(words(told('bram')[0])).toContain('Hoe staat het?')
    expect(
      told('bram')
        .flatMap(buttonsOf)
        .map(({ label }) => label),
    ).toEqual(['Gelukt', 'Loopt nog', 'Loslaten'])
    for (const user of ['anna', 'chris']) expect(told(user)).toEqual([])
    await live(bot, '2027-01-20T12:00:00Z')
    expect(told('bram')).toHaveLength(1)
    expect(await only()).toMatchObject({ state: 'open' })
  })

  it.each([
    ['Gelukt', 'done', 'Gelukt'],
    ['Loopt nog', 'carried', 'Loopt nog'],
    ['Loslaten', 'dropped', 'Losgelaten'],
  ])('%s is kept, and stands there instead of the buttons', async (label, state, shown) => {
    await mine('2026-12-10')
    await live(bot, '2026-12-09T14:30:00Z')
    await press(label)
    expect(await only()).toMatchObject({ state, answered: true })
    expect(told('bram').flatMap(buttonsOf)).toEqual([])
    expect(words(told('bram')[0])).toContain(`\n${shown}`)
    expect(told('bram')).toHaveLength(1)
  })

  it('waits for half past three of the day itself where the day before had no room', async () => {
    await mine('2026-12-10')
    await bot.change(asks.put({ id: 'other', to: 'bram', date: '2026-12-09', kind: 'transfer' }))
    await live(bot, '2026-12-10T07:52:00Z')
    await bot.say('chris', 'kaart')
    expect(told('bram')).toEqual([])
    await live(bot, '2026-12-10T14:30:00Z')
    expect(told('bram')).toHaveLength(1)
  })

  it('pressed twice counts once', async () => {
    await mine('2026-12-10')
    await live(bot, '2026-12-09T14:30:00Z')
    const { ref } = buttonIn(told('bram')[0], 'Gelukt')
    await Promise.all([bot.pressRef('bram', ref), bot.pressRef('bram', ref)])
    const { revision } = await only()
    await bot.pressRef('bram', ref)
    expect((await only()).revision).toBe(revision)
    expect(revision).toBe(1)
  })

  it.each(['chris', 'anna', 'hanna', 'ilse'])('is not answered by %s', async (user) => {
    await mine('2026-12-10')
    await live(bot, '2026-12-09T14:30:00Z')
    const reply = await press('Loslaten', user)
    expect(seen(reply)).toMatch(/Deze knop werkt niet meer|Dit is voor wie meedoet/)
    expect(await only()).toMatchObject({ state: 'open', answered: false, revision: 0 })
  })

  it.each([
    ['is of all', { owner: 'all' }],
    ['is done already', { state: 'done' as const }],
  ])('does not come when it %s', async (_name, changed) => {
    await mine('2026-12-10')
    await bot.change(agreements.put({ ...(await only()), ...changed }))
    await live(bot, '2026-12-11T12:00:00Z')
    expect(told('bram')).toEqual([])
  })

  it.each([
    ['left', { left: true }],
    ['said no', { consent: 'no' as const }],
    ['will think about it', { consent: 'later' as const }],
    ['cannot be reached', { reach: 'no' as const }],
    ['paused', { paused: '2026-12-20' }],
  ])('does not come to an owner who %s', async (_name, changed) => {
    await mine('2026-12-10')
    await changePerson(bot, 'bram', changed)
    await live(bot, '2026-12-11T12:00:00Z')
    expect(told('bram')).toEqual([])
  })

  it('reads in the owner’s language', async () => {
    await mine('2026-12-10')
    await changePerson(bot, 'bram', { language: 'en' })
    await live(bot, '2026-12-09T14:30:00Z')
    expect(words(told('bram')[0])).toContain('How is it going?')
    expect(
      told('bram')
        .flatMap(buttonsOf)
        .map(({ label }) => label),
    ).toEqual(['Done', 'Ongoing', 'Let go'])
  })

  it('stays true when others change it afterwards', async () => {
    await mine('2026-12-10')
    await live(bot, '2026-12-09T14:30:00Z')
    const { id } = await only()
    await bot.submit('chris', await open('chris', 'Pas aan'), {
      [`words-${id}`]: 'boeken lenen',
      [`state-${id}`]: 'open',
    })
    expect(words(told('bram')[0])).toContain('boeken lenen')
    await press('Gelukt')
    expect(await only()).toMatchObject({ state: 'done', words: 'boeken lenen' })
    expect(bot.channel().map(words)).toContain('Afgesproken: boeken halen (Bram, 10 december)')
  })
})

describe('before a meeting', () => {
  it('the newest of many are shown, and the form to change holds the same ones', async () => {
    await bot.change(...Array.from({ length: 6 }, (_, n) => agreements.put(agreed(`lied ${n}`))))
    await planMeeting(bot, '2026-12-07')
    await live(bot, '2026-12-04T14:30:00Z')
    const message = bot.channel().at(-1)
    expect(words(message)).toContain(
      'Pas aan.\nsamen lied 2\nsamen lied 3\nsamen lied 4\nsamen lied 5\nEn nog 2 eerdere: typ “afspraken”.',
    )
    expect(words(message)).not.toMatch(/samen lied [01]/)
    const form = formIn(await bot.pressRef('bram', buttonIn(message, 'Pas aan').ref))
    const values = Object.fromEntries(form.fields.map(({ id, value }) => [id, value as string]))
    expect(Object.values(values).filter((each) => each.startsWith('samen'))).toEqual(
      [2, 3, 4, 5].map((n) => `samen lied ${n}`),
    )
    await bot.submit('bram', form, { ...values, 'state-lied 5': 'done' })
    expect(agreements.get(await bot.state(), 'lied 5')?.state).toBe('done')
  })
})
