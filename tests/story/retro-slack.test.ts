/** A whole retro in Slack's own terms: `/retro`, modals, one message that follows along. */
import { expect, test } from 'vitest'
import { wordsOf } from '../slack/sight.ts'
import { channel, type Whole, wholeBot } from '../slack/whole.ts'

const everyone = ['U0NOOR', 'U0SAM', 'U0LOU', 'U0MEI', 'U0RIK', 'U0KIM']
const [noor = '', sam = ''] = everyone

async function begun(): Promise<Whole> {
  const bot = await wholeBot()
  const one = bot.of(noor)
  await one.command(channel, 'start')
  await one.press(channel, 'Beginnen')
  await one.submit('next', { name: 'Taal in de onderbouw', task: 'Samen lezen', language: 'nl' })
  await one.submit('next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await one.submit('next', {})
  await one.submit('next', {})
  await bot.settle()
  for (const user of everyone) {
    await bot.of(user).press(channel, 'Doe je mee?')
    await bot.of(user).submit('next', { consent: 'yes' })
  }
  await bot.live('2026-11-16T09:30:00Z')
  return bot
}

test('from /retro to what they take with them', async () => {
  const bot = await begun()
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
  expect(reads()).toContain('12 briefjes')
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
