/** People with Teams before them: what they type, press and send goes to the bot as Teams would send it. */

import { startServer } from '../../adapters/http/index.ts'
import { type TeamsConfig, type TeamsOptions, teamsAdapter } from '../../adapters/teams/index.ts'
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Log, LogFields } from '../../src/contracts/log.ts'
import type { Pictures } from '../../src/contracts/message.ts'
import type { Store } from '../../src/contracts/store.ts'
import { type MemoryStore, memoryStore } from '../web/memory-store.ts'
import { nodes } from './look.ts'
import { appId, type Card, type Posted, password, type StandIn, standIn, tenant } from './service.ts'

export const channel: Place = {
  platform: 'teams',
  tenant,
  id: '19:invented@thread.tacv2',
  kind: 'channel',
}

export const account = (user: string, name: string): Account => ({
  platform: 'teams',
  tenant,
  user: `aad-${user}`,
  name,
  language: 'nl',
})

type Json = Readonly<Record<string, unknown>>

export interface Window {
  readonly title: string
  readonly card: Card
}

export interface ClientOptions extends Partial<Pick<TeamsOptions, 'clock' | 'patience' | 'callWithin'>> {
  readonly store?: Store
  readonly config?: Partial<TeamsConfig>
  readonly log?: Log
  readonly pictures?: Pictures
  /** One that was there before and stays; absent: one that goes with the bot. */
  readonly service?: StandIn
  /** The team that a channel is in; absent: all are in one. */
  teamOf?(where: Place): string
}

export const configOf = (service: StandIn): TeamsConfig => ({
  appId,
  password,
  tenantId: tenant,
  type: 'SingleTenant',
  tenants: [tenant],
  serviceHosts: ['127.0.0.1'],
  anonymous: false,
  publicUrl: 'https://bot.example.org',
  openId: `${service.base}/openid`,
  login: `${service.base}/login`,
})

const example: Pictures = async (id) => (id === 'known' ? new Uint8Array([1, 2, 3]) : undefined)

