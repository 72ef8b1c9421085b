import { connect } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { mostBytes } from '../../adapters/http/body.ts'
import { type ServerOptions, startServer } from '../../adapters/http/index.ts'
import { StartRefused, StoreFailed } from '../../src/contracts/errors.ts'
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../src/contracts/http.ts'
import type { Log, LogFields } from '../../src/contracts/log.ts'

const host = '127.0.0.1'

async function open(routes: readonly HttpRoute[] = [], more: Partial<ServerOptions> = {}) {
  const logged: LogFields[] = []
  const note = (fields: LogFields) => void logged.push(fields)
  const log: Log = { info: note, warn: note, error: note }
  const server = await startServer({
    ...{ host, port: 0, routes, log, ready: async () => true, figures: () => 'example_total 1\n' },
    ...more,
  })
  onTestFinished(() => server.close())
  return { ...server, logged, base: `http://${host}:${server.port}` }
}

const route = (
  path: string,
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
  method: 'GET' | 'POST' = 'POST',
) => ({ path, method, handle }) satisfies HttpRoute

const echo = route('/echo', async ({ body }) => ({ status: 200, body: `${body.length}` }))

/** Writes raw bytes and gives all that comes back until the line is closed. */
function talk(
  port: number,
  bytes: string,
  after: (chunk: string) => void = () => undefined,
): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, host, () => socket.write(bytes))
    socket.on('data', (chunk) => {
      heard += chunk
      after(heard)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })
}

