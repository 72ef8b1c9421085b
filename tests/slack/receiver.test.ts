/** The door: what is not signed by Slack stays outside, and what Slack repeats changes nothing. */
import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { now, openBot, sign } from './bot.ts'
import { eventOf, overHttp, person } from './person.ts'
import { wordsOf } from './sight.ts'
import { bot as botUser, otherTeam, team } from './standin.ts'
import { channel, wholeBot } from './whole.ts'

const mention = eventOf({
  type: 'app_mention',
  user: 'U0NOOR',
  channel,
  text: 'help',
  ts: '1.2',
  event_ts: '1.2',
})
const written = JSON.stringify(mention)
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

async function listener(reply: Reply = { kind: 'nothing' }) {
  const heard: Incoming[] = []
  const bot = await openBot(async (incoming) => {
    heard.push(incoming)
    return reply
  })
  return { ...bot, heard }
}

describe('a signature', () => {
  const none = { 'x-slack-signature': '', 'x-slack-request-timestamp': '' }
  test.each([
    ['missing', none],
    ['of somebody else', sign(written, now, 'another-secret')],
    ['of another body', sign(`${written} `, now)],
    ['of six minutes ago', sign(written, minutes(-6))],
    ['of six minutes ahead', sign(written, minutes(6))],
    ['with another moment', { ...sign(written, now), 'x-slack-request-timestamp': '1700000000' }],
    ['without a moment', { ...sign(written, now), 'x-slack-request-timestamp': 'soon' }],
    [
      'of another version',
      { 'x-slack-signature': sign(written, now)['x-slack-signature'].replace('v0', 'v1') },
    ],
    ['cut short', { 'x-slack-signature': 'v0=' }],
  ])('%s is refused and not heard', async (_, headers) => {
    const { post, heard } = await listener()
    expect((await post(written, headers)).status).toBe(401)
    expect(heard).toEqual([])
  })

  test('of four minutes ago is fine', async () => {
    const { post, heard } = await listener()
    expect((await post(written, sign(written, minutes(-4)))).status).toBe(200)
    expect(heard).toMatchObject([{ kind: 'command', words: 'help' }])
  })

  test('before it is checked nobody parses: garbage without one is 401 too', async () => {
    const { post } = await listener()
    expect((await post('{', none)).status).toBe(401)
  })
})

test('Slack asks whether we are there', async () => {
  const { post } = await listener()
  const answer = await post({ type: 'url_verification', challenge: 'example-challenge' })
  expect([answer.status, await answer.text()]).toEqual([200, 'example-challenge'])
})

