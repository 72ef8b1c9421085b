/** The bot's own token for the service: the client credentials of one tenant, asked for again before it ends. */
import { z } from 'zod'
import type { Clock } from '../../src/contracts/clock.ts'
import type { TeamsConfig } from './config.ts'
import { SignInFailed } from './errors.ts'
import { limits } from './limits.ts'

const answer = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number() })

/** Milliseconds before its end at which a token counts as old. */
const early = 300_000

/** Gives a token. Throws `SignInFailed` and nothing else. */
export function signIn(config: TeamsConfig, clock: Clock): () => Promise<string> {
  let current: { readonly token: Promise<string>; until: number } | undefined
  const address = `${config.login ?? 'https://login.microsoftonline.com'}/${config.tenantId}/oauth2/v2.0/token`

  async function ask(): Promise<z.infer<typeof answer>> {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: config.appId,
        client_secret: config.password,
        scope: 'https://api.botframework.com/.default',
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(limits.call),
    })
    if (!response.ok) throw new SignInFailed(`The bot could not sign in (${response.status}).`)
    return answer.parse(await response.json())
  }

  return () => {
    if (current && clock.now().getTime() < current.until) return current.token
    // While the question is under way everybody waits for the same answer.
    const asked = { until: Number.POSITIVE_INFINITY, token: Promise.resolve('') }
    asked.token = ask().then(
      ({ access_token, expires_in }) => {
        asked.until = clock.now().getTime() + expires_in * 1000 - early
        return access_token
      },
      (error: unknown) => {
        current = undefined
        throw error instanceof SignInFailed ? error : new SignInFailed('The bot could not sign in.')
      },
    )
    current = asked
    return asked.token
  }
}
