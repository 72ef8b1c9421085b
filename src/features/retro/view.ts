/** How a retro reads in the channel: one message that follows the phases. */
import { agreements, runs } from '../../agreement/agreement.ts'
import { agreementLine } from '../../agreement/view.ts'
import type { Block, Button, Message } from '../../contracts/message.ts'
import { type Language, said, type Text } from '../../contracts/text.ts'
import { worded } from '../../instrument/retro.ts'
import { members } from '../../network/member.ts'
import { countOf, type Topic, tapsIn, topicsOf } from '../../retro/board.ts'
import { walks } from '../../retro/machine.ts'
import { formOfRetro, phaseOf, type Retro, retros, sheetsOf, wrote } from '../../retro/retro.ts'
import { dayName, timeName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Post, World } from '../feature.ts'
import { button } from '../reply.ts'
import {
  bunchBlocks,
  byField,
  byPile,
  firstPage,
  pagesOf,
  readAll,
  tallyBlocks,
  topicTitle,
} from './board.ts'
import { cardFacts } from './cards.ts'
import { closedBlocks, goneOn } from './closed.ts'
import { inPhase, opening, type Running, whoLeads } from './running.ts'

export const slotOf = ({ id, post }: Pick<Retro, 'id' | 'post'>): string => `retro-${id}-${post}`

const context = (text: Text): Block => ({ tag: 'context', text })
const paragraph = (text: Text): Block => ({ tag: 'paragraph', text })
const mostAgreementsShown = 5

/** How it reads now, in the network's language. */
export function retroMessage(world: World, retro: Retro): Message {
  const { language } = world.network
  const form = formOfRetro(world.state, retro)
  const running: Running = { retro, form, phase: phaseOf(form, retro) }
  const blocks = retro.state === 'closed' ? closedBlocks(world, running) : openBlocks(world, running)
  const title = worded(form.title, language)
  return { language, summary: title, blocks: [{ tag: 'heading', text: title }, ...blocks] }
}

function openBlocks(world: World, running: Running): readonly Block[] {
  const { language } = world.network
  const { retro, phase } = running
  const asked = retro.question
    ? [paragraph(say(language, 'retro.question', { question: said(retro.question) }))]
    : []
  const buttons = phaseButtons(world, running)
  return [
    context(whoLeads(world, retro, language)),
    ...(retro.at === 0 ? [...invitation(world, retro), ...lastTime(world, retro)] : []),
    ...(phase.phase === 'collect' || phase.phase === 'reveal' ? asked : []),
    paragraph(worded(phase.text, language)),
    ...bodyOf(world, running),
    { tag: 'buttons', buttons: [...buttons, opening(world, 'lead', retro, language, 'retro.lead')] },
  ]
}

function invitation({ state, network }: World, { facilitator }: Retro): readonly Block[] {
  const leader = members.get(state, facilitator)
  return [
    paragraph(
      leader
        ? say(network.language, 'retro.invite', { name: said(leader.name) })
        : say(network.language, 'retro.invite.nobody'),
    ),
  ]
}

/** What was agreed before and still runs. */
function lastTime({ state, network }: World, { id }: Retro): readonly Block[] {
  const { language } = network
  const running = agreements
    .all(state)
    .filter((each) => runs(each) && each.from !== id)
    .slice(-mostAgreementsShown)
  if (running.length === 0) return []
  return [
    paragraph(say(language, 'retro.last')),
    ...running.map((each) => context(agreementLine(state, language, each))),
  ]
}

function bodyOf(world: World, running: Running): readonly Block[] {
  const { language } = world.network
  const { retro, form, phase } = running
  const notes = () => [...firstPage(world, byField(running, language), language), ...named(running, language)]
  switch (phase.phase) {
    case 'collect':
      return [...(retro.at > 0 ? notes() : []), ...counted(world, running)]
    case 'reveal':
      return [...notes(), ...tallyBlocks(running, language)]
    case 'group':
      return firstPage(world, byPile(running, language), language)
    case 'choose':
      return [
        ...firstPage(world, byPile(running, language), language),
        context(say(language, 'retro.dots', { n: phase.dots })),
      ]
    case 'talk': {
      const topic = walks(form, retro) ? topicsOf(retro)[retro.topic] : undefined
      return [
        ...(retro.aloud ? [paragraph(aloudText(world, running))] : []),
        ...(topic ? topicBlocks(world, topic) : [...notes(), ...tallyBlocks(running, language)]),
        ...(phase.cards ? cardFacts(world, running, language) : []),
        context(say(language, 'retro.deeper')),
        ...(retro.ends
          ? [paragraph(say(language, 'retro.ends', { time: clock(retro.ends, language) }))]
          : []),
        ...(topic ? otherTopics(retro, language) : []),
      ]
    }
    case 'close':
      return retro.points.length > 0 ? [{ tag: 'quotes', quotes: retro.points.map(said) }] : []
    default:
      return phase satisfies never
  }
}

/** "15:30 uur" / "15:30": a time of the clock, which belongs to no day. */
const clock = (time: string, language: Language): string =>
  timeName(language, new Date(`2026-01-01T${time}:00Z`), 'UTC')

