/** On which days the channel has room for a card. It gives way to everything else that is sure to come. */
import { dateOf, inSchoolHours, schoolDayAfter, schoolDayBefore } from '../../calendar/calendar.ts'
import { weekOf } from '../../calendar/day.ts'
import {
  afterMeeting,
  answerDays,
  type DatedMeeting,
  datedMeetings,
  lookBackAsk,
} from '../../meeting/meeting.ts'
import { asks, hasRoom } from '../../network/attention.ts'
import { rounds } from '../../round/round.ts'
import { summaryDays } from '../../summary/summary.ts'
import type { World } from '../feature.ts'

/** The days of posts in the channel around a meeting: the word before it, looking back, what came of that. */
function around({ state, calendar, network }: World, { id, when, announced, lookBack }: DatedMeeting) {
  const dayOf = (moment: Date) => dateOf(inSchoolHours(calendar, moment, network.zone), network.zone)
  const before = schoolDayBefore(calendar, dateOf(new Date(when.start), network.zone))
  const asked = dayOf(new Date(new Date(when.end).getTime() + afterMeeting))
  const looking = lookBack === 'form' && !asks.get(state, lookBackAsk(id))
  return [
    ...(announced ? [] : [before]),
    ...(looking ? [asked, schoolDayAfter(calendar, asked, answerDays)] : []),
  ]
}

function comingPosts(world: World): readonly string[] {
  const { state, network, calendar, now } = world
  const today = dateOf(now, network.zone)
  const closing = rounds
    .all(state)
    .filter((each) => each.state === 'open')
    .map(({ closes }) => dateOf(new Date(closes), network.zone))
  return [
    ...datedMeetings(state).flatMap((each) => around(world, each)),
    ...closing,
    ...summaryDays(state, calendar, today),
  ].filter((date) => date >= today)
}

export function roomForCard(world: World): (date: string) => boolean {
  const coming = comingPosts(world)
  return (date) =>
    !coming.includes(date) &&
    hasRoom(world.state, 'channel', date, coming.filter((each) => weekOf(each) === weekOf(date)).length)
}
