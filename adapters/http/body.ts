/** A request's body, whole and within bounds, or the reason why there is none. */
import type { IncomingMessage } from 'node:http'

/** One megabyte: a form full of long answers is a tenth of it. */
export const mostBytes = 1024 * 1024

/**
 * How long the rest of a body that is too large is thrown away before the line is cut. Cutting at once would
 * often take our answer with it.
 */
const patience = 500

/** `gone`: the other side left halfway. Never rejects. */
export function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0

    function refuse(): void {
      request.off('data', keep)
      request.resume()
      const cut = setTimeout(() => request.socket.destroy(), patience).unref()
      request.once('close', () => clearTimeout(cut))
      resolve('too-large')
    }

    function keep(chunk: Buffer): void {
      size += chunk.length
      if (size > mostBytes) refuse()
      else chunks.push(chunk)
    }

    request.on('error', () => resolve('gone'))
    request.on('close', () => resolve('gone'))
    // What a request says of its own length only ever shortens the wait; the bytes are counted all the same.
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return refuse()
    request.on('data', keep)
    request.on('end', () => resolve(Buffer.concat(chunks)))
  })
}
