/** What somebody can choose under a reminder instead of filling in. */
import { dateOf, momentOf, schoolDayAfter } from '../../calendar/calendar.ts'
import { type Member, members } from '../../network/member.ts'
import { newReminder, type Reminder, reminderFor, reminders } from '../../round/reminder.ts'
import type { Round } from '../../round/round.ts'
import { dayName } from '../../text/dates.ts'
import { say } from '../../text/say.ts'
import type { Outcome, Scene } from '../feature.ts'
import { word } from '../reply.ts'
import { finish, openRoundOf } from './answer.ts'
import { reminderKind } from './remind.ts'
import { closing } from './views.ts'

/** At half past twelve, when people look at their phone. */
const laterTime = '12:30'

interface Chosen {
  readonly round: Round
  readonly person: Member
  readonly reminder: Reminder
}

const choice =
  (choose: (scene: Scene, chosen: Chosen) => Outcome) =>
  (scene: Scene, [roundId = '']: readonly string[]): Outcome => {
    const round = openRoundOf(scene, roundId)
    const person = scene.member
    if (!round || !person) return { reply: word(scene.language, say(scene.language, 'err.closed')) }
    const reminder = reminderFor(scene.state, round.id, person.id) ?? newReminder(round.id, person.id)
    return choose(scene, { round, person, reminder })
  }

/** Once more, on the next school day; a second "later" gets the day until which it can be done. */
export const askLater = choice((scene, { round, reminder }) => {
  const { language, network, calendar, now } = scene
  const again = momentOf(schoolDayAfter(calendar, dateOf(now, network.zone), 1), laterTime, network.zone)
  const asked = scene.again
    ? !reminder.again
    : reminder.again !== undefined || again >= new Date(round.closes)
  if (reminder.repeated || asked)
    return {
      reply: word(language, say(language, 'remind.until', { day: closing(scene, round, language).day })),
    }
  const day = dayName(
    language,
    scene.again && reminder.again ? new Date(reminder.again) : again,
    network.zone,
  )
  return {
    changes: [reminders.put({ ...reminder, chosen: 'later', again: again.toISOString() })],
    reply: word(language, say(language, 'ask.later', { day })),
  }
})

export const skipRound = choice((scene, { round, person, reminder }) => ({
  changes: [...finish(scene, round, person), reminders.put({ ...reminder, chosen: 'skip' })],
  reply: word(scene.language, say(scene.language, 'ask.skip')),
}))

export const stopAsking = choice((scene, { person, reminder }) => ({
  changes: [
    members.put({ ...person, stopped: [...new Set([...person.stopped, reminderKind])] }),
    reminders.put({ ...reminder, chosen: 'stop' }),
  ],
  reply: word(scene.language, say(scene.language, 'ask.stop')),
}))

/** Back from "stop asking". */
export function askAgain({ member, language }: Scene): Outcome {
  if (!member) return {}
  const stopped = member.stopped.filter((kind) => kind !== reminderKind)
  return { changes: [members.put({ ...member, stopped })], reply: word(language, say(language, 'ask.back')) }
}
