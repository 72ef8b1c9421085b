/**
 * From phase to phase. Pure, and without a form's name in it: which phases there are is the form's own data.
 * Neither way loses anything, because what people wrote lies on their own sheets and never here.
 */
import type { Phase, RetroForm } from '../instrument/retro.ts'
import { type Facts, orderByDots, reveal, topicsOf } from './board.ts'
import { phaseOf, type Retro } from './retro.ts'

/** Whether a phase makes sense now. Out loud there is nothing to look at, to put together or to choose from. */
function applies(phase: Phase, retro: Retro): boolean {
  if (phase.phase === 'talk' || phase.phase === 'close') return true
  if (retro.aloud) return false
  if (phase.phase === 'group') return retro.board.length > phase.over
  return phase.phase !== 'choose' || topicsOf(retro).length > 1
}

/** Whether they go through the topics one by one. */
export const walks = (form: RetroForm, retro: Retro): boolean =>
  !retro.aloud && form.phases.some((each) => each.phase === 'choose') && topicsOf(retro).length > 1

/** What a phase leaves behind when they go on from it. */
function leave(retro: Retro, facts: Facts): Retro {
  const { phase } = phaseOf(facts.form, retro)
  if (phase === 'collect') return reveal(retro, facts)
  return phase === 'choose' ? orderByDots(retro, facts) : retro
}

/** One step on; the last phase is left only by closing. */
export function forward(retro: Retro, facts: Facts): Retro {
  const { form } = facts
  const { phase } = phaseOf(form, retro)
  if (phase === 'talk' && walks(form, retro) && retro.topic < topicsOf(retro).length - 1)
    return { ...retro, topic: retro.topic + 1 }
  const left = leave(retro, facts)
  const at = form.phases.findIndex((each, index) => index > retro.at && applies(each, left))
  return at < 0 ? retro : { ...left, at, topic: at === retro.at ? left.topic : 0 }
}

function before(retro: Retro, form: RetroForm): number {
  // From out loud they go back to writing: to the first time, if nothing was ever shown.
  if (retro.aloud && phaseOf(form, retro).phase === 'talk')
    return retro.board.length > 0
      ? form.phases.findLastIndex((each) => each.phase === 'collect')
      : form.phases.findIndex((each) => each.phase === 'collect')
  return form.phases.findLastIndex((each, index) => index < retro.at && applies(each, retro))
}

const talksOn = (retro: Retro, form: RetroForm): boolean =>
  phaseOf(form, retro).phase === 'talk' && walks(form, retro) && retro.topic > 0

export const canGoBack = (retro: Retro, form: RetroForm): boolean =>
  talksOn(retro, form) || before(retro, form) >= 0

/** One step back; piles, dots and notes stay as they are. */
export function back(retro: Retro, form: RetroForm): Retro {
  if (talksOn(retro, form)) return { ...retro, topic: retro.topic - 1 }
  const at = before(retro, form)
  const to = form.phases[at]?.phase
  if (to === undefined) return retro
  // Before and while choosing there is no order yet.
  const order = to === 'talk' || to === 'close' ? retro.order : []
  return { ...retro, at, topic: 0, order, ...(to === 'collect' && { aloud: false }) }
}

/** For good. */
export const close = (retro: Retro, how: Pick<Retro, 'closed' | 'asleep' | 'points'>): Retro => ({
  ...retro,
  ...how,
  state: 'closed',
  revision: retro.revision + 1,
})

/** Somebody led it on: it is not left halfway any more. */
export const led = (retro: Retro, now: Date): Retro => ({
  ...retro,
  moved: now.toISOString(),
  revision: retro.revision + 1,
  slept: false,
})
