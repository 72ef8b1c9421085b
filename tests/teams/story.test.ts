/** A network's first evaluation in Teams' own terms: start, join, meeting, invitation, dialog, results. */
import { expect, onTestFinished, test } from 'vitest'
import { meetingAt } from '../support/kit.ts'
import { everything } from '../support/live.ts'
import { account, channel } from './client.ts'
import { type House, house } from './house.ts'
import { nodes } from './look.ts'

const names = ['noor', 'sam', 'kim', 'lot', 'bo', 'jip']
const people = names.map((name) => account(name, `${name} verzonnen`))
const [noor = account('noor', ''), sam = noor] = people

async function begun(): Promise<House> {
  const bot = await house('2026-11-23T08:00:00Z')
  onTestFinished(() => bot.close())
  await bot.install(noor, channel)
  await bot.say(noor, channel, 'start')
  await bot.press(noor, channel, 'Openen')
  const begin = nodes(bot.windows.get(noor.user)?.card).find(({ title }) => title === 'Beginnen')
  if (!begin) throw new Error(`no way to begin in: ${bot.open(noor)}`)
  await bot.pressAction(noor, channel, begin)
  await bot.submit(noor, 'next', { name: 'Taal in de onderbouw', task: 'Samen lezen', language: 'nl' })
  await bot.submit(noor, 'next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await bot.submit(noor, 'next', {})
  await bot.submit(noor, 'next', {})
  await bot.settle()
  return bot
}

async function joined(): Promise<House> {
  const bot = await begun()
  for (const each of people) {
    await bot.press(each, channel, 'Doe je mee?')
    await bot.submit(each, 'next', { consent: 'yes' })
    await bot.settle()
  }
  await bot.change(meetingAt('2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z', 'form'))
  await bot.at('2026-11-23T15:15:00Z')
  return bot
}

test('from start to results, and a private reminder for who has not answered', async () => {
  const bot = await joined()
  expect(bot.seen(channel)).toContain('Jullie bijeenkomst zit erop.')
  for (const each of people.slice(0, 5)) {
    await bot.press(each, channel, 'Invullen')
    await bot.submit(each, 'next', { good: `goed van ${each.user}`, next: '<at>iedereen</at>' })
    await bot.submit(each, 'next', { value: ['direct'], talk: '' })
    expect(bot.open(each)).toContain('Dank je wel!')
  }
  const last = people[5]
  if (!last) throw new Error('nobody is left')
  await bot.at('2026-11-25T14:30:00Z')
  const chat = await bot.adapter.privatePlace(last)
  expect(bot.seen(chat)).toContain('Niet meer vragen')
  for (const each of people.slice(0, 5)) {
    expect(bot.seen(await bot.adapter.privatePlace(each))).not.toContain('Niet meer vragen')
  }
  await bot.press(last, chat, 'Later')
  expect(bot.toasts.get(last.user)).toContain('nog één keer')
  await bot.at('2026-11-26T14:30:00Z')
  await bot.at('2026-11-27T14:30:00Z')
  const seen = bot.seen(channel)
  for (const each of people.slice(0, 5)) expect(seen).toContain(`goed van ${each.user}`)
})

test('a form that is not right comes back with the word beside the field and all that was typed', async () => {
  const bot = await joined()
  await bot.press(sam, channel, 'Invullen')
  const long = 'x'.repeat(501)
  await bot.submit(sam, 'next', { good: long, next: 'blijft staan' })
  const inputs = nodes(bot.windows.get(sam.user)?.card).filter(({ type }) => type === 'Input.Text')
  expect(inputs.map(({ value }) => value)).toEqual([long, 'blijft staan'])
  expect(nodes(bot.windows.get(sam.user)?.card).map(({ id }) => id)).toContain('wrong.good')
})

test('the same activity twice, under a new id, and two people at once: nothing double', async () => {
  const bot = await joined()
  const [first = noor, second = noor] = people
  await bot.press(first, channel, 'Invullen')
  await bot.press(second, channel, 'Invullen')
  const action = nodes(bot.windows.get(first.user)?.card).find(({ title }) => title === 'Verder')
  const data = { ...(action?.data as object), 'field.good': 'koffie' }
  const send = (by: typeof first, id?: string) =>
    bot.tell(by, channel, { type: 'invoke', name: 'task/submit', value: { data }, ...(id && { id }) })
  await Promise.all([send(first, 'same'), send(first, 'same'), send(first), send(second), send(second)])
  const before = JSON.stringify((await bot.state()).all('answers').size)
  await send(first)
  expect(JSON.stringify((await bot.state()).all('answers').size)).toBe(before)
  expect((await bot.state()).all('answers').size).toBe(2)
})

test('an old button, a forged value and another network’s id get a friendly word', async () => {
  const bot = await joined()
  for (const press of [
    'nowhere/evaluation/answer/x',
    'n1/x/y',
    '../../etc',
    '<b>',
    'example/evaluation/close/r',
  ]) {
    await bot.tell(sam, channel, {
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { dubbelloop: { press } } },
    })
    bot.show(
      sam,
      await bot.tell(sam, channel, {
        type: 'invoke',
        name: 'task/fetch',
        value: { data: { dubbelloop: { press } } },
      }),
    )
    expect(bot.open(sam)).toMatch(/\p{L}{3}/u)
  }
})

test('who erases everything in their last network is no longer known to Teams’ own book either', async () => {
  const bot = await joined()
  const book = async () => JSON.stringify(everything(await bot.store.read('teams')))
  const chat = await bot.adapter.privatePlace(sam)
  const erase = async (sure: string) => {
    await bot.say(sam, chat, 'privacy')
    await bot.press(sam, chat, 'Wis alles')
    await bot.submit(sam, 'next', { sure }, chat)
    await bot.settle()
  }
  await erase('no')
  expect(await book()).toContain(sam.user)
  await erase('yes')
  expect(bot.open(sam) + bot.toasts.get(sam.user)).toContain('is gewist')
  expect(await book()).not.toContain(sam.user)
  expect(await book()).not.toContain(chat.id)
  expect(await book()).toContain(noor.user)
  // And they may always come back.
  await bot.press(sam, channel, 'Doe je mee?')
  await bot.submit(sam, 'next', { consent: 'yes' })
  await bot.settle()
  expect(await book()).toContain(sam.user)
})
