/** Closing: at most three points and two agreements, and then it is frozen. */
import {
  type Agreement,
  agreements,
  agreementsFrom,
  mostAgreements,
  newAgreement,
} from '../../agreement/agreement.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Change } from '../../contracts/store.ts'
import type { Text } from '../../contracts/text.ts'
import { type RetroForm, worded } from '../../instrument/retro.ts'
import { close, led } from '../../retro/machine.ts'
import { type Retro, retros, sheets, sheetsOf } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import { takenUp, takingUp } from '../agreed.ts'
import type { Action, Outcome, Scene, World } from '../feature.ts'
import { formOf, typedWords } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { notLeading, othersLead } from './led.ts'
import { leadsNow, type Running, runningOf } from './running.ts'

/** One sentence that a channel can carry. */
const mostCharacters = 300

export const finish: Action = {
  for: 'network',

  press(scene, [id]) {
    const { language } = scene
    const running = runningOf(scene, id)
    if (!running) return { reply: word(language, say(language, 'retro.finished')) }
    if (!leadsNow(scene, running.retro)) return othersLead(scene, running.retro)
    return { reply: { kind: 'form', form: finishForm(scene, running, 1) } }
  },

  submit(scene, [id], { step, revision, button, values }) {
    const { language } = scene
    const running = runningOf(scene, id)
    if (!running)
      return {
        reply:
          step === 2 && wasKept(scene, id, values)
            ? word(language, say(language, 'retro.finished'))
            : notSaved(say(language, 'err.closed')),
      }
    if (!leadsNow(scene, running.retro)) return { reply: notLeading(scene, running.retro) }
    const shown = (which: 1 | 2): Outcome => ({
      reply: { kind: 'form', form: finishForm(scene, running, which) },
    })
    if (step !== 2) return scene.again ? shown(2) : keepPoints(scene, running, revision, values)
    return button === 'next' ? finishNow(scene, running, revision, values) : shown(1)
  },
}

/** The same form once more, after all that was handled about the retro has been forgotten. */
function wasKept({ state }: Scene, id = '', values: Values): boolean {
  const kept = agreementsFrom(state, id).map((each) => each.words)
  const sent = names.flatMap((_, index) => values[`agree-${index}`] ?? [])
  return (
    retros.get(state, id) !== undefined && sent.every((each) => kept.includes(each.trim().toWellFormed()))
  )
}

const pointLabels = ({ phases }: RetroForm, language: Scene['language']): readonly Text[] =>
  phases.flatMap((each) =>
    each.phase === 'close' ? each.points.map((point) => worded(point, language)) : [],
  )

export function finishForm(scene: Scene, running: Running, step: 1 | 2): Form {
  const { language } = scene
  const { retro, phase } = running
  const unseen = phase.phase === 'collect' || retro.aloud
  const context = (text: Text) => ({ tag: 'context' as const, text })
  return formOf(scene, {
    feature: 'retro',
    action: 'finish',
    about: [retro.id],
    title: label(language, 'retro.phase.close'),
    revision: retro.revision,
    step,
    steps: 2,
    intro: [
      context(label(language, step === 1 ? 'retro.points' : 'retro.agree')),
      ...(unseen ? [context(label(language, 'retro.unseen'))] : []),
    ],
    fields: step === 1 ? pointFields(scene, running) : agreeFields(scene),
  })
}

const pointFields = ({ language }: Scene, { retro, form }: Running): readonly Field[] =>
  pointLabels(form, language).map((asked, index) => ({
    tag: 'long',
    id: `point-${index}`,
    label: asked,
    optional: true,
    most: mostCharacters,
    ...(retro.points[index] && { value: retro.points[index] }),
  }))

const names = ['retro.agree.first', 'retro.agree.second'] as const

const agreeFields = (scene: Scene): readonly Field[] =>
  names.slice(0, mostAgreements).flatMap((name, index): Field[] => [
    {
      tag: 'long',
      id: `agree-${index}`,
      label: label(scene.language, name),
      optional: true,
      most: mostCharacters,
    },
    ...takingUp(scene, `-${index}`),
  ])

/** One text of a form; it may stay empty. */
const words = ({ language }: Scene, values: Values, id: string) =>
  typedWords(language, values[id], { most: mostCharacters, optional: true })

function keepPoints(scene: Scene, running: Running, revision: number, values: Values): Outcome {
  const { retro, form } = running
  if (revision !== retro.revision) return { reply: notSaved(say(scene.language, 'retro.moved')) }
  const typed = pointLabels(form, scene.language).map((_, index) => words(scene, values, `point-${index}`))
  const errors = Object.fromEntries(
    typed.flatMap(({ error }, index) => (error ? [[`point-${index}`, error]] : [])),
  )
  if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
  const points = typed.map((each) => each.words).filter((each) => each !== '')
  const after = led({ ...retro, points }, scene.now)
  return {
    changes: [retros.put(after)],
    reply: { kind: 'form', form: finishForm(scene, { ...running, retro: after }, 2) },
  }
}

function finishNow(scene: Scene, { retro }: Running, revision: number, values: Values): Outcome {
  const { language } = scene
  if (revision !== retro.revision) return { reply: notSaved(say(language, 'retro.moved')) }
  const { made, errors } = checkAgreements(scene, retro, values)
  if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
  const { changes, forget } = closeNow(scene, retro, false)
  return {
    changes: [...changes, ...made.map(agreements.put)],
    forget,
    reply: word(language, say(language, 'retro.finished')),
  }
}

/** From here on nothing ties a note to a person: the sheets go, and every trace of who handled what. */
export function closeNow(
  { state, now }: World,
  retro: Retro,
  asleep: boolean,
): { changes: Change[]; forget: string } {
  const { reveals: _reveals, ends: _ends, ...rest } = retro
  return {
    changes: [
      retros.put(close(rest, { closed: now.toISOString(), asleep, points: retro.points })),
      ...sheetsOf(state, retro.id).map(({ id }) => sheets.remove(id)),
    ],
    forget: retro.id,
  }
}

function checkAgreements(scene: Scene, retro: Retro, values: Values) {
  const errors: Record<string, Text> = {}
  const made = names.flatMap((_, index): Agreement[] => {
    const typed = words(scene, values, `agree-${index}`)
    if (typed.error) errors[`agree-${index}`] = typed.error
    if (typed.words === '') return []
    const { taken, wrong } = takenUp(scene, values, `-${index}`)
    if (wrong) errors[`date-${index}`] = wrong
    return [newAgreement({ id: scene.newId(), words: typed.words, ...taken, from: retro.id })]
  })
  return { made, errors }
}
