/** Why a message did not go out, in the words of the contract (`SendFailed`). */
import { SendFailed, StoreFailed } from '../../src/contracts/errors.ts'
import { limits } from './limits.ts'

/** The service answered, and not with yes. */
export class ServiceRefused extends Error {
  readonly status: number
  /** Milliseconds that it asks us to wait. */
  readonly wait: number | undefined

  constructor(status: number, wait?: number) {
    super(`Teams answered ${status}.`)
    this.status = status
    this.wait = wait
  }
}

/** No answer. `sent`: what was asked may have been done all the same. */
export class ServiceSilent extends Error {
  readonly sent: boolean

  constructor(sent: boolean) {
    super(sent ? 'Teams did not answer.' : 'Teams could not be reached.')
    this.sent = sent
  }
}

/** No token: the bot's own sign-in failed, so nothing was sent. */
export class SignInFailed extends Error {}

/** Between once and one and a half times as long, so that bots that were stopped together do not return so. */
const spread = (wait: number): number => Math.ceil(wait * (1 + Math.random() / 2))

const later = (message: string, wait: number) => new SendFailed('later', message, spread(wait))

export function asSendFailed(error: unknown): SendFailed {
  if (error instanceof SendFailed) return error
  if (error instanceof ServiceRefused) return refused(error)
  if (error instanceof SignInFailed) return later(error.message, limits.signIn)
  if (error instanceof ServiceSilent)
    return error.sent ? new SendFailed('ambiguous', error.message) : later(error.message, limits.wait)
  if (error instanceof StoreFailed) return later('The bot could not read where it is.', limits.wait)
  return new SendFailed('bug', 'The message could not be made for Teams.')
}

/**
 * 412, 502 and 504 come after a message may have been posted (learn.microsoft.com, "Optimize your bot with rate
 * limiting", would send those again; we do not, for it may post twice).
 */
function refused({ status, wait, message }: ServiceRefused): SendFailed {
  if (status === 429) return later(message, wait ?? limits.wait)
  if (status === 401) return later(message, limits.signIn)
  if (status === 403 || status === 404) return new SendFailed('gone', message)
  if (status === 408 || status === 412 || status >= 500) return new SendFailed('ambiguous', message)
  return new SendFailed('bug', message)
}
