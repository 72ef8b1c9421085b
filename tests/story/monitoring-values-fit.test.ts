/** What the network brings, as Slack and Teams show it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderForm } from '../../adapters/slack/form.ts'
import { limits as slack } from '../../adapters/slack/limits.ts'
import { renderMessage } from '../../adapters/slack/render.ts'
import { formCard } from '../../adapters/teams/form.ts'
import { limits as teams } from '../../adapters/teams/limits.ts'
import { messageCard } from '../../adapters/teams/render.ts'
import { languages } from '../../src/contracts/text.ts'
import { closeRound, lastMessage, people, place } from '../support/crosses.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { quietKit } from '../support/live.ts'
import { buttonsOf } from '../support/look.ts'
import { middle, secondRound, valueItems, valueStep } from '../support/values.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

describe.each(languages)('in %s on Slack and Teams', (language) => {
  beforeEach(async () => {
    await secondRound(bot)
    if (language === 'en') await bot.say('anna', 'settings language en', 'en')
  })

  it('both steps fit, with nothing cut off', async () => {
    const me = await valueStep(bot, 'bram', language)
    const us = formIn(await bot.submit('bram', me, {}, { language }))
    const channel = { platform: 'slack', tenant: 'T1', id: 'C1', kind: 'channel' } as const
    for (const form of [me, us]) {
      const { blocks } = renderForm(form, channel)
      expect(blocks.length).toBeLessThan(slack.viewBlocks)
      expect(JSON.stringify(blocks)).not.toContain('…')
      const card = JSON.stringify(formCard(form, undefined))
      expect(Buffer.byteLength(card)).toBeLessThanOrEqual(teams.cardBytes)
      expect(card).not.toContain('…')
    }
  })

  it('all answers of everybody fit beside the picture, with every button', async () => {
    const long = (id: string) => [id, 'wij leren veel '.repeat(20).trim()] as const
    const ids = (await valueItems(bot)).filter((id) => !id.includes('nothing'))
    expect(ids).toHaveLength(10)
    for (const user of people)
      await place(bot, user, { ...middle, why: 'zo', brings: Object.fromEntries(ids.map(long)) })
    await closeRound(bot)
    const message = lastMessage(bot)
    expect(buttonsOf(message)).toHaveLength(4)
    const around = { language, pictures: new Map<string, string>(), file: String }
    const blocks = renderMessage({ blocks: message.blocks.filter(({ tag }) => tag !== 'picture') }, around)
    expect(blocks.length).toBeLessThanOrEqual(slack.messageBlocks - 4)
    const card = JSON.stringify(messageCard(message, { publicUrl: 'https://example.org', dialog: false }))
    expect(Buffer.byteLength(card)).toBeLessThanOrEqual(teams.cardBytes)
    for (const { ref } of buttonsOf(message)) {
      expect(JSON.stringify(blocks)).toContain(ref)
      expect(card).toContain(ref)
    }
  })
})
