/** Bots as processes of their own (`child.ts`), to be killed at any moment; and the platform they talk to. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Address, Parcel } from '../../src/contracts/chat.ts'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Group } from './group.ts'
import type { Ground } from './house.ts'

export interface Start {
  readonly ground: Ground
  readonly now: string
  readonly interval: number
  /** Counts what comes up by itself (`watch.ts`). */
  readonly watched?: true
}

export type Asked =
  | { readonly ask: 'hear'; readonly incoming: Incoming }
  | { readonly ask: 'seed'; readonly group: Group; readonly starts?: readonly string[] }
  | { readonly ask: 'drain'; readonly now: string }
  | { readonly ask: 'memory' | 'stop' }

export type ToChild =
  | { readonly kind: 'ask'; readonly id: number; readonly asked: Asked }
  | { readonly kind: 'stands'; readonly call: number; readonly address: Address }

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly why: string }
  | {
      readonly kind: 'put'
      readonly call: number
      readonly parcel: Parcel
      readonly fresh: boolean
      readonly address?: Address
    }

/** A platform that outlives the bots and keeps all that was ever put there. */
export class Platform {
  readonly sent: Parcel[] = []
  readonly standing = new Map<Address, Message>()
  /** How often something that stood there was replaced. */
  edits = 0

  put(parcel: Parcel, fresh: boolean, known?: Address): Address {
    if (fresh) this.sent.push(parcel)
    else this.edits += 1
    const address = known ?? `${parcel.place.id}#${this.sent.length}`
    this.standing.set(address, parcel.message)
    return address
  }

  /** New messages more than one of the same parcel. */
  doubled(): number {
    return this.sent.length - new Set(this.sent.map(({ id }) => id)).size
  }
}

/** It ended before it answered. */
export class Ended extends Error {}

export class Child {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  readonly #platform: Platform
  readonly #ready = Promise.withResolvers<void>()
  #asked = 0
  #gone = false

  constructor(start: Start, platform: Platform) {
    this.#platform = platform
    this.#process = fork(join(import.meta.dirname, 'child.ts'), [JSON.stringify(start)], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
      // Where Node keeps it by itself: types are stripped once and not a thousand times.
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    })
    this.#process.on('message', (message: FromChild) => this.#hear(message))
    // What it said before it died arrives before its line is closed.
    this.#ended = Promise.all([once(this.#process, 'exit'), once(this.#process, 'disconnect')]).then(() => {
      this.#gone = true
      this.#ready.reject(new Ended('it ended before it was ready'))
      for (const { reject } of this.#waiting.values()) reject(new Ended('it ended before it answered'))
      this.#waiting.clear()
    })
    this.#ready.promise.catch(() => undefined)
  }

  /** Resolves when it can be talked to. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  #hear(message: FromChild): void {
    switch (message.kind) {
      case 'ready':
        this.#ready.resolve()
        return
      case 'put': {
        const address = this.#platform.put(message.parcel, message.fresh, message.address)
        this.#tell({ kind: 'stands', call: message.call, address })
        return
      }
      case 'answer':
        this.#waiting.get(message.id)?.resolve(message.result)
        break
      case 'refused':
        this.#waiting.get(message.id)?.reject(new Error(message.why))
    }
    this.#waiting.delete(message.id)
  }

  #tell(message: ToChild): void {
    // Whoever was just killed hears nothing any more.
    if (this.#process.connected) this.#process.send(message, () => undefined)
  }

  /** Rejects with `Ended` when it died instead. */
  #ask(asked: Asked): Promise<unknown> {
    if (this.#gone) return Promise.reject(new Ended('it has ended'))
    this.#asked += 1
    const answer = Promise.withResolvers<unknown>()
    this.#waiting.set(this.#asked, answer)
    this.#tell({ kind: 'ask', id: this.#asked, asked })
    return answer.promise
  }

  hear = (incoming: Incoming): Promise<Reply> => this.#ask({ ask: 'hear', incoming }) as Promise<Reply>

  async seed(group: Group, starts?: readonly Date[]): Promise<void> {
    await this.#ask({ ask: 'seed', group, ...(starts && { starts: starts.map((at) => at.toISOString()) }) })
  }

  /** Moves its clock and lets everything happen that is due by then. */
  async drain(now: Date): Promise<void> {
    await this.#ask({ ask: 'drain', now: now.toISOString() })
  }

  memory = () => this.#ask({ ask: 'memory' }) as Promise<{ readonly rss: number; readonly heap: number }>

  /** The hard way. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended
  }

  /** Politely. */
  async stop(): Promise<void> {
    await this.#ask({ ask: 'stop' })
    this.#process.disconnect()
    await this.#ended
  }
}
