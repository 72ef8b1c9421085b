/** Invented networks: a channel, people who all take part, and meetings; and what these people do. */
import type { Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Store } from '../../src/contracts/store.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { members, newMember } from '../../src/network/member.ts'
import { minimumGroup, networks, usualZone } from '../../src/network/network.ts'
import type { Road } from '../../src/road.ts'
import { buttonsOf } from '../support/look.ts'

/** Monday 23 November 2026, 16:15 in Amsterdam: a quarter of an hour after a meeting that ended then. */
export const monday = new Date('2026-11-23T15:15:00Z')

export interface Group {
  readonly id: string
  readonly channel: Place
  readonly people: readonly string[]
}

export const groupOf = (
  id: string,
  size: number,
  platform = 'torture',
  tenant = 'weather',
  channel = `channel-${id}`,
): Group => ({
  id,
  channel: { platform, tenant, id: channel, kind: 'channel' },
  people: Array.from({ length: size }, (_, n) => `${id}-p${n}`),
})

const hour = 3_600_000

/** Puts a group there, with meetings of an hour that begin at these moments. Its first person is the teamleider. */
export const seedGroup = (
  store: Store,
  road: Pick<Road, 'settle'>,
  { id, channel, people }: Group,
  starts: readonly Date[] = [new Date(monday.getTime() - 1.25 * hour)],
): Promise<void> =>
  store.transact(id, (state) => {
    const { platform, tenant } = channel
    return road.settle(
      state,
      [
        networks.put({
          ...{ id, name: `Netwerk ${id}`, task: '', language: 'nl', zone: usualZone },
          ...{ minimum: minimumGroup.default, regions: ['midden'], free: [], places: [channel] },
          confirmed: '2026-2027',
        }),
        ...people.map((user, n) => {
          const known = newMember({
            id: user,
            name: user,
            language: 'nl',
            accounts: [{ platform, tenant, user }],
          })
          return members.put({ ...known, roles: n === 0 ? ['teamleider'] : [], consent: 'yes' })
        }),
        ...starts.map((start, n) =>
          meetings.put({
            id: `meeting-${n + 1}`,
            when: { start: start.toISOString(), end: new Date(start.getTime() + hour).toISOString() },
            ...{ lookBack: 'form', state: 'planned', series: 'meeting-1', announced: n === 0, revision: 0 },
          }),
        ),
      ],
      undefined,
    )
  })

let heard = 0

const from = ({ channel }: Group, user: string) => ({
  who: { platform: channel.platform, tenant: channel.tenant, user, name: user },
  where: channel,
  id: `heard-${++heard}`,
})

export const pressOf = (group: Group, user: string, ref: string): Incoming => ({
  kind: 'press',
  ref,
  ...from(group, user),
})

/** The first step of looking back, sent with these words. */
export const answerOf = (
  group: Group,
  user: string,
  ref: string,
  revision: number,
  words: string,
): Incoming => ({
  ...{ kind: 'submit', ref, step: 1, revision, button: 'next', values: { good: words } },
  ...from(group, user),
})

export const sayOf = (group: Group, user: string, words: string): Incoming => {
  const said = from(group, user)
  return { kind: 'command', words, ...said, where: { ...said.where, id: `private-${user}`, kind: 'private' } }
}

/** The ref behind [Invullen]. */
export function invitationIn(messages: readonly Message[]): string {
  const found = messages.flatMap(buttonsOf).find(({ ref }) => ref.includes('/evaluation/answer/'))
  if (!found) throw new Error('nobody was invited to look back')
  return found.ref
}

/** What stands in the first field of the form that somebody gets back. */
export function firstValue(reply: Reply): string | undefined {
  const value = reply.kind === 'form' ? reply.form.fields[0]?.value : undefined
  return typeof value === 'string' ? value : undefined
}

/** What is kept of somebody's answer to the first step, as they see it themselves. */
export async function keptAnswer(
  hear: (incoming: Incoming) => Promise<Reply>,
  group: Group,
  user: string,
  ref: string,
): Promise<string | undefined> {
  const back = { ...answerOf(group, user, ref, 0, ''), step: 2, button: 'back', values: {} } as Incoming
  return firstValue(await hear(back))
}
