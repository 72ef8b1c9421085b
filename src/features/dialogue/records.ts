/**
 * What is kept about question cards.
 *
 * - **Draw**: one time that a card came up: by itself or because somebody asked, in the channel, in private or
 *   just before a meeting; and what was done with it. It never says who drew it or who pressed.
 * - **Own card**: a question of the network itself, in its own words.
 * - **Rhythm**: how often a card may come by itself.
 */

import { z } from 'zod'
import { plusMonths } from '../../calendar/day.ts'
import type { Change, State } from '../../contracts/store.ts'
import { table } from '../../contracts/table.ts'
import type { World } from '../feature.ts'

const draw = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  where: z.enum(['channel', 'private', 'meeting']),
  by: z.enum(['itself', 'asked']),
  /** All cards that were shown, in order: at most two. */
  cards: z.array(z.string()).readonly(),
  /** The one of them that it is about now. */
  now: z.string(),
  /** The theme that was asked for. */
  theme: z.string().exactOptional(),
  /** `silent`: the next card came, and nobody had said anything about this one. */
  state: z.enum(['open', 'kept', 'talked', 'later', 'silent']),
  /** ISO instant of the last press. */
  changed: z.iso.datetime().exactOptional(),
  /** The meeting for which a kept card came back. */
  meeting: z.string().exactOptional(),
  /** How often somebody pressed something. */
  revision: z.int(),
})

export type Draw = Readonly<z.infer<typeof draw>>

const ownCard = z.object({ id: z.string(), words: z.string(), theme: z.string().exactOptional() })

export type OwnCard = Readonly<z.infer<typeof ownCard>>

const rhythm = z.object({
  id: z.literal('cards'),
  every: z.enum(['fortnight', 'month', 'stopped']),
  /** The second of two silent cards, after which the teamleider was asked, and whether they chose. */
  asked: z.object({ draw: z.string(), answered: z.boolean() }).exactOptional(),
  revision: z.int(),
})

export type Rhythm = Readonly<z.infer<typeof rhythm>>
export type Every = Rhythm['every']

export const draws = table<Draw>('card', draw)
export const ownCards = table<OwnCard>('own-card', ownCard)
export const rhythms = table<Rhythm>('card-rhythm', rhythm)

export const rhythmOf = (state: State): Rhythm =>
  rhythms.get(state, 'cards') ?? { id: 'cards', every: 'fortnight', revision: 0 }

/** The oldest first. */
export const drawsOf = (state: State): readonly Draw[] =>
  draws.all(state).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

const monthAndMore = 31

/** More than a network can have. */
const ownBelow = 1000

/** Grows with every own card that comes or goes, so that one that was removed can be written again. */
export const ownRevision = (state: State): number =>
  rhythmOf(state).revision * ownBelow + ownCards.all(state).length

/** Removes own cards. */
export function dropOwn(state: State, ids: readonly string[]): readonly Change[] {
  const rhythm = rhythmOf(state)
  return [...ids.map(ownCards.remove), rhythms.put({ ...rhythm, revision: rhythm.revision + 1 })]
}

/** How many days lie between two cards at least; `undefined`: none come by themselves. */
export const gapOf = ({ every }: Rhythm): number | undefined =>
  ({ fortnight: 14, month: monthAndMore, stopped: undefined })[every]

export function yearAgo(now: Date): string {
  const instant = now.toISOString()
  return plusMonths(instant.slice(0, 10), -12) + instant.slice(10)
}

/** A new draw. What was drawn more than a year ago may come again, so it need not be known any more. */
export function addDraw({ state, now }: World, fresh: Draw): readonly Change[] {
  const old = draws.all(state).filter(({ at, state: so }) => at < yearAgo(now) && so !== 'kept')
  return [...old.map(({ id }) => draws.remove(id)), draws.put(fresh)]
}

/** Buttons go at the next card. */
export const silenced = (state: State): readonly Change[] =>
  draws
    .all(state)
    .filter((each) => each.where === 'channel' && each.state === 'open')
    .map((each) => draws.put({ ...each, state: 'silent' }))
