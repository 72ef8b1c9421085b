/**
 * The frameworks with nothing around them: Bolt acknowledges whatever is signed, botbuilder answers every invoke.
 * The bot is measured against this, so nothing here may be slower than it has to be.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

async function slack(): Promise<number> {
  const { App, LogLevel } = await import('@slack/bolt')
  const app = new App({
    signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
    authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN ?? '', botUserId: 'U0BOT' }),
    logLevel: LogLevel.ERROR,
  })
  app.action(/.*/, ({ ack }) => ack())
  app.view(/.*/, ({ ack }) => ack())
  const server = await app.start(0)
  return (server.address() as AddressInfo).port
}

async function teams(): Promise<number> {
  const {
    ActivityTypes,
    CloudAdapter,
    ConfigurationBotFrameworkAuthentication,
    ConfigurationServiceClientCredentialFactory,
  } = await import('botbuilder')
  const { env } = process
  const keys = env.BotOpenIdMetadata ?? ''
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToBotFromChannelOpenIdMetadataUrl: keys,
        ToBotFromEmulatorOpenIdMetadataUrl: keys,
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        CallerId: 'urn:botframework:azure',
        ValidateAuthority: true,
      },
      new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppId: env.MicrosoftAppId ?? '',
        MicrosoftAppPassword: env.MicrosoftAppPassword ?? '',
        MicrosoftAppTenantId: env.MicrosoftAppTenantId ?? '',
        MicrosoftAppType: 'SingleTenant',
      }),
    ),
  )
  const value = { status: 200, body: { task: { type: 'message', value: 'ok' } } }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { headers, method = 'POST' } = request
    const heard = {
      ...{ headers: headers as Record<string, string[] | string | undefined>, method },
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
    }
    let body: string | undefined
    const answer = {
      socket: response.socket,
      header: (name: string, given: unknown) => response.setHeader(name, String(given)),
      status: (status: number) => {
        response.statusCode = status
        return answer
      },
      send: (given: unknown) => {
        body = JSON.stringify(given)
        return answer
      },
      end: () => response.end(body),
    }
    await adapter.process(heard, answer, async (context) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value })
    })
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

process.once('SIGTERM', () => process.exit(0))
const frameworks: Readonly<Record<string, () => Promise<number>>> = { slack, teams }
let port = 0
for (const name of process.argv.slice(2)) port = (await frameworks[name]?.()) ?? port
process.stdout.write(`${JSON.stringify({ port, msg: 'listening' })}\n`)
