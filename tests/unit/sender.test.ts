import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import { parcels } from '../../src/outbox.ts'
import { type Kit, kit, monday, network } from '../support/kit.ts'
import { words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
})
afterEach(() => bot.close())

const outbox = async () => parcels.all(await bot.state())
const refuse = (...reasons: SendFailed[]) => bot.chat.refusals.push(...reasons)

describe('a message that does not go out', () => {
  it('waits as long as the platform asks, and then goes once', async () => {
    refuse(new SendFailed('later', 'busy', 30_000))
    await bot.drain()
    expect(await outbox()).toMatchObject([{ state: 'waiting', tries: 1, after: '2026-11-23T15:15:30.000Z' }])
    await bot.at('2026-11-23T15:15:29Z')
    expect(bot.channel()).toHaveLength(0)
    await bot.at('2026-11-23T15:15:30Z')
    expect(bot.channel()).toHaveLength(1)
    expect(await outbox()).toEqual([])
  })

  it('is not sent again when it may have arrived', async () => {
    refuse(new SendFailed('ambiguous', 'cut off'))
    await bot.drain()
    await bot.at('2026-11-24T12:00:00Z')
    expect(await outbox()).toMatchObject([{ state: 'unknown' }])
    expect(bot.channel()).toHaveLength(0)
  })

  it.each([
    ['gone', 'gone'],
    ['bug', 'failed'],
  ] as const)('rests when the platform says %s', async (reason, state) => {
    refuse(new SendFailed(reason, 'no'))
    await bot.drain()
    expect(await outbox()).toMatchObject([{ state }])
  })

  it('is given up after eight times later', async () => {
    refuse(...Array.from({ length: 8 }, () => new SendFailed('later', 'busy', 1000)))
    for (let second = 0; second <= 8; second++) await bot.at(new Date(monday.getTime() + second * 1000))
    expect(await outbox()).toMatchObject([{ state: 'failed', tries: 8 }])
  })

  it('that a process left in the middle of sending is unknown, not sent twice', async () => {
    refuse(new SendFailed('later', 'busy', 1000))
    await bot.drain()
    const [parcel] = await outbox()
    if (!parcel) throw new Error('nothing in the outbox')
    await bot.change(parcels.put({ ...parcel, state: 'sending' }))
    await bot.at('2026-11-23T16:00:00Z')
    expect(await outbox()).toMatchObject([{ state: 'unknown' }])
    expect(bot.channel()).toHaveLength(0)
  })

  it('goes out in its newest form when it changed while waiting', async () => {
    refuse(new SendFailed('later', 'busy', 60_000))
    await bot.drain()
    await bot.say('anna', 'instellingen taal en')
    await bot.at('2026-11-23T15:17:00Z')
    expect(bot.channel()).toHaveLength(1)
    expect(words(bot.channel()[0])).toContain('Your meeting is over.')
  })

  it('logs a code and never what was said', async () => {
    refuse(new SendFailed('bug', 'no'))
    await bot.drain()
    expect(bot.logged).toContainEqual(expect.objectContaining({ code: 'send-bug', network }))
    expect(JSON.stringify(bot.logged)).not.toContain('bijeenkomst')
  })
})
