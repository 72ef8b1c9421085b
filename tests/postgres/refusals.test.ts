import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPostgresQueue, openPostgresStore, rehearseStart } from '../../adapters/postgres/index.ts'
import { decide, put } from '../contracts/store.parts.ts'
import { type Database, freshDatabase, onDatabase } from '../support/postgres.ts'
import { runToEnd } from '../support/process.ts'
import { script } from '../support/script.ts'
import { startProxy } from './proxy.ts'

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const run = (text: string) => onDatabase(database.url, (client) => client.query(text))

/** All that is in the database, by name. */
const inside = async (): Promise<readonly string[]> =>
  onDatabase(database.url, async (client) => {
    const { rows } = await client.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') union select nspname from pg_namespace
      where nspname like 'dubbelloop%' order by 1`,
    )
    return rows.map(({ name }) => name)
  })

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url)
  change(url)
  return url.href
}

const open = async (url = database.url) => (await openPostgresStore({ url })).close()

describe('a database that cannot be used is refused with what to do, and nothing in it changes', () => {
  it('out of reach', async () => {
    const url = changed((each) => {
      each.port = '1'
    })
    await expect(open(url)).rejects.toMatchObject({
      code: 'start-refused',
      message:
        'PostgreSQL at 127.0.0.1:1 cannot be reached (ECONNREFUSED): check DATABASE_URL and that it runs and lets this machine in.',
    })
  })

  it('a wrong password, which nobody gets to see', async () => {
    const url = changed((each) => {
      each.password = 'canary'
    })
    const { code, stderr } = await runToEnd({ DATABASE_URL: url })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^PostgreSQL at \S+ does not let postgres in: .*DATABASE_URL\.\n$/)
    expect(stderr).not.toContain('canary')
  })

  it('no password at all', async () => {
    const url = changed((each) => {
      each.password = ''
    })
    await expect(open(url)).rejects.toThrow('does not let postgres in')
  })

  it('a database that is not there', async () => {
    const url = changed((each) => {
      each.pathname = '/nowhere'
    })
    await expect(open(url)).rejects.toThrow('has no database nowhere: create it first')
  })

  it('too old', async () => {
    const { rows } = await run('show server_version_num')
    const older = (answer: Buffer) =>
      Buffer.from(answer.toString('latin1').replace(rows[0].server_version_num, '130012'), 'latin1')
    const proxy = await startProxy(database.url, older)
    await expect(open(proxy.url)).rejects.toThrow('needs version 14 or newer')
    await proxy.close()
    expect(await inside()).toEqual([])
  })

  it.each([
    ['create schema dubbelloop; create table dubbelloop.networks (id text)', 'dubbelloop'],
    ['create schema dubbelloop; create table dubbelloop.about (words text)', 'dubbelloop'],
    ['create schema dubbelloop_queue; create table dubbelloop_queue.job (id text)', 'dubbelloop_queue'],
  ])('somebody else has %s', async (made, schema) => {
    await run(made)
    const before = await inside()
    await expect(open()).rejects.toThrow(`has a schema ${schema} that is not Dubbelloop's`)
    expect(await inside()).toEqual(before)
  })

  it('of a newer version', async () => {
    await open()
    await run('update dubbelloop.about set version = version + 1')
    const before = await inside()
    await expect(open()).rejects.toThrow('written by a newer version of Dubbelloop: install that version')
    expect(await inside()).toEqual(before)
  })

  it('that confirms before it has saved', async () => {
    const name = new URL(database.url).pathname.slice(1)
    await run(`alter database ${name} set synchronous_commit = off`)
    await expect(open()).rejects.toThrow('synchronous_commit is off')
    expect(await inside()).toEqual([])
  })

  it('that has no room for every word', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_latin`
    await run(`create database ${name} template template0 encoding 'LATIN1' locale 'C'`)
    const url = changed((each) => {
      each.pathname = `/${name}`
    })
    await expect(open(url)).rejects.toThrow('keeps LATIN1')
    await run(`drop database ${name}`)
  })

  it('in which this account may not make anything, until somebody made the schemas for it', async () => {
    const name = new URL(database.url).pathname.slice(1)
    await run(`create role ${name} login password 'mine'`)
    const url = changed((each) => {
      each.username = name
      each.password = 'mine'
    })
    await expect(open(url)).rejects.toThrow(`${name} may not create what Dubbelloop needs`)
    expect(await inside()).toEqual([])
    for (const schema of ['dubbelloop', 'dubbelloop_queue'])
      await run(`create schema ${schema} authorization ${name}`)
    await open(url)
    await run(`drop owned by ${name}; drop role ${name}`)
  })
})

describe('rehearsing a start', () => {
  it('says what a start will find, leaves nothing, and refuses what it would refuse', async () => {
    expect(await rehearseStart(database.url)).toBe('empty')
    expect(await inside()).toEqual([])
    await open()
    const before = await inside()
    expect(await rehearseStart(database.url)).toBe('ready')
    await run('update dubbelloop.about set version = version + 1')
    await expect(rehearseStart(database.url)).rejects.toThrow('written by a newer version')
    expect(await inside()).toEqual(before)
  })

  it('is what the doctor does with an empty database', async () => {
    const { out } = await script('doctor', { DATABASE_URL: database.url, PORT: '1' })
    expect(out).toContain('ok  The database is still empty; the first start makes its tables.')
    expect(await inside()).toEqual([])
  })
})

describe('coming up to date', () => {
  it('stopped halfway leaves nothing, and the next start does all of it', async () => {
    const proxy = await startProxy(database.url)
    proxy.cutAfter('create table dubbelloop.records')
    await expect(open(proxy.url)).rejects.toMatchObject({ code: 'start-refused' })
    await proxy.close()
    await expect.poll(inside).toEqual([])
    await open()
    expect(await inside()).toContain('dubbelloop.records')
  })

  it('a step that fails takes those before it along', async () => {
    await run('create schema dubbelloop; create table dubbelloop.about (one boolean, version integer)')
    await run('create table dubbelloop.records (id text)')
    const before = await inside()
    await expect(open()).rejects.toThrow('cannot be used (42P07)')
    expect(await inside()).toEqual(before)
  })

  it('is done once by many that start at once, and again with what is there', async () => {
    const clock = { now: () => new Date() }
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const start = async () => {
      const store = await openPostgresStore({ url: database.url })
      return { store, queue: await openPostgresQueue({ url: database.url, store, clock, log, interval: 0 }) }
    }
    const all = await Promise.all(Array.from({ length: 4 }, start))
    await Promise.all(all.map(({ store }, n) => store.transact(`n${n}`, decide([put('a', n)]))))
    for (const { store, queue } of all) {
      await queue.stop()
      await store.close()
    }
    const again = await start()
    expect(await again.store.networks()).toHaveLength(4)
    await again.queue.stop()
    await again.store.close()
  })
})
