/** What Slack tells by itself, in its documented shapes with invented ids, from the door to what people read. */
import { expect, test } from 'vitest'
import type { Reply } from '../../src/contracts/reply.ts'
import { members } from '../../src/network/member.ts'
import { theNetwork } from '../../src/network/network.ts'
import { openBot } from './bot.ts'
import { eventOf } from './person.ts'
import { bot as botUser, team } from './standin.ts'
import { channel, type Whole, wholeBot } from './whole.ts'

let count = 0
const happens = async (bot: Whole, type: string, more: object) => {
  const event = { type, channel, event_ts: `1600000100.${++count}`, ...more }
  const response = await bot.post(eventOf(event))
  await bot.settle()
  return response.status
}
const invited = { user: botUser, channel_type: 'C', team, inviter: 'U0NOOR' }

/** Invited into the channel, and begun from the greeting. */
async function begun(): Promise<Whole> {
  const bot = await wholeBot()
  await happens(bot, 'member_joined_channel', invited)
  const noor = bot.of('U0NOOR')
  await noor.press(channel, 'Beginnen')
  await noor.submit('next', { name: 'voorbeeldnetwerk', language: 'nl' })
  await noor.submit('next', { zone: 'Europe/Amsterdam', minimum: '5' })
  await noor.submit('next', {})
  await noor.submit('next', { coach: 'me', rhythm: 'month', date: '2026-12-01' })
  await bot.live('2026-11-16T09:10:00Z')
  for (const user of ['U0NOOR', 'U0SAM']) {
    await bot.of(user).press(channel, 'Doe je mee?')
    await bot.of(user).submit('next', { consent: 'yes' })
  }
  await bot.live('2026-11-16T09:20:00Z')
  return bot
}
const state = async (bot: Whole) => {
  const [id = ''] = await bot.store.networksBy(`place:slack/${team}/${channel}`)
  return bot.store.read(id)
}
const network = async (bot: Whole) => theNetwork(await state(bot))

test('invited: one greeting; from there a network with its year', async () => {
  const bot = await begun()
  await happens(bot, 'member_joined_channel', invited)
  const read = bot.reads('U0SAM', channel)
  expect(read.match(/Hoi, ik ben Dubbelloop/g)).toHaveLength(1)
  expect(read).not.toContain('Beginnen')
  expect(read).toContain('Gepland, steeds van 15:30 tot 17:00 uur: dinsdag 1 december')
  expect(bot.slack.broken).toEqual([])
})

test.each([
  ['channel_archive', 'channel_unarchive', { user: 'U0SAM' }],
  ['channel_left', 'member_joined_channel', invited],
])('%s and back, twice: told privately each time', async (out, back, more) => {
  const bot = await begun()
  for (const times of [1, 2]) {
    expect(await happens(bot, out, out === 'channel_left' ? {} : more)).toBe(200)
    await bot.live(`2026-11-16T1${times}:00:00Z`)
    expect(await network(bot)).toMatchObject({ gone: 'told' })
    expect(bot.reads('U0NOOR', 'D0NOOR').match(/Ik kan niet meer in jullie kanaal/g)).toHaveLength(times)
    await happens(bot, back, more)
    expect((await network(bot))?.gone).toBeUndefined()
  }
})

test('renamed: the place and the network that was called after it', async () => {
  const bot = await begun()
  await happens(bot, 'channel_rename', { channel: { id: channel, name: 'lezen', created: 1360782804 } })
  expect(await network(bot)).toMatchObject({ places: [{ name: 'lezen' }] })
})

test('who leaves the channel leaves the network, and comes back by their own yes', async () => {
  const bot = await begun()
  const left = async () => members.all(await state(bot)).find(({ name }) => name.startsWith('Sam'))?.left
  await happens(bot, 'member_left_channel', { user: 'U0SAM', channel_type: 'C', team })
  expect(await left()).toBe(true)
  await happens(bot, 'member_joined_channel', { user: 'U0SAM', channel_type: 'C', team })
  expect(await left()).toBe(true)
  await bot.of('U0SAM').press(channel, 'Doe je mee?')
  await bot.of('U0SAM').submit('next', { consent: 'yes' })
  expect(await left()).toBe(false)
})

test('nothing is acknowledged before it is kept', async () => {
  const kept = Promise.withResolvers<Reply>()
  const all = Promise.withResolvers<void>()
  let heard = 0
  const bot = await openBot(() => {
    heard += 1
    if (heard === 4) all.resolve()
    return kept.promise
  })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const press = {
    ...{ type: 'block_actions', user: { id: 'U0SAM', team_id: team }, team: { id: team }, trigger_id: 't' },
    actions: [{ type: 'button', action_id: 'press:0', block_id: 'b', value: 'n1/a/b' }],
    channel: { id: channel },
  }
  const place = { platform: 'slack', tenant: team, id: channel, kind: 'channel' }
  const sent = {
    ...{ type: 'view_submission', user: { id: 'U0SAM', team_id: team }, team: { id: team } },
    view: {
      ...{ id: 'V0', hash: 'h', type: 'modal', callback_id: 'form', title: { text: 'x' }, blocks: [] },
      private_metadata: JSON.stringify({ ref: 'n1/a/b', step: 1, revision: 0, place, language: 'nl' }),
      state: { values: {} },
    },
  }
  const payload = (given: object) => String(new URLSearchParams({ payload: JSON.stringify(given) }))
  const bodies: readonly [string, Record<string, string>][] = [
    [JSON.stringify(eventOf({ type: 'member_joined_channel', user: botUser, channel, event_ts: '9.1' })), {}],
    [payload(press), form],
    [payload(sent), form],
    [
      String(
        new URLSearchParams({
          ...{ command: '/leernetwerk', text: 'start', user_id: 'U0SAM', team_id: team },
          ...{ channel_id: channel, trigger_id: 't' },
        }),
      ),
      form,
    ],
  ]
  const order: string[] = []
  const answers = bodies.map(async ([body, headers]) => {
    const answer = await bot.post(body, headers)
    order.push('acknowledged')
    return answer.status
  })
  await all.promise
  // A request that has nothing to keep is answered in the meantime.
  const greeting = await bot.post({ type: 'url_verification', challenge: 'x' })
  order.push('kept')
  kept.resolve({ kind: 'nothing' })
  expect(greeting.status).toBe(200)
  expect(await Promise.all(answers)).toEqual([200, 200, 200, 200])
  expect(order[0]).toBe('kept')
  expect(heard).toBe(4)
})
