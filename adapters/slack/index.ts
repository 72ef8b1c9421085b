/**
 * Slack, through Bolt, for one workspace by its token. Over HTTP everything comes in at one route; with an app
 * token the bot calls Slack instead (Socket Mode) and there is no route at all.
 */
import { App } from '@slack/bolt'
import type { ChatAdapter, Receive } from '../../src/contracts/chat.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import { StartRefused } from '../../src/contracts/errors.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Pictures } from '../../src/contracts/message.ts'
import type { Store } from '../../src/contracts/store.ts'
import { type SlackConfig, slackClient } from './client.ts'
import { listen } from './hear.ts'
import { home } from './home.ts'
import { known } from './known.ts'
import { people, platform } from './people.ts'
import { httpReceiver } from './receiver.ts'
import { replies } from './reply.ts'
import { type Pause, sending } from './send.ts'
import { socketReceiver } from './socket.ts'

export type { SlackConfig } from './client.ts'

export interface SlackOptions {
  readonly receive: Receive
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly pictures: Pictures
  readonly config: SlackConfig
  /** How to wait while Slack gets a picture ready; for tests. */
  readonly pause?: Pause
}

export interface SlackAdapter extends ChatAdapter {
  /** Resolves when everybody has seen what was meant for them so far. */
  settled(): Promise<void>
}

/** About one message a second in a channel: https://docs.slack.dev/apis/web-api/rate-limits */
const pace = 1000

/** Throws `StartRefused` when neither a signing secret nor an app token is given. */
export function slackAdapter(options: SlackOptions): SlackAdapter {
  const { receive, store, clock, log, pictures, config, pause } = options
  const { botToken, signingSecret, appToken } = config
  if (appToken === undefined && !signingSecret)
    throw new StartRefused('SLACK_SIGNING_SECRET is missing. Set it, or SLACK_APP_TOKEN for Socket Mode.')
  const slack = slackClient(config, log)
  const who = people(slack, clock)
  const channels = known(store, log)
  const out = sending(slack, pictures, log, pause)
  const http = appToken === undefined ? httpReceiver(signingSecret ?? '', clock, log) : undefined
  const receiver = http ?? socketReceiver(appToken ?? '', slack, log)
  const app = new App({
    receiver,
    // One workspace by its token. Many workspaces would look up the token of `source.teamId` here.
    authorize: async () => {
      const self = await who.self()
      return { botToken, ...(self && { botUserId: self.user }) }
    },
    ...{ logger: slack.logger, clientOptions: slack.options, convoStore: false },
  })
  const listening = listen(app, {
    ...{ receive, people: who, known: channels, log },
    replies: replies(slack, out, log),
    home: home(slack, receive, log),
  })

  return {
    platform,
    pace,
    routes: http ? [http.route] : [],
    async send(parcel) {
      const address = await out.send(parcel)
      await channels.add(parcel.place)
      return address
    },
    update: out.update,
    privatePlace: out.privatePlace,
    settled: listening.settled,
    // Over HTTP it is Slack that calls.
    ready: () => !('ready' in receiver) || receiver.ready(),
    async start() {
      await app.start()
      // No reason to stop: Teams may live in the same process, and a token can be renewed.
      if (!(await who.self())) log.warn({ code: 'auth-test' }, 'slack does not know SLACK_BOT_TOKEN now')
    },
    async stop() {
      await app.stop()
      await listening.settled()
    },
  }
}
