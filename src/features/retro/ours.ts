/** Forms that a network wrote itself, for who leads it: seeing, writing and removing them. */
import type { Form } from '../../contracts/form.ts'
import type { Block, Button } from '../../contracts/message.ts'
import { languages, plain, said, type Text } from '../../contracts/text.ts'
import { type BadRow, ownLimits, readOwnForm, sameWords } from '../../instrument/own-retro.ts'
import { type Phase, type RetroForm, worded } from '../../instrument/retro.ts'
import { formsFor, ownForms, ownFormsOf } from '../../retro/own.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf } from '../form.ts'
import { button, word } from '../reply.ts'
import { phaseNames } from './running.ts'

/** What somebody types behind `retro` to get at the network's own forms. */
export const ownWords: readonly string[] = ['eigen', 'own']
/** Named at once; the others come up when these are right. */
const mostNamed = 10

export const oursButton = ({ network, language, state }: Scene): Button =>
  button(network, 'retro', 'ours', [String(ownFormsOf(state).revision)], {
    label: label(language, 'retro.own.title'),
    opens: 'nothing',
  })

export function ourForms(scene: Scene): Outcome {
  const { language, network, state } = scene
  const { forms } = ownFormsOf(state)
  const title = label(language, 'retro.own.title')
  const open = (action: string, id: 'retro.own.add' | 'retro.own.remove') =>
    button(network, 'retro', action, [], { label: label(language, id), opens: 'form' })
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    { tag: 'paragraph', text: say(language, forms.length > 0 ? 'retro.own.have' : 'retro.own.none') },
    ...forms.map((each): Block => ({ tag: 'paragraph', text: nameOf(scene, each) })),
    {
      tag: 'buttons',
      buttons: [
        open('add', 'retro.own.add'),
        ...(forms.length > 0 ? [open('remove', 'retro.own.remove')] : []),
      ],
    },
  ]
  return { reply: { kind: 'word', message: { language, summary: title, blocks } } }
}

/** "Kampvuur (ongeveer 20 minuten)" */
export const nameOf = ({ language }: Scene, { title, minutes }: Pick<RetroForm, 'title' | 'minutes'>): Text =>
  say(language, 'retro.option', { title: worded(title, language), n: minutes })

export const ours: Action = { for: 'lead', press: ourForms }

/** Tells apart what somebody looked at before they sent it: the same words, beside the same other forms. */
function fingerprint(text: string): number {
  let found = 7
  for (const letter of text) found = (found * 31 + (letter.codePointAt(0) ?? 0)) % 2_000_000_011
  return found
}

const seenAs = ({ state }: Scene, pasted: string): number =>
  fingerprint(`${ownFormsOf(state).revision} ${pasted}`)

const rowsField = ({ language }: Scene, pasted: string, name: 'retro.own.rows' | 'retro.own.again') =>
  ({
    tag: 'long',
    id: 'rows',
    label: label(language, name),
    optional: false,
    most: ownLimits.pasted,
    value: pasted,
  }) as const

/** With the example, or with what was pasted and the rows of it that need another look. */
function pasteForm(scene: Scene, pasted?: string, bad: readonly BadRow[] = []): Form {
  const { language, state } = scene
  const context = (text: Text): Block => ({ tag: 'context', text })
  const paragraph = (text: Text): Block => ({ tag: 'paragraph', text })
  const more = bad.length - mostNamed
  const how = [say(language, 'retro.own.how'), say(language, 'retro.own.how.dots')].map(context)
  const wrong = [
    paragraph(say(language, 'retro.own.bad')),
    ...bad
      .slice(0, mostNamed)
      .map((each) => paragraph(say(language, 'retro.own.row', { n: each.line, why: whyOf(scene, each) }))),
    ...(more > 0 ? [paragraph(say(language, 'retro.own.more', { n: more }))] : []),
  ]
  return formOf(scene, {
    feature: 'retro',
    action: 'add',
    title: label(language, 'retro.own.add'),
    revision: ownFormsOf(state).revision,
    steps: 2,
    intro: bad.length > 0 ? wrong : how,
    fields: [rowsField(scene, pasted ?? label(language, 'retro.own.example'), 'retro.own.rows')],
  })
}

function whyOf({ language }: Scene, row: BadRow): Text {
  switch (row.why) {
    case 'long':
    case 'many':
    case 'number':
      return say(language, `retro.own.bad.${row.why}`, { n: row.most })
    case 'key':
      return say(language, 'retro.own.bad.key', { key: said(row.key) })
    default:
      return say(language, `retro.own.bad.${row.why}`)
  }
}

