/**
 * Who does the work that nobody waits for: occurrences that are due and messages that must go out. It finds
 * what is due in the store, so nothing is lost when it stops halfway.
 */

/** Does everything that is due for one network now. Never runs twice at once for a network, in whatever process. */
export type Work = (network: string) => Promise<void>

export interface Queue {
  start(work: Work): void
  /** Something was just committed for this network that may be due now. */
  wake(network: string): void
  /** Resolves when nothing is due any more at the clock's present moment. */
  drain(): Promise<void>
  /** Finishes what it is doing and takes up nothing new. */
  stop(): Promise<void>
}
