/** An installation as Teams tells it: of the team in its general channel, and of the channel that was chosen. */
import { expect, onTestFinished, test } from 'vitest'
import { account, channel } from './client.ts'
import { house } from './house.ts'
import { appId, tenant } from './service.ts'

const noor = account('noor', 'Noor Voorbeeld')
const team = { id: '19:general@thread.tacv2', name: 'Invented team' }
const general = { ...channel, id: team.id }
const conversation = { id: team.id, conversationType: 'channel', isGroup: true, tenantId: tenant }
const told = { conversation, channelData: { tenant: { id: tenant }, team } }
const members = (...membersAdded: object[]) => ({
  ...{ type: 'conversationUpdate', conversation, membersAdded },
  channelData: { ...told.channelData, eventType: 'teamMemberAdded' },
})
const chosen = { settings: { selectedChannel: { id: channel.id } } }
const install = (action: string) => ({
  ...{ type: 'installationUpdate', action, conversation },
  channelData: { ...told.channelData, ...chosen },
})

test('the greeting stands in the channel that was chosen, and nowhere else in the team', async () => {
  const bot = await house('2026-12-07T09:00:00Z')
  onTestFinished(() => bot.close())
  await bot.tell(noor, channel, members({ id: `28:${appId}` }))
  await bot.tell(noor, channel, install('add'))
  await bot.tell(noor, channel, members({ id: '29:aad-sam', name: 'Sam Verzonnen' }))
  await bot.tell(noor, channel, install('add-upgrade'))
  await bot.settle()
  expect(bot.seen(channel).match(/Hoi, ik ben/g)).toHaveLength(1)
  expect(bot.seen(general)).toBe('')
})

test('a question that is not ours is answered, with nothing in it', async () => {
  const bot = await house('2026-12-07T09:00:00Z')
  onTestFinished(() => bot.close())
  await bot.tell(noor, channel, { type: 'invoke', name: 'composeExtension/query', value: {} })
  await bot.settle()
  expect(bot.service.posted).toEqual([])
})
