/**
 * The **harvest** of a school year has its name before it opens, because a story may be told for it earlier: the
 * second round of the Dimensieraamwerk asks for one too.
 */
import { dateOf, momentOf, schoolHours, schoolYearOf } from '../calendar/calendar.ts'
import type { State } from '../contracts/store.ts'
import type { Network } from '../network/network.ts'
import { openRounds, rounds } from './round.ts'

const feature = 'harvest'
/** Later than this everybody packs up. */
const lastDay = '06-25'

/** The name of the harvest in the school year ("2026-2027") of a network. */
export const harvestName = ({ id }: Pick<Network, 'id'>, year: string): string => `${id}.${year}`

/** From then on the harvest of this name does not open any more. */
export const harvestLapses = (name: string, { zone }: Pick<Network, 'zone'>): Date =>
  momentOf(`${name.slice(-4)}-${lastDay}`, schoolHours.until, zone)

interface Moment {
  readonly state: State
  readonly network: Network
  readonly now: Date
}

/** The round that a story told now belongs to: the harvest that is open, or the one that can still come. */
export function harvestForStory({ state, network, now }: Moment): string | undefined {
  const [open] = openRounds(state, feature)
  if (open) return open.id
  const name = harvestName(network, schoolYearOf(dateOf(now, network.zone)))
  const held = rounds.all(state).some((round) => round.feature === feature && round.about === name)
  return held || now >= harvestLapses(name, network) ? undefined : name
}
