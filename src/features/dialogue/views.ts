/** How a card reads, in the channel and in private: the question, how to talk on it, and what can be done. */
import type { Block, Button, Message } from '../../contracts/message.ts'
import { type Language, said, type Text } from '../../contracts/text.ts'
import { comingMeetings, datedMeetings } from '../../meeting/meeting.ts'
import { label, say } from '../../text/say.ts'
import type { Post, World } from '../feature.ts'
import { button } from '../reply.ts'
import { type Card, cardOf } from './cards.ts'
import { type Draw, drawsOf } from './records.ts'

export const cardSlot = (draw: Draw): string => `card-${draw.id}`

/** A card of the deck stands out as a heading; a network's own one as the words of a person. */
export function question(card: Card, language: Language): Block {
  const text = card.question(language)
  const [first] = typeof text === 'string' ? [] : text
  return card.own && first !== undefined && typeof first !== 'string'
    ? { tag: 'quotes', quotes: [said(first.said)] }
    : { tag: 'heading', text }
}

/** Whether a kept card came back and the meeting for it took place, and nobody kept it anew since. */
export const broughtUp = ({ state, now }: World, { at, changed = at, meeting }: Draw): boolean =>
  datedMeetings(state).some(
    ({ id, when }) => id === meeting && new Date(when.end) <= now && when.end > changed,
  )

/** Another card took the place of the first. */
export const swapped = ({ cards, now }: Draw): boolean => now !== cards[0]

export const canUndo = (world: World, draw: Draw): boolean =>
  draw.state === 'open' ? swapped(draw) : draw.state !== 'silent' && !broughtUp(world, draw)

const looks = {
  keep: 'card.keep',
  other: 'card.other',
  talked: 'card.talked',
  later: 'card.later',
  undo: 'card.undo',
} as const

const outcomes = { talked: 'card.talked.so', later: 'card.later.so' } as const

/** When it comes back, as far as that is known. */
const keptText = (world: World, draw: Draw) =>
  comingMeetings(world.state, world.now).length > 0 || broughtUp(world, draw) ? 'card.kept' : 'card.kept.open'

/** With its buttons while nobody chose; then with what was chosen. */
function choices(world: World, draw: Draw, language: Language, more: readonly Button[]): readonly Block[] {
  const press = (action: keyof typeof looks): Button =>
    button(world.network, 'dialogue', action, [draw.id, String(draw.revision)], {
      label: label(language, looks[action]),
      opens: 'nothing',
    })
  const undo = canUndo(world, draw) ? [press('undo')] : []
  if (draw.state === 'silent') return []
  if (draw.state !== 'open') {
    const chosen = draw.state === 'kept' ? keptText(world, draw) : outcomes[draw.state]
    const so: Block = { tag: 'context', text: say(language, chosen) }
    const buttons = [...undo, ...more]
    return buttons.length > 0 ? [so, { tag: 'buttons', buttons }] : [so]
  }
  const buttons = [
    press('keep'),
    ...(draw.cards.length === 1 ? [press('other')] : []),
    press('talked'),
    // In private nothing stands in anybody's way, so there is nothing to put off.
    ...(draw.where === 'private' ? [] : [press('later')]),
    ...undo,
    ...more,
  ]
  return [{ tag: 'buttons', buttons }]
}

/** `undefined` when the card itself was removed. */
export function cardMessage(
  world: World,
  draw: Draw,
  language = world.network.language,
  more: readonly Button[] = [],
): Message | undefined {
  const card = cardOf(world, draw.now)
  if (!card) return undefined
  const open: Text = say(language, 'card.open')
  return {
    language,
    summary: card.question(language),
    blocks: [
      { tag: 'paragraph', text: open },
      question(card, language),
      { tag: 'paragraph', text: say(language, 'card.how') },
      { tag: 'context', text: say(language, 'card.how2') },
      ...choices(world, draw, language, more),
    ],
  }
}

/** Older ones stay as they are: nobody scrolls back that far to press. */
const mostLive = 6

export const cardPosts = (world: World): readonly Post[] =>
  drawsOf(world.state)
    .filter(({ where }) => where === 'channel')
    .slice(-mostLive)
    .flatMap((draw): Post[] => {
      const message = cardMessage(world, draw)
      return message ? [{ to: 'network', slot: cardSlot(draw), message }] : []
    })
