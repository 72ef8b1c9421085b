/** One person writes notes, or taps, on their own sheet; until the reveal nobody else sees any of it. */
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Block } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import { said, type Text } from '../../contracts/text.ts'
import { type PhaseOf, tapValues, worded } from '../../instrument/retro.ts'
import { type Member, participants } from '../../network/member.ts'
import { type Note, type Sheet, sheetOf, sheets } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { formOf, optionsOf, typedWords } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { inPhase, opening, type Running, runningOf } from './running.ts'

const mostCharacters = 500
/** Of one person. More of them drown what others wrote. */
const mostNotes = 10

type Collect = PhaseOf<'collect'>

export const write: Action = {
  for: 'participant',

  press(scene, [id]) {
    const running = runningOf(scene, id)
    const collect = running && inPhase(running.phase, 'collect')
    const { language, member } = scene
    if (!running || !member) return { reply: word(language, say(language, 'err.closed')) }
    if (!collect) return { reply: word(language, say(language, 'retro.late')) }
    const own = sheetOf(scene.state, running.retro.id, member.id)
    return { reply: { kind: 'form', form: writeForm(scene, running, collect, own) } }
  },

  submit(scene, [id], { revision, values }) {
    const running = runningOf(scene, id)
    const collect = running && inPhase(running.phase, 'collect')
    const { language, member } = scene
    if (!running || !member) return { reply: notSaved(say(language, 'err.closed')) }
    if (!collect) return { reply: notSaved(say(language, 'retro.late.text')) }
    const own = sheetOf(scene.state, running.retro.id, member.id)
    if (scene.again) return thanks(scene, running, own)
    return save(scene, running, collect, { own, member }, { revision, values })
  },
}

function save(
  scene: Scene,
  running: Running,
  collect: Collect,
  { own, member }: { own: Sheet; member: Member },
  { revision, values }: { revision: number; values: Values },
): Outcome {
  const { notes, errors } = checkNotes(scene, collect, own, values)
  if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
  if (revision !== own.revision)
    return { reply: { kind: 'form', form: writeForm(scene, running, collect, own, values) } }
  const taps = checkTaps(collect, own, values)
  const named = isSmall(scene, collect) ? values.named === 'yes' : own.named
  const saved: Sheet = { ...own, member: member.id, notes, taps, named, revision: own.revision + 1 }
  const changes = [sheets.put(saved)]
  return { changes, ...thanks({ ...scene, state: withChanges(scene.state, changes) }, running, saved) }
}

function thanks(scene: Scene, { retro, phase }: Running, { notes, taps }: Sheet): Outcome {
  const { language } = scene
  const n = notes.length
  const more = [opening(scene, 'write', retro, language, 'retro.note.more')]
  if (inPhase(phase, 'collect')?.fields.length === 0) {
    const some = Object.keys(taps).length > 0
    return { reply: word(language, say(language, some ? 'retro.saved.taps' : 'retro.saved.none')) }
  }
  const text = say(language, n === 0 ? 'retro.saved.none' : n === 1 ? 'retro.saved.one' : 'retro.saved', {
    n,
  })
  return { reply: word(language, text, n < mostNotes ? more : []) }
}

/** So few take part that all who write may have to show their name. */
const isSmall = ({ state, network }: Scene, { fields }: Collect): boolean =>
  fields.length > 0 && participants(state).length < 2 * network.minimum

const newId = (field: string, row: number): string => `new-${field}-${row}`
const noteId = ({ id }: Note): string => `note-${id}`

