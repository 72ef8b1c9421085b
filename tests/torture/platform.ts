/** A chat platform that only keeps what it is given. */
import type { ChatAdapter } from '../../src/contracts/chat.ts'
import type { Platform } from './children.ts'

/** Its door in this process. `repeatable`: the same parcel twice is one message. */
export function chatOn(platform: Platform, repeatable = false): ChatAdapter {
  const known = new Map<string, string>()
  return {
    ...{ platform: 'torture', routes: [], repeatable },
    async send(parcel) {
      const before = repeatable ? known.get(parcel.id) : undefined
      const address = before ?? platform.put(parcel, true)
      known.set(parcel.id, address)
      return address
    },
    update: async (address, parcel) => void platform.put(parcel, false, address),
    privatePlace: async ({ platform, tenant, user }) => ({
      ...{ platform, tenant, id: `private-${user}`, kind: 'private' },
    }),
  }
}
