/**
 * What the database must look like. Each step brings it one version further; a step that was ever released
 * never changes again.
 */
import pg from 'pg'
import { CodedError, StartRefused } from '../../src/contracts/errors.ts'
import { refusal, settings } from './connect.ts'

/** Names sort by their bytes, whatever language the server speaks. */
const steps: readonly string[] = [
  `create table dubbelloop.networks (
    id text collate "C" primary key,
    -- Goes up with every change: whoever knows the newest has read the newest.
    version bigint not null,
    due timestamptz
  ) with (fillfactor = 60);
  create index networks_due on dubbelloop.networks (due) where due is not null;
  create table dubbelloop.lookups (
    lookup text collate "C" not null,
    network text collate "C" not null,
    primary key (lookup, network)
  );
  create index lookups_network on dubbelloop.lookups (network);
  create table dubbelloop.records (
    network text collate "C" not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    -- json keeps a text as it was written, jsonb does not.
    value json not null,
    -- The network's version in which it was last written.
    changed bigint not null,
    -- Within its network, in the order in which they came.
    place bigint not null,
    primary key (network, kind, id)
  ) with (fillfactor = 80);`,
]

export const schemas = { store: 'dubbelloop', queue: 'dubbelloop_queue' }

/** The table by which a schema is known as ours. */
const marks = [
  [schemas.store, 'about'],
  [schemas.queue, 'version'],
] as const

/** Several processes may start at once: one of them works, the others wait and find it done. */
const turn = 0x44554242

/** Checks the database and brings it up to date: all of it, or nothing. Throws `StartRefused`. */
export const prepareDatabase = async (url: string): Promise<void> => void (await comeUpToDate(url, 'commit'))

/** Does the same and undoes it: says what the next start will find. Throws what that would throw. */
export async function rehearseStart(url: string): Promise<'empty' | 'older' | 'ready'> {
  const at = await comeUpToDate(url, 'rollback')
  return at === steps.length ? 'ready' : at === 0 ? 'empty' : 'older'
}

/** Gives the version that it had. */
async function comeUpToDate(url: string, end: 'commit' | 'rollback'): Promise<number> {
  const client = new pg.Client({
    ...settings(url, 'dubbelloop start'),
    statement_timeout: 0,
    query_timeout: 0,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await checkServer(client)
    // Leaving the connection without `commit` undoes everything.
    await client.query("begin; set local lock_timeout = '60s'")
    await client.query('select pg_advisory_xact_lock($1)', [turn])
    const before = await migrate(client, url)
    await client.query(end)
    return before
  } catch (error) {
    throw error instanceof CodedError ? error : refusal(url, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Record<'version' | 'encoding' | 'commit' | 'copy', string>>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('synchronous_commit') as commit, pg_is_in_recovery()::text as copy`,
  )
  const [found] = rows
  if (Number(found?.version) < 140_000)
    throw new StartRefused('This PostgreSQL is too old: Dubbelloop needs version 14 or newer.')
  if (found?.copy === 'true')
    throw new StartRefused('DATABASE_URL names a copy that only reads: give it the server that writes.')
  if (found?.encoding !== 'UTF8')
    throw new StartRefused(
      `The database keeps ${found?.encoding} and not every word fits in that: make one with encoding UTF8.`,
    )
  if (found.commit === 'off')
    throw new StartRefused(
      'The database confirms before it has saved (synchronous_commit is off): switch that on for this database.',
    )
}

async function migrate(client: pg.Client, url: string): Promise<number> {
  for (const [schema, mark] of marks) {
    const { rows } = await client.query(
      `select n.oid is not null as here, to_regclass($2) is not null as ours,
        exists (select from pg_class where relnamespace = n.oid) as used
      from (select to_regnamespace($1)::oid as oid) n`,
      [schema, `${schema}.${mark}`],
    )
    if (rows[0].used && !rows[0].ours) throw somethingElse(url, schema)
    if (!rows[0].here) await client.query(`create schema ${schema}`)
  }
  await client.query(
    `create table if not exists dubbelloop.about (
      one boolean primary key default true check (one), version integer not null
    )`,
  )
  const version = await client.query('select version from dubbelloop.about').catch(() => {
    throw somethingElse(url, schemas.store)
  })
  const at = Number(version.rows[0]?.version ?? 0)
  if (at > steps.length)
    throw new StartRefused(
      'The database was written by a newer version of Dubbelloop: install that version or a later one.',
    )
  for (const step of steps.slice(at)) await client.query(step)
  await client.query(
    `insert into dubbelloop.about (version) values ($1) on conflict (one) do update set version = $1
      where about.version <> $1`,
    [steps.length],
  )
  return at
}

function somethingElse(url: string, schema: string): StartRefused {
  const { database } = new pg.Client({ connectionString: url })
  return new StartRefused(
    `The database ${database} has a schema ${schema} that is not Dubbelloop's: give DATABASE_URL a database of its own.`,
  )
}
