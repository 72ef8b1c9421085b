import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the repo, by its path from the root. */
export interface HouseFile {
  readonly path: string
  /** Absent for what is not text. */
  readonly text?: string
}

const notOurs = new Set(['.git', 'node_modules', 'data', 'coverage'])

function walk(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.split('/').some((part) => notOurs.has(part)))
}

/**
 * Paths of everything that is or is about to be in the repo. Somebody who unpacked an archive has no git: then
 * all files there are.
 */
export function pathsIn(root: string): readonly string[] {
  // In CI the folder may belong to another account than the one that runs the tests.
  const list = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const git = spawnSync('git', list, { cwd: root, encoding: 'utf8' })
  const paths = git.status === 0 ? git.stdout.split('\0').filter(Boolean) : walk(root)
  return paths.filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
}

/** Reads the repo's own files. */
export function filesIn(root: string): readonly HouseFile[] {
  return pathsIn(root).map((path) => {
    const bytes = readFileSync(join(root, path))
    return bytes.includes(0) ? { path } : { path, text: bytes.toString('utf8') }
  })
}
