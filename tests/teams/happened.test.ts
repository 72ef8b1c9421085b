/** What Teams tells by itself, in the shapes that Microsoft documents with invented ids, from the door to the cards. */
import { expect, onTestFinished, test } from 'vitest'
import { members } from '../../src/network/member.ts'
import { theNetwork } from '../../src/network/network.ts'
import { account, channel } from './client.ts'
import { type House, house } from './house.ts'
import { appId, tenant } from './service.ts'

const noor = account('noor', 'Noor Voorbeeld')
const sam = account('sam', 'Sam Verzonnen')
const team = { id: '19:team@thread.tacv2', name: 'Invented team' }

/** Brought into the channel and begun from the greeting. */
async function begun(): Promise<House> {
  const bot = await house('2026-12-07T09:00:00Z')
  onTestFinished(() => bot.close())
  await bot.install(noor, channel)
  await bot.settle()
  expect(bot.seen(channel)).toContain('Hoi, ik ben Dubbelloop.')
  await bot.press(noor, channel, 'Beginnen')
  await bot.submit(noor, 'next', { name: 'Taal in de onderbouw', task: '', language: 'nl' })
  await bot.submit(noor, 'next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await bot.submit(noor, 'next', {})
  await bot.submit(noor, 'next', { coach: 'me', rhythm: 'none' })
  await bot.settle()
  for (const each of [noor, sam]) {
    await bot.press(each, channel, 'Doe je mee?')
    await bot.submit(each, 'next', { consent: 'yes' })
    await bot.settle()
  }
  return bot
}

/** As Teams tells it of a team: in its general channel, without naming another. */
const general = { id: '19:team@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: tenant }
const ofTeam = (more: object) => ({
  conversation: general,
  channelData: { tenant: { id: tenant }, team },
  ...more,
})
const ofTeamEvent = (eventType: string, more: object) => ({
  type: 'conversationUpdate',
  ...ofTeam({ ...more, channelData: { tenant: { id: tenant }, team, eventType } }),
})
const privately = async (bot: House) => bot.seen(await bot.adapter.privatePlace(noor))
const network = async (bot: House) => theNetwork(await bot.state())

test('the greeting goes once, and the button in it begins a network', async () => {
  const bot = await begun()
  await bot.install(noor, channel)
  await bot.settle()
  expect(bot.seen(channel).match(/Hoi, ik ben/g)).toHaveLength(1)
  expect(bot.seen(channel)).not.toContain('Beginnen')
})

test('a meeting that nobody planned: asked privately, and yes opens the evaluation', async () => {
  const bot = await begun()
  const event = (name: string, value: object) => ({
    type: 'event',
    name: `application/vnd.microsoft.${name}`,
    timestamp: '2026-12-08T15:31:00.1234567Z',
    value: {
      MeetingType: 'Scheduled',
      Title: 'Overleg',
      Id: 'MCMxOTppbnZlbnRlZA==',
      JoinUrl: 'https://teams.example.org/x',
      ...value,
    },
  })
  await bot.at('2026-12-08T14:31:00Z')
  await bot.tell(sam, channel, event('meetingStart', { StartTime: '2026-12-08T14:30:00.1234567Z' }))
  await bot.at('2026-12-08T15:31:00Z')
  for (const _ of [1, 2])
    await bot.tell(sam, channel, event('meetingEnd', { EndTime: '2026-12-08T15:30:00.1234567Z' }))
  await bot.settle()
  expect((await privately(bot)).match(/Was dit Teams-overleg/g)).toHaveLength(1)
  const chat = await bot.adapter.privatePlace(noor)
  await bot.press(noor, chat, 'Ja')
  expect(bot.toasts.get(noor.user)).toContain('vraag ik iedereen om terug te kijken')
  await bot.at('2026-12-08T15:50:00Z')
  expect(bot.seen(channel)).toContain('Jullie bijeenkomst zit erop.')
  expect(await privately(bot)).not.toContain('Nee')
})

test('removed from the team and back: the network in another channel of it rests, and goes on', async () => {
  const bot = await begun()
  const remove = () => bot.tell(sam, channel, { type: 'installationUpdate', action: 'remove', ...ofTeam({}) })
  for (const times of [1, 2]) {
    await remove()
    await bot.settle()
    expect(await network(bot)).toMatchObject({ gone: 'told' })
    expect((await privately(bot)).match(/Ik kan niet meer in jullie kanaal/g)).toHaveLength(times)
    await bot.tell(sam, channel, { type: 'installationUpdate', action: 'add', ...ofTeam({}) })
    await bot.settle()
    expect((await network(bot))?.gone).toBeUndefined()
  }
})

test('the channel or the whole team is deleted: told privately', async () => {
  for (const event of [
    {
      type: 'conversationUpdate',
      channelData: {
        eventType: 'channelDeleted',
        tenant: { id: tenant },
        team,
        channel: { id: channel.id, name: 'Taal' },
      },
    },
    ofTeamEvent('teamDeleted', {}),
  ]) {
    const bot = await begun()
    await bot.tell(sam, channel, event)
    await bot.settle()
    expect(await privately(bot)).toContain('Ik kan niet meer in jullie kanaal.')
  }
})

test('renamed: the name of the place follows', async () => {
  const bot = await begun()
  const channelData = {
    eventType: 'channelRenamed',
    tenant: { id: tenant },
    team,
    channel: { id: channel.id, name: 'Lezen' },
  }
  await bot.tell(sam, channel, { type: 'conversationUpdate', channelData })
  expect(await network(bot)).toMatchObject({ name: 'Taal in de onderbouw', places: [{ name: 'Lezen' }] })
})

test('who leaves the team leaves the network; who is added is not written to', async () => {
  const bot = await begun()
  const person = { id: '29:aad-sam', aadObjectId: sam.user, name: 'Sam Verzonnen' }
  await bot.tell(noor, channel, ofTeamEvent('teamMemberRemoved', { membersRemoved: [person] }))
  const found = members.all(await bot.state()).find(({ name }) => name.startsWith('Sam'))
  expect(found).toMatchObject({ left: true })
  const before = bot.service.posted.length
  await bot.tell(
    noor,
    channel,
    ofTeamEvent('teamMemberAdded', { membersAdded: [person, { id: `28:${appId}` }] }),
  )
  await bot.settle()
  expect(bot.service.posted.length).toBe(before)
})
