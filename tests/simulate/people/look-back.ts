/** Answering what everybody is asked: at once, late, after the reminder, never, halfway, and again after a change of mind. */
import type { Field, Form, Values } from '../../../src/contracts/form.ts'
import type { Button, Message } from '../../../src/contracts/message.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import { offered } from './carry.ts'
import { aboutOf, buttonIn, hours, later, marked, minutes, replyButton, type Someone } from './hands.ts'
import { tellStory } from './harvest.ts'

export const rounds = ['evaluation', 'monitoring', 'harvest'] as const
type Kind = (typeof rounds)[number]

export const invitationIn = (message: Message): Kind | undefined =>
  rounds.find((kind) => buttonIn(message, `${kind}/answer`))

/** The invitation stands in the channel. */
export function invited(someone: Someone, message: Message, kind: Kind): void {
  const { life, group, person } = someone
  const { chance, temper } = person
  const button = buttonIn(message, `${kind}/answer`)
  if (!button) return
  const answer = () => lookBack(someone, button, kind)
  if (person.leads && chance.is(0.04)) {
    const aloud = buttonIn(message, 'evaluation/aloud')
    if (aloud)
      later(
        someone,
        minutes(chance.between(1, 90)),
        async () => void (await life.press(group, person, aloud)),
      )
  }
  // Somebody who does not take part presses the button all the same.
  if (person.consent !== 'yes' && chance.is(0.1)) later(someone, minutes(chance.between(5, 200)), answer)
  if (person.consent !== 'yes' || (!person.keen && chance.is(0.08))) return
  if (temper === 'never' && chance.is(0.9)) return
  if (temper === 'reminded' && chance.is(0.85)) return
  const slowly = kind === 'evaluation' ? hours(chance.between(16, 110)) : hours(chance.between(30, 300))
  later(someone, temper === 'late' ? slowly : minutes(chance.between(1, 400)), answer)
  if (temper === 'changing') later(someone, hours(chance.between(8, 60)), answer)
}

export const reminderIn = (message: Message): Kind | undefined =>
  rounds.find((kind) => ['skip', 'stop'].some((each) => buttonIn(message, `${kind}/${each}`)))

/** The private reminder: most fill in, some choose something else. */
export function reminded(someone: Someone, message: Message, kind: Kind): void {
  const { life, group, person } = someone
  const { chance } = person
  const luck = chance.next()
  const action =
    luck < 0.55 ? 'answer' : luck < 0.7 ? 'later' : luck < 0.8 ? 'skip' : luck < 0.83 ? 'stop' : ''
  const button = buttonIn(message, `${kind}/${action}`)
  if (!button || (person.temper === 'never' && action === 'answer' && chance.is(0.8))) return
  later(someone, minutes(chance.between(2, 900)), async () => {
    if (action === 'answer') return lookBack(someone, button, kind)
    await life.press(group, person, button)
  })
}

/** Opens the form and goes through it in their own way. */
export async function lookBack(
  someone: Someone,
  button: Pick<Button, 'ref' | 'label'>,
  kind: Kind = 'evaluation',
): Promise<void> {
  const { life, group, person } = someone
  const { figures, witness } = life.parts
  const { chance } = person
  const round = aboutOf(button)
  let reply: Reply = await life.press(group, person, button)
  for (let step = 0; reply.kind === 'form' && step < 12; step++) {
    const { form } = reply
    // Closing means later, for some.
    if (chance.is(0.04)) {
      if (chance.is(0.6)) later(someone, hours(chance.between(2, 60)), () => lookBack(someone, button, kind))
      return
    }
    const how = chance.is(0.05) ? 'skip' : form.step > 1 && chance.is(0.04) ? 'back' : 'next'
    const values = how === 'skip' ? {} : answersTo(someone, form, round)
    reply = await life.submit(group, person, form, values, how)
    if (how === 'skip' || (reply.kind !== 'form' && reply.kind !== 'word')) continue
    // Going back keeps what was there; sending a step replaces the whole of it.
    const items = how === 'back' ? Object.keys(values) : form.fields.map(({ id }) => id)
    witness.answers.said(round, person.user, items, values)
    figures.crosses += form.fields.filter(({ tag, id }) => tag === 'line' && values[id] !== undefined).length
    if (form.step === form.steps) figures.answers += 1
  }
  const note = replyButton(reply, 'transfer/note')
  if (note) await offered(someone, note)
  const story = replyButton(reply, 'harvest/story')
  if (story && chance.is(0.3)) await tellStory(someone, story)
}

function answersTo(someone: Someone, form: Form, round: string): Values {
  const values: Record<string, string | readonly string[]> = {}
  for (const field of form.fields) {
    const value = answerTo(someone, field, round)
    if (value !== undefined) values[field.id] = value
  }
  return values
}

const topics = {
  good: 'good',
  next: 'next',
  talk: 'talk',
  proud: 'year',
  keep: 'year',
  worth: 'year',
} as const
/** What people say less often than not. */
const seldom: Readonly<Record<string, number>> = { talk: 0.35, example: 0.3 }

function answerTo(someone: Someone, field: Field, round: string): string | readonly string[] | undefined {
  const { chance } = someone.person
  switch (field.tag) {
    case 'choices': {
      const chosen = field.options.map(({ value }) => value).filter(() => chance.is(0.35))
      return chosen.length > 0 ? chosen : undefined
    }
    case 'line': {
      const wish = field.ways.length === 0
      if (!chance.is(wish ? 0.45 : 0.93)) return undefined
      const [way] = field.ways
      if (way && chance.is(0.07)) return way.value
      return field.places[chance.between(0, field.places.length - 1)]?.value
    }
    case 'choice':
      return chance.is(0.3) ? 'with' : 'without'
    default: {
      const { id } = field
      const topic = id.startsWith('why-')
        ? 'example'
        : id === 'task'
          ? id
          : (topics[id as keyof typeof topics] ?? 'talk')
      return chance.is(seldom[topic] ?? 0.85) ? marked(someone, topic, round) : undefined
    }
  }
}
