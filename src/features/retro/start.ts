/** Beginning a retro: which form, at what pace, and the question where a form has one. */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Block } from '../../contracts/message.ts'
import { type Change, withChanges } from '../../contracts/store.ts'
import type { RetroForm } from '../../instrument/retro.ts'
import { networks } from '../../network/network.ts'
import { may } from '../../network/rights.ts'
import { formsFor } from '../../retro/own.ts'
import { newRetro, openRetro, pinnedForms, pinOf, type Retro, retros } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, CommandSpec, Outcome, Scene } from '../feature.ts'
import { formOf, oneOf, optionsOf, typedWords } from '../form.ts'
import { button, notSaved, word } from '../reply.ts'
import { notForYou, othersLead } from './led.ts'
import { nameOf, ourForms, oursButton, ownWords } from './ours.ts'
import { leadsNow, mayBegin, opening, whoLeads } from './running.ts'
import { retroMessage, slotOf } from './view.ts'

/** School days until everything is revealed, when they take their time (storyboard §6). */
const revealDays = 2
const mostQuestion = 200

const paces = { now: 'retro.now', days: 'retro.days' } as const

function alreadyOne(scene: Scene, retro: Retro): Outcome {
  if (!leadsNow(scene, retro)) return othersLead(scene, retro)
  const lead = opening(scene, 'lead', retro, scene.language, 'retro.lead', true)
  return { reply: word(scene.language, label(scene.language, 'retro.open.lead'), [lead]) }
}

export const retroCommand: CommandSpec = {
  words: { nl: 'retro', en: 'retro' },
  for: 'network',
  help: 'retro.help',
  helpFor: (scene) => (mayBegin(scene) ? 'retro.help' : undefined),
  run(scene, rest) {
    if (!mayBegin(scene)) return notForYou(scene)
    const typed = rest.trim().replace(/\s+/g, ' ').toLowerCase()
    if (ownWords.includes(typed) && may(scene.member, 'lead')) return ourForms(scene)
    const running = openRetro(scene.state)
    if (running) return alreadyOne(scene, running)
    return { reply: { kind: 'word', message: offer(scene, typed) } }
  },
}

const formsOf = ({ state, library }: Scene): readonly RetroForm[] => formsFor(state, library.retros.values())

function offer(scene: Scene, typed: string) {
  const { language, network } = scene
  const form = formsOf(scene).find(({ word }) => [word.nl, word.en].includes(typed))
  const text = say(language, 'retro.offer')
  const own = may(scene.member, 'lead') ? [oursButton(scene)] : []
  const unknown: Block[] =
    typed !== '' && !form ? [{ tag: 'paragraph', text: say(language, 'retro.unknown') }] : []
  const begin = button(network, 'retro', 'start', form ? [form.id] : [], {
    label: label(language, 'retro.begin'),
    opens: 'form',
    primary: true,
  })
  const blocks: Block[] = [
    ...unknown,
    { tag: 'paragraph', text },
    { tag: 'buttons', buttons: [begin, ...own] },
  ]
  return { language, summary: text, blocks }
}

/** Grows with every retro, so that beginning the same one again is another time. */
const revisionOf = ({ state }: Scene): number => retros.all(state).length

export const start: Action = {
  for: 'network',

  press(scene, [wanted]) {
    const running = openRetro(scene.state)
    if (!mayBegin(scene)) return notForYou(scene)
    return running ? alreadyOne(scene, running) : { reply: { kind: 'form', form: startForm(scene, wanted) } }
  },

  submit(scene, about, { step, values }) {
    const { language } = scene
    if (!mayBegin(scene))
      return { reply: notSaved(say(language, 'err.role', { who: label(language, 'who.lead') })) }
    const running = openRetro(scene.state)
    if (running && (scene.again || leadsNow(scene, running))) return started(scene, running)
    if (running) return { reply: notSaved(whoLeads(scene, running, language)) }
    if (step === 2) return asked(scene, about, values.question)
    const form = formsOf(scene).find(({ id }) => id === values.form)
    const pace = oneOf(paces, values.pace)
    if (!form || !pace) {
      const choice = say(language, 'err.choice')
      return {
        reply: { kind: 'errors', errors: { ...(!form && { form: choice }), ...(!pace && { pace: choice }) } },
      }
    }
    const settings = openTo(scene, values.open)
    if (!form.question) return begin(scene, form, pace, settings)
    return { changes: settings, reply: { kind: 'form', form: questionForm(scene, form, pace) } }
  },
}

