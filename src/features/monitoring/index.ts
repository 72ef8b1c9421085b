/**
 * The **Dimensieraamwerk**: twice a year every member places crosses on eleven lines, the network gets one
 * picture of them to talk about, and writes down what it makes of it.
 */
import { takesPart } from '../../network/member.ts'
import { isReady } from '../../round/engine.ts'
import { openRounds } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import type { Feature, Scene, Waiting } from '../feature.ts'
import { planReminders, remind, reminderActions, stoppedReminding, tellUnreached } from '../remind.ts'
import { monthLines, pictureWaits, planTalk, talk } from './ahead.ts'
import { answer } from './answer.ts'
import { beginNow, monitorCommand, table } from './command.ts'
import { conclude } from './conclude.ts'
import { fine, headPosts, move, off, tellHead } from './head.ts'
import { guide, inWords, sheet, values } from './look.ts'
import { planMoments } from './moments.ts'
import { addOwn, dropOwn, object, ownPosts } from './own.ts'
import { feature } from './record.ts'
import { reminding } from './remind.ts'
import { close, livePosts, open, planClosing } from './rhythm.ts'
import { closing, fillIn } from './views.ts'

/** Crosses that somebody can still place, and the way back to being reminded. */
function waiting(scene: Scene): readonly Waiting[] {
  const { language, member, state } = scene
  const open = openRounds(state, feature).filter(
    (round) => member !== undefined && takesPart(member) && !isReady(state, round, member),
  )
  return [
    ...open.map((round) => ({
      text: say(language, 'open.monitoring', { until: closing(scene, round, language).day }),
      button: fillIn(scene, round, language),
    })),
    ...stoppedReminding(scene, reminding),
  ]
}

export const monitoring: Feature = {
  name: feature,
  commands: [monitorCommand],
  actions: {
    answer,
    conclude,
    words: inWords,
    values,
    guide,
    sheet,
    open: beginNow,
    table,
    fine,
    move,
    off,
    own: addOwn,
    object,
    drop: dropOwn,
    ...reminderActions(reminding),
  },
  plan: (world) => [
    ...planClosing(world),
    ...planReminders(world, reminding),
    ...planTalk(world),
    ...planMoments(world),
  ],
  occurrences: {
    close,
    talk,
    head: tellHead,
    open,
    remind: remind(reminding),
    repeat: remind(reminding),
    unreached: tellUnreached,
  },
  waiting,
  beforeMeeting: pictureWaits,
  month: monthLines,
  posts: (world) => [...livePosts(world), ...headPosts(world), ...ownPosts(world)],
}
