/** Short ways to what a person often gets back. */
import type { Block, Button, Message } from '../contracts/message.ts'
import { writeRef } from '../contracts/ref.ts'
import type { Reply } from '../contracts/reply.ts'
import type { Language, Text } from '../contracts/text.ts'

/** A message of one paragraph, with buttons where there is something to do next. */
export function oneLine(language: Language, text: Text, buttons: readonly Button[] = []): Message {
  const blocks: Block[] = [{ tag: 'paragraph', text }]
  if (buttons.length > 0) blocks.push({ tag: 'buttons', buttons })
  return { language, summary: text, blocks }
}

/** The same as a private word. */
export const word = (language: Language, text: Text, buttons: readonly Button[] = []): Reply => ({
  kind: 'word',
  message: oneLine(language, text, buttons),
})

/** The form stays open with all that was typed, and says why nothing was saved. */
export const notSaved = (all: Text): Reply => ({ kind: 'errors', errors: {}, all })

/** A button for an action of a feature, about something. */
export function button(
  network: { readonly id: string },
  feature: string,
  action: string,
  about: readonly string[],
  look: Omit<Button, 'ref'>,
): Button {
  return { ...look, ref: writeRef({ network: network.id, feature, action, about }) }
}
