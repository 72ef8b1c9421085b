/** What a person does in Slack, as the payloads that Slack then sends; and what they have before them. */
import type { Values } from '../../src/contracts/form.ts'
import type { RunningBot } from './bot.ts'
import type { Json } from './check.ts'
import { bot as botUser, type Post, people, team } from './standin.ts'

const form = 'application/x-www-form-urlencoded'

interface Draft {
  readonly id: string
  readonly typed: Map<string, Json>
}

export interface Person {
  readonly dm: string
  command(channel: string, words: string, name?: string): Promise<Response>
  /** A mention in a channel, or just words in the private chat. */
  say(channel: string, words: string, again?: { readonly id: string; readonly ts: string }): Promise<Response>
  /** A button or menu choice that stands in a message, a modal or Home, by its label. */
  press(where: string | 'modal' | 'home', label: string): Promise<Response>
  submit(button: 'next' | 'back' | 'skip', values: Values): Promise<Response>
  closeModal(): Promise<Response>
  openHome(): Promise<Response>
  modal(): Json | undefined
  home(): Json | undefined
  /** What stands in a channel for this person, oldest first. */
  sees(channel: string): readonly Post[]
  errors(): Readonly<Record<string, string>>
}

/** `send` takes a payload to the bot, over HTTP or a socket. */
export interface Way {
  form(fields: Readonly<Record<string, string>>): Promise<Response>
  interaction(payload: Json): Promise<Response>
  event(body: Json, headers?: Readonly<Record<string, string>>): Promise<Response>
  settled(): Promise<void>
}

export const overHttp = ({ post, adapter }: RunningBot): Way => ({
  form: (fields) => post(String(new URLSearchParams(fields)), { 'content-type': form }),
  interaction: (payload) =>
    post(String(new URLSearchParams({ payload: JSON.stringify(payload) })), { 'content-type': form }),
  event: (body, headers) => post(body, headers),
  settled: adapter.settled,
})

let count = 0

export const eventOf = (event: Json, id = `Ev0${++count}`): Json => ({
  type: 'event_callback',
  team_id: team,
  event_id: id,
  event,
  authorizations: [{ team_id: team, user_id: botUser, is_bot: true }],
})

