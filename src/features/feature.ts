/**
 * What a feature is. It says what it understands (commands, presses, submits), what comes up by itself (its
 * part of the plan) and how its messages in the channel read now. Everything in it is pure: a handler gets
 * the world as it is and says what changes, what is said to whom, and what the person sees.
 */

import type { Calendar } from '../calendar/calendar.ts'
import type { Holidays } from '../calendar/holidays.ts'
import type { Happened, HappenedOf, Place, Submit } from '../contracts/incoming.ts'
import type { Block, Button, Message } from '../contracts/message.ts'
import type { Reply } from '../contracts/reply.ts'
import type { Change, State } from '../contracts/store.ts'
import type { Language, Text } from '../contracts/text.ts'
import type { Library } from '../instrument/library.ts'
import type { Member } from '../network/member.ts'
import type { Network } from '../network/network.ts'
import type { Audience } from '../network/rights.ts'
import type { PlainTextId } from '../text/say.ts'

/** A network at one moment, with all that a decision may need. */
export interface World {
  readonly state: State
  readonly network: Network
  readonly now: Date
  /** The network's own school days. */
  readonly calendar: Calendar
  /** What is known of school holidays. */
  readonly holidays: Holidays
  /** Questions, cards and forms as data. */
  readonly library: Library
  /** Asks of everyone that are sure to come in the week of a date and go first: meetings to look back on. */
  reserved(date: string): number
  /** What all features together add to a message that one of them makes. */
  readonly gather: Gather
  newId(): string
  random(): number
}

/** The world as it is now goes in, because a decision may already have changed it. */
export interface Gather {
  beforeMeeting(world: World): readonly BeforeMeeting[]
  month(world: World, period: Period): readonly MonthLine[]
  posts(world: World): readonly Post[]
}

/** What comes back on the school day before a meeting (storyboard 3.7). */
export interface BeforeMeeting {
  readonly blocks: readonly Block[]
  readonly buttons?: readonly Button[]
  /** Remembers that it was said. */
  readonly changes?: readonly Change[]
}

/** ISO instants: from the first, up to the second. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** The sections of the monthly summary, in their order (instruments.md §9). */
export const monthSections = ['did', 'proud', 'value', 'stories', 'agreed', 'talk', 'card', 'next'] as const

export interface MonthLine {
  /** The same line has the same id each time it is computed, so that it can be left out. */
  readonly id: string
  readonly section: (typeof monthSections)[number]
  /** In the network's language; only what the network has already seen. */
  readonly text: Text
  /** In somebody's own words. */
  readonly quote: boolean
  /** When it was, as an ISO date or instant: lines that have a moment are told in that order. */
  readonly at?: string
}

/** The world, and the person who did something. */
export interface Scene extends World {
  /** Absent for somebody of the channel whom the network does not know. */
  readonly member?: Member
  readonly name: string
  /** Where it was said or pressed. */
  readonly where: Place
  readonly account: Member['accounts'][number]
  readonly language: Language
  /** What their platform says they read, where it says so. */
  readonly reads?: Language
  /** The same thing was handled before: only the reply counts, nothing will be saved or sent. */
  readonly again: boolean
}

export interface Outcome {
  readonly changes?: readonly Change[]
  readonly messages?: readonly Outgoing[]
  /** What the person sees; absent: nothing. */
  readonly reply?: Reply
  /** Forget what was handled about this (a round's id), because it would tie people to what they said. */
  readonly forget?: string
}

/** With a slot, a message replaces the one that stands there; without, it is new. */
export interface Outgoing {
  readonly to: 'network' | { readonly member: string }
  readonly slot?: string
  readonly message: Message
  /**
   * It only says that something is over: where that never arrived nothing is said, and what still waits goes. `false`:
   * it can be over and still goes on, so where the network moves to another channel it comes along.
   */
  readonly over?: boolean
}

/** Something that comes up by itself: once for each feature, kind and subject. */
export interface Occurrence {
  readonly kind: string
  readonly about: string
  readonly at: Date
  /** It belongs to a meeting itself, so school hours do not hold. */
  readonly anytime?: boolean
  /** From here on it no longer makes sense and lapses. */
  readonly until?: Date
}

export interface Action {
  readonly for: Audience
  press?(scene: Scene, about: readonly string[]): Outcome
  submit?(scene: Scene, about: readonly string[], submit: Submit): Outcome
}

export interface CommandSpec {
  readonly words: Readonly<Record<Language, string>>
  readonly for: Audience
  readonly help: PlainTextId
  /** What the help says instead where that depends on who asks; nothing for who has no use for it. */
  helpFor?(scene: Scene): PlainTextId | undefined
  /** `rest`: what was typed after the word. */
  run(scene: Scene, rest: string): Outcome
}

/** How a message that stands somewhere should read now. */
export type Post = Outgoing & { readonly slot: string }

/** A line of what is open for somebody, with the way to it. */
export interface Waiting {
  readonly text: Text
  readonly button?: Button
}

export interface Feature {
  readonly name: string
  readonly commands?: readonly CommandSpec[]
  readonly actions?: Readonly<Record<string, Action>>
  /** What a platform says happened to a person or a place, without anybody speaking to the bot. */
  readonly happened?: {
    readonly [Kind in Happened['kind']]?: (scene: Scene, happened: HappenedOf<Kind>) => Outcome
  }
  plan?(world: World): readonly Occurrence[]
  readonly occurrences?: Readonly<Record<string, (world: World, about: string) => Outcome>>
  /** What is open for this person, for `open` and a home tab. */
  waiting?(scene: Scene): readonly Waiting[]
  /** What it adds to the word before the next meeting. */
  beforeMeeting?(world: World): BeforeMeeting | undefined
  /** What it adds to the summary of a month; `next` is about what comes after it. */
  month?(world: World, period: Period): readonly MonthLine[]
  /** The messages that still live: whatever changed, they are updated by themselves. */
  posts?(world: World): readonly Post[]
}
