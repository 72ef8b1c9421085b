/** One network lives a year in which everything comes by: it is told in full, asked little, and never drawn a card twice. */
import { addDays } from 'date-fns/addDays'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dateOf } from '../../src/calendar/calendar.ts'
import { weekOf } from '../../src/calendar/day.ts'
import type { Field, Form, Values } from '../../src/contracts/form.ts'
import { draws } from '../../src/features/dialogue/records.ts'
import { cardsOf } from '../../src/instrument/deck.ts'
import { asks, budget } from '../../src/network/attention.ts'
import { exampleChannel } from '../../src/playground.ts'
import { rounds } from '../../src/round/round.ts'
import { tales } from '../../src/story/story.ts'
import { summaries } from '../../src/summary/summary.ts'
import { notes } from '../../src/transfer/transfer.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, live, planMeeting } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { five } from '../support/month.ts'
import { begin, finish, write } from '../support/retro.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const meetings = [
  ...['2027-01-18', '2027-02-08', '2027-03-15', '2027-04-12', '2027-05-24', '2027-06-14'],
  ...['2027-09-13', '2027-10-11'],
]

/** Somebody fills in what is there. */
const something = (user: string, field: Field): Values[string] => {
  switch (field.tag) {
    case 'choice':
    case 'person':
      return String(field.value ?? field.options[0]?.value)
    case 'choices':
      return field.options.slice(0, Math.min(field.most, 3)).map(({ value }) => value)
    case 'line':
      return field.places[user.length % field.places.length]?.value ?? ''
    case 'short':
    case 'long':
      return `${field.id} van ${user}`
    default:
      return ''
  }
}
const filled = (user: string, { fields }: Form): Values =>
  Object.fromEntries(fields.map((field) => [field.id, something(user, field)]))

/** Everybody fills in what is open; who means to do something lets the bot come back to it. */
async function answerAll(): Promise<void> {
  for (const { id, feature, state, aloud } of rounds.all(await bot.state())) {
    if (state === 'closed' || aloud) continue
    for (const user of five) {
      let reply = await bot.pressRef(user, `example/${feature}/answer/${id}`)
      while (reply.kind === 'form') reply = await bot.submit(user, reply.form, filled(user, reply.form))
      const [yes] =
        reply.kind === 'word' ? buttonsOf(reply.message).filter(({ label }) => label === 'Ja, graag') : []
      const note = yes && (await bot.pressRef(user, yes.ref))
      if (note?.kind === 'form') await bot.submit(user, note.form, { words: `uitproberen van ${user}` })
    }
  }
}

async function pressCards(): Promise<void> {
  for (const message of bot.channel()) {
    const talked = buttonsOf(message).find(({ label }) => label === 'We spraken erover')
    if (talked) await bot.pressRef('bram', talked.ref)
  }
}

/** In spring, out of a form that they wrote themselves. */
async function lookBack(): Promise<void> {
  const rows = 'naam: Kampvuur\nvragen:\n  - Wat geeft warmte?\nstippen: 0'
  const form = formIn(
    await bot.pressRef('anna', buttonIn(await bot.say('anna', 'retro eigen'), 'Nieuwe vorm').ref),
  )
  await bot.submit('anna', formIn(await bot.submit('anna', form, { rows })), { rows })
  const offered = formIn(
    await bot.pressRef('anna', buttonIn(await bot.say('anna', 'retro kampvuur'), 'Begin een retro').ref),
  )
  await begin(bot, String(offered.fields[0]?.value))
  for (const user of five) await write(bot, user, { 'new-q0-0': `warmte van ${user}` })
  await finish(bot, { 'point-0': 'vaker buiten' }, { 'agree-0': 'samen een les bezoeken' })
}

it('a year in which everything happens', { timeout: 180_000 }, async () => {
  for (const date of meetings) await planMeeting(bot, date)
  const drawn = new Map<string, readonly string[]>()
  const asked = new Map<string, { readonly to: string; readonly date: string }>()
  const begun = new Set<string>()
  let none = ''
  for (let week = 0; week < 50; week++) {
    const monday = dateOf(addDays(new Date('2026-11-23T12:00:00Z'), 7 * week), 'UTC')
    // On Tuesday what came up on Monday is answered; on Friday what came up since.
    for (const day of [1, 4]) {
      await live(bot, `${dateOf(addDays(new Date(`${monday}T12:00:00Z`), day), 'UTC')}T16:30:00Z`)
      await answerAll()
      const state = await bot.state()
      for (const { id, cards } of draws.all(state)) drawn.set(id, cards)
      for (const each of asks.all(state)) asked.set(each.id, each)
      for (const { feature } of rounds.all(state)) begun.add(feature)
      if (notes.all(state).length > 0) begun.add('transfer')
    }
    await pressCards()
    if (monday === '2027-04-05') await lookBack()
    if (monday === '2027-06-07') {
      const invitation = bot.channel().find((each) => words(each).includes('Vertel je verhaal'))
      const story = formIn(await bot.pressRef('dewi', buttonIn(invitation, 'Vertel je verhaal').ref))
      await bot.submit('dewi', story, {
        happened: 'We keken bij elkaar',
        noticed: 'Meer rust',
        share: 'inside',
      })
    }
    if (monday >= '2027-06-21')
      for (const user of five) none = seen(await bot.say(user, 'kaart', 'nl', exampleChannel))
  }

  const state = await bot.state()
  expect([...begun].toSorted()).toEqual(['evaluation', 'harvest', 'monitoring', 'transfer'])
  expect(tales.all(state)).toHaveLength(1)

  const cards = [...drawn.values()].flat()
  const deck = bot.road.worldOf(state)?.library.deck
  expect(new Set(cards).size).toBe(cards.length)
  expect(cards).toHaveLength(deck ? cardsOf(deck).length : 0)
  expect(none).toBe('Jullie hebben alle kaarten van dit jaar al gezien.')

  const months = summaries.all(state).map(({ id }) => id)
  expect(months.toSorted()).toEqual([
    '2026-12',
    ...['01', '02', '03', '04', '05', '06', '07', '09', '10', '11'].map((month) => `2027-${month}`),
  ])
  const lines = summaries
    .all(state)
    .flatMap((each) => each.lines.map(({ id, section }) => `${section} ${id}`))
  const once = lines.filter((line) => !/^(agreed|next) /.test(line))
  expect(new Set(once).size).toBe(once.length)
  expect(
    summaries
      .get(state, '2027-05')
      ?.lines.map(({ text }) => JSON.stringify(text.nl))
      .join(),
  ).toContain('Kampvuur')

  const counts = Map.groupBy([...asked.values()], ({ to, date }) => `${to} ${weekOf(date)}`)
  const shared = (date: string) => counts.get(`everyone ${date}`)?.length ?? 0
  for (const [key, { length }] of counts) {
    const [to = '', week = ''] = key.split(' ')
    const most = to === 'channel' ? budget.channelWeek : budget.personWeek
    expect(length + (to === 'everyone' ? 0 : shared(week)), key).toBeLessThanOrEqual(most)
  }
})
