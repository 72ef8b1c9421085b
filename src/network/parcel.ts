/**
 * The **outbox** as records: a **parcel** is a message that must go out; a **post** remembers where a message
 * with a slot stands, so that it can be replaced.
 */
import { z } from 'zod'
import type { Place } from '../contracts/incoming.ts'
import type { Message } from '../contracts/message.ts'
import { table } from '../contracts/table.ts'

const parcel = z.object({
  id: z.string(),
  /** Sent in this order. */
  order: z.int(),
  to: z.union([z.object({ place: z.custom<Place>() }), z.object({ member: z.string() })]),
  /** Key in `posts`; absent for a message that is never replaced. */
  post: z.string().exactOptional(),
  message: z.custom<Message>(),
  /**
   * `sending`: handed to the platform, no word back yet. `unknown`: it may have arrived, so it is never sent
   * again by itself. `gone`: the place or the person cannot be reached. `failed`: the platform refused it.
   */
  state: z.enum(['waiting', 'sending', 'unknown', 'gone', 'failed']),
  /** Not before this instant. */
  after: z.iso.datetime(),
  tries: z.int(),
})

export type OutboxParcel = Readonly<z.infer<typeof parcel>>

const post = z.object({
  id: z.string(),
  /** Where it stands; absent until it was sent. */
  address: z.string().exactOptional(),
  /** Of the message that was last decided on. */
  digest: z.string(),
})

export const parcels = table<OutboxParcel>('outbox', parcel)
export const posts = table<Readonly<z.infer<typeof post>>>('post', post)
