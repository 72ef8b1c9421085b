/** From what Slack sends to what the core hears, and back to the person. One listener, in Bolt's own chain. */
import type { App } from '@slack/bolt'
import type { Receive } from '../../src/contracts/chat.ts'
import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Log } from '../../src/contracts/log.ts'
import { codeOf } from './errors.ts'
import { happened, typed } from './events.ts'
import { valuesOf } from './field.ts'
import { formView, stepAction, unpack } from './form.ts'
import type { Home } from './home.ts'
import type { Known } from './known.ts'
import {
  type ActionsBody,
  type Body,
  type CommandBody,
  type EventBody,
  type SubmissionBody,
  typedWords,
} from './parse.ts'
import { type People, platform } from './people.ts'
import { pressAction, sayAction } from './render.ts'
import type { Replies, Spot, ViewAnswer } from './reply.ts'

export interface Ears {
  readonly receive: Receive
  readonly people: People
  readonly known: Known
  readonly replies: Replies
  readonly home: Home
  readonly log: Log
}

/** What goes on after the acknowledgement. */
export interface Listening {
  /** Resolves when everybody has seen what was meant for them so far. */
  settled(): Promise<void>
}

/** Words that were shown already, so that a repeated message is heard again and answered once. */
const mostShown = 2000

export function listen(app: App, ears: Ears): Listening {
  const { receive, people, known, replies, home, log } = ears
  const under = new Set<Promise<void>>()
  const shown = new Set<string>()

  /** Acknowledging does not wait for this. */
  function meanwhile(work: () => Promise<void>): void {
    const done: Promise<void> = work()
      .catch((error: unknown) => log.error({ code: codeOf(error) }, 'slack reply not shown'))
      .finally(() => under.delete(done))
    under.add(done)
  }

  async function hear(incoming: Incoming) {
    const reply = await receive(incoming)
    // A command that only looks changes nothing, and Home asks with one itself.
    meanwhile(() => home.refresh(incoming.who, `home ${incoming.id}`))
    return reply
  }

  async function tenant(team: string | undefined): Promise<string> {
    return (await people.self())?.team ?? team ?? ''
  }

  async function onCommand(body: CommandBody): Promise<void> {
    const who = await people.account(body.user_id, body.team_id)
    const where = placeOf(body.channel_id, await tenant(body.team_id), body.channel_name)
    const words = typedWords(body)
    const reply = await hear({ kind: 'command', words, who, where, id: body.trigger_id })
    const { trigger_id: trigger, response_url: responseUrl } = body
    meanwhile(() =>
      replies.show(reply, { who, where, trigger, responseUrl, again: { action: sayAction, value: words } }),
    )
  }

  async function onEvent(body: EventBody): Promise<void> {
    const { event } = body
    const self = await people.self()
    const team = self?.team ?? body.authorizations?.[0]?.team_id ?? body.team_id ?? ''
    const own = self?.user ?? body.authorizations?.[0]?.user_id
    // The moment that Slack gives the thing itself: a repetition may come under another event id.
    const id = [
      event.type,
      idOf(event.channel),
      event.user,
      event.event_ts ?? event.ts ?? body.event_id,
    ].join(' ')
    const message = typed(event, own)
    if (message) {
      const who = await people.account(message.user, event.user_team ?? event.team)
      const where = placeOf(message.channel, team)
      const { words } = message
      const reply = await hear({ kind: 'command', words, who, where, id })
      if (shown.has(id)) return
      if (shown.size >= mostShown) shown.clear()
      shown.add(id)
      const thread = event.thread_ts
      meanwhile(() => replies.show(reply, { who, where, thread, again: { action: sayAction, value: words } }))
      return
    }
    if (event.type === 'app_home_opened' && event.user !== undefined && event.tab !== 'messages') {
      const who = await people.account(event.user, event.user_team ?? event.team)
      const where = placeOf(idOf(event.channel) ?? event.user, team, undefined, 'private')
      await receive({ kind: 'home-opened', who, where, id })
      meanwhile(() => home.open(who, where, `home ${id}`))
      return
    }
    await onHappened(body, team, own, id)
  }

  async function onHappened(body: EventBody, team: string, own: string | undefined, id: string) {
    const bot: Account = { platform, tenant: team, user: own ?? 'bot' }
    const { event } = body
    for (const each of happened(event, own)) {
      if (each.kind === 'gone-everywhere') {
        for (const where of await known.all()) {
          await receive({ kind: 'bot-removed', who: bot, where, id: `${id} ${where.id}` })
          await known.remove(where)
        }
        continue
      }
      const renamed = each.kind === 'place-renamed'
      const where = placeOf(each.channel, team, renamed ? each.name : undefined)
      const robot = each.user !== undefined && (await people.profile(each.user)).robot
      const about = each.kind === 'person-joined' || each.kind === 'person-left'
      if (robot && about) continue
      const who = each.user === undefined || robot ? bot : await people.account(each.user, event.team)
      const told = { who, where, id }
      await receive(renamed ? { ...told, kind: each.kind, name: each.name } : { ...told, kind: each.kind })
      if (each.kind === 'bot-added') await known.add(where)
      if (each.kind === 'bot-removed' || each.kind === 'place-gone') await known.remove(where)
    }
  }

  async function onActions(body: ActionsBody): Promise<void> {
    const [action] = body.actions
    const { trigger_id: trigger, response_url: responseUrl, view, channel } = body
    const value = action?.value ?? action?.selected_option?.value
    const [kind] = (action?.action_id ?? '').split(':')
    if (value === undefined) return
    const who = await people.account(body.user.id, body.user.team_id)
    const held = view?.type === 'modal' ? unpack(view.private_metadata) : undefined
    const where =
      held?.place ??
      placeOf(
        channel?.id ?? who.user,
        await tenant(body.team?.id),
        channel?.name,
        channel ? undefined : 'private',
      )
    const spot = { who, where, trigger, responseUrl, view, thread: body.message?.thread_ts }
    const show = (incoming: Incoming, again: Spot['again']) =>
      hear(incoming).then((reply) => meanwhile(() => replies.show(reply, { ...spot, again })))
    if (kind === pressAction)
      await show({ kind: 'press', ref: value, who, where, id: trigger }, { action: pressAction, value })
    if (kind === sayAction)
      await show({ kind: 'command', words: value, who, where, id: trigger }, { action: sayAction, value })
    const way = value === 'back' || value === 'skip' ? value : undefined
    if (kind === stepAction && way && view && held?.ref !== undefined) {
      const { ref, step, revision } = held
      const values = valuesOf(view.state?.values ?? {})
      const again = { action: pressAction, value: ref } as const
      await show({ kind: 'submit', ref, step, revision, button: way, values, who, where, id: trigger }, again)
    }
  }

  async function onSubmission({ type, user, view }: SubmissionBody): Promise<ViewAnswer | undefined> {
    const held = unpack(view.private_metadata)
    if (type === 'view_closed' || view.callback_id !== formView || held?.ref === undefined) return undefined
    const who = await people.account(user.id, user.team_id)
    const { ref, step, revision, place: where } = held
    const values = valuesOf(view.state?.values ?? {})
    const id = `${view.id} ${view.hash ?? ''}`
    const reply = await hear({ kind: 'submit', ref, step, revision, button: 'next', values, who, where, id })
    meanwhile(() => replies.handOver(who, reply))
    return replies.answer(reply, view, where)
  }

  app.use(async (args) => {
    // Bolt is given nothing but what `parseBody` let through, over HTTP and over a socket alike (`handOn`).
    const body = args.body as Body
    const ack = async (answer?: ViewAnswer) => {
      if ('ack' in args && typeof args.ack === 'function')
        await (args.ack as (given?: unknown) => Promise<void>)(answer)
    }
    if ('event' in body) return onEvent(body)
    if ('command' in body) {
      await onCommand(body)
      return ack()
    }
    if ('actions' in body) {
      await onActions(body)
      return ack()
    }
    await ack('view' in body ? await onSubmission(body) : undefined)
  })

  return {
    async settled() {
      while (under.size > 0) await Promise.all(under)
    },
  }
}

const idOf = (channel: EventBody['event']['channel']): string | undefined =>
  typeof channel === 'string' ? channel : channel?.id

/** What Slack calls places whose name it does not tell. */
const nameless = /^(directmessage|privategroup|mpdm-.*)$/u

function placeOf(id: string, tenant: string, name?: string, kind?: Place['kind']): Place {
  const named = name !== undefined && !nameless.test(name)
  const private_ = id.startsWith('D')
  return { platform, tenant, id, kind: kind ?? (private_ ? 'private' : 'channel'), ...(named && { name }) }
}
