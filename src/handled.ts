/**
 * What was handled already, by its meaning: who, about what, from which revision of a form, saying what. The
 * platform's own id decides only where nothing else tells two times apart: a typed word.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Account, Incoming } from './contracts/incoming.ts'
import { readRef } from './contracts/ref.ts'
import type { Change, State } from './contracts/store.ts'
import { table } from './contracts/table.ts'

const handled = z.object({
  /** A digest, so that nobody's words stand in it. */
  id: z.string(),
  /** A round's id, or empty: what it was about. */
  about: z.string(),
  at: z.iso.datetime(),
})

type Handled = Readonly<z.infer<typeof handled>>

const keys = table<Handled>('handled', handled)

export const handledKind = keys.kind

export type Key = Pick<Handled, 'id' | 'about'>

/** Platforms repeat within minutes; a day is asked for (reliability.md 4), two are kept. */
const keptHours = 48

const digest = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)

export function keyOf(incoming: Incoming): Key {
  const who = ({ platform, tenant, user }: Account) => [platform, tenant, user]
  switch (incoming.kind) {
    case 'press':
      return { id: digest('press', who(incoming.who), incoming.ref), about: aboutOf(incoming.ref) }
    case 'submit': {
      const { ref, step, revision, button } = incoming
      const values = Object.entries(incoming.values).sort(([a], [b]) => (a < b ? -1 : 1))
      return {
        id: digest('submit', who(incoming.who), ref, step, revision, button, values),
        about: aboutOf(ref),
      }
    }
    default:
      return { id: digest(incoming.kind, who(incoming.who), incoming.id), about: '' }
  }
}

const aboutOf = (ref: string): string => readRef(ref)?.about[0] ?? ''

export const occurrenceKey = (feature: string, kind: string, about: string): Key => ({
  id: digest('occurrence', feature, kind, about),
  about: '',
})

export const wasHandled = (state: State, { id }: Key): boolean => keys.get(state, id) !== undefined

export const remember = (key: Key, now: Date): Change => keys.put({ ...key, at: now.toISOString() })

/** Lets go of those that are too old to come back. */
export function letGo(state: State, now: Date): readonly Change[] {
  const old = new Date(now.getTime() - keptHours * 3_600_000).toISOString()
  return keys.all(state).flatMap(({ id, at }) => (at < old ? [keys.remove(id)] : []))
}

/**
 * Forgets all that was handled about a round: together with a person's id, a digest of their answer would
 * still tie the two together.
 */
export const forget = (state: State, about: string): readonly Change[] =>
  keys.all(state).flatMap((each) => (each.about === about ? [keys.remove(each.id)] : []))
