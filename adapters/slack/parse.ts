/**
 * The bodies that Slack sends, reduced to what we read of them: whatever else is in there never gets further,
 * and what is not shaped like this is refused. From https://docs.slack.dev/apis/events-api/ and
 * https://docs.slack.dev/reference/interaction-payloads/.
 */
import { z } from 'zod'

/** A detail that is wrong is a detail that is not there. */
const maybe = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined)
const text = z.string().max(40_000)
const id = z.string().min(1).max(300)
/** Of a workspace: Bolt looks things up by it. */
const team = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

const event = z.object({
  type: z.literal('event_callback'),
  team_id: maybe(team),
  event_id: maybe(id),
  event: z.object({
    type: id,
    subtype: maybe(id),
    user: maybe(id),
    bot_id: maybe(id),
    team: maybe(team),
    user_team: maybe(team),
    inviter: maybe(id),
    channel: maybe(z.union([id, z.object({ id, name: maybe(text) })])),
    channel_type: maybe(id),
    text: maybe(text),
    ts: maybe(id),
    event_ts: maybe(id),
    thread_ts: maybe(id),
    tab: maybe(id),
    tokens: maybe(z.object({ bot: maybe(z.array(id)) })),
  }),
  authorizations: maybe(z.array(z.object({ team_id: maybe(team), user_id: maybe(id) }))),
})

const command = z.object({
  command: z.string().startsWith('/').max(100),
  text: text.default(''),
  user_id: id,
  team_id: team,
  channel_id: id,
  channel_name: maybe(text),
  trigger_id: id,
  response_url: maybe(text),
})

const user = z.object({ id, team_id: maybe(team) })
const shown = maybe(z.object({ text }))

const view = z.object({
  id,
  hash: maybe(id),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: z.object({ text }).default({ text: '' }),
  submit: shown,
  close: shown,
  blocks: z.array(z.looseObject({})).max(100).default([]),
  state: maybe(z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) })),
})

const actions = z.object({
  type: z.literal('block_actions'),
  user,
  team: maybe(z.object({ id: team })),
  trigger_id: id,
  response_url: maybe(text),
  channel: maybe(z.object({ id, name: maybe(text) })),
  message: maybe(z.object({ thread_ts: maybe(id) })),
  view: maybe(view),
  actions: z
    .array(
      z.object({
        type: id,
        action_id: id,
        block_id: z.string().default(''),
        value: maybe(text),
        selected_option: maybe(z.object({ value: text })),
      }),
    )
    .min(1),
})

const submission = z.object({
  type: z.enum(['view_submission', 'view_closed']),
  user,
  team: maybe(z.object({ id: team })),
  view,
})

/** Kinds that Slack may send and that mean nothing here: acknowledged, and nothing happens. */
const other = z.object({
  type: z.enum([
    'shortcut',
    'message_action',
    'block_suggestion',
    'interactive_message',
    'dialog_submission',
    'dialog_cancellation',
    'app_rate_limited',
  ]),
})

export type EventBody = z.infer<typeof event>
export type CommandBody = z.infer<typeof command>
export type ActionsBody = z.infer<typeof actions>
export type SubmissionBody = z.infer<typeof submission>
export type View = z.infer<typeof view>
export type Body = EventBody | CommandBody | ActionsBody | SubmissionBody | z.infer<typeof other>

/** Only a command has no `type` that tells what else it is. */
const body = z.union([z.discriminatedUnion('type', [event, actions, submission, other]), command])

/** `undefined` for what Slack cannot have sent. */
export function parseBody(raw: unknown): Body | undefined {
  const { data } = body.safeParse(raw)
  return data && 'event' in data ? withoutGaps(data) : data
}

/** Fields without a value are left out: in an event Bolt looks for their names. */
const withoutGaps = (given: EventBody): EventBody => JSON.parse(JSON.stringify(given)) as EventBody

/** What stands in a request: JSON, or a form that is a command or holds JSON. */
export function decode(raw: Buffer, contentType: string): unknown {
  const written = raw.toString('utf8')
  try {
    if (!contentType.includes('application/x-www-form-urlencoded')) return JSON.parse(written)
    const form = new URLSearchParams(written)
    const payload = form.get('payload')
    return payload === null ? Object.fromEntries(form) : JSON.parse(payload)
  } catch {
    return undefined
  }
}

/** Slack writes its three special letters as entities in typed words. */
const unescaped = (typed: string): string =>
  typed.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** What somebody typed to the bot, without the mention of it. */
export const withoutMention = (typed: string, bot: string | undefined): string =>
  unescaped(
    bot === undefined
      ? typed.replace(/^\s*<@[A-Z0-9]+(\|[^>]*)?>/, '')
      : typed.replaceAll(new RegExp(`<@${bot}(\\|[^>]*)?>`, 'g'), ''),
  ).trim()

/** `/leernetwerk help` → `help`; `/retro zeilboot` → `retro zeilboot`. */
export function typedWords({ command: name, text: typed }: CommandBody): string {
  const rest = unescaped(typed).trim()
  return name === '/leernetwerk' ? rest : `${name.slice(1)} ${rest}`.trim()
}
