/** What a chat adapter brings to its conformance suite: hands to act with and eyes to see with. */
import { expect } from 'vitest'
import type { ChatAdapter } from '../../src/contracts/chat.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { inert } from '../../src/contracts/text.ts'

/** One message or form as somebody meets it. */
export interface Sight {
  /** Every word that a reader or listener gets, escapes undone. */
  readonly text: string
  /**
   * All that is more than words there, in order: tags, mentions, links, formatting. What people wrote may not
   * add to it.
   */
  readonly alive: readonly string[]
}

export interface FormSight extends Sight {
  /** What stands beside each field that needs another look, by the field's id. */
  readonly errors: Readonly<Record<string, string>>
}

export interface ChatHarness {
  readonly adapter: ChatAdapter
  /** Two people who are both in the channel, as the core hears of them. */
  readonly people: readonly [Account, Account]
  readonly channel: Place
  /** What the core answers from now on. */
  answer(reply: Reply): void
  /** What the core heard so far. */
  heard(): readonly Incoming[]
  /** Each of these goes through the platform's own wire and resolves when the reply is shown. */
  command(by: Account, where: Place, words: string): Promise<void>
  /** Presses a button that this person sees there, by its label. */
  press(by: Account, where: Place, label: string): Promise<void>
  /** Fills in the form that this person has open and presses one of its buttons. */
  submit(by: Account, button: 'next' | 'back' | 'skip', values: Values): Promise<void>
  /** What this person sees in a place, oldest first, with what only they see. */
  place(by: Account, where: Place): Promise<readonly Sight[]>
  /**
   * What this person gets when they take a file that they see there, by its name. Bytes, because a copy must be
   * the same to the last one.
   */
  file(by: Account, where: Place, name: string): Promise<Uint8Array>
  /** The form this person has open. */
  form(by: Account): Promise<FormSight | undefined>
  /** What came in the place of a form that ended, or as a private word. */
  word(by: Account): Promise<Sight | undefined>
  /** Sends this as the body of a call to the bot, signed where the platform signs; gives the status. */
  raw(body: string): Promise<number>
  /** Ways in which the platform may fail a call, by name; after it, calls fail. */
  readonly failures: Readonly<Record<string, () => void>>
  close(): Promise<void>
}

/** Words longer than this may be shortened, with an ellipsis that shows it. */
const fitsEverywhere = 2000

/** Blank space may be laid out differently; every other letter must be there. */
const flat = (words: string) => words.replace(/\s+/gu, ' ').trim()

/** That these words stand there, letter by letter. */
export function expectWords(sight: Sight | undefined, words: string): void {
  const text = flat(sight?.text ?? '')
  const wanted = flat(inert(words))
  if (words.length > fitsEverywhere && !text.includes(wanted)) {
    expect(text).toContain(wanted.slice(0, 50))
    expect(text).toContain('…')
  } else expect(text).toContain(wanted)
}
