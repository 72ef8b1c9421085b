import fc, { type Stream } from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, State, Store } from '../../src/contracts/store.ts'
import { Disk } from './disk.ts'
import { notes, openOn } from './make.ts'

/** What one commit does to a network besides counting itself. */
interface Step {
  readonly network: 'a' | 'b'
  readonly secret: 'put' | 'remove' | 'leave'
  /** What of it goes on the shelf. */
  readonly shelf: readonly string[]
  readonly day: number | undefined
  readonly lookups: readonly string[]
}

/** One life of the bot: steps asked at once per group, until the power is cut at the `cut`th call to the disk. */
interface Life {
  readonly groups: readonly (readonly Step[])[]
  readonly cut: number
  /** Whole numbers below 100. */
  readonly chances: Stream<number>
}

const step = fc.record<Step>({
  network: fc.constantFrom('a', 'b'),
  secret: fc.constantFrom('put', 'remove', 'leave'),
  shelf: fc.subarray(['count', 'secret']),
  day: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  lookups: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
})

const life = fc.record<Life>({
  groups: fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
  cut: fc.integer({ min: 1, max: 200 }),
  chances: fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
})

interface Version {
  readonly notes: Readonly<Record<string, Json>>
  readonly due: string | undefined
  readonly lookups: readonly string[]
}

const nothing: Version = { notes: {}, due: undefined, lookups: [] }
const secretOf = ({ notes }: Version): string => String(notes.secret ?? '')

function nextVersion({ notes }: Version, { network, secret, day, lookups }: Step): Version {
  const count = Number(notes.count ?? 0) + 1
  const kept = notes.secret === undefined ? {} : { secret: notes.secret }
  // A secret is never put over another one: only what is removed must be nowhere.
  const wanted = {
    put: notes.secret === undefined ? { secret: `canary-${network}-${count}-` } : kept,
    remove: {},
    leave: kept,
  }
  const due = day === undefined ? undefined : `2026-09-0${day}T08:00:00.000Z`
  return { notes: { count, ...wanted[secret] }, due, lookups }
}

/** All versions a network has been asked to have, and the newest that was acknowledged. */
class Model {
  versions: Version[] = [nothing]
  acknowledged = 0

  ask(store: Store, step: Step): Promise<void> {
    const version = nextVersion(this.versions.at(-1) ?? nothing, step)
    const index = this.versions.push(version) - 1
    return store
      .transact(step.network, (state) => ({
        result: undefined,
        changes: ['count', 'secret']
          .filter((id) => id in version.notes || state.get('note', id) !== undefined)
          .map((id) => ({
            kind: 'note',
            id,
            ...(id in version.notes && { put: version.notes[id] ?? null }),
            ...(id in version.notes && step.shelf.includes(id) && { shelf: true as const }),
          })),
        ...(version.due !== undefined && { due: version.due }),
        lookups: version.lookups,
      }))
      .then(() => {
        this.acknowledged = index
      })
  }

  /** Goes on from what was found, which must be the newest acknowledged version or one that was asked since. */
  found(state: State): Version {
    const found = notes(state)
    const possible = this.versions.slice(this.acknowledged)
    expect(possible.map(({ notes }) => notes)).toContainEqual(found)
    const version = possible.find(({ notes }) => notes.count === found.count) ?? nothing
    this.versions = [version]
    this.acknowledged = 0
    return version
  }

  /** Secrets that were removed by a version that was acknowledged. */
  erased(): readonly string[] {
    const present = this.versions.slice(this.acknowledged).map(secretOf)
    return this.versions.map(secretOf).filter((secret) => secret && !present.includes(secret))
  }
}

async function live(
  disk: Disk,
  { groups, cut }: Life,
  models: Record<Step['network'], Model>,
): Promise<void> {
  let calls = 0
  disk.before = () => {
    calls += 1
    if (calls >= cut) throw new Error('no power')
  }
  const store = await openOn(disk).catch(() => undefined)
  for (const steps of store ? groups : []) {
    await Promise.allSettled(steps.map((step) => store && models[step.network].ask(store, step)))
  }
}

test('whatever was acknowledged survives a power cut at any moment, and what was erased does not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
      const models = { a: new Model(), b: new Model() }
      let disk = new Disk()
      for (const one of lives) {
        await live(disk, one, models)
        disk = disk.cut(() => one.chances.next().value / 100)
        const left = [...disk.contents().values()].join()
        for (const secret of [...models.a.erased(), ...models.b.erased()]) expect(left).not.toContain(secret)

        // A read would put the index right, so one store is read and the other one is asked.
        const [store, index] = [await openOn(disk.twin()), await openOn(disk.twin())]
        for (const network of ['a', 'b'] as const) {
          const { due, lookups } = models[network].found(await store.read(network))
          for (const lookup of ['x', 'y', 'z'])
            expect((await index.networksBy(lookup)).includes(network)).toBe(lookups.includes(lookup))
          for (let day = 1; day <= 9; day += 1) {
            const now = `2026-09-0${day}T08:00:00.000Z`
            expect((await index.due(now)).includes(network)).toBe(due !== undefined && due <= now)
          }
        }
      }
    }),
    { numRuns: 200, seed: 20_260_801 },
  )
})