const named = ({ retro }: Running, language: Language): readonly Block[] =>
  retro.board.some(({ by }) => by !== undefined) ? [context(say(language, 'retro.named'))] : []

const aloudText = ({ state, network }: World, { retro }: Running): Text =>
  say(network.language, sheetsOf(state, retro.id).some(wrote) ? 'retro.few' : 'retro.empty')

/** How much there is, never whose; and until when. */
function counted({ state, network }: World, { retro, phase }: Running): readonly Block[] {
  const { language } = network
  const all = sheetsOf(state, retro.id)
  const collect = inPhase(phase, 'collect')
  const taps = (collect?.taps.length ?? 0) > 0 && collect?.fields.length === 0
  const n = taps ? all.filter(wrote).length : countOf(all, retro)
  const count = taps
    ? say(language, n === 1 ? 'retro.count.taps.one' : 'retro.count.taps', { n })
    : say(language, n === 1 ? 'retro.count.one' : 'retro.count', { n })
  const reveals = retro.reveals && new Date(retro.reveals)
  const until = reveals && {
    day: dayName(language, reveals, network.zone),
    time: timeName(language, reveals, network.zone),
  }
  return [
    ...(n > 0 ? [context(count)] : []),
    context(say(language, 'retro.hidden')),
    ...(until ? [context(say(language, 'retro.reveals', until))] : []),
  ]
}

function topicBlocks(world: World, topic: Topic): readonly Block[] {
  const { language } = world.network
  const heading = topic.name
    ? say(language, 'retro.topic', { name: said(topic.name) })
    : label(language, 'retro.topic.now')
  return firstPage(world, [{ heading, notes: topic.notes }], language)
}

/** What comes next first, and what they talked about before at the end. */
function otherTopics(retro: Retro, language: Language): readonly Block[] {
  const topics = topicsOf(retro)
  const others = [...topics.slice(retro.topic + 1), ...topics.slice(0, retro.topic)].map(topicTitle)
  return [
    { tag: 'heading', text: label(language, 'retro.topic.others') },
    { tag: 'quotes', quotes: others.slice(0, mostOthers).map(said) },
    ...(others.length > mostOthers ? [context(say(language, 'retro.board.more'))] : []),
    context(say(language, retro.order.length > 0 ? 'retro.order' : 'retro.unordered')),
  ]
}

/** More than this pushes the buttons off a phone; the rest is read with one of them. */
const mostOthers = 8

function phaseButtons(world: World, running: Running): readonly Button[] {
  const { language } = world.network
  const { retro, form, phase } = running
  const read = hasMore(running, language) ? [readAll(world, retro, language)] : []
  switch (phase.phase) {
    case 'collect':
      return [opening(world, 'write', retro, language, 'form.fill', true), ...(retro.at > 0 ? read : [])]
    case 'choose':
      return [opening(world, 'dots', retro, language, 'form.fill', true), ...read]
    case 'talk': {
      const cards = phase.cards ? tapsIn(form) : []
      const take = cards.map(({ id, card }) =>
        button(world.network, 'retro', 'card', [retro.id, id, String(retro.taken)], {
          label: card[language],
          opens: 'nothing',
        }),
      )
      return [...take, ...read]
    }
    default:
      return phase.phase === 'close' ? [] : read
  }
}

const hasMore = ({ form, retro }: Running, language: Language): boolean =>
  pagesOf(byField({ form, retro }, language)).length > 1 || topicsOf(retro).length > mostOthers

/** All that was seen, a page at a time, for one person. */
export function wholeBoard(world: World, retro: Retro, page: number, language: Language): Message {
  const form = formOfRetro(world.state, retro)
  const running: Running = { retro, form, phase: phaseOf(form, retro) }
  const piled = retro.piles.length > 0 ? byPile(running, language) : byField(running, language)
  const pages = pagesOf(piled, 25)
  const at = Math.min(Math.max(page, 0), pages.length - 1)
  const next = button(world.network, 'retro', 'read', [retro.id, String(at + 1)], {
    label: label(language, 'form.next'),
    opens: 'nothing',
  })
  const title = worded(form.title, language)
  return {
    language,
    summary: title,
    blocks: [
      { tag: 'heading', text: title },
      ...bunchBlocks(world, pages[at] ?? []),
      ...(at === 0 ? tallyBlocks(running, language) : []),
      ...(at + 1 < pages.length ? [{ tag: 'buttons' as const, buttons: [next] }] : []),
    ],
  }
}

/** The last two keep up with what changes; where one went on in a new message, the older one says so. */
export const livePosts = (world: World): readonly Post[] =>
  retros
    .all(world.state)
    .slice(-2)
    .flatMap((retro): Post[] => [
      ...Array.from(
        { length: retro.post },
        (_, post): Post => ({
          to: 'network',
          slot: slotOf({ id: retro.id, post }),
          message: goneOn(world, retro),
        }),
      ),
      {
        ...{ to: 'network', slot: slotOf(retro), message: retroMessage(world, retro) },
        ...(retro.state === 'open' && { over: false }),
      },
    ])
