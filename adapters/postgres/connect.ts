/** The way to the database: connections that give up in time, and a sentence for each way it can be refused. */
import pg from 'pg'
import { StartRefused } from '../../src/contracts/errors.ts'

/**
 * Slack waits three seconds. Whoever cannot be answered by then is told so, by the database or, when that
 * is silent, by us. Keepalives let the server notice within half a minute that this machine is gone.
 */
const patience = {
  connectionTimeoutMillis: 2000,
  statement_timeout: 2500,
  query_timeout: 3000,
  keepAlive: true,
  options: [
    '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
    // Every statement here has one good plan; making it anew costs more than running it.
    '-c plan_cache_mode=force_generic_plan',
  ].join(' '),
}

export const settings = (url: string, name = 'dubbelloop'): pg.PoolConfig => ({
  connectionString: url,
  application_name: name,
  ...patience,
})

/** What went wrong, for the log: PostgreSQL's or Node's code. A message might quote what somebody wrote. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'connection'
}

/** Whether the server may not be the one it was: then nothing in memory can be trusted. */
export const lostTouch = (code: string): boolean => !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code)

/** Where it is and as whom, without the password. */
function named(url: string) {
  const { host, port, database, user } = new pg.Client({ connectionString: url })
  return { at: `${host}:${port}`, database, user }
}

/** Says in one sentence why the database cannot be used and what to do. */
export function refusal(url: string, error: unknown): StartRefused {
  const { at, database, user } = named(url)
  const code = codeOf(error)
  const known: Record<string, string> = {
    '28P01': `PostgreSQL at ${at} does not let ${user} in: check the user and password in DATABASE_URL.`,
    '28000': `PostgreSQL at ${at} does not let ${user} in from here: check DATABASE_URL and the server's pg_hba.conf.`,
    '3D000': `PostgreSQL at ${at} has no database ${database}: create it first, or check DATABASE_URL.`,
    '42501': `${user} may not create what Dubbelloop needs in the database ${database}: make ${user} its owner.`,
    '53300': `PostgreSQL at ${at} has no connection left: raise its max_connections, or stop what uses them.`,
    '57P03': `PostgreSQL at ${at} is still starting or stopping: start again in a moment.`,
    '55P03': `Another process is bringing the database ${database} up to date and does not finish: stop it, then start again.`,
  }
  const message = error instanceof Error ? error.message : ''
  if (/SASL|password must be/.test(message)) return new StartRefused(known['28P01'] ?? '')
  if (/SSL|TLS|CERT/.test(`${code} ${message}`))
    return new StartRefused(
      `PostgreSQL at ${at} and DATABASE_URL do not agree about encryption (${code}): check its sslmode.`,
    )
  if (known[code]) return new StartRefused(known[code])
  if (lostTouch(code))
    return new StartRefused(
      `PostgreSQL at ${at} cannot be reached (${code}): check DATABASE_URL and that it runs and lets this machine in.`,
    )
  return new StartRefused(`The database ${database} at ${at} cannot be used (${code}): see the server's log.`)
}
