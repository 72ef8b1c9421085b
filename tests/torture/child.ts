/**
 * One bot as a process of its own: the real thing without a platform's library. Its parent is the platform, the
 * clock and everybody who talks to it (`children.ts`).
 */
import { flushCompileCache } from 'node:module'
import type { Address, ChatAdapter, Parcel } from '../../src/contracts/chat.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Asked, FromChild, Start, ToChild } from './children.ts'
import { seedGroup } from './group.ts'
import { openHouse } from './house.ts'
import { watched } from './watch.ts'

const start = JSON.parse(process.argv[2] ?? '') as Start
let now = new Date(start.now)
let calls = 0
const standing = new Map<number, (address: Address) => void>()

const tell = (message: FromChild) => void process.send?.(message)

/** Resolves when the parent says that it stands there; dies with the process. */
const put = (parcel: Parcel, fresh: boolean, address?: Address): Promise<Address> =>
  new Promise((resolve) => {
    calls += 1
    standing.set(calls, resolve)
    tell({ kind: 'put', call: calls, parcel, fresh, ...(address && { address }) })
  })

const chat: ChatAdapter = {
  platform: 'torture',
  routes: [],
  send: (parcel) => put(parcel, true),
  update: async (address, parcel) => void (await put(parcel, false, address)),
  privatePlace: async ({ platform, tenant, user }): Promise<Place> => ({
    ...{ platform, tenant, id: `private-${user}`, kind: 'private' },
  }),
}

const house = await openHouse({
  ground: start.ground,
  clock: { now: () => now },
  adapters: () => [chat],
  interval: start.interval,
  ...(start.watched && { watched }),
})

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.ask) {
    case 'hear':
      return house.receive(asked.incoming)
    case 'seed':
      return seedGroup(
        house.store,
        house.road,
        asked.group,
        asked.starts?.map((at) => new Date(at)),
      )
    case 'drain':
      now = new Date(asked.now)
      return house.drain()
    case 'memory':
      globalThis.gc?.()
      return { rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed }
    case 'stop':
      return house.stop()
  }
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'stands') {
    standing.get(message.call)?.(message.address)
    standing.delete(message.call)
    return
  }
  answer(message.asked).then(
    (result) => tell({ kind: 'answer', id: message.id, result }),
    (error: unknown) => tell({ kind: 'refused', id: message.id, why: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready' })
// One that is killed would leave nothing for the next.
flushCompileCache()
