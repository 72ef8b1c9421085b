/** How the evaluation reads in the channel: the invitation, the close, what came back. */
import { agreementsFrom, mostAgreements } from '../../agreement/agreement.ts'
import { agreementLine } from '../../agreement/view.ts'
import type { Block, Button, Message } from '../../contracts/message.ts'
import { type Language, said } from '../../contracts/text.ts'
import { itemsOf } from '../../instrument/instrument.ts'
import { meetings } from '../../meeting/meeting.ts'
import { instrumentOf } from '../../round/engine.ts'
import { type Round, rounds } from '../../round/round.ts'
import { dayName, listName, timeName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { World } from '../feature.ts'
import { button } from '../reply.ts'

export const inviteSlot = (round: Round): string => `evaluation-invite-${round.id}`
export const resultSlot = (round: Round): string => `evaluation-result-${round.id}`

/** As many quotes under one heading as read quietly in a channel (storyboard 3.4). */
const mostQuotes = 8

/** The last moment to fill in, as words to put into a text. */
export function closing({ network }: World, round: Round, language: Language) {
  const closes = new Date(round.closes)
  return { day: dayName(language, closes, network.zone), time: timeName(language, closes, network.zone) }
}

export function fillIn({ network }: World, round: Round, language: Language): Button {
  return button(network, 'evaluation', 'answer', [round.id], {
    label: label(language, 'form.fill'),
    opens: 'form',
    primary: true,
  })
}

function noteAgreement({ network }: World, round: Round, language: Language): Button {
  return button(network, 'agreement', 'note', [round.id], {
    label: label(language, 'agree.note'),
    opens: 'form',
  })
}

/** What was agreed so far from this round, with the buttons to note and to change. */
function agreed(world: World, round: Round, language: Language): { lines: Block[]; buttons: Button[] } {
  const made = agreementsFrom(world.state, round.id)
  const change = button(world.network, 'agreement', 'change', [round.id], {
    label: label(language, 'agree.change'),
    opens: 'form',
  })
  return {
    lines: made.map((each) => ({ tag: 'paragraph', text: agreementLine(world.state, language, each) })),
    buttons: [
      ...(made.length < mostAgreements ? [noteAgreement(world, round, language)] : []),
      ...(made.length > 0 ? [change] : []),
    ],
  }
}

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
  const open = round.state === 'open'
  const intro = say(language, round.aloud ? (during ? 'be.live' : 'be.aloud.how') : 'be.intro')
  const other = button(
    world.network,
    'evaluation',
    round.aloud ? 'by-form' : 'aloud',
    [round.id, String(round.revision)],
    { label: label(language, round.aloud ? 'be.form' : 'be.aloud'), opens: 'nothing' },
  )
  const { lines, buttons } = agreed(world, round, language)
  const ask: Block[] = round.aloud
    ? [...lines, { tag: 'buttons', buttons: [...buttons, other] }]
    : [{ tag: 'buttons', buttons: [fillIn(world, round, language), other] }]
  const until: Block[] = round.aloud
    ? []
    : [{ tag: 'context', text: say(language, 'be.until', closing(world, round, language)) }]
  return {
    language,
    summary: intro,
    blocks: [
      { tag: 'heading', text: label(language, round.aloud ? 'be.aloud.done' : 'be.title') },
      meetingDay(world, round, language),
      { tag: 'paragraph', text: intro },
      ...(open ? ask : round.aloud ? lines : []),
      ...(open ? until : [{ tag: 'context' as const, text: say(language, 'be.over') }]),
      ...(open && !round.aloud ? [whoSees(world, language)] : []),
    ],
  }
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
  const { lines, buttons } = agreed(world, round, language)
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
  const { lines, buttons } = agreed(world, round, language)
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
