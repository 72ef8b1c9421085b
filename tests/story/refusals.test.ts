import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import { members } from '../../src/network/member.ts'
import { networks } from '../../src/network/network.ts'
import { exampleChannel } from '../../src/playground.ts'
import { answersTable } from '../../src/round/round.ts'
import { answer, formIn, type Kit, kit } from '../support/kit.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const everyone = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']
const third = '2026-11-26T14:30:00Z'
const elsewhere: Place = { platform: 'web', tenant: 'playground', id: 'other', kind: 'channel' }
const open = (user: string) => bot.pressRef(user, bot.button('Invullen').ref)
const memberRecord = async (user: string) => {
  const member = members.get(await bot.state(), user)
  if (!member) throw new Error(`no member ${user}`)
  return member
}
const saved = async () => answersTable.all(await bot.state())

describe('the same thing twice', () => {
  it('saves once and answers twice, with the same id and with a new one', async () => {
    const form = formIn(await open('bram'))
    const first = await bot.submit('bram', form, { good: 'de koffie' })
    const again = await bot.submit('bram', form, { good: 'de koffie' })
    expect(seen(again)).toBe(seen(first))
    expect(await saved()).toHaveLength(1)
    expect((await saved())[0]?.revision).toBe(1)
  })

  it('saves once when twenty come at the same moment', async () => {
    const form = formIn(await open('bram'))
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => bot.submit('bram', form, { good: 'de koffie' })),
    )
    expect(new Set(replies.map(({ kind }) => kind))).toEqual(new Set(['form']))
    expect((await saved())[0]?.revision).toBe(1)
  })

  it('loses neither of two windows without saying so: the last one sent stands', async () => {
    const [left, right] = [formIn(await open('bram')), formIn(await open('bram'))]
    await bot.submit('bram', left, { good: 'links' })
    await bot.submit('bram', right, { good: 'rechts' })
    expect((await saved())[0]).toMatchObject({ revision: 2, values: { good: 'rechts' } })
    await bot.submit('bram', left, { good: 'links' })
    expect((await saved())[0]).toMatchObject({ revision: 2, values: { good: 'rechts' } })
  })

  it('notes an agreement once, and opens no second round', async () => {
    for (const user of everyone) await answer(bot, user, [{ next: `punt ${user}` }, {}])
    await bot.at(third)
    const form = formIn(await bot.pressRef('chris', bot.button('Noteer afspraak').ref))
    const values = { own: 'op tijd beginnen', who: 'all' }
    const replies = await Promise.all([bot.submit('chris', form, values), bot.submit('chris', form, values)])
    expect(replies.map(seen)).toEqual(Array(2).fill('Genoteerd. De afspraak staat in het kanaal.'))
    expect(agreements.all(await bot.state())).toHaveLength(1)
    await bot.say('anna', 'evaluatie')
    expect(bot.channel()).toHaveLength(2)
  })

  it('forgets what it handled after two days, and not before one', async () => {
    const form = formIn(await open('bram'))
    await bot.submit('bram', form, { good: 'eerst' })
    await bot.submit('bram', formIn(await open('bram')), { good: 'later' })
    bot.jump('2026-11-24T15:20:00Z')
    await bot.submit('bram', form, { good: 'eerst' })
    expect((await saved())[0]?.values).toEqual({ good: 'later' })
  })
})

describe('a form for a round that is over', () => {
  it('gets a friendly word, keeps the text in the form and changes nothing', async () => {
    const form = formIn(await open('bram'))
    const ref = bot.button('Invullen').ref
    for (const user of everyone) await answer(bot, user, [{ good: 'fijn' }, {}])
    await bot.at(third)
    expect(await bot.submit('bram', form, { good: 'te laat' })).toEqual({
      kind: 'errors',
      errors: {},
      all: ['Dit is gesloten. Kijk in het kanaal.'],
    })
    expect(seen(await bot.pressRef('bram', ref))).toBe('Dit is gesloten. Kijk in het kanaal.')
    expect(words(bot.channel()[1])).not.toContain('te laat')
    expect(await saved()).toEqual([])
  })
})

