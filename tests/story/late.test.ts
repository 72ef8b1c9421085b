import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lateWords } from '../../src/network/late.ts'
import { answer, type Kit, kit } from '../support/kit.ts'
import { everything, live } from '../support/live.ts'
import { words } from '../support/look.ts'
import { five } from '../support/month.ts'
import { begin, write } from '../support/retro.ts'

/** A round that closes and a retro that is revealed, both on Thursday at half past three, both in the channel. */
const both = '2026-11-26T14:30:00Z'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
  for (const user of five) await answer(bot, user, [{ good: `goed van ${user}` }, { value: ['direct'] }])
  await live(bot, '2026-11-24T10:00:00Z')
  await begin(bot, 'goed', { pace: 'days' })
  for (const user of five) await write(bot, user, { 'new-good-0': `briefje van ${user}` })
  await live(bot, '2026-11-26T14:00:00Z')
})
afterEach(() => bot.close())

const back = '2026-11-26T14:35:00Z'
const results = 'Zo keken jullie terug'
const revealed = 'Lees rustig wat er staat.'
const stands = (what: string) => bot.channel().some((each) => words(each).includes(what))

describe('what is late', () => {
  it('comes together when it is in time', async () => {
    await live(bot, both)
    expect([stands(results), stands(revealed)]).toEqual([true, true])
  })

  it('is one message for each reader: the next comes on the next school day', async () => {
    await bot.at(back)
    expect([stands(results), stands(revealed)]).toEqual([true, false])
    await live(bot, '2026-11-27T14:29:00Z')
    expect(stands(revealed)).toBe(false)
    await live(bot, '2026-11-27T14:30:00Z')
    expect(stands(revealed)).toBe(true)
  })

  it('is not held back for somebody who got nothing late', async () => {
    await bot.changeQuietly(lateWords.put({ id: 'anna', at: both }))
    await live(bot, both)
    expect([stands(results), stands(revealed)]).toEqual([true, true])
  })

  it('stays one message when the process stops after the first', async () => {
    await bot.changeQuietly(lateWords.put({ id: 'network', at: '2026-11-26T14:29:30Z' }))
    await bot.at(both)
    expect([stands(results), stands(revealed)]).toEqual([false, false])
    await live(bot, '2026-11-27T14:30:00Z')
    expect([stands(results), stands(revealed)]).toEqual([true, false])
    await live(bot, '2026-11-30T14:30:00Z')
    expect([stands(results), stands(revealed)]).toEqual([true, true])
  })

  it('is one message too after an earlier absence', async () => {
    await bot.changeQuietly(lateWords.put({ id: 'network', at: '2026-11-26T08:00:00Z' }))
    await bot.at(back)
    expect([stands(results), stands(revealed)]).toEqual([true, false])
  })

  it('of three that wait, one comes each school day', async () => {
    bot.jump('2026-11-24T20:00:00Z')
    for (const id of ['c1', 'c2', 'c3']) {
      await bot.happened('anna', 'meeting-started', undefined, { call: { id, at: '2026-11-24T18:00:00Z' } })
      await bot.happened('anna', 'meeting-ended', undefined, { call: { id, at: '2026-11-24T19:01:00Z' } })
    }
    const asked = () => bot.privateTo('anna').filter((each) => words(each).includes('Het eindigde op'))
    const seen = []
    for (const day of ['25', '26', '27']) {
      await bot.at(`2026-11-${day}T14:30:00Z`)
      seen.push(asked().length)
    }
    expect(seen).toEqual([1, 2, 3])
  })

  it('is not forgotten when the bot is away once more', async () => {
    await bot.at(back)
    await bot.at('2026-11-30T09:00:00Z')
    await live(bot, '2026-12-01T14:30:00Z')
    expect(stands(revealed)).toBe(true)
  })

  it('keeps nothing of who was told', async () => {
    await bot.at(back)
    expect(lateWords.all(await bot.state()).map(({ id }) => id)).toEqual(['network'])
    await live(bot, '2026-11-30T16:00:00Z')
    expect(everything(await bot.state())).not.toHaveProperty('late-word')
    expect(everything(await bot.state())).not.toHaveProperty('put-off')
  })
})
