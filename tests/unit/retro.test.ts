import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RetroForm, retroFormSchema } from '../../src/instrument/retro.ts'
import { readRetros, readYaml } from '../../src/read-instruments.ts'
import { dotted, type Facts, makePile, splitPile, topicsOf } from '../../src/retro/board.ts'
import { back, canGoBack, forward } from '../../src/retro/machine.ts'
import { type Note, newRetro, phaseOf, type Retro, type Sheet, wrote } from '../../src/retro/retro.ts'

const forms = [...(await readRetros(join(import.meta.dirname, '../../instruments'))).values()]
const formCalled = (id: string): RetroForm => {
  const found = forms.find((each) => each.id === id)
  if (!found) throw new Error(`there is no form ${id}`)
  return found
}
const minimum = 5

const fresh: Retro = {
  ...newRetro({ id: 'r', form: 'x@1', facilitator: 'anna', pace: 'now', opened: '2026-11-23T15:15:00.000Z' }),
  points: ['één punt'],
}

const sheet = (member: string, notes: readonly Note[] = [], more: Partial<Sheet> = {}): Sheet => ({
  ...{ id: `r.${member}`, retro: 'r', member, revision: 0, named: false, taps: {}, dots: [] },
  notes,
  ...more,
})
const note = (id: string, field = 'pearl'): Note => ({ id, field, words: `woorden van ${id}` })
const people = (count: number, notes = 1, more: Partial<Sheet> = {}) =>
  Array.from({ length: count }, (_, who) =>
    sheet(
      `m${who}`,
      Array.from({ length: notes }, (_unused, which) => note(`n${who}-${which}`)),
      more,
    ),
  )
const facts = (form: RetroForm, sheets: readonly Sheet[]): Facts => {
  let seed = 7
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  return { form, sheets, minimum, random }
}
const phases = (form: RetroForm, sheets: readonly Sheet[]): readonly string[] => {
  const gone: string[] = []
  let now = fresh
  for (let steps = 0; steps < 200; steps++) {
    const { phase } = phaseOf(form, now)
    if (gone.at(-1) !== phase) gone.push(phase)
    if (phase === 'close') return gone
    now = forward(now, facts(form, sheets))
  }
  throw new Error('it never ends')
}

describe('the forms', () => {
  it('are five, each with a word of its own in both languages', () => {
    expect(forms.map(({ id }) => id)).toEqual(['goed', 'parels', 'stil', 'trots', 'vier'])
    const words = forms.flatMap(({ word }) => [word.nl, word.en])
    expect(new Set(words).size).toBe(words.length)
  })

  const good = `id: eigen
version: 1
word: { nl: eigen, en: own }
title: { nl: Eigen, en: Own }
minutes: 5
source: our own
phases:
  - { phase: collect, text: { nl: a, en: a }, fields: [{ id: a, label: { nl: a, en: a }, heading: { nl: a, en: a } }] }
  - { phase: reveal, text: { nl: b, en: b } }
  - { phase: talk, text: { nl: c, en: c } }
  - { phase: close, text: { nl: d, en: d }, points: [{ nl: e, en: e }] }
`
  it('a network can have its own', () => {
    expect(readYaml('own.yaml', good, retroFormSchema)).toMatchObject({ id: 'eigen', minutes: 5 })
  })

  it.each([
    ['a reveal left out', good.replace(/ {2}- \{ phase: reveal.*\n/, ''), 'phases: the phases go'],
    ['an unknown phase', good.replace('phase: talk', 'phase: vote'), 'phases.2'],
    ['nothing to write to', good.replace(/fields: \[.*\] \}/, 'fields: [] }'), 'needs fields or taps'],
    ['a missing translation', good.replace('nl: c, ', ''), 'phases.2.text.nl'],
  ])('%s is named', (_name, text, where) => {
    expect(() => readYaml('own.yaml', text, retroFormSchema)).toThrow(where)
  })
})

describe('the phases', () => {
  it.each([
    ['goed', 2, ['collect', 'reveal', 'talk', 'close']],
    ['trots', 2, ['collect', 'reveal', 'talk', 'close']],
    ['parels', 2, ['collect', 'reveal', 'group', 'choose', 'talk', 'close']],
    ['parels', 1, ['collect', 'reveal', 'choose', 'talk', 'close']],
    ['stil', 2, ['collect', 'reveal', 'collect', 'reveal', 'group', 'choose', 'talk', 'close']],
  ])('of %s, when five people write %s notes each', (id, notes, expected) => {
    expect(phases(formCalled(id), people(5, notes))).toEqual(expected)
  })

  it.each(forms)('of $id go out loud when too few wrote, or nobody', (form) => {
    for (const sheets of [people(4), people(0), people(4, 1).map((each, at) => ({ ...each, named: at > 0 }))])
      expect(phases(form, sheets)).toEqual(['collect', 'talk', 'close'])
  })

  it('show everything with names when few wrote and every one of them chose so', () => {
    const shown = forward(fresh, facts(formCalled('parels'), people(3, 1, { named: true })))
    expect(shown.board.map(({ by }) => by).sort()).toEqual(['m0', 'm1', 'm2'])
  })

  it('show no name once enough people wrote', () => {
    const shown = forward(fresh, facts(formCalled('parels'), people(5, 1, { named: true })))
    expect(shown.board).toHaveLength(5)
    expect(JSON.stringify(shown)).not.toMatch(/m\d/)
  })
})

