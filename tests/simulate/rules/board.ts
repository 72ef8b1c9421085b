/** Rules about a retro: nothing is revealed, counted or ordered of fewer people than the minimum. */
import type { Retro } from '../../../src/retro/retro.ts'
import { marksIn } from '../words.ts'
import type { Marks } from './marks.ts'
import type { Broken } from './seen.ts'

/** What one person has on their own sheet. */
export interface Written {
  readonly notes: readonly string[]
  readonly taps: readonly string[]
  readonly named: boolean
}

interface Decided {
  readonly minimum: number
  /** Who a member is. */
  userOf(member: string): string | undefined
}

export class Boards {
  readonly #marks: Marks
  readonly #sheets = new Map<string, Map<string, Written>>()
  readonly #dots = new Map<string, Map<string, number>>()
  readonly #boards = new Map<string, string>()
  readonly #tallies = new Map<string, string>()

  constructor(marks: Marks) {
    this.#marks = marks
  }

  wrote(retro: string, user: string, written: Written): void {
    this.#of(this.#sheets, retro).set(user, written)
  }

  dotted(retro: string, user: string, count: number): void {
    this.#of(this.#dots, retro).set(user, count)
  }

  withdrew(user: string): void {
    for (const each of [...this.#sheets.values(), ...this.#dots.values()]) each.delete(user)
  }

  #of<T>(all: Map<string, Map<string, T>>, retro: string): Map<string, T> {
    const known = all.get(retro) ?? new Map<string, T>()
    all.set(retro, known)
    return known
  }

  /** A retro as it is after something was decided. */
  seen(retro: Retro, { minimum, userOf }: Decided): Broken {
    const writers = [...this.#of(this.#sheets, retro.id).values()].filter(
      ({ notes, taps }) => notes.length > 0 || taps.length > 0,
    )
    const named = writers.length > 0 && writers.every((each) => each.named)
    const broken = [
      ...this.#revealed(retro, writers.length, named, minimum),
      ...this.#tallied(retro, writers, named, minimum),
      ...this.#ordered(retro, minimum),
      ...this.#names(retro, userOf),
    ]
    for (const number of retro.board.flatMap(({ words }) => marksIn(words))) this.#marks.show(number)
    if (retro.state === 'closed') this.#marks.forget({ subject: retro.id })
    return broken
  }

  #revealed({ id, board }: Retro, writers: number, named: boolean, minimum: number): Broken {
    const before = this.#boards.get(id)
    const now = JSON.stringify(board.map(({ words }) => words).sort())
    this.#boards.set(id, now)
    if (board.length === 0 || before === now) return []
    // Somebody who left took an own note along from what is edited; nothing new came.
    const known = new Set(marksIn(before ?? ''))
    const fresh = board.flatMap(({ words }) => marksIn(words)).some((number) => !known.has(number))
    return fresh && writers < minimum && !named
      ? [`minimum: notes of ${writers} people were revealed in ${id}`]
      : []
  }

  #tallied({ id, tallies }: Retro, writers: readonly Written[], named: boolean, minimum: number): Broken {
    const before = this.#tallies.get(id)
    const now = JSON.stringify(tallies)
    this.#tallies.set(id, now)
    if (before === now) return []
    return tallies.flatMap(({ tap }) => {
      const count = writers.filter(({ taps }) => taps.includes(tap)).length
      return count < minimum && !named ? [`minimum: ${tap} of ${count} people was counted in ${id}`] : []
    })
  }

  readonly #orders = new Map<string, string>()

  #ordered({ id, order, board }: Retro, minimum: number): Broken {
    const before = this.#orders.get(id)
    const now = JSON.stringify(order)
    this.#orders.set(id, now)
    const people = [...this.#of(this.#dots, id).values()].filter((count) => count > 0).length
    const named = board.some(({ by }) => by !== undefined)
    return order.length > 0 && before !== now && people < minimum && !named
      ? [`minimum: dots of ${people} people made an order in ${id}`]
      : []
  }

  #names({ id, board }: Retro, userOf: Decided['userOf']): Broken {
    return board.flatMap(({ by, words }) => {
      if (by === undefined) return []
      const [number = 0] = marksIn(words)
      const user = userOf(by)
      const theirs = user !== undefined && this.#marks.userOf(number) === user
      const chose = user !== undefined && (this.#of(this.#sheets, id).get(user)?.named ?? true)
      return theirs && chose ? [] : [`names: a note in ${id} has a name that was not chosen`]
    })
  }
}
