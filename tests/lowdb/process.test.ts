import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { decide, inFolder, notes, put } from './make.ts'

const children: ChildProcessWithoutNullStreams[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Another process that opens the store, with what it says line by line. */
function start(folder: string, name: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold.ts'), folder, name])
  children.push(child)
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    says: async (): Promise<string> => (await lines.next()).value ?? errors,
    ended: once(child, 'close').then(([code]) => code as number | null),
    errors: () => errors,
  }
}

const inUse = (folder: string): string =>
  `Another Dubbelloop is already using the folder ${folder}. Stop it first, or give this one its own DATA_DIR.`

test('one process per folder: the second is refused, and after kill -9 the next one starts at once', async () => {
  await inFolder(async (folder) => {
    const first = start(folder, 'first')
    expect(await first.says()).toBe('open')

    const second = start(folder, 'second')
    expect(await second.says()).toBe(inUse(folder))
    expect(await second.ended).toBe(1)
    await expect(openLowdbStore({ folder })).rejects.toThrow(inUse(folder))

    first.child.kill('SIGKILL')
    await first.ended
    const third = start(folder, 'third')
    expect(await third.says()).toBe('open')
    expect([first.errors(), second.errors(), third.errors()]).toEqual(['', '', ''])
    third.child.kill('SIGKILL')
    await third.ended

    const store = await openLowdbStore({ folder })
    expect(notes(await store.read('n'))).toEqual({ 'process-first': 1, 'process-third': 1 })
    await store.close()
  })
})

test('a store that was closed lets go of the folder while its process lives on', async () => {
  await inFolder(async (folder) => {
    const other = start(folder, 'other')
    expect(await other.says()).toBe('open')
    other.child.stdin.write('close\n')
    expect(await other.says()).toBe('closed')
    const store = await openLowdbStore({ folder })
    await store.transact('n', decide([put('mine', 2)]))
    expect(notes(await store.read('n'))).toEqual({ 'process-other': 1, mine: 2 })
    await store.close()
  })
})

test('a start that was refused, for whatever reason, keeps nobody out', async () => {
  await inFolder(async (folder) => {
    const store = await openLowdbStore({ folder })
    await expect(openLowdbStore({ folder })).rejects.toThrow(inUse(folder))
    const other = start(folder, 'other')
    expect(await other.says()).toBe(inUse(folder))
    await store.close()
    const again = await openLowdbStore({ folder })
    await again.close()
  })
})
