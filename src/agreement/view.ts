/** How an agreement reads. */
import type { State } from '../contracts/store.ts'
import { type Language, said, type Text } from '../contracts/text.ts'
import { type Member, members } from '../network/member.ts'
import { dateName } from '../text/dates.ts'
import { label, say } from '../text/say.ts'
import type { Agreement } from './agreement.ts'

/** Who took it up; nobody in particular once they no longer take part: then it belongs to all. */
function ownerOf(state: State, { owner }: Agreement): Member | undefined {
  const person = members.get(state, owner)
  return person && !person.left && person.consent !== 'no' ? person : undefined
}

/** Somebody took it up and no longer takes part. */
export const isOrphan = (state: State, agreement: Agreement): boolean =>
  members.get(state, agreement.owner) !== undefined && ownerOf(state, agreement) === undefined

/** "Afgesproken: … (wij samen, 1 december)"; a state other than open is said behind it. */
export function agreementLine(state: State, language: Language, agreement: Agreement): Text {
  const owner = ownerOf(state, agreement)
  const fills = {
    agreement: said(agreement.words),
    who: owner ? said(owner.name) : label(language, 'agree.together'),
  }
  const line = agreement.date
    ? say(language, 'agree.line', { ...fills, when: dateName(language, agreement.date) })
    : say(language, 'agree.line.undated', fills)
  if (agreement.state === 'carried')
    return say(language, 'agree.line.state', { line, state: label(language, 'agree.carried').toLowerCase() })
  if (agreement.state === 'done')
    return say(language, 'agree.line.state', { line, state: label(language, 'agree.done').toLowerCase() })
  if (agreement.state === 'dropped')
    return say(language, 'agree.line.state', {
      line,
      state: label(language, 'agree.was.dropped').toLowerCase(),
    })
  return line
}
