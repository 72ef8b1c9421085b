/**
 * A stand-in for Slack's Web API on this computer: it enforces the token and the limits, keeps messages, views
 * and files, and can fail in the ways in which Slack fails.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brokenRules, type Json } from './check.ts'
import { people as everybody, type Person, team } from './people.ts'

export { otherTeam, people, team } from './people.ts'

export const bot = 'U0BOT'
export const token = 'example-bot-token'
export const appToken = 'example-app-token'
export const secret = 'example-signing-secret'

export interface Post {
  readonly channel: string
  readonly ts: string
  readonly thread?: string
  /** Only this person sees it. */
  readonly only?: string
  text: string
  blocks: readonly Json[]
}

export interface Upload {
  readonly id: string
  readonly name: string
  bytes: Uint8Array
  channel?: string
  thread?: string
  done: boolean
}

export interface StandIn {
  readonly apiUrl: string
  readonly base: string
  readonly posts: Post[]
  /** How messages read before they were changed, by `ts`: a screen that was open may still show that. */
  readonly before: Map<string, (readonly Json[])[]>
  readonly files: Map<string, Upload>
  /** What each person has open, as Slack shows it; the id counts up. */
  readonly modals: Map<string, Json>
  readonly homes: Map<string, Json>
  /** Every call, by method, with its arguments. */
  readonly calls: { readonly method: string; readonly args: Json }[]
  /** Whatever broke a rule of Block Kit; a test that leaves something here fails. */
  readonly broken: string[]
  /** With whom there can be no private chat. */
  readonly unreachable: Set<string>
  /** What the next calls of a method answer instead; `undefined` takes it away. */
  failing: Failing | undefined
  trigger(user: string): string
  /** The view in the answer to a sent form. */
  show(user: string, view: Json): void
  socketUrl: string
  /** Answers what was held. */
  release(): void
  close(): Promise<void>
}

export interface Failing {
  readonly method?: RegExp
  /** A platform error, a status, the line cut before or after the work was done, or held until `release`. */
  readonly how: string | number | 'cut' | 'cut-after' | 'hold'
  readonly headers?: Readonly<Record<string, string>>
  times: number
}

