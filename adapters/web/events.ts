/** Tells every open page that there is something new to fetch. What it is, each page asks for itself. */
import { PassThrough } from 'node:stream'
import type { HttpAnswer } from '../../src/contracts/http.ts'

export interface Events {
  open(): HttpAnswer
  changed(): void
  close(): void
}

export function events(): Events {
  const listeners = new Set<PassThrough>()
  return {
    open() {
      const stream = new PassThrough()
      stream.once('close', () => listeners.delete(stream))
      listeners.add(stream)
      // Words at once, so that the browser knows it is connected.
      stream.write('retry: 1000\n\n')
      return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: stream }
    },
    changed() {
      for (const stream of listeners) stream.write('event: changed\ndata: {}\n\n')
    },
    close() {
      for (const stream of listeners) stream.end()
    },
  }
}
