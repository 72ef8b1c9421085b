/** Rules about what people said: complete and above the minimum at the close, hidden before it, nobody's after it. */
import type { State } from '../../../src/contracts/store.ts'
import type { Round } from '../../../src/round/round.ts'
import { marksIn } from '../words.ts'
import type { Broken } from './seen.ts'

type Value = string | readonly string[]
type Said = Map<string, Map<string, Value>>

/** Options that say nothing yet (`instruments/after-meeting.yaml`). */
const open: readonly string[] = ['nothing-yet']

interface Marked {
  readonly round: string
  readonly user: string
}

/** What everybody said, kept apart from the bot. */
export class Answers {
  readonly #rounds = new Map<string, Said>()
  readonly #marks = new Map<number, Marked>()
  readonly #shown = new Set<number>()
  #next = 1

  /** A new mark for somebody's next answer. */
  mark(round: string, user: string): number {
    this.#marks.set(this.#next, { round, user })
    return this.#next++
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
  }

  /** What is given back: everything from the minimum on, nothing below it, exactly as it was said. */
  closed({ id, result = [] }: Pick<Round, 'id' | 'result'>, minimum: number): Broken {
    const said = [...(this.#rounds.get(id)?.values() ?? [])]
    this.#rounds.delete(id)
    const valuesOf = (item: string) => said.flatMap((each) => each.get(item) ?? [])
    const broken: string[] = []
    for (const item of ['good', 'next', 'talk']) {
      const words = said.flatMap((each) => [each.get(item) ?? []].flat())
      const quotes = result.find((each) => each.item === item)?.quotes ?? []
      for (const number of quotes.flatMap(marksIn)) this.#shown.add(number)
      if (quotes.length > 0 && words.length < minimum)
        broken.push(
          `minimum: ${item} of ${id} was shown with ${words.length} answers, of at least ${minimum}`,
        )
      const should = words.length < minimum ? [] : words
      if (JSON.stringify([...quotes].sort()) !== JSON.stringify([...should].sort()))
        broken.push(
          `answers: ${item} of ${id} shows ${quotes.length} answers where ${should.length} were sent`,
        )
    }
    const chosen = result.find(({ item }) => item === 'value')?.chosen ?? []
    for (const option of chosen) {
      const count = valuesOf('value').filter((each) => each === option).length
      if (count < minimum || open.includes(option))
        broken.push(`minimum: ${option} of ${id} was shown with ${count} people, of at least ${minimum}`)
    }
    return broken
  }

  /** Anything that somebody gets to see. Nobody reads an answer before it was given back, but one's own form. */
  visible(seen: unknown, reader?: string): Broken {
    return marksIn(JSON.stringify(seen)).flatMap((number) => {
      const known = this.#marks.get(number)
      const own = reader !== undefined && known?.user === reader && this.#rounds.has(known.round)
      return this.#shown.has(number) || own
        ? []
        : [`shown: an answer to ${known?.round} (k${number}) was visible to ${reader ?? 'the channel'}`]
    })
  }
}

/** Where words of an answer may stay: what was given back, what was agreed from it, and the message that says so. */
const keepers: readonly string[] = ['round', 'agreement', 'outbox']

/** After the close: no record that ties anybody to what they said, nor to having said it. */
export function ties(state: State, round: string, members: readonly string[]): Broken {
  return state.kinds().flatMap((kind) =>
    [...state.all(kind)].flatMap(([id, record]): string[] => {
      const text = JSON.stringify(record)
      const about = text.includes(`"${round}"`) || id.startsWith(`${round}.`)
      const named = members.some((member) => text.includes(`"${member}"`) || id.split('.').includes(member))
      if (marksIn(text).length > 0 && !keepers.includes(kind) && about)
        return [`tie: a record of kind ${kind} still holds an answer to ${round}`]
      if (kind === 'handled' && about) return [`tie: it is still kept what was sent to ${round}`]
      return about && named && !['outbox', 'agreement', 'ask', 'post'].includes(kind)
        ? [`tie: a record of kind ${kind} ties a member to ${round}`]
        : []
    }),
  )
}
