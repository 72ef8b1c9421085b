/** What goes out, and what the sender hears when it does not. */
import { describe, expect, test } from 'vitest'
import { scopes, slackManifest } from '../../adapters/slack/manifest.ts'
import { SendFailed, StartRefused } from '../../src/contracts/errors.ts'
import type { Message } from '../../src/contracts/message.ts'
import { languages, said } from '../../src/contracts/text.ts'
import { everyFile, everyMessage } from '../contracts/everything.ts'
import { openBot } from './bot.ts'
import { overHttp, person } from './person.ts'
import { aliveIn, wordsOf } from './sight.ts'
import { type Failing, team } from './standin.ts'

const place = { platform: 'slack', tenant: team, id: 'C0EXAMPLE', kind: 'channel' } as const
const message: Message = { language: 'nl', summary: 'Hoi', blocks: [{ tag: 'paragraph', text: 'Hoi' }] }
const parcel = { id: 'm', place, message }
const nothing = async () => ({ kind: 'nothing' }) as const

async function failure(how: Omit<Failing, 'times'>, call: 'send' | 'update' | 'privatePlace') {
  const { adapter, slack } = await openBot(nothing)
  const address = await adapter.send(parcel)
  slack.failing = { ...how, times: 1 }
  const calls = {
    send: () => adapter.send(parcel),
    update: () => adapter.update(address, parcel),
    privatePlace: () => adapter.privatePlace({ platform: 'slack', tenant: team, user: 'U0SAM' }),
  }
  const error = await calls[call]().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SendFailed)) throw new Error('It was sent.')
  // One try: whatever may be tried again is tried by the sender.
  expect(slack.failing.times).toBe(0)
  return error
}

describe('why something was not sent', () => {
  test.each([
    ['later', { how: 429, headers: { 'retry-after': '7' } }],
    ['later', { how: 429 }],
    ['later', { how: 'ratelimited' }],
    ...[
      'channel_not_found',
      'is_archived',
      'not_in_channel',
      'account_inactive',
      'token_revoked',
      'user_not_found',
      'cannot_dm_bot',
    ].map((how) => ['gone', { how }] as const),
    ['ambiguous', { how: 500 }],
    ['ambiguous', { how: 503 }],
    ['ambiguous', { how: 'cut' }],
    ['ambiguous', { how: 'cut-after' }],
    ['ambiguous', { how: 'fatal_error' }],
    ['ambiguous', { how: '<html>a proxy</html>' }],
    ...['invalid_blocks', 'msg_too_long', 'missing_scope', 'something_new'].map(
      (how) => ['bug', { how }] as const,
    ),
  ] as const)('%s: %j', async (reason, how) => {
    expect((await failure({ ...how, method: /^chat\.postMessage/ }, 'send')).reason).toBe(reason)
  })

  test('as long later as Slack asks', async () => {
    const how = { how: 429, headers: { 'retry-after': '7' } }
    expect(await failure(how, 'send')).toMatchObject({ wait: 7000 })
  })

  test('an update that Slack refuses is a bug, with its code', async () => {
    for (const how of ['message_not_found', 'cant_update_message', 'edit_window_closed']) {
      const error = await failure({ how }, 'update')
      expect([error.reason, error.message]).toEqual(['bug', expect.stringContaining(how)])
    }
  })

  test('what may be done twice is tried later when nobody knows', async () => {
    expect((await failure({ how: 'cut' }, 'update')).reason).toBe('later')
    expect((await failure({ how: 502 }, 'privatePlace')).reason).toBe('later')
  })

  test('where nobody listens, nothing was sent', async () => {
    const { adapter, slack } = await openBot(nothing)
    await slack.close()
    const error = await adapter.send(parcel).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: 'later' })
  })
})

