/**
 * The door for everything that Slack sends over HTTP, as a receiver of Bolt's. Bolt's own receivers open a
 * server and read the body before they check who sent it; ours lives on the bot's one server, which has the
 * size under guard already. https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { App, Receiver } from '@slack/bolt'
import type { Clock } from '../../src/contracts/clock.ts'
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../src/contracts/http.ts'
import type { Log } from '../../src/contracts/log.ts'
import { codeOf } from './errors.ts'
import { type Body, decode, parseBody } from './parse.ts'

const window = 5 * 60

export interface HttpReceiver extends Receiver {
  readonly route: HttpRoute
}

export function httpReceiver(secret: string, clock: Clock, log: Log): HttpReceiver {
  let app: App | undefined

  async function handle({ headers, body }: HttpRequest): Promise<HttpAnswer> {
    if (!signedBy(secret, headers, body, clock.now())) return no(401, 'This is not signed by Slack.')
    const raw = decode(body, String(headers['content-type'] ?? ''))
    const greeting = greet(raw)
    if (greeting) return greeting
    const parsed = parseBody(raw)
    if (!parsed || !app) return no(400, 'This is nothing that Slack sends.')
    const retry = Number(headers['x-slack-retry-num'])
    const { answer } = await handOn(app, parsed, log, Number.isInteger(retry) ? retry : undefined)
    if (answer === undefined || answer === '') return { status: 200 }
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) }
  }

  return {
    route: { method: 'POST', path: '/slack/events', handle },
    init(given) {
      app = given
    },
    start: async () => undefined,
    stop: async () => undefined,
  }
}

/**
 * Hands a body to Bolt and gives what it was acknowledged with. Bolt acknowledges events before anybody has
 * heard them; here the answer leaves when all of it is done.
 */
export async function handOn(
  app: App,
  body: Body,
  log: Log,
  retryNum?: number,
): Promise<{ answer: unknown }> {
  let answer: unknown
  // Kinds that mean nothing here; Bolt would look in them for more than there is.
  if (!('event' in body || 'command' in body || 'view' in body || 'actions' in body)) return { answer }
  const ack = async (response?: unknown) => {
    answer = response
  }
  try {
    await app.processEvent({ body, ack, ...(retryNum !== undefined && { retryNum }) })
  } catch (error) {
    log.error({ code: codeOf(error), retry: retryNum }, 'slack body not handled')
  }
  return { answer }
}

/** Slack asks whether we are there, when the address is filled in and now and then. */
function greet(raw: unknown): HttpAnswer | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  if ('type' in raw && raw.type === 'url_verification' && 'challenge' in raw)
    return { status: 200, body: String(raw.challenge).slice(0, 1000) }
  return 'ssl_check' in raw ? { status: 200 } : undefined
}

/** That these very bytes came from Slack, less than five minutes from now. */
function signedBy(secret: string, headers: HttpRequest['headers'], body: Buffer, now: Date): boolean {
  const moment = headers['x-slack-request-timestamp']
  const signature = headers['x-slack-signature']
  if (typeof moment !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(moment)) return false
  if (Math.abs(now.getTime() / 1000 - Number(moment)) > window) return false
  const ours = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${moment}:`).update(body).digest('hex')}`,
  )
  const theirs = Buffer.from(signature)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

const no = (status: number, sentence: string): HttpAnswer => ({ status, body: sentence })
