import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRetro, sheets } from '../../src/retro/retro.ts'
import type { Kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, planMeeting, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { begin, board, finish, latest, led, running, write } from '../support/retro.ts'

const seven = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const written = async (users: readonly string[] = seven) => {
  for (const user of users) await write(bot, user, { 'new-good-0': `van ${user}` })
}
const channel = () => bot.channel().map(words)

describe('over three school days', () => {
  beforeEach(async () => {
    await begin(bot, 'goed', { pace: 'days' })
  })

  it('says until when, and reveals on the second school day in a message of its own', async () => {
    expect(words(board(bot))).toContain(
      'Meedoen kan tot woensdag 25 november, 15:30 uur, of tot degene die de retro leidt verdergaat.',
    )
    await written()
    await live(bot, '2026-11-25T14:29:00Z')
    expect(channel().join()).not.toContain('van bram')
    await live(bot, '2026-11-25T14:30:00Z')
    expect(channel()).toHaveLength(2)
    expect(channel()[0]).toBe('Goed en beter\nDit gaat verder in een nieuw bericht.')
    for (const user of seven) expect(channel()[1]).toContain(`van ${user}`)
    await led(bot, 'next')
    await finish(bot, { 'point-0': 'klaar' })
    expect(channel()).toHaveLength(2)
    expect(channel()[1]).toContain('klaar')
  })

  it('with too few it says so, also in a message of its own', async () => {
    await written(['bram', 'chris'])
    await live(bot, '2026-11-25T14:30:00Z')
    expect(channel()).toHaveLength(2)
    expect(channel()[1]).toContain('Ga samen hardop verder.')
  })

  it('can be revealed sooner, and then not again', async () => {
    await written()
    await led(bot, 'next')
    expect(channel()).toHaveLength(2)
    await led(bot, 'back')
    await live(bot, '2026-11-25T14:30:00Z')
    expect((await running(bot)).at).toBe(0)
    expect(channel()).toHaveLength(2)
  })

  it('waits for the meeting in which they will talk', async () => {
    await written()
    await planMeeting(bot, '2026-12-03')
    await live(bot, '2026-12-04T14:29:00Z')
    const asked = () => bot.privateTo('anna').filter((each) => words(each).includes('retro staat nog open'))
    expect(asked()).toEqual([])
    await live(bot, '2026-12-04T14:30:00Z')
    expect(asked()).toHaveLength(1)
    await live(bot, '2026-12-08T14:30:00Z')
    expect(openRetro(await bot.state())).toBeUndefined()
  })

  it('moves with the holidays', async () => {
    await finish(bot, {})
    await live(bot, '2026-12-18T10:00:00Z')
    await begin(bot, 'goed', { pace: 'days' })
    expect(words(board(bot))).toContain('dinsdag 5 januari')
  })

  it('after being away it reveals once, and closes no sooner than usual after that', async () => {
    await written()
    await bot.at('2026-12-01T12:00:00Z')
    expect(channel().filter((each) => each.includes('van bram'))).toHaveLength(1)
    expect(openRetro(await bot.state())).toBeDefined()
    expect(bot.privateTo('anna')).toEqual([])
  })
})

describe('left halfway', () => {
  const asked = (user = 'anna') =>
    bot.privateTo(user).filter((each) => words(each).includes('De retro staat nog open.'))

  beforeEach(async () => {
    await begin(bot, 'goed')
    await written()
  })

  it('whoever leads hears so once, on the next school day, with the way on', async () => {
    await live(bot, '2026-11-24T14:29:00Z')
    expect(asked()).toEqual([])
    await live(bot, '2026-11-24T14:30:00Z')
    expect(asked()).toHaveLength(1)
    expect(words(asked()[0])).toBe(
      'De retro staat nog open. Doe je niets, dan sluit hij vanzelf op donderdag 26 november.\n[Verder]\n[Rond af]',
    )
    await live(bot, '2026-11-25T16:00:00Z')
    expect(asked()).toHaveLength(1)
    for (const user of [...seven.slice(1), 'hanna']) expect(bot.privateTo(user)).toEqual([])
    expect((await bot.pressRef('anna', buttonIn(asked()[0], 'Verder').ref)).kind).toBe('form')
    expect((await bot.pressRef('anna', buttonIn(asked()[0], 'Rond af').ref)).kind).toBe('form')
  })

  it('also over a weekend whoever leads hears so only once', async () => {
    await finish(bot, {})
    await live(bot, '2026-11-26T12:00:00Z')
    await begin(bot, 'goed')
    await written()
    await live(bot, '2026-11-27T14:30:00Z')
    expect(asked()).toHaveLength(1)
    await live(bot, '2026-12-01T14:29:00Z')
    expect(asked()).toHaveLength(1)
    await live(bot, '2026-12-01T14:30:00Z')
    expect(openRetro(await bot.state())).toBeUndefined()
  })

  it('going on begins the days anew', async () => {
    await live(bot, '2026-11-25T12:00:00Z')
    await led(bot, 'next')
    await live(bot, '2026-11-26T14:29:00Z')
    expect(asked()).toHaveLength(1)
    await live(bot, '2026-11-26T14:30:00Z')
    expect(asked()).toHaveLength(2)
    expect(openRetro(await bot.state())).toBeDefined()
  })

  it('closes on the third: what nobody saw goes', async () => {
    await live(bot, '2026-11-26T14:30:00Z')
    expect(channel().at(-1)).toBe(
      'Goed en beter\nDe retro is gesloten. Wat jullie zagen, blijft.\nWat niemand zag, heb ik gewist.\n[Noteer afspraak]',
    )
    expect(sheets.all(await bot.state())).toEqual([])
    expect(JSON.stringify([...(await bot.state()).all('retro').values()])).not.toContain('van bram')
    for (const button of ['Verder', 'Rond af'])
      expect(seen(await bot.pressRef('anna', buttonIn(asked()[0], button).ref))).toMatch(/gesloten|afgerond/)
  })

  it('closes on the third: what was seen and taken along stays', async () => {
    await led(bot, 'next')
    await led(bot, 'finish', { 'point-0': 'dit nemen we mee' })
    await live(bot, '2026-11-26T14:30:00Z')
    expect(channel().at(-1)).toContain('dit nemen we mee')
    expect(channel().at(-1)).toContain('De retro is gesloten. Wat jullie zagen, blijft.')
    expect(seen(await bot.pressRef('bram', bot.button('Lees alles').ref))).toContain('van chris')
  })

  it('when whoever led is gone, a coach hears it', async () => {
    await changePerson(bot, 'anna', { left: true })
    await live(bot, '2026-11-24T14:30:00Z')
    expect(asked('hanna')).toHaveLength(1)
    expect(asked('anna')).toEqual([])
  })

  it('when nobody can be told, it still closes kindly', async () => {
    for (const user of ['anna', 'hanna']) await changePerson(bot, user, { paused: '2026-12-20' })
    await live(bot, '2026-11-26T14:30:00Z')
    expect(openRetro(await bot.state())).toBeUndefined()
    expect(bot.privateTo('anna')).toEqual([])
  })

  it('after three weeks away nothing private comes, and it is closed', async () => {
    await bot.at('2026-12-14T12:00:00Z')
    expect(asked()).toEqual([])
    expect(openRetro(await bot.state())).toBeUndefined()
  })
})

describe('where it comes back', () => {
  it('before the next meeting, once, with points and cards', async () => {
    await begin(bot, 'vier')
    for (const user of seven) await write(bot, user, { 'tap-future': 'little' })
    await led(bot, 'next')
    await led(bot, 'next')
    await bot.pressRef('bram', bot.button('Regelaar').ref)
    await finish(bot, { 'point-0': 'eerder beginnen' })
    await planMeeting(bot, '2026-12-03')
    await planMeeting(bot, '2026-12-10')
    await live(bot, '2026-12-02T14:30:00Z')
    const ahead = () => channel().filter((each) => each.includes('Binnenkort weer bij elkaar'))
    expect(ahead()[0]).toContain('Dit namen jullie mee uit de retro\neerder beginnen')
    expect(ahead()[0]).toContain('Regelaar: Bram')
    await live(bot, '2026-12-09T14:30:00Z')
    expect(ahead().slice(1).join()).not.toContain('eerder beginnen')
  })

  it('in the month: that they looked back, and what they will keep talking about', async () => {
    await begin(bot, 'goed')
    await written()
    await led(bot, 'next')
    const month = async () => {
      const state = await bot.state()
      const world = bot.road.worldOf(state)
      if (!world) throw new Error('there is no network')
      return world.gather
        .month(world, { from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' })
        .filter(({ id }) => id.startsWith('retro-'))
    }
    expect(await month()).toEqual([])
    await finish(bot, { 'point-0': 'eerder beginnen' }, { 'agree-0': 'samen lezen' })
    const { id, closed } = await latest(bot)
    expect(await month()).toEqual([
      {
        id: `retro-${id}`,
        section: 'did',
        text: ['We keken op ', 'maandag 23 november', ' samen terug: ', 'Goed en beter', '.'],
        quote: false,
        at: closed,
      },
      { id: `retro-${id}-0`, section: 'talk', text: [{ said: 'eerder beginnen' }], quote: true },
    ])
  })

  it('in what is open for somebody, until they wrote', async () => {
    await begin(bot, 'goed')
    const mine = async (user: string) => seen(await bot.say(user, 'open'))
    expect(await mine('bram')).toContain('Jullie retro loopt. Je kunt nog iets opschrijven.\n[Invullen]')
    expect(await mine('anna')).toContain('Jij leidt de retro.\n[Regie]')
    expect(await mine('hanna')).not.toContain('retro')
    await write(bot, 'bram', { 'new-good-0': 'thee' })
    expect(await mine('bram')).not.toContain('retro')
  })
})
