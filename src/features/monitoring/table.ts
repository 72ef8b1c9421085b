/** A network's own pictures as a table: how many marks stand at each place. No ids, no times, nobody's name. */
import type { Language } from '../../contracts/text.ts'
import { inert } from '../../contracts/text.ts'
import { places, waysOut } from '../../instrument/instrument.ts'
import { placeNames } from '../../round/lines.ts'
import { label } from '../../text/say.ts'
import type { World } from '../feature.ts'
import { crossesOn, linesOf } from './picture.ts'
import { picturedRounds } from './record.ts'
import { roundName } from './trends.ts'

export function resultsTable(world: World, language: Language): string {
  const header = [
    ...(['round', 'line', 'left', 'right', 'row'] as const).map((id) => label(language, `dsl.table.${id}`)),
    ...places.map((place) => label(language, placeNames[place])),
    ...waysOut.map((way) => label(language, `way.${way}`)),
  ]
  const rows = picturedRounds(world.state).flatMap((round) =>
    linesOf(world.state, round).flatMap(({ id, text, left, right }): (string | number)[][] => {
      const crosses = crossesOn(round, id)
      if (!crosses) return []
      const about = [roundName(world, round, language), text[language], left[language], right[language]]
      const { now, wished, ways } = crosses
      return [
        [...about, label(language, 'strip.now'), ...now, ...waysOut.map((way) => ways[way] ?? 0)],
        ...(wished ? [[...about, label(language, 'strip.wished'), ...wished, ...waysOut.map(() => '')]] : []),
      ]
    }),
  )
  // A spreadsheet of this country takes a semicolon, and reads accents after a byte order mark.
  return `\ufeff${[header, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`
}

/** Between quotes; what a spreadsheet would take for a formula gets a quote of its own in front. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const words = inert(value).replace(/\s+/g, ' ').trim()
  const safe = /^[=+\-@|%]/.test(words) ? `'${words}` : words
  return `"${safe.replaceAll('"', '""')}"`
}
