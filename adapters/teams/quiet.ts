/**
 * botbuilder writes to the console why it refuses a token. What it writes while it verifies one ends here: who
 * knocks at the door cannot fill the operator's screen, and the log gets one line without what the token said.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const verifying = new AsyncLocalStorage<true>()
const print = console.error

// Only within `quietly`; whatever else is written by the process comes out as always.
console.error = (...words: unknown[]) => {
  if (!verifying.getStore()) print(...words)
}

export const quietly = <T>(work: () => Promise<T>): Promise<T> => verifying.run(true, work)

/** For what is done once the token is good. */
export const aloud = <T>(work: () => Promise<T>): Promise<T> => verifying.exit(work)
