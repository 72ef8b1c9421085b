/** The form to note an agreement: take over a point that was shared, or write one; by whom, and when. */
import { type Agreement, agreementsFrom } from '../../agreement/agreement.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import { label, say } from '../../text/say.ts'
import { takenUp, takingUp } from '../agreed.ts'
import type { Scene } from '../feature.ts'
import { formOf, typedWords } from '../form.ts'
import { byHand, type Source } from './source.ts'

/** One sentence that a channel can carry. */
const mostCharacters = 300

export function noteForm(scene: Scene, source: Source): Form {
  const { language } = scene
  const made = source.id === byHand ? agreementsFrom(scene.state, byHand).length : source.made.length
  const shared = source.points
  const takeOver: Field[] = [
    {
      tag: 'choices',
      id: 'points',
      label: label(language, 'agree.points'),
      hint: label(language, source.room === 1 ? 'agree.one' : 'agree.points.hint'),
      optional: true,
      options: shared.map((point, index) => ({ value: `p${index}`, label: [said(point)] })),
      most: source.room,
    },
  ]
  return formOf(scene, {
    feature: 'agreement',
    action: 'note',
    about: [source.id],
    title: label(language, 'agree.title'),
    revision: made,
    fields: [
      ...(shared.length > 0 ? takeOver : []),
      {
        tag: 'long',
        id: 'own',
        label: label(language, shared.length > 0 ? 'agree.own' : 'agree.words'),
        optional: shared.length > 0,
        most: mostCharacters,
      },
      ...takingUp(scene),
    ],
  })
}

type Point = Pick<Agreement, 'words' | 'owner' | 'date'>

/** What was chosen and written, as agreements to be; or what needs another look, by field. */
export function checkNote(scene: Scene, { points: shared, room }: Source, values: Values) {
  const { language } = scene
  const errors: Record<string, Text> = {}
  const ticked = [values.points ?? []]
    .flat()
    .map((each) => shared[Number(/^p(\d{1,3})$/.exec(each)?.[1] ?? -1)])
  const { words: own, error } = typedWords(language, values.own, { most: mostCharacters, optional: true })
  const words = [...new Set([...ticked, own || undefined])].filter((each) => each !== undefined)
  if (ticked.includes(undefined)) errors.points = say(language, 'err.choice')
  else if (words.length === 0) errors.own = say(language, 'err.empty')
  else if (words.length > room)
    errors[ticked.length > 0 ? 'points' : 'own'] = say(language, 'err.most', { n: room })
  if (error) errors.own = error
  const { taken, wrong } = takenUp(scene, values)
  if (wrong) errors.date = wrong
  const points: Point[] = words.map((each) => ({ words: each, ...taken }))
  return { points, errors }
}
