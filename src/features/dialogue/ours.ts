/** A network's own cards, for who leads it: seeing, writing and removing them, and how often cards come. */
import type { Field, Values } from '../../contracts/form.ts'
import type { Block, Button } from '../../contracts/message.ts'
import type { Language } from '../../contracts/text.ts'
import { inert, said, type Text } from '../../contracts/text.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf } from '../form.ts'
import { button, word } from '../reply.ts'
import { dropOwn, type Every, ownCards, ownRevision, rhythmOf } from './records.ts'
import { everyText } from './slow.ts'
import { themeName } from './themes.ts'

/** One question that a channel can carry. */
export const mostCharacters = 300
/** As many as fit a list to choose from on every platform. */
export const mostOwn = 100
const mostShown = 12

export const oursButton = ({ network, language, state }: Scene): Button =>
  button(network, 'dialogue', 'ours', [String(ownCards.all(state).length)], {
    label: label(language, 'card.own.title'),
    opens: 'nothing',
  })

const everyLabels = {
  fortnight: 'card.fortnight',
  month: 'card.monthly',
  stopped: 'card.stop',
} as const satisfies Readonly<Record<Every, PlainTextId>>

export function ourCards(scene: Scene): Outcome {
  const { language, network, state } = scene
  const own = ownCards.all(state)
  const title = label(language, 'card.own.title')
  const more = own.length - mostShown
  const open = (action: string, id: PlainTextId) =>
    button(network, 'dialogue', action, [], { label: label(language, id), opens: 'form' })
  const rhythm = rhythmOf(state)
  const others = (Object.keys(everyLabels) as Every[]).filter((each) => each !== rhythm.every)
  const list: Block[] =
    own.length === 0
      ? [{ tag: 'paragraph', text: say(language, 'card.own.none') }]
      : [
          { tag: 'paragraph', text: say(language, 'card.own.have') },
          { tag: 'quotes', quotes: own.slice(-mostShown).map(({ words }) => said(words)) },
          ...(more > 0
            ? [{ tag: 'context' as const, text: say(language, 'card.own.more', { n: more }) }]
            : []),
        ]
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    ...list,
    {
      tag: 'buttons',
      buttons: [
        open('add', 'card.own.add'),
        open('import', 'card.own.import'),
        ...(own.length > 0 ? [open('remove', 'card.own.remove')] : []),
      ],
    },
    { tag: 'context', text: everyText(state, language) },
    {
      tag: 'buttons',
      buttons: others.map((each) =>
        button(network, 'dialogue', 'every', [each, String(rhythm.revision)], {
          label: label(language, everyLabels[each]),
          opens: 'nothing',
        }),
      ),
    },
  ]
  return { reply: { kind: 'word', message: { language, summary: title, blocks } } }
}

export const ours: Action = { for: 'lead', press: ourCards }

/** Words that are the same card: however they were spaced or written. */
export const sameCard = (words: string): string => inert(words).replace(/\s+/g, ' ').trim().toLowerCase()

/** As a card says it: on one line. `undefined` when it says nothing. */
export function asQuestion(typed: string): string | undefined {
  const words = typed.toWellFormed().replace(/\s+/g, ' ').trim()
  return sameCard(words) === '' ? undefined : words
}

function wrongQuestion(language: Language, words: string | undefined): Text | undefined {
  if (words === undefined) return say(language, 'err.empty')
  return [...words].length > mostCharacters ? say(language, 'err.long', { n: mostCharacters }) : undefined
}

const addForm = (scene: Scene) => {
  const { language, library, state } = scene
  const fields: readonly Field[] = [
    {
      tag: 'long',
      id: 'question',
      label: label(language, 'card.own.question'),
      optional: false,
      most: mostCharacters,
    },
    {
      tag: 'choice',
      id: 'theme',
      label: label(language, 'card.own.theme'),
      optional: true,
      options: library.deck.themes.map((each) => ({ value: each.id, label: themeName(each, language) })),
    },
  ]
  return formOf(scene, {
    feature: 'dialogue',
    action: 'add',
    title: label(language, 'card.own.add'),
    revision: ownRevision(state),
    fields,
  })
}

function checkAdd({ language, library, state }: Scene, values: Values) {
  const words = asQuestion(typeof values.question === 'string' ? values.question : '')
  const theme = typeof values.theme === 'string' && values.theme !== '' ? values.theme : undefined
  const own = ownCards.all(state)
  const wrong =
    wrongQuestion(language, words) ??
    (own.some((each) => sameCard(each.words) === sameCard(words ?? ''))
      ? say(language, 'card.own.same')
      : undefined) ??
    (own.length >= mostOwn ? say(language, 'card.own.full', { n: mostOwn }) : undefined)
  const unknown = theme !== undefined && !library.deck.themes.some(({ id }) => id === theme)
  const errors: Record<string, Text> = {
    ...(wrong && { question: wrong }),
    ...(unknown && { theme: say(language, 'err.choice') }),
  }
  return { errors, card: { words: words ?? '', ...(theme && { theme }) } }
}

export const add: Action = {
  for: 'lead',
  press: (scene) => ({ reply: { kind: 'form', form: addForm(scene) } }),
  submit(scene, _about, { values }) {
    const { language } = scene
    const reply = word(language, say(language, 'card.own.added'), [oursButton(scene)])
    if (scene.again) return { reply }
    const { card, errors } = checkAdd(scene, values)
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    return { changes: [ownCards.put({ id: scene.newId(), ...card })], reply }
  },
}

export const remove: Action = {
  for: 'lead',
  press(scene) {
    const { language, state } = scene
    const own = ownCards.all(state)
    if (own.length === 0) return { reply: word(language, say(language, 'card.own.none')) }
    const form = formOf(scene, {
      feature: 'dialogue',
      action: 'remove',
      title: label(language, 'card.own.title'),
      revision: ownRevision(state),
      fields: [
        {
          tag: 'choices',
          id: 'cards',
          label: label(language, 'card.own.which'),
          optional: false,
          options: own.map(({ id, words }) => ({ value: id, label: [said(words)] })),
          most: own.length,
        },
      ],
    })
    return { reply: { kind: 'form', form } }
  },
  submit(scene, _about, { values }) {
    const { language, state } = scene
    const chosen = [...new Set([values.cards ?? []].flat())]
    const known = chosen.filter((id) => ownCards.get(state, id) !== undefined)
    const n = scene.again ? chosen.length : known.length
    if (n === 0) return { reply: { kind: 'errors', errors: { cards: say(language, 'err.choice') } } }
    const text = say(language, n === 1 ? 'card.own.removed.one' : 'card.own.removed', { n })
    return { changes: dropOwn(state, known), reply: word(language, text, [oursButton(scene)]) }
  },
}
