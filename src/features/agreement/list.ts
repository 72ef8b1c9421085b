/** All agreements in one place, and the private word to an owner the day before. */
import { type Agreement, agreements, runs } from '../../agreement/agreement.ts'
import { agreementLine, isOrphan } from '../../agreement/view.ts'
import { dateOf, momentOf, schoolDayBefore, schoolHours } from '../../calendar/calendar.ts'
import type { Block, Message } from '../../contracts/message.ts'
import { said } from '../../contracts/text.ts'
import { asksEveryoneOn } from '../../meeting/meeting.ts'
import { countAsk, hasRoom, usualRoom } from '../../network/attention.ts'
import { type Member, mayStart, members, takesPart } from '../../network/member.ts'
import { dayName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import { agreementButton } from '../agreed.ts'
import type { Action, CommandSpec, Occurrence, Outcome, Post, Scene, Waiting, World } from '../feature.ts'
import { button, word } from '../reply.ts'
import { allOpen, byHand } from './source.ts'

/** As many as read well in one message. */
const mostShown = 12

const openFirst = (all: readonly Agreement[]) => [
  ...all.filter(runs),
  ...all.filter((each) => !runs(each)).toReversed(),
]

export const agreementsCommand: CommandSpec = {
  words: { nl: 'afspraken', en: 'agreements' },
  for: 'network',
  help: 'agree.help',
  run(scene) {
    const { language, state } = scene
    const all = openFirst(agreements.all(state)).slice(0, mostShown)
    const title = label(language, 'agree.list')
    const lines = all.flatMap((each): Block[] => [
      { tag: 'paragraph', text: agreementLine(state, language, each) },
      ...(runs(each) && isOrphan(state, each)
        ? [{ tag: 'context' as const, text: say(language, 'agree.ours') }]
        : []),
    ])
    const none: Block[] = [{ tag: 'paragraph', text: say(language, 'agree.list.none') }]
    const buttons = [
      agreementButton(scene, language, 'note', byHand),
      ...(all.some(runs) ? [agreementButton(scene, language, 'change', allOpen)] : []),
    ]
    const blocks: Block[] = [
      { tag: 'heading', text: title },
      ...(lines.length > 0 ? lines : none),
      { tag: 'buttons', buttons },
    ]
    return { reply: { kind: 'word', message: { language, summary: title, blocks } } }
  },
}

/** Their own, and what they all do together; the latest when there are many. */
export const waitingAgreements = ({ state, member, language, network }: Scene): readonly Waiting[] =>
  agreements
    .all(state)
    .filter((each) => member && runs(each) && [member.id, 'all'].includes(each.owner))
    .slice(-mostShown)
    .map((each, index, all) => ({
      text: agreementLine(state, language, each),
      // One way in is enough: the form shows all of them.
      ...(index === all.length - 1 && {
        button: agreementButton({ network }, language, 'change', allOpen),
      }),
    }))

export function planOwners(world: World): readonly Occurrence[] {
  const { state, network, calendar } = world
  return agreements.all(state).flatMap((each) => {
    const owner = members.get(state, each.owner)
    if (!each.date || !runs(each) || each.asked || !owner || !takesPart(owner) || owner.reach === 'no')
      return []
    const room = (date: string) =>
      mayStart(owner, date) &&
      hasRoom(state, owner.id, date, world.reserved(date)) &&
      !asksEveryoneOn(state, date, calendar, network.zone)
    const at = usualRoom(world, schoolDayBefore(calendar, each.date), room)
    const until = momentOf(each.date, schoolHours.until, network.zone)
    return [{ kind: 'owner', about: each.id, at, until }]
  })
}

const slotOf = (each: Agreement): string => `agreement-${each.id}`

export function askOwner(world: World, about: string): Outcome {
  const each = agreements.get(world.state, about)
  const owner = each && members.get(world.state, each.owner)
  if (!each || !owner) return {}
  const date = dateOf(world.now, world.network.zone)
  const asked: Agreement = { ...each, asked: true }
  return {
    changes: [
      agreements.put(asked),
      ...countAsk(world.state, { id: world.newId(), to: owner.id, date, kind: 'agreement' }),
    ],
    messages: [{ to: { member: owner.id }, slot: slotOf(each), message: question(world, asked, owner) }],
  }
}

const stateNames = {
  open: 'agree.open',
  carried: 'agree.carried',
  done: 'agree.done',
  dropped: 'agree.dropped',
} as const
const standing = { ...stateNames, dropped: 'agree.was.dropped' } as const

/** With its buttons while it runs; then with how it stands. */
function question({ network }: World, each: Agreement, { language }: Member): Message {
  const day = each.date ? dayName(language, new Date(`${each.date}T12:00:00Z`), 'UTC') : ''
  const text = say(language, 'agree.owner', { day, agreement: said(each.words) })
  const buttons = (['done', 'carried', 'dropped'] as const).map((state) =>
    button(network, 'agreement', state, [each.id, String(each.revision)], {
      label: label(language, stateNames[state]),
      opens: 'nothing',
    }),
  )
  const now: Block =
    runs(each) && !each.answered
      ? { tag: 'buttons', buttons }
      : { tag: 'context', text: label(language, standing[each.state]) }
  return { language, summary: text, blocks: [{ tag: 'paragraph', text }, now] }
}

/** The owner's own three buttons. */
export const stands = (state: Agreement['state']): Action => ({
  for: 'network',
  press(scene, [id = '', revision = '']) {
    const { language, member } = scene
    const each = agreements.get(scene.state, id)
    const current = scene.again || String(each?.revision) === revision
    if (!each || each.owner !== member?.id || !current)
      return { reply: word(language, say(language, 'err.old')) }
    return {
      changes: [agreements.put({ ...each, state, answered: true, revision: each.revision + 1 })],
      reply: word(
        language,
        say(language, 'agree.kept', { state: label(language, standing[state]).toLowerCase() }),
      ),
    }
  },
})

export const ownerPosts = (world: World): readonly Post[] =>
  agreements.all(world.state).flatMap((each): Post[] => {
    const owner = members.get(world.state, each.owner)
    if (!each.asked || !owner) return []
    return [{ to: { member: owner.id }, slot: slotOf(each), message: question(world, each, owner) }]
  })
