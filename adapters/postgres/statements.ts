/**
 * What the store says to the database: one statement to read a network, one to change it. Each is atomic by
 * itself, so nobody needs a transaction around it.
 */
import type { Json } from '../../src/contracts/store.ts'
import { type Draft, type Kept, nothingKept, type Write } from './kept.ts'

export interface Statement {
  /** The server plans it once for each connection. */
  readonly name: string
  readonly text: string
  readonly values: unknown[]
  readonly rowMode: 'array'
}

const statement = (name: string, text: string, values: unknown[]): Statement => ({
  name: `dubbelloop_${name}`,
  text,
  values,
  rowMode: 'array',
})

export const findNetworks = (lookup: string): Statement =>
  statement('find', 'select network from dubbelloop.lookups where lookup = $1', [lookup])

export const dueNetworks = (now: string): Statement =>
  statement('due', 'select id from dubbelloop.networks where due <= $1 order by due', [now])

export const firstDue = (): Statement =>
  statement('first', 'select min(due) from dubbelloop.networks where due is not null', [])

export const allNetworks = (): Statement =>
  statement(
    'all',
    `select n.id, n.due, array(select lookup from dubbelloop.lookups where network = n.id order by lookup)
    from dubbelloop.networks n order by n.id`,
    [],
  )

export const mayWrite = (): Statement => statement('writable', 'select not pg_is_in_recovery()', [])

export const versionOf = (network: string): Statement =>
  statement('version', 'select version from dubbelloop.networks where id = $1', [network])

/** The same, and nobody changes the network until the transaction ends. */
export const lockVersion = (network: string): Statement =>
  statement('lock', 'select version from dubbelloop.networks where id = $1 for update', [network])

/**
 * All of a network: a row for each record, at least one, with the values of those that changed since a version.
 * Due and lookups stand in the first row only.
 */
export const readNetwork = (network: string, { version }: Kept): Statement =>
  statement(
    'read',
    `select n.version,
      case when row_number() over (order by r.place) = 1 then
        json_build_object('due', n.due, 'lookups', array(select lookup from dubbelloop.lookups where network = $1))
      end,
      r.kind, r.id, case when r.changed > $2 then r.value::text end
    from dubbelloop.networks n left join dubbelloop.records r on r.network = n.id
    where n.id = $1 order by r.place`,
    [network, version],
  )

interface Head {
  readonly due: string | null
  readonly lookups: readonly string[]
}

type Row = readonly [version: string, head: Head | null, kind: string | null, id: string, text: string | null]

/** What the rows of `readNetwork` say; what did not change stays the same object. */
export function keptFrom(rows: readonly Row[], known: Kept): Kept {
  const [first] = rows
  if (!first) return nothingKept
  const [version, head] = first
  const records = new Map<string, Map<string, Json>>()
  for (const [, , kind, id, text] of rows) {
    if (kind === null) continue
    const some = records.get(kind) ?? new Map<string, Json>()
    records.set(kind, some)
    const value = text === null ? known.records.get(kind)?.get(id) : (JSON.parse(text) as Json)
    if (value !== undefined) some.set(id, value)
  }
  const due = head?.due ? new Date(head.due).toISOString() : undefined
  return { version, due, lookups: new Set(head?.lookups), records }
}

const types: Readonly<Record<string, string>> = { boolean: 'bool', number: 'int' }

/**
 * Writes a draft, if the network is still as the draft found it: gives its new version, or no row and then
 * nothing was changed. Parts without work are left out.
 */
export function writeDraft(network: string, { before, after, writes }: Draft): Statement {
  const values: unknown[] = [network, before.version, after.due ?? null]
  const parts: [string, string][] = []
  const part = (name: string, columns: readonly (readonly unknown[])[], text: (from: string) => string) => {
    if (columns[0]?.length === 0) return
    const arrays = columns.map((column) => {
      values.push(column)
      return `$${values.length}::${types[typeof column[0]] ?? 'text'}[]`
    })
    parts.push([name, text(`unnest(${arrays.join(', ')})`)])
  }
  const all = [...writes.values()].map((write, n) => ({ ...write, n }))
  const has = ({ kind, id }: Write): boolean => before.records.get(kind)?.has(id) ?? false
  const gone = all.filter((write) => write.text === undefined && has(write))
  const changed = all.filter((write) => write.text !== undefined && has(write))
  const added = all.filter((write) => write.text !== undefined && !has(write))
  const columns = (of: typeof all, ...names: (keyof Write | 'n')[]) =>
    names.map((name) => of.map((write) => write[name]))
  // More than a million changes in one commit would run into the next one's places.
  const place = 'm.version * 1048576 + c.n'

  part(
    'gone',
    columns(gone, 'kind', 'id'),
    (from) => `delete from dubbelloop.records r using moved m, ${from} c (kind, id)
      where r.network = $1 and r.kind = c.kind and r.id = c.id`,
  )
  part(
    'changed',
    columns(changed, 'kind', 'id', 'text', 'again', 'n'),
    (from) => `update dubbelloop.records r
      set value = c.value::json, changed = m.version, place = case when c.again then ${place} else r.place end
      from moved m, ${from} c (kind, id, value, again, n)
      where r.network = $1 and r.kind = c.kind and r.id = c.id`,
  )
  part(
    'added',
    columns(added, 'kind', 'id', 'text', 'n'),
    (from) => `insert into dubbelloop.records (network, kind, id, value, changed, place)
      select $1, c.kind, c.id, c.value::json, m.version, ${place}
      from moved m, ${from} c (kind, id, value, n)`,
  )
  part(
    'lost',
    [[...before.lookups].filter((word) => !after.lookups.has(word))],
    (from) => `delete from dubbelloop.lookups l using moved m, ${from} c (lookup)
      where l.network = $1 and l.lookup = c.lookup`,
  )
  part(
    'found',
    [[...after.lookups].filter((word) => !before.lookups.has(word))],
    (from) =>
      `insert into dubbelloop.lookups (lookup, network) select c.lookup, $1 from moved m, ${from} c (lookup)`,
  )
  const moved =
    before.version === '0'
      ? `insert into dubbelloop.networks (id, version, due) select $1, $2::bigint + 1, $3::timestamptz
        on conflict do nothing returning version`
      : `update dubbelloop.networks set version = version + 1, due = $3 where id = $1 and version = $2
        returning version`
  const steps = [`moved as (${moved})`, ...parts.map(([name, text]) => `${name} as (${text})`)]
  const name = [before.version === '0' ? 'begin' : 'write', ...parts.map(([part]) => part)].join('_')
  return statement(name, `with ${steps.join(', ')} select version from moved`, values)
}
