/** The way between people and the bot: a simulated platform, or a real adapter before a stand-in of its platform. */
import type { ChatAdapter, Parcel, Receive } from '../../../src/contracts/chat.ts'
import type { Clock } from '../../../src/contracts/clock.ts'
import type { Happened, Incoming, Place } from '../../../src/contracts/incoming.ts'
import type { Log } from '../../../src/contracts/log.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import type { Store } from '../../../src/contracts/store.ts'
import type { Group, Person } from '../cast.ts'
import type { Figures } from '../figures.ts'
import type { Broken } from '../rules/seen.ts'

type Bare<Each> = Each extends unknown ? Omit<Each, 'who' | 'where' | 'id'> : never

/** What a platform tells by itself. */
export type Told = Bare<Happened>
export type Deed = Bare<Incoming>

/** Somebody does something somewhere. */
export interface Done {
  readonly group: Group
  readonly person: Person
  readonly where: Place
  readonly deed: Deed
}

export interface Answered {
  readonly reply: Reply
  /** The same once more, as platforms and impatient people do. */
  again(): Promise<void>
}

/** A running bot. */
export interface Behind {
  readonly receive: Receive
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

export interface Opened {
  readonly adapter: ChatAdapter
  hear(done: Done): Promise<Answered>
  stop(): Promise<void>
}

export interface Door {
  /** The bot came up behind it; it may go down and come back. */
  open(behind: Behind): Promise<Opened>
  /** The messages that stand in a channel, as somebody there reads them, oldest first. */
  reads(group: Group): readonly string[]
  close(): Promise<void>
}

/** Where a message came to stand. */
export interface Standing {
  readonly group: Group
  readonly person?: Person
  readonly parcel: Parcel
  readonly fresh: boolean
}

export interface DoorParts {
  readonly groups: readonly Group[]
  readonly figures: Figures
  /** How often a sending goes wrong, from 0. */
  readonly trouble: number
  stands(standing: Standing): void
  /** What a platform would not take, or what was not there to be used. */
  report(group: Group | undefined, broken: Broken): void
  /** Answers in what somebody sees that are not for them. */
  visible(seen: unknown, reader?: string): Broken
}
