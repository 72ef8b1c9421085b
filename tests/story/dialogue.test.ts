import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draws } from '../../src/features/dialogue/records.ts'
import { emptyChannel, exampleChannel } from '../../src/playground.ts'
import { hostile } from '../contracts/hostile.ts'
import type { Kit } from '../support/kit.ts'
import { account, buttonIn, live, planMeeting, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const all = async () => draws.all(await bot.state())
const inChannel = (user: string, typed = 'kaart') => bot.say(user, typed, 'nl', exampleChannel)
const last = () => bot.channel().at(-1)
const labels = () =>
  buttonsOf(last() ?? { language: 'nl', summary: '', blocks: [] }).map(({ label }) => label)
const press = (user: string, label: string) => bot.pressRef(user, buttonIn(last(), label).ref)
const questionIn = (text: string) => text.split('\n')[1] ?? ''

const open = ['Bewaar voor bijeenkomst', 'Andere kaart', 'We spraken erover', 'Nu even niet']

describe('a card in the channel', () => {
  it('is there at once, with how to talk on it and nothing to fill in', async () => {
    expect(seen(await inChannel('bram'))).toBe('De kaart staat in het kanaal.')
    expect(seen(await inChannel('anna'))).toBe('De kaart staat in het kanaal.\n[Onze kaarten]')
    expect(bot.channel()).toHaveLength(2)
    expect(words(last())).toMatch(
      /^Een vraag voor tussendoor of voor jullie volgende bijeenkomst:\n.*\?\nDenk eerst zelf na, praat dan met z'n tweeën en daarna met de groep\.\nJe hoeft hier niet te antwoorden\./,
    )
    expect(labels()).toEqual(open)
    for (const { opens } of buttonsOf(last() ?? expect.fail())) expect(opens).toBe('nothing')
  })

  it.each([
    [
      'Bewaar voor bijeenkomst',
      'kept',
      'Bewaard. Deze vraag komt terug zodra jullie weer een bijeenkomst plannen.',
    ],
    ['We spraken erover', 'talked', 'Jullie spraken erover.'],
    ['Nu even niet', 'later', 'Prima, nu even niet.'],
  ])('%s takes the place of the buttons for all, and can be undone', async (label, state, sentence) => {
    await inChannel('bram')
    const before = words(last())
    expect(seen(await press('chris', label))).toBe('')
    expect(bot.channel()).toHaveLength(1)
    expect(words(last())).toContain(sentence)
    expect(words(last())).not.toContain('Chris')
    expect(labels()).toEqual(['Maak ongedaan'])
    expect(await all()).toMatchObject([{ state }])
    await press('dewi', 'Maak ongedaan')
    expect(words(last())).toBe(before)
    await press('chris', label)
    expect(await all()).toMatchObject([{ state, revision: 3 }])
  })

  it('that is kept says when it comes back, as far as they planned that', async () => {
    await inChannel('bram')
    await press('chris', 'Bewaar voor bijeenkomst')
    expect(words(last())).toContain('zodra jullie weer een bijeenkomst plannen.')
    await planMeeting(bot, '2026-11-30')
    expect(words(bot.channel()[0])).toContain('Deze vraag komt terug vlak voor jullie volgende bijeenkomst.')
    // Talked about in the meeting, it does not come back.
    await live(bot, '2026-12-02T15:00:00Z')
    await inChannel('dewi')
    expect(bot.channel().map(words).join()).not.toContain('zodra jullie weer')
  })

  it('becomes another one, once, and the first one again', async () => {
    await inChannel('bram')
    const first = questionIn(words(last()))
    await press('chris', 'Andere kaart')
    const second = questionIn(words(last()))
    expect(second).not.toBe(first)
    expect(labels()).toEqual([
      'Bewaar voor bijeenkomst',
      'We spraken erover',
      'Nu even niet',
      'Maak ongedaan',
    ])
    await press('chris', 'Maak ongedaan')
    expect(questionIn(words(last()))).toBe(first)
    expect(labels()).toEqual(['Bewaar voor bijeenkomst', 'We spraken erover', 'Nu even niet'])
    expect((await all())[0]?.cards).toHaveLength(2)
  })

  it('pressed twice, or by two at a time, happens once', async () => {
    await inChannel('bram')
    const { ref } = buttonIn(last(), 'Andere kaart')
    const replies = await Promise.all(['chris', 'chris', 'dewi'].map((user) => bot.pressRef(user, ref)))
    expect(replies.map(seen).filter((each) => each !== '')).toEqual([
      'Deze knop werkt niet meer. Typ “help” om te zien wat wel kan.',
    ])
    expect(await all()).toMatchObject([{ revision: 1 }])
  })

  it('loses its buttons to the next card, and says so to who still presses one', async () => {
    await inChannel('bram')
    const { ref } = buttonIn(last(), 'Nu even niet')
    await inChannel('chris')
    const [older, newer] = bot.channel()
    expect(buttonsOf(older ?? expect.fail())).toEqual([])
    expect(buttonsOf(newer ?? expect.fail())).toHaveLength(4)
    expect(seen(await bot.pressRef('bram', ref))).toMatch(/^Deze knop werkt niet meer/)
    expect((await all()).map(({ state }) => state)).toEqual(['silent', 'open'])
  })

  it('what was kept stays so when the next card comes, and can still be undone', async () => {
    await inChannel('bram')
    const { ref } = buttonIn(last(), 'Bewaar voor bijeenkomst')
    await bot.pressRef('bram', ref)
    await inChannel('chris')
    const [kept] = bot.channel()
    expect(words(kept)).toContain('Bewaard.')
    await bot.pressRef('bram', buttonIn(kept, 'Maak ongedaan').ref)
    expect(buttonsOf(bot.channel()[0] ?? expect.fail())).toHaveLength(4)
  })

  it('never comes a second time until all have been there', async () => {
    for (let n = 0; n < 72; n++) await inChannel('bram')
    const asked = (await all()).flatMap(({ cards }) => cards)
    expect(new Set(asked).size).toBe(72)
    expect(seen(await inChannel('bram'))).toBe('Jullie hebben alle kaarten van dit jaar al gezien.')
    expect(seen(await bot.say('bram', 'kaart'))).toBe('Jullie hebben alle kaarten van dit jaar al gezien.')
    await bot.at('2027-11-24T12:00:00Z')
    expect(seen(await inChannel('bram'))).toBe('De kaart staat in het kanaal.')
    expect(await all()).toHaveLength(1)
  })
})

describe('a card in private', () => {
  it('is a private word in the own language, and nothing stands in the channel', async () => {
    const shown = await bot.say('bram', 'card', 'en')
    expect(seen(shown)).toMatch(
      /^A question for in between, or for your next meeting:\n.*\?\nThink about it alone first/,
    )
    expect(seen(shown)).toContain('[Keep for the meeting]\n[Another card]\n[We talked about it]')
    expect(seen(shown)).not.toContain('[Not now]')
    expect(bot.channel()).toEqual([])
    expect(JSON.stringify(await all())).not.toMatch(/bram/i)
  })

  it('can be kept, changed and undone, each as a new private word', async () => {
    const shown = await bot.say('bram', 'kaart')
    const other = await bot.pressRef('bram', buttonIn(shown, 'Andere kaart').ref)
    expect(questionIn(seen(other))).not.toBe(questionIn(seen(shown)))
    const kept = await bot.pressRef('bram', buttonIn(other, 'Bewaar voor bijeenkomst').ref)
    expect(seen(kept)).toContain('Bewaard.')
    expect(seen(await bot.pressRef('bram', buttonIn(other, 'Bewaar voor bijeenkomst').ref))).toBe(seen(kept))
    const again = await bot.pressRef('bram', buttonIn(kept, 'Maak ongedaan').ref)
    expect(seen(again)).toBe(seen(other))
    expect(seen(await bot.pressRef('bram', buttonIn(shown, 'We spraken erover').ref))).toMatch(
      /^Deze knop werkt niet meer/,
    )
    expect(bot.channel()).toEqual([])
  })

  it('may still come up in the channel, but not in private twice', async () => {
    for (let n = 0; n < 72; n++) await bot.say('bram', 'kaart')
    expect(new Set((await all()).map(({ now }) => now)).size).toBe(72)
    await inChannel('chris')
    expect(bot.channel()).toHaveLength(1)
  })
})

describe('a private word that a platform repeats', () => {
  it('shows nobody the card that somebody else drew meanwhile', async () => {
    const typed = (user: string) =>
      bot.bot.receive({
        kind: 'command',
        words: 'kaart',
        id: `event-${user}`,
        who: account(user),
        where: { platform: 'web', tenant: 'playground', id: `private-${user}`, kind: 'private' },
      })
    expect((await typed('bram')).kind).toBe('word')
    expect((await typed('chris')).kind).toBe('word')
    expect(await typed('bram')).toEqual({ kind: 'nothing' })
    expect(await all()).toHaveLength(2)
  })
})

describe('kaart with a theme', () => {
  it.each([
    ['kaart vertrouwen', 'nl', 'VK'],
    ['card trust', 'en', 'VK'],
    ['kaart learning together', 'nl', 'SL'],
    ['KAART   feedback en dialoog', 'nl', 'FD'],
  ] as const)('%s draws one of it', async (typed, language, id) => {
    await bot.say('bram', typed, language, exampleChannel)
    await press('bram', 'Andere kaart')
    const [{ cards = [] } = {}] = await all()
    expect(cards).toHaveLength(2)
    for (const card of cards) expect(card).toMatch(new RegExp(`^${id}-`))
  })

  it('offers the three nearest, and draws where it was typed', async () => {
    const offered = await inChannel('bram', 'kaart vertrouwn')
    expect(seen(offered)).toMatch(
      /^Over “vertrouwn” heb ik geen kaarten\. Misschien over een van deze thema's\?\n\[Veiligheid en vertrouwen\]\n\[.*\]\n\[.*\]$/,
    )
    const { ref } = buttonIn(offered, 'Veiligheid en vertrouwen')
    const priv = { ...exampleChannel, id: 'private-bram', kind: 'private' as const }
    for (let n = 0; n < 2; n++)
      expect(seen(await bot.pressRef('bram', ref, 'nl', priv))).toBe('De kaart staat in het kanaal.')
    expect(await all()).toMatchObject([{ theme: 'VK', where: 'channel' }])
    const alone = await bot.say('chris', 'card trsut', 'en')
    expect(seen(await bot.pressRef('chris', buttonIn(alone, 'Safety and trust').ref, 'en', priv))).toMatch(
      /^A question/,
    )
    expect(bot.channel()).toHaveLength(1)
  })

  it('of which all have been there says so, and draws another', async () => {
    for (let n = 0; n < 6; n++) await inChannel('bram', 'kaart feedback')
    const none = await inChannel('bram', 'kaart feedback')
    expect(seen(none)).toBe('Alle kaarten over feedback en dialoog zijn dit jaar al geweest.\n[Andere kaart]')
    await bot.pressRef('bram', buttonIn(none, 'Andere kaart').ref)
    expect(bot.channel()).toHaveLength(7)
  })

  it('shows what somebody typed as their words, whatever it is', async () => {
    for (const typed of hostile) {
      const reply = await bot.say('bram', `kaart ${typed}`)
      if (reply.kind !== 'word') throw new Error(typed)
      const { text = [] } = reply.message.blocks[0]?.tag === 'paragraph' ? reply.message.blocks[0] : {}
      expect(text, typed).toContainEqual({ said: expect.any(String) })
      expect(JSON.stringify([text].flat().filter((part) => typeof part === 'string'))).not.toContain('alert')
    }
    expect(await all()).toEqual([])
  })
})

describe('forged and foreign', () => {
  it.each(['keep', 'talked', 'later', 'other', 'undo'])(
    '%s of a card that is not there does nothing',
    async (action) => {
      await inChannel('bram')
      for (const ref of [
        `example/dialogue/${action}/id999/0`,
        `example/dialogue/${action}/constructor/0`,
        `example/dialogue/${action}`,
      ])
        expect(seen(await bot.pressRef('bram', ref))).toMatch(/^Deze knop werkt niet meer/)
      expect(await all()).toMatchObject([{ state: 'open', revision: 0 }])
    },
  )

  it('a card of another network is not for here', async () => {
    await inChannel('bram')
    const ref = buttonIn(last(), 'Nu even niet').ref.replace('example', 'another')
    expect(seen(await bot.pressRef('bram', ref))).not.toBe('')
    expect(await all()).toMatchObject([{ state: 'open' }])
    expect(
      seen(await bot.pressRef('kim', buttonIn(last(), 'Nu even niet').ref, 'nl', emptyChannel)),
    ).not.toBe('')
    expect(await all()).toMatchObject([{ state: 'open' }])
  })

  it.each([
    'theme/XX/channel/0',
    'theme/DO/everywhere/0',
    'theme',
    'slow/often/0',
    'slow/undo/0',
    'every/undo/0',
    'every/month/7',
    'every/constructor/0',
  ])('%s does nothing', async (forged) => {
    expect(seen(await bot.pressRef('anna', `example/dialogue/${forged}`))).toMatch(
      /^Deze knop werkt niet meer/,
    )
    expect(bot.channel()).toEqual([])
  })
})
