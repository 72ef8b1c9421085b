/** Slack passes the suite of every chat platform, through the real Bolt over signed HTTP. */
import { expect } from 'vitest'
import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { slackBot } from '../slack/bot.ts'
import type { Json } from '../slack/check.ts'
import { overHttp, person } from '../slack/person.ts'
import { aliveIn, aliveInMarkup, wordsOf } from '../slack/sight.ts'
import { type Failing, type Post, people, team } from '../slack/standin.ts'
import type { ChatHarness, FormSight, Sight } from './chat.harness.ts'
import { chatContract } from './chat.suite.ts'

const account = (index: number): Account => ({
  platform: 'slack',
  tenant: people[index]?.team ?? '',
  user: people[index]?.id ?? '',
  name: people[index]?.name ?? '',
  language: 'nl',
})
const accounts: readonly [Account, Account] = [account(0), account(1)]
const channel: Place = { platform: 'slack', tenant: team, id: 'C0EXAMPLE', kind: 'channel' }

const sightOf = (value: Json): Sight => ({ text: wordsOf(value), alive: aliveIn(value) })

function postSight({ text, blocks }: Post): Sight {
  expect(aliveInMarkup(text)).toEqual([])
  return sightOf({ blocks })
}

async function make(): Promise<ChatHarness> {
  const heard: Incoming[] = []
  let reply: Reply = { kind: 'nothing' }
  const bot = await slackBot(async (incoming) => {
    // Home asks for itself; what somebody typed is what this suite is about.
    if (!incoming.id.startsWith('home ')) heard.push(incoming)
    return reply
  })
  const { slack, adapter } = bot
  const hands = new Map(people.map(({ id }) => [id, person(bot, id, overHttp(bot))]))
  const handsOf = ({ user }: Account) => hands.get(user) ?? person(bot, user, overHttp(bot))
  const fail = (how: Omit<Failing, 'times'>) => () => {
    slack.failing = { ...how, times: Number.POSITIVE_INFINITY }
  }
  const well = async (call: Promise<Response>) => expect((await call).status).toBe(200)

  function viewOf(by: Account, callback: string): Json | undefined {
    const view = slack.modals.get(by.user)
    return view?.callback_id === callback ? view : undefined
  }

  return {
    adapter,
    people: accounts,
    channel,
    answer: (next) => {
      reply = next
    },
    heard: () => heard,
    command: (by, where, words) =>
      well(
        where.kind === 'private' ? handsOf(by).say(where.id, words) : handsOf(by).command(where.id, words),
      ),
    press: (by, where, label) => well(handsOf(by).press(where.id, label)),
    submit: (by, button, values) => well(handsOf(by).submit(button, values)),

    async place(by, where) {
      return handsOf(by).sees(where.id).map(postSight)
    },

    async file(by, where, name) {
      const [post] = handsOf(by).sees(where.id)
      const found = [...slack.files.values()].findLast(
        (file) => file.done && file.name === name && file.channel === where.id,
      )
      if (!found || found.thread !== post?.ts) throw new Error(`There is no file ${name} here.`)
      return found.bytes
    },

    async form(by): Promise<FormSight | undefined> {
      const view = viewOf(by, 'form')
      if (!view) return undefined
      const beside = Object.entries(handsOf(by).errors()).map(([block, text]) => [fieldOf(block), text])
      const inside = (view.blocks as readonly Json[]).flatMap((block) => {
        const field = /^notice:(.+)$/.exec(String(block.block_id))?.[1]
        return field === undefined ? [] : [[field, wordsOf(block).replace(/^⚠ /, '')]]
      })
      const errors = Object.fromEntries([...beside, ...inside])
      const seen = sightOf(view)
      return { ...seen, text: [seen.text, ...Object.values(errors)].join('\n'), errors }
    },

    async word(by) {
      const view = viewOf(by, 'word')
      if (view) return sightOf(view)
      const post = slack.posts.findLast(({ only }) => only === by.user)
      return post && postSight(post)
    },

    raw: async (body) => (await bot.post(body)).status,

    failures: {
      'the token is revoked': fail({ how: 'token_revoked' }),
      'the channel is archived': fail({ how: 'is_archived' }),
      'a scope is missing': fail({ how: 'missing_scope' }),
      'too much at once': fail({ how: 429, headers: { 'retry-after': '7' } }),
      'too much at once, without saying for how long': fail({ how: 429 }),
      'Slack has trouble': fail({ how: 500 }),
      'the line is cut before': fail({ how: 'cut' }),
      'the line is cut after': fail({ how: 'cut-after' }),
    },

    async close() {
      await bot.close()
      expect(slack.broken).toEqual([])
    },
  }
}

const fieldOf = (block: string): string => block.replace(/^\d+\.\d+\./, '')

chatContract('slack', make)
