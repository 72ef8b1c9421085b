/** A note to oneself: written only by who said yes, for their own eyes, and gone when they say so. */
import { dateOf } from '../../calendar/calendar.ts'
import { type Member, members } from '../../network/member.ts'
import { label, say } from '../../text/say.ts'
import { type Note, notes, notesOf } from '../../transfer/transfer.ts'
import type { Action, Outgoing, Scene } from '../feature.ts'
import { formOf, typedWords } from '../form.ts'
import { button, notSaved, word } from '../reply.ts'
import { overMessage, slotOf } from './views.ts'

/** One sentence of one's own. */
const mostCharacters = 300
/** More than that nobody carries along. */
const mostNotes = 3

export const write: Action = {
  for: 'participant',
  press(scene) {
    const { language, member, state } = scene
    if (!member) return {}
    if (notesOf(state, member.id).length >= mostNotes)
      return { reply: word(language, say(language, 'transfer.full', { n: mostNotes })) }
    return {
      reply: {
        kind: 'form',
        form: formOf(scene, {
          feature: 'transfer',
          action: 'note',
          // Each time it is opened it is another note, also with the same words.
          about: [scene.newId()],
          title: label(language, 'transfer.title'),
          revision: 0,
          intro: [{ tag: 'paragraph', text: say(language, 'transfer.private') }],
          fields: [
            {
              tag: 'long',
              id: 'words',
              label: label(language, 'transfer.words'),
              hint: label(language, 'transfer.hint'),
              optional: false,
              most: mostCharacters,
            },
          ],
        }),
      },
    }
  },
  submit(scene, _about, { values }) {
    const { language, member, network, now, state } = scene
    if (!member) return { reply: notSaved(say(language, 'err.old')) }
    if (scene.again) return { reply: word(language, say(language, 'transfer.noted')) }
    const { words, error } = typedWords(language, values.words, { most: mostCharacters })
    if (error) return { reply: { kind: 'errors', errors: { words: error } } }
    if (notesOf(state, member.id).length >= mostNotes)
      return { reply: notSaved(say(language, 'transfer.full', { n: mostNotes })) }
    const date = dateOf(now, network.zone)
    const note: Note = { id: scene.newId(), member: member.id, words, date, asked: false }
    const undo = { label: label(language, 'transfer.undo'), opens: 'nothing' } as const
    return {
      changes: [notes.put(note)],
      reply: word(language, say(language, 'transfer.noted'), [
        button(network, 'transfer', 'forget', [note.id], undo),
      ]),
    }
  },
}

/** Their own note; anybody else's does not exist for them. */
export function ownNote({ member, state }: Scene, [id = '']: readonly string[]): Note | undefined {
  const note = notes.get(state, id)
  return note && note.member === member?.id ? note : undefined
}

/** Where they were asked about it, the question makes room for a word that it is over. */
export function overAt(note: Note, person: Member | undefined): readonly Outgoing[] {
  if (!note.asked || !person) return []
  return [
    { to: { member: person.id }, slot: slotOf(note), message: overMessage(person.language), over: true },
  ]
}

export const forgetNote: Action = {
  for: 'participant',
  press(scene, about) {
    const { language, state } = scene
    const note = ownNote(scene, about)
    const reply = word(language, say(language, 'transfer.forgotten'))
    if (!note) return { reply }
    return {
      changes: [notes.remove(note.id)],
      messages: overAt(note, members.get(state, note.member)),
      reply,
    }
  },
}
