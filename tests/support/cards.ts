/** Looking at question cards that came up, in a network that is about cards alone. */
import { join } from 'node:path'
import { dateOf } from '../../src/calendar/calendar.ts'
import type { Message } from '../../src/contracts/message.ts'
import { type Draw, draws, drawsOf, ownCards } from '../../src/features/dialogue/records.ts'
import { moments } from '../../src/features/monitoring/moments.ts'
import { readLibrary } from '../../src/read-instruments.ts'
import type { Kit } from './kit.ts'
import { buttonIn } from './live.ts'
import { words } from './look.ts'

export const cardLibrary = await readLibrary(join(import.meta.dirname, '../../instruments'))

const zone = 'Europe/Amsterdam'
export const dayOfDraw = ({ at }: Draw): string => dateOf(new Date(at), zone)

/** Cards that came by themselves in the channel. */
export const nudges = async (bot: Kit): Promise<readonly Draw[]> =>
  drawsOf(await bot.state()).filter(({ where, by }) => where === 'channel' && by === 'itself')

export const cardNow = (bot: Kit): Message | undefined =>
  bot.channel().findLast((message) => words(message).startsWith('Een vraag voor tussendoor'))

export const pressCard = (bot: Kit, user: string, label: string) =>
  bot.pressRef(user, buttonIn(cardNow(bot), label).ref)

/** A network that would rather not place crosses this year. */
export const withoutCrosses = (bot: Kit): Promise<void> =>
  bot.change(
    ...['2026-2027.winter', '2026-2027.summer'].map((id) =>
      moments.put({ id, date: '2027-01-12', state: 'off', revision: 1 }),
    ),
  )

/** A card that nobody said anything about yet, one that was kept, and one of their own. */
export const cardRecords = [
  ...(['open', 'kept'] as const).map((state, revision) =>
    draws.put({
      id: state,
      at: `2026-11-2${revision + 5}T14:30:00.000Z`,
      where: 'channel',
      by: 'asked',
      cards: ['DO-V1'],
      now: 'DO-V1',
      state,
      revision,
    }),
  ),
  ownCards.put({ id: 'own', words: 'Waar lachen we om?' }),
]
