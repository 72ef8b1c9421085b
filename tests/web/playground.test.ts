import { request } from 'node:http'
import { expect, test } from 'vitest'
import type { WireState } from '../../adapters/web/wire.ts'
import type { Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { memoryStore } from './memory-store.ts'
import { channels, openPlayground, playground, start } from './playground.ts'

const quiet = async (): Promise<Reply> => ({ kind: 'nothing' })
const message = (words: string): Message => ({
  language: 'nl',
  summary: words,
  blocks: [{ tag: 'paragraph', text: words }],
})
const channel: Place = { platform: 'web', tenant: 'playground', id: 'c1', kind: 'channel' }
const account = (user: string) => ({ platform: 'web', tenant: 'playground', user })
const json = { 'content-type': 'application/json' }

/** A call with headers that `fetch` would not let through. */
function call(port: number, path: string, headers: Record<string, string>, body?: string) {
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

const paths = [
  '/',
  '/playground/base.css',
  '/playground/adapters/web/page/main.ts',
  '/playground/vendor/preact.js',
  '/playground/state?as=noor',
  '/pictures/example-picture.png',
]
const posts = ['/playground/incoming', '/playground/clock', '/playground/restart']

test('only this computer itself is answered, by whatever it calls itself', async () => {
  const { port } = await openPlayground(quiet)
  for (const host of ['elsewhere.example', `127.0.0.1.elsewhere.example:${port}`, 'localhost:', '0.0.0.0']) {
    for (const path of [...paths, '/playground/events']) {
      expect((await call(port, path, { host })).status).toBe(403)
    }
    for (const path of posts) expect((await call(port, path, { host, ...json }, '{}')).status).toBe(403)
  }
  for (const host of [`127.0.0.1:${port}`, 'localhost', 'LOCALHOST:8080', `[::1]:${port}`]) {
    for (const path of paths) expect((await call(port, path, { host })).status).toBe(200)
  }
})

test('only the own page is listened to', async () => {
  const { port, calls } = await openPlayground(quiet)
  const host = `localhost:${port}`
  for (const origin of ['http://elsewhere.example', 'null', 'http://localhost:1', `https://${host}`]) {
    for (const path of paths) expect((await call(port, path, { host, origin })).status).toBe(403)
    for (const path of posts)
      expect((await call(port, path, { host, origin, ...json }, '{}')).status).toBe(403)
  }
  expect(calls).toEqual([])
  const own = { host, origin: `http://${host}`, ...json }
  expect((await call(port, '/playground/restart', own, '{}')).status).toBe(200)
})

test('a post that a form of another page could send is refused', async () => {
  const { port, calls } = await openPlayground(quiet)
  const host = `localhost:${port}`
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/plain; application/json',
    '',
  ]) {
    const answer = await call(port, '/playground/restart', { host, 'content-type': type }, '{}')
    expect(answer.status).toBe(415)
  }
  expect(calls).toEqual([])
})

