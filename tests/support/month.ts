/** A network with something to tell at the end of November: a meeting, its results, and two agreements. */
import { type Agreement, agreements } from '../../src/agreement/agreement.ts'
import type { Message } from '../../src/contracts/message.ts'
import { answer, type Kit, kit } from './kit.ts'
import { live } from './live.ts'
import { words } from './look.ts'

export const five = ['anna', 'bram', 'chris', 'dewi', 'emre']

/** The evening before the preview. */
export const november = '2026-11-29T20:00:00Z'
/** Half past three on the day of the preview, and on the first school day of December. */
export const previewed = '2026-11-30T14:30:00Z'
export const posted = '2026-12-01T14:30:00Z'

export const agreed = (id: string, change: Partial<Agreement> = {}): Agreement => ({
  id,
  words: `samen ${id}`,
  owner: 'all',
  state: 'open',
  from: 'hand',
  asked: false,
  answered: false,
  revision: 0,
  ...change,
})

export async function novemberKit(good = (user: string) => `goed van ${user}`): Promise<Kit> {
  const bot = await kit()
  await bot.drain()
  for (const user of five)
    await answer(bot, user, [
      { good: good(user) },
      { value: ['direct', 'applied'], talk: `vraag van ${user}` },
    ])
  await live(bot, '2026-11-26T14:30:00Z')
  await bot.change(
    agreements.put(agreed('lezen', { owner: 'bram', date: '2027-01-18' })),
    agreements.put(agreed('koken', { state: 'done' })),
    agreements.put(agreed('zwijgen', { state: 'dropped' })),
  )
  await live(bot, november)
  return bot
}

const titled = (message: Message): boolean =>
  /^(Ons netwerk in |Our network in |Een rustige maand|A quiet month)/.test(words(message))

export const summariesIn = (bot: Kit): readonly Message[] => bot.channel().filter(titled)

export const previewsTo = (bot: Kit, user: string): readonly Message[] =>
  bot
    .privateTo(user)
    .filter((message) =>
      / plaats ik dit\.| I will post this\.|^Dit bericht staat|^This message is/.test(words(message)),
    )
