/**
 * botbuilder, and nothing of it outside this file: what comes in is verified by its CloudAdapter, what goes out
 * goes through its connector. Its way out is our own (`call`): one attempt, to an allow-listed host, within a
 * time, because its client would send again after 502 and 504 and can so post twice.
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Log } from '../../src/contracts/log.ts'
import { mayCall, type TeamsConfig } from './config.ts'
import { ServiceRefused, ServiceSilent } from './errors.ts'
import type { Admitted } from './gate.ts'
import { aloud, quietly } from './quiet.ts'
import { signIn } from './token.ts'

/** What an invoke is answered with. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
}

/** The calls of the connector that we make. They throw `ServiceRefused`, `ServiceSilent` or `SignInFailed`. */
export interface Conversations {
  sendToConversation(conversation: string, activity: Partial<Activity>): Promise<{ readonly id?: string }>
  updateActivity(conversation: string, id: string, activity: Partial<Activity>): Promise<unknown>
  createConversation(
    parameters: Partial<ConversationParameters>,
  ): Promise<{ readonly id?: string; readonly activityId?: string }>
}

export type Posting = Partial<Activity>
export type Opening = Partial<ConversationParameters>

export interface Service {
  /** `undefined`: the token is not what it says. Whatever `work` throws is thrown on. */
  verified(admitted: Admitted, work: () => Promise<Answer | undefined>): Promise<Answer | undefined>
  call<T>(serviceUrl: string, work: (conversations: Conversations) => Promise<T>): Promise<T>
}

type Parts = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>
type Credentials = NonNullable<Parts[1]>
type Client = NonNullable<NonNullable<Parts[4]>['httpClient']>

class Inside extends CloudAdapter {
  hear(
    authorization: string,
    activity: Activity,
    work: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, work)
  }
}

export function service(config: TeamsConfig, clock: Clock, log: Log, within: number): Service {
  const token = signIn(config, clock)
  const credentials: Credentials = {
    isValidAppId: async (id) => id === config.appId,
    isAuthenticationDisabled: async () => config.anonymous,
    createCredentials: async () => ({
      async signRequest(request) {
        if (!config.anonymous) request.headers.set('authorization', `Bearer ${await token()}`)
        return request
      },
    }),
  }
  const inside = new Inside(
    new ConfigurationBotFrameworkAuthentication(names(config), credentials, undefined, undefined, {
      httpClient: { sendRequest: (request: Outgoing) => send(config, request, within) } as unknown as Client,
    }),
  )

  return {
    async verified({ heard, authorization }, work) {
      let begun = false
      let answer: Answer | undefined
      try {
        await quietly(() =>
          inside.hear(authorization, heard as unknown as Activity, async () => {
            begun = true
            answer = await aloud(work)
          }),
        )
        return answer ?? { status: 200 }
      } catch (error) {
        if (begun) throw error
        log.warn({ code: 'token-refused' }, 'teams token refused')
        return undefined
      }
    },
    async call(serviceUrl, work) {
      // The address was checked when it came in; the list may have become shorter since.
      if (!mayCall(config, serviceUrl)) throw new ServiceRefused(400)
      const results: Awaited<ReturnType<typeof work>>[] = []
      const reference = { serviceUrl, channelId: 'msteams', conversation: place }
      await inside.continueConversationAsync(config.appId, reference, async (context) => {
        const client: { conversations: Conversations } = context.turnState.get(inside.ConnectorClientKey)
        results.push(await work(client.conversations))
      })
      const [result] = results
      if (results.length === 0) throw new ServiceSilent(false)
      return result as Awaited<ReturnType<typeof work>>
    },
  }
}

/** The turn in which a call is made needs some conversation; the call names its own. */
const place = { id: 'none', isGroup: false, conversationType: 'personal', name: '' }

/** Names that botbuilder takes together or not at all; `openId` is the only one that may differ here. */
const names = ({ openId }: TeamsConfig) =>
  openId === undefined
    ? {}
    : {
        ToBotFromChannelOpenIdMetadataUrl: openId,
        ToBotFromEmulatorOpenIdMetadataUrl: openId,
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        CallerId: 'urn:botframework:azure',
        ValidateAuthority: true,
      }

interface Outgoing {
  readonly url: string
  readonly method: string
  readonly body?: string
  readonly headers: { toJson(): Record<string, string> }
}

/** The connection was never made, so nothing can have arrived. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

async function send(config: TeamsConfig, request: Outgoing, within: number): Promise<unknown> {
  if (!mayCall(config, request.url)) throw new ServiceRefused(400)
  const { 'content-length': _, ...headers } = request.headers.toJson()
  const { method, body } = request
  try {
    const response = await fetch(request.url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(within) },
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    if (!response.ok) throw new ServiceRefused(response.status, waitOf(response.headers.get('retry-after')))
    const given = Object.fromEntries(response.headers)
    return { request, status: response.status, bodyAsText: text, headers: { toJson: () => given } }
  } catch (error) {
    if (error instanceof ServiceRefused) throw error
    const cause =
      error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined
    throw new ServiceSilent(!neverSent.includes(String(cause?.code)))
  }
}

/** Seconds, or a date, as milliseconds from now. */
function waitOf(said: string | null): number | undefined {
  if (said === null) return undefined
  const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
