/** Puts answers on the line, with the headers that every answer has. */
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { HttpAnswer } from '../../src/contracts/http.ts'
import type { Log } from '../../src/contracts/log.ts'

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** An answer of one plain sentence. */
export const text = (status: number, words: string): HttpAnswer => ({ status, body: words })

export interface Answering {
  give(response: ServerResponse, answer: HttpAnswer): void
  /** From now on every answer is its connection's last, and event streams end. `each` runs after an answer. */
  finish(each: () => void): void
}

export function answering(log: Log): Answering {
  const streams = new Set<Readable>()
  let last: (() => void) | undefined

  function pour(response: ServerResponse, body: Readable, endless: boolean): void {
    if (endless && last) body.destroy()
    if (endless) streams.add(body)
    body.on('error', (error) => log.warn({ code: error.name }, 'stream failed'))
    body.on('close', () => {
      streams.delete(body)
      // A stream that broke off must not look like a whole one, unless it never was meant to end.
      if (body.readableEnded || endless) response.end()
      else response.destroy()
    })
    response.on('close', () => body.destroy())
    body.pipe(response)
  }

  return {
    give(response, { status, headers = {}, body = '' }) {
      if (response.destroyed) {
        if (body instanceof Readable) body.destroy()
        return
      }
      const all: Record<string, string> = {
        ...always,
        'content-type': 'text/plain; charset=utf-8',
        ...headers,
      }
      if (last) all.connection = 'close'
      response.on('close', () => last?.())
      if (!(body instanceof Readable)) all['content-length'] = String(Buffer.byteLength(body))
      response.writeHead(status, all)
      if (body instanceof Readable) pour(response, body, all['content-type'] === 'text/event-stream')
      else response.end(body)
    },
    finish(each) {
      last = each
      for (const stream of streams) stream.destroy()
    },
  }
}
