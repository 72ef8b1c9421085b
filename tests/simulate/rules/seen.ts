/** What the rules look at: one message that came to stand somewhere, and why. */
import type { Message } from '../../../src/contracts/message.ts'
import type { Group, Person } from '../cast.ts'

/** The occurrence that a message comes from; absent: somebody did something. */
export interface Cause {
  readonly feature: string
  readonly kind: string
  readonly about: string
}

export interface Sent {
  readonly group: Group
  /** Absent: the channel. */
  readonly person?: Person
  readonly moment: Date
  /** The day on the wall there. */
  readonly date: string
  /** A new message; not fresh is one that changed where it stood. */
  readonly fresh: boolean
  readonly cause?: Cause
  /** Tells two times of one subject apart: a meeting that moved, somebody who asked to be asked again. */
  readonly again?: string
  readonly slot?: string
  readonly parcel: string
  readonly message: Message
}

/** What is broken, in one sentence each. */
export type Broken = readonly string[]

export const nameOf = ({ feature, kind }: Cause): string => `${feature}/${kind}`

/** Role words, and a repeat that somebody asked for: they take nothing of anyone's budget (storyboard §0). */
const roleWords: readonly string[] = [
  'membership/welcome',
  'evaluation/unreached',
  'evaluation/open',
  'monitoring/head',
  'monitoring/talk',
  'monitoring/unreached',
  'summary/preview',
  'harvest/unreached',
  'meeting/found',
  'delivery/gone',
]
const requested: readonly string[] = ['summary/ready', 'retro/sleep']

/** A word to somebody because of their role. */
export const isRoleWord = ({ person, cause }: Sent): boolean =>
  person !== undefined && cause !== undefined && roleWords.includes(nameOf(cause))

/**
 * It asks one person, or everybody: a channel message with a button that most people come for. What people
 * themselves begin is free (storyboard §0), but for a round that they open for everybody.
 */
export function asks(sent: Sent): boolean {
  const { person, cause, message, slot = '' } = sent
  if (!person) {
    const buttons = message.blocks.flatMap((block) => (block.tag === 'buttons' ? block.buttons : []))
    const main = buttons.filter(({ primary }) => primary)
    return (
      !slot.startsWith('retro-') && main.some(({ ref }) => cause !== undefined || ref.includes('/answer/'))
    )
  }
  const free = sent.again === 'asked for' || (cause && requested.includes(nameOf(cause)))
  return cause !== undefined && !isRoleWord(sent) && !free
}
