/** A card that comes up by itself: at most once a fortnight, where the channel has room. */
import { dateOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import { withChanges } from '../../contracts/store.ts'
import { datedMeetings } from '../../meeting/meeting.ts'
import { countAsk, usualRoom } from '../../network/attention.ts'
import { participants } from '../../network/member.ts'
import { rounds } from '../../round/round.ts'
import type { Occurrence, Outcome, World } from '../feature.ts'
import { type Card, chooseCard, freshCards } from './cards.ts'
import { addDraw, type Draw, drawsOf, gapOf, rhythmOf, silenced } from './records.ts'
import { roomForCard } from './room.ts'
import { quietCard } from './slow.ts'
import { cardMessage, cardSlot } from './views.ts'

/** While crosses are placed there is enough to think about. */
export const roundIsOpen = ({ state }: World): boolean =>
  rounds.all(state).some((each) => each.feature === 'monitoring' && each.state === 'open')

/**
 * From when on a card may come by itself, and after what. Before a network met, or asked for a card, there is
 * nothing to talk on about in between.
 */
export function cardsFrom({ state, now, network }: World): { day: string; after: string } | undefined {
  const gap = gapOf(rhythmOf(state))
  const shown = drawsOf(state).findLast(({ where }) => where !== 'private')
  const [met] = datedMeetings(state).filter(({ when }) => new Date(when.start) <= now)
  const since = shown?.at ?? met?.when.start
  if (gap === undefined || since === undefined) return undefined
  return {
    day: plusDays(dateOf(new Date(since), network.zone), gap),
    after: shown?.id ?? met?.id ?? '',
  }
}

export function planNudge(world: World): readonly Occurrence[] {
  const { state } = world
  const from = cardsFrom(world)
  const quiet = roundIsOpen(world) || quietCard(state) !== undefined || participants(state).length === 0
  if (!from || quiet || freshCards(world, 'channel').length === 0) return []
  // What was missed while the bot was away is not caught up early in the morning: others go first.
  const at = usualRoom(world, from.day, roomForCard(world))
  return [{ kind: 'nudge', about: from.after, at }]
}

export const newDraw = (
  world: World,
  card: Card,
  how: Pick<Draw, 'where' | 'by' | 'state'> & Partial<Draw>,
): Draw => ({
  id: world.newId(),
  at: world.now.toISOString(),
  cards: [card.id],
  now: card.id,
  revision: 0,
  ...how,
})

/** Puts a card in the channel; the one before loses its buttons. */
export function postCard(world: World, draw: Draw): Outcome {
  const changes = [...silenced(world.state), ...addDraw(world, draw)]
  const message = cardMessage({ ...world, state: withChanges(world.state, changes) }, draw)
  return message ? { changes, messages: [{ to: 'network', slot: cardSlot(draw), message }] } : {}
}

export function nudge(world: World): Outcome {
  const card = chooseCard(world, 'channel')
  if (!card) return {}
  const posted = postCard(world, newDraw(world, card, { where: 'channel', by: 'itself', state: 'open' }))
  const date = dateOf(world.now, world.network.zone)
  const counted = countAsk(world.state, { id: world.newId(), to: 'channel', date, kind: 'card' })
  return { ...posted, changes: [...(posted.changes ?? []), ...counted] }
}
