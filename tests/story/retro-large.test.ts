/** Thirty people with three long notes each: nothing of it is cut off by any platform's limits. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { renderForm } from '../../adapters/slack/form.ts'
import { renderMessage } from '../../adapters/slack/render.ts'
import { formCard } from '../../adapters/teams/form.ts'
import { limits } from '../../adapters/teams/limits.ts'
import { messageCard } from '../../adapters/teams/render.ts'
import type { Form } from '../../src/contracts/form.ts'
import type { Message } from '../../src/contracts/message.ts'
import { ownLimits } from '../../src/instrument/own-retro.ts'
import { exampleChannel } from '../../src/playground.ts'
import { brokenRules, type Json } from '../slack/check.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, quietKit } from '../support/live.ts'
import { buttonsOf, words } from '../support/look.ts'
import { begin, board, invite, led, open, write } from '../support/retro.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const bytes = (card: unknown) => Buffer.byteLength(JSON.stringify(card))
const ends = (shown: unknown) => JSON.stringify(shown).split('einde').length - 1

/** How many notes stand in it to their last word; as many on each platform. */
function notesIn(message: Message): number {
  const blocks = renderMessage(message, { language: 'nl', pictures: new Map(), file: (name) => name })
  const view: Json = { channel: 'C0', text: 'retro', blocks }
  expect(brokenRules(view, 'message')).toEqual([])
  const card = messageCard(message, { publicUrl: undefined, dialog: false })
  expect(bytes(card)).toBeLessThanOrEqual(limits.cardBytes)
  const count = words(message).split('einde').length - 1
  expect([ends(blocks), ends(card)]).toEqual([count, count])
  return count
}

function fits(form: Form): void {
  const modal: unknown = renderForm(form, exampleChannel)
  expect(brokenRules(modal as Json, 'modal')).toEqual([])
  expect(bytes(formCard(form, undefined))).toBeLessThanOrEqual(limits.cardBytes)
}

it.each(['é', '👩‍👩‍👧'])(
  'of %s: the channel shows the first, and all can be read in pages',
  async (letter) => {
    const users = await invite(bot, 30)
    await begin(bot, 'parels')
    const long = (what: string) => `${what} ${letter.repeat(Math.floor(460 / [...letter].length))} einde`
    for (const user of users) {
      const rows = ['new-pearl-0', 'new-pearl-1', 'new-puzzle-0'].map((id) => [id, long(`${id} ${user}`)])
      await write(bot, user, Object.fromEntries(rows))
    }
    fits(await open(bot, 'p1', 'write'))
    await led(bot, 'next')
    const shown = notesIn(board(bot))
    expect(shown).toBeGreaterThan(5)
    expect(shown).toBeLessThanOrEqual(15)
    let page = await bot.pressRef('bram', bot.button('Lees alles').ref)
    let read = 0
    for (let pages = 0; pages < 40 && page.kind === 'word'; pages++) {
      read += notesIn(page.message)
      const next = buttonsOf(page.message).find(({ label }) => label === 'Verder')
      if (!next) break
      page = await bot.pressRef('bram', next.ref)
    }
    expect(read).toBe(90)
    await led(bot, 'next')
    fits(formIn(await led(bot, 'pile')))
    await led(bot, 'next')
    fits(await open(bot, 'p1', 'dots'))
    await led(bot, 'next')
    notesIn(board(bot))
  },
)

it('a form of their own that is as large as it may be fits too: written, looked at, chosen and played', async () => {
  const users = await invite(bot, 30)
  const [q, name] = ['w'.repeat(ownLimits.words - 2), 'n'.repeat(ownLimits.name)]
  const list = (count: number, letter: string) =>
    Array.from({ length: count }, (_, n) => `  - ${letter}${n}${q}`).join('\n')
  const rows = `naam: ${name}\nminuten: 120\nvragen:\n${list(ownLimits.questions, 'v')}\npraten: ${q}\npunten:\n${list(ownLimits.points, 'p')}`
  const ours = await bot.say('anna', 'retro eigen')
  const form = formIn(await bot.pressRef('anna', buttonIn(ours, 'Nieuwe vorm').ref))
  fits(form)
  const looked = formIn(await bot.submit('anna', form, { rows }))
  fits(looked)
  fits(formIn(await bot.submit('anna', form, { rows: `${'x'.repeat(99)}\n`.repeat(29) })))
  await bot.submit('anna', looked, { rows })
  const offered = await bot.say('anna', `retro ${name}`)
  const start = formIn(await bot.pressRef('anna', buttonIn(offered, 'Begin een retro').ref))
  fits(start)
  await begin(bot, String(start.fields[0]?.value))
  const ids = Array.from({ length: ownLimits.questions }, (_, n) => `new-q${n}-0`)
  for (const user of users)
    await write(
      bot,
      user,
      Object.fromEntries(ids.map((id) => [id, `${id} ${user} ${'é'.repeat(400)} einde`])),
    )
  fits(await open(bot, 'p1', 'write'))
  for (let times = 0; times < 4; times++) {
    await led(bot, 'next')
    notesIn(board(bot))
  }
  fits(formIn(await led(bot, 'finish')))
})
