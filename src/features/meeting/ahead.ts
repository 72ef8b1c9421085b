/** The school day before a meeting: what was agreed last time, and what they wanted to talk about. */
import { dateOf, momentOf, schoolDayBefore, schoolHours } from '../../calendar/calendar.ts'
import type { Block } from '../../contracts/message.ts'
import {
  asksEveryoneOn,
  type DatedMeeting,
  datedMeetings,
  meetings,
  meetingsForPlan,
} from '../../meeting/meeting.ts'
import { countAsk, firstRoom, hasRoom } from '../../network/attention.ts'
import { dayName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Occurrence, Outcome, World } from '../feature.ts'

/** Visible at once, whatever comes together (storyboard §0.7). */
const mostButtons = 5

export function planAhead(world: World): readonly Occurrence[] {
  const { state, network, calendar } = world
  return meetingsForPlan(state, world.now)
    .filter(({ announced }) => !announced)
    .map((each) => {
      const before = schoolDayBefore(calendar, dateOf(new Date(each.when.start), network.zone))
      const wished = momentOf(before, schoolHours.usual, network.zone)
      // It gives way to asking everyone; on the day of the meeting itself there is nothing to look ahead to.
      const room = (date: string) =>
        hasRoom(state, 'channel', date, world.reserved(date)) &&
        !asksEveryoneOn(state, date, calendar, network.zone)
      const at = firstRoom(world, wished, room)
      // A meeting that was moved is another time: the word is said again.
      return { kind: 'ahead', about: `${each.id}.${each.revision}`, at, until: new Date(each.when.start) }
    })
}

export function ahead(world: World, about: string): Outcome {
  const [meetingId] = about.split('.')
  const meeting = datedMeetings(world.state).find(({ id }) => id === meetingId)
  if (!meeting) return {}
  const announced = meetings.put({ ...meeting, announced: true })
  const found = world.gather.beforeMeeting(world)
  const changes = [announced, ...found.flatMap((each) => each.changes ?? [])]
  const blocks = found.flatMap((each) => each.blocks)
  // Before a first meeting there is nothing to come back to, so nothing is said.
  if (blocks.length === 0) return { changes }
  const buttons = found.flatMap((each) => each.buttons ?? []).slice(0, mostButtons)
  const { language } = world.network
  const title = label(language, 'ahead.title')
  const date = dateOf(world.now, world.network.zone)
  return {
    changes: [
      ...changes,
      ...countAsk(world.state, { id: world.newId(), to: 'channel', date, kind: 'ahead' }),
    ],
    messages: [
      {
        to: 'network',
        message: {
          language,
          summary: title,
          blocks: [
            { tag: 'heading', text: title },
            day(world, meeting),
            ...blocks,
            ...(buttons.length > 0 ? [{ tag: 'buttons' as const, buttons }] : []),
          ],
        },
      },
    ],
  }
}

function day({ network }: World, meeting: DatedMeeting): Block {
  const name = dayName(network.language, new Date(meeting.when.start), network.zone)
  return { tag: 'context', text: say(network.language, 'ahead.when', { day: name }) }
}
