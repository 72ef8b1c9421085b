/** The school day before a meeting: what was agreed last time, and what they wanted to talk about. */
import { agreementsFrom } from '../../agreement/agreement.ts'
import { dateOf, momentOf, schoolDayBefore, schoolHours } from '../../calendar/calendar.ts'
import type { Block } from '../../contracts/message.ts'
import { said } from '../../contracts/text.ts'
import { type DatedMeeting, datedMeetings, meetings } from '../../meeting/meeting.ts'
import { countAsk, firstRoom, hasRoom } from '../../network/attention.ts'
import { rounds } from '../../round/round.ts'
import { dayName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Occurrence, Outcome, World } from '../feature.ts'
import { button } from '../reply.ts'

export function planAhead(world: World): readonly Occurrence[] {
  const { state, network, calendar } = world
  return datedMeetings(state)
    .filter(({ announced }) => !announced)
    .map((each) => {
      const before = schoolDayBefore(calendar, dateOf(new Date(each.when.start), network.zone))
      const wished = momentOf(before, schoolHours.usual, network.zone)
      const at = firstRoom(world, wished, (date) => hasRoom(state, 'channel', date))
      // A meeting that was moved is another time: the word is said again.
      return { kind: 'ahead', about: `${each.id}.${each.revision}`, at, until: new Date(each.when.start) }
    })
}

export function ahead(world: World, about: string): Outcome {
  const [meetingId] = about.split('.')
  const meeting = datedMeetings(world.state).find(({ id }) => id === meetingId)
  if (!meeting) return {}
  const announced = meetings.put({ ...meeting, announced: true })
  const blocks = lookingAhead(world)
  // Before a first meeting there is nothing to come back to, so nothing is said.
  if (blocks.length === 0) return { changes: [announced] }
  const { language } = world.network
  const title = label(language, 'ahead.title')
  const date = dateOf(world.now, world.network.zone)
  return {
    changes: [announced, ...countAsk(world.state, { id: world.newId(), to: 'channel', date, kind: 'ahead' })],
    messages: [
      {
        to: 'network',
        message: {
          language,
          summary: title,
          blocks: [{ tag: 'heading', text: title }, day(world, meeting), ...blocks],
        },
      },
    ],
  }
}

function day({ network }: World, meeting: DatedMeeting): Block {
  const name = dayName(network.language, new Date(meeting.when.start), network.zone)
  return { tag: 'context', text: say(network.language, 'ahead.when', { day: name }) }
}

/** From the last round that closed: its agreements, or the wish for one, and the questions for this time. */
function lookingAhead({ state, network }: World): Block[] {
  const { language } = network
  const last = rounds
    .all(state)
    .findLast((round) => round.feature === 'evaluation' && round.state === 'closed')
  if (!last) return []
  const about = [last.id]
  const all = agreementsFrom(state, last.id)
  const byHand = agreementsFrom(state, 'hand').filter((each) => each.state === 'open')
  const running = [...all.filter((each) => each.state === 'open'), ...byHand]
  const noteIt = { label: label(language, 'agree.note'), opens: 'form' } as const
  const changeIt = { label: label(language, 'agree.change'), opens: 'form' } as const
  const agreed: Block[] =
    running.length === 0
      ? []
      : [
          { tag: 'paragraph', text: say(language, 'ahead.agreed') },
          { tag: 'quotes', quotes: running.map((each) => said(each.words)) },
        ]
  const none: Block[] =
    all.length + byHand.length === 0 ? [{ tag: 'paragraph', text: say(language, 'ahead.none') }] : []
  const buttons =
    all.length + byHand.length === 0
      ? [button(network, 'agreement', 'note', about, noteIt)]
      : running.length > 0
        ? [button(network, 'agreement', 'change', ['open'], changeIt)]
        : []
  const talk = (last.result ?? []).find(({ item }) => item === 'talk')?.quotes ?? []
  const questions: Block[] =
    talk.length === 0
      ? []
      : [
          { tag: 'heading', text: label(language, 'ahead.talk') },
          { tag: 'quotes', quotes: talk.slice(0, 8).map(said) },
        ]
  const does: Block[] = buttons.length > 0 ? [{ tag: 'buttons', buttons }] : []
  return [...agreed, ...none, ...questions, ...does]
}
