/**
 * What a network said that makes some cards fit better than others. A signal picks a card and is never shown
 * as the reason, so nothing here has words.
 */
import type { State } from '../../contracts/store.ts'
import type { Deck } from '../../instrument/deck.ts'
import { retros } from '../../retro/retro.ts'
import { type Round, rounds } from '../../round/round.ts'

/** The crosses of one line and the places that were wished for: how many at each place, left to right. */
export interface LineCounts {
  readonly line: string
  readonly now: readonly number[]
  readonly wished: readonly number[]
}

interface LineSignal {
  readonly line: string
  /** On which side of most crosses the wish lies. */
  readonly wish: 'left' | 'right'
}

const sum = (counts: readonly number[]): number => counts.reduce((so, count) => so + count, 0)

/** The first place at which at least half of the marks have passed. */
function halfway(counts: readonly number[]): number {
  let passed = 0
  return counts.findIndex((count) => {
    passed += count
    return passed > 0 && passed * 2 >= sum(counts)
  })
}

/**
 * The lines where more than half of the crosses lie on one side of the wishes. Where wishes are split in two,
 * the crosses have to lie beside both halves.
 */
export function signalsFrom(lines: readonly LineCounts[]): readonly LineSignal[] {
  return lines.flatMap(({ line, now, wished }): LineSignal[] => {
    if (sum(wished) === 0 || sum(now) === 0) return []
    const first = halfway(wished)
    const last = wished.length - 1 - halfway(wished.toReversed())
    const most = (counts: readonly number[]) => sum(counts) * 2 > sum(now)
    if (most(now.slice(0, first))) return [{ line, wish: 'right' }]
    return most(now.slice(last + 1)) ? [{ line, wish: 'left' }] : []
  })
}

/** Words for time or the agenda by themselves: not in "altijd", "tijdens" or "sometimes". */
const aboutTime = /(?<!\p{L})(tijd|agenda|time)(?!\p{L})/iu

/** How many meetings in a row make a pattern. */
const inARow = 3

/** Cards that fit what was said last: in the last picture, after the last meetings, and in a retro. */
export function signalledCards(state: State, { signals }: Deck): readonly string[] {
  const closed = rounds.all(state).filter((each) => each.state === 'closed')
  const picture = closed.findLast(({ feature }) => feature === 'monitoring')
  const looked = closed.filter(({ feature, result = [] }) => feature === 'evaluation' && result.length > 0)
  const lines = signalsFrom(picture ? linesOf(picture) : [])
  return [
    ...lines.flatMap(({ line, wish }) => signals.lines[line]?.[wish] ?? []),
    ...(said(looked.at(-1), 'next').some((words) => aboutTime.test(words)) ? signals.time : []),
    ...(onlyDirect(looked.slice(-inARow)) ? signals.direct : []),
    ...(wantsRoom(state) ? signals.room : []),
  ]
}

/** Activities of the development space that slow down: looking back and asking further. */
const slowingDown = ['reflect', 'dialogue']

/** In the last retro about it, most people found that one of them gets too little room. */
function wantsRoom(state: State): boolean {
  const last = retros
    .all(state)
    .filter(({ closed, tallies }) => closed !== undefined && tallies.length > 0)
    .toSorted((a, b) => ((a.closed ?? '') < (b.closed ?? '') ? -1 : 1))
    .at(-1)
  return (last?.tallies ?? []).some(
    ({ tap, most }) => slowingDown.includes(tap) && most.length === 1 && most[0] === 'little',
  )
}

const linesOf = ({ result = [] }: Round): readonly LineCounts[] =>
  result.flatMap(({ item, line }) =>
    line?.wished ? [{ line: item, now: line.now, wished: line.wished }] : [],
  )

const said = (round: Round | undefined, asked: string): readonly string[] =>
  round?.result?.find(({ item }) => item === asked)?.quotes ?? []

/** Enjoyment or energy, and nothing else that enough people chose to show it. */
const onlyDirect = (last: readonly Round[]): boolean =>
  last.length === inARow &&
  last.every(({ result = [] }) => {
    const { chosen = [] } = result.find(({ item }) => item === 'value') ?? {}
    return chosen.length === 1 && chosen[0] === 'direct'
  })
