/** A retro of eight in Teams' own terms: dialogs, and one card in the channel that follows along. */
import { expect, onTestFinished, test } from 'vitest'
import type { Account } from '../../src/contracts/incoming.ts'
import { account, channel } from '../teams/client.ts'
import { type House, house } from '../teams/house.ts'
import { nodes, textOf } from '../teams/look.ts'

const names = ['noor', 'sam', 'kim', 'lot', 'bo', 'jip', 'mus', 'tes']
const people = names.map((name) => account(name, `${name} verzonnen`))
const [noor = account('noor', '')] = people

const words = {
  nl: { open: 'Openen', begin: 'Beginnen', join: 'Doe je mee?' },
  en: { open: 'Open', begin: 'Start', join: 'Join?' },
}

async function begun(everyone: readonly Account[], language: 'nl' | 'en'): Promise<House> {
  const [first = noor] = everyone
  const { open, begin, join } = words[language]
  const bot = await house('2026-11-23T08:00:00Z')
  onTestFinished(() => bot.close())
  await bot.install(first, channel)
  await bot.say(first, channel, 'start')
  await bot.press(first, channel, open)
  await pressInWindow(bot, first, begin)
  await bot.submit(first, 'next', { name: 'Taal in de onderbouw', task: 'Samen lezen', language })
  await bot.submit(first, 'next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await bot.submit(first, 'next', {})
  await bot.submit(first, 'next', {})
  await bot.settle()
  for (const each of everyone) {
    await bot.press(each, channel, join)
    await bot.submit(each, 'next', { consent: 'yes' })
    await bot.settle()
  }
  return bot
}

/** Puts a dot with the first topic that is offered. */
async function putDot(bot: House, each: Account, fill: string): Promise<void> {
  await bot.press(each, channel, fill)
  const field = nodes(bot.windows.get(each.user)?.card).find(({ type }) => type === 'Input.ChoiceSet')
  const [first] = (field?.choices ?? []) as readonly { value: string }[]
  await bot.submit(each, 'next', { 'topics-0': [decodeURIComponent(first?.value ?? '')] })
}

async function pressInWindow(bot: House, by: Account, label: string): Promise<void> {
  const found = nodes(bot.windows.get(by.user)?.card).find(({ title }) => title === label)
  if (!found) throw new Error(`there is no ${label} in: ${bot.open(by)}`)
  await bot.pressAction(by, channel, found)
}

test('from the typed word to what they take with them', async () => {
  const bot = await begun(people, 'nl')
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
  for (const each of people) {
    await putDot(bot, each, 'Invullen')
    expect(bot.open(each)).toContain('Verzetten kan tot jullie verdergaan.')
  }
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

test('over three school days, in English', async () => {
  const readers = people.map((each) => ({ ...each, language: 'en' as const }))
  const [lead = noor] = readers
  const bot = await begun(readers, 'en')
  await bot.say(lead, channel, 'retro pearls')
  await bot.press(lead, await bot.adapter.privatePlace(lead), 'Start a retro')
  await bot.submit(lead, 'next', { form: 'parels', pace: 'days', open: 'lead' })
  expect(bot.open(lead)).toContain('The retro is in the channel.')
  await bot.settle()
  const now = () => bot.seen(channel)
  expect(now()).toContain(
    'You can join in until Wednesday 25 November, 15:30, or until whoever leads the retro goes on.',
  )

  for (const [index, each] of readers.entries()) {
    await bot.at(`2026-11-24T${String(8 + index).padStart(2, '0')}:00:00Z`)
    await bot.press(each, channel, 'Fill in')
    await bot.submit(each, 'next', { 'new-pearl-0': `pearl of ${each.user}` })
    expect(bot.open(each)).toContain('You now have 1 note.')
  }
  await bot.at('2026-11-25T14:29:00Z')
  expect(now()).toContain('8 notes')
  expect(now()).not.toContain('pearl of')

  // Nobody does anything: on the second school day it appears, in a message of its own.
  await bot.at('2026-11-25T14:31:00Z')
  expect(now()).toContain('This goes on in a new message.')
  for (const each of readers) expect(now()).toContain(`pearl of ${each.user}`)
  await bot.at('2026-11-26T13:00:00Z')
  const on = async (does: string) => {
    await bot.press(lead, channel, 'Lead')
    await bot.submit(lead, 'next', { do: does })
    await bot.settle()
  }
  await on('next')
  for (const each of readers) {
    await putDot(bot, each, 'Fill in')
    expect(bot.open(each)).toContain('You can move them until you go on.')
  }
  await on('next')
  expect(now()).toContain('The order follows your dots.')
  await on('finish')
  await bot.submit(lead, 'next', { 'point-0': 'visit each other more' })
  await bot.submit(lead, 'next', { 'agree-0': 'a visit each month', 'who-0': 'all', 'who-1': 'all' })
  expect(bot.open(lead)).toContain('The retro is closed.')
  await bot.settle()
  expect(now()).toContain('You take this with you:')
  expect(now()).toContain('visit each other more')
  expect(now()).toContain('a visit each month')
  const shown = bot.cardsIn(channel).filter((card) => textOf(card).includes('Pearls and puzzles'))
  expect(shown).toHaveLength(2)
})
