import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { summaries } from '../../src/summary/summary.ts'
import { answer, type Kit, kit } from '../support/kit.ts'
import { buttonIn, live, planMeeting } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import {
  agreed,
  five,
  november,
  novemberKit,
  posted,
  previewed,
  previewsTo,
  summariesIn,
} from '../support/month.ts'

let bot: Kit
afterEach(() => bot.close())

const withoutCard = (text: string) => text.replace(/Vraag van de maand\n.*\n/, '')

describe('the summary of a month', () => {
  beforeEach(async () => {
    bot = await novemberKit()
  })

  it('comes on the first school day at half past three, what they are happy with first', async () => {
    await planMeeting(bot, '2026-12-10')
    await live(bot, new Date(Date.parse(posted) - 1).toISOString())
    expect(summariesIn(bot)).toEqual([])
    await live(bot, posted)
    const [message] = summariesIn(bot)
    expect(withoutCard(words(message)).replace(/(goed|vraag) van \w+/g, '$1')).toBe(`Ons netwerk in november
Hier zijn we blij mee
Gelukt: samen koken
goed
goed
goed
goed
goed
Dit deden we
We kwamen bij elkaar op maandag 23 november en keken daarna terug.
Dit leverde het op
Plezier of energie
Iets wat ik ga doen of al doe
Dit spraken we af
samen lezen (voor 18 januari)
Hierover praten we verder
Een vraag voor ons samen: Wat zijn we samen anders gaan doen?
vraag
vraag
vraag
vraag
vraag
Binnenkort
Bijeenkomst: donderdag 10 december, 15:00 tot 16:00 uur
Dit bericht is van jullie. Willen jullie er op school iets van laten zien? Kies samen wat je deelt.
[Maak deelversie]`)
  })

  it('names nobody, and says nothing of what was let go or of who did not answer', async () => {
    await live(bot, posted)
    const text = words(summariesIn(bot)[0]).replace(/van \w+/g, '')
    expect(text).not.toMatch(/Anna|Bram|Fenna|Guus|%|zwijgen/)
  })

  it('tells a thing once; what still runs comes again beside something new', async () => {
    await live(bot, posted)
    await planMeeting(bot, '2026-12-08')
    await live(bot, '2027-01-06T15:00:00Z')
    expect(summariesIn(bot)).toHaveLength(2)
    expect(withoutCard(words(summariesIn(bot)[1]))).toBe(`Ons netwerk in december
Dit deden we
We kwamen bij elkaar op dinsdag 8 december.
Dit spraken we af
samen lezen (voor 18 januari)
Dit bericht is van jullie. Willen jullie er op school iets van laten zien? Kies samen wat je deelt.
[Maak deelversie]`)
  })

  it('never changes once it was posted, whatever happens to what it told', async () => {
    await live(bot, posted)
    const before = JSON.stringify(summariesIn(bot))
    await bot.change(
      agreements.put(agreed('lezen', { state: 'dropped', revision: 1 })),
      agreements.remove('koken'),
      ...meetings.all(await bot.state()).map(({ id }) => meetings.remove(id)),
    )
    const network = theNetwork(await bot.state())
    if (network) await bot.change(networks.put({ ...network, language: 'en', name: 'Anders' }))
    await live(bot, '2026-12-03T15:00:00Z')
    expect(JSON.stringify(summariesIn(bot))).toBe(before)
    expect(seen(await bot.say('bram', 'maandbericht'))).toContain('Gelukt: samen koken')
  })

  it('gives way to a meeting of that day, and to a full week', async () => {
    await planMeeting(bot, '2026-12-01')
    await live(bot, '2026-12-01T22:00:00Z')
    expect(summariesIn(bot)).toEqual([])
    await live(bot, '2026-12-02T14:30:00Z')
    expect(summariesIn(bot)).toEqual([])
    await live(bot, '2026-12-07T14:30:00Z')
    expect(summariesIn(bot)).toHaveLength(1)
  })

  it('shows a part of many words, and all of them to who wants to read on', async () => {
    await bot.change(
      ...Array.from({ length: 7 }, (_, n) => agreements.put(agreed(`lied ${n}`, { state: 'done' }))),
    )
    await live(bot, posted)
    const [message] = summariesIn(bot)
    expect(words(message).match(/samen lied/g)).toHaveLength(4)
    expect(words(message)).toContain('Er is meer. Lees het met de knop hieronder.')
    const all = await bot.pressRef('bram', buttonIn(message, 'Lees alles').ref)
    expect(seen(all).match(/samen lied/g)).toHaveLength(7)
  })

  it('tells of the newest agreements, and of no day that has passed', async () => {
    await bot.change(
      ...Array.from({ length: 3 }, (_, n) => agreements.put(agreed(`lied ${n}`))),
      agreements.put(agreed('dans', { date: '2026-11-20', state: 'carried' })),
      agreements.put(agreed('toneel', { date: '2026-11-27' })),
    )
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).toContain(
      'Dit spraken we af\nsamen lied 1\nsamen lied 2\nsamen dans: loopt nog\nsamen toneel: loopt nog\n',
    )
  })

  it('is in both languages: the channel in its own, a reader in theirs', async () => {
    await live(bot, posted)
    const english = seen(await bot.say('bram', 'summary', 'en'))
    for (const line of [
      'Our network in November',
      'What we are happy with',
      'Done: samen koken',
      'We met on Monday 23 November and looked back afterwards.',
      'Enjoyment or energy',
      'A question for all of us: What have we started doing differently together?',
      'samen lezen (by 18 January)',
      'What we will keep talking about',
    ])
      expect(english).toContain(line)
    expect(english).not.toMatch(/Hier zijn|Gelukt|We kwamen/)
  })

  it('follows a language that changes between the preview and the day itself', async () => {
    await live(bot, previewed)
    const network = theNetwork(await bot.state())
    if (network) await bot.change(networks.put({ ...network, language: 'en' }))
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).toContain('Our network in November\nWhat we are happy with')
    expect(words(summariesIn(bot)[0])).not.toContain('Gelukt')
  })

  it('after weeks of absence it is one message, not before half past three', async () => {
    await bot.at('2026-12-10T10:00:00Z')
    expect(summariesIn(bot)).toEqual([])
    expect(previewsTo(bot, 'anna')).toEqual([])
    await live(bot, '2026-12-11T15:00:00Z')
    expect(summariesIn(bot)).toHaveLength(1)
    expect(words(previewsTo(bot, 'anna')[0])).toContain('Dit bericht staat in het kanaal.')
  })
})