describe('pictures and files', () => {
  const own = (blocks: Message['blocks']): Message => ({ ...message, blocks })
  const picture = (id: string) =>
    own([{ tag: 'picture', picture: id, words: ['Vier kruisjes ', said('links')] }])

  test('a picture is uploaded once and has words for who does not see it', async () => {
    const { adapter, slack } = await openBot(nothing)
    const address = await adapter.send({ ...parcel, message: picture('example-picture') })
    await adapter.update(address, { ...parcel, message: picture('example-picture') })
    expect(slack.posts[0]?.blocks).toMatchObject([{ type: 'image', alt_text: 'Vier kruisjes links' }])
    const files = () => [...slack.files.values()].filter(({ name }) => name.endsWith('.png'))
    expect(files()).toHaveLength(1)
    // Somebody's name was taken out of it: what it shows is another file.
    const other = own([{ tag: 'picture', picture: 'example-picture', words: ['Vier kruisjes'] }])
    await adapter.update(address, { ...parcel, message: other })
    expect(files()).toHaveLength(2)
    expect(slack.posts[0]?.blocks).toMatchObject([{ alt_text: 'Vier kruisjes' }])
  })

  test.each([
    ['there is none', 'no-such-picture', undefined],
    ['Slack takes none', 'example-picture', { method: /^files/, how: 'missing_scope', times: 9 }],
    [
      'Slack is never ready to show it',
      'example-picture',
      { method: /^chat/, how: 'invalid_blocks', times: 4 },
    ],
  ])('its words stand in when %s', async (_, id, failing) => {
    const { adapter, slack } = await openBot(nothing)
    slack.failing = failing
    await adapter.send({ ...parcel, message: picture(id) })
    expect(aliveIn(slack.posts[0]?.blocks)).toEqual([])
    expect(wordsOf(slack.posts[0]?.blocks)).toBe('Vier kruisjes links')
  })

  test('a picture that Slack is getting ready is waited for, and uploaded once', async () => {
    const { adapter, slack } = await openBot(nothing)
    slack.failing = { method: /^chat/, how: 'invalid_blocks', times: 2 }
    await adapter.send({ ...parcel, message: picture('example-picture') })
    expect(slack.posts.map(({ blocks }) => blocks)).toMatchObject([[{ type: 'image' }]])
    expect(slack.files.size).toBe(1)
  })

  test('the words of a picture come whole, however long they are', async () => {
    const { adapter, slack } = await openBot(nothing)
    const words = Array.from({ length: 4 }, (_, index) => `Lijn ${index}. ${'Twee keer links. '.repeat(60)}`)
    const message = own([
      { tag: 'picture', picture: 'none', words: [words.join('\n\n'), said(words[0] ?? '')] },
    ])
    await adapter.send({ ...parcel, message })
    const shown = wordsOf(slack.posts[0]?.blocks)
    expect(shown).not.toContain('…')
    expect(shown.match(/Twee keer links\./g)).toHaveLength(300)
  })

  test('a file that Slack does not take: how it begins stands below the message', async () => {
    const { adapter, slack } = await openBot(nothing)
    slack.failing = { method: /^files/, how: 'file_uploads_disabled', times: 9 }
    await adapter.send({ ...parcel, message: own([everyFile('nl')]) })
    expect(slack.posts[1]).toMatchObject({ thread: slack.posts[0]?.ts })
    expect(wordsOf(slack.posts[1]?.blocks)).toContain('file (nl)')
  })

  test('a private word with a file: the file comes in their own chat', async () => {
    const bot = await openBot(async () => ({ kind: 'word', message: own([everyFile('nl')]) }))
    const sam = person(bot, 'U0SAM', overHttp(bot))
    await sam.command(place.id, 'privacy')
    expect([...bot.slack.files.values()]).toMatchObject([{ name: 'example-nl.csv', channel: sam.dm }])
    expect(bot.slack.posts.every(({ only }) => only === 'U0SAM')).toBe(true)
  })

  test('where Slack refuses a private word in the channel it comes in their own chat', async () => {
    const bot = await openBot(async () => ({ kind: 'word', message }))
    const sam = person(bot, 'U0SAM', overHttp(bot))
    bot.slack.failing = { method: /^chat\.postEphemeral/, how: 'not_in_channel', times: 1 }
    await sam.say(place.id, 'help')
    expect(bot.slack.posts).toMatchObject([{ channel: sam.dm, text: 'Hoi' }])
  })
})

test('no address outside Slack is ever called', async () => {
  const bot = await openBot(async () => ({ kind: 'word', message }))
  const body = {
    command: '/leernetwerk',
    text: 'help',
    user_id: 'U0SAM',
    team_id: team,
    channel_id: place.id,
  }
  const fields = { ...body, trigger_id: 't', response_url: 'http://127.0.0.2:9/elsewhere' }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await bot.post(String(new URLSearchParams(fields)), headers)).status).toBe(200)
  await bot.adapter.settled()
  expect(bot.slack.calls.map(({ method }) => method)).toContain('chat.postEphemeral')
})

test('the log holds no word, name or token', async () => {
  const bot = await openBot(async () => ({ kind: 'word', message: everyMessage('nl', 'canary-words') }))
  bot.slack.failing = { method: /^(chat|views|files)/, how: 'missing_scope', times: 99 }
  await person(bot, 'U0SAM', overHttp(bot)).say(place.id, 'canary-typed')
  await bot.adapter.send({ ...parcel, message: everyMessage('nl', 'canary-words') }).catch(() => undefined)
  const written = JSON.stringify(bot.logged)
  expect(bot.logged).not.toEqual([])
  for (const secret of ['canary', 'Verzonnen', 'example-bot-token', 'example-signing-secret'])
    expect(written).not.toContain(secret)
})

test('without a signing secret or app token it refuses to start, and says which', async () => {
  await expect(openBot(nothing, { config: { signingSecret: '' } })).rejects.toThrow(StartRefused)
})

describe('the manifest', () => {
  test.each(languages)('over HTTP it has the one address everywhere, in a socket none (%s)', (language) => {
    const http = JSON.stringify(slackManifest({ language, url: 'https://bot.example/', socketMode: false }))
    expect(http.match(/https:\/\/bot\.example\/slack\/events/g)).toHaveLength(4)
    const socket = slackManifest({ language, socketMode: true })
    expect(JSON.stringify(socket)).not.toContain('https')
    expect(socket.settings.socket_mode_enabled).toBe(true)
    expect(socket.oauth_config.scopes.bot).toEqual([...scopes])
  })
})
