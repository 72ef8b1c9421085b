/**
 * One run of some work for everybody who waits for it. Whoever comes while it runs gets the next run: only that one
 * is sure to see what they did before they came.
 */
export function shareNext(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<void> | undefined

  return () => {
    next ??= running.then(() => {
      next = undefined
      const run = work()
      running = run.catch(() => undefined)
      return run
    })
    return next
  }
}
