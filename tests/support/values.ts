/** A round that asks what the network brings. */
import type { Form, Values } from '../../src/contracts/form.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Language } from '../../src/contracts/text.ts'
import { itemsOf } from '../../src/instrument/instrument.ts'
import { instrumentOf } from '../../src/round/engine.ts'
import { asksValue, closeRound, lastRound, openCrosses, place } from './crosses.ts'
import { formIn, type Kit } from './kit.ts'
import { live } from './live.ts'
import { five } from './month.ts'

export const middle = { now: () => 3 }

/** The ids of all that the last round asks about it. */
export const valueItems = async (bot: Kit): Promise<readonly string[]> =>
  itemsOf(instrumentOf(await bot.state(), await lastRound(bot)))
    .map(({ id }) => id)
    .filter((id) => id.startsWith('value'))

/** A round in December that came back, and a second one that opens after Christmas. */
export async function secondRound(bot: Kit): Promise<void> {
  await openCrosses(bot)
  for (const user of five) await place(bot, user, middle)
  await closeRound(bot)
  await live(bot, '2027-01-11T10:00:00Z')
  await openCrosses(bot)
}

/** What somebody says to each of these questions, with their name in it. */
export const says = (user: string, ...ids: string[]): Values =>
  Object.fromEntries(ids.map((id) => [id, `${id} van ${user}`]))

/** The form at its first step about what the network brings. */
export async function valueStep(bot: Kit, user: string, language: Language = 'nl'): Promise<Form> {
  const { id } = await lastRound(bot)
  let reply: Reply = await bot.pressRef(user, `example/monitoring/answer/${id}`, language)
  while (!asksValue(reply)) reply = await bot.submit(user, formIn(reply), {}, { button: 'skip', language })
  return formIn(reply)
}
