/**
 * **Own lines**: up to three that a network adds to the Dimensieraamwerk. Teamleider or coach writes one, the
 * network sees it first, and one objection keeps it out; nobody learns whose.
 */
import { z } from 'zod'
import { dateOf, schoolDayAfter } from '../../calendar/calendar.ts'
import type { Field } from '../../contracts/form.ts'
import type { Block, Message } from '../../contracts/message.ts'
import type { Change, State } from '../../contracts/store.ts'
import { table } from '../../contracts/table.ts'
import { join, said, type Text } from '../../contracts/text.ts'
import type { LineItem } from '../../instrument/instrument.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Post, Scene, World } from '../feature.ts'
import { formOf, typedWords } from '../form.ts'
import { button, notSaved, word } from '../reply.ts'
import { feature } from './record.ts'

const ownLine = z.object({
  /** "own-1": the same in every round, so that its pictures can stand side by side. */
  id: z.string(),
  title: z.string(),
  explanation: z.string(),
  left: z.string(),
  right: z.string(),
  /** `in`: it was part of a round. `out`: somebody would rather not, or it was taken away. */
  state: z.enum(['proposed', 'in', 'out']),
  /** The day it was proposed. */
  since: z.iso.date(),
})

type OwnLine = Readonly<z.infer<typeof ownLine>>

export const ownLines = table<OwnLine>('own-line', ownLine)

const mostOwn = 3
/** School days that the network has to look at a line before it is asked. */
const lookDays = 3

const alive = (state: State): readonly OwnLine[] => ownLines.all(state).filter((each) => each.state !== 'out')

const roomForOwn = (state: State): boolean => alive(state).length < mostOwn

/** The lines that a round which opens now asks too, and that they are part of it. */
export function ownForRound({ calendar, network, now, state }: World): {
  readonly items: readonly LineItem[]
  readonly changes: readonly Change[]
} {
  const today = dateOf(now, network.zone)
  const seen = alive(state).filter(
    ({ state: stands, since }) => stands === 'in' || schoolDayAfter(calendar, since, lookDays) <= today,
  )
  return {
    items: seen.map(asItem),
    changes: seen.map((each) => ownLines.put({ ...each, state: 'in' })),
  }
}

function asItem({ id, title, explanation, left, right }: OwnLine): LineItem {
  const both = (words: string) => ({ nl: words, en: words })
  const hint = explanation === '' ? {} : { hint: both(explanation) }
  const source = 'The network itself, in its own words'
  return {
    id,
    type: 'line',
    own: true,
    text: both(title),
    ...hint,
    left: both(left),
    right: both(right),
    source,
  }
}

const fields = { title: 60, explanation: 150, left: 150, right: 150 } as const
type FieldId = keyof typeof fields
const fieldIds = Object.keys(fields) as readonly FieldId[]

/** Teamleider or coach writes a line. */
export const addOwn: Action = {
  for: 'lead',

  press(scene) {
    const { language, state } = scene
    if (!roomForOwn(state)) return { reply: word(language, say(language, 'own.three')) }
    const form = formOf(scene, {
      feature,
      action: 'own',
      title: label(language, 'own.add'),
      revision: ownLines.all(state).length,
      intro: [{ tag: 'paragraph', text: say(language, 'own.how') }],
      fields: fieldIds.map(
        (id): Field => ({
          tag: id === 'title' ? 'short' : 'long',
          id,
          label: label(language, id === 'title' ? 'own.name' : `own.${id}`),
          optional: id === 'explanation',
          most: fields[id],
        }),
      ),
    })
    return { reply: { kind: 'form', form } }
  },

  submit(scene, _about, { values }) {
    const { language, network, now, state } = scene
    const reply = word(language, say(language, 'own.proposed.you'))
    if (scene.again) return { reply }
    if (!roomForOwn(state)) return { reply: notSaved(say(language, 'own.three')) }
    const errors: Record<string, Text> = {}
    const written = fieldIds.map((id) => {
      const optional = id === 'explanation'
      const { words, error } = typedWords(language, values[id], { most: fields[id], optional })
      if (error) errors[id] = error
      return [id, words] as const
    })
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    const line: OwnLine = {
      id: `own-${ownLines.all(state).length + 1}`,
      ...(Object.fromEntries(written) as Record<FieldId, string>),
      state: 'proposed',
      since: dateOf(now, network.zone),
    }
    return {
      changes: [ownLines.put(line)],
      messages: [{ to: 'network', slot: slotOf(line), message: proposal(scene, line) }],
      reply,
    }
  },
}

