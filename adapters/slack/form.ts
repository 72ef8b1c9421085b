/** Forms as modals: every field as an input, and the way back and past it inside, because a modal has only two buttons. */
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Form } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Language } from '../../src/contracts/text.ts'
import { button, plainText, type SlackBlock, small } from './blocks.ts'
import { renderField } from './field.ts'
import { limits, shorten, within } from './limits.ts'
import { renderMessage, type Surroundings } from './render.ts'
import { words } from './words.ts'

export const formView = 'form'
const wordView = 'word'
const doneView = 'done'
/** The `action_id` of back and skip. */
export const stepAction = 'step'

/** What travels with a modal and comes back with it: what it is about, and where it was opened. */
export interface Luggage {
  readonly ref?: string
  readonly step: number
  readonly revision: number
  readonly place: Place
  readonly language: Language
}

const luggage: z.ZodType<Luggage> = z.object({
  ref: z.string().exactOptional(),
  step: z.int().min(1),
  revision: z.int().min(0),
  language: z.enum(['nl', 'en']),
  place: z.object({
    platform: z.literal('slack'),
    tenant: z.string(),
    id: z.string(),
    kind: z.enum(['channel', 'private']),
    name: z.string().exactOptional(),
  }),
})

/** `undefined` for anything that this adapter cannot have packed. */
export function unpack(metadata: string): Luggage | undefined {
  try {
    return luggage.safeParse(JSON.parse(metadata)).data
  } catch {
    return undefined
  }
}

const pack = (held: Luggage): string => {
  const whole = JSON.stringify(held)
  if (whole.length <= limits.metadata) return whole
  const { name, ...place } = held.place
  return JSON.stringify({ ...held, place: { ...place, name: shorten(name ?? '', 50) } })
}

const plainAround = (language: Language): Surroundings => ({
  language,
  pictures: new Map(),
  file: words[language].privateFile,
})

/** The modal of one step. */
export function renderForm(form: Form, place: Place): types.ModalView {
  const { ref, step, steps, revision, language, buttons } = form
  const counted = steps > 1 ? [small(words[language].step(step, steps), limits.text)] : []
  const asked = form.fields.flatMap((field) => renderField(field, form))
  const room = limits.viewBlocks - counted.length - asked.length - 1
  const intro = renderMessage({ blocks: form.intro }, plainAround(language), Math.max(room, 1))
  const ways = [
    ...(buttons.back === undefined ? [] : [button(buttons.back, `${stepAction}:back`, 'back')]),
    ...(buttons.skip === undefined ? [] : [button(buttons.skip, `${stepAction}:skip`, 'skip')]),
  ]
  const blocks = [...counted, ...intro, ...asked]
  const more = (text: string): SlackBlock => small(text, limits.text)
  return {
    type: 'modal',
    callback_id: formView,
    private_metadata: pack({ ref, step, revision, place, language }),
    title: plainText(form.title, limits.title),
    submit: plainText(buttons.next, limits.title),
    close: plainText(buttons.close, limits.title),
    blocks: [
      ...within(blocks, limits.viewBlocks - 1, more, language),
      ...(ways.length > 0 ? [{ type: 'actions' as const, block_id: 'ways', elements: ways }] : []),
    ],
  }
}

/** A form that ended with a word, or a word for who has no message to see it in. */
export function renderWord(message: Message, place: Place): types.ModalView {
  const { language } = message
  const blocks = renderMessage(message, plainAround(language), limits.viewBlocks)
  return {
    type: 'modal',
    callback_id: wordView,
    private_metadata: pack({ step: 1, revision: 0, place, language }),
    title: plainText(words[language].title, limits.title),
    close: plainText(words[language].close, limits.title),
    blocks,
  }
}

/** A modal cannot be closed from here unless it was just sent: then this is all there is to say. */
export const renderDone = (language: Language, place: Place): types.ModalView => ({
  ...renderWord({ language, summary: '', blocks: [{ tag: 'paragraph', text: words[language].done }] }, place),
  callback_id: doneView,
})
