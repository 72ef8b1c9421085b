/** The page's way to the bot. Every call throws when the bot cannot be reached or refuses. */
import type { Reply } from '../../../src/contracts/reply.ts'
import type { WireIncoming, WireState } from '../wire.ts'

export interface Api {
  state(as: string): Promise<WireState>
  incoming(heard: WireIncoming): Promise<Reply>
  moveClock(to: string): Promise<void>
  restart(): Promise<void>
}

/** `base` is empty in a browser: everything comes from where the page came from. */
export function api(base = ''): Api {
  async function ask(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(`${base}/playground/${path}`, init)
    if (!response.ok) throw new Error(`${response.status}`)
    return response.json()
  }
  const post = (path: string, data: unknown) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(data),
    })

  return {
    state: async (as) => (await ask(`state?${new URLSearchParams(as ? { as } : {})}`)) as WireState,
    incoming: async (heard) => (await post('incoming', heard)) as Reply,
    moveClock: async (to) => void (await post('clock', { to })),
    restart: async () => void (await post('restart', {})),
  }
}

/** Calls `changed` whenever there may be something new, and `connected` when the line falls away or is back. */
export function listen(changed: () => void, connected: (now: boolean) => void): () => void {
  const source = new EventSource('/playground/events')
  source.addEventListener('changed', changed)
  source.addEventListener('open', () => {
    connected(true)
    changed()
  })
  source.addEventListener('error', () => connected(false))
  return () => source.close()
}
