/** How often and in which ways a platform refuses, forgets or is slow. */
import type { Group, Person } from '../cast.ts'
import type { Chance } from '../chance.ts'

/** Who reads in a place; without a person: a channel. */
export interface Reader {
  readonly group: Group
  readonly person?: Person
  readonly chance: Chance
}

/** By the id of a place. */
export function readersOf(groups: readonly Group[]): (place: string) => Reader {
  const readers = new Map<string, Reader>()
  for (const group of groups) {
    readers.set(group.channel.id, { group, chance: group.chance.fork('platform') })
    for (const person of group.people)
      readers.set(person.chat.id, { group, person, chance: person.chance.fork('platform') })
  }
  return (place) => {
    const reader = readers.get(place)
    if (!reader) throw new Error(`nobody reads at ${place}`)
    return reader
  }
}

/** `arrived` and `lost`: the line breaks after the work was done, or before. */
export type Storm =
  | { readonly how: 'later'; readonly wait: number }
  | { readonly how: 'gone' | 'arrived' | 'lost' }

/** What goes wrong with the next sending to somebody, most often nothing. */
export function stormFor({ group, person, chance }: Reader, trouble: number): Storm | undefined {
  const luck = chance.next() / Math.max(trouble, 1e-9)
  if (group.shut && !person) return { how: 'gone' }
  if (luck < 0.02) return { how: 'later', wait: chance.between(1, chance.is(0.1) ? 90 : 5) * 60_000 }
  if (luck < 0.021 && person) return { how: 'gone' }
  if (luck < 0.026) return { how: chance.is(0.5) ? 'arrived' : 'lost' }
  return undefined
}
