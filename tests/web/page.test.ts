import { expect, test } from 'vitest'
import { submitOf } from '../../adapters/web/page/form.ts'
import {
  blank,
  type Cause,
  closed,
  conversation,
  dismissed,
  newest,
  replied,
  typed,
} from '../../adapters/web/page/model.ts'
import { read, unread } from '../../adapters/web/page/seen.ts'
import { longMoment, momentAt, shortMoment, wallTime, zoneName } from '../../adapters/web/page/time.ts'
import { found, readVisit, writeVisit } from '../../adapters/web/page/visit.ts'
import type { WirePost, WireState } from '../../adapters/web/wire.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { everyForm } from '../contracts/everything.ts'
import { channels, people } from './playground.ts'

const message = { language: 'nl', summary: 'Een woord', blocks: [] } as const
const post = (order: number): WirePost => ({ id: `m${order}`, order, at: '', changed: false, message })
const press: Cause = {
  ...{ as: 'noor', language: 'nl', spot: 'channel', after: 2, at: '' },
  deed: { kind: 'press', ref: 'n1/a/b' },
}
const say: Cause = { ...press, deed: { kind: 'command', words: 'help' } }
const submit: Cause = { ...press, deed: submitOf(everyForm('nl'), 'next', {}) }
const form: Reply = { kind: 'form', form: everyForm('nl') }
const word: Reply = { kind: 'word', message }
const state: WireState = {
  ...{ now: '', zone: 'Europe/Amsterdam', people, channels },
  posts: { c1: [post(1), post(3)], c2: [post(7)], private: [] },
}
const wrong: Reply = { kind: 'errors', errors: { short: 'Kort' } }

test('what only this visitor sees stands below what was there before', () => {
  const model = replied(typed(blank, say, 'help'), say, word)
  const items = conversation([post(1), post(2), post(3)], model.notes)
  expect(items.map((item) => ('post' in item ? item.post.id : item.note.content.tag))).toEqual([
    'm1',
    'm2',
    'typed',
    'word',
    'm3',
  ])
})

test('the same button pressed again says the same once; another person has their own', () => {
  const twice = replied(replied(blank, press, word), press, word)
  expect(twice.notes).toHaveLength(1)
  expect(replied(twice, { ...press, as: 'sam' }, word).notes).toHaveLength(2)
  expect(dismissed(twice, twice.notes[0]?.key ?? '').notes).toEqual([])
})

test('errors leave the form and what was typed in it; the next step is a new one', () => {
  const opened = replied(blank, press, form)
  const again = replied(opened, submit, wrong)
  expect(again.sheet).toMatchObject({ serial: 0, tries: 1, errors: { short: 'Kort' } })
  expect(replied(again, submit, form).sheet).toMatchObject({ serial: 1, tries: 0, errors: {} })
})

test('a form that was closed on its way stays closed, but its word is not lost', () => {
  const left = closed(replied(blank, press, form))
  expect(replied(left, submit, form).sheet).toBeUndefined()
  expect(replied(left, submit, word).notes).toHaveLength(1)
  expect(replied(left, submit, wrong).notes[0]?.content).toMatchObject({ message: { summary: ['Kort'] } })
})

test('a button in the last word of a form may open the next form', () => {
  const ended = replied(replied(blank, press, form), submit, word)
  expect(ended.sheet).toEqual({ tag: 'word', message })
  expect(replied(ended, press, form).sheet).toMatchObject({ tag: 'form' })
  expect(replied(ended, press, word).sheet).toEqual({ tag: 'word', message })
})

test('a field left empty is absent, and so is one that the form does not have', () => {
  const deed = submitOf(everyForm('nl'), 'back', {
    short: '',
    choices: [],
    line: '3',
    choice: 'b',
    stray: 'x',
  })
  expect(deed).toMatchObject({ button: 'back', values: { line: '3', choice: 'b' } })
  expect(Object.keys(deed.kind === 'submit' ? deed.values : {}).sort()).toEqual(['choice', 'line'])
})

test('unread is what came after the newest that was read, for each person by themselves', () => {
  const posts = [post(1), post(4)]
  expect(unread({}, 'noor', 'private', posts)).toBe(2)
  const seen = read({}, 'noor', 'private', posts)
  expect(unread(seen, 'noor', 'private', [...posts, post(6)])).toBe(1)
  expect(unread(seen, 'sam', 'private', posts)).toBe(2)
  expect(unread(seen, 'noor', 'channel', posts)).toBe(2)
  expect(read(seen, 'noor', 'private', posts)).toBe(seen)
})

test('days and times are in the zone of the network', () => {
  const at = '2026-11-26T14:30:00.000Z'
  expect(longMoment(at, 'nl', 'Europe/Amsterdam')).toBe('donderdag 26 november 15:30')
  expect(longMoment(at, 'en', 'Europe/Amsterdam')).toBe('Thursday 26 November 15:30')
  expect(shortMoment(at, 'nl', 'Europe/Amsterdam')).toBe('do 26 nov 15:30')
  expect(shortMoment('2026-07-01T06:05:00.000Z', 'en', 'Europe/Amsterdam')).toBe('Wed 1 Jul 08:05')
})

test('a moment by the clocks of the network, and back', () => {
  const zone = 'Europe/Amsterdam'
  for (const [wall, at] of [
    ['2026-11-26T15:30', '2026-11-26T14:30:00.000Z'],
    ['2027-07-01T00:00', '2027-06-30T22:00:00.000Z'],
    // Said twice in the night in which summer time ends: the first of the two.
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ] as const) {
    expect(momentAt(wall, zone)).toBe(at)
    expect(wallTime(at, zone)).toBe(wall)
  }
  // Skipped in the night in which summer time begins: as much later.
  expect(momentAt('2027-03-28T02:30', zone)).toBe('2027-03-28T01:30:00.000Z')
  expect(momentAt('2026-11-26T15:30', 'Asia/Kolkata')).toBe('2026-11-26T10:00:00.000Z')
  for (const none of [
    '',
    '2026-11-26',
    'morgen',
    '9999-12-31T23:59',
    '12026-11-26T15:30',
    '2026-13-01T10:00',
  ])
    expect(momentAt(none, zone)).toBeUndefined()
  expect(zoneName('nl', zone)).toBe('Midden-Europese tijd')
})

test('the address keeps who, in which language and where', () => {
  for (const spot of ['private', 'c2', 'a & b']) {
    const visit = { as: 'no & or', language: 'en', spot } as const
    expect(readVisit(writeVisit(visit))).toEqual(visit)
  }
})

test('a strange address is Dutch, the first person and the first channel', () => {
  const asked = readVisit('#lang=de&as=nobody&place=<b>')
  expect(found(asked, state)).toEqual({ as: 'noor', language: 'nl', spot: 'c1' })
  expect(found(readVisit(''), state)).toEqual({ as: 'noor', language: 'nl', spot: 'c1' })
  expect(found(readVisit('#place=toString'), state).spot).toBe('c1')
  expect(found(readVisit('#as=kim&place=c2'), state)).toEqual({ as: 'kim', language: 'nl', spot: 'c2' })
  expect(found(readVisit('#place=private'), state).spot).toBe('private')
})

test('the newest post is looked for in every place', () => {
  expect(newest(state)).toBe(7)
  expect(newest({ ...state, posts: {} })).toBe(0)
})
