/**
 * One member answers a round, the same for every feature that asks something: opening the form, sending a
 * step, going back or past it, changing one's mind, the thanks at the end.
 */
import type { Submit } from '../contracts/incoming.ts'
import type { Block } from '../contracts/message.ts'
import { writeRef } from '../contracts/ref.ts'
import { type Change, withChanges } from '../contracts/store.ts'
import type { Text } from '../contracts/text.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Member } from '../network/member.ts'
import { answersBy, instrumentOf, isReady, saveStep } from '../round/engine.ts'
import { checkStep, itemsIn, saidSomething, stepForm } from '../round/form.ts'
import { type Answers, openRounds, type Round, rounds } from '../round/round.ts'
import { say } from '../text/say.ts'
import type { Action, Outcome, Scene } from './feature.ts'
import { notSaved, word } from './reply.ts'

/** How one feature has its rounds answered. */
export interface Answering {
  readonly feature: string
  /** Where somebody begins who is not through yet. */
  begin(instrument: Instrument, answers: Answers): number
  intro(scene: Scene, round: Round, answers: Answers, step: number): readonly Block[]
  /** Somebody is ready with it. */
  finish(scene: Scene, round: Round, member: Member): readonly Change[]
  /** At the end; `something`: they said anything at all. */
  thanks(scene: Scene, round: Round, something: boolean): Text
}

export const answerAction = (how: Answering): Action => ({
  for: 'participant',

  press(scene, [roundId = '']) {
    const round = openRoundOf(scene, how, roundId)
    const { member, language, state } = scene
    if (!round || !member) return { reply: word(language, say(language, 'err.closed')) }
    const answers = answersBy(state, round, member)
    // Somebody who was through sees everything from the start.
    const step = isReady(state, round, member) ? 1 : how.begin(instrumentOf(state, round), answers)
    return { reply: form(scene, how, round, member, step) }
  },

  submit(scene, [roundId = ''], submit) {
    const round = openRoundOf(scene, how, roundId)
    if (!round || !scene.member) return { reply: notSaved(say(scene.language, 'err.closed')) }
    return sendStep(scene, how, round, scene.member, submit)
  },
})

/** A round of this feature that can still be answered; a ref may be old or forged. */
const openRoundOf = ({ state }: Scene, { feature }: Answering, roundId: string): Round | undefined =>
  openRounds(state, feature).find(({ id }) => id === roundId)

function sendStep(scene: Scene, how: Answering, round: Round, member: Member, submit: Submit): Outcome {
  const { step, button, values } = submit
  const items = itemsIn(instrumentOf(scene.state, round), step)
  if (items.length === 0) return { reply: notSaved(say(scene.language, 'err.old')) }
  const checked = checkStep(items, values, scene.language)
  if (button === 'back') {
    // Going back never argues: what can be kept is kept, and a form that sends nothing along loses nothing.
    const kept = { ...pick(answersBy(scene.state, round, member).values, items), ...checked.values }
    const changes = Object.keys(values).length > 0 ? saveStep(scene.state, round, member, items, kept) : []
    return goOn(scene, how, round, member, step - 1, changes)
  }
  if (button === 'skip') return goOn(scene, how, round, member, step + 1, [])
  if (Object.keys(checked.errors).length > 0) return { reply: { kind: 'errors', errors: checked.errors } }
  const saved = saveStep(scene.state, round, member, items, checked.values)
  return goOn(scene, how, round, member, step + 1, saved)
}

const pick = (values: Submit['values'], items: readonly { readonly id: string }[]) =>
  Object.fromEntries(Object.entries(values).filter(([id]) => items.some((item) => item.id === id)))

/** Shows the step that comes now, or thanks after the last one. */
function goOn(
  scene: Scene,
  how: Answering,
  round: Round,
  member: Member,
  step: number,
  changes: readonly Change[],
): Outcome {
  const saved: Scene = { ...scene, state: withChanges(scene.state, changes) }
  const instrument = instrumentOf(scene.state, round)
  if (step <= instrument.steps.length)
    return { changes, reply: form(saved, how, round, member, Math.max(step, 1)) }
  const done = [...changes, ...how.finish(saved, round, member)]
  const after = rounds.get(withChanges(scene.state, done), round.id) ?? round
  const { values } = answersBy(saved.state, round, member)
  const thanks = how.thanks(scene, after, saidSomething(instrument, values))
  return { changes: done, reply: word(scene.language, thanks) }
}

function form(scene: Scene, how: Answering, round: Round, member: Member, step: number) {
  const { language, network, state } = scene
  const answers = answersBy(state, round, member)
  return {
    kind: 'form' as const,
    form: stepForm({
      ref: writeRef({ network: network.id, feature: how.feature, action: 'answer', about: [round.id] }),
      language,
      instrument: instrumentOf(state, round),
      answers,
      step,
      intro: how.intro(scene, round, answers, step),
    }),
  }
}
