/** Bodies that look a little like Slack's, or not at all. */
import fc from 'fast-check'

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

function written(value: unknown, how: 'json' | 'payload' | 'fields'): string {
  if (how === 'json') return JSON.stringify(value)
  if (how === 'payload') return String(new URLSearchParams({ payload: JSON.stringify(value) }))
  const entries = value && typeof value === 'object' ? Object.entries(value) : []
  const fields = entries.map(([key, each]) => [key, typeof each === 'string' ? each : JSON.stringify(each)])
  return String(new URLSearchParams(fields))
}

export const oddBody = fc.tuple(shaped, fc.constantFrom('json', 'payload', 'fields')).map(([value, how]) => ({
  body: written(value, how),
  type: how === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
}))
