/** How one member looks back: what they read beforehand, the thanks at the end, and closing sooner once all are ready. */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { Block } from '../../contracts/message.ts'
import { type Change, withChanges } from '../../contracts/store.ts'
import { type Member, participants } from '../../network/member.ts'
import { allReady, markReady } from '../../round/engine.ts'
import { firstOpenStep } from '../../round/form.ts'
import { type Round, rounds } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import { answerAction } from '../answering.ts'
import type { Action, Scene } from '../feature.ts'
import { word } from '../reply.ts'
import { closing } from '../round-life.ts'
import { stillRunning } from './agreed.ts'
import { whoSees } from './views.ts'

const answering = answerAction({
  feature: 'evaluation',
  begin: firstOpenStep,
  intro(scene, round, { revision }, step) {
    const { language } = scene
    const text = (said: ReturnType<typeof say>): Block => ({ tag: 'context', text: said })
    if (step > 1) return [text(say(language, 'form.close'))]
    const again = revision > 0 ? [text(say(language, 'be.again'))] : []
    return [
      whoSees(scene, language),
      text(say(language, 'be.cut', closing(scene, round, language))),
      ...again,
      ...stillRunning(scene),
    ]
  },
  finish,
  thanks(scene, round, something) {
    const until = closing(scene, round, scene.language)
    if (round.aloud) return say(scene.language, something ? 'be.aloud.kept' : 'be.aloud.now')
    return say(scene.language, something ? 'be.thanks' : 'be.nothing', {
      ...until,
      n: scene.network.minimum,
    })
  },
})

/** Once they look back out loud the form no longer opens; where it was open already, what is sent is kept. */
export const answer: Action = {
  ...answering,
  press(scene, about) {
    const round = rounds.get(scene.state, about[0] ?? '')
    if (round?.state === 'open' && round.aloud)
      return { reply: word(scene.language, say(scene.language, 'be.aloud.back')) }
    return answering.press?.(scene, about) ?? {}
  },
}

/** Somebody is ready with it; the last one to be so lets it close sooner. */
export function finish(scene: Scene, round: Round, member: Member): readonly Change[] {
  const ready = markReady(round, member)
  const closes = earlierClose({ ...scene, state: withChanges(scene.state, [ready]) }, round)
  return [ready, ...(closes === round.closes ? [] : [rounds.put({ ...round, closes })])]
}

/** Once everybody is ready it closes on the next school day (storyboard 3.4); never later than it was. */
function earlierClose({ state, network, now, calendar }: Scene, round: Round): string {
  if (!allReady(state, round, participants(state))) return round.closes
  const day = schoolDayAfter(calendar, dateOf(now, network.zone), 1)
  const soon = momentOf(day, schoolHours.usual, network.zone).toISOString()
  return soon < round.closes ? soon : round.closes
}
