/** The whole evaluation story in Slack: from `/leernetwerk start` to what everybody reads, and the Home tab. */
import { expect, test } from 'vitest'
import { wordsOf } from './sight.ts'
import { channel, type Whole, wholeBot } from './whole.ts'

const everyone = ['U0NOOR', 'U0SAM', 'U0LOU', 'U0MEI', 'U0RIK', 'U0KIM']

async function begun(): Promise<Whole> {
  const bot = await wholeBot()
  const noor = bot.of('U0NOOR')
  await noor.command(channel, 'start')
  await noor.press(channel, 'Beginnen')
  await noor.submit('next', { name: 'Taal in de onderbouw', task: 'Samen lezen', language: 'nl' })
  expect(wordsOf(noor.modal())).toContain('Stap 2 van 4')
  await noor.submit('back', {})
  expect(wordsOf(noor.modal())).toContain('Stap 1 van 4')
  await noor.submit('next', { name: 'Taal in de onderbouw' })
  await noor.submit('next', { regions: ['noord'], zone: 'Europe/Amsterdam', minimum: '5' })
  await noor.submit('next', {})
  await noor.submit('next', {})
  expect(wordsOf(noor.modal())).toContain('Jullie netwerk is er.')
  await bot.settle()
  for (const user of everyone) {
    await bot.of(user).press(channel, 'Doe je mee?')
    await bot.of(user).submit('next', { consent: 'yes' })
  }
  await bot.settle()
  await noor.command(channel, 'bijeenkomst')
  await noor.press(channel, 'Plan bijeenkomst')
  await noor.submit('next', {
    date: '2026-11-23',
    from: '15:00',
    until: '16:00',
    repeat: 'once',
    back: 'form',
  })
  // What was said so far arrives, a second apart.
  await bot.live('2026-11-16T09:30:00Z')
  return bot
}

test('start, join, meeting, invitation, two steps, a reminder, results, Home', async () => {
  const bot = await begun()
  expect(bot.reads('U0SAM', channel)).toContain('Hier werken jullie aan: Samen lezen')

  await bot.live('2026-11-23T15:20:00Z')
  expect(bot.reads('U0SAM', channel)).toContain('Jullie bijeenkomst zit erop.')
  for (const user of everyone.slice(1)) {
    const one = bot.of(user)
    await one.press(channel, 'Invullen')
    await one.submit('next', { good: `goed van ${user} <!channel>`, next: `anders van ${user}` })
    await one.submit('next', { value: ['direct'] })
    expect(wordsOf(one.modal())).toMatch(/Dank je wel!|Thank you!/)
  }

  const noor = bot.of('U0NOOR')
  await noor.openHome()
  expect(wordsOf(noor.home())).toContain('Invullen')
  await bot.live('2026-11-25T14:40:00Z')
  expect(bot.reads('U0NOOR', noor.dm)).toContain('kan nog tot donderdag 26 november')
  await noor.press('home', 'Invullen')
  await noor.submit('skip', {})
  await noor.closeModal()
  await noor.press('home', 'Help')
  expect(wordsOf(noor.modal())).toContain('afspraken')

  await bot.live('2026-11-26T14:40:00Z')
  const results = bot.reads('U0SAM', channel)
  expect(results).toContain('Zo keken jullie terug')
  expect(results).toContain('goed van U0MEI <!channel>')
  expect(bot.slack.broken).toEqual([])
})

test('a channel that was archived: the network rests, and nothing more is sent there', async () => {
  const bot = await begun()
  const before = bot.slack.posts.length
  bot.slack.failing = { method: /^chat\./, how: 'is_archived', times: 100 }
  await bot.live('2026-11-23T15:20:00Z')
  bot.slack.failing = undefined
  await bot.live('2026-11-23T16:20:00Z')
  expect(bot.slack.posts.length).toBe(before)
})

test('what may have arrived is not sent again', async () => {
  const bot = await begun()
  const invitations = () =>
    bot.slack.posts.filter(({ blocks }) => wordsOf(blocks).includes('Jullie bijeenkomst zit erop.')).length
  await bot.live('2026-11-23T15:14:00Z')
  bot.slack.failing = { method: /^chat\.postMessage/, how: 'cut-after', times: 1 }
  await bot.live('2026-11-23T16:20:00Z')
  expect(invitations()).toBe(1)
})

test('too much at once: as long later as Slack asks, and once', async () => {
  const bot = await begun()
  const invitations = () =>
    bot.slack.posts.filter(({ blocks }) => wordsOf(blocks).includes('Jullie bijeenkomst zit erop.')).length
  await bot.live('2026-11-23T15:14:00Z')
  bot.slack.failing = {
    ...{ method: /^chat\.postMessage/, how: 429, times: 1 },
    headers: { 'retry-after': '120' },
  }
  await bot.live('2026-11-23T15:16:00Z')
  expect(invitations()).toBe(0)
  await bot.live('2026-11-23T15:18:00Z')
  expect(invitations()).toBe(1)
})

test('a press on a button of another network, or of nothing at all, gets a friendly word', async () => {
  const bot = await begun()
  for (const ref of ['nowhere/evaluation/answer/x', 'x', '../..', 'n1/a/b/'.repeat(200)]) {
    const sam = bot.of('U0SAM')
    const post = bot.slack.posts.findLast(({ blocks }) => wordsOf(blocks).includes('Doe je mee?'))
    const forged = structuredClone(post?.blocks ?? []).map((block) =>
      block.type === 'actions'
        ? {
            ...block,
            elements: [{ type: 'button', action_id: 'press:0', value: ref, text: { text: 'Vals' } }],
          }
        : block,
    )
    bot.slack.posts.push({ channel, ts: `9.${ref.length}`, text: 'vals', blocks: forged })
    expect((await sam.press(channel, 'Vals')).status).toBe(200)
    expect(sam.sees(channel).at(-1)?.only).toBe('U0SAM')
  }
})
