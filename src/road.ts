/**
 * The middle of the road: what a handler decided becomes one commit of changed records, the key that says it
 * was handled, the messages that must go out, and the moment at which the network next needs attention.
 */
import type { Calendar } from './calendar/calendar.ts'
import type { Holidays } from './calendar/holidays.ts'
import type { Clock } from './contracts/clock.ts'
import { type Change, type Decision, type State, withChanges } from './contracts/store.ts'
import type { Feature, Gather, Outcome, World } from './features/feature.ts'
import { forget, handledKind, type Key, letGo, remember } from './handled.ts'
import type { Library } from './instrument/library.ts'
import { letGoLate } from './late.ts'
import { meetingsToCome } from './meeting/meeting.ts'
import { lookups } from './network/member.ts'
import { type Network, networkCalendar, theNetwork } from './network/network.ts'
import { enqueue, outboxDue, outboxKinds, outdated } from './outbox.ts'
import { keepNext, nextPlanned, plan } from './plan.ts'
import { answersTable } from './round/round.ts'

export interface RoadParts {
  readonly features: readonly Feature[]
  readonly library: Library
  readonly holidays: Holidays
  readonly clock: Clock
  newId(): string
  random(): number
}

export interface Road {
  /** `undefined`: there is no such network, and none is beginning. */
  worldOf(state: State, beginning?: Network): World | undefined
  /** What was planned last says that nothing comes up by itself yet. */
  nothingDue(state: State): boolean
  /** All that follows from a handler's outcome. */
  commit<T>(world: World, outcome: Outcome, key: Key, result: T): Decision<T>
  /** Changes of the bookkeeping alone; without any, only the index is brought up to date. */
  settle<T>(state: State, changes: readonly Change[], result: T): Decision<T>
  /** Whether it leaves something to do at once: a message to send, something that comes up. */
  dueNow(decision: Decision<unknown>): boolean
}

/**
 * Somebody saved a step, and no more. Until the close answers are nobody's business: nothing that is planned and
 * nothing that stands in the channel looks at them. Old keys can wait as well: at the latest the close lets them go.
 */
const onlyAnswers = (changes: readonly Change[]): boolean =>
  changes.some(({ kind }) => kind === answersTable.kind) &&
  changes.every(({ kind }) => kind === answersTable.kind || kind === handledKind)

export function createRoad({ features, library, holidays, clock, newId, random }: RoadParts): Road {
  /** A network that stays the same keeps its calendar. */
  const calendars = new WeakMap<Network, Calendar>()

  const gather: Gather = {
    beforeMeeting: (world) => features.flatMap((feature) => feature.beforeMeeting?.(world) ?? []),
    month: (world, period) => features.flatMap((feature) => feature.month?.(world, period) ?? []),
    posts: (world) => features.flatMap((feature) => feature.posts?.(world) ?? []),
  }

  function worldOf(state: State, beginning?: Network): World | undefined {
    const network = theNetwork(state) ?? beginning
    if (!network) return undefined
    const calendar = calendars.get(network) ?? networkCalendar(holidays, network)
    calendars.set(network, calendar)
    const now = clock.now()
    const reserved = (date: string) => meetingsToCome(state, date, calendar, network.zone)
    return { state, network, now, calendar, holidays, library, reserved, gather, newId, random }
  }

  function nothingDue(state: State): boolean {
    const next = nextPlanned(state)
    return next === null || (next !== undefined && new Date(next) > clock.now())
  }

  /** The first moment at which something comes up by itself; now, when it is due already. */
  function firstPlanned(state: State, changes: readonly Change[]): string | undefined {
    if (nothingDue(state) && (changes.every(({ kind }) => outboxKinds.has(kind)) || onlyAnswers(changes)))
      return nextPlanned(state) ?? undefined
    const world = worldOf(state)
    if (!world) return undefined
    const { due, next } = plan(features, world)
    return due.length > 0 ? world.now.toISOString() : next
  }

  function settle<T>(before: State, changes: readonly Change[], result: T): Decision<T> {
    const state = withChanges(before, changes)
    const at = firstPlanned(state, changes)
    const keep = theNetwork(state) ? keepNext(state, at) : []
    const [first] = [outboxDue(state), at].filter((each) => each !== undefined).sort()
    return { result, changes: [...changes, ...keep], lookups: lookups(state), ...(first && { due: first }) }
  }

  function commit<T>(world: World, outcome: Outcome, key: Key, result: T): Decision<T> {
    const all = [...(outcome.changes ?? []), remember(key, world.now)]
    const soFar = (): World => {
      const state = withChanges(world.state, all)
      return { ...world, state, network: theNetwork(state) ?? world.network }
    }
    if (outcome.forget !== undefined) all.push(...forget(soFar().state, outcome.forget))
    if (outcome.messages?.length) all.push(...enqueue(soFar(), outcome.messages))
    if (!onlyAnswers(all)) {
      all.push(...letGo(world.state, world.now), ...letGoLate(soFar().state, world.now))
      const now = soFar()
      all.push(...enqueue(now, outdated(now, gather.posts(now))))
    }
    return settle(world.state, all, result)
  }

  const dueNow = ({ due }: Decision<unknown>): boolean =>
    due !== undefined && due <= clock.now().toISOString()

  return { worldOf, nothingDue, commit, settle, dueNow }
}
