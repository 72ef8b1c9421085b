/**
 * The environment, checked once and frozen. Whatever is wrong or missing refuses the start with a sentence
 * that names it and never shows a secret. Names and defaults: README, `docs/operate.md`.
 */
import { z } from 'zod'
import { StartRefused } from './contracts/errors.ts'

const loopback = ['127.0.0.1', 'localhost', '::1']
const onOff = z.enum(['on', 'off'], { error: 'must be on or off' })
const list = z.string().transform((names) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
)
const tenants = list.refine(({ length }) => length > 0, { error: 'must name a tenant, or be left out' })
const hosts = list.refine((names) => names.length > 0 && names.every((name) => !name.includes('/')), {
  error: 'must name hosts as in smba.trafficmanager.net, without https://',
})
const address = z.url({ protocol: /^https$/, error: 'must be an https address' })

/** Whether it names a PostgreSQL database, in a way that can be read. */
function isDatabase(address: string): boolean {
  if (!/^postgres(ql)?:/.test(address) || !URL.canParse(address)) return false
  const { pathname, username, password } = new URL(address)
  return pathname.length > 1 && !/%(?![\da-f]{2})/i.test(username + password)
}

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number, for example 3978' })
    .int({ error: 'must be a whole number, for example 3978' })
    .min(0, { error: 'must be 0 or more' })
    .max(65535, { error: 'must be 65535 or less' })
    .default(3978),
  HOST: z
    .string()
    .trim()
    .min(1, { error: 'must name an address, for example 127.0.0.1' })
    .default('127.0.0.1'),
  PUBLIC_URL: address.optional(),
  DATA_DIR: z.string().trim().min(1, { error: 'must name a folder, for example ./data' }).default('./data'),
  DATABASE_URL: z
    .string()
    .trim()
    .refine(isDatabase, { error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  PLAYGROUND: onOff.optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_API_URL: z.url({ error: 'must be an address' }).optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  MicrosoftAppType: z
    .literal('SingleTenant', { error: 'must be SingleTenant: new multi-tenant bots ended in July 2025' })
    .default('SingleTenant'),
  TEAMS_TENANTS: tenants.optional(),
  TEAMS_SERVICE_HOSTS: hosts.optional(),
  TEAMS_ANONYMOUS: onOff.default('off'),
  // The Bot Framework's own names for its sign-in, for other clouds than the public one.
  BotOpenIdMetadata: z.url({ error: 'must be an address' }).optional(),
  ToChannelFromBotLoginUrl: z.url({ error: 'must be an address' }).optional(),
})

type Environment = z.infer<typeof environment>

export interface SlackSettings {
  readonly botToken: string
  readonly signingSecret?: string
  readonly appToken?: string
  readonly apiUrl?: string
}

export interface TeamsSettings {
  readonly appId: string
  readonly password: string
  readonly tenantId: string
  readonly type: 'SingleTenant'
  readonly tenants: readonly string[]
  readonly serviceHosts?: readonly string[]
  readonly anonymous: boolean
  readonly publicUrl?: string
  readonly openId?: string
  readonly login?: string
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicUrl?: string
  readonly dataDir: string
  /** Instead of the folder. */
  readonly databaseUrl?: string
  readonly logLevel: string
  readonly playground: boolean
  readonly slack?: SlackSettings
  readonly teams?: TeamsSettings
}

