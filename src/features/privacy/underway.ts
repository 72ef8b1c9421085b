/** What waits to go to others, or went wrong on its way, and has somebody's name in it. */
import type { Message } from '../../contracts/message.ts'
import type { Change } from '../../contracts/store.ts'
import type { Member } from '../../network/member.ts'
import { type OutboxParcel, parcels, posts } from '../../network/parcel.ts'
import type { Post, World } from '../feature.ts'

/**
 * After somebody was erased: what keeps up with what changes is said anew without them, and anything else that names
 * them is said no more. `world` is how it is without them.
 */
export function leaveUnsaid(world: World, { name }: Pick<Member, 'name'>): readonly Change[] {
  const { state, gather } = world
  const naming = parcels.all(state).filter(({ message }) => names(message, name))
  const live = naming.some(({ post }) => post !== undefined) ? gather.posts(world) : []
  return naming.flatMap((parcel): Change[] => {
    const now = live.find((each) => isFor(each, parcel))
    if (now) return [parcels.put({ ...parcel, message: now.message })]
    const post = posts.get(state, parcel.post ?? '')
    return [parcels.remove(parcel.id), ...(post && post.address === undefined ? [posts.remove(post.id)] : [])]
  })
}

/** By itself, or in a list of names; not the same word in what somebody wrote. */
function names(message: Message, name: string): boolean {
  const found = (value: unknown): boolean => {
    if (value === null || typeof value !== 'object') return false
    if ('said' in value && typeof value.said === 'string')
      return value.said === name || value.said.split(/, and |, | en | and /).includes(name)
    return Object.values(value).some(found)
  }
  return found(message)
}

function isFor({ to: whom, slot }: Post, { to, post = '' }: OutboxParcel): boolean {
  if (post.split(' ')[0] !== slot) return false
  return 'member' in to ? whom !== 'network' && whom.member === to.member : whom === 'network'
}
