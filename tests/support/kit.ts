/**
 * A whole bot in a test: the real features, road, sender, queue and lowdb, with a clock that the test moves,
 * counted ids, seeded chance, and a chat platform that only remembers.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Files } from '../../adapters/lowdb/files.ts'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { inProcessQueue } from '../../adapters/lowdb/queue.ts'
import { openPostgresQueue, openPostgresStore } from '../../adapters/postgres/index.ts'
import { createBot } from '../../src/bot.ts'
import type { ChatAdapter, Parcel } from '../../src/contracts/chat.ts'
import type { Form, Values } from '../../src/contracts/form.ts'
import type { Happened, Place } from '../../src/contracts/incoming.ts'
import type { Button, Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Change, State } from '../../src/contracts/store.ts'
import type { Language } from '../../src/contracts/text.ts'
import { features } from '../../src/features/registry.ts'
import { createFigures } from '../../src/figures.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { exampleChannel, seedExample } from '../../src/playground.ts'
import { readHolidays, readLibrary } from '../../src/read-instruments.ts'
import { createRoad } from '../../src/road.ts'
import { createSender } from '../../src/sender.ts'
import { buttonsOf } from './look.ts'

/** Monday 23 November 2026, 16:15 in Amsterdam: a quarter of an hour after the example meeting. */
export const monday = new Date('2026-11-23T15:15:00Z')
export const network = 'example'

export interface Standing {
  readonly place: Place
  readonly message: Message
}

/** A platform that keeps what it was sent; `refuse` makes the next sendings fail. */
export function rememberingChat(platform = 'web') {
  const standing = new Map<string, Standing>()
  const refusals: unknown[] = []
  const put = (address: string, { place, message }: Parcel) => {
    const refusal = refusals.shift()
    if (refusal) throw refusal
    standing.set(address, { place, message })
  }
  const adapter: ChatAdapter = {
    platform,
    routes: [],
    async send(parcel) {
      put(`${parcel.id}-${standing.size}`, parcel)
      return [...standing.keys()].at(-1) ?? ''
    },
    update: async (address, parcel) => put(address, parcel),
    privatePlace: async ({ tenant, user }) => ({ platform, tenant, id: `private-${user}`, kind: 'private' }),
  }
  return { adapter, standing, refusals }
}

