/**
 * A chat platform. An adapter is made with `receive`, gives it everything it hears (`Incoming`), shows the
 * `Reply` to that one person, and sends what the sender hands it. Four required members; the rest is optional
 * because not every platform has it.
 */
import type { HttpRoute } from './http.ts'
import type { Account, Incoming, Place } from './incoming.ts'
import type { Message } from './message.ts'
import type { Reply } from './reply.ts'

/** Resolves when what was heard is safe on disk, or with an `errors` reply that says it is not. Never throws. */
export type Receive = (incoming: Incoming) => Promise<Reply>

/** Where a sent message stands, as the platform names it: opaque to the core. */
export type Address = string

export interface Parcel {
  /** The same id means the same message. */
  readonly id: string
  readonly place: Place
  readonly message: Message
}

export interface ChatAdapter {
  readonly platform: string
  /** What it wants to hear on the bot's one server. */
  readonly routes: readonly HttpRoute[]
  /** Throws `SendFailed` and nothing else. */
  send(parcel: Parcel): Promise<Address>
  /** Replaces a message that was sent before. Throws `SendFailed` and nothing else. */
  update(address: Address, parcel: Parcel): Promise<void>
  /** The chat between the bot and one person. Throws `SendFailed` (`gone`) where there can be none. */
  privatePlace(account: Account): Promise<Place>
  /** Sending the same parcel twice shows one message, so after a crash it may be sent again. */
  readonly repeatable?: boolean
  /** Milliseconds that must lie between two messages in one place. */
  readonly pace?: number
  /** Whether people can reach the bot now; absent: as long as its server listens. */
  ready?(): boolean
  start?(): Promise<void>
  stop?(): Promise<void>
}
