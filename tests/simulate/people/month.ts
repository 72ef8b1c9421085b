/** The summary of the month: a look beforehand, posting it sooner, and a version for the school. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Message } from '../../../src/contracts/message.ts'
import type { Group } from '../cast.ts'
import type { Life } from '../life.ts'
import { buttonIn, fill, later, leaderOf, minutes, type Someone, takingPart, viaWord } from './hands.ts'

/** A teamleider sees it the day before. */
export function previewed(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const button = buttonIn(message, `summary/${chance.pick(['fine', 'change', 'change', 'none'] as const)}`)
  if (!button) return
  later(someone, minutes(chance.between(5, 1500)), async () => {
    await fill(someone, await life.press(group, person, button), (form) => ticked(someone, form, 0.85))
  })
}

/** So many of the lines, by chance. */
function ticked({ person }: Someone, form: Form, odds: number): Values {
  const chosen = form.fields.flatMap((field): [string, readonly string[]][] => {
    if (field.tag !== 'choices') return []
    return [[field.id, field.options.map(({ value }) => value).filter(() => person.chance.is(odds))]]
  })
  return Object.fromEntries(chosen)
}

/** It stands in the channel: sometimes somebody makes a version for others. */
export function summaryShown(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const read = buttonIn(message, 'summary/read')
  if (read && chance.is(0.05))
    later(someone, minutes(chance.between(1, 900)), async () => void (await life.press(group, person, read)))
  const share = buttonIn(message, 'summary/share')
  if (!share || !chance.is(0.5 / group.people.length)) return
  later(someone, minutes(chance.between(5, 6000)), async () => {
    await fill(someone, await life.press(group, person, share), (form) => ticked(someone, form, 0.4))
  })
}

/** A version to share is proposed: some read it, hardly anybody objects. */
export function versionProposed(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const object = buttonIn(message, 'summary/object')
  const text = buttonIn(message, 'summary/text')
  if (text && chance.is(0.1))
    later(someone, minutes(chance.between(1, 4000)), async () => void (await life.press(group, person, text)))
  if (!object || person.consent !== 'yes' || !chance.is(0.04)) return
  const press = async () => void (await life.press(group, person, object))
  later(someone, minutes(chance.between(5, 4000)), press)
}

/** `maandbericht`: a member reads the last one, a teamleider posts the next one now and then. */
export async function askForSummary(life: Life, group: Group): Promise<void> {
  const leader = leaderOf(group)
  const [other] = group.chance.shuffle(takingPart(group))
  const person = leader && group.chance.is(0.6) ? leader : other
  if (!person) return
  const someone = { life, group, person }
  await viaWord(someone, 'maandbericht', 'summary/now', (form) => ticked(someone, form, 0.9))
}
