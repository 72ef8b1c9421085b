/** Who gets in: only the service itself, about organisations that may talk to the bot, with something readable. */
import { createRequire } from 'node:module'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Incoming } from '../../src/contracts/incoming.ts'
import { account, type ClientOptions, channel, client } from './client.ts'
import { appId, type Claims, tenant } from './service.ts'

/** What anything writes to the console, from before botbuilder is there. */
const { printed } = vi.hoisted(() => {
  const printed: unknown[][] = []
  console.error = (...words: unknown[]) => void printed.push(words)
  return { printed }
})

/** The list that botbuilder makes longer for every organisation it is shown. */
const issuers = (): number => {
  const inside = createRequire(createRequire(import.meta.url).resolve('botbuilder'))
  const { EmulatorValidation } = inside('botframework-connector')
  return EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer.length
}

const noor = account('noor', 'Noor Voorbeeld')

async function open(options: ClientOptions = {}) {
  const heard: Incoming[] = []
  const teams = await client(async (incoming) => {
    heard.push(incoming)
    return { kind: 'nothing' }
  }, options)
  onTestFinished(() => teams.close())
  const body = (more: object = {}) =>
    JSON.stringify(teams.activity(noor, channel, { type: 'installationUpdate', action: 'add', ...more }))
  const knock = async (authorization: string | undefined, content: string) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
    return (await fetch(teams.address, { method: 'POST', headers, body: content })).status
  }
  return { ...teams, heard, body, knock }
}

const unsigned = (claims: object): string => {
  const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url')
  return `${part({ alg: 'RS256', kid: 'known' })}.${part(claims)}.c2lnbmF0dXJl`
}

