/** Who lives through the year: networks of all sizes, and people of all tempers. All of it invented. */
import type { Region } from '../../src/calendar/holidays.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Language } from '../../src/contracts/text.ts'
import type { Chance } from './chance.ts'

/** How somebody deals with being asked. */
export type Temper = 'prompt' | 'late' | 'reminded' | 'never' | 'changing'

export interface Person {
  readonly user: string
  readonly name: string
  /** Their chat with the bot. */
  readonly chat: Place
  /** What their platform says they read; absent: it does not say. */
  readonly language?: Language
  readonly temper: Temper
  /** Joins, takes part, and finishes what they lead. */
  readonly keen: boolean
  /** The platform gives no private place with them. */
  readonly unreachable: boolean
  readonly chance: Chance
  consent: 'unasked' | 'yes' | 'later' | 'no'
  left: boolean
  /** Quiet until this date. */
  paused?: string
  leads: boolean
  coaches: boolean
  /** What the bot writes to them in, as far as they can know. */
  reads: Language
}

export type Repeat = 'once' | 'week' | 'fortnight' | 'month' | 'eight'

export interface Habits {
  readonly name: string
  readonly task: string
  readonly zone: string
  readonly regions: readonly Region[]
  readonly free: readonly { readonly from: string; readonly until: string }[]
  readonly repeat: Repeat
  /** They meet in calls that the platform tells of. */
  readonly calls: boolean
  readonly aloud: boolean
  readonly from: string
  readonly until: string
}

export interface Group {
  readonly index: number
  readonly channel: Place
  readonly habits: Habits
  readonly people: readonly [Person, ...Person[]]
  readonly chance: Chance
  /** The bot's own id of it, once it is known. */
  id?: string
  language: Language
  minimum: number
  pause?: { readonly from: string; readonly until: string }
  /** The bot was taken out of the channel. */
  shut?: boolean
}

/** What a platform calls people and places, and what it tells by itself. */
export interface Naming {
  readonly platform: string
  readonly tenant: string
  user(group: number, person: number): string
  /** Somebody's chat with the bot. */
  chat(user: string): string
  channel(group: number): string
  /** Of a call that begins or ends. */
  readonly tellsOfCalls: boolean
}

const simulated: Naming = {
  ...{ platform: 'simulated', tenant: 'year', tellsOfCalls: true },
  user: (group, person) => `u${group}x${person}`,
  chat: (user) => `private-${user}`,
  channel: (group) => `channel-${group}`,
}

const names = [
  ...['Anna', 'Bram', 'Chris', 'Dewi', 'Emre', 'Fenna', 'Guus', 'Hanna', 'Ilse', 'Joris', 'Kim', 'Lotte'],
  ...['Mees', 'Noor', 'Olaf', 'Petra', 'Quinten', 'Roos', 'Samira', 'Tess', 'Umut', 'Vera', 'Wouter'],
  ...['Xandra', 'Yusuf', 'Zoë', 'Aafke', 'Bilal', 'Carlijn', 'Daan'],
] as const

const tasks: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  nl: ['Samen lezen beter maken', 'Rekenen met meer plezier', 'Feedback die helpt', ''],
  en: ['Making reading together better', 'More joy in mathematics', 'Feedback that helps', ''],
}

/** Times of a meeting, afternoons most. */
const times = [
  ['15:30', '17:00'],
  ['15:30', '17:00'],
  ['16:00', '17:30'],
  ['14:00', '15:30'],
  ['19:30', '21:00'],
  ['09:00', '10:30'],
  ['12:00', '12:45'],
] as const satisfies readonly [readonly [string, string], ...(readonly [string, string])[]]

const zones = ['America/Curacao', 'Europe/Brussels', 'America/Paramaribo', 'Asia/Jakarta'] as const

function habitsOf(chance: Chance, index: number, language: Language): Habits {
  const [from, until] = chance.pick(times)
  const zone = index % 6 === 5 ? chance.pick(zones) : 'Europe/Amsterdam'
  const one = chance.pick(['noord', 'midden', 'zuid'] as const)
  const regions: readonly Region[] = zone.startsWith('Europe')
    ? chance.is(0.2)
      ? ['noord', 'zuid']
      : [one]
    : []
  const day = `2026-11-${String(chance.between(9, 27)).padStart(2, '0')}`
  return {
    name: `${language === 'nl' ? 'Leernetwerk' : 'Learning network'} ${index + 1}`,
    task: chance.pick(tasks[language]),
    zone,
    regions,
    free: [
      { from: day, until: day },
      ...(regions.length > 0 ? [] : [{ from: '2026-12-19', until: '2027-01-03' }]),
    ],
    repeat: chance.pick([
      'week',
      'fortnight',
      'fortnight',
      'month',
      'month',
      'month',
      'eight',
      'eight',
      'once',
    ]),
    aloud: chance.is(0.15),
    calls: chance.is(0.4),
    from,
    until,
  }
}

const tempers = [
  'prompt',
  'prompt',
  'prompt',
  'late',
  'late',
  'reminded',
  'reminded',
  'never',
  'changing',
] as const

/** In a transcript, where there should be something to read. */
const willing = ['prompt', 'prompt', 'late', 'reminded', 'changing'] as const

/** Where what is looked for should happen in any case. */
const keenly = ['prompt', 'prompt', 'late', 'changing'] as const

interface Castings {
  readonly size?: number
  readonly keen?: boolean
  readonly language?: Language
  readonly naming?: Naming
}

/** One network with its people. Given a language, everybody reads that. */
export function castGroup(seed: Chance, index: number, castings: Castings = {}): Group {
  const { size, language, naming = simulated, keen = false } = castings
  const { platform, tenant } = naming
  const chance = seed.fork(`network ${index}`)
  const speaks = language ?? (index % 5 === 4 ? 'en' : 'nl')
  // From 3 to 30, small ones more often: 12 on average.
  const count = size ?? Math.min(30, 3 + Math.floor(28 * chance.next() ** 2))
  const person = (name: string, number: number): Person => {
    const own = chance.fork(`person ${number}`)
    const reads = language ?? (own.is(0.1) ? (speaks === 'nl' ? 'en' : 'nl') : speaks)
    const user = naming.user(index, number)
    return {
      ...{ user, name },
      chat: { platform, tenant, id: naming.chat(user), kind: 'private' },
      // Whoever's platform says nothing reads what the network reads.
      ...((number === 0 || reads !== speaks || own.is(0.7)) && { language: reads }),
      reads,
      temper: own.pick(keen ? keenly : language ? willing : tempers),
      keen,
      unreachable: language === undefined && own.is(0.03),
      chance: own,
      consent: 'unasked',
      left: false,
      leads: false,
      coaches: false,
    }
  }
  const [first = names[0], ...others] = chance.shuffle(names).slice(0, count)
  const known = habitsOf(chance, index, speaks)
  const habits = { ...known, calls: known.calls && naming.tellsOfCalls }
  return {
    index,
    channel: { platform, tenant, id: naming.channel(index), kind: 'channel', name: `channel ${index}` },
    habits: language ? { ...habits, repeat: 'month', aloud: false, from: '15:30', until: '17:00' } : habits,
    people: [person(first, 0), ...others.map((name, other) => person(name, other + 1))],
    chance,
    language: speaks,
    minimum: language ? 4 : chance.pick([4, 5, 5, 5, 6]),
  }
}
