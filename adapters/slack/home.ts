/** The Home tab: what is open for this person, and the words that are always there. */
import type { types } from '@slack/bolt'
import type { Receive } from '../../src/contracts/chat.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Message } from '../../src/contracts/message.ts'
import { button, plainText } from './blocks.ts'
import type { Slack } from './client.ts'
import { codeOf } from './errors.ts'
import { limits } from './limits.ts'
import { renderMessage, sayAction } from './render.ts'
import { words } from './words.ts'

export interface Home {
  /** Fills the Home of somebody who looks at it now. `id` tells one look from another. */
  open(who: Account, where: Place, id: string): Promise<void>
  /** After something they did: only when they looked at it since the bot started. */
  refresh(who: Account, id: string): Promise<void>
}

const mostLookers = 5000

export function home({ web }: Slack, receive: Receive, log: Log): Home {
  const lookers = new Map<string, Place>()

  async function publish(who: Account, where: Place, id: string): Promise<void> {
    const reply = await receive({ kind: 'command', words: 'open', who, where, id })
    const message = reply.kind === 'word' ? reply.message : undefined
    try {
      await web.views.publish({ user_id: who.user, view: renderHome(message, who) })
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'slack home not published')
    }
  }

  return {
    async open(who, where, id) {
      if (lookers.size >= mostLookers) lookers.clear()
      lookers.set(who.user, where)
      await publish(who, where, id)
    },
    async refresh(who, id) {
      const where = lookers.get(who.user)
      if (where) await publish(who, where, id)
    },
  }
}

/** `undefined`: there is no network yet to say something. */
export function renderHome(message: Message | undefined, who: Account): types.HomeView {
  const language = message?.language ?? who.language ?? 'nl'
  const own = words[language]
  const shown: Pick<Message, 'blocks'> = message ?? { blocks: [{ tag: 'paragraph', text: own.homeEmpty }] }
  const around = { language, pictures: new Map<string, string>(), file: own.privateFile }
  const menu: types.Overflow = {
    type: 'overflow',
    action_id: `${sayAction}:menu`,
    options: [
      { text: plainText(own.privacy, limits.option), value: 'privacy' },
      { text: plainText(own.pause, limits.option), value: 'pauze' },
    ],
  }
  return {
    type: 'home',
    blocks: [
      ...renderMessage(shown, around, limits.viewBlocks - 2),
      { type: 'divider' },
      { type: 'actions', elements: [button(own.help, `${sayAction}:help`, 'help'), menu] },
    ],
  }
}