const instruments = join(import.meta.dirname, '../../instruments')
const holidays = await readHolidays(instruments)
interface SubmitOptions {
  readonly button?: 'next' | 'back' | 'skip'
  readonly language?: Language
  readonly where?: Place
}

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** `database` is the address of one, instead of a folder. */
export async function kit(options: { folder?: string; files?: Files; database?: string } = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'dubbelloop-')))
  const logged: unknown[] = []
  const keep = (fields: unknown, event: string) => void logged.push({ ...(fields as object), event })
  const log = { info: keep, warn: keep, error: keep }
  const { database } = options
  const store =
    database === undefined
      ? await openLowdbStore({ folder, log: silent, ...(options.files && { files: options.files }) })
      : await openPostgresStore({ url: database, log: silent })
  let now = monday
  const clock = { now: () => now }
  let ids = 0
  let seed = 1
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const road = createRoad({
    features,
    library: await readLibrary(instruments),
    holidays,
    clock,
    newId: () => `id${++ids}`,
    random,
  })
  const figures = createFigures()
  const queue =
    database === undefined
      ? inProcessQueue({ store, clock, log, interval: 3_600_000 })
      : await openPostgresQueue({ url: database, store, clock, log, interval: 0 })
  const bot = createBot({ store, road, features, log, count: figures.count, wake: () => {} })
  const chat = rememberingChat()
  const deliver = createSender({
    store,
    road,
    clock,
    log,
    count: figures.count,
    adapters: new Map([['web', chat.adapter]]),
  })
  queue.start(async (id) => {
    await bot.occur(id)
    await deliver(id)
  })
  await seedExample(store, road, [now])

  let heard = 0
  const from = (user: string, where: Place, language?: Language) => ({
    who: { platform: 'web', tenant: 'playground', user, name: user, ...(language && { language }) },
    where,
    id: `heard-${++heard}`,
  })
  const privately = (user: string): Place => ({
    platform: 'web',
    tenant: 'playground',
    id: `private-${user}`,
    kind: 'private',
  })
  const settle = async <T>(reply: Promise<T>): Promise<T> => {
    const said = await reply
    await queue.drain()
    return said
  }

  return {
    folder,
    store,
    road,
    bot,
    chat,
    logged,
    figures: figures.text,
    deliver,
    drain: queue.drain,
    state: (): Promise<State> => store.read(network),
    /** Moves the clock and lets everything happen that is due by then. */
    async at(moment: string | Date) {
      now = new Date(moment)
      await queue.drain()
    },
    /** Only moves the clock. */
    jump(moment: string | Date) {
      now = new Date(moment)
    },
    /** A platform says that something happened to a person or a place. */
    happened: (user: string, kind: Happened['kind'], where: Place = exampleChannel, more: object = {}) =>
      settle(bot.receive({ kind, ...from(user, where), ...more } as Happened)),
    /** Changes records, and lets nothing happen yet. */
    changeQuietly: (...changes: Change[]) =>
      store.transact(network, (state) => road.settle(state, changes, undefined)),
    change: (...changes: Change[]) =>
      store.transact(network, (state) => road.settle(state, changes, undefined)).then(queue.drain),
    say: (user: string, words: string, language?: Language, where: Place = privately(user)) =>
      settle(bot.receive({ kind: 'command', words, ...from(user, where, language) })),
    pressRef: (user: string, ref: string, language?: Language, where: Place = exampleChannel) =>
      settle(bot.receive({ kind: 'press', ref, ...from(user, where, language) })),
    submit: (
      user: string,
      form: Form,
      values: Values,
      { button = 'next', language, where = exampleChannel }: SubmitOptions = {},
    ) =>
      settle(
        bot.receive({
          kind: 'submit',
          ref: form.ref,
          step: form.step,
          revision: form.revision,
          button,
          values,
          ...from(user, where, language),
        }),
      ),
    channel: (): readonly Message[] =>
      [...chat.standing.values()]
        .filter(({ place }) => place.kind === 'channel')
        .map(({ message }) => message),
    privateTo: (user: string): readonly Message[] =>
      [...chat.standing.values()]
        .filter(({ place }) => place.id === `private-${user}`)
        .map(({ message }) => message),
    /** A button that stands in the channel now, by its label. */
    button(label: string): Button {
      const found = [...chat.standing.values()]
        .flatMap(({ message }) => buttonsOf(message))
        .findLast((each) => each.label === label)
      if (!found) throw new Error(`there is no button "${label}"`)
      return found
    },
    async close() {
      await queue.stop()
      await store.close()
      if (!options.folder) await rm(folder, { recursive: true })
    },
  }
}

/** The example's meeting at another moment. */
export const meetingAt = (start: string, end: string, lookBack: 'form' | 'aloud') =>
  meetings.put({
    id: 'meeting-1',
    when: { start, end },
    lookBack,
    state: 'planned',
    series: 'meeting-1',
    announced: true,
    revision: 0,
  })

export type Kit = Awaited<ReturnType<typeof kit>>

/** Opens the form behind a button and goes through its steps; gives the last reply. */
export async function answer(
  bot: Kit,
  user: string,
  steps: readonly Values[],
  label = 'Invullen',
): Promise<Reply> {
  let reply = await bot.pressRef(user, bot.button(label).ref)
  for (const values of steps) reply = await bot.submit(user, formIn(reply), values)
  return reply
}

export function formIn(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`expected a form, got ${JSON.stringify(reply)}`)
  return reply.form
}
