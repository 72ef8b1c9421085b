/** What a person does in Slack, as the payloads that Slack then sends; and what they have before them. */
import type { Values } from '../../src/contracts/form.ts'
import type { RunningBot } from './bot.ts'
import type { Json } from './check.ts'
import { initial, inputsOf, stateOf } from './inputs.ts'
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
  /**
   * The same by what it means, wherever they have it: in the modal that is open, else in the newest message, else in
   * Home (or there first), else where it stood before a message changed. `undefined`: they never had it.
   */
  use(value: string, first?: 'home'): Promise<Response> | undefined
  submit(button: 'next' | 'back' | 'skip', values: Values): Promise<Response>
  /** Their last press or form once more, as impatient people and platforms do. Nobody looks at what comes of it. */
  again(): Promise<Response>
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
  let once: (() => Promise<Response>) | undefined
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
    const filled = inputsOf(view).map(({ block, field, element }) => {
      const value = values[field]
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

  function click({ element, value, more }: Found): Promise<Response> {
    const action = { type: element.type, action_id: element.action_id, block_id: 'b', ...value }
    once = () =>
      done(
        way.interaction({
          type: 'block_actions',
          ...about(),
          trigger_id: slack.trigger(user),
          actions: [action],
          ...more,
        }),
      )
    return once()
  }

  const inView = (view: Json): Surface => ({
    blocks: view.blocks as readonly Json[],
    more: { view: { ...view, state: { values: {} } } },
  })
  const inPost = ({ channel, ts }: Post, blocks: readonly Json[]): Surface => ({
    blocks,
    more: { channel: { id: channel }, message: { ts }, response_url: responseUrl(channel) },
  })

  /** All that they have before them, in the order in which they look at it. */
  function everywhere(first?: 'home'): readonly Surface[] {
    const [open, home] = [modal(), slack.homes.get(user)]
    const posts = slack.posts
      .filter(
        ({ channel, thread, only = user }) =>
          (channel === dm || !channel.startsWith('D')) && thread === undefined && only === user,
      )
      .toReversed()
    return [
      ...(open ? [inView(open)] : []),
      ...(home && first ? [inView(home)] : []),
      ...posts.map((post) => inPost(post, post.blocks)),
      ...(home ? [inView(home)] : []),
      ...posts.flatMap((post) =>
        (slack.before.get(post.ts) ?? []).toReversed().map((blocks) => inPost(post, blocks)),
      ),
    ]
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
      const surfaces = view
        ? [inView(view)]
        : sees(where)
            .map((post) => inPost(post, post.blocks))
            .toReversed()
      const found = find(surfaces, ({ text }) => (text as Json | undefined)?.text === label)
      if (!found) throw new Error(`There is no button ${label} here.`)
      return click(found)
    },

    use(value, first) {
      const found = find(everywhere(first), (each) => each.value === value)
      return found && click(found)
    },

    again() {
      if (!once) throw new Error('They did nothing yet.')
      return once()
    },

    async submit(button, values) {
      const view = { ...modal(), state: state(values) } as Json
      if (button !== 'next') {
        const ways = (view.blocks as readonly Json[]).find(({ block_id }) => block_id === 'ways')
        const element = (ways?.elements as readonly Json[] | undefined)?.find(({ value }) => value === button)
        if (!element) throw new Error(`There is no ${button} here.`)
        return click({ element, value: { value: button }, more: { view } })
      }
      const send = () => way.interaction({ type: 'view_submission', ...about(), view })
      once = () => done(send())
      const response = await send()
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

/** Something with buttons, and what a press there tells besides. */
interface Surface {
  readonly blocks: readonly Json[]
  readonly more: Json
}

interface Found {
  readonly element: Json
  readonly value: Json
  readonly more: Json
}

/** The first button, or choice in a menu, that fits. */
function find(surfaces: readonly Surface[], fits: (each: Json) => boolean): Found | undefined {
  for (const { blocks, more } of surfaces) {
    const elements = blocks.flatMap(({ type, elements = [] }) =>
      type === 'actions' ? (elements as readonly Json[]) : [],
    )
    for (const element of elements) {
      if (fits(element)) return { element, value: { value: element.value }, more }
      const option = ((element.options ?? []) as readonly Json[]).find(fits)
      if (option) return { element, value: { selected_option: option }, more }
    }
  }
  return undefined
}

const escaped = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
