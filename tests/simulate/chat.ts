/** A chat platform that remembers what stands where, and that now and then refuses, forgets or is slow. */
import type { ChatAdapter, Parcel } from '../../src/contracts/chat.ts'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Message } from '../../src/contracts/message.ts'
import { type Group, type Person, platform, privateOf } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Figures } from './figures.ts'

/** Where a message came to stand. */
export interface Standing {
  readonly group: Group
  readonly person?: Person
  readonly parcel: Parcel
  readonly fresh: boolean
}

interface ChatParts {
  readonly groups: readonly Group[]
  readonly figures: Figures
  /** How often a sending goes wrong, from 0. */
  readonly trouble: number
  stands(standing: Standing): void
}

interface Reader {
  readonly group: Group
  readonly person?: Person
  readonly chance: Chance
}

export function simulatedChat({ groups, figures, trouble, stands }: ChatParts): ChatAdapter {
  const readers = new Map<string, Reader>()
  for (const group of groups) {
    readers.set(group.channel.id, { group, chance: group.chance.fork('platform') })
    for (const person of group.people)
      readers.set(privateOf(person).id, { group, person, chance: person.chance.fork('platform') })
  }
  const standing = new Map<string, Message>()
  const readerOf = (id: string): Reader => {
    const reader = readers.get(id)
    if (!reader) throw new Error(`nobody reads at ${id}`)
    return reader
  }

  function put(address: string, parcel: Parcel, fresh: boolean, { chance, ...reader }: Reader): void {
    const luck = chance.next() / Math.max(trouble, 1e-9)
    const arrive = () => {
      standing.set(address, parcel.message)
      stands({ ...reader, parcel, fresh })
    }
    if (reader.group.shut && !reader.person) refuse('gone')
    if (luck < 0.02) refuse('later', chance.between(1, chance.is(0.1) ? 90 : 5) * 60_000)
    if (luck < 0.021 && reader.person) refuse('gone')
    if (luck < 0.026) {
      if (chance.is(0.5)) arrive()
      refuse('ambiguous')
    }
    arrive()
  }

  function refuse(reason: SendFailed['reason'], wait = 0): never {
    figures.refused += 1
    throw new SendFailed(reason, 'the simulated platform says no', wait)
  }

  return {
    platform,
    routes: [],
    async send(parcel) {
      const address = `${parcel.place.id}#${parcel.id}`
      put(address, parcel, true, readerOf(parcel.place.id))
      return address
    },
    async update(address, parcel) {
      put(address, parcel, false, readerOf(parcel.place.id))
    },
    async privatePlace({ user }) {
      const place = privateOf({ user })
      if (readerOf(place.id).person?.unreachable) refuse('gone')
      return place
    },
  }
}
