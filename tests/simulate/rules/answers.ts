/** Rules about what people said: complete and above the minimum at the close, hidden before it, nobody's after it. */
import type { State } from '../../../src/contracts/store.ts'
import type { Round } from '../../../src/round/round.ts'
import { marksIn } from '../words.ts'
import { crosses, linesSaid } from './crosses.ts'
import { Marks } from './marks.ts'
import type { Broken } from './seen.ts'

type Value = string | readonly string[]
type Said = Map<string, Map<string, Value>>

/** Options that say nothing yet (`instruments/after-meeting.yaml`). */
const open: readonly string[] = ['nothing-yet']

/** What everybody said, kept apart from the bot. */
export class Answers {
  readonly marks: Marks
  readonly #rounds = new Map<string, Said>()

  constructor(marks = new Marks()) {
    this.marks = marks
  }

  /** A new mark for somebody's next answer. */
  mark(round: string, user: string): number {
    return this.marks.next(round, user)
  }

  /** Somebody sent a step: what is absent was withdrawn. */
  said(round: string, user: string, items: readonly string[], values: Readonly<Record<string, Value>>): void {
    const all = this.#rounds.get(round) ?? new Map<string, Map<string, Value>>()
    const theirs = all.get(user) ?? new Map<string, Value>()
    for (const item of items) {
      const value = values[item]
      if (value === undefined || value.length === 0) theirs.delete(item)
      else theirs.set(item, value)
    }
    this.#rounds.set(round, all.set(user, theirs))
  }

  /** Somebody stopped, or left: what still ran is gone. */
  withdrew(user: string): void {
    for (const all of this.#rounds.values()) all.delete(user)
    this.marks.forget({ user })
  }

  /** What is given back: everything from the minimum on, nothing below it, exactly as it was said. */
  closed(
    round: Pick<Round, 'id' | 'result'>,
    minimum: number,
    nameOf: (user: string) => string = (user) => user,
  ): Broken {
    const { id, result = [] } = round
    const all = this.#rounds.get(id) ?? new Map<string, Map<string, Value>>()
    this.#rounds.delete(id)
    const people = new Map([...all].map(([user, sheet]) => [nameOf(user), sheet]))
    const broken = [
      ...crosses(round, { people, minimum }),
      ...this.#texts(round, [...all.values()], minimum),
      ...chosenIn(round, [...all.values()], minimum),
    ]
    for (const number of result.flatMap(({ quotes }) => quotes.flatMap(marksIn))) this.marks.show(number)
    this.marks.forget({ subject: id })
    return broken
  }

  #texts(
    { id, result = [] }: Pick<Round, 'id' | 'result'>,
    said: readonly Map<string, Value>[],
    minimum: number,
  ) {
    const written = said.flatMap((each) =>
      [...each].flatMap(([item, value]) =>
        typeof value === 'string' && marksIn(value).length > 0 ? [item] : [],
      ),
    )
    const quoted = result.flatMap(({ item, quotes }) => (quotes.length > 0 ? [item] : []))
    // Examples without the crosses that they belong to are not given back.
    const without = linesSaid(said).length > 0 && result.every(({ line }) => line === undefined)
    return [...new Set([...written, ...quoted])].flatMap((item) => {
      const words = said.flatMap((each) => [each.get(item) ?? []].flat())
      const quotes = result.find((each) => each.item === item)?.quotes ?? []
      const should = words.length < minimum || without ? [] : words
      return [
        ...(quotes.length > 0 && words.length < minimum
          ? [`minimum: ${item} of ${id} was shown with ${words.length} answers, of at least ${minimum}`]
          : []),
        ...(JSON.stringify([...quotes].sort()) === JSON.stringify([...should].sort())
          ? []
          : [`answers: ${item} of ${id} shows ${quotes.length} answers where ${should.length} were sent`]),
      ]
    })
  }

  /** Anything that somebody gets to see. Nobody reads an answer before it was given back, but one's own form. */
  visible(seen: unknown, reader?: string): Broken {
    return this.marks.visible(seen, reader)
  }
}

const chosenIn = (
  { id, result = [] }: Pick<Round, 'id' | 'result'>,
  said: readonly Map<string, Value>[],
  minimum: number,
): Broken =>
  result.flatMap(({ item, chosen }) =>
    chosen.flatMap((option) => {
      const count = said.filter((each) => [each.get(item) ?? []].flat().includes(option)).length
      return count < minimum || open.includes(option)
        ? [`minimum: ${option} of ${id} was shown with ${count} people, of at least ${minimum}`]
        : []
    }),
  )

/** Where words of an answer may stay: what was given back, what was agreed from it, and the message that says so. */
const keepers: readonly string[] = [
  ...['round', 'agreement', 'outbox', 'tale', 'retro', 'summary', 'share-version'],
]

/** After the close: no record that ties anybody to what they said, nor to having said it. */
export function ties(state: State, round: string, members: readonly string[]): Broken {
  return state.kinds().flatMap((kind) =>
    [...state.all(kind)].flatMap(([id, record]): string[] => {
      const text = JSON.stringify(record)
      const about = text.includes(`"${round}"`) || id.startsWith(`${round}.`)
      // Only a cross that was placed under a name, on purpose, stands there with whose it is.
      const nameless = JSON.stringify(record, (key, value) => (key === 'named' ? undefined : value))
      const named = members.some(
        (member) => nameless.includes(`"${member}"`) || id.split('.').includes(member),
      )
      if (marksIn(text).length > 0 && !keepers.includes(kind) && about)
        return [`tie: a record of kind ${kind} still holds an answer to ${round}`]
      if (kind === 'handled' && about) return [`tie: it is still kept what was sent to ${round}`]
      return about && named && !['outbox', 'agreement', 'ask', 'post', 'tale', 'retro'].includes(kind)
        ? [`tie: a record of kind ${kind} ties a member to ${round}`]
        : []
    }),
  )
}
