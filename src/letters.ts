/**
 * `npm run letters`: which messages may have arrived or were refused, in all networks, and what to do with them: send
 * them again, or let them go. It shows nobody's words and nobody's name.
 */
import { randomInt, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { CodedError, StartRefused } from './contracts/errors.ts'
import type { Change, State, Store } from './contracts/store.ts'
import { readFlags, sayHow } from './flags.ts'
import { openKeeping } from './keeping.ts'
import { type OutboxParcel, parcels, posts } from './network/parcel.ts'
import { readHolidays, readLibrary } from './read-instruments.ts'
import type { Road } from './road.ts'

const instruments = join(import.meta.dirname, '..', 'instruments')
const clock = { now: () => new Date() }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const usage =
  'Say npm run letters to see them, npm run letters -- --release <id> (or --all) to send again, or --drop <id> (or --all) to let go.'

/** With these nothing happens any more unless somebody decides so. */
const why: Readonly<Partial<Record<OutboxParcel['state'], string>>> = {
  unknown: 'may have arrived',
  failed: 'refused, or put off too often',
}

interface Letter {
  readonly network: string
  readonly parcel: OutboxParcel
}

/** An id of one network means nothing in another. */
const nameOf = ({ network, parcel }: Letter): string => `${network}/${parcel.id}`

const lettersIn = (network: string, state: State): readonly Letter[] =>
  parcels
    .all(state)
    .filter((parcel) => why[parcel.state] !== undefined)
    .map((parcel) => ({ network, parcel }))

async function allLetters(store: Store): Promise<readonly Letter[]> {
  const found = []
  for (const { network } of await store.networks()) found.push(lettersIn(network, await store.read(network)))
  return found.flat()
}

function describe(letter: Letter): string {
  const { to, after, tries, state } = letter.parcel
  const kind = 'place' in to ? to.place.kind : 'private'
  const times = tries > 1 ? `tried ${tries} times, last` : 'tried once,'
  // Kept is from when it could go out; what stands in line before it may have taken a while.
  return [nameOf(letter), kind, `${times} at ${after} or later`, why[state]].join('  ')
}

/** As if it was said just now; what may have arrived can then stand there twice. */
const released = ({ parcel }: Letter): readonly Change[] => [
  parcels.put({ ...parcel, state: 'waiting', tries: 0 }),
]

/** What never stood anywhere need not be kept up to date. */
function dropped({ parcel }: Letter, state: State): readonly Change[] {
  const post = parcel.post === undefined ? undefined : posts.get(state, parcel.post)
  return [parcels.remove(parcel.id), ...(post && post.address === undefined ? [posts.remove(post.id)] : [])]
}

type Fate = (letter: Letter, state: State) => readonly Change[]

/** How many it was done to. Only those that are still dead: somebody may have been first. */
const decideOn = (store: Store, road: Road, network: string, ids: ReadonlySet<string>, fate: Fate) =>
  store.transact(network, (state) => {
    const chosen = lettersIn(network, state).filter((each) => ids.has(nameOf(each)))
    const changes = chosen.flatMap((each) => fate(each, state))
    return road.settle(state, changes, chosen.length)
  })

/** All features come along, so only when something changes. */
async function openRoad(): Promise<Road> {
  const [{ createRoad }, { features }] = [await import('./road.ts'), await import('./features/registry.ts')]
  const [library, holidays] = [await readLibrary(instruments), await readHolidays(instruments)]
  const random = () => randomInt(2 ** 32) / 2 ** 32
  return createRoad({ features, library, holidays, clock, newId: randomUUID, random })
}

interface Wish {
  readonly fate?: Fate
  readonly done: string
  /** All, or these. */
  readonly ids?: readonly string[]
}

function readWish(): Wish {
  const flag = { type: 'boolean', default: false } as const
  const options = { release: flag, drop: flag, all: flag }
  const { values, positionals } = readFlags(usage, { options, allowPositionals: true })
  const { release, drop, all } = values
  const does = release || drop
  if ((release && drop) || does !== (all || positionals.length > 0) || (all && positionals.length > 0))
    sayHow(usage)
  if (!does) return { done: '' }
  const [fate, done] = release ? [released, 'to be sent again'] : [dropped, 'let go']
  return { fate, done, ...(!all && { ids: positionals }) }
}

async function carryOut(store: Store, { fate, done, ids }: Wish): Promise<string> {
  const all = await allLetters(store)
  if (!fate) {
    if (all.length === 0) return 'No message waits for anybody to decide.'
    return [...all.map(describe), '', `${all.length} in all. ${usage}`].join('\n')
  }
  const wanted = new Set(ids ?? all.map(nameOf))
  const strange = [...wanted].find((id) => !all.some((each) => nameOf(each) === id))
  if (strange !== undefined) throw new StartRefused(`There is no ${strange}. ${usage}`)
  const road = await openRoad()
  let count = 0
  for (const network of new Set(all.filter((each) => wanted.has(nameOf(each))).map((each) => each.network)))
    count += await decideOn(store, road, network, wanted, fate)
  return `${count} ${done}.`
}

async function main(): Promise<void> {
  const wish = readWish()
  const config = readConfig(process.env)
  if (!config.databaseUrl && !existsSync(config.dataDir))
    throw new StartRefused(`There is no folder ${config.dataDir}: check DATA_DIR.`)
  const { store } = await openKeeping(config, silent)
  try {
    process.stdout.write(`${await carryOut(store, wish)}\n`)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CodedError ? error.message : error}\n`)
  process.exitCode = 1
})
