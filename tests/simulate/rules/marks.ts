/** Every piece of text that people write carries a mark, so that it is recognised wherever it turns up. */
import { marksIn } from '../words.ts'
import type { Broken } from './seen.ts'

interface Marked {
  /** What it belongs to: a round, a retro, a note. */
  readonly subject: string
  readonly user: string
  /** `own`: only for whoever wrote it. `gone`: for nobody any more. */
  reads: 'own' | 'all' | 'gone'
}

export class Marks {
  readonly #all = new Map<number, Marked>()

  /** A new mark for the next thing that somebody writes. */
  next(subject: string, user: string): number {
    this.#all.set(this.#all.size + 1, { subject, user, reads: 'own' })
    return this.#all.size
  }

  /** From now on everybody may read it. */
  show(number: number): void {
    const known = this.#all.get(number)
    if (known) known.reads = 'all'
  }

  /** All marks in a piece of text. */
  showAll(text: string): void {
    for (const number of marksIn(text)) this.show(number)
  }

  /** What nobody else read yet is gone, of a subject, a person or both. */
  forget({ subject, user }: Partial<Pick<Marked, 'subject' | 'user'>>): void {
    for (const each of this.#all.values()) {
      const meant = (subject ?? each.subject) === each.subject && (user ?? each.user) === each.user
      if (meant && each.reads === 'own') each.reads = 'gone'
    }
  }

  userOf(number: number): string | undefined {
    return this.#all.get(number)?.user
  }

  isGone(number: number): boolean {
    return this.#all.get(number)?.reads === 'gone'
  }

  /** Anything that somebody gets to see; without a reader: in the channel. */
  visible(seen: unknown, reader?: string): Broken {
    return marksIn(JSON.stringify(seen)).flatMap((number) => {
      const { reads, subject, user } = this.#all.get(number) ?? {}
      return reads === 'all' || (reads === 'own' && reader !== undefined && reader === user)
        ? []
        : [`shown: an answer to ${subject} (k${number}) was visible to ${reader ?? 'the channel'}`]
    })
  }
}
