/** Around the Dimensieraamwerk: its moment, its picture, the conclusion, and lines of a network's own. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Message } from '../../../src/contracts/message.ts'
import type { Group } from '../cast.ts'
import type { Life } from '../life.ts'
import {
  buttonIn,
  fill,
  hours,
  later,
  leaderOf,
  minutes,
  replyButton,
  type Someone,
  taken,
  wording,
} from './hands.ts'

/** "On … it starts. Does that suit you?" */
export function momentProposed(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const luck = chance.next()
  const action = luck < 0.35 ? 'fine' : luck < 0.55 ? 'move' : luck < 0.65 ? 'off' : ''
  const button = buttonIn(message, `monitoring/${action}`)
  if (!button) return
  later(someone, minutes(chance.between(3, 6000)), async () => {
    const opened = await life.press(group, person, button)
    await fill(someone, opened, () => ({ date: life.day(group, chance.between(1, 40)) }))
  })
}

/** The picture stands in the channel, or that there were too few: somebody writes down what they make of it. */
export function pictureShown(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  for (const action of ['words', 'guide', 'sheet']) {
    const button = buttonIn(message, `monitoring/${action}`)
    if (button && chance.is(0.12))
      later(
        someone,
        minutes(chance.between(1, 3000)),
        async () => void (await life.press(group, person, button)),
      )
  }
  const button = buttonIn(message, 'monitoring/conclude')
  if (!button || !chance.is(0.6 / group.people.length)) return
  later(someone, hours(chance.between(1, 300)), async () => {
    const reply = await fill(someone, await life.press(group, person, button), (form) =>
      conclusion(someone, form),
    )
    if (taken(reply)) life.parts.figures.agreements += 1
  })
}

function conclusion(someone: Someone, form: Form): Values {
  const { chance } = someone.person
  const first = form.fields.find(({ id }) => id === 'first')
  const line = form.fields.find(({ id }) => id === 'first-line')
  const lines = line && 'options' in line ? line.options.map(({ value }) => value) : []
  const [wanted = 'none'] = chance.shuffle(lines)
  return {
    conclusion: wording(someone, 'conclusion'),
    ...(first && chance.is(0.6) && { first: wording(someone, 'agree'), 'first-line': wanted }),
  }
}

/** Typing `monitor`: to open a round, or to see where it stands; with the table or a line of their own. */
export async function lookAtMonitor(life: Life, group: Group): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  const someone = { life, group, person }
  const { chance } = person
  const reply = await life.say(group, person, 'monitor')
  const open = replyButton(reply, chance.is(0.7) ? 'monitoring/open' : 'monitoring/not-now')
  if (open) await life.press(group, person, open)
  const table = replyButton(reply, 'monitoring/table')
  if (table && chance.is(0.6)) await life.press(group, person, table)
  const own = replyButton(reply, 'monitoring/own')
  if (own && chance.is(0.7))
    await fill(someone, await life.press(group, person, own), () => ({
      title: wording(someone, 'line'),
      left: wording(someone, 'left'),
      right: wording(someone, 'right'),
    }))
}

/** A line of their own is proposed: hardly anybody minds. */
export function lineProposed(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const button = buttonIn(message, 'monitoring/object')
  if (!button || person.consent !== 'yes' || !person.chance.is(0.03)) return
  later(
    someone,
    minutes(person.chance.between(5, 3000)),
    async () => void (await life.press(group, person, button)),
  )
}
