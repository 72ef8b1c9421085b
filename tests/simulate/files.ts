/** The machine's own disk without syncing: as fast as it goes, and one thing after another, so that nothing differs. */
import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { type Files, nodeFiles } from '../../adapters/lowdb/files.ts'

export const unsynced: Files = {
  makeFolder: nodeFiles.makeFolder,
  lock: nodeFiles.lock,
  list: async (folder) => readdirSync(folder),
  read: async (path) => readFileSync(path),
  modified: async (path) => statSync(path).mtime,
  async create(path) {
    const file = openSync(path, 'w', 0o600)
    return {
      write: async (bytes) => {
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
      },
      sync: async () => undefined,
      close: async () => closeSync(file),
    }
  },
  link: async (from, to) => linkSync(from, to),
  rename: async (from, to) => renameSync(from, to),
  remove: async (path) => rmSync(path, { force: true }),
  syncFolder: async () => undefined,
}
