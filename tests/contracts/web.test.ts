/** The playground passes the suite of every chat platform, over real HTTP and with the page's own components. */
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect } from 'vitest'
import { api } from '../../adapters/web/page/api.ts'
import { Chat } from '../../adapters/web/page/chat.ts'
import { Word } from '../../adapters/web/page/dialog.ts'
import { offer } from '../../adapters/web/page/file.ts'
import { FormView, firstValues, submitOf } from '../../adapters/web/page/form.ts'
import {
  blank,
  type Cause,
  conversation,
  type Item,
  type Model,
  newest,
  replied,
  typed,
} from '../../adapters/web/page/model.ts'
import { words } from '../../adapters/web/page/words.ts'
import type { Deed, Spot } from '../../adapters/web/wire.ts'
import { StoreDamaged, StoreFailed } from '../../src/contracts/errors.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Account, Incoming, Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Text } from '../../src/contracts/text.ts'
import { aliveIn, insideOf, textOf } from '../web/html.ts'
import { people, playground } from '../web/playground.ts'
import type { ChatHarness, Sight } from './chat.harness.ts'
import { chatContract } from './chat.suite.ts'

const account = (index: number): Account => ({
  platform: 'web',
  tenant: 'playground',
  user: people[index]?.user ?? '',
  name: people[index]?.name ?? '',
  language: 'nl',
})
const accounts: readonly [Account, Account] = [account(0), account(1)]
const channel: Place = {
  platform: 'web',
  tenant: 'playground',
  id: 'c1',
  kind: 'channel',
  name: 'Voorbeeldnetwerk',
}

const sightOf = (markup: string): Sight => ({ text: textOf(markup), alive: aliveIn(markup) })
const nothing = () => undefined

/** One visitor's page: what a browser would hold, without a screen. */
interface Page {
  model: Model
  draft: { readonly serial: number; readonly values: Values }
}