/** How it will go, before it is kept. */
function previewForm(
  scene: Scene,
  pasted: string,
  form: Pick<RetroForm, 'title' | 'minutes' | 'phases'>,
): Form {
  const { language } = scene
  return {
    ...formOf(scene, {
      feature: 'retro',
      action: 'add',
      title: label(language, 'retro.own.add'),
      revision: seenAs(scene, pasted),
      step: 2,
      steps: 2,
      intro: [
        { tag: 'paragraph', text: say(language, 'retro.own.preview') },
        { tag: 'heading', text: nameOf(scene, form) },
        ...form.phases.flatMap((phase) => previewOf(scene, phase)),
      ],
      fields: [rowsField(scene, pasted, 'retro.own.again')],
    }),
    buttons: { next: label(language, 'form.send'), close: label(language, 'form.later') },
  }
}

function previewOf({ language }: Scene, phase: Phase): readonly Block[] {
  const name = label(language, phaseNames[phase.phase])
  const text = say(language, 'retro.own.step', { phase: name, text: worded(phase.text, language) })
  const quoted = (all: readonly RetroForm['title'][]): Block[] =>
    all.map((each) => ({ tag: 'context', text: worded(each, language) }))
  return [
    { tag: 'paragraph', text },
    ...(phase.phase === 'collect' ? quoted(phase.fields.map((each) => each.label)) : []),
    ...(phase.phase === 'choose'
      ? [{ tag: 'context' as const, text: say(language, 'retro.own.dots', { n: phase.dots }) }]
      : []),
    ...(phase.phase === 'close' ? quoted(phase.points) : []),
  ]
}

/** No two forms go by one name. */
function isTaken({ state, library }: Scene, name: string): boolean {
  const names = formsFor(state, library.retros.values()).flatMap(({ title, word: { nl, en } }) => [
    ...languages.map((each) => plain(worded(title, each))),
    nl,
    en,
  ])
  return [...ownWords, ...names].some((each) => sameWords(each, name))
}

export const add: Action = {
  for: 'lead',
  press: (scene) => ({ reply: { kind: 'form', form: pasteForm(scene) } }),

  submit(scene, _about, { step, revision, button, values }) {
    const { language, state } = scene
    const pasted = typeof values.rows === 'string' ? values.rows.toWellFormed() : ''
    const refuse = (why: Text): Outcome => ({ reply: { kind: 'errors', errors: { rows: why } } })
    const shown = (form: Form): Outcome => ({ reply: { kind: 'form', form } })
    if (pasted.trim() === '') return refuse(say(language, 'err.empty'))
    if ([...pasted].length > ownLimits.pasted)
      return refuse(say(language, 'err.long', { n: ownLimits.pasted }))
    const keeps = step === 2 && button === 'next'
    // What was kept by the same press is no reason to refuse its name.
    const { form, bad } = readOwnForm(pasted, (name) => !(scene.again && keeps) && isTaken(scene, name))
    if (form && scene.again && keeps) return saved(scene, form)
    if (!form) return shown(pasteForm(scene, pasted, bad))
    if (!keeps || revision !== seenAs(scene, pasted)) return shown(previewForm(scene, pasted, form))
    const own = ownFormsOf(state)
    if (own.forms.length >= ownLimits.forms)
      return refuse(say(language, 'retro.own.full', { n: ownLimits.forms }))
    const id = `own-${scene
      .newId()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 16)}`
    const kept: RetroForm = { ...form, id, version: 1, source: 'own' }
    const changes = [ownForms.put({ ...own, forms: [...own.forms, kept], revision: own.revision + 1 })]
    return { ...saved(scene, form), changes }
  },
}

const saved = (scene: Scene, { title }: Pick<RetroForm, 'title'>): Outcome => ({
  reply: word(
    scene.language,
    say(scene.language, 'retro.own.saved', { name: worded(title, scene.language) }),
    [oursButton(scene)],
  ),
})

export const remove: Action = {
  for: 'lead',
  press(scene) {
    const { language, state } = scene
    const { forms, revision } = ownFormsOf(state)
    if (forms.length === 0) return { reply: word(language, say(language, 'retro.own.none')) }
    const form = formOf(scene, {
      feature: 'retro',
      action: 'remove',
      title: label(language, 'retro.own.title'),
      revision,
      fields: [
        {
          tag: 'choices',
          id: 'forms',
          label: label(language, 'retro.own.which'),
          optional: false,
          options: forms.map((each) => ({ value: each.id, label: nameOf(scene, each) })),
          most: forms.length,
        },
      ],
    })
    return { reply: { kind: 'form', form } }
  },
  submit(scene, _about, { values }) {
    const { language, state } = scene
    const own = ownFormsOf(state)
    const chosen = [values.forms ?? []].flat()
    const forms = own.forms.filter(({ id }) => !chosen.includes(id))
    if (!scene.again && forms.length === own.forms.length)
      return { reply: { kind: 'errors', errors: { forms: say(language, 'err.choice') } } }
    return {
      changes: [ownForms.put({ ...own, forms, revision: own.revision + 1 })],
      reply: word(language, say(language, 'retro.own.removed'), [oursButton(scene)]),
    }
  },
}
