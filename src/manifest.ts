/**
 * `npm run manifest`: writes what an administrator uploads, into `./manifests`: Slack's app manifests (both
 * languages, with and without a public address) and the Teams app package.
 *
 * For Teams, say whose bot it is: `npm run manifest -- --operator "My school" --website https://school.example`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { slackManifest } from '../adapters/slack/manifest.ts'
import { teamsPackage } from '../adapters/teams/manifest.ts'
import { allCommands } from './commands.ts'
import { StartRefused } from './contracts/errors.ts'
import { languages } from './contracts/text.ts'
import { features } from './features/registry.ts'
import { readFlags } from './flags.ts'
import { label } from './text/say.ts'

const project = join(import.meta.dirname, '..')
const folder = join(process.cwd(), 'manifests')

const usage =
  'Say npm run manifest, and for Teams npm run manifest -- --operator "My school" --website https://school.example'

async function writeManifests(): Promise<readonly string[]> {
  const options = { operator: { type: 'string' }, website: { type: 'string' } } as const
  const { values } = readFlags(usage, { options })
  const { MicrosoftAppId: appId, PUBLIC_URL: url } = process.env
  if (url && !(URL.canParse(url) && url.startsWith('https://')))
    throw new StartRefused('PUBLIC_URL must be the https address at which people reach the bot.')
  const { version } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { version: string }
  const files = new Map<string, string | Uint8Array>()
  for (const language of languages) {
    const json = (socketMode: boolean) =>
      `${JSON.stringify(slackManifest({ language, socketMode, ...(url && { url }) }), null, 2)}\n`
    files.set(`slack-socket-mode-${language}.json`, json(true))
    if (url) files.set(`slack-http-${language}.json`, json(false))
  }
  if (appId) files.set('teams.zip', teams(appId, version, url, values))
  await mkdir(folder, { recursive: true })
  for (const [name, content] of files) await writeFile(join(folder, name), content)
  return [...files.keys()]
}

function teams(
  appId: string,
  version: string,
  url: string | undefined,
  { operator: name, website }: { operator?: string | undefined; website?: string | undefined },
): Uint8Array {
  if (!name || !website?.startsWith('https://'))
    throw new StartRefused(`Teams wants to know whose bot this is. ${usage}`)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(appId))
    throw new StartRefused(
      'MicrosoftAppId must be the application id of the registration: 8-4-4-4-12 hex digits.',
    )
  return teamsPackage({
    appId,
    version,
    botName: 'Dubbelloop',
    validDomains: url ? [new URL(url).hostname] : [],
    commands: allCommands(features).map(({ words, help }) => ({
      word: words,
      does: { nl: label('nl', help), en: label('en', help) },
    })),
    operator: { name, website, privacy: website, terms: website },
  })
}

writeManifests().then(
  (names) => {
    process.stdout.write(`Written to ./manifests: ${names.join(', ')}\n`)
    if (!process.env.MicrosoftAppId)
      process.stdout.write('For the Teams package, set MicrosoftAppId first.\n')
    if (!process.env.PUBLIC_URL) process.stdout.write('For Slack over HTTP, set PUBLIC_URL first.\n')
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartRefused ? error.message : error}\n`)
    process.exit(1)
  },
)
