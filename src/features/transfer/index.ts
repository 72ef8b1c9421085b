/**
 * **Transfer**: somebody means to do something with what they learned and wants to be asked about it once. The
 * bot comes back to it some weeks later, privately and in their own words; they choose whether the network
 * hears of it.
 */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import { said, type Text } from '../../contracts/text.ts'
import { asksEveryoneOn } from '../../meeting/meeting.ts'
import { countAsk, hasRoom, usualRoom } from '../../network/attention.ts'
import { mayStart, members, takesPart } from '../../network/member.ts'
import { label, say } from '../../text/say.ts'
import { type Note, notes, notesOf, type Told, tellings, toldLine } from '../../transfer/transfer.ts'
import type { Feature, MonthLine, Occurrence, Outcome, Post, Scene, Waiting, World } from '../feature.ts'
import { button } from '../reply.ts'
import { forgetNote, overAt, write } from './note.ts'
import { tell } from './tell.ts'
import { question, slotOf } from './views.ts'

/** Four school weeks to try something. */
const afterDays = 20
/** So long it waits for room (storyboard §0); then nobody is asked any more. */
const waitDays = 10
/** So long after that an answer is still welcome. */
const keepDays = 20

function planTransfer(world: World): readonly Occurrence[] {
  return notes.all(world.state).flatMap((note) => [...planAsk(world, note), ...planEnd(world, note)])
}

function planAsk(world: World, note: Note): readonly Occurrence[] {
  const { state, network, calendar } = world
  const person = members.get(state, note.member)
  if (note.asked || !person || !takesPart(person) || person.reach === 'no') return []
  const day = schoolDayAfter(calendar, note.date, afterDays)
  const room = (date: string) =>
    mayStart(person, date) &&
    hasRoom(state, person.id, date, world.reserved(date)) &&
    !asksEveryoneOn(state, date, calendar, network.zone)
  const at = usualRoom(world, day, room)
  const until = momentOf(schoolDayAfter(calendar, day, waitDays), schoolHours.until, network.zone)
  return [{ kind: 'ask', about: note.id, at, until }]
}

/** In the end it goes by itself, and at once when somebody no longer takes part. */
function planEnd({ state, network, calendar, now }: World, note: Note): readonly Occurrence[] {
  const person = members.get(state, note.member)
  const day = schoolDayAfter(calendar, note.date, afterDays + waitDays + keepDays)
  const end = momentOf(day, schoolHours.usual, network.zone)
  const left = !person || !takesPart(person)
  // With somebody who is still there it may change what stands before them, so it keeps to school hours.
  return [{ kind: 'end', about: note.id, at: left ? now : end, anytime: left }]
}

function ask(world: World, about: string): Outcome {
  const note = notes.get(world.state, about)
  const person = note && members.get(world.state, note.member)
  if (!note || !person) return {}
  const asked: Note = { ...note, asked: true }
  const date = dateOf(world.now, world.network.zone)
  return {
    changes: [
      notes.put(asked),
      ...countAsk(world.state, { id: world.newId(), to: person.id, date, kind: 'transfer' }),
    ],
    messages: [
      { to: { member: person.id }, slot: slotOf(asked), message: question(world, asked, person.language) },
    ],
  }
}

function end({ state }: World, about: string): Outcome {
  const note = notes.get(state, about)
  if (!note) return {}
  const person = members.get(state, note.member)
  return { changes: [notes.remove(about)], messages: person && takesPart(person) ? overAt(note, person) : [] }
}

const questionPosts = (world: World): readonly Post[] =>
  notes.all(world.state).flatMap((note): Post[] => {
    const person = members.get(world.state, note.member)
    if (!note.asked || !person) return []
    return [
      { to: { member: person.id }, slot: slotOf(note), message: question(world, note, person.language) },
    ]
  })

const waiting = ({ language, member, network, state }: Scene): readonly Waiting[] =>
  notesOf(state, member?.id ?? '').map((note) => {
    const look = note.asked
      ? ({ label: label(language, 'transfer.tell'), opens: 'form' } as const)
      : ({ label: label(language, 'transfer.undo'), opens: 'nothing' } as const)
    return {
      text: say(language, 'transfer.open', { note: said(note.words) }),
      button: button(network, 'transfer', note.asked ? 'tell' : 'forget', [note.id], look),
    }
  })

/**
 * What people chose to show: what worked out among the good things, the rest to talk about. When they said so is
 * not kept, because it could lead back to them; a summary tells every line only once.
 */
const monthOfTransfer = ({ state }: World): readonly MonthLine[] =>
  tellings.all(state).map((told): MonthLine => {
    const section = told.how === 'not' ? 'talk' : 'proud'
    return { id: toldLine(told), section, quote: true, text: words(told) }
  })

const words = ({ words: own, by }: Told): Text => (by ? [said(own), ' (', said(by.name), ')'] : [said(own)])

export const transfer: Feature = {
  name: 'transfer',
  actions: { note: write, forget: forgetNote, tell },
  plan: planTransfer,
  occurrences: { ask, end },
  waiting,
  month: monthOfTransfer,
  posts: questionPosts,
}
