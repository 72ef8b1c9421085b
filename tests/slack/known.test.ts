/** The channels that the adapter remembers by itself. */
import { expect, test } from 'vitest'
import { known } from '../../adapters/slack/known.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import { memoryStore } from '../web/memory-store.ts'

const place: Place = { platform: 'slack', tenant: 'T0', id: 'C0', kind: 'channel' }
const log = { info: () => {}, warn: () => {}, error: () => {} }

test('a channel that could not be remembered once is remembered the next time', async () => {
  const store = memoryStore()
  const channels = known(store, log)
  store.fail(new Error('no room'))
  await channels.add(place)
  store.fail()
  expect(await channels.all()).toEqual([])
  await channels.add(place)
  expect(await channels.all()).toEqual([place])
})

test('one that is remembered costs nothing more, until it is left', async () => {
  const store = memoryStore()
  const channels = known(store, log)
  let kept = 0
  const { transact } = store
  store.transact = (network, decide) => {
    kept += 1
    return transact(network, decide)
  }
  for (let times = 0; times < 3; times++) await channels.add(place)
  expect(kept).toBe(1)
  await channels.remove(place)
  expect(await channels.all()).toEqual([])
  await channels.add(place)
  expect(await channels.all()).toEqual([place])
  expect(await known(store, log).all()).toEqual([place])
})
