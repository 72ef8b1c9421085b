/** What leaves the bot: messages, their updates, their pictures and files, and the way to one person. */
import { setTimeout } from 'node:timers/promises'
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Address, ChatAdapter, Parcel } from '../../src/contracts/chat.ts'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { FileBlock, Message, Pictures } from '../../src/contracts/message.ts'
import { plain } from '../../src/contracts/text.ts'
import { inline, notification, rich, type SlackBlock, section } from './blocks.ts'
import type { Slack } from './client.ts'
import { asSendFailed, codeOf, type Nature } from './errors.ts'
import { limits, shorten } from './limits.ts'
import { platform } from './people.ts'
import { filesOf, renderMessage } from './render.ts'
import { words } from './words.ts'

/** What a message looks like to Slack. */
export interface Outfit {
  readonly text: string
  readonly blocks: SlackBlock[]
}

/** Links stay letters, and nobody is called by a name that somebody typed. */
export const asTyped = {
  unfurl_links: false,
  unfurl_media: false,
  mrkdwn: false,
  parse: 'none',
  link_names: false,
} as const

export interface Sending extends Pick<ChatAdapter, 'send' | 'update' | 'privatePlace'> {
  /** With its pictures uploaded; without `along` its files are said to be in the private chat. */
  outfit(message: Message, along?: 'along'): Promise<Outfit>
  /** The same without pictures, for when Slack does not take them. */
  bare(message: Message, along?: 'along'): Outfit
  /** Puts a file below a message, or how it begins when Slack takes no file. */
  attach(channel: string, thread: string | undefined, file: FileBlock, message: Message): Promise<void>
}

const mostPictures = 500

export type Pause = (milliseconds: number) => Promise<unknown>

/** The library hands on what `files.completeUploadExternal` gave, without a type. */
const fileIn = z.object({ files: z.array(z.object({ files: z.array(z.object({ id: z.string() })) })) })

export function sending({ web }: Slack, pictures: Pictures, log: Log, pause: Pause = setTimeout): Sending {
  /** Slack's ids of pictures that were uploaded before, by what they show: an update shows the same ones. */
  const uploaded = new Map<string, string>()

  async function attempt<T>(nature: Nature, call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      throw asSendFailed(error, nature)
    }
  }

  async function upload(id: string, alt: string): Promise<string | undefined> {
    // The same picture without somebody's name is another file.
    const shown = `${id} ${alt}`
    const before = uploaded.get(shown)
    if (before) return before
    try {
      const png = await pictures(id)
      if (!png) return undefined
      const sent = await web.files.uploadV2({
        ...{ file: Buffer.from(png), filename: 'dubbelloop.png' },
        alt_text: shorten(alt, limits.uploadAlt),
      })
      const file = fileIn.safeParse(sent).data?.files[0]?.files[0]?.id
      if (uploaded.size >= mostPictures) uploaded.clear()
      if (file) uploaded.set(shown, file)
      return file
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'slack took no picture')
      return undefined
    }
  }

  function bare(message: Message, along?: 'along', shown: ReadonlyMap<string, string> = new Map()): Outfit {
    const own = words[message.language]
    const around = {
      language: message.language,
      pictures: shown,
      file: along ? own.file : own.privateFile,
    }
    return { text: notification(message.summary), blocks: renderMessage(message, around) }
  }

  async function outfit(message: Message, along?: 'along'): Promise<Outfit> {
    const shown = new Map<string, string>()
    for (const block of message.blocks) {
      const file = block.tag === 'picture' ? await upload(block.picture, plain(block.words)) : undefined
      if (block.tag === 'picture' && file) shown.set(block.picture, file)
    }
    return bare(message, along, shown)
  }

  /**
   * Slack takes some seconds to get a picture ready, and until then it refuses the whole message; when it takes too
   * long the words go instead.
   */
  async function dressed<T>(message: Message, wear: (outfit: Outfit) => Promise<T>): Promise<T> {
    const full = await outfit(message, 'along')
    if (!full.blocks.some(({ type }) => type === 'image')) return wear(full)
    for (const wait of limits.pictureWaits) {
      await pause(wait)
      try {
        return await wear(full)
      } catch (error) {
        if (codeOf(error) !== 'invalid_blocks') throw error
      }
    }
    return wear(bare(message, 'along'))
  }

  async function attach(channel: string, thread: string | undefined, file: FileBlock, message: Message) {
    const { name, content } = file
    try {
      const data = Buffer.from(content, 'utf8')
      if (thread === undefined) await web.files.uploadV2({ file: data, filename: name, channel_id: channel })
      else await web.files.uploadV2({ file: data, filename: name, channel_id: channel, thread_ts: thread })
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'slack took no file')
      const text = words[message.language].fileAsText(name)
      const start: types.RichTextPreformatted = {
        type: 'rich_text_preformatted',
        elements: [inline(shorten(content, limits.text))],
      }
      const blocks = [rich(section(inline(text)), start)]
      await web.chat
        .postMessage({
          channel,
          ...asTyped,
          text: notification(text),
          blocks,
          ...(thread !== undefined && { thread_ts: thread }),
        })
        .catch((failed) => log.warn({ code: codeOf(failed) }, 'slack took no text either'))
    }
  }

  return {
    outfit,
    bare,
    attach,

    async send({ place, message }: Parcel): Promise<Address> {
      mustBeHere(place)
      const { ts } = await attempt('once', () =>
        dressed(message, (outfit) => web.chat.postMessage({ channel: place.id, ...asTyped, ...outfit })),
      )
      if (!ts) throw new SendFailed('ambiguous', 'Slack did not say where the message stands.')
      for (const file of filesOf(message)) await attach(place.id, ts, file, message)
      return `${place.id}/${ts}`
    },

    async update(address, { place, message }) {
      mustBeHere(place)
      const [channel, ts] = address.split('/')
      if (!channel || !ts) throw new SendFailed('bug', 'This is no address of a message in Slack.')
      const { parse, link_names } = asTyped
      await attempt('repeatable', () =>
        dressed(message, (outfit) => web.chat.update({ channel, ts, parse, link_names, ...outfit })),
      )
    },

    async privatePlace({ platform: where, tenant, user }) {
      if (where !== platform) throw new SendFailed('bug', 'This person is not in Slack.')
      const { channel } = await attempt('repeatable', () => web.conversations.open({ users: user }))
      if (!channel?.id) throw new SendFailed('gone', 'Slack has no private chat with this person.')
      return { platform, tenant, id: channel.id, kind: 'private' }
    },
  }
}

function mustBeHere(place: Place): void {
  if (place.platform !== platform) throw new SendFailed('bug', 'This place is not in Slack.')
}
