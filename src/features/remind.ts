/**
 * Reminding of an open round, the same for every feature that asks something: one private word to who takes
 * part and is not ready (fill in, later, skip, or no more of these), at most twice.
 */
import { dateOf, inSchoolHours, momentOf, schoolDayAfter, schoolHours } from '../calendar/calendar.ts'
import { plusDays } from '../calendar/day.ts'
import type { Button, Message } from '../contracts/message.ts'
import type { Change } from '../contracts/store.ts'
import type { Text } from '../contracts/text.ts'
import { asksEveryoneOn } from '../meeting/meeting.ts'
import { countAsk, firstRoom, hasRoom } from '../network/attention.ts'
import { type Member, mayStart, members, participants, takesPart, teamleiders } from '../network/member.ts'
import { isReady } from '../round/engine.ts'
import { newReminder, type Reminder, reminderFor, reminders } from '../round/reminder.ts'
import { answersId, openRounds, type Round, rounds } from '../round/round.ts'
import { dayName, timeName } from '../text/dates.ts'
import { label, type PlainTextId, say } from '../text/say.ts'
import type { Action, Occurrence, Outcome, Post, Scene, Waiting, World } from './feature.ts'
import { button, oneLine, word } from './reply.ts'

/** How one feature reminds. Its name is also the kind of asks that somebody stops. */
export interface Reminding {
  readonly feature: string
  /** The dates on which to remind: the first, and perhaps a second for who did nothing with it. */
  dates(world: World, round: Round): readonly string[]
  text(world: World, round: Round, person: Member): Text
  fillIn(world: World, round: Round, person: Member): Button
  /** Somebody is ready with it. */
  finish(scene: Scene, round: Round, person: Member): readonly Change[]
  /** Said to who stopped it, and to who is back. */
  readonly stopped: PlainTextId
  readonly back: PlainTextId
}

/** At half past twelve, when people look at their phone; half an hour later it is too late for that today. */
const laterTime = '12:30'
const tolerance = 30 * 60_000

const slotOf = ({ feature }: Reminding, round: Round): string => `${feature}-remind-${round.id}`

export function planReminders(world: World, how: Reminding): readonly Occurrence[] {
  const open = openRounds(world.state, how.feature).filter(({ aloud }) => !aloud)
  return open.flatMap((round) => [
    ...participants(world.state).flatMap((person) => remindOne(world, how, round, person)),
    ...unreached(world, round),
  ])
}

function remindOne(world: World, how: Reminding, round: Round, person: Member): readonly Occurrence[] {
  const { state, network, calendar } = world
  const wanted =
    !person.stopped.includes(how.feature) && person.reach !== 'no' && !isReady(state, round, person)
  if (!wanted) return []
  const about = answersId(round.id, person.id)
  const until = new Date(round.closes)
  const reminder = reminderFor(state, round.id, person.id)
  if (reminder?.repeated) return []
  if (reminder?.again) {
    // A pause of the network may have come in between.
    const at = inSchoolHours(calendar, new Date(reminder.again), network.zone)
    return mayStart(person, dateOf(at, network.zone)) ? [{ kind: 'repeat', about, at, until }] : []
  }
  const date = how.dates(world, round)[reminder ? 1 : 0]
  if (date === undefined) return []
  const room = (day: string) =>
    mayStart(person, day) &&
    hasRoom(state, person.id, day, world.reserved(day)) &&
    !asksEveryoneOn(state, day, calendar, network.zone)
  const at = firstRoom(world, momentOf(date, schoolHours.usual, network.zone), room)
  return [{ kind: reminder ? 'repeat' : 'remind', about, at, until }]
}

