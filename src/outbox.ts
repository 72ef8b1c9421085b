/**
 * The **outbox**: messages that were decided on and must go out, kept in the same commit as the decision. A
 * **post** remembers where a message with a slot stands, so that it can be replaced.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Place } from './contracts/incoming.ts'
import type { Message } from './contracts/message.ts'
import { type Change, type State, withChanges } from './contracts/store.ts'
import { table } from './contracts/table.ts'
import type { Outgoing, Post, World } from './features/feature.ts'
import { placeLookup } from './network/member.ts'

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

const digestOf = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22)

type Target = OutboxParcel['to']

const postId = (slot: string, to: Target): string =>
  `${slot} ${'place' in to ? placeLookup(to.place) : `member:${to.member}`}`

const targets = ({ network }: World, to: Outgoing['to']): readonly Target[] =>
  to === 'network' ? network.places.map((place) => ({ place })) : [to]

/** Adds messages to the outbox. One that still waits in the same slot is replaced by the newer. */
export function enqueue(world: World, messages: readonly Outgoing[]): readonly Change[] {
  const all: Change[] = []
  for (const { to, slot, message } of messages) {
    for (const target of targets(world, to)) {
      const state = withChanges(world.state, all)
      const post = slot && postId(slot, target)
      const waiting = parcels
        .all(state)
        .find((each) => post && each.post === post && each.state === 'waiting')
      const order = 1 + Math.max(0, ...parcels.all(state).map((each) => each.order))
      const fresh = {
        id: world.newId(),
        order,
        state: 'waiting' as const,
        after: world.now.toISOString(),
        tries: 0,
      }
      all.push(parcels.put({ ...(waiting ?? fresh), to: target, message, ...(post && { post }) }))
      if (post) all.push(posts.put({ ...posts.get(state, post), id: post, digest: digestOf(message) }))
    }
  }
  return all
}

/** Everything that stands somewhere and no longer reads as it should, as messages to replace it. */
export function outdated(world: World, live: readonly Post[]): readonly Outgoing[] {
  return live.filter(({ to, slot, message }) =>
    targets(world, to).some((target) => {
      const standing = posts.get(world.state, postId(slot, target))
      return standing !== undefined && standing.digest !== digestOf(message)
    }),
  )
}

/** When the outbox next needs somebody. A parcel in `sending` was left behind by a process that died. */
export function outboxDue(state: State): string | undefined {
  const after = parcels
    .all(state)
    .flatMap((each) => (['waiting', 'sending'].includes(each.state) ? [each.after] : []))
  return after.sort()[0]
}
