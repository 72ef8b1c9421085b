/** The second step of leading, where one is needed: what goes on a pile, what comes off, until when. */
import { dateOf, momentOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import type { Form } from '../../contracts/form.ts'
import { said } from '../../contracts/text.ts'
import { makePile, splitPile, topicsOf } from '../../retro/board.ts'
import { led } from '../../retro/machine.ts'
import { type Retro, retros } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { type FormParts, formOf, typedWords } from '../form.ts'
import { topicTitle } from './board.ts'
import { tickedIn, topicFields } from './choices.ts'
import { done, leadStep } from './led.ts'
import type { Running } from './running.ts'

const mostName = 60

const stepForm = (scene: Scene, retro: Retro, action: string, fields: FormParts['fields']): Form =>
  formOf(scene, {
    feature: 'retro',
    action,
    about: [retro.id],
    title: label(scene.language, 'retro.lead'),
    revision: retro.revision,
    fields,
  })

function kept(scene: Scene, after: Retro): Outcome {
  const now = led(after, scene.now)
  return { changes: [retros.put(now)], reply: done(scene, now) }
}

const wrong = (errors: Readonly<Record<string, ReturnType<typeof say>>>): Outcome => ({
  reply: { kind: 'errors', errors },
})

export function pileForm(scene: Scene, running: Running): Form {
  const { language } = scene
  const { retro } = running
  return stepForm(scene, retro, 'pile', [
    ...topicFields(running, language, {
      id: 'topics',
      label: label(language, 'retro.pile.which'),
      more: label(language, 'retro.pile.more'),
      most: retro.board.length,
      ticked: [],
    }),
    { tag: 'short', id: 'name', label: label(language, 'retro.pile.name'), optional: false, most: mostName },
  ])
}

/** Ticking one pile alone gives it another name. */
export const pile: Action = {
  for: 'network',
  submit: leadStep((scene, { retro, phase }, { values }) => {
    const { language } = scene
    if (phase.phase !== 'group') return wrong({ 'topics-0': say(language, 'retro.moved') })
    const ticked = tickedIn(topicsOf(retro), 'topics', values)
    const { words: name, error } = typedWords(language, values.name, { most: mostName })
    const errors = {
      ...((!ticked || ticked.length === 0) && { 'topics-0': say(language, 'err.choice') }),
      ...(error && { name: error }),
    }
    if (!ticked || Object.keys(errors).length > 0) return wrong(errors)
    return kept(scene, makePile(retro, ticked, name))
  }),
}

const pilesOf = (retro: Retro) => topicsOf(retro).filter(({ name }) => name !== undefined)

export const splitForm = (scene: Scene, retro: Retro): Form =>
  stepForm(scene, retro, 'split', [
    {
      tag: 'choice',
      id: 'pile',
      label: label(scene.language, 'retro.split.which'),
      optional: false,
      options: pilesOf(retro).map((each) => ({ value: each.id, label: [said(topicTitle(each))] })),
    },
  ])

export const split: Action = {
  for: 'network',
  submit: leadStep((scene, { retro }, { values }) => {
    const chosen = pilesOf(retro).find(({ id }) => id === values.pile)
    return chosen
      ? kept(scene, splitPile(retro, chosen.id))
      : wrong({ pile: say(scene.language, 'err.choice') })
  }),
}

export const timeForm = (scene: Scene, retro: Retro): Form =>
  stepForm(scene, retro, 'time', [
    {
      tag: 'time',
      id: 'ends',
      label: label(scene.language, 'retro.time'),
      optional: true,
      ...(retro.ends && { value: retro.ends }),
    },
  ])

/** Nobody talks on for longer than this, so a time that is this near belongs to the day after midnight. */
const longest = 6 * 3_600_000

/** A time of the clock that has passed today, where the network is. Whoever takes days may mean another day. */
function isOver({ now, network: { zone } }: Scene, time: string): boolean {
  const today = dateOf(now, zone)
  const tomorrow = momentOf(plusDays(today, 1), time, zone)
  return momentOf(today, time, zone) <= now && tomorrow.getTime() - now.getTime() > longest
}

export const time: Action = {
  for: 'network',
  submit: leadStep((scene, { retro: { ends: _before, ...retro } }, { values }) => {
    const ends = typeof values.ends === 'string' ? values.ends : ''
    if (ends !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(ends))
      return wrong({ ends: say(scene.language, 'err.time') })
    if (ends !== '' && retro.pace === 'now' && isOver(scene, ends))
      return wrong({ ends: say(scene.language, 'err.over') })
    return kept(scene, ends === '' ? retro : { ...retro, ends })
  }),
}
