/**
 * What reaches the bot from outside, after an adapter has verified and parsed it.
 *
 * - **Account**: a person as one platform knows them. The core turns it into a member.
 * - **Place**: where something can be said; its id is opaque to the core.
 * - **Incoming**: always with who, where and the platform's own id of it. What counts as "the same again" is
 *   decided by meaning (`src/handled.ts`), because a platform may deliver one thing twice under two ids.
 */
import type { Values } from './form.ts'
import type { Language } from './text.ts'

export interface Account {
  readonly platform: string
  /** The organisation or workspace. */
  readonly tenant: string
  readonly user: string
  readonly name?: string
  readonly language?: Language
}

export interface Place {
  readonly platform: string
  readonly tenant: string
  readonly id: string
  /** `channel`: a network's own place, group chats included. `private`: one person and the bot. */
  readonly kind: 'channel' | 'private'
  readonly name?: string
}

interface Heard {
  readonly who: Account
  readonly where: Place
  readonly id: string
}

export interface Command extends Heard {
  readonly kind: 'command'
  /** Everything the person typed to the bot, without the mention: "kaart vertrouwen". */
  readonly words: string
}

export interface Press extends Heard {
  readonly kind: 'press'
  readonly ref: string
}

export interface Submit extends Heard {
  readonly kind: 'submit'
  readonly ref: string
  readonly step: number
  readonly revision: number
  readonly button: 'next' | 'back' | 'skip'
  readonly values: Values
}

/** A call that the platform itself knows of; `id` is the same for its start and its end. */
export interface Call {
  readonly id: string
  /** ISO instant at which it began, or ended. */
  readonly at: string
}

/** What is told besides who, where and when. */
interface Details {
  readonly 'bot-added': unknown
  readonly 'bot-removed': unknown
  /** Here `who` is the person who came or went. */
  readonly 'person-joined': unknown
  readonly 'person-left': unknown
  /** Its new name. */
  readonly 'place-renamed': { readonly name: string }
  readonly 'place-gone': unknown
  readonly 'home-opened': unknown
  readonly 'meeting-started': { readonly call: Call }
  readonly 'meeting-ended': { readonly call: Call }
}

/** Something happened to a person, a place or a meeting without anybody speaking to the bot. */
export type HappenedOf<Kind extends keyof Details> = {
  readonly [K in Kind]: Heard & { readonly kind: K } & Details[K]
}[Kind]

export type Happened = HappenedOf<keyof Details>

export type Incoming = Command | Press | Submit | Happened
