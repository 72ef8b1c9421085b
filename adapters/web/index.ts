/**
 * The playground: a chat platform of its own in the browser, on this computer only, where everything the bot
 * does can be met with an invented network. It has none of the limits that real platforms have.
 */
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../src/contracts/http.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Pictures } from '../../src/contracts/message.ts'
import type { Store } from '../../src/contracts/store.ts'
import { type MovableClock, playOut } from './clock.ts'
import { events } from './events.ts'
import { guarded, no } from './guard.ts'
import { channelPlace, parseIncoming, parseMove, platform, privatePlace } from './parse.ts'
import { pageRoutes } from './render.ts'
import { sent } from './send.ts'
import type { Channel, PlaygroundPerson, WirePost, WireState } from './wire.ts'

export { type MovableClock, type PlaygroundClock, playgroundClock, playOut } from './clock.ts'
export type { Channel, PlaygroundPerson } from './wire.ts'

export interface PlaygroundOptions {
  readonly receive: Receive
  readonly store: Store
  readonly clock: MovableClock
  /** Resolves when nothing is due any more at the clock's present moment. */
  drain(): Promise<void>
  readonly people: readonly PlaygroundPerson[]
  /** At least one. */
  readonly channels: readonly Channel[]
  /** The network's own zone, in which the page shows days and times. */
  readonly zone: string
  readonly pictures: Pictures
  /** Puts the example network and the clock back to their first moment. The adapter forgets its own posts. */
  restart(): Promise<void>
  readonly log: Log
}

export function webAdapter(options: PlaygroundOptions): ChatAdapter {
  const { people, clock, log } = options
  const channels = options.channels.map(({ id, name }) => ({ id, name }))
  const open = events()
  const posts = sent({ ...options, changed: open.changed })
  let turn: Promise<void> = Promise.resolve()
  let working = false

  async function postsFor(user: string): Promise<Readonly<Record<string, readonly WirePost[]>>> {
    const spots = [
      ...channels.map((channel) => [channel.id, channelPlace(channel)] as const),
      ['private', privatePlace(user)] as const,
    ]
    return Object.fromEntries(
      await Promise.all(spots.map(async ([spot, place]) => [spot, await posts.postsIn(place)])),
    )
  }

  async function state({ query }: HttpRequest): Promise<HttpAnswer> {
    const as = query.get('as') ?? people[0]?.user
    if (as === undefined || !people.some(({ user }) => user === as))
      return no(400, 'Nobody here has that name.')
    const due = await options.store.nextDue()
    const later = due !== undefined && new Date(due) > clock.now()
    const underway = due !== undefined && !later
    if (underway) void worked()
    const answer: WireState = {
      now: clock.now().toISOString(),
      ...(later && { next: new Date(due).toISOString() }),
      ...(underway && { underway }),
      zone: options.zone,
      channels,
      people,
      posts: await postsFor(as),
    }
    return json(answer)
  }

  /** Whoever looked while something was on its way looks again when it is through. */
  async function worked(): Promise<void> {
    if (working) return
    working = true
    await options.drain().catch(() => undefined)
    working = false
    const due = await options.store.nextDue()
    // What is due after that waits for something else than time.
    if (due === undefined || new Date(due) > clock.now()) open.changed()
  }

  /** Time moves in one way at a time, also when two windows ask. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function incoming({ body }: HttpRequest): Promise<HttpAnswer> {
    const heard = parseIncoming(body, people, channels)
    if (!heard) return no(400, 'The playground cannot read this.')
    const reply = await options.receive(heard)
    open.changed()
    return json(reply)
  }

  async function move({ body }: HttpRequest): Promise<HttpAnswer> {
    const to = parseMove(body)
    if (!to) return no(400, 'The playground cannot read this moment.')
    await inTurn(() => playOut(options, to))
    open.changed()
    return json({})
  }

  async function restart(): Promise<HttpAnswer> {
    await inTurn(async () => {
      // What is still on its way belongs to the old network: let it arrive before it is forgotten.
      await options.drain()
      await posts.forget()
      await options.restart()
    })
    log.info({}, 'playground started again')
    open.changed()
    return json({})
  }

  async function picture({ path }: HttpRequest): Promise<HttpAnswer> {
    const id = /^\/pictures\/([\w-]{1,200})\.png$/.exec(path)?.[1]
    const png = id && (await options.pictures(id))
    return png ? { status: 200, headers: { 'content-type': 'image/png' }, body: png } : no(404, 'No picture.')
  }

  const routes: readonly HttpRoute[] = [
    ...pageRoutes(),
    { method: 'GET', path: '/playground/state', handle: state },
    { method: 'GET', path: '/playground/events', handle: async () => open.open() },
    { method: 'POST', path: '/playground/incoming', handle: incoming },
    { method: 'POST', path: '/playground/clock', handle: move },
    { method: 'POST', path: '/playground/restart', handle: restart },
    { method: 'GET', path: '/pictures/*', handle: picture },
  ]

  return {
    platform,
    repeatable: true,
    routes: routes.map(guarded),
    send: posts.send,
    update: posts.update,
    privatePlace: posts.privatePlace,
    stop: async () => open.close(),
  }
}

const json = (data: unknown): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(data),
})
