/** Living through time, and looking at all that is kept. */
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Button, Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Change, Json, State } from '../../src/contracts/store.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { type Member, members } from '../../src/network/member.ts'
import { formIn, type Kit, kit } from './kit.ts'
import { buttonsOf, words } from './look.ts'

/** The example network without a meeting: nothing comes up by itself. */
export async function quietKit(): Promise<Kit> {
  const bot = await kit()
  await bot.change(...meetings.all(await bot.state()).map(({ id }) => meetings.remove(id)))
  return bot
}

/** Lets time pass, with everything that is due on its way at its own moment. */
export async function live(bot: Kit, until: string): Promise<void> {
  const end = new Date(until).toISOString()
  let last = ''
  for (;;) {
    const next = await bot.store.nextDue()
    if (next === undefined || next > end) break
    if (next <= last) throw new Error(`time stands still at ${next}`)
    last = next
    await bot.at(next)
  }
  await bot.at(end)
}

export async function person(bot: Kit, id: string): Promise<Member> {
  const found = members.get(await bot.state(), id)
  if (!found) throw new Error(`there is no member ${id}`)
  return found
}

export const changePerson = async (bot: Kit, id: string, change: Partial<Member>): Promise<void> =>
  bot.change(members.put({ ...(await person(bot, id)), ...change }))

/** A button in one message or reply, by its label. */
export function buttonIn(where: Message | Reply | undefined, label: string): Button {
  const message = where && 'kind' in where ? (where.kind === 'word' ? where.message : undefined) : where
  const found = message && buttonsOf(message).find((each) => each.label === label)
  if (!found) throw new Error(`there is no button "${label}" in: ${words(message) || JSON.stringify(where)}`)
  return found
}

type Kept = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** Every record of a network, to compare with later. Kinds without records are left out. */
export function everything(state: State): Kept {
  const kinds = state.kinds().filter((kind) => state.all(kind).size > 0)
  return Object.fromEntries(kinds.sort().map((kind) => [kind, Object.fromEntries(state.all(kind))]))
}

/** The changes that bring a state back to how it was. */
export function backTo(before: Kept, state: State): readonly Change[] {
  const gone = state
    .kinds()
    .flatMap((kind) => [...state.all(kind).keys()].map((id): Change => ({ kind, id })))
    .filter(({ kind, id }) => before[kind]?.[id] === undefined)
  const put = Object.entries(before).flatMap(([kind, records]) =>
    Object.entries(records).map(([id, record]): Change => ({ kind, id, put: record })),
  )
  return [...gone, ...put]
}

let heard = 0

/** Something from any account at any place, without letting the queue run first. */
export async function hear(
  bot: Kit,
  who: Account,
  where: Place,
  what:
    | { readonly kind: 'press'; readonly ref: string }
    | { readonly kind: 'command'; readonly words: string }
    | { readonly kind: 'person-left' | 'person-joined' }
    | {
        readonly kind: 'submit'
        readonly ref: string
        readonly step: number
        readonly revision: number
        readonly button: 'next' | 'back' | 'skip'
        readonly values: Readonly<Record<string, string | readonly string[]>>
      },
): Promise<Reply> {
  const reply = await bot.bot.receive({ ...what, who, where, id: `live-${++heard}` })
  await bot.drain()
  return reply
}

export const account = (user: string, tenant = 'playground', platform = 'web'): Account => ({
  platform,
  tenant,
  user,
  name: user,
})

/** The teamleider plans one meeting, through the front door. */
export async function planMeeting(bot: Kit, date: string, from = '15:00', until = '16:00'): Promise<void> {
  const form = formIn(await bot.pressRef('anna', 'example/meeting/plan'))
  await bot.submit('anna', form, { date, from, until, repeat: 'once', back: 'form' })
}
