/** Meaning to do something with what one learned, and later saying how it went. */
import type { Button, Message } from '../../../src/contracts/message.ts'
import { buttonIn, fill, hours, later, marked, minutes, replyButton, type Someone, taken } from './hands.ts'

/** With the thanks: "shall I ask you about it?" Most let it be. */
export async function offered(someone: Someone, button: Button): Promise<void> {
  const { life, group, person } = someone
  if (!person.chance.is(0.5)) return
  const opened = await life.press(group, person, button)
  if (opened.kind !== 'form') return
  const reply = await fill(someone, opened, () => ({ words: marked(someone, 'note', 'note') }))
  const undo = replyButton(reply, 'transfer/forget')
  if (undo && person.chance.is(0.1)) await forget(someone, undo)
}

async function forget(someone: Someone, button: Button): Promise<void> {
  await someone.life.press(someone.group, someone.person, button)
}

/** "You wanted to … How did it go?" */
export function askedHowItWent(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const { chance } = person
  const tell = buttonIn(message, 'transfer/tell')
  const drop = buttonIn(message, 'transfer/forget')
  if (!tell || chance.is(0.25)) return
  if (drop && chance.is(0.15)) {
    later(someone, hours(chance.between(1, 50)), () => forget(someone, drop))
    return
  }
  later(someone, minutes(chance.between(5, 4000)), async () => {
    const share = chance.pick(['me', 'quiet', 'quiet', 'name'] as const)
    const subject = share === 'me' ? 'told to oneself' : 'told'
    const { marks } = life.parts.witness
    const noticed = marked(someone, 'told', subject)
    const reply = await fill(someone, await life.press(group, person, tell), () => ({
      how: chance.pick(['yes', 'bit', 'not'] as const),
      share,
      noticed,
    }))
    if (!taken(reply)) return
    if (share === 'me') marks.forget({ subject, user: person.user })
    else marks.showAll(noticed)
  })
}
