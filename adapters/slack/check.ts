/** What an operator wants to know of the connection before anybody uses it: the tokens, and what they may. */
import { z } from 'zod'
import type { Finding } from '../../src/contracts/check.ts'
import { type SlackConfig, slackUrl } from './client.ts'
import { scopes } from './manifest.ts'

const answer = z.looseObject({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  url: z.string().optional(),
})

const patience = 10_000

/** Asks Slack who the tokens belong to. Never throws, and no token appears in what it finds. */
export async function checkSlack({ botToken, appToken, apiUrl }: SlackConfig): Promise<readonly Finding[]> {
  const base = apiUrl ?? slackUrl
  const found = [await ask(base, 'auth.test', botToken, 'SLACK_BOT_TOKEN')]
  if (appToken) found.push(await ask(base, 'apps.connections.open', appToken, 'SLACK_APP_TOKEN'))
  return found
}

async function ask(base: string, method: string, token: string, name: string): Promise<Finding> {
  try {
    const response = await fetch(new URL(method, base.endsWith('/') ? base : `${base}/`), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const { ok, error, team } = answer.parse(await response.json())
    if (!ok)
      return { good: false, text: `Slack does not accept ${name} (${error}). Copy it anew from your app.` }
    const given = response.headers.get('x-oauth-scopes')?.split(/,\s*/)
    const missing = name === 'SLACK_BOT_TOKEN' && given ? scopes.filter((each) => !given.includes(each)) : []
    if (missing.length > 0)
      return {
        good: false,
        text: `The Slack app lacks ${missing.join(', ')}. Add them and install the app again.`,
      }
    return { good: true, text: `Slack knows ${name}${team ? ` in the workspace ${team}` : ''}.` }
  } catch {
    return { good: false, text: `Slack cannot be reached at ${new URL(base).host}. Is the way out open?` }
  }
}
