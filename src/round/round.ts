/**
 * A **round** is one time that something is asked of everybody: opened, answered, closed, given back.
 *
 * - **Answers**: what one member said so far; there only while the round is open. At the close the tie with
 *   the person is cut: the records go, and only what may be shown stays, without whose it was.
 * - **Participation**: whether a member is ready with it, kept apart from what they said and without a time;
 *   it goes at the close too.
 * - **Pinned instrument**: the questions as they were when the round opened.
 */
import { z } from 'zod'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { instrumentSchema } from '../instrument/instrument.ts'
import { namesAtPlaces, withoutWhose } from '../network/picture.ts'

const counts = z.array(z.int().min(0)).readonly()
const names = namesAtPlaces.readonly()

/** The crosses on one line, as `shareLines` left them. */
const line = z.object({
  now: counts,
  wished: counts.exactOptional(),
  ways: z.record(z.string(), z.int()).readonly(),
  named: z.object({ now: names.exactOptional(), wished: names.exactOptional() }).readonly().exactOptional(),
})

const round = z.object({
  id: z.string(),
  /** The feature that asks. */
  feature: z.string(),
  /** What it is about: a meeting's id, for example. */
  about: z.string(),
  /** Key in `pinnedInstruments`. */
  instrument: z.string(),
  /** ISO instants. */
  opened: z.iso.datetime(),
  closes: z.iso.datetime(),
  state: z.enum(['open', 'closed']),
  /** They chose to talk it through instead; what was filled in stays, and counts if there is enough of it. */
  aloud: z.boolean(),
  /** The teamleider heard that some people cannot be reached privately. */
  unreachedTold: z.boolean(),
  /** How often the round itself was changed (aloud, by form after all). */
  revision: z.int(),
  /** How many people placed crosses; there once a line may be shown. */
  people: z.int().exactOptional(),
  /** What may be shown, from the close on and then for ever the same. */
  result: z
    .array(
      z.object({
        item: z.string(),
        quotes: z.array(z.string()).readonly(),
        chosen: z.array(z.string()).readonly(),
        line: line.readonly().exactOptional(),
      }),
    )
    .readonly()
    .exactOptional(),
})

export type Round = Readonly<z.infer<typeof round>>

const value = z.union([z.string(), z.array(z.string()).readonly()])

const answers = z.object({
  id: z.string(),
  round: z.string(),
  member: z.string(),
  revision: z.int(),
  values: z.record(z.string(), value).readonly(),
})

/** `id` is `answersId(round, member)`. */
export type Answers = Readonly<z.infer<typeof answers>>

const participation = z.object({ id: z.string(), round: z.string(), member: z.string() })

/** There when the member is ready with the round. */
type Participation = Readonly<z.infer<typeof participation>>

const pinned = z.object({ id: z.string(), content: instrumentSchema })

type PinnedInstrument = Readonly<z.infer<typeof pinned>>

interface OldLine {
  readonly named?: Readonly<Record<string, readonly (readonly string[])[]>>
}
interface OldRound {
  readonly result?: readonly { readonly line?: OldLine }[]
}

function toNamed(old: unknown): unknown {
  const { result, ...rest } = old as OldRound
  const lineOf = ({ named, ...line }: OldLine) => ({
    ...line,
    ...(named && {
      named: Object.fromEntries(Object.entries(named).map(([which, names]) => [which, withoutWhose(names)])),
    }),
  })
  const shared = result?.map(({ line, ...each }) => ({ ...each, ...(line && { line: lineOf(line) }) }))
  return { ...rest, ...(shared && { result: shared }) }
}

export const rounds = table<Round>('round', {
  parse: (data) => round.parse(data),
  migrations: [toNamed],
})
export const answersTable = table<Answers>('answers', answers)
export const participations = table<Participation>('participation', participation)
export const pinnedInstruments = table<PinnedInstrument>('instrument', pinned)

export const answersId = (roundId: string, memberId: string): string => `${roundId}.${memberId}`

export const answersTo = (state: State, roundId: string): readonly Answers[] =>
  answersTable.all(state).filter((each) => each.round === roundId)

export const readyWith = (state: State, roundId: string): readonly Participation[] =>
  participations.all(state).filter((each) => each.round === roundId)

/** What a feature asks at this moment. */
export const openRounds = (state: State, feature: string): readonly Round[] =>
  rounds.all(state).filter((round) => round.feature === feature && round.state === 'open')

/** What came back of what a feature asked, the latest last. */
export const closedRounds = (state: State, feature: string): readonly Round[] =>
  rounds.all(state).filter((round) => round.feature === feature && round.state === 'closed')