describe('the same thing again', () => {
  test('the same event under the same and under another id is heard, and answered once', async () => {
    const bot = await wholeBot()
    const { dm, say } = bot.of('U0SAM')
    await say(dm, 'help', { id: 'Ev0ONE', ts: '1600000009.000001' })
    await say(dm, 'help', { id: 'Ev0ONE', ts: '1600000009.000001' })
    await say(dm, 'help', { id: 'Ev0TWO', ts: '1600000009.000001' })
    const commands = bot.heard.filter(({ id }) => !id.startsWith('home '))
    expect(commands).toHaveLength(3)
    expect(new Set(commands.map(({ id }) => id)).size).toBe(1)
    expect(bot.of('U0SAM').sees(dm)).toHaveLength(1)
  })

  test('a true request replayed within its window: 200 and no effect', async () => {
    const bot = await wholeBot()
    const noor = bot.of('U0NOOR')
    await noor.command(channel, 'start')
    await noor.press(channel, 'Beginnen')
    const { view } = { view: noor.modal() }
    const values = Object.fromEntries(
      [...JSON.stringify(view).matchAll(/"block_id":"(\d+\.\d+\.\w+)"/g)].map(([, block = '']) => [
        block,
        { value: { type: 'plain_text_input', value: block.endsWith('name') ? 'Netwerk' : null } },
      ]),
    )
    const payload = {
      type: 'view_submission',
      user: { id: 'U0NOOR', team_id: team },
      team: { id: team },
      view: { ...view, state: { values } },
    }
    const body = String(new URLSearchParams({ payload: JSON.stringify(payload) }))
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answers = [await bot.post(body, headers), await bot.post(body, headers)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(texts[0]).toBe(texts[1])
  })

  test('two presses at once are both answered', async () => {
    const bot = await wholeBot()
    const noor = bot.of('U0NOOR')
    await noor.command(channel, 'start')
    const both = await Promise.all([noor.press(channel, 'Beginnen'), noor.press(channel, 'Beginnen')])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(wordsOf(noor.modal())).toContain('Jullie netwerk')
  })
})

describe('places and people', () => {
  const happening = (type: string, more: object) => eventOf({ type, event_ts: '5.5', ...more })
  test.each([
    ['person-joined', happening('member_joined_channel', { user: 'U0SAM', channel, team })],
    ['person-left', happening('member_left_channel', { user: 'U0SAM', channel, team })],
    ['bot-added', happening('member_joined_channel', { user: botUser, channel, team, inviter: 'U0NOOR' })],
    ['bot-removed', happening('member_left_channel', { user: botUser, channel, team })],
    ['bot-removed', happening('group_left', { channel })],
    ['place-renamed', happening('channel_rename', { channel: { id: channel, name: 'nieuw' } })],
    ['place-gone', happening('channel_archive', { channel, user: 'U0SAM' })],
    ['place-gone', happening('group_deleted', { channel })],
    ['bot-added', happening('channel_unarchive', { channel, user: 'U0SAM' })],
    ['home-opened', happening('app_home_opened', { user: 'U0SAM', channel: 'D0SAM', tab: 'home' })],
  ])('%s', async (kind, event) => {
    const { post, heard, adapter } = await listener()
    expect((await post(event)).status).toBe(200)
    await adapter.settled()
    expect(heard[0]).toMatchObject({ kind, where: { platform: 'slack', tenant: team } })
  })

  test('who came or went, and what a channel is called now', async () => {
    const { post, heard } = await listener()
    await post(happening('member_left_channel', { user: 'U0SAM', channel, channel_type: 'C', team }))
    // As Slack documents it: the channel is an object here.
    await post(happening('channel_rename', { channel: { id: channel, name: 'nieuw', created: 1360782804 } }))
    await post(happening('group_rename', { channel: { id: channel, created: 1360782804 } }))
    expect(heard).toMatchObject([
      { kind: 'person-left', who: { user: 'U0SAM', name: 'Sam Verzonnen', tenant: team } },
      { kind: 'place-renamed', name: 'nieuw', where: { id: channel } },
    ])
  })

  test('uninstalled and revoked, in any order, twice', async () => {
    for (const order of [
      ['tokens_revoked', 'app_uninstalled'],
      ['app_uninstalled', 'tokens_revoked'],
    ]) {
      const { post, heard, adapter } = await listener()
      const place = { platform: 'slack', tenant: team, id: channel, kind: 'channel' } as const
      await adapter.send({ id: 'm', place, message: { language: 'nl', summary: 'Hoi', blocks: [] } })
      for (const type of [...order, ...order])
        expect((await post(eventOf({ type, tokens: { bot: [botUser] } }))).status).toBe(200)
      expect(heard).toMatchObject([{ kind: 'bot-removed', where: { id: channel } }])
    }
  })

  test('somebody of another organisation is known by it', async () => {
    const bot = await listener()
    await person(bot, 'U0KIM', overHttp(bot)).command(channel, 'help')
    expect(bot.heard).toMatchObject([{ who: { tenant: otherTeam, user: 'U0KIM', language: 'en' } }])
  })

  test('who Slack says nothing about is heard all the same', async () => {
    const bot = await listener()
    bot.slack.failing = { method: /^users/, how: 'missing_scope', times: 100 }
    await person(bot, 'U0SAM', overHttp(bot)).command(channel, 'help')
    expect(bot.heard).toMatchObject([{ who: { platform: 'slack', tenant: team, user: 'U0SAM' } }])
  })

  test('/retro is the word retro, a mention may stand anywhere, other words of bots are not heard', async () => {
    const bot = await listener()
    const sam = person(bot, 'U0SAM', overHttp(bot))
    await sam.command(channel, 'zeilboot', '/retro')
    await bot.post(
      eventOf({
        type: 'app_mention',
        user: 'U0SAM',
        channel,
        text: `kaart <@${botUser}> vertrouwen &amp; zo`,
        ts: '7.1',
      }),
    )
    await bot.post(
      eventOf({
        type: 'message',
        channel_type: 'im',
        bot_id: 'B0X',
        user: 'U0X',
        channel: 'D0X',
        text: 'x',
        ts: '7.2',
      }),
    )
    await bot.post(
      eventOf({ type: 'message', channel_type: 'im', subtype: 'message_changed', channel: 'D0X', ts: '7.3' }),
    )
    const words = bot.heard.flatMap((each) => (each.kind === 'command' ? [each.words] : []))
    expect(words).toEqual(['retro zeilboot', 'kaart  vertrouwen & zo'])
  })
})

describe('a window that Slack does not open', () => {
  const form: Reply = {
    kind: 'form',
    form: {
      ...{ ref: 'n1/x/y', language: 'nl', title: 'Titel', step: 1, steps: 1, revision: 0, intro: [] },
      fields: [{ tag: 'short', id: 'a', label: 'Vraag', optional: true, most: 10 }],
      buttons: { next: 'Verstuur', close: 'Later' },
    },
  }

  test('too late: a friendly word with the same thing behind a button', async () => {
    const bot = await listener(form)
    const sam = person(bot, 'U0SAM', overHttp(bot))
    bot.slack.failing = { method: /^views\.open/, how: 'expired_trigger_id', times: 1 }
    expect((await sam.command(channel, 'start')).status).toBe(200)
    expect(sam.modal()).toBeUndefined()
    expect(wordsOf(sam.sees(channel).map(({ blocks }) => blocks))).toContain('Er is niets kwijt.')
    await sam.press(channel, 'Probeer opnieuw')
    expect(wordsOf(sam.modal())).toContain('Vraag')
  })

  test('a mention has no window: a button opens it', async () => {
    const bot = await listener(form)
    const sam = person(bot, 'U0SAM', overHttp(bot))
    await sam.say(channel, 'start')
    await sam.press(channel, 'Open')
    expect(wordsOf(sam.modal())).toContain('Vraag')
  })

  test('closing it is later: nothing is heard', async () => {
    const bot = await listener(form)
    const sam = person(bot, 'U0SAM', overHttp(bot))
    await sam.command(channel, 'start')
    const before = bot.heard.length
    expect((await sam.closeModal()).status).toBe(200)
    expect(bot.heard).toHaveLength(before)
  })
})

test('acknowledged after it was heard, and without waiting for what Slack shows', async () => {
  const release = Promise.withResolvers<Reply>()
  const { post } = await openBot(() => release.promise)
  let answered = false
  const answer = post(mention).then((response) => {
    answered = true
    return response
  })
  await new Promise(setImmediate)
  expect(answered).toBe(false)
  release.resolve({ kind: 'nothing' })
  expect((await answer).status).toBe(200)
})

test('however slow Slack is, it is acknowledged at once, and shown when it comes', async () => {
  const bot = await listener({ kind: 'word', message: { language: 'nl', summary: 'Hoi', blocks: [] } })
  bot.slack.failing = { method: /^chat/, how: 'hold', times: 1 }
  expect((await bot.post(mention)).status).toBe(200)
  expect(bot.slack.posts).toEqual([])
  while (bot.slack.failing.times > 0) await new Promise(setImmediate)
  bot.slack.release()
  await bot.adapter.settled()
  expect(bot.slack.posts).toMatchObject([{ channel, only: 'U0NOOR' }])
})
