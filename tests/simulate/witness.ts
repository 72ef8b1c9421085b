/** Sees everything that happens, holds the rules against it, and counts. */
import type { Agreement } from '../../src/agreement/agreement.ts'
import type { Calendar } from '../../src/calendar/calendar.ts'
import { dateOf } from '../../src/calendar/calendar.ts'
import type { Holidays } from '../../src/calendar/holidays.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Change, State } from '../../src/contracts/store.ts'
import type { World } from '../../src/features/feature.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { members } from '../../src/network/member.ts'
import { networkCalendar } from '../../src/network/network.ts'
import type { Retro } from '../../src/retro/retro.ts'
import { reminders } from '../../src/round/reminder.ts'
import type { Round } from '../../src/round/round.ts'
import type { Tale } from '../../src/story/story.ts'
import type { ShareVersion, Summary } from '../../src/summary/summary.ts'
import type { Group, Person } from './cast.ts'
import type { Standing } from './doors/door.ts'
import type { Figures } from './figures.ts'
import { Answers, ties } from './rules/answers.ts'
import { Boards } from './rules/board.ts'
import { judging, language, logged, silence } from './rules/manners.ts'
import { Budget, CatchUp, hours, Once, sameness } from './rules/rhythm.ts'
import { asks, type Broken, type Cause, nameOf, type Sent } from './rules/seen.ts'
import { Stories } from './rules/stories.ts'

export interface BrokenRule {
  readonly network: string
  readonly moment: string
  readonly message: string
}

const mostWait = 2 * 3_600_000

interface Decided {
  readonly moment?: Date
  readonly cause?: Cause
  readonly again?: string
  readonly slot?: string
}

function againOf({ state }: World, { kind, about }: Cause): string {
  if (kind === 'ahead') return String(meetings.get(state, about)?.revision)
  // Whoever said “later” asked for it themselves.
  if (kind === 'repeat') return reminders.get(state, about)?.again ? 'asked for' : ''
  return kind === 'ask-again' ? String(members.get(state, about)?.revision) : ''
}

export interface WitnessParts {
  readonly groups: readonly Group[]
  readonly holidays: Holidays
  readonly clock: Clock
  readonly figures: Figures
}

export class Witness {
  readonly answers = new Answers()
  readonly marks = this.answers.marks
  readonly boards = new Boards(this.marks)
  readonly stories = new Stories(this.marks)
  readonly catchUp = new CatchUp()
  readonly broken: BrokenRule[] = []
  readonly #parts: WitnessParts
  readonly #once = new Once()
  readonly #budget = new Budget()
  readonly #decided = new Map<string, Decided>()
  readonly #closed = new Set<string>()
  readonly #calendars = new Map<string, Calendar>()
  readonly #names: readonly string[]
  #toCheck: { readonly group: Group; readonly round: string }[] = []

  constructor(parts: WitnessParts) {
    this.#parts = parts
    this.#names = [...new Set(parts.groups.flatMap(({ people }) => people.map(({ name }) => name)))]
  }

  readonly log: Log = {
    info: (fields, event) => this.#logged(fields, event),
    warn: (fields, event) => this.#logged(fields, event),
    error: (fields, event) => {
      this.#logged(fields, event)
      this.report(undefined, [`error: ${event} ${JSON.stringify(fields)}`])
    },
  }

