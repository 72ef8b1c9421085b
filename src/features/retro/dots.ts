/** A few dots each, hidden until they go on. */
import type { Form } from '../../contracts/form.ts'
import type { PhaseOf } from '../../instrument/retro.ts'
import { dotted, topicsOf } from '../../retro/board.ts'
import { type Sheet, sheetOf, sheets } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { tickedIn, topicFields } from './choices.ts'
import { inPhase, type Running, runningOf } from './running.ts'

export const dots: Action = {
  for: 'participant',

  press(scene, [id]) {
    const { language, member } = scene
    const running = runningOf(scene, id)
    const choose = running && inPhase(running.phase, 'choose')
    if (!running || !member) return { reply: word(language, say(language, 'err.closed')) }
    if (!choose) return { reply: word(language, say(language, 'retro.late')) }
    const own = sheetOf(scene.state, running.retro.id, member.id)
    return { reply: { kind: 'form', form: dotsForm(scene, running, choose, own) } }
  },

  submit(scene, [id], { values }) {
    const { language, member } = scene
    const running = runningOf(scene, id)
    const choose = running && inPhase(running.phase, 'choose')
    if (!running || !member) return { reply: notSaved(say(language, 'err.closed')) }
    if (!choose) return { reply: notSaved(say(language, 'retro.late.dots')) }
    const reply = word(language, say(language, 'retro.saved.dots'))
    if (scene.again) return { reply }
    const wrong = (error: ReturnType<typeof say>): Outcome => ({
      reply: { kind: 'errors', errors: { 'topics-0': error } },
    })
    const ticked = tickedIn(topicsOf(running.retro), 'topics', values)
    if (!ticked) return wrong(say(language, 'err.choice'))
    if (ticked.length > choose.dots) return wrong(say(language, 'err.most', { n: choose.dots }))
    const own = sheetOf(scene.state, running.retro.id, member.id)
    return { changes: [sheets.put({ ...own, dots: ticked, revision: own.revision + 1 })], reply }
  },
}

function dotsForm(scene: Scene, running: Running, { dots: most }: PhaseOf<'choose'>, own: Sheet): Form {
  const { language } = scene
  const { retro } = running
  return formOf(scene, {
    feature: 'retro',
    action: 'dots',
    about: [retro.id],
    title: label(language, 'retro.phase.choose'),
    revision: own.revision,
    intro: [{ tag: 'context', text: say(language, 'retro.dots', { n: most }) }],
    fields: topicFields(running, language, {
      id: 'topics',
      label: label(language, 'retro.yours.dots'),
      more: label(language, 'retro.yours.more'),
      most,
      ticked: dotted(retro, own).map(({ id }) => id),
    }),
  })
}
