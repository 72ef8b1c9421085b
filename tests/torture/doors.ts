/** Each platform's own adapter before a stand-in of the platform, and what stands in the channel there. */
import { slackAdapter } from '../../adapters/slack/index.ts'
import { meet } from '../../adapters/teams/conversations.ts'
import { teamsAdapter } from '../../adapters/teams/index.ts'
import { webAdapter } from '../../adapters/web/index.ts'
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Store } from '../../src/contracts/store.ts'
import { usualZone } from '../../src/network/network.ts'
import { secret, standIn as slackStandIn, team, token } from '../slack/standin.ts'
import { configOf } from '../teams/client.ts'
import { tenant as organisation, standIn as teamsStandIn } from '../teams/service.ts'
import { type Group, groupOf } from './group.ts'
import { silent } from './house.ts'

export interface Door {
  readonly group: Group
  /** The same parcel twice is one message there. */
  readonly repeatable: boolean
  adapter(store: Store, clock: Clock): ChatAdapter
  /** What the adapter must know before it can send there. */
  prepare(store: Store): Promise<void>
  /** How many messages stand in the channel. */
  shown(store: Store): Promise<number>
  close(): Promise<void>
}

const receive: Receive = async () => ({ kind: 'nothing' })
const pictures = async () => undefined
const nothing = async () => undefined

async function web(): Promise<Door> {
  const group = groupOf('n', 7, 'web', 'playground', 'channel')
  const people = group.people.map((user) => ({ user, name: user, role: 'member' as const }))
  return {
    ...{ group, repeatable: true, prepare: nothing, close: nothing },
    adapter: (store, clock) =>
      webAdapter({
        ...{
          receive,
          store,
          people,
          pictures,
          log: silent,
          zone: usualZone,
          drain: nothing,
          restart: nothing,
        },
        channels: [{ id: group.channel.id, name: 'Netwerk' }],
        clock: { now: clock.now, moveTo: nothing },
      }),
    shown: async (store) => (await store.read('playground')).all('post').size,
  }
}

async function slack(): Promise<Door> {
  const there = await slackStandIn()
  const group = groupOf('n', 7, 'slack', team, 'C0EXAMPLE')
  const config = { botToken: token, apiUrl: there.apiUrl, signingSecret: secret }
  return {
    ...{ group, repeatable: false, prepare: nothing, close: there.close },
    adapter: (store, clock) => slackAdapter({ receive, store, clock, pictures, config, log: silent }),
    shown: async () => there.posts.filter(({ channel }) => channel === group.channel.id).length,
  }
}

async function teams(): Promise<Door> {
  const there = await teamsStandIn()
  const group = groupOf('n', 7, 'teams', organisation, '19:invented@thread.tacv2')
  const { id, tenant } = group.channel
  return {
    ...{ group, repeatable: false, close: there.close },
    adapter: (store, clock) =>
      teamsAdapter({ receive, store, clock, pictures, config: configOf(there), log: silent }),
    prepare: (store) => meet(store, { spot: { id, tenant, serviceUrl: there.base, kind: 'channel' } }),
    shown: async () => there.posted.filter(({ conversation }) => conversation.startsWith(id)).length,
  }
}

export const doors = { web, slack, teams }
