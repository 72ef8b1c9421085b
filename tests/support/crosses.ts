/** Placing crosses, as members do it. */
import type { Values } from '../../src/contracts/form.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Language } from '../../src/contracts/text.ts'
import { compose, instrumentId } from '../../src/features/monitoring/compose.ts'
import { moments } from '../../src/features/monitoring/moments.ts'
import { ownLines } from '../../src/features/monitoring/own.ts'
import { roundOutcomes } from '../../src/features/monitoring/record.ts'
import { places } from '../../src/instrument/instrument.ts'
import { openRound } from '../../src/round/engine.ts'
import { type Round, rounds } from '../../src/round/round.ts'
import { label } from '../../src/text/say.ts'
import { formIn, type Kit } from './kit.ts'
import { live } from './live.ts'
import { buttonsOf } from './look.ts'

export const dimensions = [
  ['1a', '1b'],
  ['2a', '2b'],
  ['3a', '3b', '3c'],
  ['4a', '4b', '4c', '4d'],
] as const

export const lineIds: readonly string[] = dimensions.flat()

export interface Crosses {
  /** 0 is the left end, 6 the right one. */
  readonly now: (line: string) => number | 'unsure' | 'unfit' | undefined
  readonly wished?: (line: string) => number | undefined
  readonly why?: string
  readonly name?: boolean
  /** By question; only where a round asks what the network brings. */
  readonly brings?: Values
}

/** What somebody fills in, a step at a time. */
export function stepsOf({ now, wished, why, name }: Crosses): readonly Values[] {
  const at = (line: string, prefix: string, value: number | string | undefined): Values =>
    value === undefined
      ? {}
      : { [`${prefix}${line}`]: typeof value === 'number' ? (places[value] ?? '') : value }
  return [
    ...dimensions.map((lines, index) => ({
      ...Object.assign({}, ...lines.map((line) => at(line, '', now(line)))),
      ...(why && { [`why-${index + 1}`]: `${why} ${index + 1}` }),
    })),
    Object.assign({}, ...lineIds.map((line) => at(line, 'wish-', wished?.(line)))),
    { name: name ? 'with' : 'without' },
  ]
}

/** The teamleider or coach opens a round: by the word, or by its button when the word asks first. */
export async function openCrosses(bot: Kit, user = 'anna', language: Language = 'nl'): Promise<Reply> {
  const reply = await bot.say(user, 'monitor', language)
  const shown = reply.kind === 'word' ? buttonsOf(reply.message) : []
  const ask = shown.find((each) => each.label === label(language, 'dsl.open.button'))
  return ask ? bot.pressRef(user, ask.ref, language) : reply
}

/** The round that was opened last. */
export async function lastRound(bot: Kit): Promise<Round> {
  const all = rounds.all(await bot.state()).filter(({ feature }) => feature === 'monitoring')
  const last = all.toSorted((a, b) => (a.opened < b.opened ? -1 : 1)).at(-1)
  if (!last) throw new Error('there is no round of the Dimensieraamwerk')
  return last
}

/** Goes through the whole form; gives the last reply. */
export async function place(bot: Kit, user: string, crosses: Crosses): Promise<Reply> {
  const round = await lastRound(bot)
  let reply = await bot.pressRef(user, `example/monitoring/answer/${round.id}`)
  while (formIn(reply).step > 1) reply = await bot.submit(user, formIn(reply), {}, { button: 'back' })
  for (const values of stepsOf(crosses)) {
    while (asksValue(reply)) reply = await bot.submit(user, formIn(reply), crosses.brings ?? {})
    reply = await bot.submit(user, formIn(reply), values)
  }
  return reply
}

/** A step about what the network brings. */
export const asksValue = (reply: Reply): boolean =>
  formIn(reply).fields.some(({ id }) => id.startsWith('value-'))

/** Who takes part in the example network. */
export const people = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']

/** Each of them at a place of their own, and all with the same wish. */
export async function everybody(bot: Kit, users: readonly string[] = people): Promise<void> {
  for (const [index, user] of users.entries()) await place(bot, user, { now: () => index, wished: () => 4 })
}

/** Lives until the round gives its picture back. */
export const closeRound = async (bot: Kit): Promise<void> => live(bot, (await lastRound(bot)).closes)

/** The button behind a member's form, opened. */
export const openForm = async (bot: Kit, user: string) =>
  formIn(await bot.pressRef(user, `example/monitoring/answer/${(await lastRound(bot)).id}`))

export const lastMessage = (bot: Kit): Message =>
  bot.channel().at(-1) ?? { language: 'nl', summary: '', blocks: [] }

/** A round of the Dimensieraamwerk that is open, one with a picture, a moment to come and a line of their own. */
export async function crossRecords(bot: Kit) {
  const instrument = bot.road.worldOf(await bot.state())?.library.instruments.get(instrumentId)
  if (!instrument) throw new Error('there is no such instrument')
  const made = compose(instrument, [])
  const times = { opened: '2026-12-02T14:35:00.000Z', closes: '2026-12-16T14:30:00.000Z' }
  const before = { opened: '2026-09-01T14:35:00.000Z', closes: '2026-09-15T14:30:00.000Z' }
  const about = { feature: 'monitoring', about: 'by-word', aloud: false }
  const line = { now: [5, 0, 0, 0, 0, 0, 0], ways: {} }
  return [
    ...openRound({ id: 'crosses', ...about, ...times }, made).changes,
    ...openRound({ id: 'picture', ...about, ...before }, made).changes.map((change) =>
      change.kind === rounds.kind
        ? rounds.put({
            ...{ id: 'picture', ...about, ...before, instrument: 'dimensieraamwerk@1', state: 'closed' },
            ...{ unreachedTold: false, revision: 0, people: 5 },
            result: [{ item: '1a', quotes: [], chosen: [], line }],
          })
        : change,
    ),
    roundOutcomes.put({
      ...{ id: 'picture', closed: '2026-09-15', pictures: { nl: [], en: [] } },
      ...{ revision: 0, said: true, told: true },
    }),
    moments.put({ id: '2026-2027.summer', date: '2027-05-18', state: 'told', revision: 0 }),
    ownLines.put({
      ...{ id: 'own-1', title: 'Koffie', explanation: '', left: 'ja', right: 'nee' },
      ...{ state: 'proposed', since: '2026-12-02' },
    }),
  ]
}
