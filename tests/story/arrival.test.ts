/** The bot comes into a channel, is shut out of it, and comes back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import { members, newMember } from '../../src/network/member.ts'
import { type Network, networks, theNetwork } from '../../src/network/network.ts'
import { parcels } from '../../src/network/parcel.ts'
import { exampleChannel } from '../../src/playground.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, person, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const hall: Place = { platform: 'web', tenant: 'playground', id: 'hall', kind: 'channel', name: 'Hal' }
const inHall = () =>
  [...bot.chat.standing.values()].filter(({ place }) => place.id === 'hall').map(({ message }) => message)
const chat = (user: string): Place => ({ ...hall, id: `private-${user}`, kind: 'private' })

describe('brought into a channel', () => {
  const begin = async () => {
    let form = formIn(await bot.pressRef('kim', buttonIn(inHall()[0], 'Beginnen').ref, 'nl', hall))
    const steps: readonly Values[] = [
      { name: 'Hal', language: 'nl' },
      { zone: 'Europe/Amsterdam', minimum: '5' },
      {},
    ]
    for (const values of steps) form = formIn(await bot.submit('kim', form, values, { where: hall }))
    return bot.submit('kim', form, {}, { where: hall })
  }

  it('greets once, in that channel only, and keeps no network for it', async () => {
    for (let time = 0; time < 3; time++) await bot.happened('kim', 'bot-added', hall)
    expect(inHall().map(words)).toEqual([
      'Hoi, ik ben Dubbelloop. Ik help een netwerk om samen te leren. Wie begint?\n[Beginnen]',
    ])
    expect(bot.privateTo('kim')).toEqual([])
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual([])
    expect(await bot.store.networksBy('account:web/playground/kim')).toEqual([])
  })

  it('greets in the language of who brought it', async () => {
    const who = { platform: 'web', tenant: 'playground', user: 'kim', language: 'en' }
    await bot.happened('kim', 'bot-added', hall, { who })
    expect(words(inHall()[0])).toContain('Who starts?')
  })

  it('begins from that button, and then the greeting asks nobody to begin any more', async () => {
    await bot.happened('kim', 'bot-added', hall)
    expect(seen(await begin())).toContain('Jullie netwerk is er.')
    expect(words(inHall()[0])).toBe('Hoi, ik ben Dubbelloop. Ik help jullie netwerk om samen te leren.')
    expect(words(inHall()[1])).toContain('[Doe je mee?]')
    await bot.happened('lou', 'bot-added', hall)
    expect(inHall()).toHaveLength(2)
  })

  it('after undoing, the way to begin is back, and works', async () => {
    await bot.happened('kim', 'bot-added', hall)
    await bot.pressRef('kim', buttonIn(await begin(), 'Maak ongedaan').ref, 'nl', hall)
    expect(inHall().map(words)).toEqual([
      expect.stringContaining('[Beginnen]'),
      'Ongedaan gemaakt. Er is niets bewaard.',
    ])
    bot.jump('2026-11-23T15:20:00Z')
    expect(seen(await begin())).toContain('Jullie netwerk is er.')
  })

  it('says nothing in a private chat, nor where a network is', async () => {
    await bot.happened('ilse', 'bot-added', chat('ilse'))
    await bot.happened('anna', 'bot-added', chat('anna'))
    await bot.happened('ilse', 'bot-added')
    expect(bot.chat.standing.size).toBe(0)
  })

  it('a greeting that could not be said is said when it is let in again', async () => {
    bot.chat.refusals.push(new SendFailed('gone', 'not there yet'))
    await bot.happened('kim', 'bot-added', hall)
    expect(inHall()).toEqual([])
    await bot.happened('kim', 'bot-added', hall)
    expect(inHall()).toHaveLength(1)
  })

  it('other things that happen in such a channel change nothing', async () => {
    for (const kind of ['person-left', 'person-joined', 'bot-removed', 'place-gone', 'home-opened'] as const)
      await bot.happened('kim', kind, hall)
    await bot.happened('kim', 'place-renamed', hall, { name: 'Gang' })
    expect(bot.chat.standing.size).toBe(0)
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual([])
  })
})

describe.each(['bot-removed', 'place-gone'] as const)('shut out: %s', (kind) => {
  const told = () => bot.privateTo('anna').map(words)
  const gone =
    'Ik kan niet meer in jullie kanaal. Voeg me weer toe; niets is weg. Is het kanaal er niet meer? Zet me dan in een ander kanaal en zeg daar start.'
  const state = async () => theNetwork(await bot.state())?.gone

  it('rests, and the teamleider hears so once, privately', async () => {
    await bot.happened('bram', kind)
    await bot.happened('bram', kind)
    expect(told()).toEqual([gone])
    expect(await state()).toBe('told')
    expect(bot.privateTo('bram')).toEqual([])
  })

  it('tells again when it is shut out again the same day', async () => {
    for (const times of [1, 2, 3]) {
      await bot.happened('bram', kind)
      expect(told()).toHaveLength(times)
      await bot.happened('bram', 'bot-added')
      expect(await state()).toBeUndefined()
    }
    expect(bot.channel()).toEqual([])
  })

  it('tries nothing in that channel, and says it all when it is back', async () => {
    await bot.happened('bram', kind)
    bot.chat.refusals.push(...Array(5).fill(new Error('nothing may be tried here')))
    const form = formIn(await bot.pressRef('anna', 'example/meeting/plan'))
    const values = { date: '2026-12-08', from: '15:30', until: '17:00', repeat: 'once', back: 'form' }
    await bot.submit('anna', form, values)
    expect(parcels.all(await bot.state()).map((each) => each.state)).toEqual(['gone'])
    bot.chat.refusals.length = 0
    await bot.happened('bram', 'bot-added')
    expect(bot.channel().map(words)).toEqual(['Gepland: dinsdag 8 december, 15:30 tot 17:00 uur'])
  })

  it('at night: in the morning, and not at all when it is back by then', async () => {
    await live(bot, '2026-11-24T21:00:00Z')
    await bot.happened('bram', kind)
    expect(told()).toEqual([])
    await bot.happened('bram', 'bot-added')
    await live(bot, '2026-11-25T12:00:00Z')
    expect(told()).toEqual([])
  })

  it('who could not be told hears it when the bot is back', async () => {
    bot.chat.refusals.push(new SendFailed('gone', 'uninstalled'))
    await bot.happened('bram', kind)
    expect(await person(bot, 'anna')).toMatchObject({ reach: 'no' })
    await bot.happened('bram', 'bot-added')
    expect(told()).toEqual(['Ik kan weer in jullie kanaal. Wat bleef liggen, komt nu nog.'])
    expect(await person(bot, 'anna')).toMatchObject({ reach: 'yes' })
  })

  it('of another channel it is nothing to this network', async () => {
    await bot.happened('anna', kind, { ...exampleChannel, id: 'elsewhere' })
    expect(await state()).toBeUndefined()
  })
})

describe('a network whose channel is gone', () => {
  const start = (user: string) => bot.say(user, 'start', 'nl', hall)
  const moveHere = async () => buttonIn(await start('anna'), 'Verhuis Voorbeeldnetwerk hierheen')
  const labels = async (user: string) => {
    const reply = await start(user)
    return reply.kind === 'word' ? buttonsOf(reply.message).map(({ label }) => label) : []
  }
  const plan = async () => {
    const form = formIn(await bot.pressRef('anna', 'example/meeting/plan'))
    const values = { date: '2026-12-08', from: '15:30', until: '17:00', repeat: 'once', back: 'form' }
    return bot.submit('anna', form, values)
  }

  it('can go on in another one, with all that there was, for its teamleider only', async () => {
    await bot.happened('kim', 'bot-added', hall)
    expect(await labels('anna')).toEqual(['Beginnen'])
    await bot.happened('bram', 'place-gone')
    await plan()
    expect(await labels('bram')).toEqual(['Beginnen'])
    expect(await labels('hanna')).toEqual(['Beginnen'])
    const before = members.all(await bot.state())
    const { ref } = await moveHere()
    expect(seen(await bot.pressRef('bram', ref, 'nl', hall))).toBe('Dit is voor de teamleider.')
    for (let times = 0; times < 2; times++)
      expect(seen(await bot.pressRef('anna', ref, 'nl', hall))).toContain('Jullie netwerk woont nu hier.')
    expect(inHall().map(words)).toEqual([
      expect.stringContaining('Wie begint?'),
      'Gepland: dinsdag 8 december, 15:30 tot 17:00 uur',
      expect.stringContaining('Jullie netwerk gaat hier verder.'),
    ])
    expect(members.all(await bot.state())).toEqual(before)
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual(['example'])
    expect(seen(await bot.say('bram', 'afspraken', 'nl', hall))).toContain('Jullie afspraken')
    await live(bot, '2026-12-08T16:15:00Z')
    expect(inHall().map(words).join()).toContain('Jullie bijeenkomst zit erop.')
    expect(bot.channel()).toHaveLength(inHall().length)
    // The greeting that still stands there begins no second network.
    expect(seen(await bot.pressRef('kim', buttonIn(inHall()[0], 'Beginnen').ref, 'nl', hall))).toContain(
      'Iemand anders heeft dit netwerk al gestart.',
    )
  })

  it('does not move while its channel is there, nor where another network lives', async () => {
    await bot.happened('bram', 'place-gone')
    const { ref } = await moveHere()
    await bot.happened('bram', 'bot-added')
    const stays = async () => {
      const before = theNetwork(await bot.state())?.places
      expect(seen(await bot.pressRef('anna', ref, 'nl', hall))).toContain('Deze knop werkt niet meer.')
      expect(theNetwork(await bot.state())?.places).toEqual(before)
    }
    await stays()
    await bot.happened('bram', 'place-gone')
    await stays()
    const again = await moveHere()
    await bot.store.transact('second', (state) => bot.road.settle(state, [networks.put(second)], undefined))
    expect(seen(await bot.pressRef('anna', again.ref, 'nl', hall))).not.toContain('woont nu hier')
    expect(theNetwork(await bot.state())?.gone).toBe('told')
  })
})

describe('a private chat', () => {
  it('that is gone is not written to; let in again, it is tried again, in all their networks', async () => {
    const accounts = [{ platform: 'web', tenant: 'playground', user: 'bram' }]
    await bot.store.transact('second', (state) =>
      bot.road.settle(
        state,
        [
          networks.put(second),
          members.put({ ...newMember({ id: 'b', name: 'Bram', language: 'nl', accounts }), consent: 'yes' }),
        ],
        undefined,
      ),
    )
    const reaches = async () => [
      (await person(bot, 'bram')).reach,
      members.get(await bot.store.read('second'), 'b')?.reach,
    ]
    await bot.happened('bram', 'bot-removed', chat('bram'))
    expect(await reaches()).toEqual(['no', 'no'])
    expect(theNetwork(await bot.state())?.gone).toBeUndefined()
    await bot.happened('bram', 'bot-added', chat('bram'))
    expect(await reaches()).toEqual(['unknown', 'unknown'])
    await changePerson(bot, 'bram', { reach: 'yes' })
    await bot.happened('bram', 'bot-added', chat('bram'))
    expect((await person(bot, 'bram')).reach).toBe('yes')
    expect(bot.chat.standing.size).toBe(0)
  })
})

const second: Network = {
  ...{ id: 'second', name: 'Tweede', task: '', confirmed: '2026-2027', language: 'nl', minimum: 5 },
  ...{ zone: 'Europe/Amsterdam', regions: [], free: [], places: [hall] },
}

describe('somebody goes from one of two channels', () => {
  it('stays, while an account of theirs is still in the other', async () => {
    const two = { ...hall, platform: 'other' }
    const network = theNetwork(await bot.state())
    if (network) await bot.change(networks.put({ ...network, places: [exampleChannel, two] }))
    const web = { platform: 'web', tenant: 'playground', user: 'bram' }
    await changePerson(bot, 'bram', { accounts: [web, { ...web, platform: 'other' }] })
    await bot.happened('bram', 'person-left')
    expect((await person(bot, 'bram')).left).toBe(false)
    await bot.happened('chris', 'person-left')
    expect((await person(bot, 'chris')).left).toBe(true)
  })

  it('and who comes into the channel is not written to', async () => {
    await bot.happened('ilse', 'person-joined')
    await bot.happened('bram', 'person-left')
    await bot.happened('bram', 'person-joined')
    await live(bot, '2026-12-18T12:00:00Z')
    expect(bot.chat.standing.size).toBe(0)
    expect((await person(bot, 'bram')).left).toBe(true)
  })
})
