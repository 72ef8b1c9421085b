/** Role by action on a real platform: who is who, what they hear, and a network that is put back each time. */
import { type Store, withChanges } from '../../src/contracts/store.ts'
import { features } from '../../src/features/registry.ts'
import { lookups } from '../../src/network/member.ts'
import type { Audience } from '../../src/network/rights.ts'
import { catalogue } from '../../src/text/catalogue.ts'
import { backTo, everything } from './live.ts'
import { type RoleName, rights } from './rights.ts'

/** Everybody whom a platform can bring. */
export type PlatformRole = Extract<
  RoleName,
  'member' | 'teamleider' | 'a guest of the channel' | 'a teamleider elsewhere'
>

type TextId = keyof typeof catalogue

/** Whether one of these texts is among what somebody reads, in either language; up to what is filled in. */
const says = (words: string, ids: readonly TextId[]): boolean =>
  ids
    .flatMap((id) => Object.values(catalogue[id]))
    .some((text: string) => words.includes(text.split('{')[0] ?? text))

/** It is not for them. */
export const isForbidden = (words: string): boolean => says(words, ['err.role', 'err.left'])
/** Nothing comes of it, for whatever reason. */
export const isRefusal = (words: string): boolean =>
  says(words, ['err.role', 'err.left', 'err.old', 'err.closed', 'cmd.nowhere'])
/** Something went wrong with us. */
export const isBroken = (words: string): boolean => says(words, ['err.bug', 'err.store'])

/** Whom the audience of an action lets through; what is finer than that an action looks at itself. */
const passes: Readonly<Record<PlatformRole, readonly Audience[]>> = {
  member: ['anyone', 'participant', 'network'],
  teamleider: ['anyone', 'participant', 'network', 'lead', 'teamleider'],
  'a guest of the channel': ['anyone'],
  'a teamleider elsewhere': [],
}

/** Every action that a press means something for, with who may and who gets to it at all. */
export const pressable = features.flatMap(({ name, actions = {} }) =>
  Object.entries(actions).flatMap(([action, { press, for: audience }]) => {
    const right = rights[`${name}/${action}`]
    if (!press || !right) return []
    const of = (role: PlatformRole) => ({
      may: right.may.includes(role),
      reaches: passes[role].includes(audience),
    })
    return [{ name: `${name}/${action}`, of }]
  }),
)

/** The button as somebody would forge it: rounds and meetings of which nobody told them the id. */
export const refIn = (network: string, name: string): string =>
  [network, name, ...(rights[name]?.about ?? []).map((each) => each.replace(/[{}]/g, ''))].join('/')

/** A network as it is now, and the way back to it. */
export async function keeper(store: Store, network: string) {
  const before = everything(await store.read(network))
  const same = async () => JSON.stringify(everything(await store.read(network))) === JSON.stringify(before)
  return {
    same,
    async restore() {
      if (await same()) return
      await store.transact(network, (state) => {
        const changes = backTo(before, state)
        return { result: undefined, changes, lookups: lookups(withChanges(state, changes)) }
      })
    },
  }
}
