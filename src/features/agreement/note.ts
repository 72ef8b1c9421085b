/** The form to note an agreement: take over a point that was shared, or write one; by whom, and when. */
import { z } from 'zod'
import { type Agreement, agreementsFrom, mostAgreements } from '../../agreement/agreement.ts'
import { dateOf } from '../../calendar/calendar.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import { itemsOf } from '../../instrument/instrument.ts'
import { instrumentOf } from '../../round/engine.ts'
import type { Round } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { formOf } from '../form.ts'

/** One sentence that a channel can carry. */
const mostCharacters = 300

/** What was shared for next time and may become an agreement, in its frozen order. */
function pointsOf(scene: Scene, round: Round): readonly string[] {
  const items = itemsOf(instrumentOf(scene.state, round))
  const pointing = new Set(items.flatMap((item) => (item.type === 'text' && item.points ? [item.id] : [])))
  return (round.result ?? []).flatMap(({ item, quotes }) => (pointing.has(item) ? quotes : []))
}

export function noteForm(scene: Scene, round: Round): Form {
  const { language, network } = scene
  const made = agreementsFrom(scene.state, round.id).length
  const shared = pointsOf(scene, round)
  const takeOver: Field[] = [
    {
      tag: 'choices',
      id: 'points',
      label: label(language, 'agree.points'),
      hint: label(language, made === 0 ? 'agree.points.hint' : 'agree.one'),
      optional: true,
      options: shared.map((point, index) => ({ value: `p${index}`, label: [said(point)] })),
      most: mostAgreements - made,
    },
  ]
  return formOf(scene, {
    feature: 'agreement',
    action: 'note',
    about: [round.id],
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
export function checkNote(scene: Scene, round: Round, values: Values, room: number) {
  const { language } = scene
  const errors: Record<string, Text> = {}
  const shared = pointsOf(scene, round)
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
  return date < dateOf(now, network.zone) ? say(language, 'err.past') : undefined
}
