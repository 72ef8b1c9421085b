import { isBuiltin } from 'node:module'
import { dirname, matchesGlob, posix } from 'node:path'
import type { HouseFile } from './files.ts'
import type { Import, Source } from './source.ts'
import {
  doors,
  hands,
  leaks,
  libraries,
  mostLines,
  mostSlashes,
  outsideWorld,
  type Room,
  rooms,
} from './table.ts'

/** What is wrong, in one line that names the file and the rule. */
export type Violation = string

const fits = (path: string, globs: readonly string[]): boolean =>
  globs.some((glob) => matchesGlob(path, glob))

const isRelative = (to: string): boolean => /^\.\.?(\/|$)/.test(to)

/** `pg` of `pg/lib/x`, `@slack/web-api` of `@slack/web-api/dist`; undefined for files, addresses and Node's own. */
export function packageOf(to: string): string | undefined {
  return isBuiltin(to) ? undefined : /^(@[\w.~-]+\/)?[\w~-][\w.~-]*(?=\/|$)/.exec(to)?.[0]
}

/** The folder a file may always import from: as much of its path as the room's glob spells out. */
function ownFolder(path: string, { room }: Room): string | undefined {
  const depth = room.split('/').indexOf('**')
  return depth < 0 ? undefined : `${path.split('/').slice(0, depth).join('/')}/**`
}

function wrongFile(from: string, to: string, room: Room): string | undefined {
  const door = doors.find((one) => one.door === to && !one.only.includes(from))
  if (door) return `${door.door} may be imported only by ${door.only.join(', ')}`
  const own = ownFolder(from, room)
  const may = own ? [own, ...room.may] : room.may
  return fits(to, may) ? undefined : `${room.room} may import only ${may.join(', ') || 'nothing'}`
}

function wrongOutside(from: string, { to = '', typeOnly }: Import, room: Room): string | undefined {
  if (room.bare && !(isBuiltin(to) && typeOnly))
    return `${room.room} may import no packages, of Node only types`
  if (isBuiltin(to)) return undefined
  const name = packageOf(to)
  if (!name) return 'a file is imported by a relative path, anything else by the name of its package'
  const library = libraries.find(({ packages }) => fits(name, packages))
  return library && !fits(from, library.only) ? `${name} stays in ${library.only.join(', ')}` : undefined
}

/** Who may import whom. */
export function wrongImports({ path, imports }: Source): readonly Violation[] {
  const room = rooms.find((one) => matchesGlob(path, one.room))
  if (!room) return [`${path} is in a folder that has no row in tests/house/table.ts`]
  return imports.flatMap((one) => {
    const rule =
      one.to === undefined
        ? 'what is imported must be readable here'
        : isRelative(one.to)
          ? wrongFile(path, posix.join(dirname(path), one.to), room)
          : wrongOutside(path, one, room)
    return rule ? [`${path}:${one.line} imports ${one.to ?? 'a computed name'}: ${rule}`] : []
  })
}

/** Who touches the environment, the network, the disk, the clock or chance. */
export function outsideUses({ path, imports, uses }: Source): readonly Violation[] {
  if (!path.startsWith('src/')) return []
  const hand = hands.find(({ file }) => file === path)
  const builtins = imports.flatMap(({ to, typeOnly, line }) =>
    to && !typeOnly && isBuiltin(to) ? [{ name: to.replace(/^(node:)?/, 'node:'), line }] : [],
  )
  const touched = [
    ...builtins,
    ...uses.map(({ name, line }) => ({ name: name.replace(/^crypto\./, 'node:$&'), line })),
  ]
  return touched
    .filter(({ name }) => outsideWorld.some((pattern) => pattern.test(name)) && !hand?.may.test(name))
    .map(({ name, line }) => {
      const who = hands.map(({ file }) => file).join(', ')
      return `${path}:${line} uses ${name}: in src only ${who} touch the world outside; hand it in as an argument`
    })
}

/** Circles of files that import each other, types included; each circle once. */
export function cycles(sources: readonly Source[]): readonly Violation[] {
  const targets = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap(({ to }) => (to && isRelative(to) ? [posix.join(dirname(path), to)] : [])),
    ]),
  )
  const done = new Set<string>()
  const found: Violation[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push(`${[...trail.slice(start), path].join(' → ')}: imports go in one direction`)
    if (start >= 0 || done.has(path)) return
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}

/** What is given to others and nobody takes: it is dead, or its own file's business. */
export function idleExports(givers: readonly Source[], takers: readonly Source[]): readonly Violation[] {
  const importers = new Map<string, Source[]>()
  for (const taker of takers) {
    const targets = taker.imports.map(({ to }) => posix.join(dirname(taker.path), to ?? ''))
    for (const target of new Set(targets)) importers.set(target, [...(importers.get(target) ?? []), taker])
  }
  return givers.flatMap(({ path, exports }) =>
    exports
      .filter((name) => !importers.get(path)?.some(({ names }) => names.has(name)))
      .map((name) => `${path} exports ${name}: no other file uses it`),
  )
}

/** Packages that are used without being asked for, and the other way round. */
export function wrongPackages(
  sources: readonly Source[],
  dependencies: readonly string[],
): readonly Violation[] {
  const used = new Map<string, string>()
  for (const { path, imports } of sources) {
    for (const { to, line } of imports) {
      const name = to && !isRelative(to) && packageOf(to)
      if (name && !used.has(name)) used.set(name, `${path}:${line}`)
    }
  }
  const missing = [...used].filter(([name]) => !dependencies.includes(name))
  const idle = dependencies.filter((name) => !used.has(name))
  return [
    ...missing.map(
      ([name, where]) => `${where} imports ${name}: it is not in the dependencies of package.json`,
    ),
    ...idle.map((name) => `package.json depends on ${name}: nothing in src or adapters imports it`),
  ]
}

/** Files too long, too deep or empty. */
export function wrongShape({ path, text }: HouseFile): readonly Violation[] {
  const found: Violation[] = []
  const lines = text?.trimEnd().split('\n').length ?? 0
  if (/\.(ts|mjs|css)$/.test(path) && lines > mostLines)
    found.push(`${path} has ${lines} lines: ${mostLines} at most`)
  if (path.split('/').length - 1 > mostSlashes)
    found.push(`${path} is too deep: ${mostSlashes} slashes at most`)
  if (text?.trim() === '') found.push(`${path} is empty`)
  return found
}

/** What of one machine or one organisation leaked into a file. */
export function leaked({ path, text = '' }: HouseFile): readonly Violation[] {
  const found = leaks.flatMap(({ what, pattern }) => {
    const hit = pattern.exec(text)
    return hit ? [`${path}:${text.slice(0, hit.index).split('\n').length} holds ${what}: ${hit[0]}`] : []
  })
  const pinned = path === 'package-lock.json' && text.includes('"resolved"')
  return pinned ? [...found, `${path} says "resolved": write it with omit-lockfile-registry-resolved`] : found
}