  #logged(fields: object, event: string): void {
    this.report(undefined, logged(`${JSON.stringify(fields)} ${event}`, this.#names))
  }

  report(group: Group | undefined, broken: Broken): void {
    const moment = this.#parts.clock.now().toISOString()
    const network = group ? `${group.index} (${group.habits.name}, ${group.habits.zone})` : 'all'
    this.#parts.figures.broken += broken.length
    this.broken.push(...broken.map((message) => ({ network, moment, message })))
  }

  calendarOf({ index, habits: { regions, free }, pause }: Group): Calendar {
    const key = `${index} ${pause?.from} ${pause?.until}`
    const known = this.#calendars.get(key)
    const calendar =
      known ?? networkCalendar(this.#parts.holidays, { regions, free, ...(pause && { pause }) })
    if (!known) this.#calendars.set(key, calendar)
    return calendar
  }

  #groupOf({ network }: World): Group | undefined {
    return this.#parts.groups.find(({ channel }) => network.places.some(({ id }) => id === channel.id))
  }

  /** Something came up by itself: only once, but for a meeting that moved or somebody who asked again. */
  #cameUp(world: World, cause: Cause): void {
    const again = againOf(world, cause)
    this.#parts.figures.occurrences += 1
    const key = `${world.network.id} ${nameOf(cause)} ${cause.about} ${again}`
    this.report(this.#groupOf(world), this.#once.see(key, `${nameOf(cause)} about ${cause.about} happened`))
  }

  commits(world: World, changes: readonly Change[], cause: Cause | undefined): void {
    this.#parts.figures.commits += 1
    if (cause) this.#cameUp(world, cause)
    for (const { kind, put } of changes) {
      if (put === undefined) continue
      const { data } = put as { readonly data: unknown }
      if (kind === 'outbox')
        this.#enqueued(
          data as { id: string; post?: string },
          cause && { cause, again: againOf(world, cause) },
        )
      this.#decidedOn(world, kind, data)
    }
  }

