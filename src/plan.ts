/**
 * The plan: what comes up by itself for one network. A function of the state and the moment, so nothing
 * depends on a timer having fired: after a day or six weeks of silence it says what still makes sense.
 */
import { z } from 'zod'
import { inSchoolHours } from './calendar/calendar.ts'
import type { Change, State } from './contracts/store.ts'
import { table } from './contracts/table.ts'
import type { Feature, Occurrence, World } from './features/feature.ts'
import { type Key, occurrenceKey, wasHandled } from './handled.ts'
import { momentFor } from './late.ts'

export interface Planned extends Occurrence {
  readonly feature: Feature
  readonly key: Key
  /** When it should come; what is late comes in the first school hours after that. */
  readonly meant: Date
}

export interface Plan {
  /** What is due now, the oldest first. */
  readonly due: readonly Planned[]
  /** ISO instant of the first thing after now. */
  readonly next?: string
}

const planned = z.object({ id: z.literal('next'), at: z.iso.datetime().exactOptional() })

/**
 * The moment of what comes next, kept beside what it follows from: it stays the same while only messages go
 * out, and until then there is nothing to plan.
 */
const plans = table<Readonly<z.infer<typeof planned>>>('plan', planned)

/** `undefined`: it was never planned. `null`: nothing is coming. */
export function nextPlanned(state: State): string | null | undefined {
  const kept = plans.get(state, 'next')
  return kept && (kept.at ?? null)
}

/** Keeps the moment, if it is another than before. */
export function keepNext(state: State, at: string | undefined): readonly Change[] {
  return nextPlanned(state) === (at ?? null) ? [] : [plans.put({ id: 'next', ...(at && { at }) })]
}

function planOf(world: World, feature: Feature): readonly Planned[] {
  return (feature.plan?.(world) ?? []).map((each) => {
    const key = occurrenceKey(feature.name, each.kind, each.about)
    const meant = momentFor(world, each, key)
    return { ...each, key, feature, meant, at: inTime(world, meant, each) }
  })
}

/** What is late, because the bot was away, waits for school hours like everything else. */
function inTime({ now, calendar, network }: World, meant: Date, { anytime }: Occurrence): Date {
  return anytime || meant > now ? meant : inSchoolHours(calendar, now, network.zone)
}

export function plan(features: readonly Feature[], world: World): Plan {
  // In a channel that the bot cannot get into, the plan rests: only that one word to the teamleider is left.
  const awake = world.network.gone ? features.filter(({ name }) => name === 'delivery') : features
  const coming = awake
    .flatMap((feature) => planOf(world, feature))
    .filter(({ until }) => until === undefined || until > world.now)
    .filter(({ key }) => !wasHandled(world.state, key))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const next = coming.find(({ at }) => at > world.now)
  return {
    due: coming.filter(({ at }) => at <= world.now),
    ...(next && { next: next.at.toISOString() }),
  }
}
