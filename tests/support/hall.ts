/** A second channel, and a network that begins there. */
import type { Values } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Network } from '../../src/network/network.ts'
import { formIn, type Kit } from './kit.ts'

export const hall: Place = {
  ...{ platform: 'web', tenant: 'playground', id: 'hall', kind: 'channel' },
  name: 'Hal',
}

export const privateFrom = (user: string): Place => ({ ...hall, id: `private-${user}`, kind: 'private' })

/** What stands in the hall now. */
export const inHall = ({ chat }: Kit): readonly Message[] =>
  [...chat.standing.values()].filter(({ place }) => place.id === 'hall').map(({ message }) => message)

/** Goes through the set-up behind a button in the hall; gives the last reply. */
export async function setUp(bot: Kit, user: string, ref: string, name = 'Hal'): Promise<Reply> {
  let form = formIn(await bot.pressRef(user, ref, 'nl', hall))
  const steps: readonly Values[] = [{ name, language: 'nl' }, { zone: 'Europe/Amsterdam', minimum: '5' }, {}]
  for (const values of steps) form = formIn(await bot.submit(user, form, values, { where: hall }))
  return bot.submit(user, form, {}, { where: hall })
}

export const second: Network = {
  ...{ id: 'second', name: 'Tweede', task: '', confirmed: '2026-2027', language: 'nl', minimum: 5 },
  ...{ zone: 'Europe/Amsterdam', regions: [], free: [], places: [hall] },
}
