/**
 * What travels between the page and this adapter, so that both sides are checked against the same words.
 *
 * - **Person**: somebody of the invented network whom a visitor can be.
 * - **Channel**: a place of a network; its id is anything but `private`.
 * - **Spot**: a channel's id, or `private`: the chat between that person and the bot.
 * - **Post**: a message that was sent; `order` counts up over all spots.
 */

import type { Values } from '../../src/contracts/form.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Language } from '../../src/contracts/text.ts'

export interface PlaygroundPerson {
  readonly user: string
  readonly name: string
  readonly role: 'teamleider' | 'member' | 'coach' | 'outsider'
}

export interface Channel {
  readonly id: string
  readonly name: string
}

export type Spot = string

export interface WirePost {
  readonly id: string
  readonly order: number
  /** ISO instant of the playground's own clock. */
  readonly at: string
  /** Another message took the place of the first one. */
  readonly changed: boolean
  readonly message: Message
}

export interface WireState {
  readonly now: string
  /** The next moment at which something is waiting, once nothing is due now; absent: nothing is. */
  readonly next?: string
  /** Something is due at this very moment: it is being worked, or is on its way. */
  readonly underway?: true
  readonly zone: string
  readonly channels: readonly Channel[]
  readonly people: readonly PlaygroundPerson[]
  readonly posts: Readonly<Record<Spot, readonly WirePost[]>>
}

export type Deed =
  | { readonly kind: 'command'; readonly words: string }
  | { readonly kind: 'press'; readonly ref: string }
  | {
      readonly kind: 'submit'
      readonly ref: string
      readonly step: number
      readonly revision: number
      readonly button: 'next' | 'back' | 'skip'
      readonly values: Values
    }

/** A deed of one person in one spot. The word `channel` also means the first channel. */
export type WireIncoming = Deed & {
  readonly id: string
  readonly as: string
  readonly language: Language
  readonly where: Spot
}
