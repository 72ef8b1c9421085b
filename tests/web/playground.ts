/** A whole playground on a free port, for tests: the real server and adapter, a store without a disk. */
import { onTestFinished } from 'vitest'
import { startServer } from '../../adapters/http/index.ts'
import { type PlaygroundPerson, playgroundClock, webAdapter } from '../../adapters/web/index.ts'
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { Log, LogFields } from '../../src/contracts/log.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'

export const start = new Date('2026-11-24T14:30:00.000Z')
export const channels = [
  { id: 'c1', name: 'Voorbeeldnetwerk' },
  { id: 'c2', name: 'Netwerk met een verzonnen naam' },
]
export const people: readonly PlaygroundPerson[] = [
  { user: 'noor', name: 'Noor Voorbeeld', role: 'teamleider' },
  { user: 'sam', name: 'Sam Verzonnen', role: 'member' },
  { user: 'kim', name: 'Kim Nergens', role: 'outsider' },
]

export interface Playground {
  readonly adapter: ChatAdapter
  readonly store: MemoryStore
  readonly base: string
  readonly port: number
  /** What was called, by name, in order. */
  readonly calls: string[]
  readonly logged: LogFields[]
  close(): Promise<void>
}

export async function playground(
  receive: Receive,
  store = memoryStore(),
  work: () => Promise<void> = async () => {},
): Promise<Playground> {
  const calls: string[] = []
  const logged: LogFields[] = []
  const note = (fields: LogFields) => void logged.push(fields)
  const log: Log = { info: note, warn: note, error: note }
  const clock = await playgroundClock(store, start)
  const adapter = webAdapter({
    ...{ receive, store, people, channels, log },
    clock: {
      now: clock.now,
      moveTo: (to) => {
        calls.push(`move ${to.toISOString()}`)
        return clock.moveTo(to)
      },
    },
    drain: () => {
      calls.push('drain')
      return work()
    },
    zone: 'Europe/Amsterdam',
    pictures: async (id) => (id === 'example-picture' ? Uint8Array.of(137, 80, 78, 71) : undefined),
    restart: async () => {
      calls.push('restart')
      await clock.startAgain()
    },
  })
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, routes: adapter.routes, log },
    ready: () => store.ready(),
    figures: () => '',
  })
  const close = async () => {
    await adapter.stop?.()
    await server.close()
  }
  return {
    ...{ adapter, store, calls, logged, close },
    base: `http://127.0.0.1:${server.port}`,
    port: server.port,
  }
}

/** The same, closed again after the test. */
export async function openPlayground(
  receive: Receive,
  store?: MemoryStore,
  work?: () => Promise<void>,
): Promise<Playground> {
  const opened = await playground(receive, store, work)
  onTestFinished(opened.close)
  return opened
}
