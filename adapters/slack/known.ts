/** The channels in which the bot is, kept because Slack does not name them when it is uninstalled. */
import { z } from 'zod'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Store } from '../../src/contracts/store.ts'
import { table } from '../../src/contracts/table.ts'
import { platform } from './people.ts'

/** The network id under which this adapter keeps what is its own. */
const network = 'slack'

const channels = table('channel', z.object({ id: z.string(), tenant: z.string() }))

export interface Known {
  add(place: Place): Promise<void>
  remove(place: Pick<Place, 'id'>): Promise<void>
  all(): Promise<readonly Place[]>
}

export function known(store: Store, log: Log): Known {
  const sure = new Set<string>()

  /** Whether it was kept. */
  async function change(id: string, decide: 'put' | 'remove', tenant = ''): Promise<boolean> {
    try {
      await store.transact(network, (state) => {
        const there = channels.get(state, id) !== undefined
        const change = decide === 'put' ? channels.put({ id, tenant }) : channels.remove(id)
        return { result: null, changes: there === (decide === 'put') ? [] : [change], lookups: [] }
      })
      return true
    } catch {
      // Without it only the news of an uninstallation would not reach this channel's network.
      log.warn({ code: 'store-failed' }, 'slack channel not remembered')
      return false
    }
  }

  return {
    async add({ kind, id, tenant }) {
      if (kind !== 'channel' || sure.has(id)) return
      sure.add(id)
      // What is sent there next tries again.
      if (!(await change(id, 'put', tenant))) sure.delete(id)
    },
    async remove({ id }) {
      sure.delete(id)
      await change(id, 'remove')
    },
    async all() {
      try {
        const state = await store.read(network)
        return channels.all(state).map(({ id, tenant }) => ({ platform, tenant, id, kind: 'channel' }))
      } catch {
        return []
      }
    },
  }
}
