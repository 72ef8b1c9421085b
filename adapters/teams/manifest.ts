/**
 * The app package: what an administrator uploads. Schema 1.25 of Microsoft's json-schemas, the first in which
 * `supportsChannelFeatures` lets the bot into private and shared channels.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Language } from '../../src/contracts/text.ts'
import { accent, colorIcon, outlineIcon } from './icons.ts'
import { limits } from './limits.ts'

/** A word that people type, and what it does, in both languages. */
interface ManifestCommand {
  readonly word: Readonly<Record<Language, string>>
  readonly does: Readonly<Record<Language, string>>
}

export interface ManifestOptions {
  readonly appId: string
  /** What the bot is called in Teams. */
  readonly botName: string
  /** Of the bot: higher for every package that is uploaded. */
  readonly version: string
  /** Hosts of our own that cards show pictures from. */
  readonly validDomains: readonly string[]
  /** The most important first; Teams shows at most twelve. */
  readonly commands: readonly ManifestCommand[]
  /** Whoever runs the bot: a name and an https address with what people may want to know. */
  readonly operator: {
    readonly name: string
    readonly website: string
    readonly privacy: string
    readonly terms: string
  }
}

const about = {
  nl: {
    short: 'Helpt een netwerk van leraren om samen te leren.',
    full: 'Dubbelloop helpt een leernetwerk van leraren om samen te leren: terugkijken na een bijeenkomst, afspraken onthouden en zien hoe het netwerk zich ontwikkelt. Alles wat je geeft, komt terug als begin van een gesprek.',
  },
  en: {
    short: 'Helps a network of teachers learn together.',
    full: 'Dubbelloop helps a learning network of teachers learn together: look back after a meeting, remember what was agreed and see how the network develops. Everything you give comes back as the start of a conversation.',
  },
} as const

const schema = 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json'
const scopes = ['team', 'groupChat', 'personal'] as const

/** For the events of meetings that begin and end, both are asked for: chats and channels have one each. */
const permissions = ['OnlineMeeting.ReadBasic.Chat', 'ChannelMeeting.ReadBasic.Group']

const commandsOf = (commands: readonly ManifestCommand[], language: Language) =>
  commands
    .slice(0, limits.commands)
    .map(({ word, does }) => ({ title: word[language], description: does[language] }))

/** Dutch; English is in a file of its own beside it (`englishOf`). */
export function teamsManifest(options: ManifestOptions) {
  const { appId, botName, version, validDomains, commands, operator } = options
  return {
    $schema: schema,
    manifestVersion: '1.25',
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    developer: {
      name: operator.name.slice(0, 32),
      websiteUrl: operator.website,
      privacyUrl: operator.privacy,
      termsOfUseUrl: operator.terms,
    },
    name: { short: botName.slice(0, 30), full: botName.slice(0, 100) },
    description: about.nl,
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: accent,
    bots: [
      {
        botId: appId,
        scopes,
        isNotificationOnly: false,
        supportsFiles: false,
        needsChannelSelector: true,
        commandLists: [{ scopes, commands: commandsOf(commands, 'nl') }],
      },
    ],
    validDomains,
    webApplicationInfo: { id: appId, resource: 'https://RscBasedStoreApp' },
    authorization: {
      permissions: { resourceSpecific: permissions.map((name) => ({ name, type: 'Application' })) },
    },
    supportsChannelFeatures: 'tier1',
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
  }
}

const localization = schema.replace('MicrosoftTeams.schema', 'MicrosoftTeams.Localization.schema')

/** The English of everything that the manifest says. */
function englishOf({ botName, commands }: ManifestOptions): Readonly<Record<string, string>> {
  const listed = commandsOf(commands, 'en').flatMap(({ title, description }, index) => [
    [`bots[0].commandLists[0].commands[${index}].title`, title] as const,
    [`bots[0].commandLists[0].commands[${index}].description`, description] as const,
  ])
  return {
    $schema: localization,
    'name.short': botName.slice(0, 30),
    'name.full': botName.slice(0, 100),
    'description.short': about.en.short,
    'description.full': about.en.full,
    ...Object.fromEntries(listed),
  }
}

/** The zip to upload. The same options give the same bytes. */
export function teamsPackage(options: ManifestOptions): Uint8Array {
  const json = (data: unknown) => strToU8(`${JSON.stringify(data, undefined, 2)}\n`)
  const files: Zippable = {
    'manifest.json': json(teamsManifest(options)),
    'en.json': json(englishOf(options)),
    'color.png': colorIcon(),
    'outline.png': outlineIcon(),
  }
  return zipSync(files, { mtime: new Date(2026, 0, 1) })
}
