/** Who may what (interface.md), written down a second time, and a network in which everything can be tried. */
import { agreements } from '../../src/agreement/agreement.ts'
import type { Values } from '../../src/contracts/form.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import { calls } from '../../src/meeting/call.ts'
import { parcels } from '../../src/network/parcel.ts'
import { emptyChannel, exampleChannel } from '../../src/playground.ts'
import { ownForms } from '../../src/retro/own.ts'
import { newRetro, pinnedForms, pinOf, retros } from '../../src/retro/retro.ts'
import { rounds } from '../../src/round/round.ts'
import { cardRecords } from './cards.ts'
import { crossRecords } from './crosses.ts'
import { answer, type Kit, kit } from './kit.ts'
import { account, changePerson, hear, live } from './live.ts'
import { harvestRecords, summaryRecords } from './records.ts'

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
const card = ['open', '0']
const retro = ['retro']
const harvest = ['harvest']
const ticked = { did: ['met-meeting-1'] }

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
  'meeting/found': { may: lead, about: ['call', 'yes'], does: 'press' },
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
  'dialogue/keep': { may: network, about: card, does: 'press' },
  'dialogue/talked': { may: network, about: card, does: 'press' },
  'dialogue/later': { may: network, about: card, does: 'press' },
  'dialogue/other': { may: network, about: card, does: 'press' },
  'dialogue/undo': { may: network, about: ['kept', '1'], does: 'press' },
  'dialogue/theme': { may: network, about: ['DO', 'channel', '2'], does: 'press' },
  'dialogue/ours': { may: lead, about: ['1'], does: 'neither' },
  'dialogue/add': { may: lead, values: { question: 'Wat gaan we vieren?' }, does: 'submit' },
  'dialogue/import': { may: lead, values: { rows: 'Wat gaan we vieren?' }, does: 'submit' },
  'dialogue/remove': { may: lead, values: { cards: ['own'] }, does: 'submit' },
  'dialogue/every': { may: lead, about: ['month', '0'], does: 'press' },
  'dialogue/slow': { may: ['teamleider'], about: ['stopped', '0'], does: 'press' },
  'monitoring/answer': { may: participant, about: ['crosses'], values: { '1a': 'left' }, does: 'submit' },
  'monitoring/conclude': { may: network, about: ['picture'], values: { conclusion: 'thee' }, does: 'submit' },
  'monitoring/words': { may: network, about: ['picture'], does: 'neither' },
  // Of a round that asked it; what somebody reads there is in monitoring-values.test.ts.
  'monitoring/values': { may: network, about: ['picture'], does: 'neither' },
  'monitoring/guide': { may: network, about: ['picture'], does: 'neither' },
  'monitoring/sheet': { may: network, about: ['picture'], does: 'neither' },
  // One is open already, so it is only shown.
  'monitoring/open': { may: lead, about: ['1'], does: 'neither' },
  'monitoring/not-now': { may: lead, about: ['1'], does: 'neither' },
  'monitoring/table': { may: lead, about: ['1'], does: 'neither' },
  'monitoring/fine': { may: lead, about: ['2026-2027.summer', '0'], does: 'press' },
  'monitoring/off': { may: lead, about: ['2026-2027.summer', '0'], does: 'press' },
  'monitoring/move': {
    may: lead,
    about: ['2026-2027.summer', '0'],
    values: { date: '2027-02-01' },
    does: 'submit',
  },
  'monitoring/own': { may: lead, values: { title: 'Thee', left: 'ja', right: 'nee' }, does: 'submit' },
  'monitoring/object': { may: participant, about: ['own-1'], does: 'press' },
  'monitoring/drop': { may: lead, values: { lines: ['own-1'] }, does: 'submit' },
  'monitoring/later': { may: participant, about: ['crosses'], does: 'press' },
  'monitoring/skip': { may: participant, about: ['crosses'], does: 'press' },
  'monitoring/stop': { may: participant, about: ['crosses'], does: 'press' },
  'monitoring/again': { may: participant, about: ['0'], does: 'press' },
  'pause/until': { may: network, values: { until: '2026-12-14', for: 'network' }, does: 'submit' },
  'privacy/data': { may: anyone, about: ['0'], does: 'neither' },
  'privacy/stop': { may: anyone, about: ['0'], does: 'press' },
  'privacy/erase': { may: anyone, about: ['0'], values: { sure: 'yes' }, does: 'submit' },
  'membership/consent': { may: anyone, values: { consent: 'yes' }, does: 'submit' },
  'membership/role': { may: ['teamleider'], values: { who: 'chris', role: 'coach' }, does: 'submit' },
  'membership/lead': { may: participant, does: 'neither' },
  'delivery/again': { may: ['teamleider'], about: ['lost'], does: 'press' },
  // One runs already, in its first phase; what the others do in theirs is in retro.test.ts.
  'retro/start': { may: lead, does: 'neither' },
  'retro/write': { may: participant, about: retro, values: { 'new-good-0': 'thee' }, does: 'submit' },
  'retro/dots': { may: participant, about: retro, does: 'neither' },
  'retro/card': { may: participant, about: [...retro, 'future', '0'], does: 'neither' },
  'retro/lead': { may: ['teamleider', 'coach'], about: retro, values: { do: 'next' }, does: 'submit' },
  'retro/pile': { may: lead, about: retro, does: 'neither' },
  'retro/split': { may: lead, about: retro, does: 'neither' },
  'retro/time': { may: lead, about: retro, values: { ends: '16:30' }, does: 'submit' },
  'retro/hand': { may: lead, about: retro, values: { to: 'chris' }, does: 'submit' },
  'retro/take': { may: lead, about: [...retro, '0'], does: 'neither' },
  'retro/finish': { may: lead, about: retro, values: { 'point-0': 'thee' }, does: 'submit' },
  'retro/read': { may: network, about: retro, does: 'neither' },
  'retro/ours': { may: lead, about: ['0'], does: 'neither' },
  // The first step only shows what the second will keep.
  'retro/add': { may: lead, values: { rows: 'naam: Vuur\nvragen:\n  - Wat brandt?' }, does: 'neither' },
  'retro/remove': { may: lead, values: { forms: ['own-1'] }, does: 'submit' },
  'harvest/answer': { may: participant, about: harvest, values: { proud: 'thee' }, does: 'submit' },
  'harvest/story': {
    may: participant,
    about: harvest,
    values: { happened: 'thee', share: 'inside' },
    does: 'submit',
  },
  'harvest/read': { may: network, about: ['harvested'], does: 'neither' },
  'harvest/later': { may: participant, about: harvest, does: 'press' },
  'harvest/skip': { may: participant, about: harvest, does: 'press' },
  'harvest/stop': { may: participant, about: harvest, does: 'press' },
  'harvest/again': { may: participant, about: ['0'], does: 'press' },
  'setup/start': { may: anyone, does: 'neither' },
  'setup/change': { may: ['teamleider'], values: { name: 'Anders', language: 'nl' }, does: 'submit' },
  // Its channel is there; that a network without one moves is in delivery's story, happened.test.ts.
  'setup/move': { may: ['teamleider'], about: ['0'], does: 'neither' },
  'setup/undo': { may: ['teamleider'], does: 'neither' },
  'summary/fine': { may: ['teamleider'], about: ['2026-12'], does: 'press' },
  'summary/change': { may: ['teamleider'], about: ['2026-12'], values: ticked, does: 'submit' },
  'summary/now': { may: ['teamleider'], about: ['2026-12'], values: ticked, revision: 1, does: 'submit' },
  'summary/latest': { may: network, does: 'neither' },
  'summary/read': { may: network, about: ['2026-11'], does: 'neither' },
  // A proposal waits already; that it does something without one is in share.test.ts.
  'summary/share': { may: network, about: ['2026-11'], values: { did: ['old'] }, does: 'neither' },
  'summary/text': { may: network, about: ['version'], does: 'neither' },
  'summary/object': { may: network, about: ['version'], does: 'press' },
  'transfer/note': { may: participant, about: ['new'], values: { words: 'vragen stellen' }, does: 'submit' },
  // Pressed by whose note it is; that it does not exist for anybody else is in transfer.test.ts.
  'transfer/forget': { may: participant, about: ['wish'], does: 'press' },
  'transfer/tell': {
    may: participant,
    about: ['wish'],
    values: { how: 'yes', noticed: 'het werkte', share: 'quiet' },
    does: 'submit',
  },
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
  maandbericht: network,
  monitor: lead,
  kaart: network,
  retro: lead,
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
    calls.put({
      ...{ id: 'call', name: 'weekly', state: 'found' },
      ...{ end: '2026-12-02T13:00:00.000Z', until: '2026-12-03T14:30:00.000Z' },
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
  await bot.change(
    ...summaryRecords,
    ...cardRecords,
    ...(await retroRecords(bot)),
    ...(await crossRecords(bot)),
    ...(await harvestRecords(bot)),
  )
  await changePerson(bot, 'fenna', { left: true })
  await changePerson(bot, 'guus', { consent: 'no' })
  return bot
}

/** A retro that Anna leads. */
async function retroRecords(bot: Kit) {
  const form = bot.road.worldOf(await bot.state())?.library.retros.get('goed')
  if (!form) throw new Error('there is no such form')
  const opened = '2026-12-02T14:35:00.000Z'
  return [
    pinnedForms.put({ id: pinOf(form), content: form }),
    ownForms.put({ id: 'forms', forms: [{ ...form, id: 'own-1', title: 'Kampvuur' }], revision: 1 }),
    retros.put(newRetro({ id: 'retro', form: pinOf(form), facilitator: 'anna', pace: 'now', opened })),
  ]
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