describe('what was chosen per activity', () => {
  const vier = formCalled('vier')
  const tapped = (values: readonly ('little' | 'right' | 'much')[]) =>
    forward(
      fresh,
      facts(
        vier,
        values.map((value, at) => sheet(`m${at}`, [], { taps: { future: value } })),
      ),
    )

  it('says the most chosen word, and where people differ', () => {
    expect(tapped(['little', 'little', 'little', 'right', 'little']).tallies).toEqual([
      { tap: 'future', most: ['little'], also: ['right'] },
    ])
    expect(tapped(['little', 'much', 'much', 'little', 'right']).tallies).toEqual([
      { tap: 'future', most: ['little', 'much'], also: ['right'] },
    ])
  })

  it('says nothing of an activity that too few spoke about', () => {
    const some = people(5).map((each, at) => ({
      ...each,
      notes: [],
      taps: { future: 'right' as const, ...(at > 0 && { reflect: 'much' as const }) },
    }))
    expect(forward(fresh, facts(vier, some)).tallies.map(({ tap }) => tap)).toEqual(['future'])
  })
})

describe('piles and dots', () => {
  const parels = formCalled('parels')
  const shown = forward(fresh, facts(parels, people(5, 2)))
  const ids = topicsOf(shown).map(({ id }) => id)
  const [one = '', two = '', three = ''] = ids

  it('a pile is made, added to, named anew and taken apart, and no note gets lost', () => {
    const made = makePile(shown, [one, two], 'Samen')
    expect(topicsOf(made)[0]).toMatchObject({ name: 'Samen', notes: [{ id: one }, { id: two }] })
    const [first] = topicsOf(made)
    const more = makePile(made, [first?.id ?? '', three], 'Nog meer samen')
    expect(topicsOf(more)[0]?.notes).toHaveLength(3)
    const split = splitPile(more, topicsOf(more)[0]?.id ?? '')
    expect(topicsOf(split)).toEqual(topicsOf(shown))
  })

  it('dots give the order, a tie keeps its own, and nothing without a dot goes', () => {
    const at = parels.phases.findIndex(({ phase }) => phase === 'choose')
    const sheets = people(5, 2).map((each, who) => ({ ...each, dots: who < 3 ? [three] : [two] }))
    const after = forward({ ...shown, at }, facts(parels, sheets))
    expect(topicsOf(after).map(({ id }) => id)).toEqual([three, two, one, ...ids.slice(3)])
  })

  it('dots of too few people give no order', () => {
    const at = parels.phases.findIndex(({ phase }) => phase === 'choose')
    const sheets = people(5, 2).map((each, who) => ({ ...each, dots: who < 4 ? [three] : [] }))
    expect(forward({ ...shown, at }, facts(parels, sheets)).order).toEqual([])
  })
})

describe('any sequence of presses', () => {
  const deeds = fc.oneof(
    { weight: 4, arbitrary: fc.record({ does: fc.constant('forward' as const) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('back' as const) }) },
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('write' as const), who: fc.nat(7), words: fc.nat(99) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('dot' as const), who: fc.nat(7), which: fc.nat(20) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('pile' as const), from: fc.nat(20), to: fc.nat(20) }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('split' as const), which: fc.nat(20) }) },
  )

  it.each(forms)('of $id loses no note, no dot and no point, and shows nothing before the reveal', (form) => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 60 }), (sequence) => {
        let retro = fresh
        let written = 0
        let seen: readonly string[] = []
        const sheets = people(8, 0)
        for (const deed of sequence) {
          const { phase } = phaseOf(form, retro)
          const topics = topicsOf(retro)
          const mine = 'who' in deed ? sheets[deed.who] : undefined
          if (deed.does === 'write' && mine && phase === 'collect') {
            const fields = form.phases[retro.at]
            const field = fields?.phase === 'collect' ? (fields.fields[0]?.id ?? '') : ''
            sheets[deed.who] = { ...mine, notes: [...mine.notes, note(`w${written++}`, field)] }
          }
          if (deed.does === 'dot' && mine && phase === 'choose') {
            const topic = topics[deed.which % topics.length]
            if (topic) sheets[deed.who] = { ...mine, dots: [topic.id] }
          }
          if (deed.does === 'pile' && phase === 'group') {
            const ticked = [deed.from, deed.to].flatMap((each) => topics[each % topics.length]?.id ?? [])
            retro = makePile(retro, ticked, 'stapel')
          }
          if (deed.does === 'split' && phase === 'group')
            retro = splitPile(retro, topics[deed.which % topics.length]?.id ?? '')
          const before = retro
          if (deed.does === 'forward') retro = forward(retro, facts(form, sheets))
          if (deed.does === 'back' && canGoBack(retro, form)) retro = back(retro, form)

          // What is on the board changes only when they go on from writing, and then only with enough writers.
          const wrote5 = sheets.filter(wrote).length >= minimum
          if (!(deed.does === 'forward' && phase === 'collect' && wrote5))
            expect(retro.board).toBe(before.board)
          else seen = retro.board.map(({ id }) => id)
          expect(retro.board.map(({ id }) => id)).toEqual(seen)
          expect(retro.points).toEqual(fresh.points)
          // All that is on the board lies in one topic, and only one.
          const inTopics = topicsOf(retro).flatMap(({ notes }) => notes.map(({ id }) => id))
          expect(inTopics.toSorted()).toEqual(seen.toSorted())
          for (const each of sheets)
            expect(dotted(retro, each)).toHaveLength(each.dots.filter((dot) => seen.includes(dot)).length)
        }
        expect(sheets.flatMap(({ notes }) => notes)).toHaveLength(written)
        // From anywhere the way leads on to the end, and back to the beginning.
        let ahead = retro
        for (let steps = 0; steps < 200; steps++) ahead = forward(ahead, facts(form, sheets))
        expect(phaseOf(form, ahead).phase).toBe('close')
        for (let steps = 0; steps < 200 && canGoBack(ahead, form); steps++) ahead = back(ahead, form)
        expect(ahead.at).toBe(0)
      }),
      { numRuns: 150 },
    )
  })
})
