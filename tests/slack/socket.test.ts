/** Socket Mode against a stand-in of Slack's side of the socket. */
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { StartRefused } from '../../src/contracts/errors.ts'
import type { Json } from './check.ts'
import { type Person, person, type Way } from './person.ts'
import { wordsOf } from './sight.ts'
import { appToken } from './standin.ts'
import { channel, type Whole, wholeBot } from './whole.ts'

interface Line {
  readonly bot: Whole
  readonly way: Way
  of(user: string): Person
  /** Slack tells that it wants another connection, and the bot makes one. */
  refresh(): Promise<void>
  connections(): number
}

async function line(): Promise<Line> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  let socket: WebSocket | undefined
  let connections = 0
  let count = 0
  const waiting = new Map<string, (payload: unknown) => void>()
  let arrived = Promise.withResolvers<void>()
  server.on('connection', (fresh) => {
    socket = fresh
    connections += 1
    fresh.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data))
      waiting.get(envelope_id)?.(payload)
    })
    fresh.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    arrived.resolve()
  })
  const bot = await wholeBot({ appToken })
  const address = server.address()
  bot.slack.socketUrl = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  onTestFinished(() => void server.close())
  await bot.adapter.start?.()

  /** Resolves with the acknowledgement, as the answer over HTTP would be. */
  function envelope(type: string, payload: Json): Promise<Response> {
    const envelope_id = `envelope-${++count}`
    const answer = new Promise<Response>((resolve) => {
      waiting.set(envelope_id, (given) => resolve(Response.json(given ?? {})))
    })
    socket?.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true }))
    return answer
  }
  const way: Way = {
    form: (fields) => envelope('slash_commands', fields),
    interaction: (payload) => envelope('interactive', payload),
    event: (body) => envelope('events_api', body),
    settled: bot.adapter.settled,
  }
  return {
    bot,
    way,
    of: (user) => person(bot, user, way),
    connections: () => connections,
    async refresh() {
      arrived = Promise.withResolvers()
      socket?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      await arrived.promise
    },
  }
}

test('a network begins, joins and looks back over a socket, across a reconnection', async () => {
  const { bot, of, refresh, connections } = await line()
  expect(bot.adapter.routes).toEqual([])
  const noor = of('U0NOOR')
  await noor.command(channel, 'start')
  await noor.press(channel, 'Beginnen')
  await noor.submit('next', { name: 'Taal in de onderbouw', language: 'nl' })
  await noor.submit('next', { zone: 'Europe/Amsterdam', minimum: '4' })
  await refresh()
  expect(connections()).toBe(2)
  await noor.submit('next', {})
  await noor.submit('next', {})
  expect(wordsOf(noor.modal())).toContain('Jullie netwerk is er.')
  await bot.live('2026-11-16T09:30:00Z')
  const users = ['U0NOOR', 'U0SAM', 'U0LOU', 'U0MEI']
  for (const user of users) {
    await of(user).press(channel, 'Doe je mee?')
    await of(user).submit('next', { consent: 'yes' })
  }
  await noor.command(channel, 'bijeenkomst')
  await noor.press(channel, 'Plan bijeenkomst')
  await noor.submit('next', {
    date: '2026-11-23',
    from: '15:00',
    until: '16:00',
    repeat: 'once',
    back: 'form',
  })
  await bot.live('2026-11-23T15:20:00Z')
  for (const user of users) {
    const one = of(user)
    await one.press(channel, 'Invullen')
    await one.submit('next', { good: `goed van ${user}` })
    await one.submit('next', { value: ['direct'] })
  }
  await of('U0SAM').openHome()
  expect(of('U0SAM').home()).toBeDefined()
  await bot.live('2026-11-26T14:40:00Z')
  expect(bot.reads('U0SAM', channel)).toContain('goed van U0MEI')
  expect(bot.slack.broken).toEqual([])
})

test('a mention over a socket is acknowledged and answered', async () => {
  const { of } = await line()
  const sam = of('U0SAM')
  await sam.say(channel, 'help')
  expect(sam.sees(channel)).toHaveLength(1)
})

test('a token that Slack refuses refuses the start, and says which', async () => {
  const bot = await wholeBot({ appToken: 'another-app-token' })
  const refusal = await bot.adapter.start?.().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartRefused)
  expect(String(refusal)).toContain('SLACK_APP_TOKEN')
})
