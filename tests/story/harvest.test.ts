import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Values } from '../../src/contracts/form.ts'
import { rounds } from '../../src/round/round.ts'
import { stories, tales } from '../../src/story/story.ts'
import { answer, formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, everything, live, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { five, summariesIn } from '../support/month.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  // A day to catch up what was missed since November.
  await bot.at('2027-06-01T20:00:00Z')
})
afterEach(() => bot.close())

const opens = '2027-06-03T13:30:00Z'
const closes = '2027-06-15T13:30:00Z'
const invitation = () => bot.channel().find((each) => words(each).includes('Het jaar is bijna om.'))
const harvested = () =>
  bot.channel().find((each) => words(each).startsWith('De oogst van dit jaar\nHier zijn we blij mee'))
const story = { happened: 'We keken bij elkaar in de klas', noticed: 'Meer rust', share: 'inside' }
async function tell(user: string, values: Values) {
  const form = formIn(await bot.pressRef(user, buttonIn(invitation(), 'Vertel je verhaal').ref))
  return bot.submit(user, form, values)
}
const fill = (user: string) => answer(bot, user, [{ proud: `blij ${user}` }, { task: `plan ${user}` }])

describe('the harvest', () => {
  it('is asked once, in the first weeks of June, at half past three', async () => {
    await live(bot, new Date(Date.parse(opens) - 1).toISOString())
    expect(invitation()).toBeUndefined()
    await live(bot, opens)
    expect(words(invitation())).toBe(`De oogst van dit jaar
Het jaar is bijna om. Waar zijn jullie blij mee, en hoe willen jullie verder? Vier korte vragen, klaar in een paar minuten.
[Invullen]
[Vertel je verhaal]
Invullen kan tot dinsdag 15 juni, 15:30 uur.
Het netwerk ziet de antwoorden bij elkaar, zonder namen, vanaf 5 mensen.`)
    await live(bot, '2027-07-30T15:00:00Z')
    expect(rounds.all(await bot.state()).filter(({ feature }) => feature === 'harvest')).toHaveLength(1)
  })

  it('is not for a network that did not meet this year', async () => {
    const quiet = await quietKit()
    await quiet.at('2027-06-02T20:00:00Z')
    await live(quiet, '2027-06-30T15:00:00Z')
    expect(rounds.all(await quiet.state()).filter(({ feature }) => feature === 'harvest')).toEqual([])
    await quiet.close()
  })

  it('comes back to all from the minimum on, with the way to an agreement', async () => {
    await live(bot, opens)
    for (const user of five) await fill(user)
    await live(bot, closes)
    const text = words(harvested()).replace(/(blij|plan) (anna|bram|chris|dewi|emre)/g, '$1')
    expect(text).toBe(`De oogst van dit jaar
Hier zijn we blij mee
blij
blij
blij
blij
blij
Voorstellen voor volgend jaar
plan
plan
plan
plan
plan
Vulden bij een vraag minder dan 5 mensen iets in? Dan laat ik die antwoorden weg. Zo blijft iedereen vrij om te schrijven.
Vier het samen. En kies, als jullie elkaar weer zien, waar jullie volgend jaar mee aan de slag gaan.
[Noteer afspraak]`)
    const form = formIn(await bot.pressRef('bram', buttonIn(harvested(), 'Noteer afspraak').ref))
    await bot.submit('bram', form, { points: ['p0'], who: 'all' })
    expect(words(harvested())).toMatch(/Afgesproken: plan \w+ \(wij samen\)/)
    expect(everything(await bot.state()).answers).toBeUndefined()
  })

  it('of few answers it shows none, and points to the meeting', async () => {
    await live(bot, opens)
    for (const user of five.slice(1)) await fill(user)
    await live(bot, closes)
    expect(harvested()).toBeUndefined()
    expect(bot.channel().map(words).join('\n')).toContain(
      'Vertel elkaar, als jullie elkaar weer zien, waar je blij mee bent.',
    )
    expect(bot.channel().map(words).join('\n')).not.toMatch(/blij bram/)
  })

  it('reminds once, and shows in open', async () => {
    await live(bot, opens)
    await fill('bram')
    await live(bot, '2027-06-14T20:00:00Z')
    const reminded = (user: string) =>
      bot.privateTo(user).filter((each) => words(each).startsWith('Terugkijken op het jaar kan nog tot'))
    expect(reminded('chris')).toHaveLength(1)
    expect(reminded('bram')).toEqual([])
    expect(seen(await bot.say('chris', 'open'))).toContain(
      'Terugkijken op het jaar kan tot dinsdag 15 juni, 15:30 uur.',
    )
  })

  it('is told of in the summary of July, with only the stories that may go outside', async () => {
    await live(bot, opens)
    for (const user of five) await fill(user)
    await tell('bram', { ...story, share: 'outside' })
    await tell('chris', { happened: 'Dit blijft binnen', share: 'inside' })
    await live(bot, '2027-07-02T15:00:00Z')
    const text = words(summariesIn(bot).at(-1))
    expect(text).toContain('We keken samen terug op het jaar.')
    expect(text).toContain('We keken bij elkaar in de klas\nMeer rust')
    expect(text).toContain('\nVerhalen van dit jaar\nWe keken')
    expect(text).not.toContain('Dit blijft binnen')
  })
})

