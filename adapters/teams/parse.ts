/**
 * From an activity of Teams to what the core hears. Posts and threads of one channel are one place: what the bot
 * says itself is a new post there.
 */
import { z } from 'zod'
import type {
  Account,
  Command,
  Happened,
  Incoming,
  Place,
  Press,
  Submit,
} from '../../src/contracts/incoming.ts'
import type { Language } from '../../src/contracts/text.ts'
import { type Carried, valuesOf } from './carry.ts'
import { type Met, personKey } from './conversations.ts'
import type { Admitted, Heard } from './gate.ts'
import { limits } from './limits.ts'

export const platform = 'teams'

/** How Teams expects to be answered. */
export type Door = 'none' | 'message' | 'fetch' | 'submit' | 'execute'

export interface Parsed {
  readonly door: Door
  /** One activity can tell of several people. Empty: nothing that we listen to. */
  readonly incoming: readonly Incoming[]
  /** Who did it, where, also when it is nothing that we listen to. */
  readonly base: Base
  /** The form as it was sent, for showing it again. */
  readonly carried?: Carried
  readonly met: Met
  /** The conversation itself, thread included. */
  readonly conversation: string
  /** What happened, happened to this team: to each of its channels. */
  readonly team?: string
}

/** What our own buttons carry. Whatever else comes back was not written by this bot. */
const deed = z.union([
  z.object({ press: z.string().min(1).max(1000) }),
  z.object({ again: z.object({ words: z.string().max(limits.words), id: z.string().min(1).max(1000) }) }),
  z.object({
    form: z.object({
      ref: z.string().min(1).max(1000),
      step: z.int().min(1).max(1000),
      revision: z.int().min(0),
      button: z.enum(['next', 'back', 'skip']),
      kept: z.string().max(40_000),
    }),
  }),
])

export type Deed = z.infer<typeof deed>

const submitted = z.looseObject({ data: z.looseObject({ dubbelloop: deed }) })
const executed = z.looseObject({ action: submitted })
const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
})
const meeting = z.looseObject({
  Id: z.string().min(1).max(1000),
  StartTime: z.string().max(60).optional(),
  EndTime: z.string().max(60).optional(),
})

export function parse(admitted: Admitted): Parsed {
  const { heard, tenant } = admitted
  const who = accountOf(heard.from, tenant, heard.locale ?? '')
  const where = placeOf(heard, tenant)
  const base = { who, where, id: heard.id ?? `${heard.type} ${heard.timestamp ?? ''}` }
  const team = wholeTeam(heard)
  const rest = {
    ...{ base, met: metIn(admitted, who, where), conversation: heard.conversation.id },
    ...(team && { team }),
  }
  switch (heard.type) {
    case 'message':
      return { ...rest, door: 'message', incoming: typed(heard, base) }
    case 'invoke':
      return { ...rest, ...invoked(heard, base) }
    case 'event':
      return { ...rest, door: 'none', incoming: met(heard, base) }
    case 'installationUpdate':
      return { ...rest, door: 'none', incoming: installed(heard, base) }
    case 'conversationUpdate':
      return { ...rest, door: 'none', incoming: changed(heard, base, tenant) }
    default:
      return { ...rest, door: 'none', incoming: [] }
  }
}

type Base = Pick<Incoming, 'who' | 'where' | 'id'>

