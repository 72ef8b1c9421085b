/** The form to change agreements: other words, how it stands, or away with it when it was a mistake. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Block } from '../../contracts/message.ts'
import type { Text } from '../../contracts/text.ts'
import { label, say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { formOf, optionsOf, typedWords } from '../form.ts'
import type { Source } from './source.ts'

const mostCharacters = 300

const states = {
  open: 'agree.open',
  carried: 'agree.carried',
  done: 'agree.done',
  dropped: 'agree.was.dropped',
  undo: 'agree.undo',
} as const
type State = keyof typeof states

const stateNames = Object.keys(states) as readonly State[]

/** Grows with every change to any of them, so that nobody overwrites what they have not seen. */
export const revisionOf = (made: readonly Agreement[]): number =>
  made.reduce((sum, { revision }) => sum + revision + 1, 0)

/** `typed`: what somebody sent on top of an older version; it stays in the fields. */
export function changeForm(scene: Scene, { id, made }: Source, typed?: Values): Form {
  const { language } = scene
  const moved: Block[] = typed ? [{ tag: 'paragraph', text: say(language, 'agree.moved') }] : []
  return formOf(scene, {
    feature: 'agreement',
    action: 'change',
    about: [id],
    title: label(language, 'agree.title'),
    revision: revisionOf(made),
    intro: moved,
    fields: made.flatMap((each) => fieldsFor(scene, each, typed ?? {})),
  })
}

function fieldsFor({ language }: Scene, { id, words, state }: Agreement, typed: Values): readonly Field[] {
  const value = (name: string, now: string) => {
    const sent = typed[`${name}-${id}`]
    return typeof sent === 'string' ? sent : now
  }
  return [
    {
      tag: 'long',
      id: `words-${id}`,
      label: label(language, 'agree.title'),
      optional: false,
      most: mostCharacters,
      value: value('words', words),
    },
    {
      tag: 'choice',
      id: `state-${id}`,
      label: label(language, 'agree.state'),
      optional: false,
      value: value('state', state),
      options: optionsOf(language, states),
    },
  ]
}

/** Only what is really different becomes a change. */
export function checkChange({ language }: Scene, made: readonly Agreement[], values: Values) {
  const errors: Record<string, Text> = {}
  const changed = made.flatMap((agreement) => {
    const field = `words-${agreement.id}`
    const { words, error } = typedWords(language, values[field], { most: mostCharacters })
    const state = stateNames.find((name) => name === values[`state-${agreement.id}`]) ?? agreement.state
    if (error) errors[field] = error
    return words === agreement.words && state === agreement.state ? [] : [{ agreement, words, state }]
  })
  return { changed, errors }
}
