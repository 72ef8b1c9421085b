/**
 * The way into conversation: which lines to begin with. Sums of a network's own frozen marks, never a mean, and
 * never a direction:
 *
 * - **widest**: the largest distance between the two outermost crosses, then the most different places with a
 *   cross on them. Less than two places apart is no difference.
 * - **gap**: the most circles that find no cross on their own place (each cross counts for one circle), then the
 *   largest distance over which the outermost marks moved. A single circle is somebody's own and says nothing.
 * - **closest**: the smallest distance between the two outermost crosses, then the fewest different places. More
 *   than two places apart is not close. A line that is widest or gap already is not named again.
 *
 * Whatever ties is named together.
 */
import type { SharedLine } from '../../privacy/share.ts'

export interface CrossesOnLine {
  readonly id: string
  readonly crosses: SharedLine
}

export interface WayIn {
  /** Ids of lines, in the order of the instrument. */
  readonly widest: readonly string[]
  readonly gap: readonly string[]
  readonly closest: readonly string[]
}

const leastDifference = 2
const leastCircles = 2
const stillClose = 2

export function wayIn(lines: readonly CrossesOnLine[]): WayIn {
  const widest = first(
    lines.filter(({ crosses }) => distance(crosses.now) >= leastDifference),
    ({ crosses }) => [-distance(crosses.now), -used(crosses.now)],
  )
  const gap = first(
    lines.filter(({ crosses }) => apart(crosses) >= leastCircles),
    ({ crosses }) => [-apart(crosses), -moved(crosses)],
  )
  // A line is named once: how it can differ from what is wished for is the better question then.
  const named = new Set([...widest, ...gap])
  const closest = first(
    lines.filter(({ id, crosses }) => distance(crosses.now) <= stillClose && !named.has(id)),
    ({ crosses }) => [distance(crosses.now), used(crosses.now)],
  )
  return { widest, gap, closest }
}

/** Those that come first by these sums, all that tie. */
function first(
  lines: readonly CrossesOnLine[],
  sums: (line: CrossesOnLine) => readonly [number, number],
): readonly string[] {
  const [best] = lines.map(sums).toSorted(([a, b], [c, d]) => a - c || b - d)
  return lines.filter((line) => sums(line).every((sum, index) => sum === best?.[index])).map(({ id }) => id)
}

const taken = (counts: readonly number[]): readonly number[] =>
  counts.flatMap((count, place) => (count > 0 ? [place] : []))

const used = (counts: readonly number[]): number => taken(counts).length

const distance = (counts: readonly number[]): number => {
  const places = taken(counts)
  return (places.at(-1) ?? 0) - (places[0] ?? 0)
}

const apart = ({ now, wished = [] }: SharedLine): number =>
  wished.reduce((sum, count, place) => sum + Math.max(0, count - (now[place] ?? 0)), 0)

function moved({ now, wished = [] }: SharedLine): number {
  const [a, b] = [taken(now), taken(wished)]
  const between = (one = 0, other = 0) => Math.abs(one - other)
  return between(a[0], b[0]) + between(a.at(-1), b.at(-1))
}
