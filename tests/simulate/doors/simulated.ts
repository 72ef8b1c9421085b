/** A chat platform that remembers what stands where, and that now and then refuses, forgets or is slow. */
import type { Parcel } from '../../../src/contracts/chat.ts'
import { SendFailed } from '../../../src/contracts/errors.ts'
import type { Incoming } from '../../../src/contracts/incoming.ts'
import type { Message } from '../../../src/contracts/message.ts'
import { words } from '../../support/look.ts'
import type { Door, DoorParts } from './door.ts'
import { type Reader, readersOf, stormFor } from './weather.ts'

export function simulatedDoor({ groups, figures, trouble, stands }: DoorParts): Door {
  const readerOf = readersOf(groups)
  const standing = new Map<string, { readonly place: string; readonly message: Message }>()
  let heard = 0

  function put(address: string, parcel: Parcel, fresh: boolean, reader: Reader): void {
    const storm = stormFor(reader, trouble)
    if (!storm || storm.how === 'arrived') {
      standing.set(address, { place: parcel.place.id, message: parcel.message })
      const { group, person } = reader
      stands({ group, ...(person && { person }), parcel, fresh })
    }
    if (storm?.how === 'later') refuse('later', storm.wait)
    if (storm) refuse(storm.how === 'gone' ? 'gone' : 'ambiguous')
  }

  function refuse(reason: SendFailed['reason'], wait = 0): never {
    figures.refused += 1
    throw new SendFailed(reason, 'the simulated platform says no', wait)
  }

  const platform = groups[0]?.channel.platform ?? ''
  return {
    open: async ({ receive }) => ({
      adapter: {
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
          const found = groups.flatMap(({ people }) => people).find((each) => each.user === user)
          if (!found || found.unreachable) refuse('gone')
          return found.chat
        },
      },
      async hear({ person, where, deed }) {
        const { user, name, language, chat } = person
        const { tenant } = chat
        const who = { platform, tenant, user, name, ...(language && { language }) }
        const once = () => receive({ ...deed, who, where, id: `heard-${++heard}` } as Incoming)
        return { reply: await once(), again: async () => void (await once()) }
      },
      stop: async () => undefined,
    }),
    reads: ({ channel }) =>
      [...standing.values()].filter(({ place }) => place === channel.id).map(({ message }) => words(message)),
    close: async () => undefined,
  }
}
