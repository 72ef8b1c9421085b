/** The year itself: the clock jumps from moment to moment, people do things, and the bot goes down and comes back. */
import { addDays } from 'date-fns/addDays'
import { dateOf, momentOf } from '../../src/calendar/calendar.ts'
import type { Form, Values } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Button } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { placeLookup } from '../../src/network/member.ts'
import { type Act, Agenda } from './agenda.ts'
import type { Group, Person } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Deed, Told } from './doors/door.ts'
import type { Figures } from './figures.ts'
import type { House, Open } from './house.ts'
import type { Follower } from './transcript.ts'
import type { Witness } from './witness.ts'

export interface Outage {
  readonly from: Date
  readonly until: Date
}

export interface LifeParts {
  readonly open: Open
  readonly witness: Witness
  readonly figures: Figures
  readonly chance: Chance
  readonly outages: readonly Outage[]
  readonly start: Date
  readonly end: Date
  readonly teller: Follower | undefined
  /** How often people press or send something twice. */
  readonly double: number
}

export class Life {
  readonly parts: LifeParts
  now: Date
  #house: House | undefined
  #stuck = false
  readonly #agenda = new Agenda()

  constructor(parts: LifeParts) {
    this.parts = parts
    this.now = parts.start
  }

  /** Somebody will do something; while the bot is down they try again afterwards, or leave it. */
  at(moment: Date | number, chance: Chance, act: Act, sure = false): void {
    this.#agenda.add(Math.max(awake(Number(moment)), this.now.getTime()), () => {
      if (this.#house) return act()
      const up = this.parts.outages.find(({ until }) => until > this.now)?.until
      if (up && (sure || chance.is(0.7)))
        this.at(up.getTime() + chance.between(1, 600) * 60_000, chance, act, sure)
    })
  }

  /** On a day and at an hour on the wall of a network, with some minutes of chance. */
  on(group: Group, date: string, hour: number, chance: Chance, act: Act, sure = false): void {
    const moment = momentOf(date, `${String(hour).padStart(2, '0')}:00`, group.habits.zone)
    this.at(moment.getTime() + chance.between(0, 59) * 60_000, chance, act, sure)
  }

  /** The date on the wall of a network, some days from now. */
  day(group: Group, ahead = 0): string {
    return dateOf(addDays(this.now, ahead), group.habits.zone)
  }

  async run(): Promise<void> {
    const { outages, end, figures } = this.parts
    this.#house = await this.parts.open()
    for (const { from, until } of outages) {
      this.#agenda.add(from, () => this.#down())
      this.#agenda.add(until, () => this.#up())
      figures.downtimeHours += Math.round((until.getTime() - from.getTime()) / 3_600_000)
    }
    while (await this.#step(end));
  }

  /** Whoever reads the end of it. */
  async close(): Promise<void> {
    await this.#house?.stop()
    this.#house = undefined
  }

  get house(): House | undefined {
    return this.#house
  }

  async #step(end: Date): Promise<boolean> {
    const due = Date.parse((await this.#house?.store.nextDue()) ?? '') || Number.POSITIVE_INFINITY
    const first = this.#agenda.first()
    const waiting = this.#stuck && due <= this.now.getTime() ? Number.POSITIVE_INFINITY : due
    const next = Math.min(first, waiting)
    if (next > end.getTime()) return false
    this.now = new Date(Math.max(next, this.now.getTime()))
    if (first <= next) await this.#agenda.take()?.()
    await this.#settle()
    return true
  }

  async #settle(): Promise<void> {
    const house = this.#house
    if (!house) return
    await house.drain()
    const due = await house.store.nextDue()
    const stuck = due !== undefined && Date.parse(due) <= this.now.getTime()
    if (stuck && !this.#stuck) this.parts.witness.report(undefined, [`stuck: still due since ${due}`])
    this.#stuck = stuck
    await this.parts.witness.check(house.store.read)
  }

  async #down(): Promise<void> {
    this.parts.figures.restarts += 1
    this.parts.teller?.note(this.now, 'down')
    await this.close()
  }

  async #up(): Promise<void> {
    this.parts.teller?.note(this.now, 'up')
    this.#house = await this.parts.open()
    this.parts.witness.catchUp.back(this.now)
  }

  /** Types something. */
  async say(group: Group, person: Person, words: string, where: Place = person.chat): Promise<Reply> {
    this.parts.teller?.types(this.now, group, person, words, where)
    return this.#hear(group, person, { kind: 'command', words }, where)
  }

  async press(group: Group, person: Person, button: Pick<Button, 'ref' | 'label'>): Promise<Reply> {
    this.parts.teller?.presses(this.now, group, person, button.label)
    return this.#hear(group, person, { kind: 'press', ref: button.ref }, group.channel)
  }

  async submit(
    group: Group,
    person: Person,
    form: Form,
    values: Values,
    button: 'next' | 'back' | 'skip' = 'next',
  ): Promise<Reply> {
    this.parts.teller?.sends(this.now, group, person, form, button)
    const { ref, step, revision } = form
    return this.#hear(group, person, { kind: 'submit', ref, step, revision, button, values }, group.channel)
  }

  /** What a platform tells by itself. */
  async happens(group: Group, person: Person, told: Told): Promise<void> {
    await this.#hear(group, person, told, group.channel)
  }

  async #hear(group: Group, person: Person, deed: Deed, where: Place): Promise<Reply> {
    const house = this.#house
    if (!house) throw new Error('the bot is down')
    const { reply, again } = await house.hear({ group, person, deed, where })
    const [id] = group.id === undefined ? await house.store.networksBy(placeLookup(group.channel)) : []
    if (id !== undefined) group.id = id
    this.parts.witness.replied(group, person, reply)
    this.parts.teller?.replied(person, reply)
    const twice = deed.kind === 'press' || deed.kind === 'submit'
    if (twice && person.chance.is(this.parts.double)) await this.#again(group, again, deed.kind)
    return reply
  }

  /** The same once more: nothing may come of it. */
  async #again(group: Group, again: () => Promise<void>, kind: string): Promise<void> {
    const { figures, witness } = this.parts
    const before = figures.commits
    await again()
    figures.duplicates += 1
    if (figures.commits > before) witness.report(group, [`twice: a second ${kind} was taken for a new one`])
  }
}

/** Nobody does anything between eleven at night and seven in the morning, in Amsterdam. */
function awake(moment: number): number {
  const hour = new Date(moment).getUTCHours()
  return hour >= 21 || hour < 6 ? moment + 9 * 3_600_000 : moment
}
