/** What the bot sent, kept in the same store as everything else. */
import { z } from 'zod'
import type { Address, ChatAdapter, Parcel } from '../../src/contracts/chat.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Change, State, Store } from '../../src/contracts/store.ts'
import { table } from '../../src/contracts/table.ts'
import { asSendFailed } from './errors.ts'
import { platform, privatePlace, tenant } from './parse.ts'
import type { Channel, PlaygroundPerson, WirePost } from './wire.ts'

/** The network id under which the playground keeps what is its own. */
export const network = 'playground'

interface Post extends WirePost {
  readonly place: string
}

const shape: z.ZodType<Post> = z.object({
  id: z.string(),
  order: z.int(),
  at: z.iso.datetime(),
  changed: z.boolean(),
  place: z.string(),
  message: z.custom<Message>((data) => typeof data === 'object' && data !== null && 'blocks' in data),
})

const posts = table<Post>('post', shape)

export interface Sending {
  readonly store: Store
  readonly clock: Clock
  readonly people: readonly PlaygroundPerson[]
  readonly channels: readonly Channel[]
  /** After something appeared or was replaced. */
  changed(): void
}

export interface Sent extends Pick<ChatAdapter, 'send' | 'update' | 'privatePlace'> {
  /** What stands in one place, oldest first. */
  postsIn(place: Place): Promise<readonly WirePost[]>
  forget(): Promise<void>
}

export function sent({ store, clock, people, channels, changed }: Sending): Sent {
  const privately = new Set(people.map(({ user }) => privatePlace(user).id))
  const openly = new Set(channels.map(({ id }) => id))

  async function write(decide: (state: State) => readonly Change[]): Promise<void> {
    try {
      await store.transact(network, (state) => ({ result: null, changes: decide(state), lookups: [] }))
    } catch (error) {
      throw asSendFailed(error)
    }
    changed()
  }

  function mustBeHere(place: Place): void {
    if (place.platform !== platform || place.tenant !== tenant) {
      throw new SendFailed('bug', 'This place is not in the playground.')
    }
    if (!openly.has(place.id) && !privately.has(place.id)) {
      throw new SendFailed('gone', 'The playground has no such place (any more).')
    }
  }

  return {
    async send({ id, place, message }: Parcel): Promise<Address> {
      mustBeHere(place)
      await write((state) => {
        if (posts.get(state, id)) return []
        const order = 1 + Math.max(0, ...posts.all(state).map((post) => post.order))
        const at = clock.now().toISOString()
        return [posts.put({ id, order, at, changed: false, place: place.id, message })]
      })
      return id
    },

    async update(address, { message }) {
      await write((state) => {
        const post = posts.get(state, address)
        if (!post) throw new SendFailed('bug', 'The playground never showed this message.')
        const same = JSON.stringify(post.message) === JSON.stringify(message)
        return same ? [] : [posts.put({ ...post, message, changed: true })]
      })
    },

    async privatePlace(account) {
      const place = privatePlace(account.user)
      if (account.platform !== platform || account.tenant !== tenant || !privately.has(place.id)) {
        throw new SendFailed('gone', 'The playground does not know this person.')
      }
      return place
    },

    async postsIn(place) {
      const state = await store.read(network)
      return posts
        .all(state)
        .filter((post) => post.place === place.id)
        .sort((one, other) => one.order - other.order)
        .map(({ id, order, at, changed, message }) => ({ id, order, at, changed, message }))
    },

    forget: () => write((state) => posts.all(state).map(({ id }) => posts.remove(id))),
  }
}
