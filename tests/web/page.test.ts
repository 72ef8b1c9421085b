import { expect, test } from 'vitest'
import { submitOf } from '../../adapters/web/page/form.ts'
import {
  blank,
  type Cause,
  closed,
  conversation,
  dismissed,
  replied,
  typed,
} from '../../adapters/web/page/model.ts'
import { read, unread } from '../../adapters/web/page/seen.ts'
import { longMoment, shortMoment } from '../../adapters/web/page/time.ts'
import { readVisit, writeVisit } from '../../adapters/web/page/visit.ts'
import type { WirePost } from '../../adapters/web/wire.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { everyForm } from '../contracts/everything.ts'

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

test('the address keeps who, in which language and where; a strange one is Dutch in the channel', () => {
  const visit = { as: 'no & or', language: 'en', spot: 'private' } as const
  expect(readVisit(writeVisit(visit))).toEqual(visit)
  expect(readVisit('#lang=de&place=<b>')).toEqual({ as: '', language: 'nl', spot: 'channel' })
})
