import { describe, expect, test } from 'vitest'
import { StoreFailed } from '../../src/contracts/errors.ts'
import type { Decide, Store } from '../../src/contracts/store.ts'
import { Disk, diskError } from './disk.ts'
import { decide, notes, openOn, put, remove, shelve } from './make.ts'

const early = '2026-09-01T08:00:00.000Z'
const late = '2026-09-09T08:00:00.000Z'

interface Seen {
  readonly notes: Awaited<ReturnType<typeof notes>>
  readonly due: string | undefined
  readonly found: readonly string[]
}

/** All that can be seen of network `n`. */
async function look(store: Store): Promise<Seen> {
  const [due, found] = [await store.nextDue(), await store.networksBy('new')]
  return { notes: notes(await store.read('n')), due, found }
}

const before: Seen = { notes: { old: 1, kept: 2 }, due: late, found: [] }

const cases: readonly {
  what: string
  decision: Decide<string>
  wanted: Seen
  fresh?: true
  shelved?: true
}[] = [
  {
    what: 'an answer',
    decision: decide([put('old', 3)], { due: late, lookups: ['old'] }),
    wanted: { notes: { old: 3, kept: 2 }, due: late, found: [] },
  },
  {
    what: 'an earlier due and a new lookup',
    decision: decide([put('old', 3)], { due: early, lookups: ['old', 'new'] }),
    wanted: { notes: { old: 3, kept: 2 }, due: early, found: ['n'] },
  },
  {
    what: 'a removal',
    decision: decide([remove('old')], { due: late }),
    wanted: { notes: { kept: 2 }, due: late, found: [] },
  },
  {
    what: 'something for the shelf',
    decision: decide([shelve('kept', 2)], { due: late, lookups: ['old'] }),
    wanted: before,
  },
  {
    what: 'a removal from the shelf',
    decision: decide([remove('old')], { due: late }),
    wanted: { notes: { kept: 2 }, due: late, found: [] },
    shelved: true,
  },
  {
    what: 'something that comes off the shelf',
    decision: decide([put('old', 3), put('kept', 4)], { due: late, lookups: ['new'] }),
    wanted: { notes: { old: 3, kept: 4 }, due: late, found: ['n'] },
    shelved: true,
  },
  {
    what: 'a new network',
    decision: decide([put('old', 3)], { due: early, lookups: ['new'] }),
    wanted: { notes: { old: 3 }, due: early, found: ['n'] },
    fresh: true,
  },
]

const kinds = (['ENOSPC', 'EIO'] as const).flatMap((code) =>
  (['before', 'after'] as const).flatMap((when) => [
    { code, when, calls: 1, how: `one call fails with ${code} ${when} its work` },
    {
      code,
      when,
      calls: Number.POSITIVE_INFINITY,
      how: `from one call on all fail with ${code} ${when} their work`,
    },
  ]),
)

/** A store whose disk fails from its `nth` call on, for `calls` calls. */
function breakAt(
  disk: Disk,
  nth: number,
  { code, when, calls }: (typeof kinds)[number],
): { broken(): boolean } {
  let count = 0
  disk[when] = () => {
    count += 1
    if (count >= nth && count < nth + calls) throw diskError(code)
  }
  return { broken: () => count >= nth }
}

function mend(disk: Disk): void {
  disk.before = () => undefined
  disk.after = () => undefined
}

