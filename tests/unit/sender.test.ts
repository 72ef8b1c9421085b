import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import { parcels } from '../../src/network/parcel.ts'
import { createSender } from '../../src/sender.ts'
import { type Kit, kit, monday, network } from '../support/kit.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

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

  it('is refused for good when the platform says that we are wrong', async () => {
    refuse(new SendFailed('bug', 'no'))
    await bot.drain()
    expect(await outbox()).toMatchObject([{ state: 'failed' }])
  })

  it('waits when the channel is closed to the bot, tells the teamleider, and goes out when it is let in', async () => {
    refuse(new SendFailed('gone', 'removed'))
    await bot.drain()
    expect(words(bot.privateTo('anna')[0])).toContain('Ik kan niet meer in jullie kanaal.')
    await bot.at('2026-12-01T12:00:00Z')
    expect(bot.channel()).toHaveLength(0)
    await bot.happened('anna', 'bot-added')
    expect(bot.channel()).not.toHaveLength(0)
    expect(await outbox()).toEqual([])
  })

  it('can be sent again by the teamleider, who sees that it is unsure', async () => {
    refuse(new SendFailed('ambiguous', 'cut off'))
    await bot.drain()
    const open = await bot.say('anna', 'open')
    expect(seen(open)).toContain('Van 1 bericht weet ik niet of het is aangekomen.')
    expect(seen(await bot.say('bram', 'open'))).not.toContain('aangekomen')
    const again =
      open.kind === 'word'
        ? buttonsOf(open.message).find(({ label }) => label === 'Stuur opnieuw')
        : undefined
    await bot.pressRef('anna', again?.ref ?? '')
    expect(bot.channel()).toHaveLength(1)
  })

  it('leaves time between two messages in one place where a platform wants that', async () => {
    const slow = { ...bot.chat.adapter, pace: 1000 }
    const paced = createSender({
      store: bot.store,
      road: bot.road,
      clock: { now: () => now },
      log: { info() {}, warn() {}, error() {} },
      count: () => {},
      adapters: new Map([['web', slow]]),
    })
    let now = monday
    await bot.bot.occur(network)
    const [first] = await outbox()
    if (!first) throw new Error('nothing in the outbox')
    const { post: _post, ...loose } = first
    await bot.changeQuietly(parcels.put({ ...loose, id: 'second', order: 99 }))
    await paced(network)
    expect(bot.channel()).toHaveLength(1)
    now = new Date(monday.getTime() + 1000)
    await paced(network)
    expect(bot.channel()).toHaveLength(2)
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

  it('is counted by what came of it', async () => {
    refuse(new SendFailed('later', 'busy', 1000))
    await bot.drain()
    await bot.at('2026-11-23T15:15:01Z')
    expect(bot.figures()).toContain('dubbelloop_messages_total{outcome="later"} 1\n')
    expect(bot.figures()).toContain('dubbelloop_messages_total{outcome="sent"} 1\n')
    expect(bot.figures()).toContain('dubbelloop_occurrences_total{feature="evaluation"} 1\n')
  })

  it('logs a code and never what was said', async () => {
    refuse(new SendFailed('bug', 'no'))
    await bot.drain()
    expect(bot.logged).toContainEqual(expect.objectContaining({ code: 'send-bug', network }))
    expect(JSON.stringify(bot.logged)).not.toContain('bijeenkomst')
  })
})
