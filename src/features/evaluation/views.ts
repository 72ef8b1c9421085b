/** How the evaluation reads in the channel: the invitation, the close, what came back. */
import type { Block, Button, Message } from '../../contracts/message.ts'
import { type Language, said } from '../../contracts/text.ts'
import { itemsOf } from '../../instrument/instrument.ts'
import { meetings } from '../../meeting/meeting.ts'
import { instrumentOf } from '../../round/engine.ts'
import { type Round, rounds } from '../../round/round.ts'
import { dayName, listName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import { agreed } from '../agreed.ts'
import type { World } from '../feature.ts'
import { button } from '../reply.ts'
import { closing, fillIn } from '../round-life.ts'

/** As many quotes under one heading as read quietly in a channel (storyboard 3.4). */
const mostQuotes = 8

/** The other way to look back: out loud, or by form after all. */
export function otherWay({ network }: World, round: Round, language: Language): Button {
  const [action, name] = round.aloud ? (['by-form', 'be.form'] as const) : (['aloud', 'be.aloud'] as const)
  return button(network, 'evaluation', action, [round.id, String(round.revision)], {
    label: label(language, name),
    opens: 'nothing',
  })
}

export const hasResult = (round: Round): boolean => (round.result ?? []).length > 0

export function meetingDayOf({ state, network }: World, round: Round, language: Language): string {
  const end = meetings.get(state, round.about)?.when?.end ?? round.opened
  return dayName(language, new Date(end), network.zone)
}

const meetingDay = (world: World, round: Round, language: Language): Block => ({
  tag: 'context',
  text: say(language, 'be.meeting', { day: meetingDayOf(world, round, language) }),
})

/** `during`: said in the last minutes of the meeting itself. */
export function invitation(
  world: World,
  round: Round,
  language = world.network.language,
  during = false,
): Message {
  const intro = say(language, round.aloud ? (during ? 'be.live' : 'be.aloud.how') : 'be.intro')
  return {
    language,
    summary: intro,
    blocks: [
      { tag: 'heading', text: label(language, round.aloud ? 'be.aloud.done' : 'be.title') },
      meetingDay(world, round, language),
      { tag: 'paragraph', text: intro },
      ...(round.aloud ? spoken(world, round, language) : written(world, round, language)),
    ],
  }
}

/** Room for what they agree on, also when it is over; then there may be a result, with room of its own. */
function spoken(world: World, round: Round, language: Language): readonly Block[] {
  if (hasResult(round)) return []
  const { lines, buttons } = agreed(world, round.id, language)
  const other = round.state === 'open' ? [otherWay(world, round, language)] : []
  return [...lines, { tag: 'buttons', buttons: [...buttons, ...other] }]
}

function written(world: World, round: Round, language: Language): readonly Block[] {
  if (round.state === 'closed') return [{ tag: 'context', text: say(language, 'be.over') }]
  return [
    { tag: 'buttons', buttons: [fillIn(world, round, language), otherWay(world, round, language)] },
    { tag: 'context', text: say(language, 'be.until', closing(world, round, language)) },
    whoSees(world, language),
  ]
}

/** Who will see what: said with every invitation, before the first question. */
export const whoSees = ({ network }: World, language: Language): Block => ({
  tag: 'context',
  text: say(language, 'be.who', { n: network.minimum }),
})

/** What everybody gets back: side by side, without names, and the step to an agreement. */
export function result(world: World, round: Round): Message {
  const { language } = world.network
  const title = label(language, 'be.share.title')
  const { lines, buttons } = agreed(world, round.id, language)
  const read = button(world.network, 'evaluation', 'read', [round.id], {
    label: label(language, 'be.share.all'),
    opens: 'nothing',
  })
  const long = (round.result ?? []).some(({ quotes }) => quotes.length > mostQuotes)
  return {
    language,
    summary: title,
    blocks: [
      { tag: 'heading', text: title },
      meetingDay(world, round, language),
      ...answersTogether(world, round, language, mostQuotes),
      ...(long ? [{ tag: 'context' as const, text: say(language, 'be.share.more') }] : []),
      { tag: 'context', text: say(language, 'be.share.minimum', { n: world.network.minimum }) },
      { tag: 'paragraph', text: say(language, 'be.share.ask') },
      ...lines,
      { tag: 'buttons', buttons: [...buttons, ...(long ? [read] : [])] },
    ],
  }
}

const headings = { good: 'be.share.high', next: 'be.share.next', talk: 'be.share.q' } as const

/** Each heading with at most so many of its answers. */
export function answersTogether(world: World, round: Round, language: Language, most: number): Block[] {
  const items = itemsOf(instrumentOf(world.state, round))
  return (round.result ?? []).flatMap(({ item, quotes, chosen }): Block[] => {
    const asked = items.find(({ id }) => id === item)
    if (!asked) return []
    if (asked.type === 'text') {
      const heading =
        item in headings ? label(language, headings[item as keyof typeof headings]) : asked.text[language]
      return [
        { tag: 'heading', text: heading },
        { tag: 'quotes', quotes: quotes.slice(0, most).map(said) },
      ]
    }
    if (asked.type !== 'choice' && asked.type !== 'choices') return []
    const names = asked.options.filter(({ id }) => chosen.includes(id)).map(({ text }) => text[language])
    const [first = '', ...others] = names
    const values = listName(language, [
      first,
      ...others.map((name) => name.charAt(0).toLowerCase() + name.slice(1)),
    ])
    return [
      { tag: 'heading', text: label(language, 'be.share.value') },
      { tag: 'paragraph', text: values },
    ]
  })
}

/** The time before nothing could be shown either: then out loud may suit them better. */
function fewBefore({ state }: World, round: Round): boolean {
  const closed = rounds.all(state).filter((each) => each.feature === 'evaluation' && each.state === 'closed')
  const before = closed.filter(({ opened }) => opened < round.opened).at(-1)
  return before !== undefined && !before.aloud && (before.result ?? []).length === 0
}

/** Too few answers to show: the kind way out, and room for an agreement made out loud. */
export function tooFew(world: World, round: Round): Message {
  const { language } = world.network
  const text = say(language, 'be.few')
  const { lines, buttons } = agreed(world, round.id, language)
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'heading', text: label(language, 'be.title') },
      meetingDay(world, round, language),
      { tag: 'paragraph', text },
      { tag: 'context', text: say(language, 'be.few.kept') },
      ...(fewBefore(world, round) ? [{ tag: 'context' as const, text: say(language, 'be.few.again') }] : []),
      ...lines,
      { tag: 'buttons', buttons },
    ],
  }
}
