/** Puts what was decided on into the outbox, in the same commit as the decision. */
import { createHash } from 'node:crypto'
import type { Message } from './contracts/message.ts'
import { type Change, type State, withChanges } from './contracts/store.ts'
import type { Outgoing, Post, World } from './features/feature.ts'
import { placeLookup } from './network/member.ts'
import { type OutboxParcel, parcels, posts } from './network/parcel.ts'

/** Records that say nothing about what comes up by itself. */
export const outboxKinds: ReadonlySet<string> = new Set([parcels.kind, posts.kind])

const digestOf = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22)

type Target = OutboxParcel['to']

const postId = (slot: string, to: Target): string =>
  `${slot} ${'place' in to ? placeLookup(to.place) : `member:${to.member}`}`

const targets = ({ network }: World, to: Outgoing['to']): readonly Target[] =>
  to === 'network' ? network.places.map((place) => ({ place })) : [to]

/**
 * Adds messages to the outbox. One that still waits in the same slot is replaced by the newer, and withdrawn
 * when all that is left to say is that it is over.
 */
export function enqueue(world: World, messages: readonly Outgoing[]): readonly Change[] {
  const all: Change[] = []
  for (const { to, slot, message, over } of messages) {
    for (const target of targets(world, to)) {
      const state = withChanges(world.state, all)
      const post = slot && postId(slot, target)
      const waiting = parcels
        .all(state)
        .find((each) => post && each.post === post && each.state === 'waiting')
      if (over && post && posts.get(state, post)?.address === undefined) {
        if (waiting) all.push(parcels.remove(waiting.id), posts.remove(post))
        continue
      }
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

/** Who would get something new to read, and not only another text in its place: members' ids, or `network`. */
export const freshReaders = (world: World, messages: readonly Outgoing[]): readonly string[] =>
  messages
    .filter(({ to, slot, over }) => {
      const stands = (target: Target) =>
        slot !== undefined && posts.get(world.state, postId(slot, target)) !== undefined
      return !over && !targets(world, to).every(stands)
    })
    .map(({ to }) => (to === 'network' ? to : to.member))

/** Everything that stands somewhere and no longer reads as it should, as messages to replace it. */
export function outdated(world: World, live: readonly Post[]): readonly Outgoing[] {
  const unsure = new Set(
    parcels.all(world.state).flatMap((each) => (each.state === 'waiting' ? [] : [each.post])),
  )
  return live.filter(({ to, slot, message }) =>
    targets(world, to).some((target) => {
      const standing = posts.get(world.state, postId(slot, target))
      // Without an address it would be said anew, while the first may well have arrived.
      const lost = standing?.address === undefined && unsure.has(standing?.id)
      return standing !== undefined && !lost && standing.digest !== digestOf(message)
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
