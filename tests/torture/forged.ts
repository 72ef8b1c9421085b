/** What was not sent by the platform, or not now, or not to this bot: all of it stays outside. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { mostBytes } from '../../adapters/http/body.ts'
import { type RunningBot, sign, slackBot, now as slackNow } from '../slack/bot.ts'
import { eventOf } from '../slack/person.ts'
import { account, type Client, channel, client } from '../teams/client.ts'
import { appId, type Claims } from '../teams/service.ts'
import { chanceOf, eachOf, pick, type Weather } from './weather.ts'

/** As many requests at once as a few attackers would send. */
const atOnce = 8

/** The status with which each of many knocks is answered, and how often somebody behind the door heard one. */
interface Door {
  /** `n` makes each one different. */
  forged(n: number): Promise<number>
  large(): Promise<number>
  heard(): number
  /** Requests to the platform that no forged knock may cause. */
  calls(): number
  close(): Promise<void>
}

type Headers = Readonly<Record<string, string>>

function slackForgeries(chance: () => number): (body: string) => Headers {
  const minutes = (count: number) => new Date(slackNow.getTime() + count * 60_000)
  const ways: readonly ((body: string) => Headers)[] = [
    () => ({ 'x-slack-signature': '', 'x-slack-request-timestamp': '' }),
    (body) => sign(body, slackNow, `secret-${chance()}`),
    (body) => sign(`${body}${chance()}`, slackNow),
    (body) => sign(body, minutes(-5.1 - chance() * 10_000)),
    (body) => sign(body, minutes(5.1 + chance() * 10_000)),
    (body) => ({
      ...sign(body, slackNow),
      'x-slack-request-timestamp': String(1_700_000_000 + chance() * 1e8),
    }),
    (body) => ({ ...sign(body, slackNow), 'x-slack-signature': `v0=${chance().toString(16).slice(2)}` }),
  ]
  return (body) => pick(chance, ways)(body)
}

async function slackDoor(): Promise<Door> {
  const chance = chanceOf(20_261_127)
  let heard = 0
  const bot: RunningBot = await slackBot(async () => {
    heard += 1
    return { kind: 'nothing' }
  })
  const forge = slackForgeries(chance)
  return {
    async forged(n) {
      const body = JSON.stringify(
        eventOf({ type: 'app_mention', user: 'U0NOOR', channel: 'C0EXAMPLE', text: `${n}` }),
      )
      return (await bot.post(body, forge(body))).status
    },
    large: async () => (await bot.post('x'.repeat(mostBytes + 1))).status,
    ...{ heard: () => heard, calls: () => bot.slack.calls.length, close: bot.close },
  }
}

const noor = account('noor', 'Noor Voorbeeld')
const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url')

/** Of the right shape, for this bot, and signed by nobody. */
export const unsigned = (base: string, more: object): string =>
  [
    part({ alg: 'RS256', kid: 'known' }),
    part({ iss: 'https://api.botframework.com', aud: appId, exp: 9_999_999_999, serviceurl: base, ...more }),
    'c2lnbmF0dXJl',
  ].join('.')

function teamsForgeries(teams: Client, chance: () => number): () => Promise<string | undefined> {
  const { service } = teams
  const id = () => `${Math.floor(chance() * 1e8)}`.padStart(8, '1')
  const other = () => `${id()}-2222-4333-8444-555555555555`
  const signed = (claims: Claims) => () => service.token(claims).then((token) => `Bearer ${token}`)
  const ways: readonly (() => Promise<string | undefined>)[] = [
    async () => undefined,
    async () => `Bearer ${id()}.${id()}.${id()}`,
    async () => `Bearer ${unsigned(service.base, { tid: other() })}`,
    async () => `Basic ${id()}`,
    async () => `Bearer ${await service.token()} ${id()}`,
    async () => signed({ aud: other() })(),
    async () => signed({ iss: `https://${id()}.example.org` })(),
    async () => signed({ expires: -400 - Math.floor(chance() * 3000) })(),
    signed({ key: 'other' }),
    signed({ key: 'unendorsed' }),
    async () => signed({ serviceurl: `https://${id()}.example.org/` })(),
    async () => signed({ more: { ver: '1.0', appid: other() } })(),
    async () => signed({ more: { tid: other() } })(),
  ]
  return () => pick(chance, ways)()
}

async function teamsDoor(): Promise<Door> {
  const chance = chanceOf(20_261_128)
  let heard = 0
  const teams = await client(async () => {
    heard += 1
    return { kind: 'nothing' }
  })
  const forge = teamsForgeries(teams, chance)
  const knock = async (authorization: string | undefined, body: string) => {
    const headers: Headers = authorization === undefined ? {} : { authorization }
    return (await fetch(teams.address, { method: 'POST', headers, body })).status
  }
  const body = () =>
    JSON.stringify(teams.activity(noor, channel, { type: 'installationUpdate', action: 'add' }))
  return {
    forged: async () => knock(await forge(), body()),
    large: async () => knock(`Bearer ${await teams.service.token()}`, 'x'.repeat(mostBytes + 1)),
    ...{ heard: () => heard, calls: () => teams.service.calls.length, close: teams.close },
  }
}

const doors = { slack: slackDoor, teams: teamsDoor }

export const forgeries = (platform: keyof typeof doors): Weather => ({
  name: 'forged, expired, stale, for somebody else',
  on: platform,
  sizes: { test: 100, usual: 2000, full: 2000 },
  async run(size) {
    const door = await doors[platform]()
    let letIn = 0
    try {
      await eachOf(size, atOnce, async (n) => {
        if ((await door.forged(n)) !== 401) letIn += 1
      })
      for (let n = 0; n < 5; n += 1) if ((await door.large()) !== 413) letIn += 1
      return {
        tried: size,
        lost: letIn + door.heard() + door.calls(),
        note: 'all 401; larger than 1 MB: 413',
      }
    } finally {
      await door.close()
    }
  },
})

/** The garbage is taken out first, so that what is left is what somebody holds on to. */
function heapNow(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  for (let n = 0; n < 4; n += 1) collect()
  return process.memoryUsage().heapUsed
}

const mostGrowth = 5 * 1024 * 1024

export const manyTenants: Weather = {
  name: 'tokens with a fresh tid each, heap within 5 MB',
  on: 'teams',
  sizes: { test: 0, usual: 10_000, full: 10_000 },
  async run(size) {
    const teams = await client(async () => ({ kind: 'nothing' }))
    const body = JSON.stringify(teams.activity(noor, channel, { type: 'installationUpdate', action: 'add' }))
    let letIn = 0
    const knock = async (n: number) => {
      const authorization = `Bearer ${unsigned(teams.service.base, { tid: `aaaaaaaa-0000-4000-8000-${n}` })}`
      const { status } = await fetch(teams.address, { method: 'POST', headers: { authorization }, body })
      if (status !== 401) letIn += 1
    }
    try {
      await eachOf(Math.min(500, size), atOnce, knock)
      const before = heapNow()
      await eachOf(size, atOnce, (n) => knock(n + 1000))
      const grown = heapNow() - before
      const note = `heap grew ${(grown / 1024 / 1024).toFixed(1)} MB`
      return { tried: size, lost: letIn + (grown > mostGrowth ? 1 : 0), note }
    } finally {
      await teams.close()
    }
  },
}
