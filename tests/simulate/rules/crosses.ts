/** Rules about crosses at the close: as they were placed, from the minimum on, names only where chosen and safe. */
import { places, waysOut } from '../../../src/instrument/instrument.ts'
import type { NamesAtPlaces } from '../../../src/network/picture.ts'
import type { Round } from '../../../src/round/round.ts'
import type { Broken } from './seen.ts'

/** What one person sent to a round. */
export type Sheet = ReadonlyMap<string, string | readonly string[]>

const wishOf = (line: string): string => `wish-${line}`
const allPlaces: readonly string[] = places
const isMark = (value: unknown): boolean => [...allPlaces, ...waysOut].some((each) => each === value)

/** The lines on which anybody placed anything. */
export const linesSaid = (sheets: Iterable<Sheet>): readonly string[] => [
  ...new Set(
    [...sheets].flatMap((sheet) =>
      [...sheet].flatMap(([id, value]) => (isMark(value) ? [id.replace(/^wish-/, '')] : [])),
    ),
  ),
]

export interface Placed {
  /** By the person's name. */
  readonly people: ReadonlyMap<string, Sheet>
  readonly minimum: number
}

const withName = (sheet: Sheet): boolean => sheet.get('name') === 'with'

export function crosses({ id: round, result = [] }: Pick<Round, 'id' | 'result'>, placed: Placed): Broken {
  const lines = linesSaid(placed.people.values())
  const shown = result.flatMap(({ item, line }) => (line ? [item] : []))
  return [...new Set([...lines, ...shown])].flatMap((line) => onLine(round, line, result, placed))
}

type Result = NonNullable<Round['result']>

function onLine(round: string, line: string, result: Result, { people, minimum }: Placed): Broken {
  const about = `line ${line} of ${round}`
  const shown = result.find(({ item }) => item === line)?.line
  const all = [...people].filter(([, sheet]) => linesSaid([sheet]).length > 0)
  const at = (id: string) => all.filter(([, sheet]) => allPlaces.some((place) => place === sheet.get(id)))
  const [now, wished] = [at(line), at(wishOf(line))]
  const nameless = (some: typeof all) => some.filter(([, sheet]) => !withName(sheet)).length
  const enough = all.length > 0 && nameless(all) === 0 ? 1 : minimum
  if (now.length < enough) return shown ? [`minimum: ${about} was shown with ${now.length} crosses`] : []
  if (!shown) return [`answers: ${about} is not shown, with ${now.length} crosses`]
  const count = (some: typeof all, id: string) =>
    places.map((place) => some.filter(([, sheet]) => sheet.get(id) === place).length)
  const safe = (some: typeof all) => nameless(some) === 0 || nameless(some) >= minimum
  const said = all.filter(([, sheet]) => [line, wishOf(line)].some((id) => isMark(sheet.get(id))))
  const named = (shown: NamesAtPlaces | undefined, some: typeof all, id: string): Broken => {
    if (!shown) return []
    const names = shown.map((each) => each.map(({ name }) => name))
    const chosen = places.map((place) =>
      some.flatMap(([name, sheet]) => (sheet.get(id) === place && withName(sheet) ? [name] : [])).sort(),
    )
    return JSON.stringify(names) === JSON.stringify(chosen)
      ? []
      : [`names: ${about} shows who did not choose so`]
  }
  return [
    ...(JSON.stringify(shown.now) === JSON.stringify(count(now, line))
      ? []
      : [`answers: ${about} has other crosses`]),
    ...(shown.wished && wished.length < enough
      ? [`minimum: wishes on ${about} were shown with ${wished.length} people`]
      : []),
    ...(wished.length >= enough &&
    JSON.stringify(shown.wished) !== JSON.stringify(count(wished, wishOf(line)))
      ? [`answers: ${about} has other wishes`]
      : []),
    ...(shown.named && !safe(all) ? [`names: ${about} has names although ${nameless(all)} chose none`] : []),
    ...(shown.named?.now && !safe(said) ? [`names: ${about} tells on who chose none`] : []),
    ...(shown.named?.wished && !safe(wished) ? [`names: wishes on ${about} tell on who chose none`] : []),
    ...named(shown.named?.now, now, line),
    ...named(shown.named?.wished, wished, wishOf(line)),
  ]
}
