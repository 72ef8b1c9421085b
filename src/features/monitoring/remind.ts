/** How somebody is reminded to place their crosses: on the fourth and the eighth school day (storyboard 4.6). */
import { dateOf, schoolDayAfter } from '../../calendar/calendar.ts'
import { say } from '../../text/say.ts'
import type { Reminding } from '../remind.ts'
import { closing, fillIn } from '../round-life.ts'
import { finish } from './answer.ts'
import { feature } from './record.ts'

export const reminding: Reminding = {
  feature,
  dates({ calendar, network }, { opened }) {
    const day = dateOf(new Date(opened), network.zone)
    return [4, 8].map((count) => schoolDayAfter(calendar, day, count))
  },
  text: (world, round, { language }) => say(language, 'dsl.rem', closing(world, round, language)),
  fillIn: (world, round, { language }) => fillIn(world, round, language),
  finish,
  stopped: 'dsl.stopped',
  back: 'dsl.back',
}
