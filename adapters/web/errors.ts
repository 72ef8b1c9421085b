/** Why the playground could not show a message. The only thing between it and the screen is the store. */
import { SendFailed, StoreFailed } from '../../src/contracts/errors.ts'

const again = 1000

export function asSendFailed(error: unknown): SendFailed {
  if (error instanceof SendFailed) return error
  if (error instanceof StoreFailed) return new SendFailed('later', 'The playground could not keep it.', again)
  return new SendFailed('bug', 'The playground could not show it.')
}
