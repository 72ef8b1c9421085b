/** What only the real Slack sends: it is acknowledged, and the bot goes on. */
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { person } from './person.ts'
import { socketSide } from './socket.ts'
import { appToken } from './standin.ts'
import { channel, wholeBot } from './whole.ts'

test('an event without an event in it is acknowledged over a socket, and the next one is heard', async () => {
  const side = await socketSide()
  const bot = await wholeBot({ appToken })
  bot.slack.socketUrl = side.url
  onTestFinished(side.close)
  await bot.adapter.start?.()
  const way = side.way(bot)
  await way.event({ type: 'app_rate_limited', team_id: 'T0', minute_rate_limited: 1 })
  await way.event({ type: 'event_callback' })
  const sam = person(bot, 'U0SAM', way)
  await sam.say(channel, 'help')
  expect(sam.sees(channel)).toHaveLength(1)
})

test('what is no envelope is left alone, and the next one is acknowledged', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const acknowledged = Promise.withResolvers<string>()
  server.on('connection', (socket) => {
    socket.on('message', (data) => acknowledged.resolve(JSON.parse(String(data)).envelope_id))
    socket.send(JSON.stringify({ type: 'hello' }))
    for (const odd of ['', 'no json', 'null', '3', '[]', '{}', '{"type":7}']) socket.send(odd)
    socket.send(JSON.stringify({ type: 'events_api', envelope_id: 'last', payload: null }))
  })
  const bot = await wholeBot({ appToken })
  bot.slack.socketUrl = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await bot.adapter.start?.()
  expect(await acknowledged.promise).toBe('last')
})
