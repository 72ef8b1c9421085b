import { expect, test } from 'vitest'
import { SendFailed, StoreDamaged, StoreFailed } from '../../src/contracts/errors.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import { openPlayground, start } from './playground.ts'

const message: Message = { language: 'nl', summary: 'Een', blocks: [{ tag: 'paragraph', text: 'Een' }] }
const channel: Place = { platform: 'web', tenant: 'playground', id: 'c1', kind: 'channel' }
const quiet = async () => ({ kind: 'nothing' }) as const

const why = (call: Promise<unknown>) =>
  call.then(
    () => 'sent',
    (error: unknown) => (error instanceof SendFailed ? error.reason : error),
  )

test('who and what is not in the playground is gone; another platform is a mistake', async () => {
  const { adapter } = await openPlayground(quiet)
  const send = (place: Place) => why(adapter.send({ id: 'm', place, message }))
  expect(await send({ ...channel, id: 'private-nobody', kind: 'private' })).toBe('gone')
  expect(await send({ ...channel, id: 'c3' })).toBe('gone')
  expect(await send({ ...channel, tenant: 'elsewhere' })).toBe('bug')
  const account = { platform: 'web', tenant: 'playground', user: 'nobody' }
  expect(await why(adapter.privatePlace(account))).toBe('gone')
})

test('a store that cannot keep it now is tried again; one that is damaged is not', async () => {
  const { adapter, store } = await openPlayground(quiet)
  const send = () => why(adapter.send({ id: 'm', place: channel, message }))
  store.fail(new StoreFailed('full'))
  expect(await send()).toBe('later')
  store.fail(new StoreDamaged('damaged'))
  expect(await send()).toBe('bug')
  store.fail()
  expect(await send()).toBe('sent')
})

test('the same update twice changes once', async () => {
  const { adapter, store } = await openPlayground(quiet)
  const parcel = { id: 'm', place: channel, message }
  await adapter.send(parcel)
  await adapter.update('m', parcel)
  const post = async () => (await store.read('playground')).get('post', 'm')
  expect(await post()).toMatchObject({ data: { changed: false, at: start.toISOString() } })
  await adapter.update('m', { ...parcel, message: { ...message, summary: 'Twee' } })
  expect(await post()).toMatchObject({ data: { changed: true, message: { summary: 'Twee' } } })
})
