import { say } from '../../text/say.ts'
import type { Feature, Scene, Waiting } from '../feature.ts'
import { planReminders, remind, reminderActions, stillOpen, tellUnreached } from '../remind.ts'
import { closing, planClosing } from '../round-life.ts'
import { monthLines, pictureWaits, planTalk, talk } from './ahead.ts'
import { answer } from './answer.ts'
import { monitorCommand, notNow, openNow, table } from './command.ts'
import { conclude } from './conclude.ts'
import { fine, headPosts, move, off, tellHead } from './head.ts'
import { guide, inWords, sheet, values } from './look.ts'
import { planMoments } from './moments.ts'
import { addOwn, dropOwn, object, ownPosts } from './own.ts'
import { feature } from './record.ts'
import { reminding } from './remind.ts'
import { close, livePosts, open } from './rhythm.ts'

const waiting = (scene: Scene): readonly Waiting[] =>
  stillOpen(scene, reminding, (round) =>
    say(scene.language, 'open.monitoring', closing(scene, round, scene.language)),
  )

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
    open: openNow,
    'not-now': notNow,
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
    ...planClosing(world, feature),
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
