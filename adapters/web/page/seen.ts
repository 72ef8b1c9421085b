/** Up to where somebody has read each conversation, for as long as this tab is open. */
import type { Spot, WirePost } from '../wire.ts'

/** The order of the newest post that was read, by person and spot. */
export type Seen = Readonly<Record<string, number>>

const kept = 'dubbelloop-seen'

export const unread = (seen: Seen, as: string, spot: Spot, posts: readonly WirePost[]): number =>
  posts.filter(({ order }) => order > (seen[`${as}/${spot}`] ?? 0)).length

/** The same object when there was nothing new. */
export function read(seen: Seen, as: string, spot: Spot, posts: readonly WirePost[]): Seen {
  const newest = posts.at(-1)?.order ?? 0
  const key = `${as}/${spot}`
  return (seen[key] ?? 0) === newest ? seen : { ...seen, [key]: newest }
}

/** Storage may be closed off or hold anything: then nothing was read. */
export function recall(): Seen {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '{}')
    return typeof found === 'object' && found !== null ? (found as Seen) : {}
  } catch {
    return {}
  }
}

export function remember(seen: Seen): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify(seen))
  } catch {
    // Unread marks come back after a reload; nothing else is lost.
  }
}
