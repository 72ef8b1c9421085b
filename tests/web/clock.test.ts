import { expect, onTestFinished, test } from 'vitest'
import { playOut } from '../../adapters/web/clock.ts'
import { playgroundClock } from '../../adapters/web/index.ts'
import type { WireState } from '../../adapters/web/wire.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { memoryStore } from './memory-store.ts'
import { openPlayground, start } from './playground.ts'

const quiet = async (): Promise<Reply> => ({ kind: 'nothing' })
const json = { 'content-type': 'application/json' }

test('the clock stands still, never goes back and does what was due before it answers', async () => {
  const { base, calls } = await openPlayground(quiet)
  const move = (to: unknown) =>
    fetch(`${base}/playground/clock`, { method: 'POST', headers: json, body: JSON.stringify({ to }) })
  const now = async () => ((await (await fetch(`${base}/playground/state`)).json()) as WireState).now
  await move('2026-12-01T08:00:00.000Z')
  expect(calls).toEqual(['move 2026-12-01T08:00:00.000Z', 'drain'])
  await move('2026-11-30T08:00:00.000Z')
  expect(await now()).toBe('2026-12-01T08:00:00.000Z')
  for (const to of ['tomorrow', '', 12, null, '2026-13-01T00:00:00Z'])
    expect((await move(to)).status).toBe(400)
})

/** Networks that are due at these moments, each worked when it is and then due at what `after` says. */
async function waiting(
  moments: Readonly<Record<string, string>>,
  after: (network: string, due: string) => string | undefined,
) {
  const store = memoryStore()
  const clock = await playgroundClock(store, start)
  const done: string[] = []
  const settle = (network: string, due: string | undefined) =>
    store.transact(network, () => ({
      result: null,
      changes: [{ kind: 'x', id: 'x', put: due ?? null }],
      ...(due !== undefined && { due }),
      lookups: [],
    }))
  for (const [network, due] of Object.entries(moments)) await settle(network, due)
  const drain = async () => {
    const now = clock.now().toISOString()
    for (const network of await store.due(now)) {
      done.push(`${network} ${now}`)
      await settle(network, after(network, now))
    }
  }
  return { play: (to: string) => playOut({ clock, store, drain }, new Date(to)), clock, done, store }
}

const daysLater = (due: string, days: number) => new Date(Date.parse(due) + days * 86_400_000).toISOString()

test('a year that passes at once is a year: everything happens at its own moment', async () => {
  const weekly = '2026-11-27T15:30:00.000Z'
  const { play, clock, done } = await waiting({ a: weekly, b: '2026-12-01T09:00:00.000Z' }, (network, due) =>
    network === 'a' ? daysLater(due, 7) : undefined,
  )
  const end = '2027-11-26T15:30:00.000Z'
  await play(end)
  const weeks = Array.from({ length: 52 }, (_, week) => `a ${daysLater(weekly, 7 * week)}`)
  expect(done).toEqual([weeks[0], 'b 2026-12-01T09:00:00.000Z', ...weeks.slice(1), `a ${end}`])
  expect(clock.now().toISOString()).toBe(end)
})

test('what is due at the very moment happens; what is due later waits', async () => {
  const { play, clock, done } = await waiting({ a: '2026-12-01T09:00:00.000Z' }, (_, due) =>
    daysLater(due, 1),
  )
  await play('2026-12-02T09:00:00.000Z')
  expect(done).toEqual(['a 2026-12-01T09:00:00.000Z', 'a 2026-12-02T09:00:00.000Z'])
  await play('2026-12-03T08:59:00.000Z')
  expect(done).toHaveLength(2)
  expect(clock.now().toISOString()).toBe('2026-12-03T08:59:00.000Z')
})

test('what stays due does not hold up the clock', async () => {
  const stuck = '2026-12-01T09:00:00.000Z'
  const { play, clock, done } = await waiting({ a: stuck }, () => stuck)
  await play('2026-12-24T09:00:00.000Z')
  expect(done).toEqual([`a ${stuck}`, 'a 2026-12-24T09:00:00.000Z'])
  expect(clock.now().toISOString()).toBe('2026-12-24T09:00:00.000Z')
})

