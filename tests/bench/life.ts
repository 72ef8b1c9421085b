/** What a network has behind it after some time: lived through the front door, as fast as it goes. */
import type { Field, Form, Values } from '../../src/contracts/form.ts'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Json } from '../../src/contracts/store.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { openRounds, type Round } from '../../src/round/round.ts'
import { everything } from '../support/live.ts'
import { type Group, pressOf, sayOf, seedGroup } from '../torture/group.ts'
import type { House } from '../torture/house.ts'
import type { Records } from './site.ts'

const [hour, day] = [3_600_000, 86_400_000]
/** Days after the first of September on which a network meets; the third is where it is looked at. */
const meetingDays = [14, 42, 84, 126, 168, 196, 238, 273]
/** So many of a network answer: more than the minimum, and not everybody. */
const answering = 5

export interface Lived {
  readonly records: Records
  /** The round that is open now. */
  readonly round: string
  readonly now: Date
}

export interface Life {
  /** Lives on until the third meeting of a school year, which is when people look back on it. */
  until(year: number): Promise<Lived>
  /** Lives on until a moment, and past everything that is due by then. */
  on(moment: Date): Promise<void>
}

/** `clock` is the one that the house looks at. */
export function lifeOf(house: House, group: Group, clock: { now: Date }): Life {
  const { store, road, receive } = house
  const [leader = ''] = group.people
  const answered = new Set<string>()
  let planned = 0

  /** The meetings of a school year, each an hour. */
  async function planYear(year: number): Promise<void> {
    const starts = meetingDays.map((days) => new Date(Date.UTC(year, 8, 1 + days, 13)))
    clock.now = new Date(Math.max(clock.now.getTime(), Date.UTC(year, 8, 1, 8)))
    if (planned === 0) await seedGroup(store, road, group, starts)
    else
      await store.transact(group.id, (state) =>
        road.settle(
          state,
          starts.map((start, n) =>
            meetings.put({
              ...{ id: `meeting-${year}-${n}`, lookBack: 'form', state: 'planned', series: 'meeting-1' },
              when: { start: start.toISOString(), end: new Date(start.getTime() + hour).toISOString() },
              ...{ announced: false, revision: 0 },
            }),
          ),
          undefined,
        ),
      )
    planned = year
  }

  async function on(moment: Date): Promise<void> {
    for (let last = ''; ; ) {
      const next = await store.nextDue()
      if (next === undefined || next > moment.toISOString() || next === last) break
      last = next
      clock.now = new Date(Math.max(clock.now.getTime(), Date.parse(next)))
      await house.drain()
      await answerAll()
    }
    clock.now = moment
  }

  async function answerAll(): Promise<void> {
    const state = await store.read(group.id)
    for (const round of ['evaluation', 'monitoring', 'harvest'].flatMap((name) => openRounds(state, name))) {
      if (answered.has(round.id)) continue
      answered.add(round.id)
      for (const user of group.people.slice(0, answering)) await answer(user, round)
      if (round.feature === 'evaluation') await agree(round)
    }
  }

  async function answer(user: string, { feature, id }: Round): Promise<void> {
    await fill(user, `${group.id}/${feature}/answer/${id}`, clock.now)
  }

  const agree = ({ id }: Round): Promise<void> =>
    fill(leader, `${group.id}/agreement/note/${id}`, new Date(clock.now.getTime() + 14 * day))

  async function fill(user: string, ref: string, date: Date): Promise<void> {
    const press = pressOf(group, user, ref)
    let reply = await receive(press)
    for (let steps = 0; reply.kind === 'form' && steps < 20; steps += 1) {
      const { step, revision, ref: about } = reply.form
      const values = valuesFor(reply.form, date)
      const { who, where, id } = press
      const submit = { kind: 'submit', ref: about, step, revision, button: 'next', values, who, where, id }
      reply = await receive(submit as Incoming)
    }
  }

  return {
    on,
    async until(year) {
      for (let next = planned === 0 ? year : planned + 1; next <= year; next += 1) {
        if (planned > 0) await on(new Date(Date.UTC(next, 7, 20)))
        await planYear(next)
      }
      await on(new Date(Date.UTC(year, 8, 1 + (meetingDays[2] ?? 0), 13) - hour))
      clock.now = new Date(clock.now.getTime() + 2.5 * hour)
      await receive(sayOf(group, leader, 'evaluatie'))
      await house.drain()
      const state = await store.read(group.id)
      const round = openRounds(state, 'evaluation').at(-1)?.id
      if (round === undefined) throw new Error(`nobody looks back in ${year}`)
      return { records: everything(state), round, now: clock.now }
    },
  }
}

/** What stays of a year when it is over. */
const lasting = [
  'agreement',
  'card',
  'meeting',
  'moment',
  'monitoring',
  'picture',
  'post',
  'round',
  'summary',
]

/**
 * The same, as if the year between the two had been lived so many times before, under other names, and nothing of it
 * had been put away yet.
 */
export function withYearsBefore(first: Records, second: Records, times: number): Records {
  const lived = lasting.flatMap((kind) =>
    Object.entries(second[kind] ?? {})
      .filter(
        ([id, record]) => !(id in (first[kind] ?? {})) && !JSON.stringify(record).includes('"state":"open"'),
      )
      .map(([id, record]) => [kind, id, record] as const),
  )
  if (lived.filter(([kind]) => kind === 'round').length < 8) throw new Error('too little happened in a year')
  // Ids are twelve letters and digits, a picture's some more, or they tell a date.
  const names = lived.flatMap(([, id]) => (/^[a-z0-9]{12,}$/.test(id) ? [id] : []))
  const known = new RegExp(names.join('|'), 'g')
  const all: Record<string, Record<string, Json>> = {}
  for (let ago = times; ago > 0; ago -= 1) {
    const before = (text: string) =>
      text
        .replace(known, (id) => `${id}x${ago}`)
        .replace(/\b20(2\d)(?=[-.])/g, (_, year) => String(2000 + Number(year) - ago))
    for (const [kind, id, record] of lived) {
      all[kind] = { ...all[kind], [before(id)]: JSON.parse(before(JSON.stringify(record))) }
    }
  }
  for (const [kind, records] of Object.entries(second)) all[kind] = { ...all[kind], ...records }
  // As in a folder of before there was a shelf: the bot puts all of those years away when it finds them.
  delete all['school-year']
  return all
}

function valuesFor({ fields }: Form, date: Date): Values {
  return Object.fromEntries(fields.map((field) => [field.id, valueFor(field, date)]))
}

function valueFor(field: Field, date: Date): string | readonly string[] {
  const [first] = 'options' in field ? field.options : []
  switch (field.tag) {
    case 'short':
    case 'long':
      return 'Dat iedereen iets uit de eigen klas meenam, en dat we de tijd namen om door te vragen.'.slice(
        0,
        field.most,
      )
    case 'choice':
    case 'person':
      return first?.value ?? ''
    case 'choices':
      return first ? [first.value] : []
    case 'line':
      return field.places[2]?.value ?? ''
    case 'date':
      return date.toISOString().slice(0, 10)
    case 'time':
      return '15:00'
  }
}
