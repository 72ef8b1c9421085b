/** Whatever is signed and sent to the door: an answer, and never a 5xx. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBot } from './bot.ts'
import { oddBody } from './odd.ts'

test('fuzzed bodies are never a 5xx', async () => {
  const bot = await openBot(async () => ({ kind: 'nothing' }))
  await fc.assert(
    fc.asyncProperty(oddBody, async ({ body, type }) => {
      expect((await bot.post(body, { 'content-type': type })).status).toBeLessThan(500)
    }),
    { numRuns: 400 },
  )
  await bot.adapter.settled()
  expect(bot.logged.filter(({ event }) => event === 'slack body not handled')).toEqual([])
})