test('says that it is alive, ready and how it is doing, with headers that keep it private', async () => {
  const { base } = await open()
  const alive = await fetch(`${base}/healthz`)
  expect([alive.status, await alive.text()]).toEqual([200, 'ok'])
  expect(Object.fromEntries(alive.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  expect((await fetch(`${base}/readyz`)).status).toBe(200)
  expect(await (await fetch(`${base}/metrics`)).text()).toBe('example_total 1\n')
})

test.each([async () => false, () => Promise.reject(new Error('no store'))])(
  'is not ready when it cannot serve',
  async (ready) => {
    const { base } = await open([], { ready })
    expect((await fetch(`${base}/readyz`)).status).toBe(503)
  },
)

test('a handler gets the whole request', async () => {
  const seen: HttpRequest[] = []
  const { base } = await open([
    route('/a/*', async (request) => {
      seen.push(request)
      return { status: 201, headers: { 'x-example': 'yes', 'cache-control': 'private' }, body: 'made' }
    }),
  ])
  const answer = await fetch(`${base}/a/b/c?x=1&x=2`, { method: 'POST', body: 'héé' })
  expect([answer.status, await answer.text()]).toEqual([201, 'made'])
  expect(answer.headers.get('cache-control')).toBe('private')
  expect(seen).toMatchObject([{ method: 'POST', path: '/a/b/c', body: Buffer.from('héé') }])
  expect(seen[0]?.query.getAll('x')).toEqual(['1', '2'])
})

test('the closest door opens: an exact path before a longer one before a shorter one', async () => {
  const named = (path: string) => route(path, async () => ({ status: 200, body: path }), 'GET')
  const { base } = await open([named('/*'), named('/a/*'), named('/a/b')])
  for (const [path, door] of [
    ['/a/b', '/a/b'],
    ['/a/c', '/a/*'],
    ['/b', '/*'],
    ['/a', '/*'],
  ]) {
    expect(await (await fetch(`${base}${path}`)).text()).toBe(door)
  }
})

test('an unknown path, a wrong method and what is no address', async () => {
  const { base, port } = await open([echo])
  expect((await fetch(`${base}/nothing`)).status).toBe(404)
  expect((await fetch(`${base}/echo/`)).status).toBe(404)
  const wrong = await fetch(`${base}/echo`)
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
  expect((await fetch(`${base}/healthz`, { method: 'DELETE' })).status).toBe(405)
  const odd = await talk(
    port,
    `GET http://elsewhere.example/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  )
  expect(odd).toMatch(/^HTTP\/1.1 400 /)
})

test('a body of exactly the limit is read; one byte more is refused', async () => {
  const { base } = await open([echo])
  const most = await fetch(`${base}/echo`, { method: 'POST', body: Buffer.alloc(mostBytes) })
  expect([most.status, await most.text()]).toEqual([200, String(mostBytes)])
  const { port } = await open([echo])
  const announced = await talk(
    port,
    `POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: ${mostBytes + 1}\r\n\r\n`,
  )
  expect(announced).toMatch(/^HTTP\/1.1 413 /)
})

test('a body without a length that goes on and on is cut off', async () => {
  let handled = false
  const { port } = await open([
    route('/echo', async () => {
      handled = true
      return { status: 200 }
    }),
  ])
  const chunk = `${mostBytes.toString(16)}\r\n${'x'.repeat(mostBytes)}\r\n`
  const heard = await talk(
    port,
    `POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}1\r\nx\r\n`,
  )
  expect(heard).toMatch(/^HTTP\/1.1 413 /)
  expect(handled).toBe(false)
})

test('bytes beyond the length that was promised are no part of the body', async () => {
  const { port } = await open([echo])
  const more = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
  const heard = await talk(port, `POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc${more}`)
  expect(heard).toMatch(/^HTTP\/1.1 200 [\s\S]*\r\n\r\n3HTTP\/1.1 200 [\s\S]*\r\n\r\nok/)
})

test('whoever leaves halfway is not heard, and others are still served', async () => {
  let handled = 0
  const { port, base, logged } = await open([
    route('/echo', async () => {
      handled += 1
      return { status: 200 }
    }),
  ])
  await new Promise<void>((resolve) => {
    const socket = connect(port, host, () => {
      socket.end('POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.resume()
  })
  expect((await fetch(`${base}/echo`, { method: 'POST', body: 'x' })).status).toBe(200)
  expect(handled).toBe(1)
  expect(logged).toEqual([])
})

test('a handler that throws gives 500 without detail, and a log line by code', async () => {
  const { base, logged } = await open([
    route('/a/*', () => Promise.reject(new StoreFailed('secret words'))),
    route('/b', () => Promise.reject(new TypeError('secret words'))),
  ])
  for (const path of ['/a/unguessable', '/b']) {
    const answer = await fetch(`${base}${path}`, { method: 'POST' })
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
  }
  expect(logged).toEqual([
    { code: 'store-failed', method: 'POST', route: '/a/*' },
    { code: 'TypeError', method: 'POST', route: '/b' },
  ])
})

test('a taken port refuses to start, in one sentence that says what to do', async () => {
  const { port } = await open()
  const again = open([], { port })
  await expect(again).rejects.toBeInstanceOf(StartRefused)
  await expect(again).rejects.toThrow(`Port ${port} is already in use. Stop the other program or set PORT.`)
})

test('an address that this computer does not have refuses to start', async () => {
  await expect(open([], { host: '192.0.2.1' })).rejects.toThrow('This computer has no address 192.0.2.1.')
})

test('closing lets a request in flight finish and takes nothing new', async () => {
  const busy = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  const { base, close } = await open([
    route('/slow', async () => {
      arrived.resolve()
      await busy.promise
      return { status: 200, body: 'done' }
    }),
  ])
  const answer = fetch(`${base}/slow`, { method: 'POST' })
  await arrived.promise
  const closed = close()
  await expect(fetch(`${base}/healthz`)).rejects.toThrow()
  busy.resolve()
  expect(await (await answer).text()).toBe('done')
  await closed
})

test('closing ends event streams', async () => {
  const stream = new PassThrough()
  const headers = { 'content-type': 'text/event-stream' }
  const { base, close } = await open([
    route('/events', async () => ({ status: 200, headers, body: stream }), 'GET'),
  ])
  stream.write('data: one\n\n')
  const answer = await fetch(`${base}/events`)
  const text = answer.text()
  await close()
  expect(await text).toBe('data: one\n\n')
})

test('a listener who leaves is let go', async () => {
  const stream = new PassThrough()
  const headers = { 'content-type': 'text/event-stream' }
  const { base } = await open([route('/events', async () => ({ status: 200, headers, body: stream }), 'GET')])
  stream.write('data: one\n\n')
  const leave = new AbortController()
  await fetch(`${base}/events`, { signal: leave.signal })
  const gone = new Promise((resolve) => stream.once('close', resolve))
  leave.abort()
  await gone
})

test('a file that breaks off does not look whole', async () => {
  async function* broken() {
    yield 'half'
    throw new Error('disk')
  }
  const body = () => Readable.from(broken())
  const { base, logged } = await open([route('/file', async () => ({ status: 200, body: body() }), 'GET')])
  const answer = await fetch(`${base}/file`)
  await expect(answer.text()).rejects.toThrow()
  expect(logged).toEqual([{ code: 'Error' }])
})
