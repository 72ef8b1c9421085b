/** A whole retro of eight in Slack's own terms: `/retro`, modals, a message in the channel that follows along. */
import { expect, test } from 'vitest'
import { people, team } from '../slack/people.ts'
import { wordsOf } from '../slack/sight.ts'
import { channel, type Whole, wholeBot } from '../slack/whole.ts'

const eight = [
  ...people,
  { id: 'U0TIJ', name: 'Tij Bedacht', team, locale: 'nl-NL' },
  { id: 'U0UMA', name: 'Uma Bedacht', team, locale: 'nl-NL' },
]
const everyone = eight.map(({ id }) => id)
const [noor = '', sam = ''] = everyone

const words = {
  nl: { locale: undefined, begin: 'Beginnen', join: 'Doe je mee?' },
  en: { locale: 'en-GB', begin: 'Start', join: 'Join?' },
}

/** In English everybody reads it. */
async function begun(language: 'nl' | 'en'): Promise<Whole> {
  const { locale, begin, join } = words[language]
  const bot = await wholeBot(
    {},
    eight.map((each) => ({ ...each, locale: locale ?? each.locale })),
  )
  const one = bot.of(noor)
  await one.command(channel, 'start')
  await one.press(channel, begin)
  await one.submit('next', { name: 'Taal in de onderbouw', task: 'Samen lezen', language })
  await one.submit('next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await one.submit('next', {})
  await one.submit('next', {})
  await bot.settle()
  for (const user of everyone) {
    await bot.of(user).press(channel, join)
    await bot.of(user).submit('next', { consent: 'yes' })
  }
  await bot.live('2026-11-16T09:30:00Z')
  return bot
}

test('from /retro to what they take with them', async () => {
  const bot = await begun('nl')
  const lead = bot.of(noor)
  await lead.command(channel, 'parels', '/retro')
  await lead.press(channel, 'Begin een retro')
  await lead.submit('next', { form: 'parels', pace: 'now', open: 'lead' })
  expect(wordsOf(lead.modal())).toContain('De retro staat in het kanaal.')
  let minute = 30
  const soon = () => bot.live(`2026-11-16T09:${++minute}:00Z`)
  const on = async (does: string) => {
    await soon()
    await lead.press(channel, 'Regie')
    await lead.submit('next', { do: does })
    await soon()
  }
  const reads = () => bot.reads(sam, channel)

  await soon()
  for (const user of everyone) {
    await bot.of(user).press(channel, 'Invullen')
    await bot.of(user).submit('next', {
      'new-pearl-0': `parel van ${user} <!channel>`,
      'new-puzzle-0': `puzzel van ${user}`,
    })
    expect(wordsOf(bot.of(user).modal())).toMatch(/Jij hebt nu 2 briefjes|You now have 2 notes/)
  }
  await soon()
  expect(reads()).toContain('16 briefjes')
  expect(JSON.stringify(bot.slack.posts)).not.toContain('parel van')

  await on('next')
  for (const user of everyone) expect(reads()).toContain(`parel van ${user} <!channel>`)
  await on('next')
  await on('pile')
  expect(wordsOf(lead.modal())).toContain('Wat leg je bij elkaar?')
  const ids = JSON.stringify(lead.modal()).match(/"value":"id\d+"/g) ?? []
  const [one = '', two = '', three = ''] = [...new Set(ids)].map((each) => each.slice(9, -1))
  await lead.submit('next', { 'topics-0': [one, two], name: 'Samen kijken' })
  await soon()
  expect(reads()).toContain('Samen kijken')
  await on('next')
  for (const user of everyone) {
    await bot.of(user).press(channel, 'Invullen')
    await bot.of(user).submit('next', { 'topics-0': [three] })
  }
  await on('next')
  expect(reads()).toContain('De volgorde volgt jullie stippen.')
  await on('finish')
  await lead.submit('next', { 'point-0': 'vaker bij elkaar kijken' })
  await lead.submit('next', { 'agree-0': 'elke maand een lesbezoek', 'who-0': 'all', 'who-1': 'all' })
  expect(wordsOf(lead.modal())).toContain('De retro is afgerond.')
  await soon()
  expect(reads()).toContain('Dit nemen jullie mee:')
  expect(reads()).toContain('Afgesproken: elke maand een lesbezoek (wij samen)')
  expect(bot.slack.posts.filter(({ blocks }) => wordsOf(blocks).includes('Parels en puzzels'))).toHaveLength(
    1,
  )
  expect(bot.slack.broken).toEqual([])
})

test('over three school days, in English', async () => {
  const bot = await begun('en')
  const lead = bot.of(noor)
  await lead.command(channel, 'pearls', '/retro')
  await lead.press(channel, 'Start a retro')
  await lead.submit('next', { form: 'parels', pace: 'days', open: 'lead' })
  expect(wordsOf(lead.modal())).toContain('The retro is in the channel.')
  const reads = () => bot.reads(sam, channel)
  await bot.live('2026-11-16T10:00:00Z')
  expect(reads()).toContain(
    'You can join in until Wednesday 18 November, 15:30, or until whoever leads the retro goes on.',
  )

  for (const [index, user] of everyone.entries()) {
    await bot.live(`2026-11-17T${String(8 + index).padStart(2, '0')}:00:00Z`)
    await bot.of(user).press(channel, 'Fill in')
    await bot.of(user).submit('next', { 'new-pearl-0': `pearl of ${user}` })
    expect(wordsOf(bot.of(user).modal())).toContain('You now have 1 note.')
  }
  await bot.live('2026-11-18T14:29:00Z')
  expect(reads()).toContain('8 notes')
  expect(JSON.stringify(bot.slack.posts)).not.toContain('pearl of')

  // Nobody does anything: on the second school day it appears, in a message of its own.
  await bot.live('2026-11-18T14:31:00Z')
  expect(reads()).toContain('This goes on in a new message.')
  for (const user of everyone) expect(reads()).toContain(`pearl of ${user}`)
  let minute = 0
  const on = async (does: string) => {
    await lead.press(channel, 'Lead')
    await lead.submit('next', { do: does })
    await bot.live(`2026-11-19T13:${String(++minute).padStart(2, '0')}:00Z`)
  }
  await bot.live('2026-11-19T13:00:00Z')
  await on('next')
  for (const user of everyone) {
    await bot.of(user).press(channel, 'Fill in')
    const [topic] = JSON.stringify(bot.of(user).modal()).match(/(?<="value":")id\d+/) ?? []
    await bot.of(user).submit('next', { 'topics-0': [topic ?? ''] })
    expect(wordsOf(bot.of(user).modal())).toContain('You can move them until you go on.')
  }
  await on('next')
  expect(reads()).toContain('The order follows your dots.')
  await on('finish')
  await lead.submit('next', { 'point-0': 'visit each other more' })
  await lead.submit('next', { 'agree-0': 'a visit each month', 'who-0': 'all', 'who-1': 'all' })
  expect(wordsOf(lead.modal())).toContain('The retro is closed.')
  await bot.live('2026-11-19T14:00:00Z')
  expect(reads()).toContain('You take this with you:')
  expect(reads()).toContain('visit each other more')
  expect(reads()).toContain('a visit each month')
  const shown = bot.slack.posts.filter(({ blocks }) => wordsOf(blocks).includes('Pearls and puzzles'))
  expect(shown).toHaveLength(2)
  expect(bot.slack.broken).toEqual([])
})
