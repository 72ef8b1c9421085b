/** How the Dimensieraamwerk reads in the channel: the invitation, the picture, and when there were too few. */
import { agreementsFrom } from '../../agreement/agreement.ts'
import { agreementLine } from '../../agreement/view.ts'
import { dateOf } from '../../calendar/calendar.ts'
import type { Block, Button, Message } from '../../contracts/message.ts'
import { join, type Language, said, type Text } from '../../contracts/text.ts'
import { itemsOf } from '../../instrument/instrument.ts'
import { countName } from '../../picture/words.ts'
import { instrumentOf } from '../../round/engine.ts'
import type { Round } from '../../round/round.ts'
import { listName, monthName } from '../../text/dates.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import { agreementButton } from '../agreed.ts'
import type { World } from '../feature.ts'
import { button } from '../reply.ts'
import { closing, fillIn } from '../round-life.ts'
import { crossesOn, dimensionsOf, linesOf, pictureBlock } from './picture.ts'
import { feature, pictureBefore, roundBefore, roundOutcomes } from './record.ts'
import { asksValues, hasValues, valueBlocks } from './values.ts'
import { wayIn } from './wayIn.ts'

/** As many examples of one dimension as read quietly in a channel. */
const mostExamples = 4
/** As many lines that tie as each get their own question. */
const mostFollowed = 3

const paragraph = (text: Text): Block => ({ tag: 'paragraph', text })
const context = (text: Text): Block => ({ tag: 'context', text })
const heading = (text: Text): Block => ({ tag: 'heading', text })

export function does(
  { network }: World,
  round: Round,
  language: Language,
  action: string,
  id: PlainTextId,
  opens: Button['opens'] = 'form',
): Button {
  return button(network, feature, action, [round.id], { label: label(language, id), opens })
}

/** Who will see what: said with the invitation, and before the first cross. */
export const whoSees = ({ network }: World, language: Language): Block =>
  context(say(language, 'dsl.who', { n: network.minimum }))

export function invitation(world: World, round: Round): Message {
  const { language } = world.network
  const open = round.state === 'open'
  const n = countName(language, linesOf(world.state, round).length)
  const intro = say(language, 'dsl.intro', { n })
  const values = asksValues(itemsOf(instrumentOf(world.state, round)))
  const ask: Block[] = [
    ...(values ? [paragraph(say(language, 'values.intro'))] : []),
    { tag: 'buttons', buttons: [fillIn(world, round, language)] },
    context(say(language, 'dsl.until', closing(world, round, language))),
    whoSees(world, language),
  ]
  return {
    language,
    summary: intro,
    blocks: [
      heading(label(language, 'dsl.name')),
      paragraph(intro),
      ...lastTime(world, round, language),
      ...(open ? ask : [context(say(language, 'dsl.over'))]),
    ],
  }
}

/** What the network made of the round before: its own words, to look at again. */
function lastTime({ state }: World, round: Round, language: Language): readonly Block[] {
  const before = roundBefore(state, round)
  const conclusion = before && roundOutcomes.get(state, before.id)?.conclusion
  const loose = before ? agreementsFrom(state, before.id) : []
  return [
    ...(conclusion ? [paragraph(say(language, 'dsl.prev', { conclusion: said(conclusion) }))] : []),
    ...loose.map((each) => paragraph(besideLine(state, before, language, each))),
  ]
}

type Agreed = ReturnType<typeof agreementsFrom>[number]

/** An agreement, with the line that it belongs to. */
function besideLine(
  state: World['state'],
  round: Round | undefined,
  language: Language,
  agreement: Agreed,
): Text {
  const text = agreementLine(state, language, agreement)
  const line = round && linesOf(state, round).find(({ id }) => id === agreement.line)
  return line ? say(language, 'dsl.prev.agreed', { line: said(line.text[language]), agreement: text }) : text
}

/** The picture itself, from above to below: four dimensions, what the marks mean, the way in, what to do. */
export function pictureMessage(world: World, round: Round): Message {
  const { state, network } = world
  const { language } = network
  const title = say(language, 'dsl.title', { month: monthOf(world, round, language) })
  return {
    language,
    summary: title,
    blocks: [
      heading(title),
      paragraph(say(language, 'dsl.result')),
      ...lastTime(world, round, language),
      ...dimensionBlocks(world, round, language, mostExamples),
      context(legend(state, round, language)),
      context(say(language, 'dsl.minimum')),
      ...wayInBlocks(state, round, language),
      ...valueBlocks(round, language),
      ...concluded(world, round, language),
      {
        tag: 'buttons',
        buttons: [
          ...concludeButtons(world, round, language),
          ...(hasValues(round) ? [does(world, round, language, 'values', 'values.button', 'nothing')] : []),
          does(world, round, language, 'words', 'dsl.words.button', 'nothing'),
          does(world, round, language, 'guide', 'dsl.guide.button', 'nothing'),
        ],
      },
    ],
  }
}

