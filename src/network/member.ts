/**
 * A **member**: one person with an id of our own and their accounts on any platform. Somebody takes part
 * because they said yes themselves; a role alone makes nobody a participant.
 */
import { z } from 'zod'
import type { Account, Place } from '../contracts/incoming.ts'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'
import { type Network, networks } from './network.ts'
import { pictureLookups } from './picture.ts'

const member = z.object({
  id: z.string(),
  name: z.string(),
  language: z.enum(['nl', 'en']),
  accounts: z.array(z.object({ platform: z.string(), tenant: z.string(), user: z.string() })).readonly(),
  roles: z.array(z.enum(['teamleider', 'coach'])).readonly(),
  consent: z.enum(['unasked', 'yes', 'later', 'no']),
  left: z.boolean(),
  /** Quiet until this day; on it, they are back by themselves. */
  paused: z.iso.date().exactOptional(),
  /** Kinds of asks they want no more of. */
  stopped: z.array(z.string()).readonly(),
  /** Whether a private word arrives: known once one was sent. */
  reach: z.enum(['unknown', 'yes', 'no']),
  /** Said "ask me later" on this day. */
  later: z.iso.date().exactOptional(),
  /** How often their choice to take part changed. */
  revision: z.int(),
})

export type Member = Readonly<z.infer<typeof member>>

export const members = table<Member>('member', member)

/** Said yes and did not leave: may answer, and counts. */
export const takesPart = (person: Member): boolean => person.consent === 'yes' && !person.left

/** Asked for quiet, and not back yet on this date. */
export const rests = ({ paused }: Member, date: string): boolean => paused !== undefined && date < paused

/** Whether the bot may start something privately on a date: with who takes part, or asked to be asked again. */
export const mayStart = (person: Member, date: string): boolean =>
  (takesPart(person) || (person.consent === 'later' && !person.left)) && !rests(person, date)

export const participants = (state: State): readonly Member[] => members.all(state).filter(takesPart)

const same = (a: Pick<Account, 'platform' | 'tenant' | 'user'>, b: Account): boolean =>
  a.platform === b.platform && a.tenant === b.tenant && a.user === b.user

export const memberOf = (state: State, who: Account): Member | undefined =>
  members.all(state).find((person) => person.accounts.some((account) => same(account, who)))

/** Somebody whom the network gets to know now. */
export const newMember = (known: Pick<Member, 'id' | 'name' | 'language' | 'accounts'>): Member => ({
  ...known,
  roles: [],
  consent: 'unasked',
  left: false,
  stopped: [],
  reach: 'unknown',
  revision: 0,
})

export const teamleiders = (state: State): readonly Member[] =>
  members.all(state).filter(({ roles, left }) => roles.includes('teamleider') && !left)

/** Whether this person can ask somebody else of the network to coach them. */
export const hasCoach = (state: State, person: Member): boolean =>
  !person.roles.includes('coach') &&
  members.all(state).some(({ roles, left }) => roles.includes('coach') && !left)

export const placeLookup = ({ platform, tenant, id }: Place): string => `place:${platform}/${tenant}/${id}`

/** Whether this is where the network talks; whatever is told about another place is not about them. */
export const livesAt = ({ places }: Pick<Network, 'places'>, where: Place): boolean =>
  places.some((place) => placeLookup(place) === placeLookup(where))

export const accountLookup = ({
  platform,
  tenant,
  user,
}: Pick<Account, 'platform' | 'tenant' | 'user'>): string => `account:${platform}/${tenant}/${user}`

/** The words by which this network can be found: its places, its people's accounts and its pictures. */
export function lookups(state: State): readonly string[] {
  return [
    ...networks.all(state).flatMap((network) => network.places.map(placeLookup)),
    // Somebody who left can still ask what is kept about them.
    ...members.all(state).flatMap((person) => person.accounts.map(accountLookup)),
    ...pictureLookups(state),
  ]
}
