/**
 * The example network of the playground: invented people with invented names in the middle of their year, and
 * an empty channel to begin in. Only for the playground; nothing else knows it.
 */
import { type Calendar, dateOf, momentOf, schoolDayAfter, schoolYearOf } from './calendar/calendar.ts'
import type { Place } from './contracts/incoming.ts'
import type { Change, Store } from './contracts/store.ts'
import { type Meeting, meetings } from './meeting/meeting.ts'
import { type Member, members, newMember, placeLookup } from './network/member.ts'
import { minimumGroup, networks, theNetwork, usualZone } from './network/network.ts'
import type { Road } from './road.ts'

export const exampleNetwork = 'example'
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

/** Where nobody has begun yet. */
export const emptyChannel = {
  platform,
  tenant,
  id: 'empty',
  kind: 'channel',
  name: 'Leeg kanaal',
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

/** Five weeks earlier, on the morning of the meeting before. */
export function exampleBefore(calendar: Calendar, start: Date): Date {
  const date = dateOf(new Date(start.getTime() - 35 * 86_400_000), usualZone)
  return momentOf(schoolDayAfter(calendar, date, 0), '09:00', usualZone)
}

/** Whether the example network is there. */
export const hasExample = async (store: Store): Promise<boolean> =>
  theNetwork(await store.read(exampleNetwork)) !== undefined

/** Empties the playground's channels, whatever was begun in them. */
export async function clearExample(store: Store): Promise<void> {
  const found = await Promise.all(
    [exampleChannel, emptyChannel].map((place) => store.networksBy(placeLookup(place))),
  )
  for (const id of found.flat()) {
    await store.transact(id, (state) => {
      const changes = state
        .kinds()
        .flatMap((kind) => [...state.all(kind).keys()].map((key) => ({ kind, id: key })))
      return { result: undefined, changes, lookups: [] }
    })
  }
}

/** Puts the example network there, with its meetings on the given days (15:00 to 16:00). */
export const seedExample = (store: Store, road: Road, days: readonly Date[]): Promise<void> =>
  store.transact(exampleNetwork, (state) => road.settle(state, exampleRecords(days), undefined))

function exampleRecords(days: readonly Date[]): readonly Change[] {
  return [
    networks.put({
      id: exampleNetwork,
      name: 'Voorbeeldnetwerk',
      task: '',
      confirmed: schoolYearOf(dateOf(days[0] ?? new Date(0), usualZone)),
      language: 'nl',
      zone: usualZone,
      minimum: minimumGroup.default,
      ...exampleDays,
      places: [exampleChannel],
    }),
    ...examplePeople.flatMap((person) => (person.role === 'outsider' ? [] : [members.put(asMember(person))])),
    ...days.map((day, index) => meetings.put(exampleMeeting(day, index))),
  ]
}

function exampleMeeting(day: Date, index: number): Meeting {
  const at = (time: string) => momentOf(dateOf(day, usualZone), time, usualZone).toISOString()
  return {
    id: `meeting-${index + 1}`,
    when: { start: at('15:00'), end: at('16:00') },
    lookBack: 'form',
    state: 'planned',
    series: 'meeting-1',
    // Before their first meeting there is nothing to come back to.
    announced: index === 0,
    revision: 0,
  }
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
