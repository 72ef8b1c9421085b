/**
 * Stands before botbuilder, which parses before it checks, answers a forged signature with 500, remembers every
 * `tid` it is shown and skips its check where there is no `serviceUrl`. What passes here is small, of the right
 * shape, and carries a token that says it is from the Bot Framework, for this bot and this service address;
 * whether that is true, botbuilder finds out from the signature.
 */
import { z } from 'zod'
import type { HttpRequest } from '../../src/contracts/http.ts'
import { mayCall, type TeamsConfig } from './config.ts'

const id = z.string().min(1).max(1000)
const person = z.looseObject({
  id,
  name: z.string().nullish(),
  aadObjectId: z.string().min(1).max(100).nullish(),
})

/** The part of an activity that we read. What is absent may also be there as null. */
const shape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(1000).nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  text: z.string().nullish(),
  locale: z.string().max(40).nullish(),
  topicName: z.string().nullish(),
  timestamp: z.string().max(60).nullish(),
  channelId: z.string(),
  serviceUrl: z.string().max(2000),
  from: person,
  recipient: person,
  conversation: z.looseObject({
    id,
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    name: z.string().nullish(),
  }),
  membersAdded: z.array(person).max(1000).nullish(),
  membersRemoved: z.array(person).max(1000).nullish(),
  entities: z.array(z.unknown()).nullish(),
  value: z.unknown().nullish(),
  channelData: z
    .looseObject({
      eventType: z.string().nullish(),
      tenant: z.looseObject({ id: z.string() }).nullish(),
      channel: z.looseObject({ id, name: z.string().nullish() }).nullish(),
      team: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
      settings: z.looseObject({ selectedChannel: z.looseObject({ id }).nullish() }).nullish(),
    })
    .nullish(),
})

/** An activity of which the shape has been checked. */
export type Heard = z.infer<typeof shape>

export interface Admitted {
  readonly heard: Heard
  /** Of the organisation that the conversation belongs to. */
  readonly tenant: string
  /** The whole `authorization` header; empty for a local client without a token. */
  readonly authorization: string
}

/** As botframework-connector 4.23.3 has it (`ToBotFromChannelTokenIssuer`). */
const issuer = 'https://api.botframework.com'

const header = z.looseObject({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1).max(500) })
const payload = z.looseObject({
  iss: z.literal(issuer),
  aud: z.string(),
  exp: z.number(),
  serviceurl: z.string().optional(),
  tid: z.string().optional(),
  appid: z.string().optional(),
  azp: z.string().optional(),
})

/** What may go on to botbuilder, or the status with which it ends here. */
export function admit(config: TeamsConfig, { headers, body }: HttpRequest): Admitted | number {
  const authorization = String(headers.authorization ?? '')
  const token = config.anonymous ? undefined : claimsOf(authorization, config)
  if (!config.anonymous && !token) return 401
  const parsed = shape.safeParse(json(body))
  if (!parsed.success) return 400
  const heard = parsed.data
  if (heard.channelId !== 'msteams' && !(config.anonymous && heard.channelId === 'emulator')) return 401
  if (!mayCall(config, heard.serviceUrl)) return 401
  if (token && token.serviceurl !== undefined && token.serviceurl !== heard.serviceUrl) return 401
  const tenants = [heard.channelData?.tenant?.id, heard.conversation.tenantId].filter((each) => each)
  const [tenant = ''] = tenants
  const known = tenant !== '' && tenants.every((each) => each && config.tenants.includes(each))
  if (!known && !config.anonymous) return 403
  return { heard, tenant: tenant || 'local', authorization: config.anonymous ? '' : authorization }
}

/** Unverified. A token of another kind would send botbuilder down other roads, so those end here. */
function claimsOf(
  authorization: string,
  { appId, tenants }: TeamsConfig,
): z.infer<typeof payload> | undefined {
  const [, first, second] =
    /^Bearer ([\w-]{1,2000})\.([\w-]{1,6000})\.[\w-]{1,2000}$/.exec(authorization) ?? []
  if (!header.safeParse(part(first)).success) return undefined
  const { data } = payload.safeParse(part(second))
  if (data?.aud !== appId) return undefined
  if (data.tid !== undefined && !tenants.includes(data.tid)) return undefined
  const others = [data.appid, data.azp].filter((each) => each !== undefined && each !== appId)
  return others.length > 0 ? undefined : data
}

const part = (encoded = ''): unknown => json(Buffer.from(encoded, 'base64url'))

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