export async function standIn(people: readonly Person[] = everybody): Promise<StandIn> {
  let count = 0
  const triggers = new Map<string, string>()
  const posts: Post[] = []
  const files = new Map<string, Upload>()
  const modals = new Map<string, Json>()
  const homes = new Map<string, Json>()
  const views = new Map<string, string>()
  const held: (() => void)[] = []
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const self: StandIn = {
    ...{ base, apiUrl: `${base}/api/`, posts, files, modals, homes, calls: [], broken: [] },
    ...{ before: new Map(), unreachable: new Set<string>(), failing: undefined, socketUrl: '' },
    trigger(user) {
      const id = `trigger.${++count}`
      triggers.set(id, user)
      return id
    },
    show: (user, view) => void shown(user, view),
    release: () => {
      for (const go of held.splice(0)) go()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const path = request.url ?? ''
    if (path.startsWith('/upload/')) return upload(path, request, body, response)
    if (path.startsWith('/response/')) return respond(path, body, response)
    const method = path.replace('/api/', '')
    const { authorization } = request.headers
    const wanted = method === 'apps.connections.open' ? appToken : token
    if (authorization !== `Bearer ${wanted}`) return give(response, 200, { ok: false, error: 'invalid_auth' })
    const args = argsOf(body.toString('utf8'))
    self.calls.push({ method, args })
    const { failing } = self
    if (failing && failing.times > 0 && (failing.method?.test(method) ?? true)) {
      failing.times -= 1
      if (failing.how === 'hold') return void held.push(() => give(response, 200, answer(method, args)))
      if (failing.how === 'cut-after') answer(method, args)
      if (failing.how === 'cut' || failing.how === 'cut-after') return void request.socket.destroy()
      if (typeof failing.how === 'number') return give(response, failing.how, {}, failing.headers)
      return give(response, 200, { ok: false, error: failing.how })
    }
    give(response, 200, answer(method, args))
  }

  const no = (error: string): Json => ({ ok: false, error })

  function answer(method: string, args: Json): Json {
    const channel = String(args.channel ?? '')
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: team, user_id: bot, bot_id: 'B0BOT' }
      case 'apps.connections.open':
        return { ok: true, url: self.socketUrl }
      case 'users.info': {
        const found = people.find(({ id }) => id === args.user)
        if (!found) return no('user_not_found')
        const { id, name, team: team_id, locale } = found
        return { ok: true, user: { id, team_id, locale, real_name: name, is_bot: false } }
      }
      case 'conversations.open': {
        const found = people.find(({ id }) => id === args.users)
        if (found && self.unreachable.has(found.id)) return no('cannot_dm_bot')
        return found ? { ok: true, channel: { id: `D${found.id.slice(1)}` } } : no('user_not_found')
      }
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        if (!/^[CD]0/.test(channel)) return no('channel_not_found')
        const wrong = wrongMessage(args)
        if (wrong) return no(wrong)
        return {
          ok: true,
          channel,
          ts: post(args, method === 'chat.postEphemeral' ? String(args.user) : undefined),
        }
      }
      case 'chat.update': {
        const found = posts.find((each) => each.channel === channel && each.ts === args.ts)
        if (!found) return no('message_not_found')
        const wrong = wrongMessage(args)
        if (wrong) return no(wrong)
        self.before.set(found.ts, [...(self.before.get(found.ts) ?? []), found.blocks])
        Object.assign(found, { text: String(args.text), blocks: args.blocks })
        return { ok: true, channel, ts: found.ts }
      }
      case 'views.open': {
        const user = triggers.get(String(args.trigger_id))
        if (!user) return no('expired_trigger_id')
        triggers.delete(String(args.trigger_id))
        return shown(user, args.view as Json) ?? no('invalid_arguments')
      }
      case 'views.update': {
        const user = views.get(String(args.view_id))
        if (!user) return no('not_found')
        if (args.hash !== undefined && args.hash !== modals.get(user)?.hash) return no('hash_conflict')
        return shown(user, args.view as Json) ?? no('invalid_arguments')
      }
      case 'views.publish': {
        const view = args.view as Json
        if (broke(view, 'home')) return no('invalid_arguments')
        homes.set(String(args.user_id), { ...view, id: `V0HOME${++count}` })
        return { ok: true }
      }
      case 'files.getUploadURLExternal': {
        const id = `F0${++count}`
        if (String(args.alt_text ?? '').length > 1000) return no('alt_txt_too_large')
        files.set(id, { id, name: String(args.filename), bytes: new Uint8Array(), done: false })
        return { ok: true, file_id: id, upload_url: `${base}/upload/${id}` }
      }
      case 'files.completeUploadExternal': {
        const given = (args.files ?? []) as readonly Json[]
        for (const { id } of given) {
          const file = files.get(String(id))
          if (!file) return no('file_not_found')
          file.done = true
          if (args.channel_id) file.channel = String(args.channel_id)
          if (args.thread_ts) file.thread = String(args.thread_ts)
        }
        return { ok: true, files: given.map(({ id }) => ({ id })) }
      }
      default:
        return no('unknown_method')
    }
  }

  function post(args: Json, only: string | undefined, channel = String(args.channel)): string {
    const ts = `1700000000.${String(++count).padStart(6, '0')}`
    const thread = args.thread_ts === undefined ? {} : { thread: String(args.thread_ts) }
    posts.push({
      channel,
      ts,
      ...thread,
      ...(only && { only }),
      text: String(args.text),
      blocks: (args.blocks ?? []) as Json[],
    })
    return ts
  }

  function wrongMessage(args: Json): string | undefined {
    if (!String(args.text ?? '').trim()) return 'no_text'
    const pictures = [...JSON.stringify(args.blocks ?? []).matchAll(/"slack_file":\{"id":"(\w+)"/g)]
    if (pictures.some(([, id]) => !files.get(id ?? '')?.done)) return 'invalid_blocks'
    return broke({ blocks: args.blocks as Json[] }, 'message') ? 'invalid_blocks' : undefined
  }

  function broke(value: Json, kind: 'message' | 'modal' | 'home'): boolean {
    const rules = brokenRules(value, kind)
    self.broken.push(...rules)
    return rules.length > 0
  }

  /** Also for the answer to a sent form, which comes in by another way. */
  function shown(user: string, view: Json): Json | undefined {
    if (broke(view, 'modal')) return undefined
    const before = modals.get(user)
    const id = String(before?.id ?? `V0${++count}`)
    views.set(id, user)
    const whole = { ...view, id, hash: `hash.${++count}`, team_id: team }
    modals.set(user, whole)
    return { ok: true, view: whole }
  }

  function upload(path: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const file = files.get(path.split('/').at(-1) ?? '')
    void new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    })
      .formData()
      .then(async (form) => {
        const part = form.get('body')
        if (file && part instanceof Blob) file.bytes = await part.bytes()
        give(response, 200, { ok: true })
      })
  }

  /** `/response/<channel>/<user>`: private words as the answer to what that person did. */
  function respond(path: string, body: Buffer, response: ServerResponse): void {
    const [, , channel = '', user = ''] = path.split('/')
    const args = JSON.parse(body.toString('utf8')) as Json
    const wrong = wrongMessage(args)
    if (!wrong) post(args, args.response_type === 'ephemeral' ? user : undefined, channel)
    give(response, wrong ? 400 : 200, { ok: !wrong })
  }

  return self
}

function argsOf(written: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(written)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? parsed(value) : value,
    ]),
  )
}

/** Words may look like JSON. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function give(response: ServerResponse, status: number, body: Json, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
