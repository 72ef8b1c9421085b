/**
 * A client that costs as little as it can, because it shares the machine with what it measures: connections
 * that stay open for as long as it presses, one question at a time on each.
 */
import { createConnection, type Socket } from 'node:net'

export interface Question {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Somebody who does one thing after another. */
export interface Someone {
  next(): Question
  /** Throws when the answer does not say that what was sent is safe. */
  hear(status: number, body: string): void
}

/** Milliseconds after which an answer will not come any more. */
const patience = 30_000

class Line {
  readonly #socket: Socket
  #held = ''
  #waiting: PromiseWithResolvers<readonly [status: number, body: string]> | undefined

  constructor(port: number) {
    this.#socket = createConnection({ port, host: '127.0.0.1', noDelay: true })
    // One byte a character, so that lengths are what the headers say.
    this.#socket.setEncoding('latin1')
    this.#socket.on('data', (data) => this.#take(String(data)))
    const broken = () => this.#waiting?.reject(new Error('the line was cut before the answer'))
    this.#socket.on('error', broken).on('close', broken).setTimeout(patience, broken)
  }

  ask({ path, headers, body }: Question): Promise<readonly [status: number, body: string]> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const length = Buffer.byteLength(body)
    this.#waiting = Promise.withResolvers()
    this.#held = ''
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n${body}`,
    )
    return this.#waiting.promise
  }

  #take(data: string): void {
    this.#held += data
    const end = this.#held.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#held.slice(0, end).toLowerCase()
    const body = this.#held.slice(end + 4)
    const length = /\ncontent-length: (\d+)/.exec(head)?.[1]
    const whole =
      length === undefined
        ? body.endsWith('0\r\n\r\n') || !head.includes('chunked')
        : body.length >= Number(length)
    if (whole) this.#waiting?.resolve([Number(head.slice(9, 12)), body])
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }
}

/** So many at once for so long, or until everybody had a turn: how many were answered in a second. */
export type Crowd = (atOnce: number, until: Until) => Promise<number>

export type Until = 'everybody' | { readonly milliseconds: number }

/** People take turns, so that nobody does two things at once and everybody does about as much. */
export function crowd(port: number, people: readonly Someone[]): Crowd {
  const queue = [...people]

  return async (atOnce, until) => {
    const lines = Array.from({ length: atOnce }, () => new Line(port))
    const began = performance.now()
    let [begun, done] = [0, 0]
    const goesOn = () =>
      until === 'everybody' ? begun < people.length : performance.now() - began < until.milliseconds
    const work = lines.map(async (line) => {
      while (goesOn()) {
        const someone = queue.shift()
        if (!someone) throw new Error('there are fewer people than hands')
        begun += 1
        someone.hear(...(await line.ask(someone.next())))
        queue.push(someone)
        done += 1
      }
    })
    try {
      await Promise.all(work)
      return (done / (performance.now() - began)) * 1000
    } finally {
      for (const line of lines) line.close()
    }
  }
}
