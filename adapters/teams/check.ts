/** What an operator wants to know of the connection before anybody uses it: whether the bot can sign in. */
import type { Finding } from '../../src/contracts/check.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { TeamsConfig } from './config.ts'
import { signIn } from './token.ts'

/** Asks for a token once. Never throws, and no secret appears in what it finds. */
export async function checkTeams(config: TeamsConfig, clock: Clock): Promise<readonly Finding[]> {
  const pictures: Finding = config.publicUrl
    ? { good: true, text: `Teams fetches pictures from ${config.publicUrl}.` }
    : { good: true, text: 'Without PUBLIC_URL, Teams shows pictures in words.' }
  if (config.anonymous)
    return [{ good: true, text: 'TEAMS_ANONYMOUS is on: only clients on this computer.' }, pictures]
  try {
    await signIn(config, clock)()
    return [{ good: true, text: 'The bot can sign in with Microsoft.' }, pictures]
  } catch {
    return [
      {
        good: false,
        text: 'The bot cannot sign in with Microsoft. Check MicrosoftAppId, MicrosoftAppPassword (has it expired?) and MicrosoftAppTenantId, and whether the way out is open.',
      },
      pictures,
    ]
  }
}
