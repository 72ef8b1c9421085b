/** Leading: on, back, over to somebody else. Opening the form and sending it is the nod to go on. */
import type { Form } from '../../contracts/form.ts'
import type { Block } from '../../contracts/message.ts'
import { said, type Text } from '../../contracts/text.ts'
import { topicsOf } from '../../retro/board.ts'
import { back, canGoBack, led, walks } from '../../retro/machine.ts'
import { phaseOf, type Retro, retros } from '../../retro/retro.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { topicTitle } from './board.ts'
import { finishForm } from './finish.ts'
import { handForm } from './hand.ts'
import { notLeading, onward, othersLead } from './led.ts'
import { leadsNow, opening, phaseNames, type Running, runningOf } from './running.ts'
import { pileForm, splitForm, timeForm } from './steps.ts'

const deeds = {
  next: 'form.next',
  back: 'form.back',
  pile: 'retro.do.pile',
  split: 'retro.do.split',
  time: 'retro.do.time',
  hand: 'retro.do.hand',
  finish: 'retro.do.finish',
} as const satisfies Readonly<Record<string, PlainTextId>>
type Deed = keyof typeof deeds

/** What makes sense in this phase, the usual first. */
function deedsIn({ retro, form, phase }: Running): readonly Deed[] {
  const grouping = phase.phase === 'group'
  const piles = topicsOf(retro).some(({ name }) => name !== undefined)
  const possible: Readonly<Record<Deed, boolean>> = {
    next: phase.phase !== 'close',
    pile: grouping,
    split: grouping && piles,
    time: phase.phase === 'talk',
    back: canGoBack(retro, form),
    hand: true,
    finish: true,
  }
  const first: readonly Deed[] = phase.phase === 'close' ? ['finish'] : []
  const order: readonly Deed[] = [...first, 'next', 'pile', 'split', 'time', 'back', 'hand', 'finish']
  return [...new Set(order)].filter((deed) => possible[deed])
}

export const lead: Action = {
  for: 'network',

  press(scene, [id]) {
    const { language } = scene
    const running = runningOf(scene, id)
    if (!running) return { reply: word(language, say(language, 'err.closed')) }
    if (!leadsNow(scene, running.retro)) return othersLead(scene, running.retro)
    return { reply: { kind: 'form', form: leadForm(scene, running) } }
  },

  submit(scene, [id], { revision, values }) {
    const { language } = scene
    const running = runningOf(scene, id)
    if (!running) return { reply: notSaved(say(language, 'err.closed')) }
    const { retro } = running
    if (!leadsNow(scene, retro)) return { reply: notLeading(scene, retro) }
    if (scene.again) return { reply: nowAt(scene, running) }
    if (revision !== retro.revision)
      return { reply: { kind: 'form', form: leadForm(scene, running, 'retro.moved') } }
    const deed = deedsIn(running).find((each) => each === values.do)
    if (!deed) return { reply: { kind: 'errors', errors: { do: say(language, 'err.choice') } } }
    return act(scene, running, deed)
  },
}

function leadForm(scene: Scene, running: Running, first?: PlainTextId): Form {
  const { language } = scene
  const { retro, phase } = running
  const moved: Block[] = first ? [{ tag: 'paragraph', text: label(language, first) }] : []
  const names = Object.fromEntries(deedsIn(running).map((deed) => [deed, deeds[deed]]))
  const [usual = 'finish'] = deedsIn(running)
  return formOf(scene, {
    feature: 'retro',
    action: 'lead',
    about: [retro.id],
    title: label(language, 'retro.lead'),
    revision: retro.revision,
    intro: [
      ...moved,
      {
        tag: 'paragraph',
        text: say(language, 'retro.here', { phase: label(language, phaseNames[phase.phase]) }),
      },
      ...topicLine(running, language).map((text): Block => ({ tag: 'paragraph', text })),
    ],
    fields: [
      {
        tag: 'choice',
        id: 'do',
        label: label(language, 'retro.do'),
        hint: label(language, 'retro.next'),
        optional: false,
        value: usual,
        options: optionsOf(language, names),
      },
    ],
  })
}

function act(scene: Scene, running: Running, deed: Deed): Outcome {
  const { retro, form } = running
  const shown = (next: Form): Outcome => ({ reply: { kind: 'form', form: next } })
  switch (deed) {
    case 'next':
      return moveOn(scene, running)
    case 'back':
      return moved(scene, back(retro, form))
    case 'pile':
      return shown(pileForm(scene, running))
    case 'split':
      return shown(splitForm(scene, retro))
    case 'time':
      return shown(timeForm(scene, retro))
    case 'hand':
      return shown(handForm(scene, retro))
    case 'finish':
      return shown(finishForm(scene, running, 1))
    default:
      return deed satisfies never
  }
}

function moved(scene: Scene, after: Retro): Outcome {
  const running = runningOf(scene, after.id)
  const on = led(after, scene.now)
  return {
    changes: [retros.put(on)],
    ...(running && { reply: nowAt(scene, { ...running, retro: on }) }),
  }
}

function nowAt(scene: Scene, { retro, form }: Pick<Running, 'retro' | 'form'>) {
  const { language } = scene
  const now: Running = { retro, form, phase: phaseOf(form, retro) }
  const phase = label(language, phaseNames[now.phase.phase])
  const next = opening(scene, 'lead', retro, language, 'retro.lead')
  const [topic] = topicLine(now, language)
  return word(language, topic ?? say(language, 'retro.now.at', { phase }), [next])
}

/** Which topic they talk about, and how many come after it; nothing where there is only the whole board. */
function topicLine({ retro, form, phase }: Running, language: Scene['language']): readonly Text[] {
  const topics = phase.phase === 'talk' && walks(form, retro) ? topicsOf(retro) : []
  const topic = topics[retro.topic]
  if (!topic) return []
  const n = topics.length - retro.topic - 1
  const which = n === 0 ? 'retro.now.last' : n === 1 ? 'retro.now.topic.one' : 'retro.now.topic'
  return [say(language, which, { topic: said(topicTitle(topic)), n })]
}

function moveOn(scene: Scene, running: Running): Outcome {
  const { retro, messages } = onward(scene, running)
  return { ...moved(scene, retro), messages }
}