describe('a story', () => {
  beforeEach(() => live(bot, opens))

  it('is offered with the thanks', async () => {
    expect(seen(await fill('bram'))).toContain('Jij kiest wie het leest.\n[Vertel je verhaal]')
  })

  it('that was told is not asked for again', async () => {
    await tell('bram', story)
    const thanks = seen(await fill('bram'))
    expect(thanks).toContain('Je verhaal heb ik al. Je kunt het nog veranderen.\n[Vertel je verhaal]')
    expect(thanks).not.toContain('bijblijft')
    expect(seen(await fill('chris'))).toContain('Is er iets gebeurd wat je bijblijft?')
  })

  it('stands among the answers, with a name only for who wants that, whatever their number', async () => {
    await tell('bram', { ...story, name: 'named' })
    await tell('chris', { happened: 'Alles liep anders', share: 'outside', name: 'nameless' })
    await live(bot, closes)
    const text = bot.channel().map(words).join('\n')
    expect(text).toContain(
      'Verhalen van dit jaar\nAlles liep anders\nWe keken bij elkaar in de klas\nMeer rust (Bram)\n',
    )
    expect(text).not.toContain('Chris')
    const kept = everything(await bot.state())
    expect(kept.story).toBeUndefined()
    expect(JSON.stringify(kept.tale)).not.toMatch(/chris|Chris/)
  })

  it('rather not: back to its writer, shown to nobody and gone at the close', async () => {
    const reply = await tell('bram', { ...story, share: 'nobody' })
    expect(seen(reply)).toBe(
      'Goed, dit blijft van jou. Als de oogst sluit, wis ik het. Wil je het zelf houden? Kopieer het dan hier:\nWe keken bij elkaar in de klas\nMeer rust',
    )
    await live(bot, closes)
    expect(JSON.stringify(everything(await bot.state()))).not.toContain('in de klas')
  })

  it('can change until the close, and goes with who goes', async () => {
    await tell('bram', story)
    const form = formIn(await bot.pressRef('bram', buttonIn(invitation(), 'Vertel je verhaal').ref))
    expect(JSON.stringify(form.fields)).toContain('in de klas')
    await bot.submit('bram', form, { happened: 'Toch anders', share: 'outside' })
    expect(stories.all(await bot.state())).toMatchObject([{ parts: ['Toch anders', '', '', ''] }])
    await tell('chris', story)
    await changePerson(bot, 'chris', { consent: 'no' })
    expect(stories.all(await bot.state())).toHaveLength(1)
    await live(bot, closes)
    expect(tales.all(await bot.state())).toMatchObject([{ parts: ['Toch anders', '', '', ''] }])
  })

  it('is exported and erased, also when it was told with a name', async () => {
    await tell('bram', { ...story, name: 'named' })
    expect(JSON.stringify(await bot.pressRef('bram', 'example/privacy/data/0'))).toContain('in de klas')
    await live(bot, closes)
    expect(JSON.stringify(await bot.pressRef('bram', 'example/privacy/data/1'))).toContain('in de klas')
    const form = formIn(await bot.pressRef('bram', 'example/privacy/erase/0'))
    await bot.submit('bram', form, { sure: 'yes' })
    expect(JSON.stringify(everything(await bot.state()).tale ?? {})).not.toMatch(/in de klas|Bram/)
  })

  it.each([
    [{ share: 'inside' }, 'Vul hier nog iets in.'],
    [{ happened: 'thee' }, 'Kies iets uit de lijst.'],
    [{ happened: 'thee', share: 'iedereen' }, 'Kies iets uit de lijst.'],
    [{ happened: 'x'.repeat(501), share: 'inside' }, 'hooguit 500 tekens'],
    [{ happened: 'thee', share: 'inside', name: 'Anna' }, 'Kies iets uit de lijst.'],
  ])('%o keeps the form open and says why', async (values, sentence) => {
    expect(seen(await tell('bram', values))).toContain(sentence)
    expect(stories.all(await bot.state())).toEqual([])
  })

  it('after the close its button is kindly over', async () => {
    const { ref } = buttonIn(invitation(), 'Vertel je verhaal')
    const form = formIn(await bot.pressRef('bram', ref))
    await live(bot, closes)
    expect(seen(await bot.pressRef('bram', ref))).toBe('Dit is gesloten. Kijk in het kanaal.')
    expect(seen(await bot.submit('bram', form, story))).toBe('Dit is gesloten. Kijk in het kanaal.')
    expect(seen(await bot.pressRef('bram', ref.replace('example', 'elders')))).not.toContain('verhaal')
  })
})
