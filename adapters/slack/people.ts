/** Who somebody is: their own organisation, name and language, and who the bot itself is. Nice to know, never required. */
import type { Clock } from '../../src/contracts/clock.ts'
import type { Account } from '../../src/contracts/incoming.ts'
import type { Language } from '../../src/contracts/text.ts'
import type { Slack } from './client.ts'

export const platform = 'slack'

/** The bot as Slack knows it. */
export interface Self {
  readonly team: string
  readonly user: string
}

export interface Profile {
  readonly team?: string
  readonly name?: string
  readonly language?: Language
  readonly robot: boolean
}

export interface People {
  /** `undefined` as long as Slack has not said. */
  self(): Promise<Self | undefined>
  profile(user: string): Promise<Profile>
  /** `team` is what the payload says of where they belong. */
  account(user: string, team: string | undefined): Promise<Account>
}

const keptFor = 60 * 60_000
const retriedAfter = 5 * 60_000
const mostKept = 5000

export function people({ quick }: Slack, clock: Clock): People {
  const kept = new Map<string, { readonly profile: Profile; readonly until: number }>()
  let own: Self | undefined

  async function ask(user: string): Promise<Profile | undefined> {
    try {
      const { user: found } = await quick.users.info({ user, include_locale: true })
      const name = found?.profile?.display_name || found?.real_name || found?.name
      const language = languageOf(found?.locale)
      return {
        ...(found?.team_id && { team: found.team_id }),
        ...(name && { name }),
        ...(language && { language }),
        robot: found?.is_bot === true,
      }
    } catch {
      return undefined
    }
  }

  async function profile(user: string): Promise<Profile> {
    const now = clock.now().getTime()
    const known = kept.get(user)
    if (known && known.until > now) return known.profile
    const fresh = await ask(user)
    // What was known an hour ago is better than nothing.
    const best = fresh ?? known?.profile ?? { robot: false }
    if (kept.size >= mostKept) kept.clear()
    kept.set(user, { profile: best, until: now + (fresh ? keptFor : retriedAfter) })
    return best
  }

  async function self(): Promise<Self | undefined> {
    if (own) return own
    try {
      const { team_id: team, user_id: user } = await quick.auth.test()
      own = team && user ? { team, user } : undefined
    } catch {
      own = undefined
    }
    return own
  }

  return {
    self,
    profile,
    async account(user, team) {
      const found = await profile(user)
      const { name, language } = found
      const tenant = found.team ?? team ?? (await self())?.team ?? ''
      return { platform, tenant, user, ...(name && { name }), ...(language && { language }) }
    },
  }
}

function languageOf(locale: string | undefined): Language | undefined {
  const [language] = (locale ?? '').toLowerCase().split(/[-_]/)
  return language === 'nl' || language === 'en' ? language : undefined
}