describe('the word', () => {
  beforeEach(async () => {
    bot = await novemberKit()
  })

  it('lets a teamleider post it now, without some lines, and then not again that month', async () => {
    const shown = await bot.say('anna', 'maandbericht')
    expect(seen(shown)).toContain('Zo ziet het volgende bericht er nu uit.\nOns netwerk in november')
    const reply = await bot.pressRef('anna', buttonIn(shown, 'Plaats nu').ref)
    if (reply.kind !== 'form') throw new Error(seen(reply))
    const values = Object.fromEntries(
      reply.form.fields.flatMap((each) =>
        each.tag === 'choices' && each.id !== 'talk' ? [[each.id, each.value ?? []]] : [],
      ),
    )
    const done = await bot.submit('anna', reply.form, values)
    expect(seen(done)).toBe('Dit bericht staat in het kanaal.')
    await bot.submit('anna', reply.form, values)
    expect(summariesIn(bot)).toHaveLength(1)
    expect(words(summariesIn(bot)[0])).not.toContain('vraag van')
    await live(bot, '2026-12-20T15:00:00Z')
    expect(summariesIn(bot)).toHaveLength(1)
    expect(seen(await bot.pressRef('anna', buttonIn(shown, 'Plaats nu').ref))).toContain('Dit is gesloten')
    expect(summaries.all(await bot.state()).map(({ id, state }) => [id, state])).toContainEqual([
      '2026-12',
      'posted',
    ])
  })

  it('shows once more what is to be posted when something came in between', async () => {
    const reply = await bot.pressRef('anna', buttonIn(await bot.say('anna', 'maandbericht'), 'Plaats nu').ref)
    if (reply.kind !== 'form') throw new Error(seen(reply))
    await bot.change(agreements.put(agreed('zingen')))
    const again = await bot.submit('anna', reply.form, { agreed: ['agreed-lezen'] })
    expect(seen(again)).toContain('Er kwam net iets bij.')
    expect(summariesIn(bot)).toEqual([])
  })

  it('gives a member the last one, and no preview', async () => {
    expect(seen(await bot.say('bram', 'maandbericht'))).toContain('Er is nog geen maandbericht.')
    await live(bot, posted)
    expect(seen(await bot.say('bram', 'maandbericht'))).toContain('Ons netwerk in november')
    expect(seen(await bot.say('hanna', 'summary', 'en'))).toContain('Our network in November')
    expect(previewsTo(bot, 'bram')).toEqual([])
  })
})

describe('looking back after a round of answers that were few', () => {
  it('tells nothing of them', async () => {
    bot = await kit()
    await bot.drain()
    for (const user of five.slice(0, 4)) await answer(bot, user, [{ good: `goed van ${user}` }, {}])
    await live(bot, november)
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).toContain('We kwamen bij elkaar op maandag 23 november.')
    expect(words(summariesIn(bot)[0])).not.toMatch(/goed van|keken/)
  })
})
