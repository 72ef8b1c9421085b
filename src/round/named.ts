/**
 * Crosses that stand in a picture with somebody's name, because they chose to show it. To list them, and to take the
 * name away again: the crosses themselves stay, counted as they were.
 */
import type { Change, State } from '../contracts/store.ts'
import type { Language } from '../contracts/text.ts'
import { itemsOf, places } from '../instrument/instrument.ts'
import { pictures } from '../network/picture.ts'
import type { SharedLine } from '../privacy/share.ts'
import { label } from '../text/say.ts'
import { instrumentOf } from './engine.ts'
import { placeNames } from './lines.ts'
import { rounds } from './round.ts'

type Names = readonly (readonly string[])[]

/** In words, for the person themselves. */
export interface NamedCross {
  readonly round: string
  readonly opened: string
  readonly closed: string
  readonly line: string
  readonly now?: string
  readonly wished?: string
}

export const crossesNamed = (state: State, name: string, language: Language): readonly NamedCross[] =>
  rounds.all(state).flatMap((round) => {
    const named = (round.result ?? []).filter(({ line }) => stands(line, name))
    if (named.length === 0) return []
    const titles = new Map(itemsOf(instrumentOf(state, round)).map(({ id, text }) => [id, text[language]]))
    return named.map(({ item, line }): NamedCross => {
      const now = placeOf(line?.named?.now, name, language)
      const wished = placeOf(line?.named?.wished, name, language)
      return {
        ...{ round: round.id, opened: round.opened, closed: round.closes, line: titles.get(item) ?? item },
        ...(now && { now }),
        ...(wished && { wished }),
      }
    })
  })

const stands = (line: SharedLine | undefined, name: string): boolean =>
  [line?.named?.now, line?.named?.wished].some((all) => all?.some((each) => each.includes(name)))

function placeOf(names: Names | undefined, name: string, language: Language): string | undefined {
  const place = places[names?.findIndex((each) => each.includes(name)) ?? -1]
  return place && label(language, placeNames[place])
}

/** What stays is the picture without this name. */
export function withoutName(state: State, name: string): readonly Change[] {
  const rest = (names: Names): Names => names.map((each) => each.filter((one) => one !== name))
  const bare = ({ named, ...line }: SharedLine): SharedLine => {
    const left = Object.entries(named ?? {}).flatMap(([row, names]): [string, Names][] => {
      const others = rest(names)
      return others.some((each) => each.length > 0) ? [[row, others]] : []
    })
    return { ...line, ...(left.length > 0 && { named: Object.fromEntries(left) }) }
  }
  return [
    ...rounds.all(state).flatMap((round) => {
      if (!round.result?.some(({ line }) => stands(line, name))) return []
      const result = round.result.map(({ line, ...each }) => ({ ...each, ...(line && { line: bare(line) }) }))
      return [rounds.put({ ...round, result })]
    }),
    ...pictures.all(state).flatMap((picture) => {
      const has = picture.lines.some(({ rows }) => rows.some(({ names }) => names?.flat().includes(name)))
      if (!has) return []
      const lines = picture.lines.map((line) => ({
        ...line,
        rows: line.rows.map(({ names, ...row }) => ({ ...row, ...(names && { names: rest(names) }) })),
      }))
      return [pictures.put({ ...picture, lines })]
    }),
  ]
}
