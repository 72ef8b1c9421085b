/** How it went, in their own words, and who may read that. The note goes, whatever they choose. */
import type { Form, Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import { label, say } from '../../text/say.ts'
import { type Note, notes, type Told, tellings } from '../../transfer/transfer.ts'
import type { Action, Scene } from '../feature.ts'
import { formOf, oneOf, optionsOf, typedWords } from '../form.ts'
import { word } from '../reply.ts'
import { overAt, ownNote } from './note.ts'

const mostCharacters = 500

const hows = { yes: 'transfer.how.yes', bit: 'transfer.how.bit', not: 'transfer.how.not' } as const
const shares = {
  me: 'transfer.share.me',
  quiet: 'transfer.share.quiet',
  name: 'transfer.share.name',
} as const

export const tell: Action = {
  for: 'participant',
  press(scene, about) {
    const note = ownNote(scene, about)
    if (!note) return { reply: word(scene.language, say(scene.language, 'transfer.over')) }
    return { reply: { kind: 'form', form: tellForm(scene, note) } }
  },
  submit(scene, about, { values }) {
    const { language, member } = scene
    const note = ownNote(scene, about)
    if (!note || !member) return { reply: word(language, say(language, 'transfer.over')) }
    const { how, share, words, errors } = checkTold(scene, values)
    if (!how || !share || Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    const told: Told = {
      id: scene.newId(),
      words,
      how,
      ...(share === 'name' && { by: { member: member.id, name: member.name } }),
    }
    return {
      changes: [notes.remove(note.id), ...(share === 'me' ? [] : [tellings.put(told)])],
      messages: overAt(note, member),
      // What was handled about it would tie them to words that are to stand without their name.
      forget: note.id,
      reply: word(language, say(language, share === 'me' ? 'transfer.done.me' : 'transfer.done.shared')),
    }
  },
}

function tellForm(scene: Scene, note: Note): Form {
  const { language } = scene
  return formOf(scene, {
    feature: 'transfer',
    action: 'tell',
    about: [note.id],
    title: label(language, 'transfer.title'),
    revision: 0,
    intro: [
      { tag: 'quotes', quotes: [said(note.words)] },
      { tag: 'context', text: say(language, 'transfer.share.small') },
    ],
    fields: [
      {
        tag: 'choice',
        id: 'how',
        label: label(language, 'transfer.how'),
        optional: false,
        options: optionsOf(language, hows),
      },
      {
        tag: 'long',
        id: 'noticed',
        label: label(language, 'transfer.noticed'),
        optional: true,
        most: mostCharacters,
      },
      {
        tag: 'choice',
        id: 'share',
        label: label(language, 'transfer.share'),
        optional: false,
        value: 'me',
        options: optionsOf(language, shares),
      },
    ],
  })
}

function checkTold({ language }: Scene, values: Values) {
  const how = oneOf(hows, values.how)
  const share = oneOf(shares, values.share ?? 'me')
  const { words, error } = typedWords(language, values.noticed, { most: mostCharacters, optional: true })
  const errors: Record<string, Text> = {}
  if (!how) errors.how = say(language, 'err.choice')
  if (!share) errors.share = say(language, 'err.choice')
  if (share !== 'me' && words === '') errors.noticed = say(language, 'transfer.empty')
  if (error) errors.noticed = error
  return { how, share, words, errors }
}
