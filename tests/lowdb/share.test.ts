import { describe, expect, it } from 'vitest'
import { shareNext } from '../../adapters/lowdb/share.ts'

/** Runs that end when the test says so. */
function runs() {
  const begun: PromiseWithResolvers<void>[] = []
  const share = shareNext(() => {
    const run = Promise.withResolvers<void>()
    begun.push(run)
    return run.promise
  })
  return { begun, share }
}

const breath = () => new Promise(setImmediate)

describe('one run for everybody who waits', () => {
  it('who comes together shares one', async () => {
    const { begun, share } = runs()
    const all = Promise.all([share(), share(), share()])
    await breath()
    expect(begun).toHaveLength(1)
    begun[0]?.resolve()
    await all
    expect(begun).toHaveLength(1)
  })

  it('who comes while it runs waits for the next, together with others', async () => {
    const { begun, share } = runs()
    const first = share()
    await breath()
    let done = false
    const later = Promise.all([share(), share()]).then(() => {
      done = true
    })
    begun[0]?.resolve()
    await first
    await breath()
    expect([begun.length, done]).toEqual([2, false])
    begun[1]?.resolve()
    await later
    expect(begun).toHaveLength(2)
  })

  it('a failure is heard by who shared it, and by nobody after it', async () => {
    const { begun, share } = runs()
    const failing = [share(), share()]
    const heard = Promise.allSettled(failing)
    await breath()
    const next = share()
    begun[0]?.reject(new Error('disk'))
    expect((await heard).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await breath()
    begun[1]?.resolve()
    await expect(next).resolves.toBeUndefined()
  })
})
