/** Who may what, through the real door of Teams: every action, pressed by each kind of person. */
import { expect, onTestFinished, test } from 'vitest'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import {
  isBroken,
  isForbidden,
  isRefusal,
  keeper,
  type PlatformRole,
  pressable,
  refIn,
} from '../support/matrix.ts'
import { account, channel } from './client.ts'
import { type House, house } from './house.ts'

const elsewhere: Place = { ...channel, id: '19:elsewhere@thread.tacv2' }
const [noor, sam, lou, rik] = ['noor', 'sam', 'lou', 'rik'].map((name) => account(name, `${name} verzonnen`))
if (!noor || !sam || !lou || !rik) throw new Error('nobody is there')

async function begin(bot: House, by: Account, where: Place): Promise<void> {
  await bot.install(by, where)
  await bot.settle()
  await bot.press(by, where, 'Beginnen')
  for (const values of [
    { name: `Netwerk van ${by.user}`, language: 'nl' },
    { zone: 'Europe/Amsterdam', minimum: '4' },
    {},
    {},
  ])
    await bot.submit(by, 'next', values)
  await bot.settle()
}

async function networks(): Promise<{ bot: House; id: string }> {
  const bot = await house('2026-11-16T09:00:00Z')
  onTestFinished(() => bot.close())
  await begin(bot, noor as Account, channel)
  await begin(bot, rik as Account, elsewhere)
  for (const each of [noor, sam] as Account[]) {
    await bot.press(each, channel, 'Doe je mee?')
    await bot.submit(each, 'next', { consent: 'yes' })
    await bot.settle()
  }
  const [id = ''] = await bot.store.networksBy(`place:teams/${channel.tenant}/${channel.id}`)
  return { bot, id }
}

/** A forged press, with a token that is good; and all that this person sees of it, in a dialog or in place. */
async function press(bot: House, by: Account, where: Place, ref: string, name: string): Promise<string> {
  const data = { dubbelloop: { press: ref } }
  const value = name === 'task/fetch' ? { data } : { action: { type: 'Action.Execute', verb: 'x', data } }
  bot.toasts.delete(by.user)
  bot.show(by, await bot.tell(by, where, { type: 'invoke', name, value }))
  return `${bot.open(by)}\n${bot.toasts.get(by.user) ?? ''}`
}

const who: readonly [string, PlatformRole, Account, Place][] = [
  ['a member', 'member', sam, channel],
  ['the teamleider', 'teamleider', noor, channel],
  ['somebody of the channel', 'a guest of the channel', lou, channel],
  ['the teamleider of another network', 'a teamleider elsewhere', rik, elsewhere],
]

test.each(who)('%s', async (_, role, by, where) => {
  const { bot, id } = await networks()
  const { same, restore } = await keeper(bot.store, id)
  for (const { name, of } of pressable) {
    const { may, reaches } = of(role)
    for (const door of may ? ['task/fetch'] : ['task/fetch', 'adaptiveCard/action']) {
      const words = await press(bot, by, where, refIn(id, name), door)
      expect(isBroken(words), name).toBe(false)
      if (may) expect(isForbidden(words), `${name} ${door}: ${words}`).toBe(false)
      else if (!reaches) expect(isRefusal(words), `${name} ${door}: ${words}`).toBe(true)
      else expect(words.trim(), name).not.toBe('')
      if (!may) expect(await same(), name).toBe(true)
    }
    await restore()
  }
})

test('somebody of another organisation is not heard at all', async () => {
  const { bot, id } = await networks()
  const { same } = await keeper(bot.store, id)
  const other = { ...channel, tenant: 'bbbbbbbb-0000-4000-8000-000000000002' }
  for (const { name } of pressable) {
    const value = { data: { dubbelloop: { press: refIn(id, name) } } }
    const body = JSON.stringify(bot.activity(noor, other, { type: 'invoke', name: 'task/fetch', value }))
    expect((await bot.raw(body)).status, name).toBe(403)
  }
  expect(await same()).toBe(true)
})