test('what goes on and on does not hold up the clock either', async () => {
  const first = '2026-12-01T09:00:00.000Z'
  const { play, clock, done } = await waiting({ a: first }, (_, due) =>
    new Date(Date.parse(due) + 1).toISOString(),
  )
  await play('2026-12-24T09:00:00.000Z')
  expect(done).toHaveLength(2001)
  expect(clock.now().toISOString()).toBe('2026-12-24T09:00:00.000Z')
})

test('two who move the clock and one who starts again wait for each other', async () => {
  const { base, calls } = await openPlayground(quiet)
  const post = (path: string, data: object) =>
    fetch(`${base}/playground/${path}`, { method: 'POST', headers: json, body: JSON.stringify(data) })
  const first = { to: '2026-12-01T08:00:00.000Z' }
  await Promise.all([post('clock', first), post('restart', {}), post('clock', first)])
  const steps = calls
    .join(', ')
    .replaceAll(`move ${first.to}, drain`, 'moved')
    .replaceAll('drain, restart', 'restarted')
  expect(steps.split(', ').toSorted()).toEqual(['moved', 'moved', 'restarted'])
})

test('a clock that starts again is at its first moment', async () => {
  const store = memoryStore()
  const clock = await playgroundClock(store, start)
  await clock.moveTo(new Date('2027-01-01T00:00:00Z'))
  await clock.startAgain()
  expect(clock.now()).toEqual(start)
  expect((await playgroundClock(store, new Date(0))).now()).toEqual(start)
})

test('the next due moment is shown only while it is still to come; before that something is on its way', async () => {
  const { base, store } = await openPlayground(quiet)
  const seen = async () => {
    const { next, underway } = (await (await fetch(`${base}/playground/state`)).json()) as WireState
    return underway ? 'on its way' : next
  }
  const due = (at: string) =>
    store.transact('n1', () => ({
      result: null,
      changes: [{ kind: 'x', id: at, put: 1 }],
      due: at,
      lookups: [],
    }))
  expect(await seen()).toBeUndefined()
  await due('2026-11-26T14:30:00.000Z')
  expect(await seen()).toBe('2026-11-26T14:30:00.000Z')
  await due('2026-11-24T14:30:00.000Z')
  expect(await seen()).toBe('on its way')
})

test('who looked while something was on its way hears when it is through, and not when it stays', async () => {
  const store = memoryStore()
  const settle = (due?: string) =>
    store.transact('n1', () => ({
      result: null,
      changes: [{ kind: 'x', id: 'x', put: due ?? null }],
      ...(due !== undefined && { due }),
      lookups: [],
    }))
  const now = start.toISOString()
  const drained: (() => void)[] = []
  const drain = async () => {
    await new Promise<void>((resolve) => void drained.push(resolve))
    // The first time it stays due.
    if (drained.length > 1) await settle()
  }
  const { base } = await openPlayground(quiet, store, drain)
  const state = async () => (await (await fetch(`${base}/playground/state`)).json()) as WireState
  const told = await eventsOf(base)
  await settle(now)
  for (let looks = 0; looks < 3; looks += 1) expect(await state()).toMatchObject({ underway: true })
  expect(drained).toHaveLength(1)
  drained[0]?.()
  while (drained.length < 2) await state()
  expect(told.count()).toBe(0)
  drained[1]?.()
  await told.next()
  expect(await state()).not.toHaveProperty('underway')
})

/** What the page hears without asking. */
async function eventsOf(base: string) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const { body } = await fetch(`${base}/playground/events`, { signal: stop.signal })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const read = async (): Promise<void> => {
    heard += (await reader?.read())?.value ?? ''
  }
  await read()
  const count = () => heard.split('event: changed').length - 1
  return {
    count,
    async next() {
      while (count() === 0) await read()
    },
  }
}
