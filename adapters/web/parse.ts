/** From a request's body to what the core hears. Whatever this page cannot have sent is `undefined`. */
import { z } from 'zod'
import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Channel, PlaygroundPerson, Spot, WireIncoming } from './wire.ts'

export const platform = 'web'
export const tenant = 'playground'

const heard = {
  id: z.string().regex(/^[\w-]{1,60}$/),
  as: z.string(),
  language: z.enum(['nl', 'en']),
  where: z.string(),
}

const incoming: z.ZodType<WireIncoming> = z.discriminatedUnion('kind', [
  z.strictObject({ ...heard, kind: z.literal('command'), words: z.string() }),
  z.strictObject({ ...heard, kind: z.literal('press'), ref: z.string().min(1) }),
  z.strictObject({
    ...heard,
    kind: z.literal('submit'),
    ref: z.string().min(1),
    step: z.int().min(1),
    revision: z.int().min(0),
    button: z.enum(['next', 'back', 'skip']),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
])

const move = z.strictObject({ to: z.iso.datetime() })

export function parseIncoming(
  body: Buffer,
  people: readonly PlaygroundPerson[],
  channels: readonly Channel[],
): Incoming | undefined {
  const parsed = incoming.safeParse(json(body))
  const person = people.find(({ user }) => user === parsed.data?.as)
  if (!parsed.data || !person) return undefined
  const { as, language, where, ...deed } = parsed.data
  const place = placeOf(where, as, channels)
  if (!place) return undefined
  const who: Account = { platform, tenant, user: as, name: person.name, language }
  return { ...deed, who, where: place }
}

/** Where the clock should go. */
export function parseMove(body: Buffer): Date | undefined {
  const parsed = move.safeParse(json(body))
  return parsed.data && new Date(parsed.data.to)
}

export const privatePlace = (user: string): Place => ({
  ...{ platform, tenant },
  id: `private-${user}`,
  kind: 'private',
})

export const channelPlace = ({ id, name }: Channel): Place => ({
  ...{ platform, tenant, id, name },
  kind: 'channel',
})

function placeOf(spot: Spot, user: string, channels: readonly Channel[]): Place | undefined {
  if (spot === 'private') return privatePlace(user)
  const channel = channels.find(({ id }) => id === spot) ?? (spot === 'channel' ? channels[0] : undefined)
  return channel && channelPlace(channel)
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
