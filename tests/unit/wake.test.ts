import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBot } from '../../src/bot.ts'
import type { Incoming } from '../../src/contracts/incoming.ts'
import { features } from '../../src/features/registry.ts'
import { exampleChannel } from '../../src/playground.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { account } from '../support/live.ts'

let house: Kit
beforeEach(async () => {
  house = await kit()
  await house.drain()
})
afterEach(() => house.close())

/** Who is woken by what somebody of the example does. */
async function wokenBy(user: string, incoming: Pick<Incoming, 'kind'> & Record<string, unknown>) {
  const { store, road } = house
  const woken: string[] = []
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const bot = createBot({ store, road, features, log, count: () => {}, wake: (id) => woken.push(id) })
  await bot.receive({ ...incoming, who: account(user), where: exampleChannel, id: 'x' } as Incoming)
  return woken
}

test('a saved step leaves nothing to do, so nobody is woken for it', async () => {
  const { ref, step, revision } = formIn(await house.pressRef('anna', house.button('Invullen').ref))
  const sent = { kind: 'submit', ref, step, revision, button: 'next', values: { good: 'de koffie' } } as const
  expect(await wokenBy('anna', sent)).toEqual([])
})

test('what says something in the channel wakes the network', async () => {
  expect(await wokenBy('anna', { kind: 'command', words: 'kaart' })).toEqual(['example'])
})