export const remind =
  (how: Reminding) =>
  (world: World, about: string): Outcome => {
    // A round may have dots in its name, a member has none.
    const dot = about.lastIndexOf('.')
    const [roundId, personId] = [about.slice(0, dot), about.slice(dot + 1)]
    const round = rounds.get(world.state, roundId)
    const person = members.get(world.state, personId)
    if (!round || !person) return {}
    const sent = reminderFor(world.state, round.id, person.id)
    const reminder = sent ? { ...sent, repeated: true } : newReminder(round.id, person.id)
    const date = dateOf(world.now, world.network.zone)
    // A repeat that somebody asked for is free (storyboard §0).
    const counted = sent?.again
      ? []
      : countAsk(world.state, { id: world.newId(), to: person.id, date, kind: how.feature })
    const { chosen: _chosen, ...fresh } = reminder
    return {
      changes: [reminders.put(fresh), ...counted],
      messages: [
        {
          to: { member: person.id },
          slot: sent ? `${slotOf(how, round)}-2` : slotOf(how, round),
          message: message(world, how, round, person, sent ? 'repeat' : 'first'),
        },
      ],
    }
  }

/** With its buttons until something was chosen; then with the choice instead. */
function message(
  world: World,
  how: Reminding,
  round: Round,
  person: Member,
  which: 'first' | 'repeat',
): Message {
  const { language } = person
  const text = how.text(world, round, person)
  const { chosen: now, repeated, again } = reminderFor(world.state, round.id, person.id) ?? {}
  // Once it was repeated, the first one is over: the buttons stand under the repeat.
  const over = which === 'first' && repeated
  const chosen = over ? (again ? 'later' : undefined) : now
  const choice = (action: string, id: 'remind.later' | 'form.skip' | 'remind.stop') =>
    // Stopped, back, and stopped once more are two times: the person's revision tells them apart.
    button(world.network, how.feature, action, [round.id, String(person.revision)], {
      label: label(language, id),
      opens: 'nothing',
    })
  const buttons = [
    how.fillIn(world, round, person),
    ...(repeated ? [] : [choice('later', 'remind.later')]),
    choice('skip', 'form.skip'),
    choice('stop', 'remind.stop'),
  ]
  const said = { later: 'remind.later', skip: 'form.skip', stop: 'remind.stop' } as const
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'paragraph', text },
      ...(chosen ? [{ tag: 'context' as const, text: label(language, said[chosen]) }] : []),
      ...(chosen || over ? [] : [{ tag: 'buttons' as const, buttons }]),
    ],
  }
}

export function reminderPosts(world: World, how: Reminding, round: Round): readonly Post[] {
  return reminders
    .all(world.state)
    .filter((each) => each.round === round.id)
    .flatMap((each): Post[] => {
      const person = members.get(world.state, each.member)
      if (!person) return []
      const to = { member: person.id }
      const slot = slotOf(how, round)
      return [
        { to, slot, message: message(world, how, round, person, 'first') },
        { to, slot: `${slot}-2`, message: message(world, how, round, person, 'repeat') },
      ]
    })
}

/** The teamleider hears once a round how many people no private word reaches; never who. */
function unreached({ state, calendar, network, now }: World, round: Round): readonly Occurrence[] {
  const missed = participants(state).some(({ reach }) => reach === 'no')
  if (!missed || round.unreachedTold) return []
  // Apart from what comes at half past three.
  const today = dateOf(now, network.zone)
  const passed = now.getTime() > momentOf(today, laterTime, network.zone).getTime() + tolerance
  const day = schoolDayAfter(calendar, passed ? plusDays(today, 1) : today, 0)
  return [{ kind: 'unreached', about: round.id, at: momentOf(day, laterTime, network.zone) }]
}

export function tellUnreached(world: World, about: string): Outcome {
  const round = rounds.get(world.state, about)
  if (!round) return {}
  const n = participants(world.state).filter(({ reach }) => reach === 'no').length
  return {
    changes: [rounds.put({ ...round, unreachedTold: true })],
    messages: teamleiders(world.state).map((person) => {
      const text = say(person.language, n === 1 ? 'err.reach.one' : 'err.reach', { n })
      return {
        to: { member: person.id },
        message: oneLine(person.language, text),
      }
    }),
  }
}

