/** How a meeting reads. */
import type { Language, Text } from '../../contracts/text.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { dayName, timeName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { World } from '../feature.ts'

/** "maandag 7 december, 15:30 uur tot 17:00 uur". */
export function whenText({ network }: World, meeting: Meeting, language: Language): Text {
  if (!meeting.when) return label(language, 'plan.undated')
  const [start, end] = [new Date(meeting.when.start), new Date(meeting.when.end)]
  return say(language, 'plan.when', {
    day: dayName(language, start, network.zone),
    from: timeName(language, start, network.zone),
    until: timeName(language, end, network.zone),
  })
}
