/** Before the next meeting: cards that were kept, or one drawn, with a house rule and how to ask further. */
import { dateOf } from '../../calendar/calendar.ts'
import type { Block } from '../../contracts/message.ts'
import type { Change } from '../../contracts/store.ts'
import { type DatedMeeting, datedMeetings } from '../../meeting/meeting.ts'
import { label, say } from '../../text/say.ts'
import type { BeforeMeeting, MonthLine, Period, World } from '../feature.ts'
import { type Card, cardOf, chooseCard } from './cards.ts'
import { cardsFrom, newDraw, roundIsOpen } from './nudge.ts'
import { addDraw, type Draw, draws, drawsOf } from './records.ts'
import { broughtUp, question } from './views.ts'

/** As many questions as fit one meeting beside everything else. */
const mostKept = 2

/** The meeting that the word before it is about: the first to come that was not announced yet. */
const nextMeeting = ({ state, now }: World): DatedMeeting | undefined =>
  datedMeetings(state).find(({ when, announced }) => !announced && new Date(when.start) > now)

interface Brought {
  readonly card: Card
  readonly change: readonly Change[]
}

export function cardsForMeeting(world: World): BeforeMeeting | undefined {
  const meeting = nextMeeting(world)
  if (!meeting) return undefined
  const kept = keptFor(world, meeting)
  const brought = kept.length > 0 ? kept : drawnFor(world, meeting)
  if (brought.length === 0) return undefined
  const { language } = world.network
  const title = label(language, brought.length > 1 ? 'card.ahead.two' : 'card.ahead')
  return {
    blocks: [
      { tag: 'paragraph', text: title },
      ...brought.map(({ card }) => question(card, language)),
      { tag: 'paragraph', text: say(language, 'card.how') },
      { tag: 'context', text: say(language, 'card.deeper') },
      ...houseRule(world),
    ],
    changes: brought.flatMap(({ change }) => change),
  }
}

/** The oldest first. What was to come back in a meeting that did not take place is still waiting. */
const waitingCards = (world: World): readonly Draw[] =>
  drawsOf(world.state)
    .filter((draw) => draw.state === 'kept' && !broughtUp(world, draw))
    .toSorted((a, b) => ((a.changed ?? a.at) < (b.changed ?? b.at) ? -1 : 1))

function keptFor(world: World, { id }: DatedMeeting): readonly Brought[] {
  const elsewhere = new Set(
    datedMeetings(world.state)
      .filter((each) => each.announced && new Date(each.when.end) > world.now)
      .map((each) => each.id),
  )
  return waitingCards(world)
    .filter(({ meeting }) => meeting === undefined || !elsewhere.has(meeting))
    .flatMap((draw) => {
      const card = cardOf(world, draw.now)
      return card ? [{ card, change: [draws.put({ ...draw, meeting: id })] }] : []
    })
    .slice(0, mostKept)
}

/** When none was kept, and it is time for a card anyway. */
function drawnFor(world: World, { id }: DatedMeeting): readonly Brought[] {
  const from = cardsFrom(world)
  const today = dateOf(world.now, world.network.zone)
  if (!from || from.day > today || roundIsOpen(world)) return []
  const card = chooseCard(world, 'meeting')
  if (!card) return []
  const draw = newDraw(world, card, { where: 'meeting', by: 'itself', state: 'kept', meeting: id })
  return [{ card, change: addDraw(world, draw) }]
}

/** Each meeting another one, in turn. */
function houseRule({ state, now, library, network }: World): readonly Block[] {
  const { rules } = library.deck
  const met = datedMeetings(state).filter(({ when }) => new Date(when.end) <= now).length
  const rule = rules[met % rules.length]?.text[network.language]
  return rule ? [{ tag: 'context', text: say(network.language, 'card.rule', { rule }) }] : []
}

/** The question of the month is the one that was pressed or posted last; what was kept is still to be talked about. */
export function cardsOfMonth(world: World, { from, until }: Period): readonly MonthLine[] {
  const line = (section: 'card' | 'talk', draw: Draw): readonly MonthLine[] => {
    const card = cardOf(world, draw.now)
    if (!card) return []
    const asked = card.question(world.network.language)
    return [{ id: `${section}-${draw.id}`, section, text: asked, quote: card.own }]
  }
  // What somebody drew in private, the network has not seen until it came back before a meeting.
  const seen = (draw: Draw) => draw.where !== 'private' || draw.meeting !== undefined
  const shown = (draw: Draw) => seen(draw) && draw.state !== 'later'
  const touched = ({ at, changed = at }: Draw) => changed
  const ofMonth = drawsOf(world.state)
    .filter((draw) => shown(draw) && touched(draw) >= from && touched(draw) < until)
    .toSorted((a, b) => (touched(a) < touched(b) ? -1 : 1))
    .at(-1)
  const toTalk = waitingCards(world).filter(
    (draw) => seen(draw) && draw.at < until && draw.id !== ofMonth?.id,
  )
  return [...(ofMonth ? line('card', ofMonth) : []), ...toTalk.flatMap((draw) => line('talk', draw))]
}
