/** What people are going to do, by moment; at the same moment in the order in which it was thought of. */

export type Act = () => Promise<void> | void

interface Entry {
  readonly at: number
  readonly order: number
  readonly act: Act
}

export class Agenda {
  /** A binary heap. */
  readonly #heap: Entry[] = []
  #order = 0

  add(at: Date | number, act: Act): void {
    const heap = this.#heap
    heap.push({ at: Number(at), order: this.#order++, act })
    let index = heap.length - 1
    while (index > 0) {
      const above = (index - 1) >> 1
      if (!this.#swapped(above, index)) return
      index = above
    }
  }

  /** The first moment in it. */
  first(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  take(): Act | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (first && last && first !== last) {
      heap[0] = last
      let index = 0
      for (;;) {
        const [left, right] = [2 * index + 1, 2 * index + 2]
        const least = this.#before(right, left) ? right : left
        if (!this.#swapped(index, least)) break
        index = least
      }
    }
    return first?.act
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    return a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order))
  }

  /** Puts the lower one up when it comes first. */
  #swapped(upper: number, lower: number): boolean {
    const [a, b] = [this.#heap[upper], this.#heap[lower]]
    if (!a || !b || !this.#before(lower, upper)) return false
    this.#heap[upper] = b
    this.#heap[lower] = a
    return true
  }
}
