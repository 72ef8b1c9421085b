import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Values } from '../../src/contracts/form.ts'
import { writeRef } from '../../src/contracts/ref.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { features } from '../../src/features/registry.ts'
import { emptyChannel } from '../../src/playground.ts'
import type { Kit } from '../support/kit.ts'
import { account, backTo, everything, hear } from '../support/live.ts'
import { seen } from '../support/look.ts'
import {
  commandRights,
  filled,
  fullKit,
  type Right,
  type RoleName,
  rights,
  roles,
} from '../support/rights.ts'

/** What somebody hears who may not: never silence, never a fault of ours. */
const refused = /^(Dit is voor |Deze knop werkt niet meer|Ik weet nog niet bij welk netwerk|Dit is gesloten)/
const broken = /ging bij mij iets mis|Bewaren lukt nu niet/

let bot: Kit
let elsewhere = ''
let before: ReturnType<typeof everything>

beforeAll(async () => {
  bot = await fullKit()
  elsewhere = await otherNetwork()
  before = everything(await bot.state())
})
afterAll(() => bot.close())

/** Kim begins a network of her own in another channel. */
async function otherNetwork(): Promise<string> {
  await bot.say('kim', 'start', 'nl', emptyChannel)
  const [id = ''] = [...new Set([...bot.chat.standing.values()].map(({ place }) => place.id))]
  expect(id).toBe('channel')
  let reply = await bot.say('kim', 'start', 'nl', emptyChannel)
  const ref = reply.kind === 'word' ? JSON.stringify(reply.message).match(/n\w+\/setup\/start/)?.[0] : ''
  reply = await bot.pressRef('kim', ref ?? '', 'nl', emptyChannel)
  const steps: readonly Values[] = [
    { name: 'Elders', language: 'nl' },
    { zone: 'Europe/Amsterdam', minimum: '5' },
    {},
    {},
  ]
  for (const values of steps)
    if (reply.kind === 'form') reply = await bot.submit('kim', reply.form, values, { where: emptyChannel })
  return ref?.split('/')[0] ?? ''
}

const restore = async () => {
  const state = await bot.state()
  if (JSON.stringify(everything(state)) !== JSON.stringify(before)) await bot.change(...backTo(before, state))
}
afterEach(restore)
const now = async () => everything(await bot.state())

const refOf = (network: string, name: string, about: readonly string[]) => {
  const [feature = '', action = ''] = name.split('/')
  return writeRef({ network, feature, action, about })
}

async function act(
  role: RoleName,
  name: string,
  kind: 'press' | 'submit',
  more: Partial<{ network: string; about: readonly string[]; values: Values; revision: number }> = {},
): Promise<Reply> {
  const right = rights[name] ?? { may: [], does: 'neither' }
  const { about, values } = await filled(bot, right)
  const ref = refOf(more.network ?? 'example', name, more.about ?? about)
  const { who, where } = roles[role]
  if (kind === 'press') return hear(bot, who, where, { kind, ref })
  const { revision = right.revision ?? 0 } = more
  return hear(bot, who, where, {
    kind,
    ref,
    step: 1,
    revision,
    button: 'next',
    values: more.values ?? values,
  })
}

const names = Object.keys(rights)
const everybody = Object.keys(roles) as RoleName[]
const actionsOf = ({ name, actions = {} }: (typeof features)[number]) =>
  Object.keys(actions).map((action) => `${name}/${action}`)
const has = (name: string, kind: 'press' | 'submit') => {
  const [feature, action = ''] = name.split('/')
  return features.find((each) => each.name === feature)?.actions?.[action]?.[kind] !== undefined
}

describe('the table', () => {
  it('has a row for every action of every feature, and no other', () => {
    expect(names.toSorted()).toEqual(features.flatMap(actionsOf).toSorted())
  })

  it('has a row for every command', () => {
    const words = features.flatMap(({ commands = [] }) => commands.map(({ words }) => words.nl))
    expect(Object.keys(commandRights).toSorted()).toEqual(['help', 'open', ...words].toSorted())
  })

  it('starts from a network in which there is something to do', () => {
    expect(Object.keys(before.round ?? {})).toHaveLength(7)
    expect(elsewhere).toMatch(/^n\w{16}$/)
  })
})

