/**
 * The **retro**: looking back together in the channel, phase by phase, in one message that follows along. What
 * a form asks is data (`instruments/retros/`); how it goes from phase to phase is `src/retro/machine.ts`.
 */
import { retros } from '../../retro/retro.ts'
import { say } from '../../text/say.ts'
import type { Action, Feature } from '../feature.ts'
import { word } from '../reply.ts'
import { retrosOfMonth, tookWithThem, waitingRetro } from './ahead.ts'
import { card } from './cards.ts'
import { dots } from './dots.ts'
import { finish } from './finish.ts'
import { hand, take } from './hand.ts'
import { lead } from './lead.ts'
import { add, ours, remove } from './ours.ts'
import { closeAsleep, planRetro, revealNow, sleep } from './rhythm.ts'
import { retroCommand, start } from './start.ts'
import { pile, split, time } from './steps.ts'
import { livePosts, wholeBoard } from './view.ts'
import { write } from './write.ts'

/** Everything that all have seen, in one go, for one person. */
const read: Action = {
  for: 'network',
  press(scene, [id = '', page = '0']) {
    const { language } = scene
    const retro = retros.get(scene.state, id)
    const seen = retro && (retro.board.length > 0 || retro.tallies.length > 0)
    if (!retro || !seen) return { reply: word(language, say(language, 'err.closed')) }
    const at = /^\d{1,3}$/.test(page) ? Number(page) : 0
    return { reply: { kind: 'word', message: wholeBoard(scene, retro, at, language) } }
  },
}

export const retro: Feature = {
  name: 'retro',
  commands: [retroCommand],
  actions: { start, write, dots, card, lead, pile, split, time, hand, take, finish, read, ours, add, remove },
  plan: planRetro,
  occurrences: { reveal: revealNow, sleep, close: closeAsleep },
  waiting: waitingRetro,
  beforeMeeting: tookWithThem,
  month: retrosOfMonth,
  posts: livePosts,
}
