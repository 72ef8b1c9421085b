/**
 * All records that belong to one person: the one list behind both the file they can have and the erasing of
 * it (reliability.md 12). What was shared with the network has no name any more and belongs to nobody here.
 */
import { agreements } from '../../agreement/agreement.ts'
import { type Change, type State, withChanges } from '../../contracts/store.ts'
import { asks } from '../../network/attention.ts'
import { drafts, draftsOf } from '../../network/draft.ts'
import { lateWords } from '../../network/late.ts'
import { type Member, members } from '../../network/member.ts'
import { parcels, posts } from '../../network/parcel.ts'
import { eraseFromRetros, sheetsBy } from '../../retro/retro.ts'
import { crossesNamed, withoutName } from '../../round/named.ts'
import { reminders } from '../../round/reminder.ts'
import { answersTable, participations } from '../../round/round.ts'
import { stories, taleLine, tales } from '../../story/story.ts'
import { forgetLines, shareVersions } from '../../summary/summary.ts'
import { notes, notesOf, tellings, toldLine } from '../../transfer/transfer.ts'

function recordsOf(state: State, member: Member) {
  const theirs = (each: { readonly member: string }) => each.member === member.id
  return {
    answers: answersTable.all(state).filter(theirs),
    participations: participations.all(state).filter(theirs),
    reminders: reminders.all(state).filter(theirs),
    asks: asks.all(state).filter(({ to }) => to === member.id),
    lateWords: lateWords.all(state).filter(({ id }) => id === member.id),
    drafts: draftsOf(state, member.accounts),
    agreements: agreements.all(state).filter(({ owner }) => owner === member.id),
    notes: notesOf(state, member.id),
    retros: sheetsBy(state, member.id),
    /** Told to the network with their name. */
    tellings: tellings.all(state).filter(({ by }) => by?.member === member.id),
    /** Stories of the year that are still theirs, and those they told with their name. */
    stories: stories.all(state).filter(theirs),
    tales: tales.all(state).filter(({ by }) => by?.member === member.id),
    /** Versions to share that they proposed. */
    proposals: shareVersions.all(state).filter(({ by }) => by === member.id),
    /** Private words on their way, and where others stand. */
    messages: parcels.all(state).filter(({ to }) => 'member' in to && theirs(to)),
    posts: posts.all(state).filter(({ id }) => id.endsWith(` member:${member.id}`)),
  }
}

/** Plain data, as it is kept; and what the network sees with their name in its pictures. */
export const dataOf = (state: State, member: Member) => ({
  member,
  ...recordsOf(state, member),
  crosses: crossesNamed(state, member, member.language),
})

/**
 * Everything that is only theirs goes; an agreement that they took up becomes everybody's, and a picture stays as it
 * was, without their name.
 */
export function erase(state: State, member: Member): readonly Change[] {
  const all = recordsOf(state, member)
  const proposed = all.proposals.map(({ by: _by, ...each }) => shareVersions.put(each))
  return [
    members.remove(member.id),
    ...all.answers.map(({ id }) => answersTable.remove(id)),
    ...all.participations.map(({ id }) => participations.remove(id)),
    ...all.reminders.map(({ id }) => reminders.remove(id)),
    ...all.asks.map(({ id }) => asks.remove(id)),
    ...all.lateWords.map(({ id }) => lateWords.remove(id)),
    ...all.drafts.map(({ id }) => drafts.remove(id)),
    ...all.notes.map(({ id }) => notes.remove(id)),
    ...eraseFromRetros(state, member.id),
    ...all.tellings.map(({ id }) => tellings.remove(id)),
    ...all.stories.map(({ id }) => stories.remove(id)),
    ...all.tales.map(({ id }) => tales.remove(id)),
    ...withoutName(state, member),
    ...proposed,
    ...forgetLines(withChanges(state, proposed), [...all.tellings.map(toldLine), ...all.tales.map(taleLine)]),
    ...all.messages.map(({ id }) => parcels.remove(id)),
    ...all.posts.map(({ id }) => posts.remove(id)),
    ...all.agreements.map((each) => agreements.put({ ...each, owner: 'all', revision: each.revision + 1 })),
  ]
}

/** Of somebody who is no member there can only be a form that they began. */
export const eraseDrafts = (state: State, account: Member['accounts'][number]): readonly Change[] =>
  draftsOf(state, [account]).map(({ id }) => drafts.remove(id))
