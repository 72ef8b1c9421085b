/** Shows a reply to the one person it is for: a modal, a change in the modal they have open, or a private word. */
import type { types } from '@slack/bolt'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { join, type Language, type Text } from '../../src/contracts/text.ts'
import { button, type SlackBlock } from './blocks.ts'
import type { Slack } from './client.ts'
import { codeOf } from './errors.ts'
import { formView, renderDone, renderForm, renderWord } from './form.ts'
import { errorsByBlock, withNotices } from './notices.ts'
import type { View } from './parse.ts'
import { filesOf, type pressAction, type sayAction } from './render.ts'
import { asTyped, type Outfit, type Sending } from './send.ts'
import { words } from './words.ts'

/** Where somebody was when they did something, and what Slack lets us do there. */
export interface Spot {
  readonly who: Account
  readonly where: Place
  /** Opens one modal, within three seconds. */
  readonly trigger?: string | undefined
  /** Takes private words, also where the bot is no member. */
  readonly responseUrl?: string | undefined
  readonly thread?: string | undefined
  /** The modal or Home in which they pressed. */
  readonly view?: View | undefined
  /** The same thing once more, behind a button. */
  readonly again: { readonly action: typeof pressAction | typeof sayAction; readonly value: string }
}

export interface Replies {
  show(reply: Reply, spot: Spot): Promise<void>
  /** What a sent form is answered with. */
  answer(reply: Reply, view: View, where: Place): ViewAnswer
  /** The files of a word that is shown where none can go along. */
  handOver(who: Account, reply: Reply): Promise<void>
}

export type ViewAnswer =
  | { readonly response_action: 'update'; readonly view: types.ModalView }
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'clear' }

export function replies({ web, fetch }: Slack, sending: Sending, log: Log): Replies {
  const failed = (what: string) => (error: unknown) => log.warn({ code: codeOf(error) }, what)

  /** To their own chat, whole: there a file can go along. */
  async function privately(who: Account, message: Message): Promise<void> {
    const place = await sending.privatePlace(who)
    await sending.send({ id: '', place, message })
  }

  async function handOver(who: Account, message: Message): Promise<void> {
    const files = filesOf(message)
    if (files.length === 0) return
    try {
      const { id } = await sending.privatePlace(who)
      for (const file of files) await sending.attach(id, undefined, file, message)
    } catch (error) {
      failed('slack file not handed over')(error)
    }
  }

  async function tell(spot: Spot, message: Message, extra: readonly SlackBlock[] = []): Promise<void> {
    const { where, who, responseUrl, thread } = spot
    try {
      if (where.kind === 'private' && extra.length === 0) {
        await sending.send({ id: '', place: where, message })
        return
      }
      const full = await sending.outfit(message)
      const outfit = { ...full, blocks: [...full.blocks, ...extra] }
      if (where.kind === 'private') await web.chat.postMessage({ channel: where.id, ...asTyped, ...outfit })
      else if (!(await responded(responseUrl, outfit))) await ephemeral(where, who, thread, outfit)
      await handOver(who, message)
    } catch (error) {
      failed('slack word not shown there')(error)
      await privately(who, message).catch(failed('slack word not shown'))
    }
  }

  const ephemeral = (where: Place, who: Account, thread: string | undefined, outfit: Outfit) =>
    web.chat.postEphemeral({
      channel: where.id,
      user: who.user,
      ...outfit,
      parse: asTyped.parse,
      link_names: asTyped.link_names,
      ...(thread !== undefined && { thread_ts: thread }),
    })

  async function responded(url: string | undefined, outfit: Outfit): Promise<boolean> {
    if (url === undefined) return false
    const body = { response_type: 'ephemeral', replace_original: false, ...asTyped, ...outfit }
    const headers = { 'content-type': 'application/json' }
    const sent = fetch(url, {
      ...{ method: 'POST', headers, body: JSON.stringify(body), redirect: 'error' },
      signal: AbortSignal.timeout(5000),
    })
    return sent.then(
      ({ ok }) => ok,
      () => false,
    )
  }

  /** A window that Slack does not open (any more) becomes a word with the same thing behind a button. */
  async function open(spot: Spot, view: types.ModalView, language: Language): Promise<void> {
    const own = words[language]
    const offer = (text: string, label: string) =>
      tell(spot, wordOf(language, text), [
        { type: 'actions', elements: [button(label, `${spot.again.action}:again`, spot.again.value, true)] },
      ])
    if (spot.trigger === undefined) return offer(own.openForm, own.openFormButton)
    try {
      await web.views.open({ trigger_id: spot.trigger, view })
    } catch (error) {
      failed('slack window not opened')(error)
      await offer(own.late, own.again)
    }
  }

  async function change({ id, hash }: View, view: types.ModalView): Promise<void> {
    try {
      await web.views.update({ view_id: id, view, ...(hash !== undefined && { hash }) })
    } catch (error) {
      // Somebody pressed twice: the other press showed the same already.
      if (codeOf(error) !== 'hash_conflict') failed('slack window not changed')(error)
    }
  }

  return {
    async handOver(who, reply) {
      if (reply.kind === 'word') await handOver(who, reply.message)
    },

    async show(reply, spot) {
      const { view, where, who } = spot
      const language = who.language ?? 'nl'
      const modal = view?.type === 'modal' ? view : undefined
      switch (reply.kind) {
        case 'nothing':
          if (modal) await change(modal, renderDone(language, where))
          return
        case 'form': {
          const form = renderForm(reply.form, where)
          return modal ? change(modal, form) : open(spot, form, reply.form.language)
        }
        case 'errors': {
          if (modal?.callback_id === formView)
            return change(modal, withNotices(modal, reply.errors, reply.all))
          const text = join(
            [...(reply.all === undefined ? [] : [reply.all]), ...Object.values(reply.errors)],
            '\n',
          )
          return this.show({ kind: 'word', message: wordOf(language, text) }, spot)
        }
        case 'word': {
          const { message } = reply
          if (!view) return tell(spot, message)
          if (modal) await change(modal, renderWord(message, where))
          else await open(spot, renderWord(message, where), message.language)
          return handOver(who, message)
        }
        default:
          return reply satisfies never
      }
    },

    answer(reply, view, where) {
      switch (reply.kind) {
        case 'nothing':
          return { response_action: 'clear' }
        case 'form':
          return { response_action: 'update', view: renderForm(reply.form, where) }
        case 'errors': {
          const errors = errorsByBlock(view, reply.errors, reply.all)
          return errors
            ? { response_action: 'errors', errors }
            : { response_action: 'update', view: withNotices(view, reply.errors, reply.all) }
        }
        case 'word':
          return { response_action: 'update', view: renderWord(reply.message, where) }
        default:
          return reply satisfies never
      }
    },
  }
}

const wordOf = (language: Language, text: Text): Message => ({
  ...{ language, summary: text },
  blocks: [{ tag: 'paragraph', text }],
})
