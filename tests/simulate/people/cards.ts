/** Question cards: pressing what becomes of them, drawing one, writing one, and how often they come. */
import type { Message } from '../../../src/contracts/message.ts'
import type { Group } from '../cast.ts'
import type { Life } from '../life.ts'
import {
  buttonIn,
  fill,
  later,
  leaderOf,
  minutes,
  replyButton,
  type Someone,
  takingPart,
  wording,
} from './hands.ts'

/** A card stands in the channel, or changed there. */
export function cardShown(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  if (!chance.is(0.7 / group.people.length)) return
  const action = chance.pick(['keep', 'keep', 'other', 'talked', 'later', 'undo'] as const)
  const button = buttonIn(message, `dialogue/${action}`)
  if (!button) return
  later(someone, minutes(chance.between(5, 8000)), async () => void (await life.press(group, person, button)))
}

/** `kaart`, with or without a theme, in the channel or in private. */
export async function drawCard(life: Life, group: Group): Promise<void> {
  const [person] = group.chance.shuffle(takingPart(group))
  if (!person) return
  const { chance } = person
  const theme = chance.pick(['', '', ' vertrouwen', ' tijd', ' leren', ' xyz'])
  const where = chance.is(0.5) ? group.channel : undefined
  const reply = await life.say(group, person, `kaart${theme}`, where)
  const keep = replyButton(reply, `dialogue/${chance.pick(['keep', 'other', 'theme'] as const)}`)
  if (keep) await life.press(group, person, keep)
}

/** Whoever leads writes a card of the network's own. */
export async function writeCard(life: Life, group: Group): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  const someone = { life, group, person }
  const add = replyButton(await life.say(group, person, 'kaart eigen'), 'dialogue/add')
  if (!add) return
  await fill(someone, await life.press(group, person, add), () => ({ question: wording(someone, 'card') }))
}

/** "I can't tell whether the cards help you. Shall I send fewer?" */
export function askedToSlow(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const choices = message.blocks.flatMap((block) => (block.tag === 'buttons' ? block.buttons : []))
  const [button] = chance.shuffle(choices)
  if (!button || !buttonIn(message, 'dialogue/slow') || chance.is(0.3)) return
  later(someone, minutes(chance.between(5, 3000)), async () => void (await life.press(group, person, button)))
}
