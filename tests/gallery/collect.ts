/** Gathers every kind of message and form that a network meets in a year, by living one and being curious. */
import { allCommands } from '../../src/commands.ts'
import type { Form } from '../../src/contracts/form.ts'
import type { Button, Message } from '../../src/contracts/message.ts'
import { readRef } from '../../src/contracts/ref.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Language } from '../../src/contracts/text.ts'
import { features } from '../../src/features/registry.ts'
import type { Group, Person } from '../simulate/cast.ts'
import type { Life } from '../simulate/life.ts'
import { leaderOf } from '../simulate/people/hands.ts'
import { nameOf, type Sent } from '../simulate/rules/seen.ts'
import type { Follower } from '../simulate/transcript.ts'
import { liveYear, wholeYear } from '../simulate/year.ts'

/** One thing to look at; the same kind has the same name in both languages. */
export type Sample = { readonly name: string } & (
  | { readonly message: Message; readonly form?: never }
  | { readonly form: Form; readonly message?: never }
)

const buttonsIn = ({ blocks }: Message): readonly Button[] =>
  blocks.flatMap((block) => (block.tag === 'buttons' ? block.buttons : []))

const actionOf = (ref: string): string => {
  const read = readRef(ref)
  return read ? `${read.feature}/${read.action}` : ref
}

/** Ids differ from one year to the next; what stays is what kind it is. */
const slotName = (slot: string): string => slot.replace(/[ -](id|n[0-9a-f])[\w.-]*/g, '')

class Collector implements Follower {
  readonly samples = new Map<string, Sample>()
  readonly #pressed = new Set<string>()
  #deed = ''

  #keep(name: string, what: { message: Message } | { form: Form }): void {
    if (!this.samples.has(name)) this.samples.set(name, { name, ...what })
  }

  types(_moment: Date, _group: Group, _person: Person, typed: string): void {
    this.#deed = `word ${typed.split(' ')[0]}`
  }

  presses(_moment: Date, _group: Group, _person: Person, label: string): void {
    this.#deed = `button ${label}`
  }

  sends(_moment: Date, _group: Group, _person: Person, form: Form, button: string): void {
    this.#deed = `${actionOf(form.ref)} ${button === 'next' ? 'sent' : button}`
  }

  replied(_person: Person, reply: Reply): void {
    if (reply.kind === 'form') this.#keep(`form ${actionOf(reply.form.ref)} ${reply.form.step}`, reply)
    if (reply.kind === 'word') this.#keep(`reply to ${this.#deed}`, reply)
  }

  said({ person, slot, cause, fresh, message }: Sent): void {
    const what = slot ? slotName(slot) : cause ? nameOf(cause) : 'word'
    this.#keep(`${person ? 'private' : 'channel'} ${what}${fresh ? '' : ', later'}`, { message })
  }

  note(): void {}

  /** Opens every form behind a new message, once for each kind. */
  curious(life: Life, { group, person, message }: Sent): void {
    const who = person ?? leaderOf(group)
    if (!who) return
    for (const button of buttonsIn(message).filter(({ opens }) => opens === 'form')) {
      const action = actionOf(button.ref)
      if (this.#pressed.has(action)) continue
      this.#pressed.add(action)
      life.at(life.now.getTime() + 60_000, who.chance, async () => {
        await life.press(group, who, button)
      })
    }
  }
}

/** Samples by name, in the order in which the year brings them. */
export async function collect(language: Language, seed: string): Promise<ReadonlyMap<string, Sample>> {
  const collector = new Collector()
  await liveYear({
    ...{ networks: 1, seed, days: wholeYear, sync: false },
    followed: {
      language,
      follower: () => collector,
      sees: (life, sent) => collector.curious(life, sent),
      async ends(life, group) {
        const leader = leaderOf(group)
        if (!leader) return
        for (const { words } of allCommands(features)) {
          const reply = await life.say(group, leader, words[language])
          const buttons = reply.kind === 'word' ? buttonsIn(reply.message) : []
          for (const button of buttons.filter(({ opens }) => opens === 'form'))
            await life.press(group, leader, button)
        }
      },
    },
  })
  return collector.samples
}
