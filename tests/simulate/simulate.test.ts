import { describe, expect, it } from 'vitest'
import { schoolCalendar } from '../../src/calendar/calendar.ts'
import type { Json, State } from '../../src/contracts/store.ts'
import type { NamesAtPlaces } from '../../src/network/picture.ts'
import { castGroup } from './cast.ts'
import { chanceOf } from './chance.ts'
import { Answers, ties } from './rules/answers.ts'
import { judging, language, logged, silence } from './rules/manners.ts'
import { Budget, CatchUp, hours, Once, sameness } from './rules/rhythm.ts'
import { asks, type Sent } from './rules/seen.ts'
import { mark } from './words.ts'
import { liveYear, wholeYear } from './year.ts'

const calendar = schoolCalendar([])
const group = castGroup(chanceOf('test'), 0, { size: 5, language: 'nl' })
const [person] = group.people
const reminder = { feature: 'evaluation', kind: 'remind', about: 'round.member' }

/** Monday 23 November 2026, 15:30: a reminder to somebody who takes part. */
const sent = (changed: Partial<Sent> = {}): Sent => ({
  group,
  person: { ...person, consent: 'yes' },
  moment: new Date('2026-11-23T14:30:00Z'),
  date: '2026-11-23',
  fresh: true,
  cause: reminder,
  parcel: 'p1',
  message: { language: 'nl', summary: 'Terugkijken kan nog.', blocks: [] },
  ...changed,
})
const { cause: _cause, ...byPerson } = sent()

describe('a simulated school year', () => {
  it('of six networks, with downtime, breaks no rule', { timeout: 300_000 }, async () => {
    const year = await liveYear({ networks: 6, seed: 'suite', days: wholeYear, sync: false })
    expect(year.broken).toEqual([])
    expect(year.figures.answers).toBeGreaterThan(100)
    expect(year.figures.downtimeHours).toBeGreaterThan(1000)
  })

  it('is the same for the same seed, and another for another', { timeout: 300_000 }, async () => {
    const live = (seed: string) => liveYear({ networks: 1, seed, days: 90, sync: false })
    const [one, same, other] = [await live('a'), await live('a'), await live('b')]
    expect(same).toEqual(one)
    expect(other.figures).not.toEqual(one.figures)
  })
})

describe('a rule says so when it is broken', () => {
  it('once: the same occurrence, the same slot, the same subject', () => {
    const once = new Once()
    for (const one of [sent(), sent({ slot: 'a' })]) {
      expect(once.see(sameness(one), 'x')).toEqual([])
      expect(once.see(sameness({ ...one, parcel: 'p2' }), 'x')).toEqual(['once: x a second time'])
    }
    expect(once.see(sameness({ ...byPerson, parcel: 'p3' }), 'x')).toEqual([])
    expect(once.see(sameness({ ...byPerson, parcel: 'p4' }), 'x')).toEqual([])
  })

  it.each([
    ['2026-11-23T06:59:00Z', '2026-11-23', 1],
    ['2026-11-23T07:00:00Z', '2026-11-23', 0],
    ['2026-11-23T17:00:00Z', '2026-11-23', 0],
    ['2026-11-23T17:01:00Z', '2026-11-23', 1],
    ['2026-11-28T12:00:00Z', '2026-11-28', 1],
  ])('school hours: %s', (moment, date, broken) => {
    const at = sent({ moment: new Date(moment), date })
    expect(hours(at, calendar)).toHaveLength(broken)
    expect(hours({ ...byPerson, moment: at.moment, date }, calendar)).toEqual([])
    expect(hours({ ...at, cause: { ...reminder, kind: 'open' } }, calendar)).toEqual([])
  })

  it('the budget: two a week, one a day; a channel three a week; what a person starts breaks nothing', () => {
    const budget = new Budget()
    const add = (kind: 'person' | 'channel', date: string, own = true) =>
      budget.add(kind, 'u', `2026-11-${date}`, 'x', own).length
    expect(['23', '23', '25', '30'].map((date) => add('person', date))).toEqual([0, 1, 1, 0])
    expect(['23', '24', '25', '26'].map((date) => add('channel', date))).toEqual([0, 0, 0, 1])
    expect(add('person', '25', false)).toBe(0)
  })

  it('what asks: not a requested repeat, not a role word, a channel message only with a first button', () => {
    expect(asks(sent())).toBe(true)
    expect(asks(sent({ again: 'asked for' }))).toBe(false)
    expect(asks(sent({ cause: { ...reminder, feature: 'membership', kind: 'welcome' } }))).toBe(false)
    const { person: _person, ...channel } = sent()
    const buttons = [
      { label: 'Invullen', ref: 'n/evaluation/answer/r', opens: 'form', primary: true },
    ] as const
    expect(asks(channel)).toBe(false)
    expect(asks({ ...channel, message: { ...channel.message, blocks: [{ tag: 'buttons', buttons }] } })).toBe(
      true,
    )
  })

  it('catching up: a second message to the same reader', () => {
    const rule = new CatchUp()
    expect(rule.see(sent(), calendar)).toEqual([])
    rule.back(sent().moment)
    expect(rule.see(sent(), calendar)).toEqual([])
    expect(rule.see(sent({ cause: { ...reminder, kind: 'unreached' } }), calendar)).toHaveLength(1)
  })

  it('catching up counts at the start of the first school hours too, after coming back at night', () => {
    const rule = new CatchUp()
    rule.back(new Date('2026-11-21T22:00:00Z'))
    const morning = sent({ moment: new Date('2026-11-23T07:00:00Z') })
    expect([rule.see(morning, calendar), rule.see(morning, calendar)].map(({ length }) => length)).toEqual([
      0, 1,
    ])
  })

  it.each([
    [{ consent: 'yes' }, 0],
    [{ consent: 'later' }, 1],
    [{ consent: 'yes', left: true }, 1],
    [{ consent: 'yes', paused: '2026-11-24' }, 1],
    [{ consent: 'yes', paused: '2026-11-23' }, 0],
  ] as const)('silence: %o', (changed, broken) => {
    expect(silence(sent({ person: { ...person, ...changed } }))).toHaveLength(broken)
  })

  it('the language, by its name and by its words', () => {
    const said = (text: string) => ({ language: 'nl', summary: text, blocks: [] }) as const
    expect(language(said('Dit kan nog tot maandag.'), 'nl', 'x')).toEqual([])
    expect(language(said('Dit kan nog tot maandag.'), 'en', 'x')).toHaveLength(1)
    expect(language(said('You can do this until Monday.'), 'nl', 'x')).toHaveLength(1)
  })

  it('judging: a percentage, a mean, a mark', () => {
    const says = (text: string) => judging({ language: 'nl', summary: text, blocks: [] }, 'x').length
    expect(['80 %', 'Gemiddeld links', 'Een 3 van de 5', 'On average'].map(says)).toEqual([1, 1, 1, 1])
    expect(says('Ik geef geen cijfers.')).toBe(0)
  })

  it('the log: an answer, a name', () => {
    expect(logged('{"code":"send-later"} not sent', ['Anna'])).toEqual([])
    expect(logged('to Anna', ['Anna'])).toHaveLength(1)
    expect(logged(`said${mark(1)}`, ['Anna'])).toHaveLength(1)
  })
})

