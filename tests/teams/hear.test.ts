/** Everything that Teams tells, and what the core hears of it. */
import { expect, onTestFinished, test } from 'vitest'
import type { Incoming, Place } from '../../src/contracts/incoming.ts'
import { account, channel, client } from './client.ts'
import { appId, tenant } from './service.ts'

const noor = account('noor', 'Noor Voorbeeld')
const chat: Place = { platform: 'teams', tenant, id: 'a:invented', kind: 'private' }
const bot = { id: `28:${appId}` }
const group = { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: tenant } }
const sam = { id: '29:sam', aadObjectId: 'aad-sam', name: 'Sam Verzonnen' }
const guest = { id: '29:guest' }
const called = '<at>Dubbelloop</at>'
const mention = { type: 'mention', text: called, mentioned: bot }
const inGroup = { ...group, channelData: { tenant: { id: tenant } } }

const heardOf = async (where: Place, more: object): Promise<readonly Incoming[]> => {
  const heard: Incoming[] = []
  const teams = await client(async (incoming) => {
    heard.push(incoming)
    return { kind: 'nothing' }
  })
  onTestFinished(() => teams.close())
  await teams.tell(noor, where, { ...more })
  return heard
}

/** In the shape that Microsoft documents, with invented ids. */
const event = (name: 'meetingStart' | 'meetingEnd', time: object) => ({
  type: 'event',
  name: `application/vnd.microsoft.${name}`,
  timestamp: '2026-11-23T15:00:03.4388966Z',
  entities: [{ locale: 'nl-NL', country: 'NL', type: 'clientInfo' }],
  value: {
    MeetingType: 'Recurring',
    Title: 'Overleg',
    Id: 'meeting-1',
    JoinUrl: 'https://teams.example.org/l/meetup-join/invented',
    ...time,
  },
})
const told = (eventType: string, more: object = {}) => ({
  type: 'conversationUpdate',
  channelData: {
    eventType,
    tenant: { id: tenant },
    channel: { id: channel.id, name: 'Nieuwe naam' },
    ...more,
  },
})

test.each([
  ['a bare word in the chat', chat, { type: 'message', text: ' open ' }, { kind: 'command', words: 'open' }],
  [
    'a mention in a thread, with others named',
    channel,
    { type: 'message', text: `${called}&nbsp;leden <at>Sam</at>\n`, entities: [mention] },
    { kind: 'command', words: 'leden Sam', where: { id: channel.id, kind: 'channel' } },
  ],
  [
    'a mention in a group chat',
    channel,
    { type: 'message', text: `${called} help`, entities: [mention], ...inGroup },
    { kind: 'command', words: 'help', where: { id: '19:group@thread.v2', kind: 'channel' } },
  ],
  ['installed', channel, { type: 'installationUpdate', action: 'add' }, { kind: 'bot-added' }],
  ['upgraded', chat, { type: 'installationUpdate', action: 'add-upgrade' }, { kind: 'bot-added' }],
  ['uninstalled', channel, { type: 'installationUpdate', action: 'remove' }, { kind: 'bot-removed' }],
  ['renamed', channel, told('channelRenamed'), { kind: 'place-renamed', name: 'Nieuwe naam' }],
  ['deleted', channel, told('channelDeleted'), { kind: 'place-gone' }],
  ['restored', channel, told('channelRestored'), { kind: 'bot-added' }],
  [
    'a group chat with another name',
    channel,
    { type: 'conversationUpdate', topicName: 'Anders', ...inGroup },
    { kind: 'place-renamed', name: 'Anders' },
  ],
  [
    'a meeting that began',
    channel,
    event('meetingStart', { StartTime: '2026-11-23T14:01:17.4388966Z' }),
    { kind: 'meeting-started', call: { id: 'meeting-1', at: '2026-11-23T14:01:17.438Z' } },
  ],
  [
    'a meeting that ended',
    channel,
    event('meetingEnd', { EndTime: '2026-11-23T15:00:00Z' }),
    {
      kind: 'meeting-ended',
      id: 'meeting-1 2026-11-23T15:00:00.000Z',
      call: { id: 'meeting-1', at: '2026-11-23T15:00:00.000Z' },
    },
  ],
  [
    'a meeting whose end is only told by the moment of telling',
    channel,
    event('meetingEnd', {}),
    { kind: 'meeting-ended', call: { at: '2026-11-23T15:00:03.438Z' } },
  ],
] as const)('%s', async (_, where, more, expected) => {
  expect(await heardOf(where, more)).toMatchObject([expected])
})

test('the channel that was chosen at the installation', async () => {
  const chosen = { settings: { selectedChannel: { id: '19:chosen@thread.tacv2' } } }
  const channelData = { tenant: { id: tenant }, team: { id: '19:general@thread.tacv2' }, ...chosen }
  expect(await heardOf(channel, { type: 'installationUpdate', action: 'add', channelData })).toMatchObject([
    { kind: 'bot-added', where: { id: '19:chosen@thread.tacv2' } },
  ])
})

test('people who come and go, each by themselves, guests by what they are called here, and never the bot', async () => {
  const added = { type: 'conversationUpdate', membersAdded: [bot, sam, guest] }
  expect(await heardOf(channel, added)).toMatchObject([
    { kind: 'person-joined', who: { user: 'aad-sam', name: 'Sam Verzonnen' } },
    { kind: 'person-joined', who: { user: '29:guest' } },
  ])
  const removed = { type: 'conversationUpdate', membersRemoved: [sam, bot] }
  expect(await heardOf(channel, removed)).toMatchObject([{ kind: 'person-left', who: { user: 'aad-sam' } }])
})

test.each([
  ['words in a channel that are not for the bot', { type: 'message', text: 'hoi allemaal' }],
  [
    'somebody else called',
    { type: 'message', text: '<at>Sam</at>', entities: [{ ...mention, mentioned: sam }] },
  ],
  ['a kind of activity that we do not know', { type: 'typing' }],
  ['a meeting without a moment', { ...event('meetingEnd', { EndTime: 'soon' }), timestamp: null }],
  ['a channel whose new name is not told', { ...told('channelRenamed', { channel: { id: channel.id } }) }],
])('%s: nothing', async (_, more) => {
  expect(await heardOf(channel, more)).toEqual([])
})
