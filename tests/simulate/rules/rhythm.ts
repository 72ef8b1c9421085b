/** Rules about when and how often: once, in school hours, within the budget, one word after being away. */
import { type Calendar, inSchoolHours, momentOf, schoolHours } from '../../../src/calendar/calendar.ts'
import { weekOf } from '../../../src/calendar/day.ts'
import { type Broken, type Cause, nameOf, type Sent } from './seen.ts'

/** What happens once: occurrences, new messages, the round of a meeting. */
export class Once {
  readonly #seen = new Set<string>()

  see(key: string, what: string): Broken {
    if (this.#seen.has(key)) return [`once: ${what} a second time`]
    this.#seen.add(key)
    return []
  }
}

/** What makes a new message the same as another one: its slot, or the occurrence it came from. */
export function sameness({ cause, slot, parcel, person, group, again = '' }: Sent): string {
  const where = person?.user ?? 'channel'
  // Nobody may lead a network more than once in a year: each time it is asked anew.
  // The end of a note comes anew where nobody knows whether the question about it arrived.
  const anew = slot === 'membership-lead' || (cause === undefined && slot?.startsWith('transfer-'))
  if (slot !== undefined && !anew) return `${group.index} ${slot} ${where}`
  return `${group.index} ${cause ? `${nameOf(cause)} ${cause.about} ${again}` : parcel} ${where}`
}

/** The word ten minutes before the end of a meeting that looks back out loud is part of that meeting. */
const partOfMeeting = ({ cause, person }: { cause?: Cause; person?: unknown }) =>
  cause !== undefined && nameOf(cause) === 'evaluation/open' && person !== undefined

/** Nothing new by itself outside school hours. */
export function hours(sent: Sent, calendar: Calendar): Broken {
  const { cause, moment, group, date } = sent
  const { zone } = group.habits
  if (!cause || partOfMeeting(sent)) return []
  const time = (clock: string) => momentOf(date, clock, zone)
  if (!calendar.isSchoolDay(date)) return [`hours: ${nameOf(cause)} on ${date}, no school day`]
  return moment < time(schoolHours.from) || moment > time(schoolHours.until)
    ? [`hours: ${nameOf(cause)} outside school hours`]
    : []
}

export const limits = {
  person: { day: 1, week: 2 },
  channel: { day: 1, week: 3 },
} as const

/** How much somebody was asked, or a channel was told. What a person started counts and breaks nothing. */
export class Budget {
  readonly #told = new Map<string, string[]>()

  add(kind: keyof typeof limits, who: string, date: string, what: string, byItself: boolean): Broken {
    const day = this.#before(`${kind} ${who} ${date}`, what)
    const week = this.#before(`${kind} ${who} week ${weekOf(date)}`, `${what} on ${date}`)
    if (!byItself) return []
    const number = (before: readonly string[]) =>
      `${what} is the ${kind}'s number ${before.length + 1} of the`
    return [
      ...(day.length >= limits[kind].day ? [`budget: ${number(day)} day, after ${day.join(', ')}`] : []),
      ...(week.length >= limits[kind].week ? [`budget: ${number(week)} week, after ${week.join(', ')}`] : []),
    ]
  }

  /** What there was already. */
  #before(key: string, what: string): readonly string[] {
    const all = this.#told.get(key) ?? []
    this.#told.set(key, [...all, what])
    return all
  }
}

/** After being away: at most one message for each reader of a network until the end of the first school hours. */
export class CatchUp {
  #missed: Date | undefined
  readonly #told = new Map<string, string>()

  /** The bot is back at this moment. */
  back(moment: Date): void {
    this.#missed = moment
    this.#told.clear()
  }

  /** Everything up to the first moment of school hours counts, told there by `quiet`. */
  see(sent: Sent, calendar: Calendar): Broken {
    const { cause, fresh, group, moment, person } = sent
    if (!this.#missed || !cause || !fresh || !this.#counts(calendar, sent)) return []
    // A call that ended was heard of while the bot was there: that word is no catching up.
    if (nameOf(cause) === 'meeting/found') return []
    const who = `${group.index} ${person?.user ?? 'channel'}`
    const before = this.#told.get(who)
    this.#told.set(who, `${nameOf(cause)} at ${moment.toISOString()}`)
    return before === undefined
      ? []
      : [`catch-up: ${nameOf(cause)} after ${before}, back since ${this.#missed.toISOString()}`]
  }

  /** At once, or when the first school hours after it begin; a morning later something else may be due. */
  #counts(calendar: Calendar, { moment, group }: Sent): boolean {
    const missed = this.#missed ?? moment
    const first = inSchoolHours(calendar, missed, group.habits.zone)
    return [missed, first].some((each) => each.getTime() === moment.getTime())
  }
}