interface Chosen {
  readonly round: Round
  readonly person: Member
  readonly reminder: Reminder
}

/** What somebody can choose under a reminder instead of filling in, and the way back to being reminded. */
export function reminderActions(
  how: Reminding,
): Readonly<Record<'later' | 'skip' | 'stop' | 'again', Action>> {
  const choice = (choose: (scene: Scene, chosen: Chosen) => Outcome): Action => ({
    for: 'participant',
    press(scene, [roundId = '']) {
      const round = openRounds(scene.state, how.feature).find(({ id }) => id === roundId)
      const person = scene.member
      if (!round || !person) return { reply: word(scene.language, say(scene.language, 'err.closed')) }
      const reminder = reminderFor(scene.state, round.id, person.id) ?? newReminder(round.id, person.id)
      return choose(scene, { round, person, reminder })
    },
  })
  return {
    later: choice(askLater),
    skip: choice((scene, { round, person, reminder }) => ({
      changes: [...how.finish(scene, round, person), reminders.put({ ...reminder, chosen: 'skip' })],
      reply: word(scene.language, say(scene.language, 'ask.skip')),
    })),
    stop: choice((scene, { person, reminder }) => ({
      changes: [
        members.put({ ...person, stopped: [...new Set([...person.stopped, how.feature])] }),
        reminders.put({ ...reminder, chosen: 'stop' }),
      ],
      reply: word(scene.language, say(scene.language, 'ask.stop')),
    })),
    again: { for: 'participant', press: (scene) => askAgain(scene, how) },
  }
}

/** Once more, on the next school day; after that, "later" gets the moment until which it can be done. */
function askLater(scene: Scene, { round, reminder }: Chosen): Outcome {
  const { language, network, calendar, now } = scene
  const again = momentOf(schoolDayAfter(calendar, dateOf(now, network.zone), 1), laterTime, network.zone)
  const pending = reminder.repeated ? undefined : reminder.again
  const closes = new Date(round.closes)
  if (!pending && (reminder.repeated || scene.again || again >= closes)) {
    const until = {
      day: dayName(language, closes, network.zone),
      time: timeName(language, closes, network.zone),
    }
    return { reply: word(language, say(language, 'remind.until', until)) }
  }
  const moment = pending ? new Date(pending) : again
  return {
    changes: [reminders.put({ ...reminder, chosen: 'later', again: moment.toISOString() })],
    reply: word(language, say(language, 'ask.later', { day: dayName(language, moment, network.zone) })),
  }
}

/** Back from "stop asking". */
function askAgain({ member, language, state }: Scene, how: Reminding): Outcome {
  if (!member) return {}
  const stopped = member.stopped.filter((kind) => kind !== how.feature)
  const back = members.put({ ...member, stopped, revision: member.revision + 1 })
  // The choices under what was sent are there again.
  const open = openRounds(state, how.feature).flatMap(({ id }) => reminderFor(state, id, member.id) ?? [])
  const freed = open
    .filter(({ chosen }) => chosen === 'stop')
    .map(({ chosen: _chosen, ...rest }) => reminders.put(rest))
  return { changes: [back, ...freed], reply: word(language, say(language, how.back)) }
}

/** For `open`: what somebody can still answer, and the way back to being reminded for who stopped it. */
export function stillOpen(scene: Scene, how: Reminding, text: (round: Round) => Text): readonly Waiting[] {
  const { language, member, network, state } = scene
  if (!member) return []
  const open = openRounds(state, how.feature).filter(
    (round) => takesPart(member) && !round.aloud && !isReady(state, round, member),
  )
  const again = button(network, how.feature, 'again', [String(member.revision)], {
    label: label(language, 'ask.again'),
    opens: 'nothing',
  })
  return [
    ...open.map((round) => ({
      text: text(round),
      button: how.fillIn(scene, round, { ...member, language }),
    })),
    ...(member.stopped.includes(how.feature) ? [{ text: say(language, how.stopped), button: again }] : []),
  ]
}
