/**
 * Crosses that stand in a picture with somebody's name, because they chose to show it. To list them, and to take the
 * name away again: the crosses themselves stay, counted as they were.
 */
import type { Change, State } from '../contracts/store.ts'
import type { Language } from '../contracts/text.ts'
import { itemsOf, places } from '../instrument/instrument.ts'
import type { Member } from '../network/member.ts'
import { type Named, type NamesAtPlaces, pictures } from '../network/picture.ts'
import type { SharedLine } from '../privacy/share.ts'
import { label } from '../text/say.ts'
import { instrumentOf } from './engine.ts'
import { placeNames } from './lines.ts'
import { rounds } from './round.ts'

type Person = Pick<Member, 'id' | 'name'>

/** Two people may have one name; where it was kept without whose it is, the name is all there is. */
const isOf = ({ id, name }: Person, shown: Named): boolean =>
  shown.member === undefined ? shown.name === name : shown.member === id

/** In words, for the person themselves. */
export interface NamedCross {
  readonly round: string
  readonly opened: string
  readonly closed: string
  readonly line: string
  readonly now?: string
  readonly wished?: string
}

export const crossesNamed = (state: State, person: Person, language: Language): readonly NamedCross[] =>
  rounds.all(state).flatMap((round) => {
    const named = (round.result ?? []).filter(({ line }) => stands(line, person))
    if (named.length === 0) return []
    const titles = new Map(itemsOf(instrumentOf(state, round)).map(({ id, text }) => [id, text[language]]))
    return named.map(({ item, line }): NamedCross => {
      const now = placeOf(line?.named?.now, person, language)
      const wished = placeOf(line?.named?.wished, person, language)
      return {
        ...{ round: round.id, opened: round.opened, closed: round.closes, line: titles.get(item) ?? item },
        ...(now && { now }),
        ...(wished && { wished }),
      }
    })
  })

const has = (names: NamesAtPlaces | undefined, person: Person): boolean =>
  names?.some((each) => each.some((shown) => isOf(person, shown))) ?? false

const stands = (line: SharedLine | undefined, person: Person): boolean =>
  has(line?.named?.now, person) || has(line?.named?.wished, person)

function placeOf(names: NamesAtPlaces | undefined, person: Person, language: Language): string | undefined {
  const place = places[names?.findIndex((each) => each.some((shown) => isOf(person, shown))) ?? -1]
  return place && label(language, placeNames[place])
}

/** What stays is the picture without this name. */
export function withoutName(state: State, person: Person): readonly Change[] {
  const rest = (names: NamesAtPlaces): NamesAtPlaces =>
    names.map((each) => each.filter((shown) => !isOf(person, shown)))
  const bare = ({ named, ...line }: SharedLine): SharedLine => {
    const left = Object.entries(named ?? {}).flatMap(([row, names]): [string, NamesAtPlaces][] => {
      const others = rest(names)
      return others.some((each) => each.length > 0) ? [[row, others]] : []
    })
    return { ...line, ...(left.length > 0 && { named: Object.fromEntries(left) }) }
  }
  return [
    ...rounds.all(state).flatMap((round) => {
      if (!round.result?.some(({ line }) => stands(line, person))) return []
      const result = round.result.map(({ line, ...each }) => ({ ...each, ...(line && { line: bare(line) }) }))
      return [rounds.put({ ...round, result })]
    }),
    ...pictures.all(state).flatMap((picture) => {
      if (!picture.lines.some(({ rows }) => rows.some(({ names }) => has(names, person)))) return []
      const lines = picture.lines.map((line) => ({
        ...line,
        rows: line.rows.map(({ names, ...row }) => ({ ...row, ...(names && { names: rest(names) }) })),
      }))
      return [pictures.put({ ...picture, lines })]
    }),
  ]
}
