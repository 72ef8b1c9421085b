/** The form to note an agreement: take over a point that was shared, or write one; by whom, and when. */
import { z } from 'zod'
import { type Agreement, agreementsFrom } from '../../agreement/agreement.ts'
import { dateOf } from '../../calendar/calendar.ts'
import { plusMonths } from '../../calendar/day.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import { label, say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { formOf } from '../form.ts'
import { byHand, type Source } from './source.ts'

/** One sentence that a channel can carry. */
const mostCharacters = 300

export function noteForm(scene: Scene, source: Source): Form {
  const { language, network } = scene
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
      {
        tag: 'choice',
        id: 'who',
        label: label(language, 'agree.who'),
        optional: false,
        value: 'all',
        options: [
          { value: 'all', label: label(language, 'agree.together') },
          ...(scene.member ? [{ value: 'me', label: label(language, 'agree.me') }] : []),
        ],
      },
      {
        tag: 'date',
        id: 'date',
        label: label(language, 'agree.date'),
        optional: true,
        from: dateOf(scene.now, network.zone),
      },
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
  const own = typeof values.own === 'string' ? values.own.trim().toWellFormed() : ''
  const words = [...new Set([...ticked, own || undefined])].filter((each) => each !== undefined)
  if (ticked.includes(undefined)) errors.points = say(language, 'err.choice')
  else if (words.length === 0) errors.own = say(language, 'err.empty')
  else if (words.length > room)
    errors[ticked.length > 0 ? 'points' : 'own'] = say(language, 'err.most', { n: room })
  if ([...own].length > mostCharacters) errors.own = say(language, 'err.long', { n: mostCharacters })
  const date = typeof values.date === 'string' ? values.date : undefined
  const wrong = date === undefined ? undefined : checkDate(scene, date)
  if (wrong) errors.date = wrong
  const owner = values.who === 'me' && scene.member ? scene.member.id : 'all'
  const points: Point[] = words.map((each) => ({ words: each, owner, ...(date && { date }) }))
  return { points, errors }
}

function checkDate({ language, now, network }: Scene, date: string): Text | undefined {
  if (!z.iso.date().safeParse(date).success) return say(language, 'err.date')
  if (date > plusMonths(dateOf(now, network.zone), 12)) return say(language, 'err.far')
  return date < dateOf(now, network.zone) ? say(language, 'err.past') : undefined
}