describe('somebody who does not take part', () => {
  it('hears so kindly, with the way in, and is a member only after saying yes', async () => {
    const refused = await open('ilse')
    expect(seen(refused)).toContain('Dit is voor wie meedoet. Meedoen kan altijd.')
    const [join] = refused.kind === 'word' ? buttonsOf(refused.message) : []
    const form = formIn(await bot.pressRef('ilse', join?.ref ?? ''))
    expect(seen({ kind: 'form', form })).toContain('Wie ziet wat?')
    expect(members.all(await bot.state())).toHaveLength(8)
    expect(seen(await bot.submit('ilse', form, { consent: 'misschien' }))).toBe('Kies iets uit de lijst.')
    await bot.submit('ilse', form, { consent: 'yes' })
    expect(members.all(await bot.state())).toHaveLength(9)
    expect((await open('ilse')).kind).toBe('form')
  })

  it('cannot get in from outside the network, whatever they forge', async () => {
    for (const ref of ['example/membership/consent', bot.button('Invullen').ref]) {
      const reply = await bot.pressRef('mallory', ref, 'nl', elsewhere)
      expect(reply.kind).toBe('word')
    }
    expect(members.all(await bot.state())).toHaveLength(8)
  })

  it('who left has no answers any more and gets the same word in their own language', async () => {
    await answer(bot, 'bram', [{ good: 'weg ermee' }, {}])
    const form = formIn(await open('bram'))
    const consent = formIn(await bot.pressRef('bram', 'example/membership/consent'))
    await bot.submit('bram', consent, { consent: 'no' })
    expect(await saved()).toEqual([])
    expect(seen(await bot.submit('bram', form, { good: 'toch' }, { language: 'en' }))).toBe(
      'This is for people who take part. You can join at any time.',
    )
    await bot.change(members.put({ ...(await memberRecord('chris')), left: true }))
    expect(seen(await open('chris'))).toContain('Dit is voor wie meedoet.')
  })

  it('the coach guides, and answers only after saying yes', async () => {
    expect(seen(await open('hanna'))).toContain('Dit is voor wie meedoet.')
    await bot.pressRef('hanna', bot.button('Liever hardop').ref)
    expect(words(bot.channel()[0])).toContain('Neem er samen vijf minuten voor')
  })
})

describe('what is not theirs', () => {
  it('a member cannot choose how they look back, nor the language', async () => {
    expect(seen(await bot.pressRef('bram', bot.button('Liever hardop').ref))).toBe(
      'Dit is voor de teamleider en de netwerkcoach.',
    )
    expect(seen(await bot.say('bram', 'instellingen taal en'))).toBe('Dit is voor de teamleider.')
    expect(seen(await bot.say('hanna', 'instellingen taal en'))).toBe('Dit is voor de teamleider.')
    expect(words(bot.channel()[0])).toContain('Jullie bijeenkomst zit erop.')
  })

  it('forged buttons and forms get a friendly word and change nothing', async () => {
    const forged = [
      'example/evaluation/answer/nonsense',
      'example/evaluation/close/id1',
      'example/nothing/at/all',
      'example/evaluation/toString/id1',
      'other/evaluation/answer/id1',
      '../../etc/passwd',
      '',
      'x'.repeat(5000),
    ]
    for (const ref of forged) {
      const reply = await bot.pressRef('bram', ref)
      expect(seen(reply)).toMatch(/Deze knop werkt niet meer|Dit is gesloten|geen netwerk/)
    }
    const form = formIn(await open('bram'))
    expect(seen(await bot.submit('bram', form, { value: ['direct'], __proto__: 'x' }))).not.toBe('')
    const second = { ...form, step: 2 }
    expect(seen(await bot.submit('bram', second, { value: ['winning'] }))).toBe('Kies iets uit de lijst.')
    expect((await bot.submit('bram', { ...form, step: 99 }, { good: 'x' })).kind).toBe('errors')
    for (const { values } of await saved()) expect(values).toEqual({})
  })
})

