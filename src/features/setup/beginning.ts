/** The last step of a start: who coaches, and the first year's meetings, if they are known already. */
import type { Values } from '../../contracts/form.ts'
import type { Text } from '../../contracts/text.ts'
import { type Meeting, newMeetings } from '../../meeting/meeting.ts'
import { type Repeat, seriesDates } from '../../meeting/series.ts'
import { between, checkTimes } from '../../meeting/times.ts'
import { plannedText } from '../../meeting/words.ts'
import { networkCalendar } from '../../network/network.ts'
import { posts } from '../../network/parcel.ts'
import { say } from '../../text/say.ts'
import type { Outgoing, Scene, World } from '../feature.ts'
import { oneOf } from '../form.ts'
import { oneLine } from '../reply.ts'
import type { Errors, Settings } from './check.ts'
import { coaches, rhythms } from './form.ts'

export interface Beginning {
  readonly coach: keyof typeof coaches
  readonly meetings: readonly Meeting[]
}

/** Nothing filled in is fine; half of it is said beside the field. */
export function checkBeginning(
  scene: Scene,
  settings: Settings,
  values: Values,
): { beginning?: Beginning; errors: Errors } {
  const { language } = scene
  const coach = oneOf(coaches, values.coach || 'none')
  const rhythm = oneOf(rhythms, values.rhythm || 'none')
  const errors: Record<string, Text> = {}
  if (!coach) errors.coach = say(language, 'err.choice')
  if (!rhythm) errors.rhythm = say(language, 'err.choice')
  if (rhythm === 'none' && values.date) errors.rhythm = say(language, 'err.rhythm')
  if (!coach || !rhythm || errors.rhythm) return { errors }
  if (rhythm === 'none') return { beginning: { coach, meetings: [] }, errors }
  const planned = planYear(scene, settings, values, rhythm)
  return 'errors' in planned ? planned : { beginning: { coach, meetings: planned.meetings }, errors }
}

/** All meetings of the year, around the holidays that were filled in two steps ago. */
function planYear(
  scene: Scene,
  settings: Settings,
  values: Values,
  rhythm: Exclude<Repeat, 'once'>,
): { meetings: readonly Meeting[] } | { errors: Errors } {
  const { language, now, holidays } = scene
  const asking = { language, now, network: settings }
  const { date, errors, ...times } = checkTimes(asking, values, true)
  if (!date || Object.keys(errors).length > 0) return { errors }
  const calendar = networkCalendar(holidays, settings)
  if (!calendar.isSchoolDay(date)) return { errors: { date: say(language, 'err.holiday') } }
  const moments = seriesDates(calendar, date, rhythm).map((each) => between(asking, each, times))
  return { meetings: newMeetings(moments, 'form', scene.newId) }
}

const slot = 'setup-rhythm'

const post = (language: Settings['language'], text: Text): Outgoing => ({
  to: 'network',
  slot,
  message: oneLine(language, text),
})

/** The channel hears which days were planned. */
export const plannedPosts = ({ zone, language }: Settings, { meetings }: Beginning): readonly Outgoing[] =>
  meetings.length > 0 ? [post(language, plannedText({ network: { zone } }, meetings, language))] : []

/** What stands there after undoing. */
export function unplannedPosts({ state, network }: World): readonly Outgoing[] {
  const stands = posts.all(state).some(({ id }) => id.startsWith(`${slot} `))
  return stands ? [post(network.language, say(network.language, 'setup.unplanned'))] : []
}
