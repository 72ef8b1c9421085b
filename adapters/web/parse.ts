/** From a request's body to what the core hears. Whatever this page cannot have sent is `undefined`. */
import { z } from 'zod'
import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { PlaygroundPerson, Spot, WireIncoming } from './wire.ts'

export const platform = 'web'
export const tenant = 'playground'

export interface Channel {
  readonly id: string
  readonly name: string
}

const heard = {
  id: z.string().regex(/^[\w-]{1,60}$/),
  as: z.string(),
  language: z.enum(['nl', 'en']),
  where: z.enum(['channel', 'private']),
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
  channel: Channel,
): Incoming | undefined {
  const parsed = incoming.safeParse(json(body))
  const person = people.find(({ user }) => user === parsed.data?.as)
  if (!parsed.data || !person) return undefined
  const { as, language, where, ...deed } = parsed.data
  const who: Account = { platform, tenant, user: as, name: person.name, language }
  return { ...deed, who, where: placeOf(where, as, channel) }
}

/** Where the clock should go. */
export function parseMove(body: Buffer): Date | undefined {
  const parsed = move.safeParse(json(body))
  return parsed.data && new Date(parsed.data.to)
}

export function placeOf(spot: Spot, user: string, channel: Channel): Place {
  return spot === 'channel'
    ? { platform, tenant, id: channel.id, kind: 'channel', name: channel.name }
    : { platform, tenant, id: `private-${user}`, kind: 'private' }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
