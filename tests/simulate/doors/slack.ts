/** Slack, through the real Bolt over signed HTTP or a socket, before the stand-in of Slack. */
import { slackBot } from '../../slack/bot.ts'
import type { Json } from '../../slack/check.ts'
import { eventOf, type Person as Hand, person as handOf, overHttp } from '../../slack/person.ts'
import { wordsOf } from '../../slack/sight.ts'
import { socketSide } from '../../slack/socket.ts'
import { appToken, bot as botUser, standIn, team } from '../../slack/standin.ts'
import type { Naming } from '../cast.ts'
import { ear, type Fail, realPictures, strict, watched } from './adapter.ts'
import type { Behind, Done, Door, DoorParts, Opened } from './door.ts'
import { unseen } from './sight.ts'
import { filledIn, holds, holdsForm, sightOf } from './slack-sight.ts'

export const slackNaming: Naming = {
  ...{ platform: 'slack', tenant: team, tellsOfCalls: false },
  user: (group, person) => `U0Y${group}P${person}`,
  chat: (user) => `D${user.slice(1)}`,
  channel: (group) => `C0YEAR${group}`,
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

export async function slackDoor(parts: DoorParts, way: 'http' | 'socket'): Promise<Door> {
  const { groups, report, visible } = parts
  const cast = groups.flatMap(({ people }) => people)
  const slack = await standIn(
    cast.map(({ user, name, language }) => ({
      ...{ id: user, name, team },
      locale: language ? locales[language] : 'fr-FR',
    })),
  )
  for (const { user, unreachable } of cast) if (unreachable) slack.unreachable.add(user)
  const side = way === 'socket' ? await socketSide() : undefined
  if (side) slack.socketUrl = side.url

  const fail: Fail = (storm, inChannel) => {
    const gone = inChannel ? 'not_in_channel' : 'user_disabled'
    const hows = { gone, later: 429, arrived: 'cut-after', lost: 'cut' } as const
    const seconds = storm?.how === 'later' ? Math.ceil(storm.wait / 1000) : 0
    slack.failing = storm && {
      ...{ method: /^chat\.(postMessage|update)$/, how: hows[storm.how], times: 1 },
      headers: { 'retry-after': String(seconds) },
    }
  }

  async function open({ receive, store, clock, log }: Behind): Promise<Opened> {
    const heard = ear(receive)
    const bad = { weather: () => false }
    const bot = await slackBot(heard.receive, {
      ...{ slack, store, clock, pictures: realPictures(store) },
      log: strict(log, () => bad.weather(), report),
      config: side ? { appToken } : {},
    })
    await bot.adapter.start?.()
    const around = watched(bot.adapter, parts, fail)
    bad.weather = around.storming
    const to = side ? side.way(bot) : overHttp(bot)
    const hands = new Map(cast.map(({ user }) => [user, handOf(bot, user, to)]))
    /** When they did something last: nobody leaves a window open for hours. */
    const busy = new Map<string, number>()

    async function act({ group, person, where, deed }: Done, hand: Hand): Promise<Response | undefined> {
      const { chance, unreachable } = person
      switch (deed.kind) {
        case 'command': {
          const { words } = deed
          const place = unreachable ? group.channel : where
          if (place.kind === 'private' && words === 'open' && chance.is(0.5)) return hand.openHome()
          const [first, ...rest] = words.split(' ')
          if (first === 'retro' && chance.is(0.5)) return hand.command(place.id, rest.join(' '), '/retro')
          return chance.is(0.5) ? hand.command(place.id, words) : hand.say(place.id, words)
        }
        case 'press':
          if (!holds(hand.modal(), deed.ref)) await close(hand)
          return hand.use(deed.ref, chance.is(0.3) ? 'home' : undefined)
        case 'submit':
          return holdsForm(hand.modal(), deed) ? hand.submit(deed.button, deed.values) : undefined
        default:
          return to.event(eventOf(eventFor(person.user, group.channel.id, deed)))
      }
    }

    return {
      adapter: around.adapter,
      stop: bot.close,
      async hear(done) {
        const { group, person, deed } = done
        const hand = hands.get(person.user)
        if (!hand) throw new Error(`${person.name} is not in Slack`)
        const now = clock.now().getTime()
        if (deed.kind === 'command' || busy.get(person.user) !== now) await close(hand)
        busy.set(person.user, now)
        heard.forget()
        const before = slack.posts.length
        const { deed: really, broken } = filledIn(hand.modal(), deed)
        const response = await act({ ...done, deed: really }, hand)
        const { reply, broken: misheard } = heard.of({ ...done, deed: really })
        const fresh = slack.posts.slice(before)
        report(group, [
          ...broken,
          ...(response ? (response.ok ? [] : [`platform: answered ${response.status}`]) : []),
          ...(response ? misheard : [`platform: not there for ${person.name}: ${JSON.stringify(deed)}`]),
          ...unseen(reply, sightOf(hand, fresh)),
          ...slack.broken.splice(0).map((rule) => `platform: ${rule}`),
          ...fresh
            .filter(({ channel, only }) => channel !== person.chat.id && only !== person.user)
            .map(() => `platform: a word to ${person.name} came before others`),
          ...fresh.flatMap(({ blocks }) => visible(blocks, person.user)),
          ...visible(hand.modal() ?? {}, person.user),
        ])
        return { reply, again: async () => void (await hand.again()) }
      },
    }
  }

  return {
    open,
    reads: ({ channel }) =>
      slack.posts
        .filter((each) => each.channel === channel.id && each.only === undefined && each.thread === undefined)
        .map(({ blocks }) => wordsOf(blocks)),
    async close() {
      side?.close()
      await slack.close()
    },
  }
}

const close = async (hand: Hand): Promise<void> => {
  if (hand.modal()) await hand.closeModal()
}

let told = 0

/** How Slack tells of what happened. */
function eventFor(user: string, channel: string, deed: Done['deed']): Json {
  const event_ts = `1650000000.${String(++told).padStart(6, '0')}`
  switch (deed.kind) {
    case 'person-joined':
      return { type: 'member_joined_channel', user, channel, event_ts }
    case 'person-left':
      return { type: 'member_left_channel', user, channel, event_ts }
    case 'bot-added':
      return { type: 'member_joined_channel', user: botUser, channel, inviter: user, event_ts }
    case 'bot-removed':
      return { type: 'member_left_channel', user: botUser, channel, event_ts }
    case 'place-renamed':
      return { type: 'channel_rename', channel: { id: channel, name: deed.name }, event_ts }
    case 'place-gone':
      return { type: 'channel_archive', channel, user, event_ts }
    default:
      throw new Error(`Slack does not tell of ${deed.kind}`)
  }
}
