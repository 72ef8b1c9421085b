/** Whatever is signed and sent to the door: an answer, and never a 5xx. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBot } from './bot.ts'

test('fuzzed bodies are never a 5xx', async () => {
  const bot = await openBot(async () => ({ kind: 'nothing' }))
  const json = fc.jsonValue({ maxDepth: 3 })
  const shaped = fc.oneof(
    json,
    fc.record({
      type: fc.constant('event_callback'),
      event: fc.oneof(
        json,
        fc.record({
          type: fc.constantFrom(
            'message',
            'app_mention',
            'channel_rename',
            'tokens_revoked',
            'app_home_opened',
          ),
          user: json,
          channel: json,
          text: json,
          tokens: json,
        }),
      ),
      authorizations: json,
    }),
    fc.record({
      type: fc.constantFrom('block_actions', 'view_submission', 'view_closed', 'shortcut'),
      user: fc.oneof(json, fc.constant({ id: 'U0SAM' })),
      trigger_id: fc.constant('t'),
      team: json,
      channel: json,
      view: fc.oneof(
        json,
        fc.record({
          id: fc.constant('V0'),
          type: fc.constantFrom('modal', 'home'),
          private_metadata: fc.string(),
          state: json,
          blocks: json,
        }),
      ),
      actions: fc.oneof(json, fc.constant([{ type: 'button', action_id: 'press:0', value: 'x' }])),
    }),
    fc.record({
      command: fc.oneof(json, fc.constant('/leernetwerk')),
      text: json,
      user_id: json,
      team_id: json,
      channel_id: json,
      trigger_id: json,
    }),
  )
  await fc.assert(
    fc.asyncProperty(shaped, fc.constantFrom('json', 'payload', 'fields'), async (value, how) => {
      const fields =
        value && typeof value === 'object'
          ? Object.entries(value).map(([key, each]) => [
              key,
              typeof each === 'string' ? each : JSON.stringify(each),
            ])
          : []
      const body =
        how === 'json'
          ? JSON.stringify(value)
          : String(new URLSearchParams(how === 'payload' ? { payload: JSON.stringify(value) } : fields))
      const type = how === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
      const { status } = await bot.post(body, { 'content-type': type })
      expect(status).toBeLessThan(500)
    }),
    { numRuns: 400 },
  )
  await bot.adapter.settled()
  expect(bot.logged.filter(({ event }) => event === 'slack body not handled')).toEqual([])
})
