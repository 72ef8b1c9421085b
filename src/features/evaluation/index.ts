/**
 * The **evaluation** after a meeting: what worked well, what next time, what did it bring. Opens by itself,
 * is answered in under a minute, and comes back to the whole network at once.
 */
import { withChanges } from '../../contracts/store.ts'
import { lastMeeting } from '../../meeting/meeting.ts'
import { takesPart } from '../../network/member.ts'
import { type Round, rounds } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { Action, CommandSpec, Feature, Outcome, Scene, Waiting } from '../feature.ts'
import { planReminders, remind, reminderActions, stillOpen, tellUnreached } from '../remind.ts'
import { word } from '../reply.ts'
import { closing, fillIn, inviting } from '../round-life.ts'
import { offering } from '../thanks.ts'
import { questionsForNow } from './ahead.ts'
import { answer } from './answer.ts'
import { monthOfEvaluation } from './month.ts'
import { transferOffer } from './offer.ts'
import { reminding } from './remind.ts'
import { close, livePosts, openAfterMeeting, openNow, planEvaluation } from './rhythm.ts'
import { answersTogether, hasResult, invitation, meetingDayOf, otherWay } from './views.ts'

/** Looking back out loud instead, or by form after all: the invitation in the channel says so. */
const changeWay = (aloud: boolean): Action => ({
  for: 'lead',
  press(scene, [roundId = '']) {
    const round = rounds.get(scene.state, roundId)
    if (!round || round.state === 'closed')
      return { reply: word(scene.language, say(scene.language, 'err.closed')) }
    if (round.aloud === aloud) return {}
    const after = { ...round, aloud, revision: round.revision + 1 }
    const changes = [rounds.put(after)]
    if (aloud) return { changes }
    // Where a meeting was to be talked through, no invitation stands in the channel yet.
    const message = invitation({ ...scene, state: withChanges(scene.state, changes) }, after)
    return { changes, messages: [inviting(after, message)] }
  },
})

const readAll: Action = {
  for: 'network',
  press(scene, [roundId = '']) {
    const round = rounds.get(scene.state, roundId)
    if (!round || !hasResult(round)) return { reply: word(scene.language, say(scene.language, 'err.closed')) }
    const { language } = scene
    const blocks = answersTogether(scene, round, language, Number.POSITIVE_INFINITY)
    return {
      reply: { kind: 'word', message: { language, summary: label(language, 'be.share.title'), blocks } },
    }
  },
}

const command: CommandSpec = {
  words: { nl: 'evaluatie', en: 'evaluation' },
  for: 'lead',
  help: 'be.help',
  run(scene) {
    const { language } = scene
    const meeting = lastMeeting(scene.state, scene.now)
    if (!meeting) return { reply: word(language, say(language, 'be.none')) }
    const round = rounds.all(scene.state).find(({ about }) => about === meeting.id)
    if (round) return { reply: standing(scene, round) }
    return openByWord(scene, meeting)
  },
}

function openByWord(scene: Scene, meeting: Parameters<typeof openNow>[1]): Outcome {
  return { ...openNow(scene, meeting), reply: word(scene.language, say(scene.language, 'be.opened')) }
}

function standing(scene: Scene, round: Round) {
  const { language } = scene
  if (round.state === 'closed') return word(language, say(language, 'be.was'))
  if (round.aloud) return word(language, say(language, 'be.aloud.now'), [otherWay(scene, round, language)])
  const until = say(language, 'be.open.until', closing(scene, round, language))
  const mine = scene.member && takesPart(scene.member) ? [fillIn(scene, round, language)] : []
  return word(language, until, mine)
}

const waiting = (scene: Scene): readonly Waiting[] =>
  stillOpen(scene, reminding, (round) =>
    say(scene.language, 'open.evaluation', {
      meeting: meetingDayOf(scene, round, scene.language),
      ...closing(scene, round, scene.language),
    }),
  )

export const evaluation: Feature = {
  name: 'evaluation',
  commands: [command],
  actions: {
    answer: offering(answer, transferOffer),
    aloud: changeWay(true),
    'by-form': changeWay(false),
    read: readAll,
    ...reminderActions(reminding),
  },
  plan: (world) => [...planEvaluation(world), ...planReminders(world, reminding)],
  occurrences: {
    open: openAfterMeeting,
    close,
    remind: remind(reminding),
    repeat: remind(reminding),
    unreached: tellUnreached,
  },
  waiting,
  beforeMeeting: questionsForNow,
  month: monthOfEvaluation,
  posts: livePosts,
}
