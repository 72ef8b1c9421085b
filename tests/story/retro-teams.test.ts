/** A retro of eight in Teams' own terms: dialogs, and one card in the channel that follows along. */
import { expect, onTestFinished, test } from 'vitest'
import type { Account } from '../../src/contracts/incoming.ts'
import { account, channel } from '../teams/client.ts'
import { type House, house } from '../teams/house.ts'
import { nodes } from '../teams/look.ts'

const names = ['noor', 'sam', 'kim', 'lot', 'bo', 'jip', 'mus', 'tes']
const people = names.map((name) => account(name, `${name} verzonnen`))
const [noor = account('noor', '')] = people

async function begun(): Promise<House> {
  const bot = await house('2026-11-23T08:00:00Z')
  onTestFinished(() => bot.close())
  await bot.install(noor, channel)
  await bot.say(noor, channel, 'start')
  await bot.press(noor, channel, 'Openen')
  await pressInWindow(bot, noor, 'Beginnen')
  await bot.submit(noor, 'next', { name: 'Taal in de onderbouw', task: 'Samen lezen', language: 'nl' })
  await bot.submit(noor, 'next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await bot.submit(noor, 'next', {})
  await bot.submit(noor, 'next', {})
  await bot.settle()
  for (const each of people) {
    await bot.press(each, channel, 'Doe je mee?')
    await bot.submit(each, 'next', { consent: 'yes' })
    await bot.settle()
  }
  return bot
}

async function pressInWindow(bot: House, by: Account, label: string): Promise<void> {
  const found = nodes(bot.windows.get(by.user)?.card).find(({ title }) => title === label)
  if (!found) throw new Error(`there is no ${label} in: ${bot.open(by)}`)
  await bot.pressAction(by, channel, found)
}

test('from the typed word to what they take with them', async () => {
  const bot = await begun()
  await bot.say(noor, channel, 'retro parels')
  // Whoever can be reached privately gets the word there.
  await bot.press(noor, await bot.adapter.privatePlace(noor), 'Begin een retro')
  await bot.submit(noor, 'next', { form: 'parels', pace: 'now', open: 'lead' })
  expect(bot.open(noor)).toContain('De retro staat in het kanaal.')
  await bot.settle()
  const now = () => bot.seen(channel)
  const on = async (does: string) => {
    await bot.press(noor, channel, 'Regie')
    await bot.submit(noor, 'next', { do: does })
    await bot.settle()
  }
  for (const each of people) {
    await bot.press(each, channel, 'Invullen')
    await bot.submit(each, 'next', {
      'new-pearl-0': `parel van ${each.user} <at>iedereen</at>`,
      'new-puzzle-0': `puzzel van ${each.user}`,
    })
    expect(bot.open(each)).toContain('Jij hebt nu 2 briefjes.')
  }
  await bot.settle()
  expect(now()).toContain('16 briefjes')
  expect(now()).not.toContain('parel van')

  await on('next')
  for (const each of people) expect(now()).toContain(`parel van ${each.user}`)
  await on('next')
  await on('next')
  const dotted = async (each: Account) => {
    await bot.press(each, channel, 'Invullen')
    const field = nodes(bot.windows.get(each.user)?.card).find(({ type }) => type === 'Input.ChoiceSet')
    const [first] = (field?.choices ?? []) as readonly { value: string }[]
    await bot.submit(each, 'next', { 'topics-0': [decodeURIComponent(first?.value ?? '')] })
    expect(bot.open(each)).toContain('Verzetten kan tot jullie verdergaan.')
  }
  for (const each of people) await dotted(each)
  await on('next')
  expect(now()).toContain('De volgorde volgt jullie stippen.')
  await on('finish')
  await bot.submit(noor, 'next', { 'point-0': 'vaker bij elkaar kijken' })
  await bot.submit(noor, 'next', { 'agree-0': 'elke maand een lesbezoek', 'who-0': 'all', 'who-1': 'all' })
  expect(bot.open(noor)).toContain('De retro is afgerond.')
  await bot.settle()
  expect(now()).toContain('Dit nemen jullie mee:')
  expect(now()).toContain('Afgesproken: elke maand een lesbezoek (wij samen)')
})
