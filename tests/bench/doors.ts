/** Both platforms as somebody sends to them: signed, with the forms that the adapter itself draws. */
import { createHmac } from 'node:crypto'
import { renderForm } from '../../adapters/slack/form.ts'
import { formCard } from '../../adapters/teams/form.ts'
import type { Form } from '../../src/contracts/form.ts'
import { secret, standIn as slackStandIn, team, token } from '../slack/standin.ts'
import { appId, tenant as organisation, password, standIn as teamsStandIn } from '../teams/service.ts'
import type { Environment } from './children.ts'
import type { Question, Someone } from './client.ts'
import type { Seat } from './site.ts'

export interface Door {
  readonly platform: 'slack' | 'teams'
  readonly tenant: string
  /** What the bot and the bare framework need to know. */
  readonly env: Environment
  someone(seat: Seat): Answerer
  close(): Promise<void>
}

/** Looks back again and again, each time with other words and the revision that came back. */
export interface Answerer extends Someone {
  readonly seat: Seat
  /** What was acknowledged last. */
  readonly words: string
  /** Somebody before the bare framework, which only says yes. */
  readonly bare: Someone
}

/** How a platform writes one answer, and the step and revision in what comes back. */
interface Way {
  question(seat: Seat, revision: number, words: string): Question
  readonly after: RegExp
}

function answerer(seat: Seat, { question, after }: Way): Answerer {
  let [revision, count, words] = [0, 0, '']
  const next = () => {
    count += 1
    return question(seat, revision, wordsOf())
  }
  const wordsOf = () => `Dat iedereen iets uit de eigen klas meenam, en tijd om door te vragen (${count}).`
  return {
    ...{ seat, next },
    get words() {
      return words
    },
    hear(status, body) {
      const [, step, now] = after.exec(body) ?? []
      if (status !== 200 || step !== '2' || Number(now) !== revision + 1)
        throw new Error(`not saved: ${status} ${/"wrong\..{0,400}/.exec(body)?.[0] ?? body.slice(0, 500)}`)
      revision += 1
      words = wordsOf()
    },
    bare: {
      next,
      hear(status) {
        if (status !== 200) throw new Error(`the bare framework answered ${status}`)
      },
    },
  }
}

export async function slackDoor(): Promise<Door> {
  const there = await slackStandIn()
  const way: Way = {
    after: /"response_action":"update".*\\"step\\":(\d+),\\"revision\\":(\d+)/,
    question({ user, form, place }, revision, words) {
      const view = renderForm({ ...form, revision }, place)
      const block = `${form.step}.${revision}.good`
      const typed = { [block]: { value: { type: 'plain_text_input', value: words } } }
      const payload = {
        ...{ type: 'view_submission', token: 'x', api_app_id: 'A0EXAMPLE' },
        ...{ user: { id: user, team_id: team }, team: { id: team } },
        view: { ...view, id: 'V0', hash: 'h', team_id: team, state: { values: typed } },
      }
      const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`
      const seconds = String(Math.floor(Date.now() / 1000))
      const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        ...{ 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${digest}` },
      }
      return { path: '/slack/events', headers, body }
    },
  }
  return {
    ...{ platform: 'slack', tenant: team, close: there.close },
    env: { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_API_URL: there.apiUrl },
    someone: (seat) => answerer(seat, way),
  }
}

type Node = Readonly<Record<string, unknown>>

/** What the button that sends the form carries. */
function deedIn(value: unknown): Node | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { dubbelloop } = value as { readonly dubbelloop?: { readonly form?: Node } }
  if (dubbelloop?.form?.button === 'next') return dubbelloop.form
  for (const each of Object.values(value)) {
    const found = deedIn(each)
    if (found) return found
  }
  return undefined
}

export async function teamsDoor(): Promise<Door> {
  const there = await teamsStandIn()
  const pass = await there.token()
  let count = 0
  const deeds = new Map<Form, Node>()
  const way: Way = {
    after: /"type":"continue".*"step":(\d+),"revision":(\d+)/,
    question({ network, user, form, place }, revision, words) {
      const deed = deeds.get(form) ?? deedIn(formCard(form, undefined)) ?? {}
      deeds.set(form, deed)
      count += 1
      const data = { 'field.good': words, dubbelloop: { form: { ...deed, revision } } }
      const activity = {
        ...{ id: `in-${count}`, channelId: 'msteams', serviceUrl: there.base, locale: 'nl-NL' },
        ...{ type: 'invoke', name: 'task/submit', value: { data, context: { theme: 'default' } } },
        from: { id: `29:${user}`, name: user, aadObjectId: user },
        recipient: { id: `28:${appId}`, name: 'Dubbelloop' },
        conversation: {
          ...{ id: `${place.id};messageid=1`, conversationType: 'channel', tenantId: organisation },
        },
        channelData: {
          ...{ tenant: { id: organisation }, channel: { id: place.id }, team: { id: `19:${network}` } },
        },
      }
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${pass}` }
      return { path: '/api/messages', headers, body: JSON.stringify(activity) }
    },
  }
  return {
    ...{ platform: 'teams', tenant: organisation, close: there.close },
    env: {
      ...{ MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: organisation },
      ...{ TEAMS_SERVICE_HOSTS: '127.0.0.1', BotOpenIdMetadata: `${there.base}/openid` },
      ToChannelFromBotLoginUrl: `${there.base}/login`,
    },
    someone: (seat) => answerer(seat, way),
  }
}
