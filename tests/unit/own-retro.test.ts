import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownLimits, readOwnForm } from '../../src/instrument/own-retro.ts'
import { keptFormSchema } from '../../src/instrument/retro.ts'

const free = () => false
const bad = (text: string) => readOwnForm(text, free).bad?.map(({ line, why }) => `${line} ${why}`)
const good = (text: string) => {
  const { form } = readOwnForm(text, free)
  if (!form) throw new Error(JSON.stringify(bad(text)))
  return form
}
const phasesOf = (text: string) => good(text).phases.map(({ phase }) => phase)
const short = 'naam: Vuur\nvragen:\n  - Wat brandt?'

describe('a form in a network’s own words', () => {
  it('needs a name and a question, and gets the rest', () => {
    expect(phasesOf(short)).toEqual(['collect', 'reveal', 'group', 'choose', 'talk', 'close'])
    expect(good(short)).toMatchObject({ title: 'Vuur', word: { nl: 'vuur', en: 'vuur' }, minutes: 20 })
  })

  it('takes a single question right behind the colon', () => {
    expect(good('naam: V\nvragen: Wat brandt?').phases.at(0)).toMatchObject({
      fields: [{ label: 'Wat brandt?' }],
    })
  })

  it('leaves choosing out where there are no dots', () => {
    expect(phasesOf(`${short}\nstippen: 0`)).toEqual(['collect', 'reveal', 'talk', 'close'])
  })

  it('reads English keys, quotation marks and numbers as they were written', () => {
    const form = good('NAME: "007"\nminutes: 5\nquestions:\n- "tea: green?"\npoints: [2, three]\ntalk: Talk.')
    expect(form).toMatchObject({ title: '007', minutes: 5 })
    expect(form.phases.at(0)).toMatchObject({ fields: [{ label: 'tea: green?', rows: 2 }] })
    expect(form.phases.at(-1)).toMatchObject({ points: ['2', 'three'] })
    expect(form.phases.at(-2)).toMatchObject({ text: 'Talk.' })
  })

  it.each([
    ['', ['1 shape']],
    ['thee', ['1 shape']],
    ['- een\n- twee', ['1 shape']],
    ['naam: "open\nvragen: [a]', ['2 yaml']],
    ['minuten: 5', ['1 name', '1 questions']],
    ['naam:\nvragen:', ['1 name', '2 questions']],
    ['naam: V\nvragen:\n  thee: groen', ['2 list']],
    ['naam: V\nvragen: []', ['2 questions']],
    ['naam: V\nnaam: W\nvragen: [a]', ['2 yaml']],
    ['naam: V\nname: W\nvragen: [a]', ['2 twice']],
    ['naam: V\nvragen:\n  - thee: groen?', ['3 text']],
    ['naam: V\nvragen:\n  - thee\n  - "  THEE "', ['4 same']],
    ['naam: V\nvragen:\n  - thee\n  -', ['4 empty']],
    ['naam: V\nvragen: [a, b, c, d, e]', ['2 many']],
    ['naam: V\nvragen: [a]\nstippen: 6', ['3 number']],
    ['naam: V\nvragen: [a]\nminuten: 0', ['3 number']],
    ['naam: V\nvragen: [a]\nminuten: veel', ['3 number']],
    ['naam: V\nvragen: [a]\npunten: [a, b, c, d]', ['3 many']],
    ['naam: V\nvragen: [a]\npraten: [b]', ['3 text']],
    ['naam: V\nvragen: [*a]', ['2 text']],
    [`naam: ${'x'.repeat(41)}\nvragen:\n  - ${'y'.repeat(151)}`, ['1 long', '3 long']],
    ['naam: V\nvragen: [a]\nkleur: rood\n? [x]\n: y', ['3 key', '4 key']],
  ])('%j: %j', (text, problems) => {
    expect(bad(text)).toEqual(problems)
  })

  it('refuses a name that is in use', () => {
    expect(readOwnForm(short, (name) => name === 'Vuur').bad).toEqual([{ line: 1, why: 'taken' }])
  })

  it('whatever is pasted, it gives a whole form or rows on lines that are there', () => {
    const piece = fc.constantFrom(
      'naam: ',
      'vragen:',
      '  - ',
      '\n',
      'Wat?',
      '"',
      ': ',
      '[',
      '&a',
      '*a',
      '0',
      '-',
      '#',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const { form, bad: rows } = readOwnForm(text, free)
          if (form) {
            keptFormSchema.parse({ ...form, id: 'own', version: 1, source: 'own' })
            const [collect] = form.phases
            expect(collect?.phase === 'collect' && collect.fields.length).toBeLessThanOrEqual(
              ownLimits.questions,
            )
          } else {
            expect(rows?.length).toBeGreaterThan(0)
            const lines = text.split(/\r\n?|\n/).length
            for (const { line } of rows ?? []) expect(line).toBeLessThanOrEqual(lines)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
