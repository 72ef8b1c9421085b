/** How a round of the Dimensieraamwerk opens and closes, and what stands in the channel meanwhile. */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import { withChanges } from '../../contracts/store.ts'
import { pinOf } from '../../instrument/instrument.ts'
import { closeRound, openRound } from '../../round/engine.ts'
import { openRounds, type Round, rounds } from '../../round/round.ts'
import type { Outcome, Post, World } from '../feature.ts'
import { askAll, giveBack, roundPosts } from '../round-life.ts'
import { compose, instrumentId } from './compose.ts'
import { ownForRound } from './own.ts'
import { drawPictures, drawSheet } from './picture.ts'
import { feature, hasPicture, roundOutcomes } from './record.ts'
import { reminding } from './remind.ts'
import { valuesForRound } from './values.ts'
import { invitation, pictureMessage, tooFew } from './views.ts'

/** School days to place crosses in (storyboard 4.2). */
const openDays = 10

/** What a round is about that somebody opened by a word. */
export const byWord = 'by-word'

export function closesWhenOpenedNow({ calendar, network, now }: World): Date {
  const day = schoolDayAfter(calendar, dateOf(now, network.zone), openDays)
  return momentOf(day, schoolHours.usual, network.zone)
}

/** `about`: the proposed moment, or a word. */
export function open(world: World, about: string): Outcome {
  const { library, now, state } = world
  const instrument = library.instruments.get(instrumentId)
  if (!instrument) throw new Error(`the instrument ${instrumentId} is missing`)
  if (openRounds(state, feature).length > 0) return {}
  const closes = closesWhenOpenedNow(world)
  const id = world.newId()
  const own = ownForRound(world)
  const made = compose(instrument, own.items, valuesForRound(world))
  const opened = { opened: now.toISOString(), closes: closes.toISOString() }
  const pin = `${pinOf(made)}.${id}`
  const { round, changes } = openRound({ id, feature, about, ...opened, aloud: false }, made, pin)
  return askAll(world, { round, changes: [...changes, ...own.changes] }, invitation)
}

/** Gives the picture back to the network, once and for good; or the lines to lay crosses on together. */
export function close(world: World, roundId: string): Outcome {
  const { network, state } = world
  const round = rounds.get(state, roundId)
  if (round?.feature !== feature || round.state === 'closed') return {}
  const closed = closeRound(state, round, network.minimum, world.random)
  const after = { ...world, state: withChanges(state, closed.changes) }
  const { ids, changes } = hasPicture(closed.round)
    ? drawPictures(after, closed.round)
    : drawSheet(after, closed.round)
  const date = dateOf(world.now, network.zone)
  const fresh = { id: roundId, closed: date, pictures: ids, revision: 0, said: false, told: false }
  const all = [...closed.changes, ...changes, roundOutcomes.put(fresh)]
  return giveBack(world, round, all, back({ ...world, state: withChanges(state, all) }, closed.round))
}

const back = (world: World, round: Round) =>
  hasPicture(round) ? pictureMessage(world, round) : tooFew(world, round)

/** The invitation while it is open with its reminders, and the last picture that was given back. */
export function livePosts(world: World): readonly Post[] {
  return rounds
    .all(world.state)
    .filter((round) => round.feature === feature)
    .toSorted((a, b) => (a.opened < b.opened ? -1 : 1))
    .slice(-2)
    .flatMap((round) => roundPosts(world, round, reminding, { invitation, result: back }))
}
