/** What goes out: to the newest address, once, and what the service says about it in the contract's words. */
import { expect, onTestFinished, test } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { account, type ClientOptions, channel, client } from './client.ts'
import { nodes, textOf } from './look.ts'
import type { Failure } from './service.ts'

const noor = account('noor', 'Noor Voorbeeld')
const sam = account('sam', 'Sam Verzonnen')

const message = (text: string): Message => ({
  language: 'nl',
  summary: text,
  blocks: [{ tag: 'paragraph', text }],
})

async function open(reply: Reply = { kind: 'nothing' }, options: ClientOptions = {}) {
  const teams = await client(async () => reply, options)
  onTestFinished(() => teams.close())
  await teams.install(noor, channel)
  return teams
}

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'sent',
    (error: unknown) => error,
  )

const expected: readonly (readonly [Failure, string])[] = [
  [{ status: 429, after: '7' }, 'later'],
  [{ status: 401 }, 'later'],
  [{ status: 403 }, 'gone'],
  [{ status: 404 }, 'gone'],
  [{ status: 400 }, 'bug'],
  [{ status: 413 }, 'bug'],
  [{ status: 408 }, 'ambiguous'],
  [{ status: 412 }, 'ambiguous'],
  [{ status: 500 }, 'ambiguous'],
  [{ status: 502 }, 'ambiguous'],
  [{ status: 503 }, 'ambiguous'],
  [{ status: 504 }, 'ambiguous'],
  ['cut', 'ambiguous'],
  ['slow', 'ambiguous'],
]

test.each(expected.map(([failure, reason]) => ({ failure, reason })))(
  '$failure means $reason, and is called once',
  async ({ failure, reason }) => {
    const { adapter, service } = await open({ kind: 'nothing' }, { callWithin: 300 })
    service.fail(failure)
    const before = service.calls.length
    const error = await failureOf(adapter.send({ id: 'm', place: channel, message: message('Hoi.') }))
    expect(error).toBeInstanceOf(SendFailed)
    expect(error).toHaveProperty('reason', reason)
    expect(service.calls).toHaveLength(before + 1)
  },
)

test('too much at once: not before the service says so', async () => {
  const { adapter, service } = await open()
  service.fail({ status: 429, after: '7' })
  const error = await failureOf(adapter.send({ id: 'm', place: channel, message: message('Hoi.') }))
  expect((error as SendFailed).wait).toBeGreaterThanOrEqual(7000)
})

test('a service that cannot be reached was told nothing', async () => {
  const { adapter, service } = await open()
  await service.close()
  expect(await failureOf(adapter.send({ id: 'm', place: channel, message: message('Hoi.') }))).toMatchObject({
    reason: 'later',
  })
})

test('a sign-in that is refused is tried again later', async () => {
  const { adapter, service } = await open({ kind: 'nothing' }, { config: { password: 'another' } })
  expect(await failureOf(adapter.send({ id: 'm', place: channel, message: message('Hoi.') }))).toMatchObject({
    reason: 'later',
  })
  expect(service.calls).toEqual([])
})

test('a message that somebody removed is no reason to give up the place', async () => {
  const { adapter, service } = await open()
  const address = await adapter.send({ id: 'm', place: channel, message: message('Hoi.') })
  service.posted.length = 0
  expect(
    await failureOf(adapter.update(address, { id: 'm', place: channel, message: message('Nieuw.') })),
  ).toMatchObject({ reason: 'bug' })
})

test('after the bot was removed nothing goes out, until it is installed again', async () => {
  const { adapter, tell, install, service } = await open()
  await tell(noor, channel, { type: 'installationUpdate', action: 'remove' })
  const before = service.calls.length
  const send = () => failureOf(adapter.send({ id: 'm', place: channel, message: message('Hoi.') }))
  expect(await send()).toMatchObject({ reason: 'gone' })
  expect(service.calls).toHaveLength(before)
  await install(noor, channel)
  expect(await send()).toBe('sent')
})

test('the newest address counts, if it is one that may be called', async () => {
  const hosts = { config: { serviceHosts: ['127.0.0.1', 'smba.trafficmanager.net'] } }
  const { adapter, service, store, raw, activity } = await open({ kind: 'nothing' }, hosts)
  const addresses = async () =>
    [...(await store.read('teams')).all('spot').values()].map((each) => JSON.stringify(each))
  const moveTo = async (serviceUrl: string) => {
    const moved = { ...activity(noor, channel, { type: 'installationUpdate', action: 'add' }), serviceUrl }
    return (await raw(JSON.stringify(moved), await service.token({ serviceurl: serviceUrl }))).status
  }
  expect(await moveTo('https://smba.example.org/emea/')).toBe(401)
  await adapter.send({ id: 'm', place: channel, message: message('Hoi.') })
  expect(service.posted).toHaveLength(1)
  expect(await moveTo('https://smba.trafficmanager.net/emea/')).toBe(200)
  expect(await addresses()).toEqual([expect.stringContaining('https://smba.trafficmanager.net/emea/')])
})

