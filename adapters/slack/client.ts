/** The way to Slack's Web API: one try a call, a limit in time, and only to Slack's own hosts. */
import { type Logger, type LogLevel, webApi } from '@slack/bolt'
import type { Log } from '../../src/contracts/log.ts'
import { codeOf } from './errors.ts'

export interface SlackConfig {
  readonly botToken: string
  /** Required over HTTP: with it Slack signs whatever it sends. */
  readonly signingSecret?: string
  /** Given: Socket Mode, and no HTTP. */
  readonly appToken?: string
  /** Where the Web API is, ending in a slash; Slack's own when absent. */
  readonly apiUrl?: string
}

export interface Slack {
  readonly web: webApi.WebClient
  /** For what is nice to know and nobody should wait for. */
  readonly quick: webApi.WebClient
  readonly options: webApi.WebClientOptions
  readonly logger: Logger
  readonly fetch: typeof globalThis.fetch
}

export const slackUrl = 'https://slack.com/api/'

/** A post to a channel may take a while; who waits longer does not know whether it stands there. */
const patience = 10_000
/** Of the three seconds in which Slack wants an answer. */
const quickly = 800
/** When Slack says "later" without saying when. */
const laterSeconds = '30'

export function slackClient({ botToken, apiUrl }: SlackConfig, log: Log): Slack {
  const slackApiUrl = apiUrl ?? slackUrl
  const fetch = guarded(new URL(slackApiUrl))
  const logger = quiet(log)
  // Sending is not idempotent: the sender decides what may be tried again.
  const options: webApi.WebClientOptions = {
    ...{ slackApiUrl, logger, fetch, timeout: patience },
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }
  return {
    web: new webApi.WebClient(botToken, { ...options }),
    quick: new webApi.WebClient(botToken, { ...options, timeout: quickly }),
    ...{ options, logger, fetch },
  }
}

/** Addresses come in payloads (uploads, answers to a command): only those of the API's own host and below count. */
function guarded(api: URL): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const ours = url.host === api.host || url.host.endsWith(`.${api.host}`)
    if (!ours || url.protocol !== api.protocol) throw new TypeError('This address is not one of Slack.')
    const response = await globalThis.fetch(input, init)
    if (response.status !== 429 || /^\d+$/.test(response.headers.get('retry-after') ?? '')) return response
    return new Response(null, { status: 429, headers: { 'retry-after': laterSeconds } })
  }
}

/** The libraries log whole payloads; ours only hears that there was something, and its code. */
function quiet(log: Log): Logger {
  const note = (...said: unknown[]) => {
    const error = said.find((each) => each instanceof Error)
    log.warn({ code: error ? codeOf(error) : 'slack-library' }, 'slack library')
  }
  const nothing = () => undefined
  const level = 'warn' as LogLevel
  return {
    ...{ debug: nothing, info: nothing, warn: note, error: note },
    ...{ setLevel: nothing, setName: nothing, getLevel: () => level },
  }
}