test('every answer forbids what does not come from here', async () => {
  const { port } = await openPlayground(quiet)
  for (const path of paths) {
    const { headers } = await call(port, path, { host: 'localhost' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('the page and all that it imports are served, without types and without anything from outside', async () => {
  const { base } = await openPlayground(quiet)
  const page = await (await fetch(base)).text()
  const wanted = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
  const seen = new Set<string>()
  for (const path of wanted) {
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await fetch(base + path)
    expect([path, answer.status]).toEqual([path, 200])
    const text = await answer.text()
    if (!answer.headers.get('content-type')?.startsWith('text/javascript')) continue
    expect(text).not.toMatch(/^(import type|export (interface|type)) /m)
    for (const [, to = ''] of text.matchAll(/\bfrom\s*["']([^"']+)["']/g)) {
      expect(to).toMatch(/^(\.{1,2}\/|\/playground\/)/)
      wanted.push(new URL(to, base + path).pathname)
    }
  }
  expect(seen).toContain('/playground/src/contracts/text.ts')
  expect(page).not.toMatch(/<script(?![^>]*src=)[^>]*>|\sstyle=|\son\w+=|https?:/)
})

test.each([
  '/playground/adapters/web/index.ts',
  '/playground/adapters/web/page/../index.ts',
  '/playground/adapters/web/page/%2e%2e/index.ts',
  '/playground/package.json',
  '/playground/vendor/zod.js',
  '/pictures/../package.json',
  '/pictures/unknown.png',
  '/pictures/.png',
])('%s is not there', async (path) => {
  const { port } = await openPlayground(quiet)
  expect((await call(port, path, { host: 'localhost' })).status).toBe(404)
})

test("a person gets the channels and their own chat, and nobody else's", async () => {
  const { adapter, base } = await openPlayground(quiet)
  await adapter.send({ id: 'm1', place: channel, message: message('voor iedereen') })
  await adapter.send({
    id: 'm2',
    place: await adapter.privatePlace(account('noor')),
    message: message('voor Noor'),
  })
  await adapter.send({
    id: 'm3',
    place: await adapter.privatePlace(account('sam')),
    message: message('voor Sam'),
  })
  const state = async (as: string) =>
    (await (await fetch(`${base}/playground/state?as=${as}`)).json()) as WireState
  await adapter.send({ id: 'm4', place: { ...channel, id: 'c2' }, message: message('elders') })
  const ids = ({ posts }: WireState) =>
    Object.fromEntries(Object.entries(posts).map(([spot, there]) => [spot, there.map(({ id }) => id)]))
  expect(ids(await state('noor'))).toEqual({ c1: ['m1'], c2: ['m4'], private: ['m2'] })
  expect(ids(await state('sam'))).toEqual({ c1: ['m1'], c2: ['m4'], private: ['m3'] })
  expect(ids(await state('kim'))).toEqual({ c1: ['m1'], c2: ['m4'], private: [] })
  expect(JSON.stringify(await state('kim'))).not.toContain('voor Sam')
  expect((await fetch(`${base}/playground/state?as=nobody`)).status).toBe(400)
  expect(await state('kim')).toMatchObject({
    now: start.toISOString(),
    zone: 'Europe/Amsterdam',
    channels,
  })
})

test('what was sent stands there after a restart, at the moment the clock had', async () => {
  const store = memoryStore()
  const first = await playground(quiet, store)
  await first.adapter.send({ id: 'm1', place: channel, message: message('een') })
  const later = '2026-11-26T14:30:00.000Z'
  const body = JSON.stringify({ to: later })
  await fetch(`${first.base}/playground/clock`, { method: 'POST', headers: json, body })
  await first.adapter.send({ id: 'm2', place: channel, message: message('twee') })
  await first.adapter.update('m1', { id: 'm1', place: channel, message: message('een, aangepast') })
  await first.close()

  const { base } = await openPlayground(quiet, store)
  const state = (await (await fetch(`${base}/playground/state`)).json()) as WireState
  expect(state.now).toBe(later)
  expect(state.posts.c1).toMatchObject([
    { id: 'm1', at: start.toISOString(), changed: true, message: { summary: 'een, aangepast' } },
    { id: 'm2', at: later, changed: false },
  ])
})

test('starting again lets everything arrive, forgets the posts and puts the example back', async () => {
  const { adapter, base, calls } = await openPlayground(quiet)
  await adapter.send({ id: 'm1', place: channel, message: message('een') })
  await fetch(`${base}/playground/restart`, { method: 'POST', headers: json, body: '{}' })
  expect(calls).toEqual(['drain', 'restart'])
  const state = (await (await fetch(`${base}/playground/state`)).json()) as WireState
  expect(state.posts.c1).toEqual([])
})

test('a page that listens hears of every change', async () => {
  const { adapter, base } = await openPlayground(quiet)
  const answer = await fetch(`${base}/playground/events`)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const heardUntil = async (count: number) => {
    let heard = ''
    while (heard.split('event: changed').length <= count) heard += (await reader?.read())?.value ?? ''
    return heard
  }
  await adapter.send({ id: 'm1', place: channel, message: message('een') })
  expect(await heardUntil(1)).toContain('event: changed')
  await adapter.update('m1', { id: 'm1', place: channel, message: message('twee') })
  expect(await heardUntil(1)).toContain('event: changed')
  await reader?.cancel()
})

test('nobody can speak as somebody who is not there, or about what does not exist', async () => {
  const heard: Incoming[] = []
  const { base } = await openPlayground(async (incoming) => {
    heard.push(incoming)
    return { kind: 'nothing' }
  })
  const good = { id: 'i1', as: 'noor', language: 'nl', where: 'channel', kind: 'command', words: 'help' }
  const say = async (change: object) => {
    const body = JSON.stringify({ ...good, ...change })
    return (await fetch(`${base}/playground/incoming`, { method: 'POST', headers: json, body })).status
  }
  const submit = { kind: 'submit', words: undefined, ref: 'a/b/c', step: 1, revision: 0, button: 'next' }
  for (const bad of [
    { as: 'nobody' },
    { as: '__proto__' },
    { language: 'de' },
    { where: 'elsewhere' },
    { where: 'private-noor' },
    { where: '' },
    { kind: 'place-gone' },
    { words: 12 },
    { id: '' },
    { who: { user: 'sam' } },
    { ...submit, values: { a: { b: 'c' } } },
    { ...submit, values: {}, step: 0 },
    { ...submit, values: {}, button: 'close' },
  ]) {
    expect([bad, await say(bad)]).toEqual([bad, 400])
  }
  expect(heard).toEqual([])
  expect(await say({})).toBe(200)
  expect(await say({ ...submit, values: { a: 'b', c: ['d'] } })).toBe(200)
  expect(heard).toHaveLength(2)
})

test('who speaks is heard where they are; the word channel is the first of the channels', async () => {
  const heard: Incoming[] = []
  const { base } = await openPlayground(async (incoming) => {
    heard.push(incoming)
    return { kind: 'nothing' }
  })
  for (const where of ['c1', 'c2', 'channel', 'private']) {
    const deed = { id: `i-${where}`, as: 'kim', language: 'en', where, kind: 'command', words: 'help' }
    const body = JSON.stringify(deed)
    await fetch(`${base}/playground/incoming`, { method: 'POST', headers: json, body })
  }
  const [first, second] = channels.map((one) => ({ ...channel, ...one }))
  const own = { platform: 'web', tenant: 'playground', id: 'private-kim', kind: 'private' }
  expect(heard.map(({ where }) => where)).toEqual([first, second, first, own])
})
