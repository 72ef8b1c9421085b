/**
 * **Agreements** (afspraken): noting one or two after looking back or at any time, changing them later, and
 * the private word to whoever took one up. Any member does it for all.
 */
import { agreements, newAgreement } from '../../agreement/agreement.ts'
import { agreementLine } from '../../agreement/view.ts'
import type { Change } from '../../contracts/store.ts'
import { join } from '../../contracts/text.ts'
import { say } from '../../text/say.ts'
import type { Action, Feature } from '../feature.ts'
import { notSaved, word } from '../reply.ts'
import { agreedLastTime } from './ahead.ts'
import { changeForm, checkChange, revisionOf } from './change.ts'
import { agreementsCommand, askOwner, ownerPosts, planOwners, stands, waitingAgreements } from './list.ts'
import { monthOfAgreements } from './month.ts'
import { checkNote, noteForm } from './note.ts'
import { byHand, sourceOf } from './source.ts'

const note: Action = {
  for: 'network',

  press(scene, about) {
    const { language } = scene
    const source = sourceOf(scene, about)
    if (!source) return { reply: word(language, say(language, 'err.old')) }
    if (source.room <= 0) return { reply: word(language, say(language, 'agree.two')) }
    return { reply: { kind: 'form', form: noteForm(scene, source) } }
  },

  submit(scene, about, { values }) {
    const { language, network, state } = scene
    const source = sourceOf(scene, about)
    if (!source) return { reply: notSaved(say(language, 'err.old')) }
    // Noting the same thing twice would run into "there are two already", which is no answer to a second press.
    if (scene.again) return { reply: word(language, say(language, 'agree.noted')) }
    if (source.room <= 0) return { reply: notSaved(say(language, 'agree.two')) }
    const { points, errors } = checkNote(scene, source, values)
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    const made = points.map((point) => newAgreement({ ...point, id: scene.newId(), from: source.id }))
    const lines = made.map((each) => agreementLine(state, network.language, each))
    const summary = join(lines, '; ')
    const message = {
      language: network.language,
      summary,
      blocks: lines.map((text) => ({ tag: 'paragraph' as const, text })),
    }
    return {
      changes: made.map(agreements.put),
      // What came from a round stands under its results; anything else is said by itself.
      messages: source.id === byHand ? [{ to: 'network', message }] : [],
      reply: word(language, say(language, 'agree.noted')),
    }
  },
}

const change: Action = {
  for: 'network',

  press(scene, about) {
    const source = sourceOf(scene, about)
    if (!source || source.made.length === 0)
      return { reply: word(scene.language, say(scene.language, 'err.old')) }
    return { reply: { kind: 'form', form: changeForm(scene, source) } }
  },

  submit(scene, about, submit) {
    const { language } = scene
    const source = sourceOf(scene, about)
    if (!source) return { reply: notSaved(say(language, 'err.old')) }
    const { changed, errors } = checkChange(scene, source.made, submit.values)
    if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
    if (!scene.again && submit.revision !== revisionOf(source.made))
      return { reply: { kind: 'form', form: changeForm(scene, source, submit.values) } }
    return { changes: changed.map(apply), reply: word(language, say(language, 'agree.changed')) }
  },
}

const apply = ({ agreement, state, words }: ReturnType<typeof checkChange>['changed'][number]): Change =>
  state === 'undo'
    ? agreements.remove(agreement.id)
    : agreements.put({ ...agreement, words, state, revision: agreement.revision + 1 })

export const agreement: Feature = {
  name: 'agreement',
  commands: [agreementsCommand],
  actions: { note, change, done: stands('done'), carried: stands('carried'), dropped: stands('dropped') },
  plan: planOwners,
  occurrences: { owner: askOwner },
  waiting: waitingAgreements,
  beforeMeeting: agreedLastTime,
  month: monthOfAgreements,
  posts: ownerPosts,
}
