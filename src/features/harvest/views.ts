/** How the harvest reads in the channel: the invitation, and what came back. */
import type { Block, Button, Message } from '../../contracts/message.ts'
import { type Language, plain, said, type Text } from '../../contracts/text.ts'
import type { Round } from '../../round/round.ts'
import { type Tale, talesOf } from '../../story/story.ts'
import { label, say } from '../../text/say.ts'
import { agreed } from '../agreed.ts'
import type { World } from '../feature.ts'
import { button, oneLine } from '../reply.ts'
import { closing, fillIn } from '../round-life.ts'

export const feature = 'harvest'

/** As many under one heading as read quietly in a channel. */
const mostQuotes = 8

const tellStory = ({ network }: World, { id }: Round, language: Language): Button =>
  button(network, feature, 'story', [id], { label: label(language, 'harvest.tell'), opens: 'form' })

export function invitation(world: World, round: Round): Message {
  const { language, minimum } = world.network
  const text = say(language, 'harvest.intro')
  const open: Block[] = [
    { tag: 'buttons', buttons: [fillIn(world, round, language), tellStory(world, round, language)] },
    { tag: 'context', text: say(language, 'be.until', closing(world, round, language)) },
    { tag: 'context', text: say(language, 'be.who', { n: minimum }) },
  ]
  const over: Block[] = [{ tag: 'context', text: say(language, 'be.over') }]
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'heading', text: label(language, 'harvest.title') },
      { tag: 'paragraph', text },
      ...(round.state === 'open' ? open : over),
    ],
  }
}

const items = ['proud', 'keep', 'worth', 'task'] as const

export const quotesOf = ({ result = [] }: Round, asked: (typeof items)[number]): readonly string[] =>
  result.find(({ item }) => item === asked)?.quotes ?? []

/** A story as one quote, with a name only where its writer wanted that. */
export function taleText({ parts, by }: Tale): Text {
  const words = parts.filter((part) => part !== '').join('\n')
  return by ? [said(words), ' (', said(by.name), ')'] : [said(words)]
}

export const hasHarvest = (world: World, round: Round): boolean =>
  (round.result ?? []).length > 0 || talesOf(world.state, round.id).length > 0

/** Heading by heading, each with at most so many. */
export function together(world: World, round: Round, language: Language, most: number): Block[] {
  const told = talesOf(world.state, round.id).map((tale) => said(plain(taleText(tale))))
  const section = (heading: string, quotes: readonly string[]): Block[] =>
    quotes.length === 0
      ? []
      : [
          { tag: 'heading', text: heading },
          { tag: 'quotes', quotes: quotes.slice(0, most).map(said) },
        ]
  return [
    ...items.flatMap((item) => section(label(language, `harvest.${item}`), quotesOf(round, item))),
    ...section(
      label(language, 'harvest.stories'),
      told.map((each) => each.said),
    ),
  ]
}

export function result(world: World, round: Round): Message {
  const { network, state } = world
  const { language } = network
  if (!hasHarvest(world, round)) {
    const text = say(language, 'harvest.few')
    return oneLine(language, text)
  }
  const title = label(language, 'harvest.title')
  const { lines, buttons } = agreed(world, round.id, language)
  const read = { label: label(language, 'be.share.all'), opens: 'nothing' } as const
  const long =
    talesOf(state, round.id).length > mostQuotes ||
    items.some((item) => quotesOf(round, item).length > mostQuotes)
  const readOn = long ? [button(network, feature, 'read', [round.id], read)] : []
  return {
    language,
    summary: title,
    blocks: [
      { tag: 'heading', text: title },
      ...together(world, round, language, mostQuotes),
      ...(long ? [{ tag: 'context' as const, text: say(language, 'be.share.more') }] : []),
      { tag: 'context', text: say(language, 'be.share.minimum', { n: network.minimum }) },
      { tag: 'paragraph', text: say(language, 'harvest.next') },
      ...lines,
      { tag: 'buttons', buttons: [...buttons, ...readOn] },
    ],
  }
}
