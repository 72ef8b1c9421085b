/**
 * What comes over the socket, before Slack's client sees it. That client falls over a message that is no
 * envelope, and over an event that is told without an `event` in it, such as `app_rate_limited`
 * (https://docs.slack.dev/apis/events-api/#rate-limiting): nobody could catch it, and the process would end.
 */
import type { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'

type Client = SocketModeReceiver['client']

const arrives = 'ws_message'

const envelope = z.looseObject({ type: z.string(), payload: z.unknown().optional() })
const told = z.object({ event: z.object({ type: z.string() }) })

/** From now on this client hears only what it can read. */
export function sift(client: Client): void {
  const hear = client.listeners(arrives)
  client.removeAllListeners(arrives)
  client.on(arrives, (data: unknown) => {
    const readable = typeof data === 'string' ? sifted(data) : undefined
    if (readable !== undefined) for (const listener of hear) listener.call(client, readable, false)
  })
}

/** The message as Slack's client can read it, so that it is acknowledged; nothing for what is no envelope. */
function sifted(message: string): string | undefined {
  const { data } = envelope.safeParse(read(message))
  if (!data) return undefined
  if (data.type !== 'events_api' || told.safeParse(data.payload).success) return message
  return JSON.stringify({ ...data, payload: { event: { type: 'unknown' } } })
}

function read(message: string): unknown {
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}