describe('answers', () => {
  const quotesOf = (count: number) => {
    const answers = new Answers()
    const quotes = Array.from({ length: count }, (_, index) => {
      const quote = `goed${mark(answers.mark('r', `u${index}`))}`
      answers.said('r', `u${index}`, ['good', 'value'], { good: quote, value: ['direct'] })
      return quote
    })
    return { answers, quotes }
  }
  const closed = (quotes: readonly string[], chosen: readonly string[] = []) => ({
    id: 'r',
    result: [
      { item: 'good', quotes: [...quotes], chosen: [] },
      { item: 'value', quotes: [], chosen: [...chosen] },
    ],
  })

  it('may be shown from the minimum on, whole and unchanged', () => {
    const { answers, quotes } = quotesOf(5)
    expect(answers.closed(closed(quotes, ['direct']), 5)).toEqual([])
    expect(answers.visible(quotes)).toEqual([])
  })

  it('may not be shown below it, nor an option, nor be lost', () => {
    const few = quotesOf(4)
    expect(
      few.answers.closed(closed(few.quotes, ['direct']), 5).filter((each) => each.startsWith('minimum')),
    ).toHaveLength(2)
    const lost = quotesOf(6)
    expect(lost.answers.closed(closed(lost.quotes.slice(1)), 5)).toHaveLength(1)
  })

  it('are seen by nobody before the close but by whom they are of', () => {
    const { answers, quotes } = quotesOf(2)
    expect(answers.visible(quotes[0], 'u0')).toEqual([])
    expect(answers.visible(quotes[0], 'u1')).toHaveLength(1)
    expect(answers.visible(quotes[0])).toHaveLength(1)
  })

  it('crosses: not below the minimum, and no name that was not chosen', () => {
    const closedWith = (people: number, named?: NamesAtPlaces) => {
      const answers = new Answers()
      for (let index = 0; index < people; index++) answers.said('r', `u${index}`, ['1a'], { '1a': 'left' })
      const line = { now: [0, people, 0, 0, 0, 0, 0], ways: {}, ...(named && { named: { now: named } }) }
      return answers.closed({ id: 'r', result: [{ item: '1a', quotes: [], chosen: [], line }] }, 5)
    }
    expect(closedWith(5)).toEqual([])
    expect(closedWith(4)).toHaveLength(1)
    expect(closedWith(5, [[], [{ name: 'u0' }], [], [], [], [], []])).toHaveLength(1)
  })

  it('leave no tie in the store', () => {
    const state = (kind: string, record: Json): State => ({
      get: () => record,
      all: (asked) => new Map(asked === kind ? [['x', record]] : []),
      kinds: () => [kind],
    })
    expect(ties(state('round', { id: 'r', result: `goed${mark(1)}` }), 'r', ['m'])).toEqual([])
    expect(
      ties(state('answers', { round: 'r', member: 'm', good: `goed${mark(1)}` }), 'r', ['m']),
    ).toHaveLength(1)
    expect(ties(state('participation', { round: 'r', member: 'm' }), 'r', ['m'])).toHaveLength(1)
    expect(ties(state('handled', { id: 'digest', about: 'r' }), 'r', ['m'])).toHaveLength(1)
    const signed = { now: [[{ member: 'm', name: 'Mo' }]] }
    expect(ties(state('round', { id: 'r', result: [{ line: { named: signed } }] }), 'r', ['m'])).toEqual([])
    expect(ties(state('round', { id: 'r', result: [{ line: signed }] }), 'r', ['m'])).toHaveLength(1)
  })
})
