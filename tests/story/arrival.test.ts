/** The bot comes into a channel, is shut out of it, and comes back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import { members, newMember } from '../../src/network/member.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { parcels } from '../../src/network/parcel.ts'
import { exampleChannel } from '../../src/playground.ts'
import { hall, inHall, privateFrom, second, setUp } from '../support/hall.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, person, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

describe('brought into a channel', () => {
  const beginHere = () => setUp(bot, 'kim', buttonIn(inHall(bot)[0], 'Beginnen').ref)

  it('greets once, in that channel only, and keeps no network for it', async () => {
    for (let time = 0; time < 3; time++) await bot.happened('kim', 'bot-added', hall)
    expect(inHall(bot).map(words)).toEqual([
      'Hoi, ik ben Dubbelloop. Ik help een netwerk om samen te leren. Wie begint?\n[Beginnen]',
    ])
    expect(bot.privateTo('kim')).toEqual([])
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual([])
    expect(await bot.store.networksBy('account:web/playground/kim')).toEqual([])
  })

  it('greets in the language of who brought it', async () => {
    const who = { platform: 'web', tenant: 'playground', user: 'kim', language: 'en' }
    await bot.happened('kim', 'bot-added', hall, { who })
    expect(words(inHall(bot)[0])).toContain('Who would like to start?')
  })

  it('begins from that button, and then the greeting asks nobody to begin any more', async () => {
    await bot.happened('kim', 'bot-added', hall)
    expect(seen(await beginHere())).toContain('Jullie netwerk is er.')
    expect(words(inHall(bot)[0])).toBe('Hoi, ik ben Dubbelloop. Ik help jullie netwerk om samen te leren.')
    expect(words(inHall(bot)[1])).toContain('[Doe je mee?]')
    await bot.happened('lou', 'bot-added', hall)
    expect(inHall(bot)).toHaveLength(2)
  })

  it('after undoing, the way to begin is back, and works', async () => {
    await bot.happened('kim', 'bot-added', hall)
    await bot.pressRef('kim', buttonIn(await beginHere(), 'Maak ongedaan').ref, 'nl', hall)
    expect(inHall(bot).map(words)).toEqual([
      expect.stringContaining('[Beginnen]'),
      'Ongedaan gemaakt. Er is niets bewaard.',
    ])
    bot.jump('2026-11-23T15:20:00Z')
    expect(seen(await beginHere())).toContain('Jullie netwerk is er.')
  })

  it('says nothing in a private chat, nor where a network is', async () => {
    await bot.happened('ilse', 'bot-added', privateFrom('ilse'))
    await bot.happened('anna', 'bot-added', privateFrom('anna'))
    await bot.happened('ilse', 'bot-added')
    expect(bot.chat.standing.size).toBe(0)
  })

  it('a greeting that could not be said is said when it is let in again', async () => {
    bot.chat.refusals.push(new SendFailed('gone', 'not there yet'))
    await bot.happened('kim', 'bot-added', hall)
    expect(inHall(bot)).toEqual([])
    await bot.happened('kim', 'bot-added', hall)
    expect(inHall(bot)).toHaveLength(1)
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
    'Ik kan niet meer in jullie kanaal. Voeg me weer toe; niets is weg. Is het kanaal er niet meer? Zet me dan in een ander kanaal en typ daar “start”.'
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
    await bot.happened('bram', 'bot-removed', privateFrom('bram'))
    expect(await reaches()).toEqual(['no', 'no'])
    expect(theNetwork(await bot.state())?.gone).toBeUndefined()
    await bot.happened('bram', 'bot-added', privateFrom('bram'))
    expect(await reaches()).toEqual(['unknown', 'unknown'])
    await changePerson(bot, 'bram', { reach: 'yes' })
    await bot.happened('bram', 'bot-added', privateFrom('bram'))
    expect((await person(bot, 'bram')).reach).toBe('yes')
    expect(bot.chat.standing.size).toBe(0)
  })
})

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
