/** What Slack's events mean: somebody typed something to the bot, or something happened to a person or a place. */
import type { Happened } from '../../src/contracts/incoming.ts'
import { type EventBody, withoutMention } from './parse.ts'

type Event = EventBody['event']

export interface Typed {
  readonly user: string
  readonly channel: string
  readonly words: string
}

/** A mention anywhere, or any message in the private chat; never what a bot wrote, or an edit. */
export function typed(event: Event, own: string | undefined): Typed | undefined {
  const { type, subtype, channel, user, bot_id, channel_type, text } = event
  const mention = type === 'app_mention'
  const direct = type === 'message' && (channel_type === 'im' || String(channel).startsWith('D'))
  // Words under a picture or a file are words too.
  const plain = subtype === undefined || subtype === 'file_share'
  if (!(mention || direct) || !plain || bot_id !== undefined) return undefined
  if (typeof channel !== 'string' || user === undefined || user === own) return undefined
  return { user, channel, words: withoutMention(text ?? '', own) }
}

interface Somewhere {
  readonly channel: string
  /** Absent: the bot itself, or Slack does not say. */
  readonly user?: string
}

/** Slack tells nothing of meetings, and of Home elsewhere. */
type Plain = Exclude<Happened['kind'], 'place-renamed' | 'meeting-started' | 'meeting-ended' | 'home-opened'>

export type Happening =
  | { readonly kind: 'gone-everywhere' }
  | (Somewhere & { readonly kind: Plain })
  | (Somewhere & { readonly kind: 'place-renamed'; readonly name: string })

/** Nothing for what does not concern us. */
export function happened(event: Event, own: string | undefined): readonly Happening[] {
  const channel = typeof event.channel === 'string' ? event.channel : event.channel?.id
  const user = event.user === own ? undefined : event.user
  const by = user === undefined ? {} : { user }
  if (event.type === 'app_uninstalled') return [{ kind: 'gone-everywhere' }]
  if (event.type === 'tokens_revoked')
    return (event.tokens?.bot ?? []).length > 0 ? [{ kind: 'gone-everywhere' }] : []
  if (channel === undefined) return []
  switch (event.type) {
    case 'member_joined_channel':
      if (user !== undefined) return [{ kind: 'person-joined', channel, user }]
      return [{ kind: 'bot-added', channel, ...(event.inviter !== undefined && { user: event.inviter }) }]
    case 'member_left_channel':
      return user === undefined
        ? [{ kind: 'bot-removed', channel }]
        : [{ kind: 'person-left', channel, user }]
    case 'channel_left':
    case 'group_left':
      return [{ kind: 'bot-removed', channel, ...by }]
    case 'channel_rename':
    case 'group_rename': {
      const name = typeof event.channel === 'object' ? event.channel.name : undefined
      return name === undefined ? [] : [{ kind: 'place-renamed', channel, name }]
    }
    // The people, and the bot, are in it as they were.
    case 'channel_unarchive':
    case 'group_unarchive':
      return [{ kind: 'bot-added', channel, ...by }]
    case 'channel_archive':
    case 'channel_deleted':
    case 'group_archive':
    case 'group_deleted':
      return [{ kind: 'place-gone', channel, ...by }]
    default:
      return []
  }
}