/** How many took part, and what the marks mean. */
function legend(state: World['state'], round: Round, language: Language): Text {
  const n = round.people ?? 0
  const people = say(language, n === 1 ? 'dsl.person' : 'dsl.people', { n })
  const marks = say(language, pictureBefore(state, round) ? 'dsl.legend.before' : 'dsl.legend')
  return join([people, marks], ' ')
}

/** "januari" / "January": the month in which the picture was made. */
export function monthOf({ state, network }: World, round: Round, language: Language): string {
  const day = roundOutcomes.get(state, round.id)?.closed ?? dateOf(new Date(round.closes), network.zone)
  return monthName(language, day.slice(0, 7))
}

/** Each dimension: its picture, and what people wrote about it. */
function dimensionBlocks(world: World, round: Round, language: Language, most: number): readonly Block[] {
  const { state } = world
  const ids = roundOutcomes.get(state, round.id)?.pictures[language] ?? []
  return dimensionsOf(instrumentOf(state, round), round).flatMap((dimension, index): Block[] => {
    const picture = pictureBlock(state, ids[index] ?? '', round)
    return [...(picture ? [picture] : []), ...examplesOf(round, dimension, language, most)]
  })
}

/** What people wrote about one dimension, as many as read quietly; the rest is a press away. */
export function examplesOf(
  round: Round,
  { title, examples }: ReturnType<typeof dimensionsOf>[number],
  language: Language,
  most: number,
): readonly Block[] {
  const quotes = (round.result ?? []).flatMap((each) => (examples.includes(each.item) ? each.quotes : []))
  if (quotes.length === 0) return []
  return [
    context(say(language, 'dsl.examples', { dimension: title[language] })),
    { tag: 'quotes', quotes: quotes.slice(0, most).map(said) },
    ...(quotes.length > most ? [context(say(language, 'dsl.examples.more'))] : []),
  ]
}

/** Where to begin talking, each with its own question. */
function wayInBlocks(state: World['state'], round: Round, language: Language): readonly Block[] {
  const lines = linesOf(state, round).filter(({ id }) => crossesOn(round, id))
  const found = wayIn(
    lines.flatMap(({ id }) => {
      const crosses = crossesOn(round, id)
      return crosses ? [{ id, crosses }] : []
    }),
  )
  const parts = [
    ['dsl.spread', found.widest],
    ['dsl.gap', found.gap],
    ['dsl.close', found.closest],
  ] as const
  return parts.flatMap(([text, ids]): Block[] => {
    const tied = lines.filter(({ id }) => ids.includes(id))
    if (tied.length === 0) return []
    const all = tied.length === lines.length && tied.length > mostFollowed
    const names = all
      ? label(language, 'dsl.all')
      : listName(
          language,
          tied.map((line) => line.text[language]),
        )
    const questions = tied.length > mostFollowed ? [] : tied
    return [
      paragraph(say(language, text, { lines: all ? names : said(names) })),
      ...questions.flatMap(({ text: title, follow }) =>
        follow
          ? [
              context(
                say(language, 'dsl.follow', { line: said(title[language]), question: follow[language] }),
              ),
            ]
          : [],
      ),
    ]
  })
}

/** What the network concluded and agreed, as it stands now. */
function concluded({ state }: World, round: Round, language: Language): readonly Block[] {
  const conclusion = roundOutcomes.get(state, round.id)?.conclusion
  const made = agreementsFrom(state, round.id)
  return [
    ...(conclusion ? [heading(label(language, 'dsl.conclusion'))] : []),
    ...(conclusion ? [{ tag: 'quotes' as const, quotes: [said(conclusion)] }] : []),
    ...made.map((each) => paragraph(besideLine(state, round, language, each))),
  ]
}

function concludeButtons(world: World, round: Round, language: Language): readonly Button[] {
  const { state } = world
  const conclusion = roundOutcomes.get(state, round.id)?.conclusion
  const conclude = does(
    world,
    round,
    language,
    'conclude',
    conclusion ? 'agree.change' : 'dsl.conclude.button',
  )
  const change = {
    ...agreementButton(world, language, 'change', round.id),
    label: label(language, 'dsl.agreed.button'),
  }
  const made = agreementsFrom(state, round.id).length > 0
  return [conclude, ...(made ? [change] : [])]
}

/** Too few crosses to show: the lines on paper, and room for a conclusion all the same. */
export function tooFew(world: World, round: Round): Message {
  const { language } = world.network
  const text = say(language, 'dsl.few')
  return {
    language,
    summary: text,
    blocks: [
      heading(label(language, 'dsl.name')),
      paragraph(text),
      context(say(language, 'dsl.few.kept')),
      ...lastTime(world, round, language),
      ...concluded(world, round, language),
      {
        tag: 'buttons',
        buttons: [
          does(world, round, language, 'sheet', 'dsl.sheet.button', 'nothing'),
          ...concludeButtons(world, round, language),
        ],
      },
    ],
  }
}
