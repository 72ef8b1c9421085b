/** Rules about what people told by themselves: shown only as they chose, with a name only if they chose so. */
import type { Tale } from '../../../src/story/story.ts'
import { marksIn } from '../words.ts'
import type { Marks } from './marks.ts'
import type { Broken } from './seen.ts'

interface Told {
  readonly words: readonly string[]
  readonly share: 'inside' | 'outside' | 'nobody'
  readonly name: 'named' | 'nameless'
}

export class Stories {
  readonly #marks: Marks
  readonly #told = new Map<string, Map<string, Told>>()

  constructor(marks: Marks) {
    this.#marks = marks
  }

  told(round: string, user: string, told: Told): void {
    const all = this.#told.get(round) ?? new Map<string, Told>()
    this.#told.set(round, all.set(user, told))
  }

  withdrew(user: string): void {
    for (const all of this.#told.values()) all.delete(user)
  }

  /** Before a round is closed for the rules: from now on what was meant for others can be read. */
  closed(round: string): void {
    for (const { words, share } of this.#told.get(round)?.values() ?? [])
      if (share !== 'nobody') for (const number of words.flatMap(marksIn)) this.#marks.show(number)
    this.#marks.forget({ subject: `story to ${round}` })
  }

  tale({ round, parts, outside, by }: Tale): Broken {
    const user = this.#marks.userOf(parts.flatMap(marksIn)[0] ?? 0) ?? ''
    const told = this.#told.get(round)?.get(user)
    const what = `a story to ${round}`
    if (!told || told.share === 'nobody') return [`shown: ${what} that was for nobody`]
    return [
      ...(outside && told.share !== 'outside' ? [`shown: ${what} outside the network`] : []),
      ...(by && told.name !== 'named' ? [`names: ${what} has a name that was not chosen`] : []),
    ]
  }
}
