/** What a platform tells by itself: calls, another name, the bot taken out of a channel and let in again. */
import { momentOf } from '../../../src/calendar/calendar.ts'
import type { Message } from '../../../src/contracts/message.ts'
import { buttonIn, later, minutes, type Someone } from './hands.ts'

/** The call of a meeting: a little sooner or later than planned, or none. */
export function callOn({ life, group, person }: Someone, date: string): void {
  const { habits, chance } = group
  const { from, until, zone, calls } = habits
  if (!calls || chance.is(0.1)) return
  const id = `call-${group.index}-${date}`
  const at = (clock: string, minutesLater: number) =>
    momentOf(date, clock, zone).getTime() + minutes(minutesLater)
  const tell = (kind: 'meeting-started' | 'meeting-ended', moment: number) =>
    life.at(moment, chance, () =>
      life.happens(group, person, { kind, call: { id, at: life.now.toISOString() } }),
    )
  const start = at(from, chance.between(-8, 12))
  if (start < life.now.getTime()) return
  tell('meeting-started', start)
  tell('meeting-ended', at(until, chance.between(-25, 70)))
}

/** A call that nobody planned. */
export async function callUnplanned({ life, group, person }: Someone): Promise<void> {
  const id = `loose-${group.index}-${life.day(group)}`
  const call = (kind: 'meeting-started' | 'meeting-ended') =>
    life.happens(group, person, { kind, call: { id, at: life.now.toISOString() } })
  await call('meeting-started')
  life.at(life.now.getTime() + minutes(group.chance.between(4, 80)), group.chance, () =>
    call('meeting-ended'),
  )
}

/** "Was this one of yours?" */
export function callFound(someone: Someone, message: Message): void {
  const { life, group, person } = someone
  const [button] = person.chance.shuffle(
    message.blocks.flatMap((block) => (block.tag === 'buttons' ? block.buttons : [])),
  )
  if (!button || !buttonIn(message, 'meeting/found') || person.chance.is(0.4)) return
  later(
    someone,
    minutes(person.chance.between(2, 1600)),
    async () => void (await life.press(group, person, button)),
  )
}

export const rename = ({ life, group, person }: Someone): Promise<void> =>
  life.happens(group, person, { kind: 'place-renamed', name: `Kanaal ${group.index} (nieuw)` })

/** The bot is taken out, and let in again after some days. */
export async function shutOut(someone: Someone): Promise<void> {
  const { life, group, person } = someone
  if (group.shut) return
  group.shut = true
  await life.happens(group, person, { kind: group.chance.is(0.7) ? 'bot-removed' : 'place-gone' })
  const back = async () => {
    delete group.shut
    await life.happens(group, person, { kind: 'bot-added' })
  }
  life.at(life.now.getTime() + minutes(group.chance.between(1000, 30_000)), group.chance, back, true)
}
