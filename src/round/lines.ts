/** The crosses that were placed in a round, on their way to what may be shown of them. */
import type { State } from '../contracts/store.ts'
import { type Item, linesIn, type PlaceOnLine, places, waysOut } from '../instrument/instrument.ts'
import { members } from '../network/member.ts'
import { type Mark, type SharedItem, shareLines } from '../privacy/share.ts'
import type { Answers } from './round.ts'

/** How each place is called. */
export const placeNames = {
  'far-left': 'pos.1',
  left: 'pos.2',
  'bit-left': 'pos.3',
  middle: 'pos.4',
  'bit-right': 'pos.5',
  right: 'pos.6',
  'far-right': 'pos.7',
} as const satisfies Readonly<Record<PlaceOnLine, string>>

/** Under which somebody's wish for a line is kept. */
export const wishId = (line: string): string => `wish-${line}`

/** What somebody chose when they want their name with their crosses. */
export const withName = 'with'

interface Crosses {
  /** How many people said something to a line. */
  readonly people: number
  readonly shown: readonly SharedItem[]
}

export function crosses(
  state: State,
  items: readonly Item[],
  all: readonly Answers[],
  minimum: number,
): Crosses {
  const lines = linesIn(items)
  const naming = items.find(({ type }) => type === 'name')
  const saidTo = ({ values }: Answers) =>
    lines.some(({ id }) => values[id] !== undefined || values[wishId(id)] !== undefined)
  const people = all.filter(saidTo).map((answers) => ({ answers, ...shownBy(state, answers, naming?.id) }))
  const marks = new Map(
    lines.map(({ id }) => [
      id,
      people.flatMap(({ answers: { values }, by }): Mark[] => {
        const [now, wished] = [values[id], values[wishId(id)]]
        if (typeof now !== 'string' && typeof wished !== 'string') return []
        return [
          {
            ...(typeof now === 'string' && { now }),
            ...(typeof wished === 'string' && { wished }),
            ...(by && { by }),
          },
        ]
      }),
    ]),
  )
  const asked = lines.map(({ id }) => ({ id, places, ways: waysOut }))
  return { people: people.length, shown: shareLines(asked, marks, people, minimum) }
}

function shownBy(state: State, { member, values }: Answers, item: string | undefined): Pick<Mark, 'by'> {
  const name = item && values[item] === withName ? members.get(state, member)?.name : undefined
  return name === undefined ? {} : { by: { member, name } }
}
