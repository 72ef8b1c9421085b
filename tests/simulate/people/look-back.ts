/** Looking back after a meeting: at once, late, after the reminder, never, and again after a change of mind. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Button, Message } from '../../../src/contracts/message.ts'
import { readRef } from '../../../src/contracts/ref.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import { lines, mark } from '../words.ts'
import { buttonIn, hours, minutes, type Someone } from './hands.ts'

/** The invitation stands in the channel. */
export function invited(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance, temper } = person
  const button = buttonIn(message, 'evaluation/answer')
  if (!button) return
  const after = (milliseconds: number, act: () => Promise<void>) =>
    life.at(life.now.getTime() + milliseconds, chance, act)
  const answer = () => lookBack(someone, button)
  if (person.leads && chance.is(0.04)) {
    const aloud = buttonIn(message, 'evaluation/aloud')
    if (aloud)
      after(minutes(chance.between(1, 90)), async () => void (await life.press(group, person, aloud)))
  }
  // Somebody who does not take part presses the button all the same.
  if (person.consent !== 'yes' && chance.is(0.1)) after(minutes(chance.between(5, 200)), answer)
  if (person.consent !== 'yes' || chance.is(0.08)) return
  if (temper === 'never' && chance.is(0.9)) return
  if (temper === 'reminded' && chance.is(0.85)) return
  after(temper === 'late' ? hours(chance.between(16, 110)) : minutes(chance.between(1, 400)), answer)
  if (temper === 'changing') after(hours(chance.between(8, 60)), answer)
}

/** The private reminder: most fill in, some choose something else. */
export function reminded(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const does = (action: string) => buttonIn(message, `evaluation/${action}`)
  const luck = chance.next()
  const action =
    luck < 0.55 ? 'answer' : luck < 0.7 ? 'later' : luck < 0.8 ? 'skip' : luck < 0.83 ? 'stop' : ''
  const button = does(action)
  if (!button || (person.temper === 'never' && action === 'answer' && chance.is(0.8))) return
  life.at(life.now.getTime() + minutes(chance.between(2, 900)), chance, async () => {
    if (action === 'answer') return lookBack(someone, button)
    await life.press(group, person, button)
  })
}

/** Opens the form and goes through it in their own way. */
export async function lookBack(someone: Someone, button: Pick<Button, 'ref' | 'label'>): Promise<void> {
  const { life, group, person } = someone
  const { chance } = person
  const round = readRef(button.ref)?.about[0] ?? ''
  let reply: Reply = await life.press(group, person, button)
  for (let step = 0; reply.kind === 'form' && step < 6; step++) {
    const { form } = reply
    // Closing means later.
    if (chance.is(0.04)) return
    const how = chance.is(0.05) ? 'skip' : form.step > 1 && chance.is(0.04) ? 'back' : 'next'
    const values = how === 'skip' ? {} : answersTo(someone, form, round)
    reply = await life.submit(group, person, form, values, how)
    if (how === 'skip' || (reply.kind !== 'form' && reply.kind !== 'word')) continue
    // Going back keeps what was there; sending a step replaces the whole of it.
    const items = how === 'back' ? Object.keys(values) : form.fields.map(({ id }) => id)
    life.parts.witness.answers.said(round, person.user, items, values)
    if (form.step === form.steps) life.parts.figures.answers += 1
  }
}

function answersTo({ life, group, person }: Someone, form: Form, round: string): Values {
  const { chance } = person
  const words = lines[person.language ?? group.language]
  const values: Record<string, string | readonly string[]> = {}
  for (const field of form.fields) {
    if (field.tag === 'choices') {
      const chosen = field.options.map(({ value }) => value).filter(() => chance.is(0.35))
      if (chosen.length > 0) values[field.id] = chosen
    } else if (chance.is(field.id === 'talk' ? 0.35 : 0.85)) {
      const list = field.id === 'good' ? words.good : field.id === 'next' ? words.next : words.talk
      values[field.id] = `${chance.pick(list)}${mark(life.parts.witness.answers.mark(round, person.user))}`
    }
  }
  return values
}