async function make(): Promise<ChatHarness> {
  const heard: Incoming[] = []
  let reply: Reply = { kind: 'nothing' }
  const { adapter, store, base, close } = await playground(async (incoming) => {
    heard.push(incoming)
    return reply
  })
  const server = api(base)
  const pages = new Map<string, Page>()
  let count = 0

  function pageOf({ user }: Account): Page {
    const page = pages.get(user) ?? { model: blank, draft: { serial: -1, values: {} } }
    pages.set(user, page)
    return page
  }

  const spotOf = ({ kind, id }: Place): Spot => (kind === 'private' ? kind : id)

  async function act(by: Account, spot: Spot, deed: Deed): Promise<void> {
    const page = pageOf(by)
    const state = await server.state(by.user)
    const language = by.language ?? 'nl'
    const cause: Cause = { as: by.user, language, spot, deed, after: newest(state), at: state.now }
    const id = `i${++count}`
    const answer = await server.incoming({ ...deed, id, as: by.user, language, where: spot })
    const before = deed.kind === 'command' ? typed(page.model, cause, deed.words) : page.model
    page.model = replied(before, cause, answer)
  }

  async function items(by: Account, where: Place): Promise<readonly Item[]> {
    if (where.kind === 'private' && where.id !== `private-${by.user}`) return []
    const state = await server.state(by.user)
    const spot = spotOf(where)
    const notes = pageOf(by).model.notes.filter((note) => note.spot === spot)
    return conversation(state.posts[spot] ?? [], notes)
  }

  const chatOf = (by: Account, item: Item) =>
    renderToString(
      h(Chat, {
        ...{ items: [item], name: by.name ?? '', language: by.language ?? 'nl', quiet: '' },
        ...{ zone: 'Europe/Amsterdam', onPress: nothing, onDismiss: nothing },
      }),
    )

  function sheetOf(by: Account) {
    const { sheet } = pageOf(by).model
    return sheet?.tag === 'form' ? sheet : undefined
  }

  function draftOf(by: Account): Values {
    const page = pageOf(by)
    const sheet = sheetOf(by)
    if (sheet && page.draft.serial !== sheet.serial) {
      page.draft = { serial: sheet.serial, values: firstValues(sheet.form) }
    }
    return page.draft.values
  }

  return {
    adapter,
    people: accounts,
    channel,
    answer: (next) => {
      reply = next
    },
    heard: () => heard,
    command: (by, where, said) => act(by, spotOf(where), { kind: 'command', words: said }),

    async press(by, where, label) {
      for (const item of await items(by, where)) {
        const ref = refOf(item, label)
        if (ref === undefined) continue
        expect(textOf(chatOf(by, item))).toContain(label)
        return act(by, spotOf(where), { kind: 'press', ref })
      }
      throw new Error(`There is no button ${label} here.`)
    },

    async submit(by, button, values) {
      const sheet = sheetOf(by)
      if (!sheet) throw new Error('There is no form open.')
      const filled = { ...draftOf(by), ...values }
      pageOf(by).draft = { serial: sheet.serial, values: filled }
      await act(by, channel.id, submitOf(sheet.form, button, filled))
    },

    async place(by, where) {
      return (await items(by, where)).map((item) => sightOf(chatOf(by, item)))
    },

    async file(by, where, name) {
      for (const item of await items(by, where)) {
        const found = messageOf(item)?.blocks.find((block) => block.tag === 'file' && block.name === name)
        if (found?.tag !== 'file') continue
        expect(chatOf(by, item)).toContain(`download="${name}"`)
        const { address, withdraw } = offer(found)
        const bytes = await (await fetch(address)).bytes()
        withdraw()
        return bytes
      }
      throw new Error(`There is no file ${name} here.`)
    },

    async form(by) {
      const sheet = sheetOf(by)
      if (!sheet) return undefined
      const handlers = { onPress: nothing, onSubmit: nothing, onClose: nothing }
      const markup = renderToString(h(FormView, { sheet, busy: false, trouble: false, ...handlers }))
      const errors = sheet.form.fields.flatMap(({ id }, index) => {
        const error = insideOf(markup, `field-${index}-error`)
        if (error !== undefined) expectTied(markup, `field-${index}-error`)
        return error === undefined ? [] : [[id, error.trim()] as const]
      })
      return { ...sightOf(markup), errors: Object.fromEntries(errors) }
    },

    async word(by) {
      const { sheet, notes } = pageOf(by).model
      if (sheet?.tag === 'word') {
        const props = { message: sheet.message, words: words.nl, trouble: false }
        return sightOf(renderToString(h(Word, { ...props, onPress: nothing, onClose: nothing })))
      }
      const note = notes.findLast(({ content }) => content.tag === 'word')
      return note && sightOf(chatOf(by, { note }))
    },

    async raw(body) {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`${base}/playground/incoming`, { method: 'POST', headers, body })).status
    },

    failures: {
      'the store is full': () => store.fail(new StoreFailed('full')),
      'the store is damaged': () => store.fail(new StoreDamaged('damaged')),
      'a mistake in the store': () => store.fail(new TypeError('mistake')),
    },
    close,
  }
}

/** An error is read together with its field. */
function expectTied(markup: string, id: string): void {
  const field = [...markup.matchAll(/<[a-z]+\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`${id}"`) && tag.includes('aria-describedby'))
  expect(field).toContain('aria-invalid="true"')
}

function refOf(item: Item, label: Text): string | undefined {
  const message = messageOf(item)
  const buttons = message?.blocks.flatMap((block) => (block.tag === 'buttons' ? block.buttons : []))
  return buttons?.find((button) => button.label === label)?.ref
}

function messageOf(item: Item): Message | undefined {
  if ('post' in item) return item.post.message
  return item.note.content.tag === 'word' ? item.note.content.message : undefined
}

chatContract('web', make)
