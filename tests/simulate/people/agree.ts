/** Agreements: noting one from what was shared or in one's own words, and saying how it stands. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Message } from '../../../src/contracts/message.ts'
import { lines } from '../words.ts'
import { buttonIn, fill, minutes, type Someone, taken, viaWord } from './hands.ts'

/** The results stand in the channel: sometimes somebody writes down what they agree. */
export function resultsShown(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const read = buttonIn(message, 'evaluation/read') ?? buttonIn(message, 'harvest/read')
  if (read && chance.is(0.1))
    life.at(life.now.getTime() + minutes(chance.between(1, 300)), chance, async () => {
      await life.press(group, person, read)
    })
  const note = buttonIn(message, 'agreement/note')
  if (!note || !chance.is(0.7 / group.people.length)) return
  life.at(life.now.getTime() + minutes(chance.between(5, 2000)), chance, async () => {
    const reply = await fill(someone, await life.press(group, person, note), (form) => point(someone, form))
    if (taken(reply)) life.parts.figures.agreements += 1
  })
}

function point({ life, group, person }: Someone, form: Form): Values {
  const { chance } = person
  const offered = form.fields.find(({ id }) => id === 'points')
  const points = offered?.tag === 'choices' ? offered.options.map(({ value }) => value) : []
  const [first] = chance.shuffle(points)
  const mine = chance.is(0.4)
  return {
    ...(first !== undefined && chance.is(0.6)
      ? { points: [first] }
      : { own: chance.pick(lines[group.language].agree) }),
    who: mine ? 'me' : 'all',
    ...((mine || chance.is(0.3)) && { date: life.day(group, chance.between(1, 30)) }),
  }
}

/** What becomes of an agreement, as its people say. */
const becomes = ['done', 'done', 'carried', 'dropped'] as const
const keenly = ['done', 'carried'] as const

/** By typing `afspraken`. */
export async function noteByHand(someone: Someone): Promise<void> {
  const reply = await viaWord(someone, 'afspraken', 'agreement/note', (form) => point(someone, form))
  if (taken(reply)) someone.life.parts.figures.agreements += 1
}

/** "Tomorrow: … How is it going?" */
export function ownerAsked({ life, group, person }: Someone, message: Message): void {
  const { chance } = person
  const button = buttonIn(message, `agreement/${chance.pick(person.keen ? keenly : becomes)}`)
  if (!button || chance.is(0.3)) return
  life.at(life.now.getTime() + minutes(chance.between(2, 1500)), chance, async () => {
    await life.press(group, person, button)
  })
}

/** Just before the next meeting: somebody says how an agreement went. */
export function aheadSaid(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const change = buttonIn(message, 'agreement/change')
  if (!change || !chance.is((person.keen ? 2 : 0.6) / group.people.length)) return
  life.at(life.now.getTime() + minutes(chance.between(5, 1000)), chance, async () => {
    await fill(someone, await life.press(group, person, change), (form) =>
      Object.fromEntries(
        form.fields.map((field) => [
          field.id,
          field.id.startsWith('state-')
            ? chance.pick(person.keen ? keenly : becomes)
            : 'value' in field && typeof field.value === 'string'
              ? field.value
              : '',
        ]),
      ),
    )
  })
}