  /** Something that rules are about. */
  #decidedOn(world: World, kind: string, data: unknown): void {
    const group = this.#groupOf(world)
    if (!group) return
    if (kind === 'round') this.#round(group, data as Round)
    if (kind === 'retro') this.#retro(group, world.state, data as Retro)
    if (kind === 'tale') this.report(group, this.stories.tale(data as Tale))
    if (kind === 'agreement') this.#agreement(group, data as Agreement)
    if (kind === 'summary') this.#summary(group, data as Summary)
    if (kind === 'share-version' && (data as ShareVersion).state === 'stopped')
      this.#toCheck.push({ group, round: (data as ShareVersion).id })
  }

  #retro(group: Group, state: State, retro: Retro): void {
    const userOf = (member: string) => members.get(state, member)?.accounts[0]?.user
    this.report(group, this.boards.seen(retro, { minimum: group.minimum, userOf }))
    if (retro.state !== 'closed' || !this.#first(`retro ${group.index} ${retro.id}`)) return
    this.#toCheck.push({ group, round: retro.id })
    this.#parts.figures[retro.pace === 'now' ? 'retrosNow' : 'retrosDays'] += 1
  }

  #agreement(group: Group, { id, state }: Agreement): void {
    if (state === 'carried' && this.#first(`agreement ${group.index} ${id}`)) this.#parts.figures.carried += 1
  }

  #summary(group: Group, { id, state }: Summary): void {
    if (state === 'posted' && this.#first(`summary ${group.index} ${id}`)) this.#parts.figures.summaries += 1
  }

  readonly #counted = new Set<string>()

  /** What is counted once. */
  #first(what: string): boolean {
    const fresh = !this.#counted.has(what)
    this.#counted.add(what)
    return fresh
  }

  /** Somebody stopped, or left: what of theirs nobody saw is gone. */
  withdrew(user: string): void {
    this.answers.withdrew(user)
    this.boards.withdrew(user)
    this.stories.withdrew(user)
  }

  #enqueued({ id, post }: { readonly id: string; readonly post?: string }, decided: Decided = {}): void {
    if (this.#decided.has(id)) return
    const slot = post?.split(' ')[0]
    this.#decided.set(id, {
      ...decided,
      moment: this.#parts.clock.now(),
      ...(slot !== undefined && { slot }),
    })
  }

  #round(group: Group, round: Round): void {
    if (this.#closed.has(round.id)) return
    if (round.state === 'open') {
      // By a word it may begin more than once.
      if (round.about === 'by-word') return
      const subject = `${group.index} ${round.about}`
      const other = this.#rounds.get(subject) ?? round.id
      this.#rounds.set(subject, other)
      if (other !== round.id) this.report(group, [`once: a second round about ${round.about}`])
      return
    }
    this.#closed.add(round.id)
    this.#toCheck.push({ group, round: round.id })
    this.stories.closed(round.id)
    const nameOf = (user: string) => group.people.find((each) => each.user === user)?.name ?? user
    this.report(group, this.answers.closed(round, group.minimum, nameOf))
  }

  /** By what they are about. */
  readonly #rounds = new Map<string, string>()

  /** A message came to stand somewhere. Gives back what it is. */
  stands({ group, person, parcel, fresh }: Standing): Sent {
    const moment = this.#parts.clock.now()
    const { moment: decided, ...known } = this.#decided.get(parcel.id) ?? {}
    const sent: Sent = {
      group,
      ...(person && { person }),
      moment,
      date: dateOf(moment, group.habits.zone),
      fresh,
      ...known,
      parcel: parcel.id,
      message: parcel.message,
    }
    const { figures } = this.#parts
    const say = (broken: Broken) => this.report(group, broken)
    const { cause } = sent
    const what = cause ? nameOf(cause) : 'something by a person'
    const whom = person ? person.name : 'the channel'
    say(this.answers.visible(parcel.message, person?.user))
    say(judging(parcel.message, `${what} to ${whom}`))
    // A version to share is in the language of the network.
    if (what !== 'summary/ready')
      say(language(parcel.message, person ? person.reads : group.language, `${what} to ${whom}`))
    if (!fresh) {
      figures.edits += 1
      return sent
    }
    figures.messages += 1
    if (/^card-(?!slow)/.test(sent.slot ?? '')) figures.cards += 1
    if (cause && ['remind', 'repeat'].includes(cause.kind)) figures.reminders += 1
    const calendar = this.calendarOf(group)
    say(this.#once.see(sameness(sent), `${what} (${sent.slot ?? cause?.about ?? sent.parcel}) to ${whom}`))
    // A platform may ask to wait a while.
    const waited = decided !== undefined && moment.getTime() - decided.getTime() < mostWait
    const due = waited ? { ...sent, moment: decided } : sent
    say(hours(due, calendar))
    say(silence(sent))
    say(this.catchUp.see(due, calendar))
    this.#count(sent, what)
    return sent
  }

  /** Retros are free (storyboard §0). */
  #count(sent: Sent, what: string): void {
    const { group, person, cause, date } = sent
    const add = (kind: 'person' | 'channel', who: string, name: string) =>
      this.report(group, this.#budget.add(kind, who, date, `${what} to ${name}`, cause !== undefined))
    if (!person && cause && cause.feature !== 'retro') add('channel', String(group.index), 'the channel')
    if (!asks(sent)) return
    const asked = person ? [person] : group.people.filter(({ consent, left }) => consent === 'yes' && !left)
    for (const each of asked) add('person', each.user, each.name)
  }

  /** What somebody got to see at once. */
  replied(group: Group, person: Person, reply: Reply): void {
    this.#parts.figures.replies += 1
    this.report(group, this.answers.visible(reply, person.user))
    // Nobody knows what a stranger reads whose platform does not say.
    if (!person.language && (person.left || person.consent === 'unasked')) return
    if (reply.kind === 'word') this.report(group, judging(reply.message, `a reply to ${person.name}`))
    if (reply.kind === 'word')
      this.report(group, language(reply.message, person.reads, `a reply to ${person.name}`))
    if (reply.kind === 'form' && reply.form.language !== person.reads)
      this.report(group, [
        `language: a form for ${person.name} in ${reply.form.language} for who reads ${person.reads}`,
      ])
  }

  /** After a step: what was closed in it is looked at in the store. */
  async check(read: (network: string) => Promise<State>): Promise<void> {
    const now = this.#toCheck
    this.#toCheck = []
    for (const { group, round } of now) {
      if (group.id === undefined) continue
      const state = await read(group.id)
      this.report(group, ties(state, round, [...state.all(members.kind).keys()]))
    }
  }

  /** All that was ever closed in a network, once more. */
  checkAll(group: Group, state: State): void {
    const ids = [...state.all(members.kind).keys()]
    const all = [...state.all('round').keys()].filter((id) => this.#closed.has(id))
    // What was pressed about it after its close is kept for two days and says nothing about an answer.
    const without: State = { ...state, kinds: () => state.kinds().filter((kind) => kind !== 'handled') }
    for (const round of all) this.report(group, ties(without, round, ids))
  }
}
