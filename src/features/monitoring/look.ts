/** What somebody sees of a picture privately: all of it in words, how to talk about it, the sheet to print. */
import type { Block } from '../../contracts/message.ts'
import { hasCoach } from '../../network/member.ts'
import { instrumentOf } from '../../round/engine.ts'
import { type Round, rounds } from '../../round/round.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, Scene } from '../feature.ts'
import { word } from '../reply.ts'
import { crossesOn, dimensionsOf, pictureBlock, pictureLine, wordsFor } from './picture.ts'
import { feature, hasPicture, pictureBefore, roundOutcomes } from './record.ts'
import { allValues, hasValues } from './values.ts'
import { examplesOf, monthOf } from './views.ts'

/** A round of this feature that is closed; a ref may be old or forged. */
export function closedRoundOf({ state }: Scene, id: string): Round | undefined {
  const round = rounds.get(state, id)
  return round?.feature === feature && round.state === 'closed' ? round : undefined
}

/** Shows something of a closed round to whoever may see it. */
const shown = (look: (scene: Scene, round: Round) => Block[] | undefined): Action => ({
  for: 'network',
  press(scene, [roundId = '']) {
    const { language } = scene
    const round = closedRoundOf(scene, roundId)
    const blocks = round && look(scene, round)
    if (!blocks) return { reply: word(language, say(language, 'err.old')) }
    const summary = label(language, 'dsl.name')
    return { reply: { kind: 'word', message: { language, summary, blocks } } }
  },
})

/** Every line with its poles and every mark, and everything that people wrote. */
export const inWords = shown((scene, round) => {
  const { language, state } = scene
  if (!hasPicture(round)) return undefined
  const before = pictureBefore(state, round)
  return [
    { tag: 'heading', text: say(language, 'dsl.title', { month: monthOf(scene, round, language) }) },
    ...dimensionsOf(instrumentOf(state, round), round).flatMap((dimension): Block[] => [
      { tag: 'heading', text: dimension.title[language] },
      ...dimension.lines.map(({ line, crosses }): Block => {
        const drawn = pictureLine(language, line, crosses, crossesOn(before, line.id))
        return { tag: 'paragraph', text: wordsFor(language, drawn, crosses) }
      }),
      ...examplesOf(round, dimension, language, Number.POSITIVE_INFINITY),
    ]),
  ]
})

/** Everything that people wrote about what the network brings. */
export const values = shown(({ language, state }, round) =>
  hasValues(round) ? allValues(round, instrumentOf(state, round), language) : undefined,
)

const guideTexts = [
  'guide.how',
  'guide.oma',
  'guide.turn',
  'guide.task',
  'guide.diff',
  'guide.deeper',
] as const satisfies readonly PlainTextId[]

/** How to talk about a picture, for whoever leads the conversation. */
export const guide = shown(({ language, member, state }) => {
  const coach = member && hasCoach(state, member) ? (['dsl.coach'] as const) : []
  return [
    { tag: 'heading', text: label(language, 'guide.title') },
    ...[...guideTexts, ...coach].map((id): Block => ({ tag: 'paragraph', text: label(language, id) })),
  ]
})

/** The lines without crosses, when there were too few to show. */
export const sheet = shown((scene, round) => {
  const { language, state } = scene
  const [id = ''] = roundOutcomes.get(state, round.id)?.pictures[language] ?? []
  const drawn = hasPicture(round) ? undefined : pictureBlock(state, id, round)
  return drawn && [{ tag: 'paragraph', text: say(language, 'dsl.sheet') }, drawn]
})
