/** Slack's side of a socket on this computer: connections are counted, and what it sends is acknowledged or not. */
import { once } from 'node:events'
import { type WebSocket, WebSocketServer } from 'ws'
import type { RunningBot } from './bot.ts'
import type { Json } from './check.ts'
import type { Way } from './person.ts'

export interface SocketSide {
  /** What `apps.connections.open` tells. */
  readonly url: string
  /** The way to a bot that made a connection. */
  way(bot: Pick<RunningBot, 'adapter'>): Way
  /** Slack tells that it wants another connection, and the bot makes one. */
  refresh(): Promise<void>
  connections(): number
  close(): void
}

export async function socketSide(): Promise<SocketSide> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  const waiting = new Map<string, (payload: unknown) => void>()
  let socket: WebSocket | undefined
  let connections = 0
  let count = 0
  let arrived = Promise.withResolvers<void>()
  server.on('connection', (fresh) => {
    socket = fresh
    connections += 1
    fresh.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data))
      waiting.get(envelope_id)?.(payload)
      waiting.delete(envelope_id)
    })
    fresh.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    arrived.resolve()
  })

  /** Resolves with the acknowledgement, as the answer over HTTP would be. */
  function envelope(type: string, payload: Json): Promise<Response> {
    const envelope_id = `envelope-${++count}`
    const answer = new Promise<Response>((resolve) => {
      waiting.set(envelope_id, (given) => resolve(Response.json(given ?? {})))
    })
    socket?.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true }))
    return answer
  }

  return {
    url: `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    way: ({ adapter }) => ({
      form: (fields) => envelope('slash_commands', fields),
      interaction: (payload) => envelope('interactive', payload),
      event: (body) => envelope('events_api', body),
      settled: adapter.settled,
    }),
    connections: () => connections,
    async refresh() {
      arrived = Promise.withResolvers()
      socket?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      await arrived.promise
    },
    close: () => void server.close(),
  }
}
