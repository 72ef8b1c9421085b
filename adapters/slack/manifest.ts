/** What Slack is told about the bot when it is installed: https://docs.slack.dev/reference/app-manifest */
import type { Language } from '../../src/contracts/text.ts'
import { words } from './words.ts'

interface ManifestOptions {
  readonly language: Language
  /** The bot's https address; needed unless `socketMode`. */
  readonly url?: string
  readonly socketMode: boolean
}

/** The fewest that work; the reason of each stands in `docs/install-slack.md`. */
export const scopes = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
] as const

const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.im',
  'tokens_revoked',
] as const

/** Plain data, ready to be written as JSON. */
export function slackManifest({ language, url, socketMode }: ManifestOptions) {
  const own = words[language]
  const door = socketMode || url === undefined ? undefined : `${url.replace(/\/+$/, '')}/slack/events`
  const here = <Key extends string>(key: Key) =>
    (door === undefined ? {} : { [key]: door }) as { readonly [each in Key]?: string }
  const command = (name: string, description: string, hint: string) => ({
    ...{ command: name, description, usage_hint: hint, should_escape: false },
    ...here('url'),
  })
  return {
    display_information: { name: own.title, description: own.about, background_color: '#1f3a5f' },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: own.title, always_online: true },
      slash_commands: [
        command('/leernetwerk', own.commandAbout, own.commandHint),
        command('/retro', own.retroAbout, own.retroHint),
      ],
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { ...here('request_url'), bot_events: [...events] },
      interactivity: { is_enabled: true, ...here('request_url') },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  }
}
