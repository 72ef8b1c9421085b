/** A week before a proposed moment: teamleider and coach hear of it, and whoever answers first decides for both. */
import { z } from 'zod'
import { dateOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import type { Block, Message } from '../../contracts/message.ts'
import type { Language, Text } from '../../contracts/text.ts'
import { dayName } from '../../text/dates.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, Outcome, Post, Scene, World } from '../feature.ts'
import { formOf } from '../form.ts'
import { button, notSaved as notKept, word } from '../reply.ts'
import { leads } from './ahead.ts'
import { comingMoments, type Moment, moments, nextProposal } from './moments.ts'
import { feature } from './record.ts'

const slotOf = ({ id }: Moment): string => `${feature}-head-${id}`
/** As far ahead as somebody can see, and still within the school year for most. */
const mostDays = 120

export const dayOf = (language: Language, date: string): string =>
  dayName(language, new Date(`${date}T12:00:00Z`), 'UTC')

export function tellHead(world: World, about: string): Outcome {
  const next = nextProposal(world)
  if (next?.id !== about) return {}
  const told: Moment = { ...next, state: 'told', revision: 0 }
  return {
    changes: [moments.put(told)],
    messages: leads(world).map(({ id, language }) => ({
      to: { member: id },
      slot: slotOf(told),
      message: headMessage(world, told, language),
    })),
  }
}

/** With its buttons until somebody chose; then with what was chosen. */
function headMessage({ network }: World, each: Moment, language: Language): Message {
  const text = say(language, 'dsl.head', { date: dayOf(language, each.date) })
  const choose = (action: string, id: PlainTextId, opens: 'form' | 'nothing') =>
    button(network, feature, action, [each.id, String(each.revision)], { label: label(language, id), opens })
  const ways: Block = {
    tag: 'buttons',
    buttons: [
      choose('fine', 'dsl.head.fine', 'nothing'),
      choose('move', 'plan.move', 'form'),
      choose('off', 'intro.no', 'nothing'),
    ],
  }
  const block: Block = each.state === 'told' ? ways : { tag: 'context', text: chosen(language, each) }
  return { language, summary: text, blocks: [{ tag: 'paragraph', text }, block] }
}

const chosen = (language: Language, { state, date }: Moment): Text =>
  state === 'off'
    ? say(language, 'dsl.head.off')
    : say(language, 'dsl.head.on', { date: dayOf(language, date) })

/** A moment that can still be changed by this button; or what was chosen meanwhile. */
function standing(
  scene: Scene,
  [id = '', revision = '']: readonly string[],
): { readonly found?: Moment; readonly why?: Text } {
  const { language, network, state } = scene
  const found = moments.get(state, id)
  if (!found) return { why: say(language, 'err.old') }
  const old = !scene.again && String(found.revision) !== revision
  const over = found.state !== 'off' && !comingMoments(state, network.zone).some((each) => each.id === id)
  return {
    found,
    ...((old || over) && { why: over ? say(language, 'err.closed') : chosen(language, found) }),
  }
}

const decide = (state: 'fine' | 'off'): Action => ({
  for: 'lead',
  press(scene, about) {
    const { found, why } = standing(scene, about)
    if (!found || why) return { reply: word(scene.language, why ?? '') }
    const next: Moment = { ...found, state, revision: found.revision + 1 }
    return { changes: [moments.put(next)], reply: word(scene.language, chosen(scene.language, next)) }
  },
})

export const fine = decide('fine')
export const off = decide('off')

export const move: Action = {
  for: 'lead',
  press(scene, about) {
    const { language, network, now } = scene
    const { found, why } = standing(scene, about)
    if (!found || why) return { reply: word(language, why ?? '') }
    const today = dateOf(now, network.zone)
    const field = {
      tag: 'date',
      id: 'date',
      label: label(language, 'dsl.head.date'),
      hint: label(language, 'dsl.head.hint'),
      optional: false,
      value: found.date,
      from: plusDays(today, 1),
      until: plusDays(today, mostDays),
    } as const
    const title = label(language, 'dsl.name')
    const form = formOf(scene, {
      feature,
      action: 'move',
      about,
      title,
      revision: found.revision,
      fields: [field],
    })
    return { reply: { kind: 'form', form } }
  },
  submit(scene, about, { values }) {
    const { language } = scene
    const { found, why } = standing(scene, about)
    if (!found || why) return { reply: notKept(why ?? '') }
    const { date, error } = checkDay(scene, values.date)
    if (!date) return { reply: { kind: 'errors', errors: { date: error ?? '' } } }
    const next: Moment = { ...found, date, state: 'fine', revision: found.revision + 1 }
    return { changes: [moments.put(next)], reply: word(language, chosen(language, next)) }
  },
}

function checkDay({ calendar, language, network, now }: Scene, typed: unknown) {
  const date = z.iso.date().safeParse(typed).data
  const today = dateOf(now, network.zone)
  if (!date) return { error: say(language, 'err.date') }
  if (date <= today) return { error: say(language, 'dsl.head.tomorrow') }
  if (date > plusDays(today, mostDays)) return { error: say(language, 'dsl.head.far') }
  return calendar.isSchoolDay(date) ? { date } : { error: say(language, 'dsl.head.free') }
}

export const headPosts = (world: World): readonly Post[] =>
  moments
    .all(world.state)
    .slice(-2)
    .flatMap((each) =>
      leads(world).map(({ id, language }) => ({
        to: { member: id },
        slot: slotOf(each),
        message: headMessage(world, each, language),
      })),
    )
