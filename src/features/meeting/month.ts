/** In the summary of a month: the meetings that were, and the next ones. */
import { comingMeetings, datedMeetings } from '../../meeting/meeting.ts'
import { whenText } from '../../meeting/words.ts'
import { rounds } from '../../round/round.ts'
import { dayName } from '../../text/dates.ts'
import { say } from '../../text/say.ts'
import type { MonthLine, Period, World } from '../feature.ts'

/** Further ahead is no news. */
const mostComing = 2
/** Some meetings turn out to have been one only afterwards; what was told before is not told again. */
const mostLate = 14 * 86_400_000

export function monthOfMeetings(world: World, { from, until }: Period): readonly MonthLine[] {
  const { network, now, state } = world
  const { language, zone } = network
  const since = Date.parse(from) - mostLate
  const held = datedMeetings(state).filter(({ when }) => since <= Date.parse(when.end) && when.end < until)
  const lookedBackOn = (id: string) =>
    rounds.all(state).some(({ about, result = [] }) => about === id && result.length > 0)
  const coming = comingMeetings(state, now).filter(({ when }) => when)
  return [
    ...held.map(({ id, when }): MonthLine => {
      const day = dayName(language, new Date(when.start), zone)
      return {
        id: `met-${id}`,
        section: 'did',
        at: when.start,
        quote: false,
        text: say(language, lookedBackOn(id) ? 'month.met.back' : 'month.met', { day }),
      }
    }),
    ...coming.slice(0, mostComing).map((each): MonthLine => {
      const text = say(language, 'month.next', { when: whenText(world, each, language) })
      return { id: `next-${each.id}`, section: 'next', quote: false, text }
    }),
  ]
}
