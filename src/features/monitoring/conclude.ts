/** The joint conclusion, in the network's own words, with at most two agreements; any member notes it for all. */
import {
  type Agreement,
  agreements,
  agreementsFrom,
  mostAgreements,
  newAgreement,
} from '../../agreement/agreement.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import type { Round } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Scene } from '../feature.ts'
import { formOf, typedWords } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { closedRoundOf } from './look.ts'
import { linesOf } from './picture.ts'
import { feature, type RoundOutcome, roundOutcomes } from './record.ts'

/** One or two sentences, and one for an agreement. */
const mostCharacters = { conclusion: 500, agreement: 300 } as const

const none = 'none'

/** The agreements that still fit, by the name of their fields. */
const roomFor = ({ state }: Scene, round: Round): readonly string[] =>
  ['first', 'second'].slice(0, Math.max(0, mostAgreements - agreementsFrom(state, round.id).length))

/** `typed`: what somebody sent on top of another version; it stays in the fields. */
function concludeForm(scene: Scene, round: Round, outcome: RoundOutcome, typed?: Values): Form {
  const { language } = scene
  const value = (id: string, now?: string) => {
    const one = typed?.[id] ?? now
    return typeof one === 'string' && one !== '' ? { value: one } : {}
  }
  const lines = linesOf(scene.state, round).map(({ id, text }) => ({
    value: id,
    label: [said(text[language])],
  }))
  const options = [{ value: none, label: label(language, 'dsl.agreement.none') }, ...lines]
  return formOf(scene, {
    feature,
    action: 'conclude',
    about: [round.id],
    title: label(language, 'dsl.name'),
    revision: outcome.revision,
    intro: [{ tag: 'paragraph', text: say(language, typed ? 'dsl.moved' : 'dsl.conclude') }],
    fields: [
      {
        tag: 'long',
        id: 'conclusion',
        label: label(language, 'dsl.conclusion'),
        hint: label(language, 'dsl.conclusion.hint'),
        optional: false,
        most: mostCharacters.conclusion,
        ...value('conclusion', outcome.conclusion),
      },
      ...roomFor(scene, round).flatMap((id, index): Field[] => [
        {
          tag: 'long',
          id,
          label: label(language, index === 0 ? 'dsl.agreement' : 'dsl.agreement.other'),
          optional: true,
          most: mostCharacters.agreement,
          ...value(id),
        },
        {
          tag: 'choice',
          id: `${id}-line`,
          label: label(language, 'dsl.agreement.line'),
          optional: true,
          options,
          ...value(`${id}-line`),
        },
      ]),
    ],
  })
}

type Point = Pick<Agreement, 'words' | 'line'>

function check(scene: Scene, round: Round, values: Values) {
  const { language } = scene
  const errors: Record<string, Text> = {}
  const read = (id: string, most: number, optional: boolean): string => {
    const { words, error } = typedWords(language, values[id], { most, optional })
    if (error) errors[id] = error
    return words
  }
  const conclusion = read('conclusion', mostCharacters.conclusion, false)
  const lines = linesOf(scene.state, round)
  const points = roomFor(scene, round).flatMap((id): Point[] => {
    const words = read(id, mostCharacters.agreement, true)
    const wanted = values[`${id}-line`] ?? none
    const line = lines.find((each) => each.id === wanted)
    if (wanted !== none && wanted !== '' && !line) errors[`${id}-line`] = say(language, 'err.choice')
    return words === '' ? [] : [{ words, ...(line && { line: line.id }) }]
  })
  return { conclusion, points, errors }
}

export const conclude: Action = {
  for: 'network',

  press(scene, [roundId = '']) {
    const round = closedRoundOf(scene, roundId)
    const outcome = round && roundOutcomes.get(scene.state, round.id)
    if (!outcome) return { reply: word(scene.language, say(scene.language, 'err.old')) }
    return { reply: { kind: 'form', form: concludeForm(scene, round, outcome) } }
  },

  submit(scene, [roundId = ''], { values, revision }) {
    const { language } = scene
    const round = closedRoundOf(scene, roundId)
    const outcome = round && roundOutcomes.get(scene.state, round.id)
    if (!outcome) return { reply: notSaved(say(language, 'err.old')) }
    const noted = word(language, say(language, 'dsl.concluded'))
    if (scene.again) return { reply: noted }
    const { conclusion, points, errors } = check(scene, round, values)
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    if (revision !== outcome.revision)
      return { reply: { kind: 'form', form: concludeForm(scene, round, outcome, values) } }
    const made = points.map((point) =>
      newAgreement({ ...point, id: scene.newId(), owner: 'all', from: round.id }),
    )
    const kept = roundOutcomes.put({ ...outcome, conclusion, revision: outcome.revision + 1 })
    return { changes: [kept, ...made.map(agreements.put)], reply: noted }
  },
}