/** A member would rather not be asked this. What could tell whose objection it was is forgotten at once. */
export const object: Action = {
  for: 'participant',
  press(scene, [id = '']) {
    const { language } = scene
    const line = ownLines.get(scene.state, id)
    const thanks = word(language, say(language, 'own.out.you'))
    if (!line) return { reply: word(language, say(language, 'err.old')) }
    if (line.state === 'out') return { reply: thanks }
    if (line.state === 'in') return { reply: word(language, say(language, 'own.late')) }
    return { changes: [ownLines.put({ ...line, state: 'out' })], forget: line.id, reply: thanks }
  },
}

/** Teamleider or coach takes lines away; pictures that were made stay. */
export const dropOwn: Action = {
  for: 'lead',
  press(scene) {
    const { language, state } = scene
    const options = alive(state).map(({ id, title }) => ({ value: id, label: [said(title)] }))
    if (options.length === 0) return { reply: word(language, say(language, 'own.none')) }
    const field: Field = {
      tag: 'choices',
      id: 'lines',
      label: label(language, 'own.which'),
      optional: false,
      options,
      most: mostOwn,
    }
    const title = label(language, 'own.title')
    const revision = ownLines.all(state).filter((each) => each.state === 'out').length
    return {
      reply: {
        kind: 'form',
        form: formOf(scene, { feature, action: 'drop', title, revision, fields: [field] }),
      },
    }
  },
  submit(scene, _about, { values }) {
    const { language, state } = scene
    const reply = word(language, say(language, 'own.dropped'))
    if (scene.again) return { reply }
    const chosen = [values.lines ?? []].flat()
    const gone = alive(state).filter(({ id }) => chosen.includes(id))
    if (gone.length === 0 || gone.length !== new Set(chosen).size)
      return { reply: { kind: 'errors', errors: { lines: say(language, 'err.choice') } } }
    return { changes: gone.map((each) => ownLines.put({ ...each, state: 'out' })), reply }
  },
}

const slotOf = ({ id }: OwnLine): string => `${feature}-${id}`

function proposal({ network }: World, line: OwnLine): Message {
  const { language } = network
  const { id, title, explanation, left, right, state } = line
  const text = say(language, 'own.proposed', { title: said(title) })
  const rather = button(network, feature, 'object', [id], {
    label: label(language, 'intro.no'),
    opens: 'nothing',
  })
  const after: Readonly<Record<OwnLine['state'], readonly Block[]>> = {
    proposed: [
      { tag: 'buttons', buttons: [rather] },
      { tag: 'context', text: say(language, 'own.object') },
    ],
    in: [{ tag: 'context', text: say(language, 'own.in') }],
    out: [{ tag: 'context', text: say(language, 'own.out') }],
  }
  const poles = [
    say(language, 'strip.left', { pole: said(left) }),
    say(language, 'strip.right', { pole: said(right) }),
  ]
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'paragraph', text },
      ...(explanation === '' ? [] : [{ tag: 'paragraph' as const, text: [said(explanation)] }]),
      { tag: 'paragraph', text: join(poles, '\n') },
      ...after[state],
    ],
  }
}

export const ownPosts = (world: World): readonly Post[] =>
  ownLines
    .all(world.state)
    .slice(-2 * mostOwn)
    .map((line) => ({
      ...{ to: 'network', slot: slotOf(line), message: proposal(world, line) },
      ...(line.state === 'proposed' && { over: false }),
    }))

/** What a teamleider or coach can do about own lines, beside the rest of `monitor`. */
export function ownButtons({ language, network, state }: Scene) {
  const does = (action: string, id: 'own.add' | 'own.drop') =>
    button(network, feature, action, [], { label: label(language, id), opens: 'form' })
  return [
    ...(roomForOwn(state) ? [does('own', 'own.add')] : []),
    ...(alive(state).length > 0 ? [does('drop', 'own.drop')] : []),
  ]
}
