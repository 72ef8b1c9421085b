import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { openPostgresStore } from '../../adapters/postgres/index.ts'
import type { Store } from '../../src/contracts/store.ts'
import { decide, put } from '../contracts/store.parts.ts'
import { type Database, freshDatabase } from '../support/postgres.ts'
import { project } from '../support/process.ts'

let database: Database
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-move-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const move = (...words: string[]) =>
  new Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>((resolve) => {
    const script = join(project, 'src/move-data.ts')
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, ...words],
      (error, out, err) => resolve({ code: error?.code ?? 0, out, err }),
    )
  })

async function fill(store: Store): Promise<void> {
  const value = { z: 1, a: { words: 'é 👩🏽‍🏫 "\\u0000" \u0000 \ud83d', list: [1, 2.5, null] } }
  await store.transact(
    'one',
    decide([put('10', value), put('9', 'two'), put('x', null, 'other')], {
      due: '2026-09-01T08:00:00.000Z',
      lookups: ['place:p', 'account:x'],
    }),
  )
  await store.transact('two', decide([put('a', 1)]))
  await store.transact('empty', decide([put('a', 1)]))
  await store.transact('empty', decide([{ kind: 'note', id: 'a' }]))
  await store.close()
}

const dump = async (store: Store) => {
  const found = []
  for (const index of await store.networks()) {
    const state = await store.read(index.network)
    const kinds = state
      .kinds()
      .toSorted()
      .map((kind) => [kind, [...state.all(kind)]])
    if (kinds.length > 0) found.push({ ...index, lookups: index.lookups.toSorted(), kinds })
  }
  await store.close()
  return JSON.stringify(found.toSorted((a, b) => (a.network < b.network ? -1 : 1)))
}

describe('npm run move-data', () => {
  it('carries everything into PostgreSQL and back, and says so with the same sum', async () => {
    const [old, back] = [join(folder, 'old'), join(folder, 'back')]
    await fill(await openLowdbStore({ folder: old }))
    const there = await move('--from', old, '--to', database.url)
    expect(there).toMatchObject({ code: 0, err: '' })
    expect(there.out).toContain('Moved 2 networks with 4 records from the folder')
    expect(there.out).not.toContain('postgres:postgres')
    const again = await move('--from', database.url, '--to', back)
    expect(again.code).toBe(0)
    const sum = (words: string) => /sha256 \w+/.exec(words)?.[0]
    expect(sum(again.out)).toBe(sum(there.out))
    const kept = await dump(await openLowdbStore({ folder: old }))
    expect(await dump(await openPostgresStore({ url: database.url }))).toBe(kept)
    expect(await dump(await openLowdbStore({ folder: back }))).toBe(kept)
  })

  it('refuses a place that is not empty, on either side, and says how to empty it', async () => {
    await fill(await openLowdbStore({ folder }))
    await fill(await openPostgresStore({ url: database.url }))
    const before = await dump(await openLowdbStore({ folder }))
    const there = await move('--from', folder, '--to', database.url)
    expect(there.code).toBe(1)
    expect(there.err).toMatch(
      /^There are 3 networks already in the database \S+ at \S+: .* drop schema dubbelloop cascade\.\n$/,
    )
    const back = await move('--from', database.url, '--to', folder)
    expect(back.code).toBe(1)
    expect(back.err).toContain('or remove this one')
    expect(await dump(await openLowdbStore({ folder }))).toBe(before)
  })

  it('refuses what it cannot read, and makes nothing then', async () => {
    const nowhere = await move('--from', join(folder, 'nowhere'), '--to', database.url)
    expect(nowhere).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no folder .*nowhere\.\n$/),
    })
    for (const words of [['--from', folder, '--to', folder], ['--banana']])
      expect((await move(...words)).err).toMatch(/^Say from where to where/)
    expect(await readdir(folder)).toEqual([])
  })
})
