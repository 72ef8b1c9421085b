/** The real adapter behind the real server, before the stand-in of Slack, for tests. */
import { createHmac } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { startServer } from '../../adapters/http/index.ts'
import { type SlackAdapter, type SlackConfig, slackAdapter } from '../../adapters/slack/index.ts'
import type { Receive } from '../../src/contracts/chat.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Log, LogFields } from '../../src/contracts/log.ts'
import type { Pictures } from '../../src/contracts/message.ts'
import type { Store } from '../../src/contracts/store.ts'
import { memoryStore } from '../web/memory-store.ts'
import { type StandIn, secret, standIn, token } from './standin.ts'

export const now = new Date('2026-11-24T14:30:00.000Z')

export interface Options {
  readonly store?: Store
  readonly clock?: Clock
  readonly config?: Partial<SlackConfig>
  readonly log?: Log
  readonly pictures?: Pictures
  /** One that was there before and stays; absent: one with the six of `people.ts`, that goes with the bot. */
  readonly slack?: StandIn
}

export interface RunningBot {
  readonly adapter: SlackAdapter
  readonly slack: StandIn
  readonly base: string
  readonly logged: LogFields[]
  /** Sends a body as Slack does, signed; resolves with the answer as soon as there is one. */
  post(body: string | object, headers?: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

export const sign = (body: string, moment: Date, key = secret) => {
  const seconds = String(Math.floor(moment.getTime() / 1000))
  const digest = createHmac('sha256', key).update(`v0:${seconds}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${digest}` }
}

const examplePicture: Pictures = async (id) =>
  id === 'example-picture' ? Uint8Array.of(137, 80, 78, 71) : undefined

export async function slackBot(receive: Receive, options: Options = {}): Promise<RunningBot> {
  const slack = options.slack ?? (await standIn())
  const logged: LogFields[] = []
  const note = (fields: LogFields, event: string) => void logged.push({ ...fields, event })
  const log: Log = options.log ?? { info: note, warn: note, error: note }
  const clock = options.clock ?? { now: () => now }
  const adapter = slackAdapter({
    ...{ receive, clock, log, store: options.store ?? memoryStore() },
    pictures: options.pictures ?? examplePicture,
    pause: async () => {},
    config: { botToken: token, apiUrl: slack.apiUrl, signingSecret: secret, ...options.config },
  })
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, routes: adapter.routes, log },
    ready: async () => true,
    figures: () => '',
  })
  const base = `http://127.0.0.1:${server.port}`
  return {
    ...{ adapter, slack, base, logged },
    post(body, headers = {}) {
      const written = typeof body === 'string' ? body : JSON.stringify(body)
      return fetch(`${base}/slack/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...sign(written, clock.now()), ...headers },
        body: written,
      })
    },
    async close() {
      await adapter.stop?.()
      await server.close()
      if (!options.slack) await slack.close()
    },
  }
}

/** The same, closed again after the test. */
export async function openBot(receive: Receive, options?: Options): Promise<RunningBot> {
  const opened = await slackBot(receive, options)
  onTestFinished(opened.close)
  return opened
}
