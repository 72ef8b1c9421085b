/** How coming back to a note reads, in somebody's private place. */
import type { Message } from '../../contracts/message.ts'
import { type Language, said } from '../../contracts/text.ts'
import { label, say } from '../../text/say.ts'
import type { Note } from '../../transfer/transfer.ts'
import type { World } from '../feature.ts'
import { button, oneLine } from '../reply.ts'

export const slotOf = ({ id }: Note): string => `transfer-${id}`

export function question({ network }: World, note: Note, language: Language): Message {
  const text = say(language, 'transfer.ask', { note: said(note.words) })
  const tell = { label: label(language, 'transfer.tell'), opens: 'form', primary: true } as const
  const drop = { label: label(language, 'transfer.drop'), opens: 'nothing' } as const
  return oneLine(language, text, [
    button(network, 'transfer', 'tell', [note.id], tell),
    button(network, 'transfer', 'forget', [note.id], drop),
  ])
}

/** What stands there once their words are gone. */
export const overMessage = (language: Language): Message => oneLine(language, say(language, 'transfer.over'))
