/** What everything that leads has in common: who may, what others hear, and how a retro goes on. */
import type { Submit } from '../../contracts/incoming.ts'
import type { Reply } from '../../contracts/reply.ts'
import { withChanges } from '../../contracts/store.ts'
import { forward } from '../../retro/machine.ts'
import { type Retro, retros } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Outgoing, Scene, World } from '../feature.ts'
import { notSaved, word } from '../reply.ts'
import {
  factsOf,
  leadsNow,
  mayTake,
  opening,
  type Running,
  runningOf,
  takeOver,
  whoLeads,
} from './running.ts'
import { retroMessage, slotOf } from './view.ts'

const forLeads = (language: Scene['language']) =>
  say(language, 'err.role', { who: label(language, 'who.lead') })

export const notForYou = ({ language }: Scene): Outcome => ({ reply: word(language, forLeads(language)) })

/** Who leads, with the way to take over for whoever may. */
export function othersLead(scene: Scene, retro: Retro): Outcome {
  if (!mayTake(scene, retro)) return notForYou(scene)
  const { language } = scene
  return { reply: word(language, whoLeads(scene, retro, language), [takeOver(scene, retro, language)]) }
}

/** The same for a form that was sent: what was typed stays in it. */
export const notLeading = (scene: Scene, retro: Retro): Reply =>
  notSaved(mayTake(scene, retro) ? whoLeads(scene, retro, scene.language) : forLeads(scene.language))

type Step = (scene: Scene, running: Running, submit: Submit) => Outcome

/** A form that only whoever leads can send, on what they saw. Sent twice, it is done once. */
export const leadStep =
  (step: Step): NonNullable<Action['submit']> =>
  (scene, [id], submit) => {
    const { language } = scene
    const running = runningOf(scene, id)
    if (!running) return { reply: notSaved(say(language, 'err.closed')) }
    const { retro } = running
    if (scene.again) return { reply: done(scene, retro) }
    if (!leadsNow(scene, retro)) return { reply: notLeading(scene, retro) }
    if (submit.revision !== retro.revision) return { reply: notSaved(say(language, 'retro.moved')) }
    return step(scene, running, submit)
  }

export function done(scene: Scene, retro: Retro): Reply {
  const { language } = scene
  const next = leadsNow(scene, retro) ? [opening(scene, 'lead', retro, language, 'retro.lead')] : []
  return word(language, say(language, 'retro.done'), next)
}

/** One phase on. What is revealed after days is news, so it comes as a message of its own: edits notify nobody. */
export function onward(
  world: World,
  running: Running,
): { readonly retro: Retro; readonly messages: readonly Outgoing[] } {
  const next = forward(running.retro, factsOf(world, running))
  const { reveals, ...left } = next
  if (reveals === undefined || next.at === running.retro.at) return { retro: next, messages: [] }
  const retro: Retro = { ...left, post: left.post + 1 }
  const then = { ...world, state: withChanges(world.state, [retros.put(retro)]) }
  return { retro, messages: [{ to: 'network', slot: slotOf(retro), message: retroMessage(then, retro) }] }
}
