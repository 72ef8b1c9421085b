/** What somebody gets back: in a dialog, in place of what they pressed, or as a word where they spoke. */
import type { Form } from '../../src/contracts/form.ts'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { join, type Language, plain, type Text } from '../../src/contracts/text.ts'
import { type Card, line, paragraph, plainly, small } from './card.ts'
import { type Carried, filled } from './carry.ts'
import { formCard } from './form.ts'
import { limits } from './limits.ts'
import type { Deed, Door } from './parse.ts'
import { actions, attached, cardOf, cardType, messageCard, press } from './render.ts'
import { posting } from './send.ts'
import type { Answer, Posting } from './service.ts'
import { words } from './words.ts'

export interface Asked {
  readonly door: Door
  readonly incoming: Incoming
  readonly carried: Carried | undefined
  readonly publicUrl: string | undefined
}

export const languageOf = ({ who }: Incoming): Language => who.language ?? 'nl'

/** A word of one sentence. */
const sentence = (language: Language, text: Text): Message => ({
  language,
  summary: text,
  blocks: [{ tag: 'paragraph', text }],
})

/** What `errors` says where there is no form to say it in. */
export function asMessage(reply: Reply, language: Language): Message | undefined {
  if (reply.kind === 'word') return reply.message
  if (reply.kind !== 'errors') return undefined
  const all = [...(reply.all === undefined ? [] : [reply.all]), ...Object.values(reply.errors)]
  return sentence(language, join(all, ' '))
}

/** The answer to an invoke. */
export function invokeAnswer(reply: Reply, asked: Asked): Answer {
  return asked.door === 'execute' ? inPlace(reply, asked) : inDialog(reply, asked)
}

function inDialog(reply: Reply, { door, incoming, carried, publicUrl }: Asked): Answer {
  const language = languageOf(incoming)
  if (reply.kind === 'form') return dialog(reply.form.title, formCard(reply.form, publicUrl))
  const again = reply.kind === 'errors' && carried ? filled(carried) : undefined
  if (again && reply.kind === 'errors') return dialog(again.title, formCard(again, publicUrl, reply))
  const message = asMessage(reply, language)
  if (message) return dialog(titleOf(message), messageCard(message, { publicUrl, dialog: true }))
  // To a submit, no body closes the dialog; a dialog that was asked for must have something in it.
  if (door === 'submit') return { status: 200 }
  return { status: 200, body: { task: { type: 'message', value: words[language].done } } }
}

const titleOf = ({ summary }: Message): string => plain(summary)

const dialog = (title: string, card: Card): Answer => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: { title: line(title, limits.title), height: 'large', width: 'medium', card: attached(card) },
    },
  },
})

/** Only whoever pressed sees the answer; a short word does not even take the place of the card. */
function inPlace(reply: Reply, { incoming, publicUrl }: Asked): Answer {
  const language = languageOf(incoming)
  if (reply.kind === 'form') return replaced(opener(reply.form, incoming))
  const message = asMessage(reply, language)
  const short = message ? toastOf(message) : words[language].done
  if (short !== undefined) return invoked('application/vnd.microsoft.activity.message', short)
  return replaced(message ? messageCard(message, { publicUrl, dialog: false }) : undefined)
}

const replaced = (card: Card | undefined): Answer => invoked(cardType, card)

const invoked = (type: string, value: unknown): Answer => ({
  status: 200,
  body: { statusCode: 200, type, value },
})

/** A word without anything to press that fits in a few lines. */
function toastOf({ blocks }: Message): string | undefined {
  const texts = blocks.flatMap((block) => (block.tag === 'paragraph' ? [plainly(plain(block.text))] : []))
  const all = texts.join('\n')
  return texts.length === blocks.length && all.length <= limits.toast ? all : undefined
}

/** A form cannot come out of a press in place: a button that opens it comes instead. */
function opener(form: Form, incoming: Incoming): Card {
  const deed: Deed = incoming.kind === 'press' ? { press: incoming.ref } : again(incoming)
  return openCard(form.title, deed, form.language)
}

/**
 * What a typed word gets in a channel, where Teams has no private words and opens no dialog: a card that says
 * the same word again for whoever presses. With the id of the first time: for the one who typed it, it is the
 * same word and not another.
 */
export function openPosting(incoming: Incoming, reply: Reply): Posting {
  const language = languageOf(incoming)
  const title = reply.kind === 'form' ? reply.form.title : words[language].forYou
  return posting(openCard(title, again(incoming), language), title)
}

const again = (incoming: Incoming): Deed => ({
  again: {
    words: incoming.kind === 'command' ? incoming.words.slice(0, limits.words) : '',
    id: incoming.id,
  },
})

function openCard(title: string, deed: Deed, language: Language): Card {
  const { open, forYou } = words[language]
  return cardOf(language, line(title, limits.summary), [
    ...(title === forYou ? [] : paragraph([{ text: title }], limits.summary)),
    ...paragraph([{ text: forYou, look: small }], limits.summary),
    actions([press(open, deed, false, 'form')]),
  ])
}
