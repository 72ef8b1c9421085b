import { describe, expect, it } from 'vitest'
import type { State } from '../../src/contracts/store.ts'
import { withChanges } from '../../src/contracts/store.ts'
import { type Instrument, instrumentSchema } from '../../src/instrument/instrument.ts'
import { type Member, newMember } from '../../src/network/member.ts'
import {
  allReady,
  closeRound,
  instrumentOf,
  markReady,
  openRound,
  saveStep,
  withdraw,
} from '../../src/round/engine.ts'
import { checkStep, firstOpenStep, itemsIn, saidSomething, stepForm } from '../../src/round/form.ts'
import { answersTo, type Round, rounds } from '../../src/round/round.ts'

const text = (words: string) => ({ nl: words, en: words })
const instrument: Instrument = instrumentSchema.parse({
  id: 'test',
  version: 1,
  title: text('Test'),
  source: 'own, for this test',
  steps: [
    {
      items: [
        {
          id: 'where',
          type: 'choice',
          text: text('Where?'),
          source: 'own',
          options: [
            { id: 'here', text: text('Here') },
            { id: 'there', text: text('There') },
            { id: 'unsure', text: text("I don't know"), open: true },
          ],
        },
      ],
    },
    { items: [{ id: 'why', type: 'text', text: text('Why?'), source: 'own' }] },
  ],
})

const empty: State = { get: () => undefined, all: () => new Map(), kinds: () => [] }
const person = (id: string): Member => ({
  ...newMember({ id, name: id, language: 'nl', accounts: [] }),
  consent: 'yes',
})

function opened(made: Instrument = instrument): { state: State; round: Round } {
  const { round, changes } = openRound(
    {
      id: 'r',
      feature: 'test',
      about: 'm',
      opened: '2026-11-23T15:15:00.000Z',
      closes: '2026-11-26T14:30:00.000Z',
      aloud: false,
    },
    made,
  )
  return { state: withChanges(empty, changes), round }
}

function answered(values: readonly Record<string, string>[]) {
  const { state, round } = opened()
  const after = values.reduce(
    (so, each, index) =>
      withChanges(
        so,
        saveStep(
          so,
          round,
          person(`p${index}`),
          [...itemsIn(instrument, 1), ...itemsIn(instrument, 2)],
          each,
        ),
      ),
    state,
  )
  return { state: after, round }
}

describe('a round', () => {
  it('keeps the questions it opened with when a newer version appears', () => {
    const { state, round } = opened()
    const newer = { ...instrument, version: 2, steps: instrument.steps.slice(1) }
    const later = withChanges(state, openRound({ ...round, id: 'r2' }, newer).changes)
    expect(instrumentOf(later, round).steps).toHaveLength(2)
  })

  it('counts "I don’t know" as answered and not as something said', () => {
    const unsure = answered(Array.from({ length: 6 }, () => ({ where: 'unsure' })))
    expect(closeRound(unsure.state, unsure.round, 5, Math.random).round.result).toEqual([])
    expect(saidSomething(instrument, { where: 'unsure' })).toBe(false)
    const [first] = answersTo(unsure.state, 'r')
    expect(first && firstOpenStep(instrument, first)).toBe(2)
    const five = answered([...Array.from({ length: 5 }, () => ({ where: 'here' })), { where: 'unsure' }])
    expect(closeRound(five.state, five.round, 5, Math.random).round.result).toEqual([
      { item: 'where', quotes: [], chosen: ['here'] },
    ])
  })

  it('leaves nothing of a member who stops, and nothing of anybody after the close', () => {
    const { state, round } = answered([{ why: 'one' }, { why: 'two' }])
    expect(answersTo(withChanges(state, withdraw(state, 'p0')), 'r')).toHaveLength(1)
    const closed = withChanges(state, closeRound(state, round, 4, Math.random).changes)
    expect(answersTo(closed, 'r')).toEqual([])
    expect(JSON.stringify(rounds.get(closed, 'r'))).not.toMatch(/one|two|p0/)
  })

  it('is complete when everybody who takes part is ready, and never when nobody does', () => {
    const { state, round } = opened()
    const [one, two] = [person('p0'), person('p1')]
    const half = withChanges(state, [markReady(round, one)])
    expect(allReady(half, round, [one, two])).toBe(false)
    expect(allReady(withChanges(half, [markReady(round, two)]), round, [one, two])).toBe(true)
    expect(allReady(half, round, [])).toBe(false)
  })
})

describe('a step as a form', () => {
  const { state, round } = opened()
  const answers = { id: 'r.p', round: 'r', member: 'p', revision: 3, values: { where: 'there' } }
  const step = (number: number) =>
    stepForm({
      ref: 'x',
      language: 'en',
      instrument: instrumentOf(state, round),
      answers,
      step: number,
      intro: [],
    })

  it('shows what was answered before, and back and send where they belong', () => {
    expect(step(1)).toMatchObject({
      step: 1,
      steps: 2,
      revision: 3,
      fields: [{ tag: 'choice', value: 'there' }],
    })
    expect(step(1).buttons).toEqual({ next: 'Next', skip: 'Skip', close: 'Later' })
    expect(step(2).buttons).toEqual({ next: 'Send', skip: 'Skip', close: 'Later', back: 'Back' })
  })

  it.each([
    [{ where: 'nowhere' }, 'where'],
    [{ where: ['here', 'there'] }, 'where'],
  ])('says that %o is not from the list', (values, field) => {
    expect(Object.keys(checkStep(itemsIn(instrument, 1), values, 'en').errors)).toEqual([field])
  })

  it('takes nothing that was not asked', () => {
    const { values } = checkStep(itemsIn(instrument, 1), { where: 'here', why: 'x', __proto__: 'y' }, 'en')
    expect(values).toEqual({ where: 'here' })
  })
})
