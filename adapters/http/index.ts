/** The one server: every door of every adapter opens here, and the bot's own health with it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CodedError, StartRefused } from '../../src/contracts/errors.ts'
import type { HttpAnswer, HttpRoute } from '../../src/contracts/http.ts'
import type { Log } from '../../src/contracts/log.ts'
import { type Answering, answering, text } from './answer.ts'
import { readBody } from './body.ts'
import { healthRoutes } from './health.ts'
import { type Door, router } from './router.ts'

export interface ServerOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly routes: readonly HttpRoute[]
  readonly log: Log
  /** Whether people can be served now: the store, the platforms. */
  ready(): Promise<boolean>
  /** What `/metrics` shows, in Prometheus' own notation. */
  figures(): string
}

export interface RunningServer {
  readonly port: number
  /** Takes nothing new, lets what is under way finish and ends event streams. */
  close(): Promise<void>
}

const headersWithin = 10_000
const requestWithin = 30_000
const closeWithin = 10_000

/** Throws `StartRefused` when it cannot listen there. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const find = router([...healthRoutes(options), ...options.routes])
  const answers = answering(options.log)
  const server = createServer((request, response) => {
    void serve(find(request.method ?? '', request.url ?? ''), request, response, answers, options.log)
  })
  server.headersTimeout = headersWithin
  server.requestTimeout = requestWithin
  await listen(server, options)
  return {
    port: (server.address() as AddressInfo).port,
    close: () => close(server, answers),
  }
}

async function serve(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
  answers: Answering,
  log: Log,
): Promise<void> {
  response.on('error', () => response.destroy())
  if ('answer' in door) return answers.give(response, door.answer)
  const body = await readBody(request)
  if (body === 'gone') return
  if (body === 'too-large') return answers.give(response, text(413, 'That is too much at once.'))
  answers.give(response, await handled(door, request, body, log))
}

async function handled(
  { route, path, query }: Extract<Door, { route: HttpRoute }>,
  request: IncomingMessage,
  body: Buffer,
  log: Log,
): Promise<HttpAnswer> {
  try {
    return await route.handle({ method: route.method, path, query, headers: request.headers, body })
  } catch (error) {
    // The route's own pattern and no path: a path may hold an id that nobody should be able to guess.
    log.error({ code: codeOf(error), method: route.method, route: route.path }, 'request failed')
    return text(500, 'Something went wrong here.')
  }
}

function codeOf(error: unknown): string {
  if (error instanceof CodedError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartRefused(whyNot(error.code, host, port))),
    )
    server.listen(port, host, resolve)
  })
}

function whyNot(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use. Stop the other program or set PORT.`
    case 'EACCES':
      return `Port ${port} may not be used by this account. Set PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This computer has no address ${host}. Set HOST to 127.0.0.1 or to an address it has.`
    default:
      return `The server cannot listen on ${host}, port ${port} (${code ?? 'no code'}). Set HOST and PORT.`
  }
}

function close(server: Server, answers: Answering): Promise<void> {
  return new Promise((resolve) => {
    const enough = setTimeout(() => server.closeAllConnections(), closeWithin).unref()
    server.close(() => {
      clearTimeout(enough)
      resolve()
    })
    // A connection that was kept alive would otherwise hold the server open after its last answer.
    answers.finish(() => server.closeIdleConnections())
  })
}
