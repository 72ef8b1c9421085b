import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../adapters/postgres/index.ts'
import type { Change } from '../../src/contracts/store.ts'
import { type Database, freshDatabase } from '../support/postgres.ts'
import { messages } from './bot.ts'

let database: Database
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-kill-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

/** A bot that runs until it is killed; tells what it confirmed. */
function startBot(file: string, confirmed: (answer: string) => void) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'bot.ts'), database.url, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let rest = ''
  child.stdout.on('data', (data) => {
    const lines = (rest + data).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) confirmed(line)
  })
  const ended = once(child, 'close')
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

describe('four processes on one database, killed one after another', () => {
  it('lose nothing that was confirmed, and send nothing twice', async () => {
    const store = await openPostgresStore({ url: database.url })
    const networks = Array.from({ length: 10 }, (_, n) => `n${n}`)
    const each = Array.from(
      { length: 12 },
      (_, n): Change => ({ kind: 'message', id: `m${n}`, put: { state: 'waiting' } }),
    )
    for (const network of networks)
      await store.transact(network, () => ({
        result: undefined,
        changes: each,
        lookups: [],
        due: '2026-09-01T08:00:00.000Z',
      }))
    const file = join(folder, 'sent')
    const confirmed = new Set<string>()
    const start = () => {
      let heard = (): void => undefined
      const enough = new Promise<void>((resolve) => {
        heard = resolve
      })
      let count = 0
      const bot = startBot(file, (answer) => {
        confirmed.add(answer)
        count += 1
        if (count === 15) heard()
      })
      return { bot, enough }
    }
    const running = [start(), start(), start(), start()]
    for (let cycle = 0; cycle < 3; cycle += 1) {
      const oldest = running.shift()
      await oldest?.enough
      await oldest?.bot.kill()
      running.push(start())
    }
    const states = async () => (await Promise.all(networks.map((id) => store.read(id)))).flatMap(messages)
    const open = async () =>
      (await states()).filter(([, { state }]) => state === 'waiting' || state === 'sending').length
    await expect.poll(open, { timeout: 40_000, interval: 100 }).toBe(0)
    for (const { bot } of running) await bot.kill()

    const kept = (await store.read('answers')).all('answer')
    expect([...confirmed].filter((answer) => !kept.has(answer))).toEqual([])
    expect(confirmed.size).toBeGreaterThanOrEqual(45)
    const sent = (await readFile(file, 'utf8')).trim().split('\n')
    expect(new Set(sent).size).toBe(sent.length)
    const unknown = (await states()).filter(([, { state }]) => state === 'unknown').length
    // What was under way when its process was killed may have gone out, once; everything else did.
    expect(sent.length).toBeGreaterThanOrEqual(120 - unknown)
    expect(unknown).toBeLessThanOrEqual(3 * 8)
    await store.close()
  })
})
