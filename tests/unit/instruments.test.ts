import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { instrumentSchema, itemsOf } from '../../src/instrument/instrument.ts'
import { readInstruments, readYaml } from '../../src/read-instruments.ts'

const folder = join(import.meta.dirname, '../../instruments')
const good = await readFile(join(folder, 'after-meeting.yaml'), 'utf8')

describe('instruments', () => {
  it('all read, and every item names its source', async () => {
    for (const instrument of (await readInstruments(folder)).values())
      for (const { source } of itemsOf(instrument)) expect(source.length).toBeGreaterThan(10)
  })

  it.each([
    [
      'a missing translation',
      good.replace(/ {10}en: What worked.*\n/, ''),
      'line 13, steps.0.items.0.text.en',
    ],
    ['an unknown type', good.replace('type: choices', 'type: slider'), 'steps.1.items.0.type'],
    ['an id used twice', good.replace('id: next', 'id: good'), 'the id "good" is used twice'],
    ['a field nobody knows', good.replace('points: true', 'pionts: true'), 'pionts'],
    ['a source left out', good.replace(/ {8}source: '"Leraar.*\n/, ''), 'steps.0.items.0.source'],
    ['a version that is no number', good.replace('version: 1', 'version: one'), 'line 3, version'],
    ['broken YAML', good.replace('steps:', 'steps: ['), 'this is not valid YAML'],
    ['an empty file', '', 'the whole file'],
  ])('%s is named by file, line and field', (_name, text, where) => {
    expect(() => readYaml('instruments/foo.yaml', text, instrumentSchema)).toThrow(where)
    expect(() => readYaml('instruments/foo.yaml', text, instrumentSchema)).toThrow(
      /^instruments\/foo\.yaml, line \d+[,:] /,
    )
  })

  it('cannot have the same id in two files', async () => {
    const twice = await mkdtemp(join(tmpdir(), 'instruments-'))
    for (const name of ['a.yaml', 'b.yaml']) await writeFile(join(twice, name), good)
    await expect(readInstruments(twice)).rejects.toThrow(
      'b.yaml: the id "after-meeting" is used by another file too.',
    )
    await rm(twice, { recursive: true })
  })
})
