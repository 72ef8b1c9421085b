/** Planning: a meeting, or a series whose days are ticked in a second step. */
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Submit } from '../../contracts/incoming.ts'
import type { Reply } from '../../contracts/reply.ts'
import { type Meeting, meetings, newMeetings } from '../../meeting/meeting.ts'
import { mostMeetings, type Repeat, seriesDates } from '../../meeting/series.ts'
import { between, checkTimes } from '../../meeting/times.ts'
import { plannedText, repeatTexts } from '../../meeting/words.ts'
import { type Draft, draftId, drafts } from '../../network/draft.ts'
import { dateName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { oneLine, word } from '../reply.ts'

const repeats = { once: 'plan.once', ...repeatTexts } as const satisfies Readonly<Record<Repeat, string>>
const lookBacks = { form: 'plan.back.form', aloud: 'plan.back.aloud' } as const

const draftOf = (scene: Scene): Draft => {
  const id = draftId('meeting/plan', scene.account)
  return drafts.get(scene.state, id) ?? { id, values: {}, revision: 0 }
}

export const planMeeting: Action = {
  for: 'lead',
  press: (scene) => ({ reply: { kind: 'form', form: firstStep(scene, draftOf(scene)) } }),
  submit(scene, _about, submit) {
    const draft = draftOf(scene)
    if (scene.again) return { reply: onceMore(scene, draft, submit) }
    if (submit.button === 'back') return { reply: { kind: 'form', form: firstStep(scene, draft) } }
    return submit.step === 1 ? firstSent(scene, draft, submit) : datesSent(scene, draft, submit)
  },
}

/** The first step of a series that is not planned yet leads to its days again; anything else is noted. */
function onceMore(scene: Scene, draft: Draft, { step }: Submit): Reply {
  const halfway = step === 1 && draft.values.repeat !== undefined
  if (halfway) return { kind: 'form', form: secondStep(scene, draft) }
  return word(scene.language, say(scene.language, 'plan.noted'))
}

function firstSent(scene: Scene, draft: Draft, { values }: Submit): Outcome {
  const { language } = scene
  const { date, errors, ...times } = checkTimes(
    scene,
    values,
    values.repeat !== 'once' && values.repeat !== undefined,
  )
  const repeat = values.repeat ?? 'once'
  const wrong = {
    ...errors,
    ...(isRepeat(repeat) ? {} : { repeat: say(language, 'err.choice') }),
    ...(isLookBack(values.back ?? 'form') ? {} : { back: say(language, 'err.choice') }),
  }
  if (Object.keys(wrong).length > 0) return { reply: { kind: 'errors', errors: wrong } }
  if (repeat === 'once' || !date || !isRepeat(repeat))
    return save(scene, draft, date ? [date] : [undefined], values, times)
  const next: Draft = { ...draft, values, revision: draft.revision + 1 }
  return { changes: [drafts.put(next)], reply: { kind: 'form', form: secondStep(scene, next) } }
}

function datesSent(scene: Scene, draft: Draft, { values }: Submit): Outcome {
  const { language } = scene
  const offered = new Set(offeredDates(scene, draft))
  const dates = [...new Set([values.dates ?? []].flat())].sort()
  const { errors, ...times } = checkTimes(scene, draft.values, true)
  if (dates.length === 0 || !dates.every((date) => offered.has(date))) {
    const error = say(language, dates.length === 0 ? 'err.none' : 'err.choice')
    return { reply: { kind: 'errors', errors: { dates: error } } }
  }
  if (Object.keys(errors).length > 0) return { reply: { kind: 'form', form: firstStep(scene, draft) } }
  return save(scene, draft, dates, draft.values, times)
}

function offeredDates(scene: Scene, { values }: Draft): readonly string[] {
  const { date, repeat } = values
  const known =
    typeof date === 'string' && isRepeat(repeat ?? '') ? { date, repeat: repeat as Repeat } : undefined
  return known ? seriesDates(scene.calendar, known.date, known.repeat) : []
}

const isRepeat = (value: Values[string]): value is Repeat =>
  typeof value === 'string' && Object.hasOwn(repeats, value)
const isLookBack = (value: Values[string]): value is Meeting['lookBack'] =>
  value === 'form' || value === 'aloud'

function save(
  scene: Scene,
  draft: Draft,
  dates: readonly (string | undefined)[],
  values: Values,
  times: Pick<ReturnType<typeof checkTimes>, 'from' | 'until'>,
): Outcome {
  const { language, network } = scene
  const lookBack = isLookBack(values.back ?? '') && values.back === 'aloud' ? 'aloud' : 'form'
  const moments = dates.map((date) => (date ? between(scene, date, times) : undefined))
  const made = newMeetings(moments, lookBack, scene.newId)
  const text = plannedText(scene, made, network.language)
  return {
    changes: [...made.map(meetings.put), drafts.put({ ...draft, values: {}, revision: draft.revision + 1 })],
    messages: [{ to: 'network', message: oneLine(network.language, text) }],
    reply: word(language, say(language, 'plan.noted')),
  }
}

function firstStep(scene: Scene, { values, revision }: Draft): Form {
  const { language } = scene
  const one = (id: string, fallback: string) => ({
    value: typeof values[id] === 'string' ? values[id] : fallback,
  })
  return formOf(scene, {
    feature: 'meeting',
    action: 'plan',
    title: label(language, 'plan.title'),
    revision,
    fields: [
      {
        tag: 'date',
        id: 'date',
        label: label(language, 'plan.date'),
        optional: true,
        ...(values.date && one('date', '')),
      },
      ...timeFields(scene, one('from', '15:30').value, one('until', '17:00').value),
      {
        tag: 'choice',
        id: 'repeat',
        label: label(language, 'plan.repeat'),
        optional: false,
        options: optionsOf(language, repeats),
        ...one('repeat', 'once'),
      },
      {
        tag: 'choice',
        id: 'back',
        label: label(language, 'plan.back'),
        optional: false,
        options: optionsOf(language, lookBacks),
        ...one('back', 'form'),
      },
    ],
  })
}

export const timeFields = ({ language }: Scene, from: string, until: string): readonly Field[] => [
  { tag: 'time', id: 'from', label: label(language, 'plan.from'), optional: false, value: from },
  { tag: 'time', id: 'until', label: label(language, 'plan.until'), optional: false, value: until },
]

function secondStep(scene: Scene, draft: Draft): Form {
  const { language } = scene
  const dates = offeredDates(scene, draft)
  return formOf(scene, {
    feature: 'meeting',
    action: 'plan',
    title: label(language, 'plan.title'),
    revision: draft.revision,
    step: 2,
    steps: 2,
    fields: [
      {
        tag: 'choices',
        id: 'dates',
        label: label(language, 'plan.dates'),
        optional: false,
        value: dates,
        options: dates.map((date) => ({ value: date, label: dateName(language, date) })),
        most: mostMeetings,
      },
    ],
  })
}
