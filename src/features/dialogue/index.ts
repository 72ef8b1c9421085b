/**
 * **Dialogue**: question cards that set a conversation going. One comes by itself now and then, or when somebody
 * types `kaart`; what is kept comes back just before the next meeting. Answers are given aloud, not to the bot.
 */
import type { Feature } from '../feature.ts'
import { cardsForMeeting, cardsOfMonth } from './ahead.ts'
import { cardCommand, theme } from './command.ts'
import { nudge, planNudge } from './nudge.ts'
import { add, ours, remove } from './ours.ts'
import { paste } from './paste.ts'
import { presses } from './press.ts'
import { askToSlow, every, planSlow, slow, slowPosts } from './slow.ts'
import { cardPosts } from './views.ts'

export const dialogue: Feature = {
  name: 'dialogue',
  commands: [cardCommand],
  actions: { ...presses, theme, ours, add, import: paste, remove, every, slow },
  plan: (world) => [...planNudge(world), ...planSlow(world)],
  occurrences: { nudge, slow: askToSlow },
  beforeMeeting: cardsForMeeting,
  month: cardsOfMonth,
  posts: (world) => [...cardPosts(world), ...slowPosts(world)],
}