export async function client(receive: Receive, options: ClientOptions = {}) {
  const service = options.service ?? (await standIn())
  const store: Store | MemoryStore = options.store ?? memoryStore()
  const logged: LogFields[] = []
  const note = (fields: LogFields) => void logged.push(fields)
  const log: Log = options.log ?? { info: note, warn: note, error: note }
  const { teamOf = () => '19:team@thread.tacv2' } = options
  const { clock = { now: () => new Date() }, pictures = example, config, patience, callWithin } = options
  const adapter: ChatAdapter = teamsAdapter({
    ...{ receive, store, log, clock, pictures },
    config: { ...configOf(service), ...config },
    ...(patience !== undefined && { patience }),
    ...(callWithin !== undefined && { callWithin }),
  })
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, routes: adapter.routes, log },
    ready: async () => true,
    figures: () => '',
  })
  const address = `http://127.0.0.1:${server.port}/api/messages`
  const windows = new Map<string, Window>()
  const toasts = new Map<string, string>()
  const before = new Map<string, () => Promise<unknown>>()

  async function raw(body: string, token?: string): Promise<Response> {
    const authorization = `Bearer ${token ?? (await service.token())}`
    return fetch(address, { method: 'POST', headers: { authorization }, body })
  }

  function activity(by: Account, where: Place, more: Json): Json {
    const inChannel = where.kind === 'channel'
    return {
      id: service.newId(),
      channelId: 'msteams',
      serviceUrl: service.base,
      ...(by.language && { locale: by.language === 'en' ? 'en-GB' : 'nl-NL' }),
      from: { id: `29:${by.user}`, name: by.name, aadObjectId: by.user },
      recipient: { id: `28:${appId}`, name: 'Dubbelloop' },
      conversation: {
        id: inChannel ? `${where.id};messageid=1` : where.id,
        conversationType: inChannel ? 'channel' : 'personal',
        tenantId: where.tenant,
      },
      channelData: {
        tenant: { id: where.tenant },
        ...(inChannel && { channel: { id: where.id }, team: { id: teamOf(where) } }),
      },
      ...more,
    }
  }

  async function tell(by: Account, where: Place, more: Json): Promise<Json | undefined> {
    const response = await raw(JSON.stringify(activity(by, where, more)))
    const text = await response.text()
    if (!response.ok) throw new Error(`the bot answered ${response.status} ${text}`)
    return text === '' ? undefined : (JSON.parse(text) as Json)
  }

  async function invoke(by: Account, where: Place, name: string, value: Json): Promise<void> {
    const send = () => tell(by, where, { type: 'invoke', name, value })
    before.set(by.user, send)
    show(by, await send())
  }

  /** What the client does with the answer to an invoke. */
  function show(by: Account, answer: Json | undefined): void {
    const task = answer?.task as
      | { type: string; value: string & { title: string; card: { content: Card } } }
      | undefined
    windows.delete(by.user)
    if (task?.type === 'continue')
      windows.set(by.user, { title: task.value.title, card: task.value.card.content })
    if (task?.type === 'message') toasts.set(by.user, task.value)
    if (typeof answer?.type !== 'string') return
    if (answer.type.endsWith('message')) toasts.set(by.user, String(answer.value))
    else windows.set(by.user, { title: '', card: answer.value as Card })
  }

  const inPlace = (where: Place): readonly Posted[] =>
    service.posted.filter(({ conversation }) => conversation.split(';')[0] === where.id)

  const cardsIn = (where: Place): readonly Card[] =>
    inPlace(where).flatMap(({ activity: { attachments = [] } }) => attachments.map(({ content }) => content))

  async function pressAction(by: Account, where: Place, action: Json): Promise<void> {
    const { data } = action as { data: Json }
    if (action.type === 'Action.Execute')
      return invoke(by, where, 'adaptiveCard/action', {
        action: { type: action.type, verb: action.verb, data },
      })
    const name = windows.has(by.user) && !('msteams' in data) ? 'task/submit' : 'task/fetch'
    return invoke(by, where, name, { data, context: { theme: 'default' } })
  }

  return {
    adapter,
    service,
    store,
    logged,
    windows,
    toasts,
    raw,
    activity,
    tell,
    cardsIn,
    show,
    address,
    pressAction,
    /** In a channel the bot is called by name, as Teams asks. */
    async say(by: Account, where: Place, words: string): Promise<void> {
      const called = '<at>Dubbelloop</at>'
      const entities = [
        { type: 'mention', text: called, mentioned: { id: `28:${appId}`, name: 'Dubbelloop' } },
      ]
      const more = where.kind === 'channel' ? { text: `${called} ${words}\n`, entities } : { text: words }
      await tell(by, where, { type: 'message', ...more })
    },
    async press(by: Account, where: Place, label: string): Promise<void> {
      const action = cardsIn(where)
        .flatMap((card) => nodes(card))
        .findLast(({ title, type }) => title === label && String(type).startsWith('Action.'))
      if (!action) throw new Error(`there is no button ${label} here`)
      windows.delete(by.user)
      await pressAction(by, where, action)
    },
    async submit(by: Account, button: string, values: Values, where = channel): Promise<void> {
      const window = windows.get(by.user)
      const all = nodes(window?.card)
      const action = all.find(
        ({ data }) => (data as { dubbelloop?: { form?: Json } })?.dubbelloop?.form?.button === button,
      )
      if (!action) throw new Error(`there is no form with ${button} open`)
      const inputs = all.flatMap(({ id, value }) =>
        typeof id === 'string' && value !== undefined ? [[id, value]] : [],
      )
      const typed = Object.entries(values).map(([id, value]) =>
        typeof value === 'string'
          ? [`field.${id}`, value]
          : [`several.${id}`, value.map(encodeURIComponent).join(',')],
      )
      const data = { ...Object.fromEntries([...inputs, ...typed]), ...(action.data as Json) }
      await invoke(by, where, 'task/submit', { data })
    },
    /** Their last press or form once more, under another id. Nobody looks at what comes of it. */
    again: async (by: Account): Promise<void> => void (await before.get(by.user)?.()),
    install: (by: Account, where: Place) => tell(by, where, { type: 'installationUpdate', action: 'add' }),
    async close() {
      await server.close()
      if (!options.service) await service.close()
    },
  }
}

export type Client = Awaited<ReturnType<typeof client>>
