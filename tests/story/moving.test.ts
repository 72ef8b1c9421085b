/** A network goes to live in another channel, and the channel it left gets another network. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../src/contracts/incoming.ts'
import { members } from '../../src/network/member.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { hall, inHall, privateFrom, second, setUp } from '../support/hall.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, live, planMeeting, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { begin, finish, write } from '../support/retro.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

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
    expect(inHall(bot).map(words)).toEqual([
      expect.stringContaining('Wie begint?'),
      'Gepland: dinsdag 8 december, 15:30 tot 17:00 uur',
      expect.stringContaining('Jullie netwerk gaat hier verder.'),
    ])
    expect(members.all(await bot.state())).toEqual(before)
    expect(await bot.store.networksBy('place:web/playground/hall')).toEqual(['example'])
    expect(seen(await bot.say('bram', 'afspraken', 'nl', hall))).toContain('Jullie afspraken')
    await live(bot, '2026-12-08T16:15:00Z')
    expect(inHall(bot).map(words).join()).toContain('Jullie bijeenkomst zit erop.')
    expect(bot.channel()).toHaveLength(inHall(bot).length)
    // The greeting that still stands there begins no second network.
    expect(seen(await bot.pressRef('kim', buttonIn(inHall(bot)[0], 'Beginnen').ref, 'nl', hall))).toContain(
      'Iemand anders heeft dit netwerk al gestart.',
    )
  })

  it('brings along what is open or going on, and leaves behind what was over', async () => {
    await begin(bot, 'goed')
    await finish(bot, { 'point-0': 'thee' })
    await planMeeting(bot, '2026-11-24')
    await live(bot, '2026-11-24T15:30:00Z')
    await begin(bot, 'parels')
    const before = bot.channel().map(words)
    await bot.happened('bram', 'place-gone')
    for (const language of ['en', 'nl']) await bot.say('anna', `instellingen taal ${language}`)
    await bot.pressRef('anna', (await moveHere()).ref, 'nl', hall)
    const here = () => inHall(bot).map(words)
    expect(here()).toEqual([
      expect.stringContaining('Jullie netwerk gaat hier verder.'),
      expect.stringContaining('[Invullen]'),
      expect.stringContaining('[Regie]'),
    ])
    expect(before).toEqual(expect.arrayContaining(here().slice(1)))
    // From now on these are the ones that are kept up to date.
    await write(bot, 'bram', { 'new-pearl-0': 'parel' })
    expect(here()[2]).not.toBe(before.at(-1))
    const { ref } = buttonIn(inHall(bot)[1], 'Invullen')
    for (const user of ['bram', 'chris', 'dewi', 'emre', 'fenna'])
      await bot.submit(user, formIn(await bot.pressRef(user, ref, 'nl', hall)), { good: 'tijd' })
    await live(bot, '2026-11-30T16:00:00Z')
    expect(here()).toHaveLength(4)
    expect(here()[1]).not.toContain('[Invullen]')
    expect(here()[3]).toContain('tijd')
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

describe('a channel whose network went to live elsewhere', () => {
  const attic: Place = { ...hall, id: 'attic', name: 'Zolder' }
  const start = (user: string, where = hall) => bot.say(user, 'start', 'nl', where)
  const livesIn = ({ id }: Place) => bot.store.networksBy(`place:web/playground/${id}`)
  /** The network of the hall loses its channel and goes on in another one. */
  const move = async (user: string, name: string, where: Place) => {
    await bot.happened(user, 'place-gone', hall)
    await bot.pressRef(user, buttonIn(await start(user, where), `Verhuis ${name} hierheen`).ref, 'nl', where)
  }
  let old = ''
  let button = ''
  beforeEach(async () => {
    button = buttonIn(await start('kim'), 'Beginnen').ref
    await setUp(bot, 'kim', button, 'Oud')
    old = (await livesIn(hall))[0] ?? ''
    await move('kim', 'Oud', attic)
  })

  it('begins anew, also for who leads the one that left', async () => {
    expect(await livesIn(hall)).toEqual([])
    expect(await livesIn(attic)).toEqual([old])
    const refs = await Promise.all(
      ['lou', 'kim'].map(async (user) => buttonIn(await start(user), 'Beginnen').ref),
    )
    expect(new Set(refs).size).toBe(1)
    expect(seen(await setUp(bot, 'lou', refs[0] ?? '', 'Nieuw'))).toContain('Jullie netwerk is er.')
    const [fresh = ''] = await livesIn(hall)
    expect(fresh).not.toBe(old)
    expect(theNetwork(await bot.store.read(fresh))).toMatchObject({ name: 'Nieuw', places: [{ id: 'hall' }] })
    expect(theNetwork(await bot.store.read(old))).toMatchObject({ name: 'Oud', places: [{ id: 'attic' }] })
    // Whatever button still stands there, this channel has its network.
    for (const ref of [button, refs[0] ?? ''])
      expect(seen(await bot.pressRef('kim', ref, 'nl', hall))).toContain('al gestart')
    // And so on: the next one that leaves makes room for a third.
    await move('lou', 'Nieuw', { ...hall, id: 'cellar' })
    await setUp(bot, 'noa', buttonIn(await start('noa'), 'Beginnen').ref, 'Derde')
    expect([old, fresh]).not.toContain((await livesIn(hall))[0])
  })

  it('from the button of the one that left, too', async () => {
    expect(seen(await setUp(bot, 'lou', button, 'Nieuw'))).toContain('Jullie netwerk is er.')
    expect(theNetwork(await bot.store.read(old))?.name).toBe('Oud')
    expect(await livesIn(hall)).not.toContain(old)
  })

  it('keeps what each of them says apart, and asks somebody of both which one they mean', async () => {
    await setUp(bot, 'lou', buttonIn(await start('lou'), 'Beginnen').ref, 'Nieuw')
    const [fresh = ''] = await livesIn(hall)
    for (const [id, where] of [
      [old, attic],
      [fresh, hall],
    ] as const) {
      const form = formIn(await bot.pressRef('kim', `${id}/membership/consent`, 'nl', where))
      await bot.submit('kim', form, { consent: 'yes' }, { where })
      const note = formIn(await bot.pressRef('kim', `${id}/agreement/note/hand`, 'nl', where))
      await bot.submit('kim', note, { own: `koffie in ${where.id}`, who: 'all' }, { where })
    }
    const listed = async (where: Place) => seen(await bot.say('kim', 'afspraken', 'nl', where))
    expect(await listed(hall)).toContain('koffie in hall')
    expect(await listed(hall)).not.toContain('koffie in attic')
    expect(await listed(attic)).toContain('koffie in attic')
    expect(await listed(attic)).not.toContain('koffie in hall')
    const which = await listed(privateFrom('kim'))
    expect(which).toContain('Voor welk netwerk is dit?')
    expect(which).toContain('[Oud]\n[Nieuw]')
  })
})
