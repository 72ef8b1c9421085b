/** Moving a meeting, alone or with all later ones of its series, and cancelling one. */
import { dateOf, schoolDayAfter } from '../../calendar/calendar.ts'
import { daysBetween, plusDays } from '../../calendar/day.ts'
import type { Field, Form } from '../../contracts/form.ts'
import type { Change } from '../../contracts/store.ts'
import { join, plain, type Text } from '../../contracts/text.ts'
import { comingMeetings, type Meeting, meetings } from '../../meeting/meeting.ts'
import { between, checkTimes } from '../../meeting/times.ts'
import { whenText } from '../../meeting/words.ts'
import { dayName, timeName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { oneLine, word } from '../reply.ts'
import { timeFields } from './plan.ts'

const revisionOf = (scene: Scene) =>
  meetings.all(scene.state).reduce((sum, { revision }) => sum + revision, 0)

const chosen = (scene: Scene, value: unknown): Meeting | undefined =>
  comingMeetings(scene.state, scene.now).find(({ id }) => id === value)

function which(scene: Scene): Field {
  const { language, state, now } = scene
  const coming = comingMeetings(state, now)
  return {
    tag: 'choice',
    id: 'meeting',
    label: label(language, 'plan.which'),
    optional: false,
    options: coming.map((each) => ({ value: each.id, label: plain(whenText(scene, each, language)) })),
    ...(coming[0] && { value: coming[0].id }),
  }
}

function nothingComing(scene: Scene): Outcome | undefined {
  if (comingMeetings(scene.state, scene.now).length > 0) return undefined
  return { reply: word(scene.language, say(scene.language, 'plan.none')) }
}

function moveForm(scene: Scene): Form {
  const { language, network, state, now } = scene
  const [first] = comingMeetings(state, now)
  const clock = (instant: string | undefined, fallback: string) =>
    instant ? timeName('en', new Date(instant), network.zone) : fallback
  return formOf(scene, {
    feature: 'meeting',
    action: 'move',
    title: label(language, 'plan.title'),
    revision: revisionOf(scene),
    fields: [
      which(scene),
      {
        tag: 'date',
        id: 'date',
        label: label(language, 'plan.day'),
        optional: false,
        from: dateOf(now, network.zone),
      },
      ...timeFields(scene, clock(first?.when?.start, '15:30'), clock(first?.when?.end, '17:00')),
      {
        tag: 'choice',
        id: 'how',
        label: label(language, 'plan.how.many'),
        optional: false,
        value: 'only',
        options: optionsOf(language, { only: 'plan.only', all: 'plan.all' }),
      },
    ],
  })
}

export const moveMeeting: Action = {
  for: 'lead',
  press: (scene) => nothingComing(scene) ?? { reply: { kind: 'form', form: moveForm(scene) } },
  submit(scene, _about, { values }) {
    const { language } = scene
    if (scene.again) return { reply: word(language, say(language, 'plan.noted')) }
    const meeting = chosen(scene, values.meeting)
    const { date, errors, ...times } = checkTimes(scene, values, true)
    const wrong = { ...errors, ...(meeting ? {} : { meeting: say(language, 'err.choice') }) }
    if (!meeting || !date || Object.keys(wrong).length > 0)
      return { reply: { kind: 'errors', errors: wrong } }
    const moved =
      values.how === 'all' ? withLater(scene, meeting, date, times) : [moveTo(scene, meeting, date, times)]
    return told(
      scene,
      moved.map(({ after }) => meetings.put(after)),
      join(
        moved.map(({ line }) => line),
        ' ',
      ),
    )
  },
}

type Times = Parameters<typeof between>[2]

function moveTo(scene: Scene, meeting: Meeting, date: string, times: Times) {
  const { language } = scene.network
  const after: Meeting = {
    ...meeting,
    when: between(scene, date, times),
    announced: false,
    revision: meeting.revision + 1,
  }
  const name = (each: Meeting): Text => whenText(scene, each, language)
  return { after, line: say(language, 'plan.moved', { old: name(meeting), new: name(after) }) }
}

/** All later ones of the series move by as many days, around days without school. */
function withLater(scene: Scene, meeting: Meeting, date: string, times: Times) {
  const { network, state, now, calendar } = scene
  const dayOf = (each: Meeting) => dateOf(new Date(each.when?.start ?? now), network.zone)
  const days = daysBetween(dayOf(meeting), date)
  const later = comingMeetings(state, now).filter(
    (each) =>
      each.series === meeting.series && each.id !== meeting.id && each.when && dayOf(each) > dayOf(meeting),
  )
  return [
    moveTo(scene, meeting, date, times),
    ...later.map((each) => {
      const wished = plusDays(dayOf(each), days)
      return moveTo(scene, each, schoolDayAfter(calendar, wished, 0), times)
    }),
  ]
}

export const cancelMeeting: Action = {
  for: 'lead',
  press(scene) {
    const title = label(scene.language, 'plan.cancel')
    const form = formOf(scene, {
      feature: 'meeting',
      action: 'cancel',
      title,
      revision: revisionOf(scene),
      fields: [which(scene)],
    })
    return nothingComing(scene) ?? { reply: { kind: 'form', form } }
  },
  submit(scene, _about, { values }) {
    const { language, network } = scene
    if (scene.again) return { reply: word(language, say(language, 'plan.noted')) }
    const meeting = chosen(scene, values.meeting)
    if (!meeting) return { reply: { kind: 'errors', errors: { meeting: say(language, 'err.choice') } } }
    const off = meetings.put({ ...meeting, state: 'off', revision: meeting.revision + 1 })
    const day = meeting.when && dayName(network.language, new Date(meeting.when.start), network.zone)
    return told(
      scene,
      [off],
      day ? say(network.language, 'plan.off', { day }) : say(network.language, 'plan.off.undated'),
    )
  },
}

function told({ network, language }: Scene, changes: readonly Change[], text: Text): Outcome {
  return {
    changes,
    messages: [{ to: 'network', message: oneLine(network.language, text) }],
    reply: word(language, say(language, 'plan.noted')),
  }
}