describe.each(cases)('while $what is written', ({ decision, wanted, fresh, shelved }) => {
  const first = fresh ? { notes: {}, due: undefined, found: [] } : before

  test.each(kinds)('$how: it is kept or refused, whole', async (kind) => {
    let refused = 0
    for (let nth = 1; ; nth += 1) {
      const disk = new Disk()
      const store = await openOn(disk)
      if (!fresh)
        await store.transact('n', decide([put('old', 1), put('kept', 2)], { due: late, lookups: ['old'] }))
      if (shelved)
        await store.transact(
          'n',
          decide([shelve('old', 1), shelve('kept', 2)], { due: late, lookups: ['old'] }),
        )
      const { broken } = breakAt(disk, nth, kind)
      const outcome = await store.transact('n', decision).catch((error: unknown) => error)
      if (!broken()) break
      mend(disk)

      const kept = outcome === 'done'
      if (!kept) {
        refused += 1
        expect(outcome).toBeInstanceOf(StoreFailed)
      }
      expect(await look(store)).toEqual(kept ? wanted : first)
      // With one failure it could be put back. When the whole disk is gone nothing can, but it is never a mixture.
      const onDisk = await look(await openOn(disk.twin()))
      if (kept || kind.calls === 1) expect(onDisk).toEqual(kept ? wanted : first)
      else expect([first, wanted]).toContainEqual(onDisk)

      expect(await store.ready()).toBe(true)
      await store.transact('n', decide([put('next', 4)], { due: late }))
      const last = { notes: { ...(kept ? wanted : first).notes, next: 4 }, due: late, found: [] }
      expect(await look(store)).toEqual(last)
      expect(await look(await openOn(disk.twin()))).toEqual(last)
    }
    expect(refused).toBeGreaterThanOrEqual(fresh || kind.calls > 1 ? 6 : 5)
  })
})

describe('a disk that fails', () => {
  test('is known before anybody answers, however many ask', async () => {
    const disk = new Disk()
    const store = await openOn(disk)
    disk.before = () => {
      throw diskError('ENOSPC')
    }
    expect(await Promise.all([store.ready(), store.ready()])).toEqual([false, false])
    mend(disk)
    expect(await Promise.all([store.ready(), store.ready()])).toEqual([true, true])
  })

  test('refuses everybody in the batch, and those who come after it is mended are served', async () => {
    const disk = new Disk()
    const store = await openOn(disk)
    await store.transact('n', decide([put('a', 1)]))
    disk.before = () => {
      throw diskError('ENOSPC')
    }
    const asked = Array.from({ length: 100 }, (_, n) => store.transact('n', decide([put(`b${n}`, n)])))
    const answers = await Promise.allSettled(asked)
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
    expect(notes(await store.read('n'))).toEqual({ a: 1 })
    expect(await store.ready()).toBe(false)
    mend(disk)
    expect(await store.ready()).toBe(true)
    await store.transact('n', decide([put('c', 2)]))
    expect(notes(await (await openOn(disk.twin())).read('n'))).toEqual({ a: 1, c: 2 })
  })

  test.each(['create', 'write', 'sync', 'remove', 'rename', 'syncFolder'])(
    'at %s leaves nothing behind',
    async (call) => {
      const disk = new Disk()
      const store = await openOn(disk)
      await store.transact('n', decide([put('a', 1)]))
      const names = [...disk.contents().keys()]
      let once = true
      disk.before = (asked) => {
        if (once && asked.startsWith(`${call} `)) {
          once = false
          throw diskError('EIO')
        }
      }
      await expect(store.transact('n', decide([put('a', 2)]))).rejects.toBeInstanceOf(StoreFailed)
      const copies = [...disk.contents().keys()].filter((name) => name !== 'n.previous.json')
      expect(copies).toEqual(names)
    },
  )

  test('that cannot be read this time can be read the next', async () => {
    const disk = new Disk()
    await (await openOn(disk)).transact('n', decide([put('a', 1)]))
    const store = await openOn(disk)
    disk.before = () => {
      throw diskError('EIO')
    }
    await expect(store.read('n')).rejects.toBeInstanceOf(StoreFailed)
    await expect(store.transact('n', decide([put('a', 2)]))).rejects.toBeInstanceOf(StoreFailed)
    mend(disk)
    expect(notes(await store.read('n'))).toEqual({ a: 1 })
  })

  test('without hard links still keeps the version before', async () => {
    const disk = new Disk()
    const store = await openOn(disk)
    disk.before = (call) => {
      if (call.startsWith('link ')) throw diskError('EPERM')
    }
    for (const n of [1, 2, 3]) await store.transact('n', decide([put('a', n)]))
    expect(disk.contents().get('n.previous.json')).toContain('["a",2]')
    expect(disk.contents().get('n.json')).toContain('["a",3]')
  })
})
