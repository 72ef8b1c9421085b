/**
 * Everything that can go wrong, by code. A person sees a friendly sentence made elsewhere (`src/text`); these
 * messages are for the operator and the log.
 */
export abstract class CodedError extends Error {
  abstract readonly code: string
}

/** The start is refused. The message is one sentence that names what is wrong and what to do. */
export class StartRefused extends CodedError {
  readonly code = 'start-refused'
}

/** What was asked could not be kept; nothing has changed. */
export class StoreFailed extends CodedError {
  readonly code = 'store-failed'
}

/** Kept data cannot be read. The message names the file or table and what is still good. */
export class StoreDamaged extends CodedError {
  readonly code = 'store-damaged'
}

/**
 * Why a message did not go out.
 * - `later`: try again after `wait` milliseconds.
 * - `gone`: uninstalled, removed, archived: stop until it comes back.
 * - `ambiguous`: it may have been sent: never by itself again.
 * - `bug`: the platform says we are wrong; trying again would not help.
 */
export class SendFailed extends CodedError {
  readonly code: `send-${'later' | 'gone' | 'ambiguous' | 'bug'}`
  readonly reason: 'later' | 'gone' | 'ambiguous' | 'bug'
  readonly wait: number

  constructor(reason: 'later' | 'gone' | 'ambiguous' | 'bug', message: string, wait = 0) {
    super(message)
    this.reason = reason
    this.code = `send-${reason}`
    this.wait = wait
  }
}
