/** Microsoft Teams: one address for everything that comes in, and the service of each organisation to answer. */
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import { CodedError } from '../../src/contracts/errors.ts'
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../src/contracts/http.ts'
import type { Incoming } from '../../src/contracts/incoming.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Pictures } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Store } from '../../src/contracts/store.ts'
import { asMessage, invokeAnswer, languageOf, openPosting } from './answer.ts'
import type { TeamsConfig } from './config.ts'
import { forget, leave, type Met, meet, spotsIn } from './conversations.ts'
import { type Admitted, admit } from './gate.ts'
import { limits } from './limits.ts'
import { type Parsed, parse, platform } from './parse.ts'
import { sent } from './send.ts'
import { type Answer, service } from './service.ts'
import { words } from './words.ts'

export type { TeamsConfig } from './config.ts'

export interface TeamsOptions {
  readonly receive: Receive
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly pictures: Pictures
  readonly config: TeamsConfig
  /** Milliseconds after which an invoke is answered with a friendly word; for tests. */
  readonly patience?: number
  /** Milliseconds that a call to the service may take; for tests. */
  readonly callWithin?: number
}

/** Milliseconds, and how many at once. */
const [keptFor, mostLately] = [10 * 60_000, 5000]

export function teamsAdapter(options: TeamsOptions): ChatAdapter {
  const { receive, store, clock, log, pictures, config, patience = limits.patience } = options
  const botbuilder = service(config, clock, log, options.callWithin ?? limits.call)
  const out = sent({ service: botbuilder, store, config })

  async function messages(request: HttpRequest): Promise<HttpAnswer> {
    const admitted = admit(config, request)
    if (typeof admitted === 'number') return { status: admitted }
    const answer = await botbuilder.verified(admitted, () => turn(admitted))
    if (!answer) return { status: 401 }
    if (answer.body === undefined) return { status: answer.status }
    return {
      status: answer.status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(answer.body),
    }
  }

  async function turn(admitted: Admitted): Promise<Answer | undefined> {
    const parsed = parse(admitted)
    const told = await everywhere(parsed)
    await remember(parsed)
    const [incoming] = parsed.incoming
    if (parsed.door === 'message') {
      if (incoming) await say(admitted, parsed, incoming, await receive(incoming))
      return undefined
    }
    if (parsed.door === 'none') {
      for (const each of told) await receive(each)
      return admitted.heard.type === 'invoke' ? { status: 200 } : undefined
    }
    return invoked(parsed, incoming)
  }

  /** What happened to a team happened in each of its channels where the bot was met. */
  async function everywhere({ incoming, team, base }: Parsed): Promise<readonly Incoming[]> {
    if (team === undefined) return incoming
    const { name: _, ...place } = base.where
    const known = await spotsIn(store, team, place.tenant).catch(() => [])
    const others = known.filter(({ id }) => incoming.every(({ where }) => where.id !== id))
    return [
      ...incoming,
      ...others.flatMap(({ id }) =>
        incoming.map((each) => ({ ...each, id: `${each.id} ${id}`, where: { ...place, id } })),
      ),
    ]
  }

  /** Who was met where, until when that need not be kept again: who fills in a form is still where they were. */
  const lately = new Map<string, number>()

  /** Where they are is useful, and no reason not to listen to them. */
  async function remember(parsed: Parsed): Promise<void> {
    const { door, met, incoming } = parsed
    try {
      const gone = incoming.find(({ kind }) => kind === 'bot-removed' || kind === 'place-gone')
      if (gone) return await leave(store, gone.where.id)
      const key = JSON.stringify(met)
      const now = clock.now().getTime()
      // Only what happened to a place can say that the bot is back where another process was told that it left.
      if (door !== 'none' && (lately.get(key) ?? 0) > now) return
      await meet(store, metBy(parsed))
      if (lately.size >= mostLately) lately.clear()
      lately.set(key, now + keptFor)
    } catch (error) {
      log.warn({ code: error instanceof CodedError ? error.code : 'bug' }, 'place not kept')
    }
  }

  async function invoked({ door, carried, base }: Parsed, incoming: Incoming | undefined): Promise<Answer> {
    const asked = { door, carried, publicUrl: config.publicUrl }
    if (incoming) return invokeAnswer(await inTime(incoming, carried !== undefined), { ...asked, incoming })
    // A button that this bot did not write, or long ago in another way.
    const unread: Incoming = { ...base, kind: 'press', ref: '' }
    const old: Reply = { kind: 'errors', errors: {}, all: words[languageOf(unread)].old }
    return invokeAnswer(old, { ...asked, incoming: unread })
  }

  /** The work goes on when it takes longer than Teams waits; pressing again then shows what came of it. */
  async function inTime(incoming: Incoming, form: boolean): Promise<Reply> {
    const language = languageOf(incoming)
    const { slow, slowForm } = words[language]
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Reply>((resolve) => {
      timer = setTimeout(() => {
        log.warn({ kind: incoming.kind }, 'answered before the work was done')
        resolve({ kind: 'errors', errors: {}, all: form ? slowForm : slow })
      }, patience)
    })
    try {
      return await Promise.race([receive(incoming).then((reply) => forgotten(incoming, reply)), late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Who erased themselves in their last network is met anew when they come back. */
  async function forgotten({ who }: Incoming, reply: Reply): Promise<Reply> {
    if (reply.kind !== 'word' || !reply.forget) return reply
    lately.clear()
    await forget(store, who).catch((error: unknown) => {
      log.warn({ code: error instanceof CodedError ? error.code : 'bug' }, 'person not forgotten')
    })
    return reply
  }

  /** A private word goes to the chat with that person, or behind a button where there is none. */
  async function say(
    { heard }: Admitted,
    { conversation }: Parsed,
    incoming: Incoming,
    reply: Reply,
  ): Promise<void> {
    const message = asMessage(reply, languageOf(incoming))
    if (reply.kind === 'nothing') return
    try {
      if (message && incoming.where.kind === 'private') {
        return await out.reply(heard.serviceUrl, conversation, message)
      }
      const chat = message && incoming.where.kind === 'channel' && (await out.knownChat(incoming.who))
      const told = chat
        ? await out.send({ id: incoming.id, place: chat, message }).catch(() => undefined)
        : undefined
      if (told === undefined) await out.reply(heard.serviceUrl, conversation, openPosting(incoming, reply))
    } catch (error) {
      // What was asked for is done and kept; the word about it can be asked for again.
      log.warn({ code: error instanceof CodedError ? error.code : 'bug' }, 'word not said')
    }
  }

  async function picture({ path }: HttpRequest): Promise<HttpAnswer> {
    const id = /^\/pictures\/([\w-]{1,200})\.png$/u.exec(path)?.[1]
    const png = id && (await pictures(id))
    return png
      ? { status: 200, headers: { 'content-type': 'image/png' }, body: png }
      : { status: 404, body: 'No picture.' }
  }

  const routes: readonly HttpRoute[] = [
    { method: 'POST', path: '/api/messages', handle: messages },
    ...(config.publicUrl === undefined
      ? []
      : [{ method: 'GET' as const, path: '/pictures/*', handle: picture }]),
  ]

  return {
    platform,
    routes,
    pace: limits.pace,
    send: out.send,
    update: out.update,
    privatePlace: out.privatePlace,
  }
}

/**
 * What a team tells of itself comes from its first channel, whatever channel it is about: the bot would introduce
 * itself there too. Only the channel that was chosen at an installation is a place.
 */
function metBy({ met: { spot, ...rest }, team, incoming: [first] }: Parsed): Met {
  if (!spot) return rest
  if (first?.kind === 'bot-added') return { ...rest, spot: { ...spot, id: first.where.id } }
  return team === undefined ? { ...rest, spot } : rest
}
