/**
 * Carries everything from a lowdb folder into PostgreSQL, or back: `npm run move-data -- --from ./data --to
 * postgres://…`. Stop the bot first. What arrived is read again and compared before it says that all is well.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { CodedError, StartRefused } from './contracts/errors.ts'
import type { Change, Indexed, State, Store } from './contracts/store.ts'
import { readFlags, sayHow } from './flags.ts'
import { openKeeping } from './keeping.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const isDatabase = (where: string): boolean => /^postgres(ql)?:/.test(where)

/** For people: without a password. */
function named(where: string): string {
  if (!isDatabase(where)) return `the folder ${where}`
  const { pathname, host } = new URL(where)
  return `the database ${pathname.slice(1)} at ${host}`
}

async function open(where: string): Promise<Store> {
  if (isDatabase(where) && !URL.canParse(where)) throw new StartRefused(usage)
  const place = isDatabase(where) ? { dataDir: '', databaseUrl: where } : { dataDir: where }
  return (await openKeeping(place, silent)).store
}

const usage =
  'Say from where to where, one a folder and the other a database: npm run move-data -- --from ./data --to postgres://user:password@host:5432/database'

/** What moves of one network, always in the same order. */
interface Moving {
  readonly index: Indexed
  readonly changes: readonly Change[]
}

function movingOf(index: Indexed, state: State): Moving {
  const changes = [...state.kinds()]
    .sort()
    .flatMap((kind) => [...state.all(kind)].map(([id, put]): Change => ({ kind, id, put })))
  return { index, changes }
}

function digest({ index: { network, due, lookups }, changes }: Moving): string {
  const at = due === undefined ? null : new Date(due).toISOString()
  return createHash('sha256')
    .update(JSON.stringify([network, at, [...lookups].sort(), changes]))
    .digest('hex')
}

interface Sum {
  readonly networks: number
  readonly records: number
  readonly hash: string
}

/** Goes past everything that is kept; a network in which nothing is left stays behind. */
async function goThrough(store: Store, each?: (moving: Moving) => Promise<void>): Promise<Sum> {
  const all = createHash('sha256')
  let networks = 0
  let records = 0
  const index = [...(await store.networks())].sort((a, b) => (a.network < b.network ? -1 : 1))
  for (const one of index) {
    const moving = movingOf(one, await store.read(one.network))
    if (moving.changes.length === 0) continue
    await each?.(moving)
    all.update(digest(moving))
    networks += 1
    records += moving.changes.length
  }
  return { networks, records, hash: all.digest('hex') }
}

/** All of it begins on the shelf, which no store tells of; what still lives comes off when it next changes. */
const put = (store: Store, { index: { network, due, lookups }, changes }: Moving): Promise<void> =>
  store.transact(network, () => ({
    result: undefined,
    changes: changes.map((change) => ({ ...change, shelf: true })),
    lookups,
    ...(due !== undefined && { due }),
  }))

const same = (one: Sum, other: Sum): boolean => JSON.stringify(one) === JSON.stringify(other)

const emptied = (where: string): string =>
  isDatabase(where)
    ? 'give --to another one, or empty this one with: drop schema dubbelloop cascade'
    : 'give --to another one, or remove this one'

async function move(from: string, to: string): Promise<string> {
  if (!isDatabase(from) && !existsSync(from)) throw new StartRefused(`There is no folder ${from}.`)
  const source = await open(from)
  try {
    if ((await source.networks()).length === 0)
      throw new StartRefused(`There is nothing to move in ${named(from)}.`)
    const target = await open(to)
    try {
      const there = (await target.networks()).length
      if (there > 0)
        throw new StartRefused(`There are ${there} networks already in ${named(to)}: ${emptied(to)}.`)
      const sent = await goThrough(source, (moving) => put(target, moving))
      if (!same(sent, await goThrough(target)))
        throw new StartRefused(`What arrived in ${named(to)} is not what was sent: ${emptied(to)}.`)
      if (!same(sent, await goThrough(source)))
        throw new StartRefused(
          `Somebody changed ${named(from)} meanwhile: stop every bot, and ${emptied(to)}.`,
        )
      const what = `${sent.networks} networks with ${sent.records} records`
      return `Moved ${what} from ${named(from)} to ${named(to)}; both were compared (sha256 ${sent.hash}).`
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function main(): Promise<void> {
  const options = { from: { type: 'string' }, to: { type: 'string' } } as const
  const { from, to } = readFlags(usage, { options }).values
  if (!from || !to || isDatabase(from) === isDatabase(to)) sayHow(usage)
  process.stdout.write(`${await move(from, to)}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CodedError ? error.message : error}\n`)
  process.exitCode = 1
})
