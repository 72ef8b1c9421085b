/** Who may what (interface.md), written down a second time, and a network in which everything can be tried. */
import { agreements } from '../../src/agreement/agreement.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import { parcels } from '../../src/network/parcel.ts'
import { emptyChannel, exampleChannel } from '../../src/playground.ts'
import { rounds } from '../../src/round/round.ts'
import { answer, type Kit, kit } from './kit.ts'
import { account, changePerson, hear, live } from './live.ts'

const privately = (user: string): Place => ({ ...exampleChannel, id: `private-${user}`, kind: 'private' })

export interface Role {
  readonly who: Account
  readonly where: Place
}

export const roles = {
  member: { who: account('bram'), where: exampleChannel },
  teamleider: { who: account('anna'), where: exampleChannel },
  coach: { who: account('hanna'), where: privately('hanna') },
  'who left': { who: account('fenna'), where: exampleChannel },
  'who said no': { who: account('guus'), where: privately('guus') },
  'a guest of the channel': { who: account('ilse'), where: exampleChannel },
  'a teamleider elsewhere': { who: account('kim'), where: emptyChannel },
  'a namesake of another tenant': { who: account('anna', 'elsewhere'), where: privately('anna') },
  'a namesake on another platform': { who: account('anna', 'playground', 'other'), where: emptyChannel },
} as const satisfies Readonly<Record<string, Role>>

export type RoleName = keyof typeof roles

const lead = ['teamleider', 'coach'] as const
const participant = ['member', 'teamleider'] as const
const network = ['member', ...lead] as const
const anyone = [...network, 'who left', 'who said no', 'a guest of the channel'] as const

export interface Right {
  readonly may: readonly RoleName[]
  /** What a press and a submit are about in the network of `fullKit`. */
  readonly about?: readonly string[]
  readonly values?: Values
  readonly revision?: number
  /** What does something, so that a refusal that changes nothing says something. Neither: only shown. */
  readonly does: 'press' | 'submit' | 'neither'
}

const hours = { from: '15:30', until: '17:00', repeat: 'once', back: 'form', how: 'only' }
const evaluation = ['{round}']
const mine = ['mine', '0']

/** Every action of every feature; `rights.test.ts` compares it with the registry. */
export const rights: Readonly<Record<string, Right>> = {
  'evaluation/answer': { may: participant, about: evaluation, values: { good: 'thee' }, does: 'submit' },
  'evaluation/aloud': { may: lead, about: [...evaluation, '0'], does: 'press' },
  'evaluation/by-form': { may: lead, about: ['{aloud}', '0'], does: 'press' },
  'evaluation/read': { may: network, about: ['{closed}'], does: 'neither' },
  'evaluation/later': { may: participant, about: evaluation, does: 'press' },
  'evaluation/skip': { may: participant, about: evaluation, does: 'press' },
  'evaluation/stop': { may: participant, about: evaluation, does: 'press' },
  'evaluation/again': { may: participant, about: ['0'], does: 'press' },
  'meeting/plan': { may: lead, values: { ...hours, date: '2026-12-14' }, does: 'submit' },
  'meeting/move': {
    may: lead,
    values: { ...hours, date: '2026-12-14', meeting: '{meeting}' },
    does: 'submit',
  },
  'meeting/cancel': { may: lead, values: { meeting: '{meeting}' }, does: 'submit' },
  'agreement/note': { may: network, about: ['hand'], values: { own: 'koffie', who: 'all' }, does: 'submit' },
  'agreement/change': {
    may: network,
    about: ['open'],
    values: { 'words-mine': 'thee', 'state-mine': 'done' },
    revision: 1,
    does: 'submit',
  },
  // Pressed by its owner; that nobody else's press counts is in afspraken.test.ts.
  'agreement/done': { may: network, about: mine, does: 'press' },
  'agreement/carried': { may: network, about: mine, does: 'press' },
  'agreement/dropped': { may: network, about: mine, does: 'press' },
  'pause/until': { may: network, values: { until: '2026-12-14', for: 'network' }, does: 'submit' },
  'privacy/data': { may: anyone, about: ['0'], does: 'neither' },
  'privacy/stop': { may: anyone, about: ['0'], does: 'press' },
  'privacy/erase': { may: anyone, about: ['0'], values: { sure: 'yes' }, does: 'submit' },
  'membership/consent': { may: anyone, values: { consent: 'yes' }, does: 'submit' },
  'membership/role': { may: ['teamleider'], values: { who: 'chris', role: 'coach' }, does: 'submit' },
  'membership/lead': { may: participant, does: 'neither' },
  'delivery/again': { may: ['teamleider'], about: ['lost'], does: 'press' },
  'setup/start': { may: anyone, does: 'neither' },
  'setup/change': { may: ['teamleider'], values: { name: 'Anders', language: 'nl' }, does: 'submit' },
  'setup/undo': { may: ['teamleider'], does: 'neither' },
}

/** Every command, by its Dutch word. */
export const commandRights: Readonly<Record<string, readonly RoleName[]>> = {
  help: anyone,
  open: anyone,
  evaluatie: lead,
  bijeenkomst: lead,
  afspraken: network,
  pauze: network,
  privacy: anyone,
  leden: ['teamleider'],
  start: anyone,
  instellingen: ['teamleider'],
}

/** A network with a round open, one closed and one out loud, a meeting to come and an agreement of the member. */
export async function fullKit(): Promise<Kit> {
  const bot = await kit()
  await bot.drain()
  for (const user of ['anna', 'bram', 'chris', 'dewi', 'emre'])
    await answer(bot, user, [{ good: `goed ${user}` }, {}])
  await live(bot, '2026-11-26T14:30:00Z')
  const plan = { step: 1, revision: 0, button: 'next' as const, kind: 'submit' as const }
  for (const [revision, date] of ['2026-11-30', '2026-12-01', '2026-12-10'].entries())
    await hear(bot, account('anna'), exampleChannel, {
      ...plan,
      revision,
      ref: 'example/meeting/plan',
      values: { ...hours, date },
    })
  await live(bot, '2026-12-02T14:35:00Z')
  const [, , last] = rounds.all(await bot.state())
  if (last) await bot.change(rounds.put({ ...last, aloud: true }))
  await bot.change(
    agreements.put({
      id: 'mine',
      words: 'boeken lezen',
      owner: 'bram',
      state: 'open',
      from: 'hand',
      asked: true,
      answered: false,
      revision: 0,
    }),
    parcels.put({
      id: 'lost',
      order: 1,
      to: { member: 'bram' },
      message: { language: 'nl', summary: 'zoek', blocks: [] },
      state: 'unknown',
      after: '2026-12-01T12:00:00.000Z',
      tries: 1,
    }),
  )
  await changePerson(bot, 'fenna', { left: true })
  await changePerson(bot, 'guus', { consent: 'no' })
  return bot
}

/** Fills in what a right is about in this network. */
export async function filled(bot: Kit, { about = [], values = {} }: Right) {
  const state = await bot.state()
  const [closed, open, aloud] = rounds.all(state)
  const coming = [...state.all('meeting').keys()].at(-1) ?? ''
  const names: Readonly<Record<string, string>> = {
    '{closed}': closed?.id ?? '',
    '{round}': open?.id ?? '',
    '{aloud}': aloud?.id ?? '',
    '{meeting}': coming,
  }
  const fill = (value: Values[string]) => (typeof value === 'string' ? (names[value] ?? value) : value)
  return {
    about: about.map((each) => names[each] ?? each),
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fill(value)])),
  }
}
