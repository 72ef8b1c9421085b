/**
 * **Agreements** (afspraken): noting one or two after looking back, and changing them later. Any member does
 * it for all, and no name stands with it unless they take it up themselves.
 */
import { agreements, agreementsFrom, mostAgreements } from '../../agreement/agreement.ts'
import type { Change } from '../../contracts/store.ts'
import { type Round, rounds } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import type { Action, Feature, Scene } from '../feature.ts'
import { notSaved, word } from '../reply.ts'
import { changeForm, checkChange, revisionOf } from './change.ts'
import { checkNote, noteForm } from './note.ts'

const sourceOf = (scene: Scene, [roundId = '']: readonly string[]): Round | undefined =>
  rounds.get(scene.state, roundId)

const note: Action = {
  for: 'network',

  press(scene, about) {
    const { language } = scene
    const round = sourceOf(scene, about)
    if (!round) return { reply: word(language, say(language, 'err.old')) }
    if (agreementsFrom(scene.state, round.id).length >= mostAgreements)
      return { reply: word(language, say(language, 'agree.two')) }
    return { reply: { kind: 'form', form: noteForm(scene, round) } }
  },

  submit(scene, about, { values }) {
    const { language } = scene
    const round = sourceOf(scene, about)
    if (!round) return { reply: notSaved(say(language, 'err.old')) }
    // Noting the same thing twice would run into "there are two already", which is no answer to a second press.
    if (scene.again) return { reply: word(language, say(language, 'agree.noted')) }
    const room = mostAgreements - agreementsFrom(scene.state, round.id).length
    if (room <= 0) return { reply: notSaved(say(language, 'agree.two')) }
    const { points, errors } = checkNote(scene, round, values, room)
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    const changes = points.map((point) =>
      agreements.put({ ...point, id: scene.newId(), from: round.id, state: 'open', revision: 0 }),
    )
    return { changes, reply: word(language, say(language, 'agree.noted')) }
  },
}

const change: Action = {
  for: 'network',

  press(scene, about) {
    const round = sourceOf(scene, about)
    const made = round ? agreementsFrom(scene.state, round.id) : []
    if (!round || made.length === 0) return { reply: word(scene.language, say(scene.language, 'err.old')) }
    return { reply: { kind: 'form', form: changeForm(scene, round, made) } }
  },

  submit(scene, about, submit) {
    const { language } = scene
    const round = sourceOf(scene, about)
    const made = round ? agreementsFrom(scene.state, round.id) : []
    if (!round) return { reply: notSaved(say(language, 'err.old')) }
    const { changed, errors } = checkChange(scene, made, submit.values)
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    if (!scene.again && submit.revision !== revisionOf(made)) {
      const form = changeForm(scene, round, made, submit.values)
      return { reply: { kind: 'form', form } }
    }
    return { changes: changed.map(apply), reply: word(language, say(language, 'agree.changed')) }
  },
}

const apply = ({ agreement, state, words }: ReturnType<typeof checkChange>['changed'][number]): Change =>
  state === 'undo'
    ? agreements.remove(agreement.id)
    : agreements.put({ ...agreement, words, state, revision: agreement.revision + 1 })

export const agreement: Feature = { name: 'agreement', actions: { note, change } }