export function person({ slack }: Pick<RunningBot, 'slack'>, user: string, way: Way): Person {
  const dm = `D${user.slice(1)}`
  const own = people.find(({ id }) => id === user)?.team ?? team
  let draft: Draft | undefined
  let wrong: Record<string, string> = {}

  const modal = () => slack.modals.get(user)
  const sees = (channel: string) =>
    channel.startsWith('D') && channel !== dm
      ? []
      : slack.posts.filter(
          (each) => each.channel === channel && each.thread === undefined && (each.only ?? user) === user,
        )

  async function done(response: Promise<Response>): Promise<Response> {
    const answer = await response
    await way.settled()
    return answer
  }

  /** What the inputs of the modal hold now: what was typed, or else what they came with. */
  function state(values: Values): Json {
    const view = modal()
    if (!view) throw new Error('There is no modal open.')
    if (draft?.id !== String(view.id)) draft = { id: String(view.id), typed: new Map() }
    const inputs = (view.blocks as readonly Json[]).filter(({ type }) => type === 'input')
    const filled = inputs.map((input) => {
      const block = String(input.block_id)
      const element = input.element as Json
      const value = values[block.replace(/^\d+\.\d+\./, '')]
      if (value !== undefined) draft?.typed.set(block, stateOf(element, value))
      const held = draft?.typed.get(block) ?? initial(element)
      return [block, { [String(element.action_id)]: held }] as const
    })
    return { values: Object.fromEntries(filled) }
  }

  const about = () => ({
    user: { id: user, team_id: own },
    team: { id: team },
    api_app_id: 'A0EXAMPLE',
    token: 'x',
  })
  const responseUrl = (channel: string) => `${slack.base}/response/${channel}/${user}`

  async function click(element: Json, value: Json, more: Json): Promise<Response> {
    const action = { type: element.type, action_id: element.action_id, block_id: 'b', ...value }
    return done(
      way.interaction({
        type: 'block_actions',
        ...about(),
        trigger_id: slack.trigger(user),
        actions: [action],
        ...more,
      }),
    )
  }

  return {
    dm,
    modal,
    sees,
    home: () => slack.homes.get(user),
    errors: () => wrong,

    command: (channel, text, command = '/leernetwerk') =>
      done(
        way.form({
          ...{ command, text: escaped(text), user_id: user, team_id: own, channel_id: channel },
          ...{ channel_name: channel.startsWith('D') ? 'directmessage' : 'voorbeeldnetwerk' },
          ...{ trigger_id: slack.trigger(user), response_url: responseUrl(channel), token: 'x' },
        }),
      ),

    say(channel, text, again) {
      const ts = again?.ts ?? `1600000000.${String(++count).padStart(6, '0')}`
      const direct = channel.startsWith('D')
      const event = {
        ...{ user, channel, ts, event_ts: ts, team: own },
        ...(direct
          ? { type: 'message', channel_type: 'im', text: escaped(text) }
          : { type: 'app_mention', text: `<@${botUser}> ${escaped(text)}` }),
      }
      return done(way.event(eventOf(event, again?.id), again ? { 'x-slack-retry-num': '1' } : {}))
    },

    async press(where, label) {
      const view = where === 'modal' ? modal() : where === 'home' ? slack.homes.get(user) : undefined
      const surfaces: readonly { blocks: readonly Json[]; more: Json }[] = view
        ? [{ blocks: view.blocks as readonly Json[], more: { view: { ...view, state: { values: {} } } } }]
        : sees(where).map(({ blocks, ts }) => ({
            blocks,
            more: { channel: { id: where }, message: { ts }, response_url: responseUrl(where) },
          }))
      for (const { blocks, more } of surfaces.toReversed()) {
        const elements = blocks.flatMap(({ type, elements = [] }) =>
          type === 'actions' ? (elements as readonly Json[]) : [],
        )
        for (const element of elements) {
          const labelled = (given: unknown) => (given as Json | undefined)?.text === label
          if (labelled(element.text)) return click(element, { value: element.value }, more)
          const option = ((element.options ?? []) as readonly Json[]).find(({ text }) => labelled(text))
          if (option) return click(element, { selected_option: option }, more)
        }
      }
      throw new Error(`There is no button ${label} here.`)
    },

    async submit(button, values) {
      const view = { ...modal(), state: state(values) } as Json
      if (button !== 'next') {
        const ways = (view.blocks as readonly Json[]).find(({ block_id }) => block_id === 'ways')
        const element = (ways?.elements as readonly Json[] | undefined)?.find(({ value }) => value === button)
        if (!element) throw new Error(`There is no ${button} here.`)
        return click(element, { value: button }, { view })
      }
      const response = await way.interaction({ type: 'view_submission', ...about(), view })
      const answer = (await response
        .clone()
        .json()
        .catch(() => ({}))) as Json
      wrong = {}
      if (answer.response_action === 'errors') wrong = { ...(answer.errors as Record<string, string>) }
      else if (answer.response_action === 'update') slack.show(user, answer.view as Json)
      else slack.modals.delete(user)
      await way.settled()
      return response
    },

    closeModal() {
      const view = modal()
      slack.modals.delete(user)
      return done(way.interaction({ type: 'view_closed', ...about(), view, is_cleared: false }))
    },

    openHome: () =>
      done(
        way.event(
          eventOf({ type: 'app_home_opened', user, channel: dm, tab: 'home', event_ts: `1.${++count}` }),
        ),
      ),
  }
}

const escaped = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An answer in the shape that Slack gives it, for each kind of input. */
function stateOf(element: Json, value: string | readonly string[]): Json {
  const type = String(element.type)
  const options = (element.options ?? []) as readonly Json[]
  const several = options.filter((option) => value.includes(String(option.value)))
  switch (type) {
    case 'plain_text_input':
      return { type, value }
    case 'datepicker':
      return { type, selected_date: value }
    case 'timepicker':
      return { type, selected_time: value }
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: several }
    default:
      return { type, selected_option: options.find((option) => option.value === value) ?? null }
  }
}

function initial({ type, ...element }: Json): Json {
  return {
    type,
    value: element.initial_value ?? null,
    selected_option: element.initial_option ?? null,
    selected_options: element.initial_options ?? [],
    selected_date: element.initial_date ?? null,
    selected_time: element.initial_time ?? null,
  }
}
