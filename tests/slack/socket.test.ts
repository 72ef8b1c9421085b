/** Socket Mode against a stand-in of Slack's side of the socket. */
import { expect, onTestFinished, test } from 'vitest'
import { StartRefused } from '../../src/contracts/errors.ts'
import { type Person, person } from './person.ts'
import { wordsOf } from './sight.ts'
import { type SocketSide, socketSide } from './socket.ts'
import { appToken } from './standin.ts'
import { channel, type Whole, wholeBot } from './whole.ts'

interface Line extends Pick<SocketSide, 'refresh' | 'connections'> {
  readonly bot: Whole
  of(user: string): Person
}

async function line(): Promise<Line> {
  const side = await socketSide()
  const bot = await wholeBot({ appToken })
  bot.slack.socketUrl = side.url
  onTestFinished(side.close)
  await bot.adapter.start?.()
  const way = side.way(bot)
  return { bot, of: (user) => person(bot, user, way), refresh: side.refresh, connections: side.connections }
}

test('a network begins, joins and looks back over a socket, across a reconnection', async () => {
  const { bot, of, refresh, connections } = await line()
  expect(bot.adapter.routes).toEqual([])
  const noor = of('U0NOOR')
  await noor.command(channel, 'start')
  await noor.press(channel, 'Beginnen')
  await noor.submit('next', { name: 'Taal in de onderbouw', language: 'nl' })
  await noor.submit('next', { zone: 'Europe/Amsterdam', minimum: '4' })
  expect(bot.adapter.ready?.()).toBe(true)
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
  expect(bot.adapter.ready?.()).toBe(false)
  expect(String(refusal)).toContain('SLACK_APP_TOKEN')
})
