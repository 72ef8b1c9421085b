import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { openPostgresStore } from '../../adapters/postgres/index.ts'
import type { Change, State, Store } from '../../src/contracts/store.ts'
import { members } from '../../src/network/member.ts'
import { networks } from '../../src/network/network.ts'
import { type OutboxParcel, parcels, posts } from '../../src/network/parcel.ts'
import { type Database, freshDatabase } from '../support/postgres.ts'
import { startProcess } from '../support/process.ts'
import { script } from '../support/script.ts'

const place = { platform: 'slack', tenant: 'T1', id: 'C1', kind: 'channel' as const, name: 'canary-channel' }
const message = { language: 'nl' as const, summary: ['canary-words'], blocks: [] }
const moment = '2026-11-20T14:30:00.000Z'

const letter = (id: string, change: Partial<OutboxParcel>): Change =>
  parcels.put({ id, order: 1, to: { place }, message, state: 'waiting', after: moment, tries: 0, ...change })

/** A network at rest, with one message that waits and three that nobody will send. */
const changes: readonly Change[] = [
  networks.put({
    ...{ id: 'net', name: 'canary-name', language: 'nl', zone: 'Europe/Amsterdam', minimum: 5, regions: [] },
    ...{ free: [], confirmed: '2026-2027', task: '', places: [place] },
  }),
  members.put({
    ...{ id: 'anna', name: 'canary-anna', language: 'nl', roles: [], consent: 'unasked', left: false },
    ...{
      stopped: [],
      reach: 'yes',
      revision: 0,
      accounts: [{ platform: 'slack', tenant: 'T1', user: 'U1' }],
    },
  }),
  letter('waits', { after: '2099-01-01T00:00:00.000Z' }),
  letter('maybe', { state: 'unknown', post: 'never-stood place' }),
  letter('again', { state: 'unknown', post: 'stood place' }),
  letter('never', { state: 'failed', to: { member: 'anna' }, tries: 8 }),
  posts.put({ id: 'never-stood place', digest: 'x' }),
  posts.put({ id: 'stood place', digest: 'x', address: 'here' }),
]

async function fill(store: Store): Promise<void> {
  const lookups = ['place:slack/T1/C1', 'account:slack/T1/U1']
  await store.transact('net', () => ({
    result: undefined,
    changes,
    lookups,
    due: '2099-01-01T00:00:00.000Z',
  }))
  await store.transact('other', () => ({ result: undefined, changes: [letter('maybe', {})], lookups: [] }))
  await store.close()
}

let folder: string
let database: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-letters-'))
  database = await freshDatabase()
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const statesIn = (state: State) =>
  Object.fromEntries(parcels.all(state).map((each) => [each.id, `${each.state} ${each.tries}`]))

describe.each(['a folder', 'PostgreSQL'])('letters in %s', (kind) => {
  const isFolder = kind === 'a folder'
  const data = () => join(folder, 'data')
  const env = (): Record<string, string> => (isFolder ? { DATA_DIR: data() } : { DATABASE_URL: database.url })
  const open = () =>
    isFolder ? openLowdbStore({ folder: data() }) : openPostgresStore({ url: database.url })
  const letters = (...words: string[]) => script('letters', env(), ...words)

  async function look<T>(at: (store: Store) => Promise<T>): Promise<T> {
    const store = await open()
    try {
      return await at(store)
    } finally {
      await store.close()
    }
  }

  it('are listed without a word of them or a name, and sent again or let go one by one or together', async () => {
    await fill(await open())
    const { code, out } = await letters()
    expect(code).toBe(0)
    const [first, second, third, ...rest] = out.split('\n')
    expect([first, second, third]).toEqual([
      `net/maybe  channel  tried once, at ${moment} or later  may have arrived`,
      `net/again  channel  tried once, at ${moment} or later  may have arrived`,
      `net/never  private  tried 8 times, last at ${moment} or later  refused, or put off too often`,
    ])
    expect(rest.join('\n')).toMatch(/^\n3 in all\. Say npm run letters/)
    expect(out).not.toContain('canary')

    expect((await letters('--release', 'net/again')).out).toBe('1 to be sent again.\n')
    await look(async (store) => {
      const state = await store.read('net')
      expect(statesIn(state)).toEqual({
        waits: 'waiting 0',
        maybe: 'unknown 0',
        again: 'waiting 0',
        never: 'failed 8',
      })
      // Its bot finds it at once, and everything else about the network still.
      expect(await store.due(new Date().toISOString())).toContain('net')
      expect(await store.networksBy('account:slack/T1/U1')).toEqual(['net'])
    })

    expect((await letters('--drop', '--all')).out).toBe('2 let go.\n')
    await look(async (store) => {
      const state = await store.read('net')
      expect(Object.keys(statesIn(state))).toEqual(['waits', 'again'])
      expect(posts.all(state).map(({ id }) => id)).toEqual(['stood place'])
    })
    expect((await letters()).out).toBe('No message waits for anybody to decide.\n')
  })
})

it('a letter that is not there, and a wish that makes no sense, change nothing', async () => {
  const data = join(folder, 'wishes')
  await fill(await openLowdbStore({ folder: data }))
  const wishes = [
    { words: ['--release', 'net/waits'], ends: 1 },
    { words: ['--release'], ends: 2 },
    { words: ['net/never'], ends: 2 },
  ]
  for (const { words, ends } of wishes) {
    const { code, out, err } = await script('letters', { DATA_DIR: data }, ...words)
    expect([code, out]).toEqual([ends, ''])
    expect(err).toContain('npm run letters -- --release <id>')
  }
  const store = await openLowdbStore({ folder: data })
  expect(statesIn(await store.read('net'))).toMatchObject({ waits: 'waiting 0', never: 'failed 8' })
  await store.close()
})

it('letters of a folder wait for the bot to stop, and a folder that is not there stays so', async () => {
  const data = join(folder, 'running')
  const running = await startProcess({ DATA_DIR: data })
  const during = await script('letters', { DATA_DIR: data })
  await running.stop('SIGTERM')
  expect(during).toMatchObject({ code: 1, err: expect.stringContaining('already using the folder') })
  const nowhere = await script('letters', { DATA_DIR: join(folder, 'nowhere') })
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('check DATA_DIR') })
})
