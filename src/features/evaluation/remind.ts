/** How somebody is reminded to look back on a meeting: once, on the school day before it closes (storyboard 3.3). */
import { dateOf, schoolDayAfter, schoolDayBefore } from '../../calendar/calendar.ts'
import { say } from '../../text/say.ts'
import type { Reminding } from '../remind.ts'
import { closing, fillIn } from '../round-life.ts'
import { finish } from './answer.ts'
import { meetingDayOf } from './views.ts'

export const reminding: Reminding = {
  feature: 'evaluation',
  dates({ calendar, network }, { closes, opened }) {
    const before = schoolDayBefore(calendar, dateOf(new Date(closes), network.zone))
    // A pause of the network may lie in between: never on the day of the invitation.
    const first = schoolDayAfter(calendar, dateOf(new Date(opened), network.zone), 1)
    return [before > first ? before : first]
  },
  text: (world, round, { language }) =>
    say(language, 'remind.form', {
      ...closing(world, round, language),
      meeting: meetingDayOf(world, round, language),
    }),
  fillIn: (world, round, { language }) => fillIn(world, round, language),
  finish,
  stopped: 'open.stopped',
  back: 'ask.back',
}
