/**
 * Socket Mode: the bot calls Slack, for schools without a public address. Bolt's own receiver, with two
 * things done here: an event is acknowledged after it was heard, and a lost connection comes back by itself
 * (Slack's client throws where nobody can catch it when a reconnection is refused).
 */
import { type App, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt'
import { StartRefused } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Slack } from './client.ts'
import { codeOf } from './errors.ts'
import { parseBody } from './parse.ts'
import { handOn } from './receiver.ts'
import { sift } from './sift.ts'

const firstWait = 1000
const longestWait = 60_000

export interface SocketReceiver extends Receiver {
  /** Whether the line to Slack is open. */
  ready(): boolean
}

/** `start` throws `StartRefused` when Slack knows the token and says no. */
export function socketReceiver(appToken: string, { options, logger }: Slack, log: Log): SocketReceiver {
  const { slackApiUrl, fetch, timeout, retryConfig } = options
  const receiver = new SocketModeReceiver({
    ...{ appToken, logger, autoReconnectEnabled: false },
    installerOptions: {
      clientOptions: {
        ...(slackApiUrl !== undefined && { slackApiUrl }),
        ...(fetch !== undefined && { fetch }),
        ...(timeout !== undefined && { timeout }),
        ...(retryConfig !== undefined && { retryConfig }),
      },
    },
  })
  const { client } = receiver
  sift(client)
  let [open, stopped] = [false, false]
  let waiting: NodeJS.Timeout | undefined

  async function connect(wait: number): Promise<void> {
    try {
      await client.start()
      open = true
      client.once('disconnected', () => {
        open = false
        again(0)
      })
      log.info({}, 'slack socket open')
    } catch (error) {
      log.warn({ code: codeOf(error), wait }, 'slack socket not open')
      if (wait === 0 && error instanceof webApi.WebAPIPlatformError) throw error
      again(Math.min(Math.max(wait * 2, firstWait), longestWait))
    }
  }

  function again(wait: number): void {
    if (stopped) return
    clearTimeout(waiting)
    // A refusal while running is no reason to stop: an administrator may be renewing the token.
    waiting = setTimeout(() => connect(Math.max(wait, 1)), wait)
  }

  return {
    ready: () => open,
    init(app) {
      receiver.init(lateAcknowledging(app, log))
    },
    async start() {
      try {
        await connect(0)
      } catch (error) {
        throw new StartRefused(
          `Slack refuses SLACK_APP_TOKEN (${codeOf(error)}). Make a new one with connections:write and set it.`,
        )
      }
    },
    async stop() {
      stopped = true
      clearTimeout(waiting)
      await client.disconnect()
    },
  }
}

/** The same app, for a receiver that only knows `processEvent`. */
function lateAcknowledging(app: App, log: Log): App {
  const late: App = Object.create(app)
  late.processEvent = async ({ body, ack, retryNum }) => {
    const parsed = parseBody(body)
    // What we do not know is taken off Slack's hands as well.
    const { answer } = parsed ? await handOn(app, parsed, log, retryNum) : { answer: undefined }
    try {
      await ack(answer)
    } catch (error) {
      // The line was cut in the meantime: Slack sends it again on the next one.
      log.warn({ code: codeOf(error) }, 'slack not told')
    }
  }
  return late
}
