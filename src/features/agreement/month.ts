/**
 * In the summary of a month: what worked out, and the newest of what still runs. Without owners: it tells of the network, and
 * of what was let go it says nothing.
 */
import { type Agreement, agreements, runs } from '../../agreement/agreement.ts'
import { dateOf } from '../../calendar/calendar.ts'
import { said, type Text } from '../../contracts/text.ts'
import { dateName } from '../../text/dates.ts'
import { say } from '../../text/say.ts'
import type { MonthLine, World } from '../feature.ts'
import { newestOf } from './source.ts'

export function monthOfAgreements({ network, now, state }: World): readonly MonthLine[] {
  const { language } = network
  const today = dateOf(now, network.zone)
  const all = agreements.all(state)
  return [
    ...all
      .filter((each) => each.state === 'done')
      .map(({ id, words }): MonthLine => {
        const text = say(language, 'month.done', { agreement: said(words) })
        return { id: `done-${id}`, section: 'proud', quote: false, text }
      }),
    ...newestOf(all.filter(runs)).map((each): MonthLine => {
      return { id: `agreed-${each.id}`, section: 'agreed', quote: false, text: running(each) }
    }),
  ]

  function running({ words, date, state: stands }: Agreement): Text {
    // Repeated month after month, a day that has passed would read as a reproach.
    const passed = date !== undefined && date < today
    const agreement =
      date && !passed
        ? say(language, 'month.by', { agreement: said(words), when: dateName(language, date) })
        : [said(words)]
    return passed || stands === 'carried' ? say(language, 'month.runs', { agreement }) : agreement
  }
}
