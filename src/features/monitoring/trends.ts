/** Earlier pictures side by side: the same lines, the marks of each time. Nothing is added up or compared. */
import type { Block, LineRow } from '../../contracts/message.ts'
import { type Language, said } from '../../contracts/text.ts'
import { lineWords } from '../../picture/words.ts'
import type { Round } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import type { Scene, World } from '../feature.ts'
import { crossesOn, linesOf } from './picture.ts'
import { picturedRounds, roundOutcomes } from './record.ts'
import { monthOf } from './views.ts'

/** As many as can be taken in side by side. */
const mostRounds = 4

/** "januari 2027": a round among those of other years. */
export function roundName(world: World, round: Round, language: Language): string {
  const closed = roundOutcomes.get(world.state, round.id)?.closed ?? round.closes
  return `${monthOf(world, round, language)} ${closed.slice(0, 4)}`
}

/** Nothing while there is no second picture to put beside the first. */
export function trends(scene: Scene): readonly Block[] {
  const { language, state } = scene
  const latest = picturedRounds(state).slice(-mostRounds).toReversed()
  const [last] = latest
  if (!last || latest.length < 2) return []
  return [
    { tag: 'paragraph', text: say(language, 'dsl.trends') },
    ...linesOf(state, last).flatMap(({ id, text, left, right }): Block[] => {
      const rows = latest.flatMap((round, index): LineRow[] => {
        const crosses = crossesOn(round, id)
        const name = roundName(scene, round, language)
        return crosses ? [{ name, mark: '✕', places: crosses.now, faint: index > 0 }] : []
      })
      const line = { id, title: text[language], left: left[language], right: right[language], rows }
      const shown = { title: [said(line.title)], left: [said(line.left)], right: [said(line.right)] }
      return rows.length < 2 ? [] : [{ tag: 'line', ...shown, rows, words: lineWords(language, line) }]
    }),
  ]
}
