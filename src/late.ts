/**
 * What comes late, because the bot was away, must not come all at once: each reader (a person, or the channel)
 * gets one new message to catch up (reliability.md 7). What else would reach the same reader waits for half past
 * three on the next school day, or lapses.
 */
import { dateOf, inSchoolHours, momentOf, schoolDayAfter, schoolHours } from './calendar/calendar.ts'
import type { Change, State } from './contracts/store.ts'
import type { Occurrence, Outcome, World } from './features/feature.ts'
import type { Key } from './handled.ts'
import { lateWords, putOff } from './network/late.ts'
import { freshReaders } from './outbox.ts'

/** A busy machine takes a moment, and so does a restart; that is not being away. */
const promptly = 2 * 60_000

/** All that is late comes within minutes of being back. */
const catchingUp = 60 * 60_000

/** What comes up: the key it is remembered by, and when it should have come. */
interface Coming extends Occurrence {
  readonly key: Key
  readonly meant: Date
}

/** When an occurrence should come: in school hours, and not before what it was put off to. */
export function momentFor(
  { state, calendar, network }: World,
  { at, anytime }: Occurrence,
  { id }: Key,
): Date {
  const until = putOff.get(state, id)?.until
  const moment = until === undefined ? at : new Date(Math.max(at.getTime(), Date.parse(until)))
  return anytime ? moment : inSchoolHours(calendar, moment, network.zone)
}

/** Puts an occurrence off when somebody who just got a late word would get this on top of it. */
export function putOffIfTooMuch(
  world: World,
  { key: { id }, anytime }: Coming,
  { messages = [] }: Outcome,
): readonly Change[] {
  const { state, calendar, network, now } = world
  if (anytime) return []
  const since = new Date(now.getTime() - catchingUp).toISOString()
  const told = (reader: string) => (lateWords.get(state, reader)?.at ?? '') > since
  if (!freshReaders(world, messages).some(told)) return []
  const day = schoolDayAfter(calendar, dateOf(now, network.zone), 1)
  return [putOff.put({ id, until: momentOf(day, schoolHours.usual, network.zone).toISOString() })]
}

/**
 * Remembers who got a word that should have come at an earlier moment. What was put off counts too: of three that were
 * late, one comes each school day.
 */
export function rememberLate(
  world: World,
  { key, meant }: Coming,
  { messages = [] }: Outcome,
): readonly Change[] {
  const { state, now } = world
  const late = now.getTime() - meant.getTime() > promptly || putOff.get(state, key.id) !== undefined
  return late ? freshReaders(world, messages).map((id) => lateWords.put({ id, at: now.toISOString() })) : []
}

/** Lets go of what no longer holds anything back. */
export function letGoLate(state: State, now: Date): readonly Change[] {
  const since = new Date(now.getTime() - catchingUp).toISOString()
  return [
    ...lateWords.all(state).flatMap(({ id, at }) => (at > since ? [] : [lateWords.remove(id)])),
    ...putOff.all(state).flatMap(({ id, until }) => (until > since ? [] : [putOff.remove(id)])),
  ]
}