describe('what people write', () => {
  it('too much is said beside the field, nothing of the step is kept, and the limit itself is fine', async () => {
    const form = formIn(await open('bram'))
    const long = await bot.submit('bram', form, { good: 'a'.repeat(10_000), next: 'kort' })
    expect(long).toEqual({
      kind: 'errors',
      errors: { good: ['Wat lang: hooguit ', '500', ' tekens. Je tekst staat er nog.'] },
    })
    expect(await saved()).toEqual([])
    expect((await bot.submit('bram', form, { good: '😀'.repeat(500) })).kind).toBe('form')
  })

  it('comes back as what somebody said, word for word', async () => {
    const odd = [
      '<!channel> kom',
      '‮omgekeerd',
      '😀👩‍👩‍👧',
      '*vet* _schuin_',
      '=1+1',
      '<script>alert(1)</script>',
      'gewoon',
    ]
    for (const [index, user] of everyone.entries()) await answer(bot, user, [{ good: odd[index] ?? '' }, {}])
    await bot.at(third)
    const quotes = bot.channel()[1]?.blocks.flatMap((block) => (block.tag === 'quotes' ? block.quotes : []))
    expect(quotes?.map(({ said }) => said).sort()).toEqual([...odd].sort())
  })

  it('a lone half of an emoji does not break anything', async () => {
    await answer(bot, 'bram', [{ good: 'kapot \ud83d' }, {}])
    expect((await saved())[0]?.values.good).toBe('kapot \ufffd')
  })
})

describe('an unknown word', () => {
  it('gets the nearest one and the help, in both languages', async () => {
    expect(seen(await bot.say('anna', 'evaluatei'))).toContain('Bedoel je “evaluatie”?')
    expect(seen(await bot.say('anna', 'evalution', 'en'))).toContain('Do you mean “evaluation”?')
    expect(seen(await bot.say('bram', '😀 '.repeat(5000)))).toContain('Dit kun je tegen me zeggen.')
    expect(seen(await bot.say('bram', ''))).toContain('help: laat zien wat ik kan')
  })

  it('knows each word in both languages, whatever language somebody reads', async () => {
    expect(seen(await bot.say('anna', 'Evaluation'))).toContain('De evaluatie staat open tot')
    expect(seen(await bot.say('anna', 'EVALUATIE', 'en'))).toContain('The evaluation is open until')
  })

  it('offers only what somebody may do', async () => {
    const helpOf = async (user: string) => seen(await bot.say(user, 'help'))
    const wordsOf = async (user: string) =>
      (await helpOf(user)).split('\n').flatMap((line) => /^(\w+): /.exec(line)?.[1] ?? [])
    const member = ['help', 'open', 'afspraken', 'maandbericht', 'kaart', 'pauze', 'privacy']
    const lead = ['help', 'open', 'afspraken', 'evaluatie', 'monitor', 'bijeenkomst', 'retro']
    expect(await wordsOf('bram')).toEqual(member)
    expect(await wordsOf('anna')).toEqual([
      ...lead,
      ...['maandbericht', 'kaart', 'pauze', 'privacy', 'leden', 'instellingen'],
    ])
    expect(await wordsOf('hanna')).toEqual([...lead, 'maandbericht', 'kaart', 'pauze', 'privacy'])
    expect(await helpOf('hanna')).toContain('of “eigen” voor vragen van jullie zelf')
    expect(await helpOf('anna')).toContain('voor jou of voor het hele netwerk')
    expect(await helpOf('bram')).not.toMatch(/eigen|hele netwerk/)
    expect(seen(await bot.say('bram', 'retrro'))).not.toContain('“retro”')
    const [network] = networks.all(await bot.state())
    if (network) await bot.change(networks.put({ ...network, retros: 'all' }))
    expect(await wordsOf('bram')).toContain('retro')
  })

  it('says what a guest of the channel can do', async () => {
    const shown = seen(await bot.say('ilse', 'help', 'nl', exampleChannel))
    expect(shown).toContain('privacy: ')
    expect(shown).not.toMatch(/^(start|afspraken|kaart|retro):/m)
  })

  it('says where to begin to somebody without a network', async () => {
    expect(seen(await bot.say('mallory', 'help'))).toContain('Ik weet nog niet bij welk netwerk je hoort.')
  })
})