test('a chat is opened once, and a refusal means gone', async () => {
  const { adapter, service } = await open()
  const place = await adapter.privatePlace(sam)
  expect(await adapter.privatePlace(sam)).toEqual(place)
  expect(service.calls.filter((call) => call === 'POST /v3/conversations')).toHaveLength(1)
  service.closed.add('aad-kim')
  expect(await failureOf(adapter.privatePlace(account('kim', 'Kim Nergens')))).toMatchObject({
    reason: 'gone',
  })
})

test('a typed word in a channel is answered in the chat where there is one', async () => {
  const teams = await open({ kind: 'word', message: message('Alleen voor jou.') })
  const chat = await teams.adapter.privatePlace(sam)
  await teams.say(sam, channel, 'open')
  expect(teams.cardsIn(chat).map(textOf).join()).toContain('Alleen voor jou.')
  expect(teams.cardsIn(channel)).toEqual([])
})

test('and behind a button where the chat is refused', async () => {
  const teams = await open({ kind: 'word', message: message('Alleen voor jou.') })
  await teams.say(sam, channel, 'open')
  expect(teams.cardsIn(channel).map(textOf).join()).not.toContain('Alleen voor jou.')
  await teams.press(noor, channel, 'Openen')
  expect(textOf(teams.windows.get(noor.user)?.card)).toContain('Alleen voor jou.')
})

test('an invoke is answered in time, and the work goes on', async () => {
  let finish: (reply: Reply) => void = () => {}
  let done = 0
  const teams = await client(
    () =>
      new Promise((resolve) => {
        finish = (reply) => {
          done += 1
          resolve(reply)
        }
      }),
    { patience: 1 },
  )
  onTestFinished(() => teams.close())
  teams.service.post(channel.id, {
    attachments: [
      {
        content: {
          type: 'AdaptiveCard',
          actions: [
            {
              type: 'Action.Submit',
              title: 'Invullen',
              data: { dubbelloop: { press: 'n1/a/b' }, msteams: {} },
            },
          ],
        },
      },
    ],
  })
  await teams.press(noor, channel, 'Invullen')
  expect(textOf(teams.windows.get(noor.user)?.card)).toContain('Dit duurt even.')
  finish({ kind: 'nothing' })
  expect(done).toBe(1)
})

test('a place of which the store knows nothing gets nothing', async () => {
  const { adapter } = await open()
  const place = { ...channel, id: '19:elsewhere@thread.tacv2' }
  expect(await failureOf(adapter.send({ id: 'm', place, message: message('Hoi.') }))).toMatchObject({
    reason: 'gone',
  })
})

test('pictures come by their id, without PUBLIC_URL in words', async () => {
  const { adapter, service, address } = await open()
  const drawn: Message = {
    ...message('Beeld'),
    blocks: [{ tag: 'picture', picture: 'known', words: 'Wat het beeld laat zien.' }],
  }
  await adapter.send({ id: 'm', place: channel, message: drawn })
  expect(nodes(service.posted[0]?.activity.attachments?.[0]?.content)).toContainEqual(
    expect.objectContaining({
      url: 'https://bot.example.org/pictures/known.png',
      altText: 'Wat het beeld laat zien.',
    }),
  )
  const statusOf = async (path: string) => (await fetch(new URL(path, address))).status
  expect(await statusOf('/pictures/known.png')).toBe(200)
  expect(await statusOf('/pictures/unknown.png')).toBe(404)
  const without = await open({ kind: 'nothing' }, { config: { publicUrl: undefined } })
  await without.adapter.send({ id: 'm', place: channel, message: drawn })
  expect(textOf(without.cardsIn(channel)[0])).toContain('Wat het beeld laat zien.')
})

test('the words of a picture come whole, however long they are', async () => {
  const { adapter, cardsIn } = await open({ kind: 'nothing' }, { config: { publicUrl: undefined } })
  const words = Array.from({ length: 4 }, (_, index) => `Lijn ${index}. ${'Twee keer links. '.repeat(80)}`)
  const blocks = [{ tag: 'picture' as const, picture: 'known', words: words.join('\n\n') }]
  await adapter.send({ id: 'm', place: channel, message: { ...message('Beeld'), blocks } })
  const shown = textOf(cardsIn(channel)[0])
  expect(shown).not.toContain('…')
  expect(shown.match(/Twee keer links\./g)).toHaveLength(320)
})
