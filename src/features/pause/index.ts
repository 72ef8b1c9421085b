/** **Pause**: quiet until a day, for oneself or for the whole network, and back by itself. */
import { z } from 'zod'
import { dateOf } from '../../calendar/calendar.ts'
import { plusDays, plusMonths } from '../../calendar/day.ts'
import type { Field } from '../../contracts/form.ts'
import type { Text } from '../../contracts/text.ts'
import { type Member, members } from '../../network/member.ts'
import { type Network, networks } from '../../network/network.ts'
import { may } from '../../network/rights.ts'
import { dateName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Feature, Outcome, Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { button, oneLine, word } from '../reply.ts'

const leads = ({ member }: Scene): boolean => may(member, 'teamleider')
const today = ({ now, network }: Scene) => dateOf(now, network.zone)

/** The day is the first one on which the bot is back: later than today and within a year. */
function checkDay(scene: Scene, date: string): Text | undefined {
  const { language } = scene
  if (!z.iso.date().safeParse(date).success) return say(language, 'err.date')
  if (date <= today(scene)) return say(language, 'err.past')
  return date > plusMonths(today(scene), 12) ? say(language, 'err.far') : undefined
}

const pauseAction: Action = {
  for: 'network',
  press: (scene) => ({
    reply: {
      kind: 'form',
      form: formOf(scene, {
        feature: 'pause',
        action: 'until',
        title: label(scene.language, 'pause.title'),
        revision: scene.member?.revision ?? 0,
        fields: fields(scene),
      }),
    },
  }),
  submit(scene, _about, { values }) {
    const date = typeof values.until === 'string' && values.until !== '' ? values.until : undefined
    const wrong = date === undefined ? undefined : checkDay(scene, date)
    if (wrong) return { reply: { kind: 'errors', errors: { until: wrong } } }
    return values.for === 'network' && leads(scene) ? restAll(scene, date) : rest(scene, date)
  },
}

function fields(scene: Scene): readonly Field[] {
  const { language } = scene
  const who: Field = {
    tag: 'choice',
    id: 'for',
    label: label(language, 'pause.for'),
    optional: false,
    value: 'me',
    options: optionsOf(language, { me: 'pause.me', network: 'pause.network' }),
  }
  const until: Field = {
    tag: 'date',
    id: 'until',
    label: label(language, 'pause.until'),
    optional: true,
    from: today(scene),
    ...(scene.member?.paused && { value: scene.member.paused }),
  }
  return leads(scene) ? [until, who] : [until]
}

function rest(scene: Scene, date: string | undefined): Outcome {
  const { language, member } = scene
  if (!member) return {}
  const { paused: _paused, ...awake } = member
  const changed: Member = { ...awake, revision: member.revision + 1, ...(date && { paused: date }) }
  return { changes: [members.put(changed)], reply: word(language, told(scene, date)) }
}

/** The days of the pause count as days off, so everything that was planned moves by itself. */
function restAll(scene: Scene, date: string | undefined): Outcome {
  const { language, network } = scene
  const { pause: _pause, ...awake } = network
  const changed: Network = {
    ...awake,
    ...(date && { pause: { from: today(scene), until: plusDays(date, -1) } }),
  }
  const text = date
    ? say(network.language, 'pause.channel', { day: dateName(network.language, date) })
    : say(network.language, 'pause.ended')
  return {
    changes: [networks.put(changed)],
    messages: [{ to: 'network', message: oneLine(network.language, text) }],
    reply: word(language, told(scene, date)),
  }
}

const told = ({ language }: Scene, date: string | undefined): Text =>
  date ? say(language, 'pause.done', { day: dateName(language, date) }) : say(language, 'pause.over')

/** "pauze 2027-01-12", "pauze tot 12-1-2027". */
function dayIn(words: string): string | undefined {
  const [, year, month, day] = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(words) ?? []
  const [, d, m, y] = /(\d{1,2})[-/](\d{1,2})[-/](\d{4})/.exec(words) ?? []
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  if (year) return `${year}-${two(month)}-${two(day)}`
  return y ? `${y}-${two(m)}-${two(d)}` : undefined
}

export const pause: Feature = {
  name: 'pause',
  commands: [
    {
      words: { nl: 'pauze', en: 'pause' },
      for: 'network',
      help: 'pause.help',
      helpFor: (scene) => (leads(scene) ? 'pause.help.lead' : 'pause.help'),
      run(scene, words) {
        const { language, network } = scene
        const date = dayIn(words)
        const open = button(network, 'pause', 'until', [], {
          label: label(language, 'pause.title'),
          opens: 'form',
          primary: true,
        })
        if (date === undefined) return { reply: word(language, say(language, 'pause.open'), [open]) }
        const wrong = checkDay(scene, date)
        return wrong ? { reply: word(language, wrong, [open]) } : rest(scene, date)
      },
    },
  ],
  actions: { until: pauseAction },
  waiting(scene) {
    const { language, member, network } = scene
    const again = button(network, 'pause', 'until', [], {
      label: label(language, 'agree.change'),
      opens: 'form',
    })
    const mine = member?.paused && member.paused > today(scene) ? member.paused : undefined
    const ours = network.pause && network.pause.until >= today(scene) ? network.pause.until : undefined
    return [
      ...(mine
        ? [{ text: say(language, 'open.paused', { day: dateName(language, mine) }), button: again }]
        : []),
      ...(ours
        ? [{ text: say(language, 'open.network.paused', { day: dateName(language, plusDays(ours, 1)) }) }]
        : []),
    ]
  },
}
