/**
 * What the person who did something gets back at once. Computed anew each time and never stored: a second
 * press of the same button gets the same reply.
 */
import type { Form } from './form.ts'
import type { Message } from './message.ts'
import type { Text } from './text.ts'

export type Reply =
  /** Open this form, or show its next step. */
  | { readonly kind: 'form'; readonly form: Form }
  /**
   * Nothing was saved. A form stays as it is, with a sentence beside each field that needs another look and
   * `all` above them; without a form, `all` is a private word.
   */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, Text>>; readonly all?: Text }
  /**
   * A private word; an open form ends with it. `forget`: nothing is kept about this person any more, so what the
   * platform itself keeps of them may go too. `begins`: it offers to begin a network here; the road takes that word
   * off again, with what else it may offer (`src/move-here.ts`).
   */
  | { readonly kind: 'word'; readonly message: Message; readonly forget?: true; readonly begins?: true }
  | { readonly kind: 'nothing' }
