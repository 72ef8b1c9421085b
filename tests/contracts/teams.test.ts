/** Teams keeps the contract of a chat, through the real CloudAdapter and a stand-in of Microsoft's service. */

import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { plain } from '../../src/contracts/text.ts'
import { account, channel, client } from '../teams/client.ts'
import { nodes, sightOf, textOf } from '../teams/look.ts'
import type { ChatHarness } from './chat.harness.ts'
import { chatContract } from './chat.suite.ts'

const accounts: readonly [Account, Account] = [
  account('noor', 'Noor Voorbeeld'),
  account('sam', 'Sam Verzonnen'),
]

async function make(): Promise<ChatHarness> {
  let heard: Incoming[] = []
  let reply: Reply = { kind: 'nothing' }
  const teams = await client(
    async (incoming) => {
      heard.push(incoming)
      return reply
    },
    { callWithin: 1000 },
  )
  await teams.install(accounts[0], channel)
  heard = []

  const isForm = (by: Account) =>
    nodes(teams.windows.get(by.user)?.card).some(({ id }) => String(id).startsWith('field.'))
  const mayLook = (by: Account, where: Place) => where.kind === 'channel' || where.id.endsWith(by.user)
  const cards = (by: Account, where: Place) => (mayLook(by, where) ? teams.cardsIn(where) : [])

  return {
    adapter: teams.adapter,
    people: accounts,
    channel,
    answer: (next) => {
      reply = next
    },
    heard: () => heard,
    async command(by, where, words) {
      const before = teams.cardsIn(where).length
      await teams.say(by, where, words)
      // What opens only for them they open at once, as somebody would who asked for it.
      const [opener] = teams.cardsIn(where).slice(before)
      const button = nodes(opener).find(({ title }) => title === 'Openen')
      if (button) await teams.pressAction(by, where, button)
    },
    press: teams.press,
    submit: teams.submit,
    place: async (by, where) => cards(by, where).map((card) => sightOf(card)),
    async file(by, where, name) {
      for (const card of cards(by, where)) {
        const found = nodes(card).find(({ type, title }) => type === 'Action.ShowCard' && title === name)
        const text = nodes(found?.card).find(({ type }) => type === 'Input.Text')
        if (text) return Buffer.from(String(text.value))
      }
      throw new Error(`There is no file ${name} here.`)
    },
    async form(by) {
      const window = teams.windows.get(by.user)
      if (!window || !isForm(by)) return undefined
      const errors = nodes(window.card).flatMap(({ id, items }) => {
        const [, field] = /^wrong\.(.+)$/.exec(String(id)) ?? []
        return field === undefined || field === 'all' ? [] : [[field, textOf(items).trim()] as const]
      })
      return { ...sightOf(window.card, window.title), errors: Object.fromEntries(errors) }
    },
    async word(by) {
      const window = teams.windows.get(by.user)
      if (window && !isForm(by)) return sightOf(window.card, window.title)
      const toast = teams.toasts.get(by.user)
      return toast === undefined ? undefined : { text: plain(toast), alive: [] }
    },
    raw: async (body) => (await teams.raw(body)).status,
    failures: {
      'too much at once': () => teams.service.fail({ status: 429, after: '3' }),
      'a failed precondition': () => teams.service.fail({ status: 412 }),
      'a bad gateway': () => teams.service.fail({ status: 502 }),
      'a gateway that waits': () => teams.service.fail({ status: 504 }),
      'not in this place': () => teams.service.fail({ status: 403 }),
      'no such place': () => teams.service.fail({ status: 404 }),
      'no answer': () => teams.service.fail('slow'),
      'a cut line': () => teams.service.fail('cut'),
    },
    close: teams.close,
  }
}

chatContract('teams', make)
