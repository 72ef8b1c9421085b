import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import { members, teamleiders } from '../../src/network/member.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { exampleChannel } from '../../src/playground.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { account, buttonIn, changePerson, hear, live, person, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const consent = 'example/membership/consent'
const choose = async (user: string, choice: string) =>
  bot.submit(user, formIn(await bot.pressRef(user, consent)), { consent: choice })
const known = async (name: string) => members.all(await bot.state()).find((each) => each.name === name)
const leave = (user: string) => hear(bot, account(user), exampleChannel, { kind: 'person-left' })
const leads = async () => teamleiders(await bot.state()).map(({ id }) => id)
const give = async (who: string, role: string, by = 'anna') =>
  bot.submit(by, formIn(await bot.pressRef(by, 'example/membership/role')), { who, role })

describe('taking part', () => {
  it('is each person’s own press, with who sees what before the choice', async () => {
    const form = await bot.pressRef('ilse', consent)
    for (const part of ['Wie ziet wat?', 'in een kleine groep', 'Stoppen kan altijd', 'Jouw keuze'])
      expect(seen(form)).toContain(part)
    expect(await known('ilse')).toBeUndefined()
  })

  it('yes: a word, and a first private post that shows the place', async () => {
    expect(seen(await choose('ilse', 'yes'))).toBe(
      'Fijn dat je meedoet! Druk op Invullen als er iets openstaat.',
    )
    expect(bot.privateTo('ilse').map(words)).toEqual([
      'Hoi! Hier kan ik je bereiken zonder dat anderen meelezen. Ik vraag je hooguit twee keer per week iets voor dit netwerk. Typ “open” om te zien wat er nu loopt.',
    ])
    expect(await known('ilse')).toMatchObject({ consent: 'yes', reach: 'yes', roles: [] })
  })

  it('yes where no private word arrives: takes part all the same', async () => {
    bot.chat.refusals.push(new SendFailed('gone', 'no chat'))
    await choose('ilse', 'yes')
    expect(await known('ilse')).toMatchObject({ consent: 'yes', reach: 'no' })
    expect(bot.privateTo('ilse')).toEqual([])
  })

  it('yes twice is one member and one post', async () => {
    const form = formIn(await bot.pressRef('ilse', consent))
    await Promise.all([1, 2, 3].map(() => bot.submit('ilse', form, { consent: 'yes' })))
    expect(members.all(await bot.state()).filter(({ name }) => name === 'ilse')).toHaveLength(1)
    expect(bot.privateTo('ilse')).toHaveLength(1)
  })

  it('no: no private word, ever, and the button keeps working', async () => {
    expect(seen(await choose('ilse', 'no'))).toBe('Prima. De knop blijft werken.')
    await live(bot, '2026-12-18T15:00:00Z')
    expect(bot.privateTo('ilse')).toEqual([])
    await choose('ilse', 'yes')
    expect(bot.privateTo('ilse')).toHaveLength(1)
  })

  it('later: once more, on the fifth school day', async () => {
    expect(seen(await choose('ilse', 'later'))).toBe('Goed, over een paar dagen vraag ik het nog één keer.')
    await live(bot, '2026-11-30T14:29:00Z')
    expect(bot.privateTo('ilse')).toEqual([])
    await live(bot, '2026-11-30T14:30:00Z')
    const [asked] = bot.privateTo('ilse')
    expect(words(asked)).toContain(
      'Je vroeg me het later nog eens te vragen. Doe je mee met Voorbeeldnetwerk?',
    )
    expect(buttonIn(asked, 'Doe je mee?').opens).toBe('form')
    await live(bot, '2027-02-01T15:00:00Z')
    expect(bot.privateTo('ilse')).toHaveLength(1)
  })

  it('later and then yes or no is not asked again', async () => {
    await choose('ilse', 'later')
    await choose('ilse', 'no')
    await live(bot, '2026-12-18T15:00:00Z')
    expect(bot.privateTo('ilse')).toEqual([])
  })

  it('in English for who reads English', async () => {
    const form = formIn(await bot.pressRef('ilse', consent, 'en'))
    const done = await bot.submit('ilse', form, { consent: 'yes' }, { language: 'en' })
    expect(seen(done)).toBe('Good to have you! Press Fill in when something is open.')
    expect(words(bot.privateTo('ilse')[0])).toContain('This is where I can reach you privately.')
  })
})

describe('the welcome word', () => {
  const begun = async (minimum: number) => {
    const network = theNetwork(await bot.state())
    if (network) await bot.change(networks.put({ ...network, minimum, started: '2026-11-23' }))
  }

  it('tells the teamleider that all is ready once there are enough, in school hours', async () => {
    await begun(8)
    await live(bot, '2026-11-24T20:00:00Z')
    await choose('ilse', 'yes')
    expect(bot.privateTo('anna')).toEqual([])
    await live(bot, '2026-11-25T14:29:00Z')
    expect(bot.privateTo('anna')).toEqual([])
    await live(bot, '2026-11-25T14:30:00Z')
    const [ready] = bot.privateTo('anna')
    expect(words(ready)).toContain('Alles staat klaar. Plan je de eerste bijeenkomst?')
    expect(formIn(await bot.pressRef('anna', buttonIn(ready, 'Plan bijeenkomst').ref)).step).toBe(1)
    await live(bot, '2026-12-18T15:00:00Z')
    expect(bot.privateTo('anna')).toHaveLength(1)
  })

  it('tells on the fifth school day that they are few', async () => {
    await begun(10)
    await live(bot, '2026-11-30T14:29:00Z')
    expect(bot.privateTo('anna')).toEqual([])
    await live(bot, '2026-11-30T14:30:00Z')
    expect(words(bot.privateTo('anna')[0])).toContain('Tot er 10 mensen meedoen, doen jullie alles hardop.')
  })
})

describe('who is who', () => {
  it('leden shows who takes part and in which role, and nobody else', async () => {
    await changePerson(bot, 'fenna', { left: true })
    await changePerson(bot, 'guus', { consent: 'no' })
    const shown = await bot.say('anna', 'leden')
    expect(seen(shown)).toContain('Anna: teamleider, doet mee')
    expect(seen(shown)).toContain('Hanna: netwerkcoach\n')
    expect(seen(shown)).not.toMatch(/Fenna|Guus/)
    expect(seen(await bot.say('anna', 'members', 'en'))).toContain('Anna: team leader, takes part')
  })

  it('a role is given to who takes part, and taken back', async () => {
    const { ref } = buttonIn(await bot.say('anna', 'leden'), 'Geef een rol')
    const form = formIn(await bot.pressRef('anna', ref))
    const people = form.fields[0]?.tag === 'person' ? form.fields[0].options.map(({ value }) => value) : []
    expect(people).toEqual(['bram', 'chris', 'dewi', 'emre', 'fenna', 'guus', 'hanna'])
    expect(seen(await give('bram', 'coach'))).toBe('Goed, zo is het nu.')
    expect((await person(bot, 'bram')).roles).toEqual(['coach'])
    await give('bram', 'none')
    expect((await person(bot, 'bram')).roles).toEqual([])
  })

  it.each([
    ['hanna2', 'coach'],
    ['anna', 'coach'],
    ['bram', 'admin'],
    ['bram', 'toString'],
    ['__proto__', 'over'],
    ['', ''],
  ])('a forged %s as %s is said beside the field', async (who, role) => {
    expect(seen(await give(who, role))).toContain('Kies iets uit de lijst.')
    expect(await leads()).toEqual(['anna'])
  })

  it('handing over is one step: the channel hears, and the old one leads no more', async () => {
    const form = formIn(await bot.pressRef('anna', 'example/membership/role'))
    const [one, two] = await Promise.all([
      bot.submit('anna', form, { who: 'bram', role: 'over' }),
      bot.submit('anna', form, { who: 'chris', role: 'over' }),
    ])
    expect(seen(one)).toBe('Goed, zo is het nu.')
    expect(seen(two)).toBe('Dit is voor de teamleider.')
    expect(await leads()).toEqual(['bram'])
    expect(bot.channel().map(words)).toEqual(['Bram is nu teamleider van dit netwerk.'])
    expect(seen(await bot.say('anna', 'leden'))).toBe('Dit is voor de teamleider.')
    expect((await bot.say('bram', 'leden')).kind).toBe('word')
  })
})

describe('somebody leaves the channel', () => {
  it('hears nothing more, and comes back by their own yes', async () => {
    await leave('bram')
    expect(await person(bot, 'bram')).toMatchObject({ left: true, roles: [] })
    expect(bot.channel()).toEqual([])
    expect(seen(await bot.say('bram', 'afspraken', 'nl', exampleChannel))).toContain(
      'Dit is voor wie meedoet. Meedoen kan altijd.',
    )
    await choose('bram', 'yes')
    expect(await person(bot, 'bram')).toMatchObject({ left: false, consent: 'yes' })
  })

  it('who is unknown, or left already, changes nothing', async () => {
    await leave('ilse')
    await leave('bram')
    const { revision } = await person(bot, 'bram')
    await leave('bram')
    expect((await person(bot, 'bram')).revision).toBe(revision)
    expect(bot.channel()).toEqual([])
  })

  it('the last teamleider: the channel is asked, once, and the first who presses leads', async () => {
    await leave('anna')
    await leave('anna')
    const [asked] = bot.channel()
    expect(bot.channel()).toHaveLength(1)
    expect(words(asked)).toContain('Jullie hebben nu geen teamleider. Wie neemt het over?')
    const { ref } = buttonIn(asked, 'Ik neem het over')
    expect(seen(await bot.pressRef('ilse', ref))).toContain('Dit is voor wie meedoet.')
    expect(seen(await bot.pressRef('hanna', ref))).toContain('Dit is voor wie meedoet.')
    const replies = await Promise.all([bot.pressRef('bram', ref), bot.pressRef('chris', ref)])
    expect(
      replies.map(seen).filter((each) => each.startsWith('Iemand anders heeft het al overgenomen.')),
    ).toHaveLength(1)
    expect(await leads()).toHaveLength(1)
    const [now, told] = bot.channel()
    expect(words(now)).toBe('Jullie hebben weer een teamleider.')
    expect(now && buttonsOf(now)).toEqual([])
    expect(words(told)).toContain('is nu teamleider van dit netwerk.')
    expect(bot.channel()).toHaveLength(2)
  })

  it('the last teamleider, on a Saturday morning: the channel is asked on Monday afternoon', async () => {
    await live(bot, '2026-11-28T06:34:00Z')
    await leave('anna')
    await live(bot, '2026-11-30T14:29:00Z')
    expect(bot.channel()).toEqual([])
    await live(bot, '2026-11-30T14:30:00Z')
    expect(bot.channel().map(words)).toEqual([expect.stringContaining('Wie neemt het over?')])
    await live(bot, '2026-12-02T16:00:00Z')
    expect(bot.channel()).toHaveLength(1)
  })

  it('and when the next one goes too, the channel is asked again and anyone may take over', async () => {
    await leave('anna')
    const { ref } = buttonIn(bot.channel()[0], 'Ik neem het over')
    await bot.pressRef('bram', ref)
    await give('chris', 'over', 'bram')
    await live(bot, '2026-11-23T15:30:00Z')
    await leave('chris')
    expect(await leads()).toEqual([])
    await live(bot, '2026-11-24T14:29:00Z')
    expect(bot.channel().flatMap(buttonsOf)).toEqual([])
    await live(bot, '2026-11-24T14:30:00Z')
    const again = bot.channel().flatMap(buttonsOf).at(-1)
    await bot.pressRef('bram', again?.ref ?? '')
    expect(await leads()).toEqual(['bram'])
  })

  it('with another teamleider still there, the channel is not asked', async () => {
    await changePerson(bot, 'bram', { roles: ['teamleider'] })
    await leave('anna')
    expect(bot.channel()).toEqual([])
  })
})
