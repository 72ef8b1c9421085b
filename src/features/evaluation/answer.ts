/** One member looks back: opening the form, sending a step, changing one's mind, the thanks at the end. */

import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { Submit } from '../../contracts/incoming.ts'
import type { Block } from '../../contracts/message.ts'
import { writeRef } from '../../contracts/ref.ts'
import { type Change, withChanges } from '../../contracts/store.ts'
import { type Member, participants } from '../../network/member.ts'
import { allReady, answersBy, instrumentOf, isReady, markReady, saveStep } from '../../round/engine.ts'
import { checkStep, firstOpenStep, itemsIn, saidSomething, stepForm } from '../../round/form.ts'
import { type Round, rounds } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { notSaved, word } from '../reply.ts'
import { closing, whoSees } from './views.ts'

/** A round of this feature that can still be answered; a ref may be old or forged. */
export function openRoundOf({ state }: Scene, id: string): Round | undefined {
  const round = rounds.get(state, id)
  return round?.feature === 'evaluation' && round.state === 'open' ? round : undefined
}

export const answer: Action = {
  for: 'participant',

  press(scene, [roundId = '']) {
    const round = openRoundOf(scene, roundId)
    if (!round || !scene.member) return { reply: word(scene.language, say(scene.language, 'err.closed')) }
    return { reply: form(scene, round, scene.member, whereToBegin(scene, round, scene.member)) }
  },

  submit(scene, [roundId = ''], submit) {
    const round = openRoundOf(scene, roundId)
    if (!round || !scene.member) return { reply: notSaved(say(scene.language, 'err.closed')) }
    return sendStep(scene, round, scene.member, submit)
  },
}

/** At the first question without an answer; somebody who was through sees everything from the start. */
function whereToBegin({ state }: Scene, round: Round, member: Member): number {
  if (isReady(state, round, member)) return 1
  return firstOpenStep(instrumentOf(state, round), answersBy(state, round, member))
}

function sendStep(scene: Scene, round: Round, member: Member, { step, button, values }: Submit): Outcome {
  const items = itemsIn(instrumentOf(scene.state, round), step)
  if (items.length === 0) return { reply: notSaved(say(scene.language, 'err.old')) }
  const checked = checkStep(items, values, scene.language)
  if (button === 'back') {
    // Going back never argues: what can be kept is kept, and a form that sends nothing along loses nothing.
    const kept = { ...pick(answersBy(scene.state, round, member).values, items), ...checked.values }
    const changes = Object.keys(values).length > 0 ? saveStep(scene.state, round, member, items, kept) : []
    return goOn(scene, round, member, step - 1, changes)
  }
  if (button === 'skip') return goOn(scene, round, member, step + 1, [])
  if (Object.keys(checked.errors).length > 0) return { reply: { kind: 'errors', errors: checked.errors } }
  return goOn(scene, round, member, step + 1, saveStep(scene.state, round, member, items, checked.values))
}

const pick = (values: Submit['values'], items: readonly { readonly id: string }[]) =>
  Object.fromEntries(Object.entries(values).filter(([id]) => items.some((item) => item.id === id)))

/** Shows the step that comes now, or thanks after the last one. */
function goOn(
  scene: Scene,
  round: Round,
  member: Member,
  step: number,
  changes: Outcome['changes'] & object,
): Outcome {
  const saved: Scene = { ...scene, state: withChanges(scene.state, changes) }
  const instrument = instrumentOf(scene.state, round)
  if (step <= instrument.steps.length)
    return { changes, reply: form(saved, round, member, Math.max(step, 1)) }
  const done = [...changes, ...finish(saved, round, member)]
  const after = rounds.get(withChanges(scene.state, done), round.id) ?? round
  const { values } = answersBy(saved.state, round, member)
  const { day } = closing(scene, after, scene.language)
  const thanks = say(scene.language, saidSomething(instrument, values) ? 'be.thanks' : 'be.nothing', { day })
  return { changes: done, reply: word(scene.language, thanks) }
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

function form(scene: Scene, round: Round, member: Member, step: number) {
  const { language } = scene
  const answers = answersBy(scene.state, round, member)
  const text = (said: ReturnType<typeof say>): Block => ({ tag: 'context', text: said })
  const again = answers.revision > 0 ? [text(say(language, 'be.again'))] : []
  const before = [whoSees(scene, language), text(say(language, 'be.cut', closing(scene, round, language)))]
  return {
    kind: 'form' as const,
    form: stepForm({
      ref: writeRef({
        network: scene.network.id,
        feature: 'evaluation',
        action: 'answer',
        about: [round.id],
      }),
      language,
      instrument: instrumentOf(scene.state, round),
      answers,
      step,
      intro: step === 1 ? [...before, ...again] : [text(say(language, 'form.close'))],
    }),
  }
}
