/**
 * A stand-in for Microsoft: the issuer of tokens, the sign-in, and the service that keeps conversations. It keeps
 * its rules: a token or 401, known conversations or 404, and the failures that a test asks for.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export const appId = '11111111-2222-4333-8444-555555555555'
export const password = 'invented-secret'
export const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'

export interface Posted {
  readonly conversation: string
  readonly id: string
  activity: Activity
  /** How it read before it was changed: a screen that was open may still show that. */
  readonly before: Activity[]
}

export interface Activity {
  readonly summary?: string
  readonly attachments?: readonly { readonly content: Card }[]
}

export type Card = Readonly<Record<string, unknown>>

/** `cut`: the work is done and the line breaks; `slow`: it is done and no answer comes. */
export type Failure = { readonly status: number; readonly after?: string } | 'cut' | 'slow'

/** What Teams takes of a message (learn.microsoft.com, "Format your bot messages"). */
const mostBytes = 28 * 1024

const keys = await generateKeyPair('RS256', { extractable: true })
const others = await generateKeyPair('RS256', { extractable: true })
const jwk = await exportJWK(keys.publicKey)

export interface Claims {
  readonly iss?: string
  readonly aud?: string
  readonly serviceurl?: string
  readonly expires?: number
  readonly more?: Readonly<Record<string, unknown>>
  readonly key?: 'known' | 'other' | 'unendorsed'
}

/** The conversation of the bot with one person. */
export const chatOf = (user: string): string => `a:29:${user}`

export async function standIn() {
  const posted: Posted[] = []
  const calls: string[] = []
  /** People with whom there can be no chat. */
  const closed = new Set<string>()
  let failure: Failure | undefined
  let count = 0
  let asked = 0
  let activities = 0

  function post(conversation: string, activity: Activity): Posted {
    count += 1
    const one = { conversation, id: `16${count}`, activity, before: [] }
    posted.push(one)
    return one
  }

  function create(body: Body): [number, unknown] {
    if (body.isGroup) {
      const id = `${body.channelData?.channel?.id};messageid=${count + 1}`
      const made = post(id, body.activity ?? {})
      return [201, { id, activityId: made.id }]
    }
    // One chat with a person, by whichever of their ids it is asked for.
    const user = (body.members?.[0]?.id ?? '').replace(/^29:/, '')
    return closed.has(user)
      ? [403, { error: { code: 'BotNotInConversationRoster' } }]
      : [201, { id: chatOf(user) }]
  }

  function work(method: string, path: string, body: Body): [number, unknown] {
    if (path === '/v3/conversations') return create(body)
    const [, conversation = '', id] =
      /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path)?.map(decodeURIComponent) ?? []
    if (!conversation) return [404, {}]
    if (method === 'POST') return [201, { id: post(conversation, body as Activity).id }]
    const standing = posted.find((each) => each.conversation === conversation && each.id === id)
    if (!standing) return [404, {}]
    standing.before.push(standing.activity)
    standing.activity = body as Activity
    return [200, { id }]
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const path = new URL(request.url ?? '', base).pathname
    const give = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    if (path === '/openid') return void give(200, { jwks_uri: `${base}/keys` })
    if (path === '/keys') {
      asked += 1
      const key = { ...jwk, use: 'sig', alg: 'RS256' }
      return void give(200, {
        keys: [
          { ...key, kid: 'known', endorsements: ['msteams'] },
          { ...key, kid: 'unendorsed', endorsements: ['webchat'] },
        ],
      })
    }
    if (path.startsWith('/login/')) {
      const secret = new URLSearchParams(text).get('client_secret')
      return void (secret === password && path.includes(tenant)
        ? give(200, { access_token: 'service-token', expires_in: 3600 })
        : give(401, {}))
    }
    calls.push(`${request.method} ${decodeURIComponent(path)}`)
    if (request.headers.authorization !== 'Bearer service-token') return void give(401, {})
    if (failure && failure !== 'cut' && failure !== 'slow')
      return void give(
        failure.status,
        {},
        failure.after === undefined ? {} : { 'retry-after': failure.after },
      )
    if (Buffer.byteLength(text) > mostBytes) return void give(413, { error: { code: 'MessageSizeTooBig' } })
    const [status, body] = work(request.method ?? '', path, JSON.parse(text || '{}') as Body)
    if (failure === 'cut') return void request.socket.destroy()
    if (failure !== 'slow') give(status, body)
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    base,
    posted,
    calls,
    closed,
    /** How often somebody asked for the keys. */
    asked: () => asked,
    post,
    /** For the next activity that it hands to a bot. */
    newId: () => `in-${++activities}`,
    fail(next?: Failure) {
      failure = next
    },
    token: ({ key = 'known', more = {}, ...claims }: Claims = {}) => {
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ serviceurl: claims.serviceurl ?? base, ...more })
        .setProtectedHeader({ alg: 'RS256', kid: key === 'other' ? 'known' : key })
        .setIssuer(claims.iss ?? 'https://api.botframework.com')
        .setAudience(claims.aud ?? appId)
        .setNotBefore(now - 3600)
        .setExpirationTime(now + (claims.expires ?? 600))
        .sign(key === 'other' ? others.privateKey : keys.privateKey)
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type StandIn = Awaited<ReturnType<typeof standIn>>

interface Body extends Activity {
  readonly isGroup?: boolean
  readonly activity?: Activity
  readonly members?: readonly { readonly id: string }[]
  readonly channelData?: { readonly channel?: { readonly id: string } }
}