function started({ language, ...scene }: Scene, retro: Retro): Outcome {
  const lead = opening(scene, 'lead', retro, language, 'retro.lead', true)
  return { reply: word(language, say(language, 'retro.started'), [lead]) }
}

/** Whoever leads the network chooses who may begin one. */
function openTo({ member, network }: Scene, chosen: unknown): readonly Change[] {
  const wanted = chosen === 'all' ? 'all' : chosen === 'lead' ? 'lead' : undefined
  const changes = wanted && may(member, 'lead') && wanted !== (network.retros ?? 'lead')
  return changes ? [networks.put({ ...network, retros: wanted })] : []
}

function startForm(scene: Scene, wanted: string | undefined): Form {
  const { language, member, network } = scene
  const forms = formsOf(scene)
  const whoStarts: Field = {
    tag: 'choice',
    id: 'open',
    label: label(language, 'retro.who.starts'),
    optional: false,
    value: network.retros ?? 'lead',
    options: optionsOf(language, { lead: 'retro.who.lead', all: 'retro.who.all' }),
  }
  return formOf(scene, {
    feature: 'retro',
    action: 'start',
    title: label(language, 'retro.title'),
    revision: revisionOf(scene),
    intro: may(member, 'lead') ? [{ tag: 'context', text: say(language, 'retro.tip') }] : [],
    fields: [
      {
        tag: 'choice',
        id: 'form',
        label: label(language, 'retro.which'),
        optional: false,
        options: forms.map((each) => ({ value: each.id, label: nameOf(scene, each) })),
        ...(wanted && forms.some(({ id }) => id === wanted) && { value: wanted }),
      },
      {
        tag: 'choice',
        id: 'pace',
        label: label(language, 'retro.pace'),
        optional: false,
        value: 'now',
        options: optionsOf(language, paces),
      },
      ...(may(member, 'lead') ? [whoStarts] : []),
    ],
  })
}

function questionForm(scene: Scene, { id, question }: RetroForm, pace: Retro['pace']): Form {
  const { language } = scene
  return {
    ...formOf(scene, {
      feature: 'retro',
      action: 'start',
      about: [id, pace],
      title: label(language, 'retro.title'),
      revision: revisionOf(scene),
      step: 2,
      steps: 2,
      fields: [
        {
          tag: 'short',
          id: 'question',
          label: question?.label[language] ?? '',
          optional: false,
          most: mostQuestion,
          value: question?.usual[scene.network.language] ?? '',
        },
      ],
    }),
    buttons: { next: label(language, 'form.send'), close: label(language, 'form.later') },
  }
}

function asked(
  scene: Scene,
  [id = '', sent = '']: readonly string[],
  typed: Values[string] | undefined,
): Outcome {
  const { language } = scene
  const form = formsOf(scene).find((each) => each.id === id)
  const pace = oneOf(paces, sent)
  if (!form?.question || !pace) return { reply: notSaved(say(language, 'err.old')) }
  const { words, error } = typedWords(language, typed, { most: mostQuestion })
  if (error) return { reply: { kind: 'errors', errors: { question: error } } }
  return begin(scene, form, pace, [], words)
}

function begin(
  scene: Scene,
  form: RetroForm,
  pace: Retro['pace'],
  settings: readonly Change[],
  question?: string,
): Outcome {
  const { network, now, calendar, member } = scene
  if (!member) return notForYou(scene)
  const revealDay = schoolDayAfter(calendar, dateOf(now, network.zone), revealDays)
  const retro: Retro = {
    ...newRetro({
      id: scene.newId(),
      form: pinOf(form),
      facilitator: member.id,
      pace,
      opened: now.toISOString(),
    }),
    ...(question && { question }),
    ...(pace === 'days' && { reveals: momentOf(revealDay, schoolHours.usual, network.zone).toISOString() }),
  }
  const changes = [...settings, pinnedForms.put({ id: retro.form, content: form }), retros.put(retro)]
  const after = { ...scene, state: withChanges(scene.state, changes) }
  return {
    ...started(scene, retro),
    changes,
    messages: [{ to: 'network', slot: slotOf(retro), message: retroMessage(after, retro) }],
  }
}
