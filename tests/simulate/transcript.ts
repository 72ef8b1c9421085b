/** A network's year as a person can read it: day by day, who does what, and what the bot says to whom. */
import { dateOf } from '../../src/calendar/calendar.ts'
import type { Form } from '../../src/contracts/form.ts'
import type { Place } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { type Language, plain } from '../../src/contracts/text.ts'
import { dayName, timeName } from '../../src/text/dates.ts'
import { words } from '../support/look.ts'
import type { Group, Person } from './cast.ts'
import type { Sent } from './rules/seen.ts'
import { withoutMarks } from './words.ts'

const texts = {
  nl: {
    types: 'typt',
    here: ' in het kanaal',
    presses: 'drukt op',
    sends: { next: 'verstuurt', back: 'gaat terug in', skip: 'slaat een stap over in' },
    step: 'stap',
    channel: 'in het kanaal',
    private: 'privé aan',
    to: 'antwoordt',
    form: 'formulier',
    edits: 'past aan',
    less: '(wat er niet meer bij hoort, is weg)',
    down: 'Dubbelloop is even weg.',
    up: 'Dubbelloop is er weer.',
  },
  en: {
    types: 'types',
    here: ' in the channel',
    presses: 'presses',
    sends: { next: 'sends', back: 'goes back in', skip: 'skips a step of' },
    step: 'step',
    channel: 'in the channel',
    private: 'privately to',
    to: 'answers',
    form: 'form',
    edits: 'changes',
    less: '(what no longer belongs there has gone)',
    down: 'Dubbelloop is away for a while.',
    up: 'Dubbelloop is back.',
  },
} as const

/** Somebody who follows one network: what its people do, and what the bot says. */
export interface Follower {
  types(moment: Date, group: Group, person: Person, typed: string, where: Place): void
  presses(moment: Date, group: Group, person: Person, label: string): void
  sends(moment: Date, group: Group, person: Person, form: Form, button: 'next' | 'back' | 'skip'): void
  replied(person: Person, reply: Reply): void
  said(sent: Sent): void
  note(moment: Date, what: 'down' | 'up'): void
}

export class Teller implements Follower {
  readonly #language: Language
  readonly #zone: string
  readonly #write: (line: string) => void
  readonly #stood = new Map<string, string>()
  #day = ''

  constructor(language: Language, zone: string, write: (line: string) => void) {
    this.#language = language
    this.#zone = zone
    this.#write = write
  }

  get #texts() {
    return texts[this.#language]
  }

  #line(moment: Date, words: string): void {
    const day = dateOf(moment, this.#zone)
    if (day !== this.#day)
      this.#write(`\n== ${dayName(this.#language, moment, this.#zone)} ${day.slice(0, 4)} ==`)
    this.#day = day
    this.#write(`${timeName('en', moment, this.#zone)}  ${withoutMarks(words)}`)
  }

  #quote(words: string): void {
    for (const line of withoutMarks(words).split('\n')) this.#write(`         | ${line}`)
  }

  types(moment: Date, _group: Group, { name }: Person, typed: string, where: Place): void {
    const here = where.kind === 'channel' ? this.#texts.here : ''
    this.#line(moment, `${name} ${this.#texts.types} “${typed}”${here}`)
  }

  presses(moment: Date, _group: Group, { name }: Person, label: string): void {
    this.#line(moment, `${name} ${this.#texts.presses} [${label}]`)
  }

  sends(moment: Date, _group: Group, { name }: Person, form: Form, button: 'next' | 'back' | 'skip'): void {
    const step = form.steps > 1 ? ` (${this.#texts.step} ${form.step})` : ''
    this.#line(moment, `${name} ${this.#texts.sends[button]} “${form.title}”${step}`)
  }

  replied({ name }: Person, reply: Reply): void {
    if (reply.kind === 'nothing') return
    if (reply.kind === 'form') {
      if (reply.form.step === 1) this.#write(`       Dubbelloop: ${this.#texts.form} “${reply.form.title}”`)
      return
    }
    this.#write(`       Dubbelloop ${this.#texts.to} ${name}:`)
    if (reply.kind === 'word') this.#quote(words(reply.message))
    else this.#quote([reply.all ?? '', ...Object.values(reply.errors)].map(plain).join('\n').trim())
  }

  /** A message that came to stand somewhere; of one that changed, only what is new in it. */
  said({ person, moment, message, fresh, slot, parcel }: Sent): void {
    const key = `${slot ?? parcel} ${person?.user ?? ''}`
    const now = words(message)
    const before = this.#stood.get(key)
    this.#stood.set(key, now)
    const old = new Set(before?.split('\n'))
    const shown = fresh
      ? now
      : now
          .split('\n')
          .filter((line) => !old.has(line))
          .join('\n')
    const whom = person ? `${this.#texts.private} ${person.name}` : this.#texts.channel
    this.#line(moment, `Dubbelloop ${fresh ? '' : `${this.#texts.edits} `}${whom}:`)
    this.#quote(shown === '' ? this.#texts.less : shown)
  }

  note(moment: Date, what: 'down' | 'up'): void {
    this.#line(moment, `*** ${this.#texts[what]}`)
  }
}
