/** What a person does with what they see: finding a button, going through a form. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Button, Message } from '../../../src/contracts/message.ts'
import { readRef } from '../../../src/contracts/ref.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import type { Group, Person } from '../cast.ts'
import type { Life } from '../life.ts'
import { lines, mark } from '../words.ts'

/** A person of a network, in the year that they live through. */
export interface Someone {
  readonly life: Life
  readonly group: Group
  readonly person: Person
}

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000

/** The button for an action of a feature in a message. */
export const buttonIn = ({ blocks }: Message, action: string): Button | undefined =>
  blocks
    .flatMap((block) => (block.tag === 'buttons' ? block.buttons : []))
    .find(({ ref }) => {
      const read = readRef(ref)
      return read !== undefined && `${read.feature}/${read.action}` === action
    })

export const replyButton = (reply: Reply, action: string): Button | undefined =>
  reply.kind === 'word' ? buttonIn(reply.message, action) : undefined

/** Goes through all steps of a form that was opened; what a step gets is told by the form. */
export async function fill(
  { life, group, person }: Someone,
  opened: Reply,
  values: (form: Form) => Values,
): Promise<Reply> {
  let reply = opened
  for (let step = 0; reply.kind === 'form' && step < 8; step++)
    reply = await life.submit(group, person, reply.form, values(reply.form))
  return reply
}

/** What a form asks, of all that somebody has in mind. */
export const asked = ({ fields }: Form, values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]] as const])),
  )

/** Types a word, presses a button of what comes back, and fills in the form behind it. */
export async function viaWord(
  someone: Someone,
  words: string,
  action: string,
  values: (form: Form) => Values,
): Promise<Reply | undefined> {
  const { life, group, person } = someone
  const button = replyButton(await life.say(group, person, words), action)
  return button && fill(someone, await life.press(group, person, button), values)
}

/** The bot took it: nothing to correct. */
export const taken = (reply: Reply | undefined): boolean =>
  reply !== undefined && (reply.kind === 'word' || reply.kind === 'form')

/** The first value that a choice of the form offers which is wanted, or its first. */
export function optionOf(form: Form, id: string, wanted?: string): string | undefined {
  const field = form.fields.find((each) => each.id === id)
  const options = field && 'options' in field ? field.options.map(({ value }) => value) : []
  return options.find((value) => value === wanted) ?? options[0]
}

/** What somebody writes about something, in their own language. */
export const wording = ({ group, person }: Someone, topic: keyof (typeof lines)['nl']): string =>
  person.chance.pick(lines[person.language ?? group.language][topic])

/** The same, with a mark by which it is recognised until it may be seen. */
export const marked = (someone: Someone, topic: keyof (typeof lines)['nl'], subject: string): string =>
  `${wording(someone, topic)}${mark(someone.life.parts.witness.marks.next(subject, someone.person.user))}`

/** In a while, if it comes to that. */
export function later({ life, person }: Someone, milliseconds: number, act: () => Promise<void>): void {
  life.at(life.now.getTime() + milliseconds, person.chance, act)
}

/** What a button is about. */
export const aboutOf = ({ ref }: Pick<Button, 'ref'>): string => readRef(ref)?.about[0] ?? ''

export const leaderOf = ({ people }: Group): Person | undefined =>
  people.find(({ leads, left }) => leads && !left)

export const takingPart = ({ people }: Group): readonly Person[] =>
  people.filter(({ consent, left }) => consent === 'yes' && !left)
