/**
 * The example network of the playground: invented people with invented names, and a meeting that has just
 * ended. Only for the playground; nothing else knows it.
 */
import { type Calendar, dateOf, momentOf, schoolDayAfter } from './calendar/calendar.ts'
import type { Place } from './contracts/incoming.ts'
import type { Change, Store } from './contracts/store.ts'
import { meetings } from './meeting/meeting.ts'
import { type Member, members, newMember } from './network/member.ts'
import { minimumGroup, networks, usualZone } from './network/network.ts'
import type { Road } from './road.ts'

const exampleNetwork = 'example'
export const exampleDays = { regions: ['midden'], free: [] } as const
const platform = 'web'
const tenant = 'playground'

export const exampleChannel = {
  platform,
  tenant,
  id: 'channel',
  kind: 'channel',
  name: 'Voorbeeldnetwerk',
} as const satisfies Place

interface ExamplePerson {
  readonly user: string
  readonly name: string
  readonly role: 'teamleider' | 'member' | 'coach' | 'outsider'
}

export const examplePeople: readonly ExamplePerson[] = [
  { user: 'anna', name: 'Anna', role: 'teamleider' },
  { user: 'bram', name: 'Bram', role: 'member' },
  { user: 'chris', name: 'Chris', role: 'member' },
  { user: 'dewi', name: 'Dewi', role: 'member' },
  { user: 'emre', name: 'Emre', role: 'member' },
  { user: 'fenna', name: 'Fenna', role: 'member' },
  { user: 'guus', name: 'Guus', role: 'member' },
  { user: 'hanna', name: 'Hanna', role: 'coach' },
  { user: 'ilse', name: 'Ilse', role: 'outsider' },
]

/** A quarter past four on a school day: the meeting ended a quarter of an hour ago. */
export function exampleStart(calendar: Calendar, today: Date): Date {
  return momentOf(schoolDayAfter(calendar, dateOf(today, usualZone), 0), '16:15', usualZone)
}

/** Puts the example network there if it is not there yet, or afresh. */
export function seedExample(store: Store, road: Road, moment: Date, afresh = false): Promise<void> {
  return store.transact(exampleNetwork, (state) => {
    if (road.worldOf(state) && !afresh) return road.settle(state, [], undefined)
    const old = state.kinds().flatMap((kind) => [...state.all(kind).keys()].map((id) => ({ kind, id })))
    return road.settle(state, [...old, ...exampleRecords(moment)], undefined)
  })
}

/** Everything of a fresh example network, as records. */
function exampleRecords(start: Date): readonly Change[] {
  const date = dateOf(start, usualZone)
  const at = (time: string) => momentOf(date, time, usualZone).toISOString()
  return [
    networks.put({
      id: exampleNetwork,
      name: 'Voorbeeldnetwerk',
      task: '',
      language: 'nl',
      zone: usualZone,
      minimum: minimumGroup.default,
      ...exampleDays,
      places: [exampleChannel],
    }),
    ...examplePeople.flatMap((person) => (person.role === 'outsider' ? [] : [members.put(asMember(person))])),
    meetings.put({
      id: 'first-meeting',
      when: { start: at('15:00'), end: at('16:00') },
      lookBack: 'form',
      state: 'planned',
      series: 'first-meeting',
      announced: true,
      revision: 0,
    }),
  ]
}

/** The coach guides and does not take part unless they say so; all others said yes. */
function asMember({ user, name, role }: ExamplePerson): Member {
  const known = newMember({ id: user, name, language: 'nl', accounts: [{ platform, tenant, user }] })
  return {
    ...known,
    roles: role === 'teamleider' || role === 'coach' ? [role] : [],
    consent: role === 'coach' ? 'unasked' : 'yes',
  }
}