/** `typed`: what was sent on top of an older version; it stays in the fields. */
function writeForm(scene: Scene, { retro }: Running, collect: Collect, own: Sheet, typed?: Values): Form {
  const { language, network } = scene
  const text = (each: Text): Block => ({ tag: 'context', text: each })
  const moved: Block[] = typed ? [{ tag: 'paragraph', text: say(language, 'retro.moved.notes') }] : []
  const asked: Block[] = retro.question
    ? [{ tag: 'paragraph', text: say(language, 'retro.question', { question: said(retro.question) }) }]
    : []
  const full = own.notes.length >= mostNotes ? [text(say(language, 'retro.note.full', { n: mostNotes }))] : []
  return formOf(scene, {
    feature: 'retro',
    action: 'write',
    about: [retro.id],
    title: label(language, 'retro.phase.collect'),
    revision: own.revision,
    intro: [
      ...moved,
      ...asked,
      ...(collect.fields.length > 0
        ? [text(say(language, 'retro.who', { n: network.minimum })), text(say(language, 'retro.who.style'))]
        : [text(say(language, 'retro.who.taps', { n: network.minimum }))]),
      ...full,
    ],
    fields: [
      ...collect.taps.map(
        (tap): Field => ({
          tag: 'choice',
          id: `tap-${tap.id}`,
          label: tap.label[language],
          hint: tap.hint[language],
          optional: true,
          options: optionsOf(language, {
            little: 'retro.tap.little',
            right: 'retro.tap.right',
            much: 'retro.tap.much',
          }),
          ...(own.taps[tap.id] && { value: own.taps[tap.id] }),
        }),
      ),
      ...newFields(scene, collect, own, typed ?? {}),
      ...own.notes.map((each) => ownField(scene, collect, each, typed ?? {})),
      ...(isSmall(scene, collect) ? [nameField(scene, own)] : []),
    ],
  })
}

const typedIn = (values: Values, id: string): string | undefined => {
  const value = values[id]
  return typeof value === 'string' ? value : undefined
}

function newFields({ language }: Scene, { fields }: Collect, own: Sheet, typed: Values): readonly Field[] {
  return fields
    .flatMap(({ id, rows, label: asked }) =>
      Array.from({ length: rows }, (_, row): Field => {
        const value = typedIn(typed, newId(id, row))
        return {
          tag: 'long',
          id: newId(id, row),
          label: worded(asked, language),
          optional: true,
          most: mostCharacters,
          ...(value !== undefined && { value }),
        }
      }),
    )
    .slice(0, Math.max(mostNotes - own.notes.length, 0))
}

function ownField({ language }: Scene, { fields }: Collect, each: Note, typed: Values): Field {
  const asked = fields.find(({ id }) => id === each.field)?.label ?? ''
  return {
    tag: 'long',
    id: noteId(each),
    label: say(language, 'retro.note.yours', { label: worded(asked, language) }),
    hint: label(language, 'retro.note.clear'),
    optional: true,
    most: mostCharacters,
    value: typedIn(typed, noteId(each)) ?? each.words,
  }
}

const nameField = ({ language, network }: Scene, own: Sheet): Field => ({
  tag: 'choice',
  id: 'named',
  label: say(language, 'retro.name', { n: network.minimum }),
  optional: false,
  value: own.named ? 'yes' : 'no',
  options: optionsOf(language, { yes: 'retro.name.yes', no: 'retro.name.no' }),
})

/** Their notes as they will be; one that was emptied is gone. */
function checkNotes(scene: Scene, { fields }: Collect, own: Sheet, values: Values) {
  const errors: Record<string, Text> = {}
  const check = (id: string): string => {
    const { words, error } = typedWords(scene.language, values[id], { most: mostCharacters, optional: true })
    if (error) errors[id] = error
    return words
  }
  const kept = own.notes.flatMap((each): Note[] => {
    const words = check(noteId(each))
    return words === '' ? [] : [{ ...each, words }]
  })
  const added = fields.flatMap(({ id: field, rows }) =>
    Array.from({ length: rows }, (_, row) => check(newId(field, row))).flatMap((words): Note[] =>
      words === '' ? [] : [{ id: scene.newId(), field, words }],
    ),
  )
  return { notes: [...kept, ...added].slice(0, mostNotes), errors }
}

/** What is not in the form stays as it was. */
function checkTaps({ taps }: Collect, own: Sheet, values: Values): Sheet['taps'] {
  const chosen = taps.flatMap(({ id }) => {
    const value = tapValues.find((each) => each === values[`tap-${id}`])
    return value ? [[id, value] as const] : []
  })
  const others = Object.entries(own.taps).filter(([id]) => !taps.some((tap) => tap.id === id))
  return Object.fromEntries([...others, ...chosen])
}