describe.each(names)('%s', (name) => {
  const { may, does } = rights[name] as Right

  it.each(everybody.filter((role) => !may.includes(role)))('is not for %s', async (role) => {
    for (const kind of ['press', 'submit'] as const) {
      const reply = await act(role, name, kind)
      expect(reply.kind).toBe(kind === 'press' ? 'word' : 'errors')
      expect(seen(reply)).toMatch(refused)
      expect(await now()).toEqual(before)
    }
  })

  it.each(may)('is for %s', async (role) => {
    for (const kind of ['press', 'submit'] as const) {
      const reply = await act(role, name, kind)
      const after = await now()
      expect(seen(reply)).not.toMatch(broken)
      if (reply.kind === 'nothing') expect(after).not.toEqual(before)
      else expect(seen(reply)).not.toBe('')
      if (has(name, kind)) expect(seen(reply)).not.toMatch(/^Dit is voor/)
      else expect(seen(reply)).toMatch(/Deze knop werkt niet meer/)
      if (
        kind === does &&
        (role === 'member' || role === 'teamleider') &&
        !/^(agreement|transfer)\//.test(name)
      )
        expect(after).not.toEqual(before)
      await restore()
    }
  })

  it('does something for whom it is, or only shows', async () => {
    const role = may[0] as RoleName
    const kind = does === 'submit' ? 'submit' : 'press'
    await act(role, name, kind)
    if (does === 'neither') expect(await now()).toEqual(before)
    else expect(await now()).not.toEqual(before)
  })

  it('does nothing in another network, whoever brings its name along', async () => {
    const there = everything(await bot.store.read(elsewhere))
    for (const kind of ['press', 'submit'] as const)
      for (const network of [elsewhere, 'none', '__proto__']) {
        const reply = await act('teamleider', name, kind, { network })
        expect(seen(reply)).toMatch(refused)
      }
    expect(everything(await bot.store.read(elsewhere))).toEqual(there)
    expect(await now()).toEqual(before)
  })

  it('answers kindly to whatever is forged', async () => {
    const abouts = [[], ['none'], ['__proto__'], ['constructor', 'x'], [elsewhere], ['-1', '-1', '-1']]
    const values: readonly Values[] = [
      {},
      { __proto__: 'x', constructor: 'y' },
      Object.fromEntries(
        [
          'good',
          'date',
          'from',
          'meeting',
          'own',
          'who',
          'role',
          'until',
          'for',
          'sure',
          'consent',
          'name',
          'dates',
        ].map((id) => [id, ['toString', 'x'.repeat(10_000)]]),
      ),
    ]
    const role = may[0] as RoleName
    for (const about of abouts)
      expect(seen(await act(role, name, 'press', { about })), `press ${about}`).not.toMatch(broken)
    for (const each of values)
      for (const revision of [-1, 0, 999]) {
        const reply = await act(role, name, 'submit', { values: each, revision })
        expect(reply.kind).not.toBe('nothing')
        expect(seen(reply), JSON.stringify(each).slice(0, 50)).not.toMatch(broken)
      }
    for (const step of [0, -1, 2, 99]) {
      const ref = refOf('example', name, (await filled(bot, rights[name] as Right)).about)
      const form = { kind: 'submit' as const, ref, step, revision: 0, values: {} }
      for (const button of ['next', 'back', 'skip'] as const) {
        const reply = await hear(bot, roles[role].who, roles[role].where, { ...form, button })
        expect(seen(reply), `step ${step} ${button}`).not.toMatch(broken)
        expect(seen(reply)).not.toBe('')
      }
    }
  })
})

describe.each(Object.keys(commandRights))('the word %s', (word) => {
  const may = commandRights[word] ?? []
  const say = (role: RoleName) =>
    hear(bot, roles[role].who, roles[role].where, { kind: 'press', ref: `example/command/${word}` })

  it.each(everybody.filter((role) => !may.includes(role)))('is not for %s', async (role) => {
    expect(seen(await say(role))).toMatch(refused)
    expect(await now()).toEqual(before)
  })

  it.each(may)('is for %s', async (role) => {
    const reply = await say(role)
    expect(seen(reply)).not.toBe('')
    expect(seen(reply)).not.toMatch(/^Dit is voor|ging bij mij iets mis/)
  })

  it('typed by somebody of nowhere leads to the way in', async () => {
    const place = { ...emptyChannel, id: 'private-nobody', kind: 'private' as const }
    expect(seen(await hear(bot, account('nobody'), place, { kind: 'command', words: word }))).toContain(
      'Ik weet nog niet bij welk netwerk je hoort. Druk in jullie kanaal op “Doe je mee?”.',
    )
  })
})
