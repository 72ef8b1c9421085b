/** What a failed call to Slack means for the sender. */
import { webApi } from '@slack/bolt'
import { SendFailed } from '../../src/contracts/errors.ts'

/** Nobody there, or nobody who may be written to: methods/chat.postMessage, conversations.open. */
const gone = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_not_found',
  'ekm_access_denied',
  'invalid_auth',
  'is_archived',
  'messages_tab_disabled',
  'not_authed',
  'not_in_channel',
  'org_login_required',
  'restricted_action',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
])

const crowded = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

/** Slack gave up halfway: "some aspect of the operation may have succeeded". */
const unreadable = 'unreadable-answer'
const halfway = new Set([
  unreadable,
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
])

/** No connection was ever made, so nothing can have been sent. */
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

const soon = 30_000

/** How a call behaves when it is made twice: a post shows twice, the others do not. */
export type Nature = 'once' | 'repeatable'

/** The message names Slack's own code and never what was sent. */
export function asSendFailed(error: unknown, nature: Nature): SendFailed {
  if (error instanceof SendFailed) return error
  const code = codeOf(error)
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new SendFailed('later', 'Slack asks for patience (429).', error.retryAfter * 1000)
  if (error instanceof webApi.WebAPIPlatformError) {
    if (gone.has(code)) return new SendFailed('gone', `Slack says ${code}.`)
    if (crowded.has(code)) return new SendFailed('later', `Slack says ${code}.`, soon)
    if (!halfway.has(code)) return new SendFailed('bug', `Slack refuses this: ${code}.`)
  } else if (error instanceof webApi.WebAPIHTTPError) {
    if (error.statusCode < 500) return new SendFailed('bug', `Slack answered ${error.statusCode}.`)
  } else if (!(error instanceof webApi.WebAPIRequestError)) {
    return new SendFailed('bug', `The message could not be made (${code}).`)
  }
  if (nature === 'repeatable' || unreached.has(code))
    return new SendFailed('later', `Slack could not be reached (${code}).`, soon)
  return new SendFailed('ambiguous', `Slack may have this or not (${code}).`)
}

/** Slack's own word for what went wrong, or the network's; never words of a person. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) {
    // A page of a proxy in between arrives as if it were a code.
    const code = String(error.data.error)
    return /^[\w-]{1,60}$/.test(code) ? code : unreadable
  }
  if (error instanceof webApi.WebAPIHTTPError) return `http-${error.statusCode}`
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited'
  if (error instanceof webApi.WebAPIRequestError) return causeOf(error.original)
  return error instanceof Error ? error.name : 'unknown'
}

function causeOf(error: Error): string {
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}