describe('the token', () => {
  test('the right one opens, again and again', async () => {
    const { heard, body, knock, service } = await open()
    const authorization = `Bearer ${await service.token()}`
    for (const _ of [1, 2]) expect(await knock(authorization, body())).toBe(200)
    expect(heard).toHaveLength(2)
  })

  const wrong: Readonly<Record<string, Claims>> = {
    'another audience': { aud: '99999999-2222-4333-8444-555555555555' },
    'another issuer': { iss: 'https://elsewhere.example.org' },
    expired: { expires: -3600 },
    'another key': { key: 'other' },
    'another service address': { serviceurl: 'https://smba.trafficmanager.net/elsewhere/' },
    'a key that is not for Teams': { key: 'unendorsed' },
    'somebody else’s app': { more: { ver: '1.0', appid: '99999999-2222-4333-8444-555555555555' } },
    'a foreign tid': { more: { tid: 'bbbbbbbb-0000-4000-8000-000000000002' } },
  }
  test.each(Object.entries(wrong))('%s: 401', async (_, claims) => {
    const { heard, body, knock, service, logged } = await open()
    const token = await service.token(claims)
    expect(await knock(`Bearer ${token}`, body())).toBe(401)
    expect(heard).toEqual([])
    // Whatever botbuilder writes about it stays off the console, and the log holds nothing of the token.
    expect(printed).toEqual([])
    expect(JSON.stringify(logged)).not.toContain(token.split('.')[1])
    expect(logged.length).toBeLessThan(2)
  })

  test('that is refused is one line in the log; other words on the console come out', async () => {
    const { body, knock, service, logged } = await open()
    await knock(`Bearer ${await service.token({ expires: -3600 })}`, body())
    expect(logged).toEqual([{ code: 'token-refused' }])
    console.error('something else')
    expect(printed.splice(0)).toEqual([['something else']])
  })

  test('none, garbage, another scheme, unsigned: 401', async () => {
    const { heard, body, knock, service } = await open()
    const good = {
      iss: 'https://api.botframework.com',
      aud: appId,
      exp: 9999999999,
      serviceurl: service.base,
    }
    const all = [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      'Bearer a.b.c',
      'Bearer ....',
      `Basic ${await service.token()}`,
      `Bearer ${await service.token()} more`,
      `Bearer ${unsigned(good)}`,
      `Bearer ${unsigned({ ...good, aud: [appId] })}`,
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${unsigned(good).split('.')[1]}.`,
    ]
    for (const each of all) expect(await knock(each, body())).toBe(401)
    expect(heard).toEqual([])
  })

  test('many distinct organisations in tokens never reach what would remember them', async () => {
    const { body, knock, service, calls } = { ...(await open()), calls: [] as number[] }
    expect(await knock(`Bearer ${await service.token({ more: { tid: tenant } })}`, body())).toBe(200)
    const [before, asked] = [issuers(), service.asked()]
    for (let each = 0; each < 1000; each += 1) {
      const claims = {
        iss: 'https://api.botframework.com',
        aud: appId,
        exp: 9999999999,
        serviceurl: service.base,
      }
      calls.push(await knock(`Bearer ${unsigned({ ...claims, tid: `t${each}` })}`, body()))
    }
    expect(new Set(calls)).toEqual(new Set([401]))
    // Botbuilder saw none of them: it learned no organisation and asked for no keys.
    expect(issuers()).toBe(before)
    expect(service.asked()).toBe(asked)
  })
})

describe('what it says', () => {
  test('another organisation: 403, and nothing is kept', async () => {
    const { heard, body, knock, service, store } = await open()
    const other = 'cccccccc-0000-4000-8000-000000000003'
    const authorization = `Bearer ${await service.token()}`
    for (const channelData of [{ tenant: { id: other } }, {}])
      expect(
        await knock(authorization, body({ channelData, conversation: { id: '19:x', tenantId: other } })),
      ).toBe(403)
    // Two that do not agree are no better than one that is wrong.
    expect(await knock(authorization, body({ channelData: { tenant: { id: other } } }))).toBe(403)
    expect(await knock(authorization, body({ channelData: {}, conversation: { id: '19:x' } }))).toBe(403)
    expect(heard).toEqual([])
    expect((await store.read('teams')).kinds()).toEqual([])
  })

  test.each([
    'http://127.0.0.1.example.org/',
    'https://example.org/',
    'https://smba.trafficmanager.net.example.org/',
    'https://user:secret@127.0.0.1/',
    'file:///etc/hosts',
    'no address',
    '',
  ])('a service address that is not on the list, %s: 401 and nothing is called', async (serviceUrl) => {
    const { knock, body, service, heard } = await open()
    expect(
      await knock(`Bearer ${await service.token({ serviceurl: serviceUrl })}`, body({ serviceUrl })),
    ).toBe(401)
    expect(heard).toEqual([])
    expect(service.calls).toEqual([])
  })

  test.each([{ channelId: 'webchat' }, { channelId: 'AseChannel' }, { channelId: 'emulator' }])(
    'another channel, $channelId: 401',
    async (more) => {
      const { knock, body, service } = await open()
      expect(await knock(`Bearer ${await service.token()}`, body(more))).toBe(401)
    },
  )

  const odd = [
    { type: 1 },
    { from: null },
    { conversation: 'x' },
    { membersAdded: {} },
    { channelData: [] },
    { entities: [[[]]], type: 'message', text: null },
    { type: 'invoke', name: 'task/fetch', value: { data: { dubbelloop: { press: 1 } } } },
    { type: 'invoke', name: 'task/submit', value: { data: { dubbelloop: { form: {} } } } },
    { type: 'invoke', name: 'adaptiveCard/action', value: 'x' },
    { type: 'invoke', name: 'task/submit', value: null },
    { type: 'message', entities: [null, 1, { type: 'mention' }], text: '<at>' },
    { type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: 7 },
    { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] },
    { type: 'unheard-of' },
    { type: 'invoke', name: 'unheard/of' },
  ]
  test.each(odd.map((more, index) => ({ index, more })))(
    'odd body $index is no fault of ours',
    async ({ more }) => {
      const { knock, body, service } = await open()
      expect(await knock(`Bearer ${await service.token()}`, body(more))).toBeLessThan(500)
    },
  )

  test('forged packed forms are only ever old buttons', async () => {
    const { tell, heard } = await open()
    const bomb = 'eJztwTEBAAAAwqD1T20MH6AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    for (const kept of ['', 'x', bomb, '%%%']) {
      const form = { ref: 'n1/a/b', step: 1, revision: 0, button: 'next', kept }
      const data = {
        dubbelloop: { form },
        'field.__proto__': 'x',
        'field.a': ['no'],
        'several.b': '%E0%A4%A',
      }
      await tell(noor, channel, { type: 'invoke', name: 'task/submit', value: { data } })
    }
    for (const each of heard) {
      expect(each).toMatchObject({ kind: 'submit', ref: 'n1/a/b' })
      expect(each).toHaveProperty('values.b', ['%E0%A4%A'])
    }
    expect(heard).toHaveLength(4)
  })
})

test.each(['task/fetch', 'task/submit', 'adaptiveCard/action'])(
  'a button that this bot did not write, by %s: a friendly word',
  async (name) => {
    const { tell, heard } = await open()
    const answer = await tell(noor, channel, { type: 'invoke', name, value: { data: { theirs: 1 } } })
    expect(JSON.stringify(answer)).toContain('Deze knop is te oud.')
    expect(heard).toEqual([])
  },
)

test('without a token only where the operator said so, and then also without an organisation', async () => {
  const { heard, body, knock } = await open({ config: { anonymous: true, appId: '', tenants: [] } })
  expect(await knock(undefined, body({ channelId: 'emulator' }))).toBe(200)
  expect(heard).toMatchObject([{ who: { tenant } }])
})