/** In a channel only what was said to the bot; in a chat with the bot everything is. */
function typed(heard: Heard, base: Base): readonly Command[] {
  const mentions = (heard.entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? [])
  const own = mentions.filter(({ mentioned }) => mentioned.id === heard.recipient.id)
  if (base.where.kind === 'channel' && own.length === 0) return []
  let text = heard.text ?? ''
  for (const each of own) text = text.replaceAll(each.text, ' ')
  const words = text
    .replace(/<\/?at\b[^>]*>/giu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return [{ ...base, kind: 'command', words }]
}

function invoked({ name, value }: Heard, base: Base): Pick<Parsed, 'door' | 'incoming' | 'carried'> {
  switch (name) {
    case 'task/fetch':
      return { door: 'fetch', ...done(submitted.safeParse(value).data, base) }
    case 'task/submit':
      return { door: 'submit', ...done(submitted.safeParse(value).data, base) }
    case 'adaptiveCard/action':
      return { door: 'execute', ...done(executed.safeParse(value).data?.action, base) }
    default:
      return { door: 'none', incoming: [] }
  }
}

function done(
  found: z.infer<typeof submitted> | undefined,
  base: Base,
): { incoming: readonly (Press | Command | Submit)[]; carried?: Carried } {
  if (!found) return { incoming: [] }
  const { dubbelloop, ...inputs } = found.data
  if ('press' in dubbelloop) return { incoming: [{ ...base, kind: 'press', ref: dubbelloop.press }] }
  if ('again' in dubbelloop) return { incoming: [{ ...base, kind: 'command', ...dubbelloop.again }] }
  const { kept, ...sent } = dubbelloop.form
  const values = valuesOf(inputs)
  return { incoming: [{ ...base, kind: 'submit', ...sent, values }], carried: { kept, values } }
}

/** The same end told twice is one; a meeting of a series has the series' id, and its own time. */
function met({ name, value, timestamp }: Heard, base: Base): readonly Happened[] {
  const { data } = meeting.safeParse(value)
  const told = (moment: string | undefined) => {
    const at = new Date(moment ?? timestamp ?? '')
    if (!data || Number.isNaN(at.getTime())) return []
    const call = { id: data.Id, at: at.toISOString() }
    return [{ ...base, id: `${call.id} ${call.at}`, call }]
  }
  switch (name) {
    case 'application/vnd.microsoft.meetingStart':
      return told(data?.StartTime).map((each) => ({ ...each, kind: 'meeting-started' }))
    case 'application/vnd.microsoft.meetingEnd':
      return told(data?.EndTime).map((each) => ({ ...each, kind: 'meeting-ended' }))
    default:
      return []
  }
}

/** With the channel that was chosen at the installation, where there was a choice. */
function installed({ action, channelData }: Heard, base: Base): readonly Happened[] {
  const kind = action?.startsWith('add')
    ? 'bot-added'
    : action?.startsWith('remove')
      ? 'bot-removed'
      : undefined
  const chosen = channelData?.settings?.selectedChannel?.id
  const where = chosen && base.where.kind === 'channel' ? { ...base.where, id: chosen } : base.where
  return kind ? [{ ...base, kind, where }] : []
}

/** The bot, a person or the team itself came or went; a channel has its own events. */
function wholeTeam({ type, channelData }: Heard): string | undefined {
  const { eventType, team } = channelData ?? {}
  const whole =
    type === 'installationUpdate' ||
    (type === 'conversationUpdate' &&
      ['teamMemberAdded', 'teamMemberRemoved', 'teamDeleted', 'teamHardDeleted'].includes(eventType ?? ''))
  return whole ? team?.id : undefined
}

/** The bot's own coming and going is told by `installationUpdate`. */
function changed(heard: Heard, base: Base, tenant: string): readonly Happened[] {
  const { channelData, membersAdded, membersRemoved, recipient, topicName } = heard
  const people = (kind: 'person-joined' | 'person-left', who: readonly Heard['from'][] | null | undefined) =>
    (who ?? [])
      .filter(({ id }) => id !== recipient.id)
      .map((each) => ({ ...base, kind, who: accountOf(each, tenant, '') }))
  const name = channelData?.channel?.name ?? topicName
  const renamed = name ? [{ ...base, kind: 'place-renamed', name } as const] : []
  switch (channelData?.eventType) {
    case 'channelRenamed':
      return renamed
    case 'channelDeleted':
    case 'teamDeleted':
    case 'teamHardDeleted':
      return [{ ...base, kind: 'place-gone' }]
    case 'channelRestored':
      return [{ ...base, kind: 'bot-added' }]
    default: {
      const moved = [...people('person-joined', membersAdded), ...people('person-left', membersRemoved)]
      return moved.length === 0 ? renamed : moved
    }
  }
}

/** Guests without an account in this organisation have only the id of the conversation. */
function accountOf(from: Heard['from'], tenant: string, locale: string): Account {
  const language = languageOf(locale)
  return {
    platform,
    tenant,
    user: from.aadObjectId ?? from.id,
    ...(from.name && { name: from.name }),
    ...(language && { language }),
  }
}

function languageOf(locale: string): Language | undefined {
  const [language] = locale.toLowerCase().split('-')
  return language === 'nl' || language === 'en' ? language : undefined
}

function placeOf({ conversation, channelData, topicName }: Heard, tenant: string): Place {
  const [thread = conversation.id] = conversation.id.split(';messageid=')
  const name = channelData?.channel?.name ?? topicName ?? conversation.name
  return {
    ...{ platform, tenant },
    id: channelData?.channel?.id ?? thread,
    kind: conversation.conversationType === 'personal' ? 'private' : 'channel',
    ...(name && { name }),
  }
}

function metIn({ heard, tenant }: Admitted, who: Account, where: Place): Met {
  const { conversationType } = heard.conversation
  const inTeam = conversationType === 'channel' || heard.channelData?.channel !== undefined
  const kind = where.kind === 'private' ? 'personal' : inTeam ? 'channel' : 'group'
  const chat = kind === 'personal' ? { chat: where.id } : {}
  return {
    spot: {
      ...{ id: where.id, tenant, serviceUrl: heard.serviceUrl, kind },
      ...(kind === 'channel' && heard.channelData?.team && { team: heard.channelData.team.id }),
    },
    ...(heard.from.id !== heard.recipient.id && {
      person: { id: personKey(who), user: heard.from.id, ...chat },
    }),
  }
}