/** Settings of what this version does not have: better refused than quietly ignored. */
const notHere = /^(SLACK_(CLIENT_ID|CLIENT_SECRET|STATE_SECRET)|DATA_KEY)$/

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const strange = Object.keys(env).find((name) => notHere.test(name) && env[name])
  if (strange)
    throw new StartRefused(
      `${strange} is set, but this version cannot use it. Remove ${strange} and start again.`,
    )
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const checked = environment.safeParse(given)
  if (!checked.success) {
    const [issue] = checked.error.issues
    const name = String(issue?.path[0])
    // There is a password in it.
    const shown = name === 'DATABASE_URL' ? name : `${name}=${env[name]}`
    throw new StartRefused(`${shown} is not right: it ${issue?.message}.`)
  }
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, LOG_LEVEL, PLAYGROUND } = checked.data
  const slack = slackSettings(checked.data, Object.keys(given))
  const teams = teamsSettings(checked.data, Object.keys(given))
  const playground = PLAYGROUND === undefined ? !slack && !teams : PLAYGROUND === 'on'
  if (playground && (slack || teams))
    throw new StartRefused(
      'PLAYGROUND=on does not go together with Slack or Teams. Remove PLAYGROUND, or their settings.',
    )
  if (playground && !loopback.includes(HOST))
    throw new StartRefused(
      `HOST=${HOST} would show the playground to others. Use HOST=127.0.0.1, or set PLAYGROUND=off.`,
    )
  return Object.freeze({
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
    playground,
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(PUBLIC_URL && { publicUrl: PUBLIC_URL }),
    ...(slack && { slack }),
    ...(teams && { teams }),
  })
}

/** As soon as one of Slack's settings is there, all that it needs must be. */
function slackSettings(env: Environment, given: readonly string[]): SlackSettings | undefined {
  if (!given.some((name) => name.startsWith('SLACK_'))) return undefined
  if (!env.SLACK_BOT_TOKEN) throw missing('Slack', 'SLACK_BOT_TOKEN', 'the bot token that begins with xoxb-')
  if (!env.SLACK_SIGNING_SECRET && !env.SLACK_APP_TOKEN)
    throw missing('Slack', 'SLACK_SIGNING_SECRET', 'the signing secret (or SLACK_APP_TOKEN for Socket Mode)')
  return {
    botToken: env.SLACK_BOT_TOKEN,
    ...(env.SLACK_SIGNING_SECRET && { signingSecret: env.SLACK_SIGNING_SECRET }),
    ...(env.SLACK_APP_TOKEN && { appToken: env.SLACK_APP_TOKEN }),
    ...(env.SLACK_API_URL && { apiUrl: env.SLACK_API_URL }),
  }
}

function teamsSettings(env: Environment, given: readonly string[]): TeamsSettings | undefined {
  if (!given.some((name) => name.startsWith('MicrosoftApp') || name.startsWith('TEAMS_'))) return undefined
  const anonymous = env.TEAMS_ANONYMOUS === 'on'
  if (anonymous && !loopback.includes(env.HOST))
    throw new StartRefused(
      `TEAMS_ANONYMOUS=on lets anyone in, so HOST must be 127.0.0.1 and not ${env.HOST}.`,
    )
  if (!anonymous && !env.MicrosoftAppId) throw missing('Teams', 'MicrosoftAppId', "the app's id")
  if (!anonymous && !env.MicrosoftAppPassword)
    throw missing('Teams', 'MicrosoftAppPassword', "the app's secret")
  if (!anonymous && !env.MicrosoftAppTenantId)
    throw missing('Teams', 'MicrosoftAppTenantId', "your organisation's id")
  const tenantId = env.MicrosoftAppTenantId ?? ''
  return {
    appId: env.MicrosoftAppId ?? '',
    password: env.MicrosoftAppPassword ?? '',
    tenantId,
    type: env.MicrosoftAppType,
    tenants: env.TEAMS_TENANTS ?? (tenantId ? [tenantId] : []),
    anonymous,
    ...(env.TEAMS_SERVICE_HOSTS && { serviceHosts: env.TEAMS_SERVICE_HOSTS }),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    ...(env.BotOpenIdMetadata && { openId: env.BotOpenIdMetadata }),
    ...(env.ToChannelFromBotLoginUrl && { login: env.ToChannelFromBotLoginUrl }),
  }
}

const missing = (platform: string, name: string, what: string): StartRefused =>
  new StartRefused(
    `${name} is missing. ${platform} needs it: ${what}. Set it, or remove the other settings of ${platform}.`,
  )
