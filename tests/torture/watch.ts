/** Counts what comes up by itself, in the very commit in which it does: whoever dies halfway has not counted. */
import type { State } from '../../src/contracts/store.ts'
import type { Feature, World } from '../../src/features/feature.ts'
import { features } from '../../src/features/registry.ts'

const kind = 'torture'

function watch(feature: Feature): Feature {
  if (!feature.occurrences) return feature
  const occurrences = Object.fromEntries(
    Object.entries(feature.occurrences).map(([name, handle]) => [
      name,
      (world: World, about: string) => {
        const id = `${feature.name}/${name} ${about}`
        const outcome = handle(world, about)
        const count = Number(world.state.get(kind, id) ?? 0) + 1
        return { ...outcome, changes: [...(outcome.changes ?? []), { kind, id, put: count }] }
      },
    ]),
  )
  return { ...feature, occurrences }
}

export const watched: readonly Feature[] = features.map(watch)

/** How often each thing came up, by its name and what it was about. */
export const cameUp = (state: State): ReadonlyMap<string, number> =>
  new Map([...state.all(kind)].map(([id, count]) => [id, Number(count)]))
