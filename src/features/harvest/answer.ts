/** How one member answers the harvest, and how they are reminded of it, once. */
import { dateOf, schoolDayAfter } from '../../calendar/calendar.ts'
import type { Block } from '../../contracts/message.ts'
import { markReady } from '../../round/engine.ts'
import { firstOpenStep } from '../../round/form.ts'
import { say } from '../../text/say.ts'
import { answerAction } from '../answering.ts'
import type { Reminding } from '../remind.ts'
import { closing, fillIn } from '../round-life.ts'
import { offering, storyOffer } from '../thanks.ts'
import { feature } from './views.ts'

/** The reminder comes halfway. */
const remindAfter = 4

const answering = answerAction({
  feature,
  begin: firstOpenStep,
  intro(scene, round, { revision }, step) {
    const { language, network } = scene
    const small = (text: ReturnType<typeof say>): Block => ({ tag: 'context', text })
    if (step > 1) return [small(say(language, 'form.close'))]
    return [
      small(say(language, 'be.who', { n: network.minimum })),
      small(say(language, 'be.cut', closing(scene, round, language))),
      ...(revision > 0 ? [small(say(language, 'be.again'))] : []),
    ]
  },
  finish: (_scene, round, member) => [markReady(round, member)],
  thanks(scene, round, something) {
    const until = closing(scene, round, scene.language)
    return say(scene.language, something ? 'harvest.thanks' : 'be.nothing', {
      ...until,
      n: scene.network.minimum,
    })
  },
})

/** With the thanks comes the way to a story. */
export const answer = offering(answering, (scene, { id }) => storyOffer(scene, id))

export const reminding: Reminding = {
  feature,
  dates: ({ calendar, network }, { opened }) => [
    schoolDayAfter(calendar, dateOf(new Date(opened), network.zone), remindAfter),
  ],
  text: (world, round, { language }) => say(language, 'harvest.remind', closing(world, round, language)),
  fillIn: (world, round, { language }) => fillIn(world, round, language),
  finish: (_scene, round, person) => [markReady(round, person)],
  stopped: 'harvest.stopped',
  back: 'harvest.back',
}
