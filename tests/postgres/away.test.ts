import { rm } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../adapters/postgres/index.ts'
import { answersTable } from '../../src/round/round.ts'
import { contents, decide, put } from '../contracts/store.parts.ts'
import { answer, formIn, kit } from '../support/kit.ts'
import { seen } from '../support/look.ts'
import { freshDatabase, serverRoot, startServer } from '../support/postgres.ts'
import { startProxy } from './proxy.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

describe('the database goes away and comes back', () => {
  it('refuses friendly meanwhile, is not ready, loses nothing, and goes on by itself', async () => {
    const root = await serverRoot()
    if (!process.env.DUBBELLOOP_TEST_POSTGRES) closers.push(() => rm(root, { recursive: true }))
    const server = await startServer(root)
    closers.push(() => server.stop('immediate'))
    const { url } = await freshDatabase(server)
    const bot = await kit({ database: url })
    closers.push(() => bot.close())
    await bot.drain()
    const form = formIn(await bot.pressRef('bram', bot.button('Invullen').ref))
    const kept = { good: 'de koffie' }
    const second = formIn(await bot.submit('bram', form, kept))
    expect(await bot.store.ready()).toBe(true)

    await server.stop('immediate')
    expect(await bot.store.ready()).toBe(false)
    const refused = await bot.bot.receive({
      kind: 'submit',
      ref: second.ref,
      step: second.step,
      revision: second.revision,
      button: 'next',
      values: { value: ['direct'] },
      who: { platform: 'web', tenant: 'playground', user: 'bram' },
      where: { platform: 'web', tenant: 'playground', id: 'x', kind: 'private' },
      id: 'while-away',
    })
    expect(refused.kind).toBe('errors')
    expect(seen(refused)).toContain('nu niet')
    expect(JSON.stringify(bot.logged)).not.toContain('koffie')

    await server.start()
    expect(await bot.store.ready()).toBe(true)
    expect(answersTable.all(await bot.state())).toMatchObject([{ values: kept }])
    await answer(bot, 'chris', [{ good: 'weer terug' }, {}])
    await bot.at('2026-11-26T14:30:00Z')
    expect(answersTable.all(await bot.state())).toEqual([])
  })
})

describe('a line that is cut in the middle of a commit', () => {
  it.each([
    ['a change', [put('a', 1), put('b', 2)]],
    ['the first of a network', [put('a', 1), put('b', 2)]],
  ])('%s fails, is kept whole or not at all, and asking again is safe', async (what, changes) => {
    const database = await freshDatabase()
    closers.push(() => database.drop())
    const proxy = await startProxy(database.url)
    closers.push(() => proxy.close())
    const store = await openPostgresStore({ url: proxy.url })
    closers.push(() => store.close())
    if (what === 'a change') await store.transact('n', decide([put('z', 0)]))
    proxy.cutAfter('insert into dubbelloop.records')
    await expect(store.transact('n', decide(changes))).rejects.toMatchObject({ code: 'store-failed' })
    const direct = await openPostgresStore({ url: database.url })
    closers.push(() => direct.close())
    // The server may still be at it: it holds the network for that long.
    const found = contents(await direct.read('n')).filter(([id]) => id !== 'z')
    expect([0, 2]).toContain(found.length)
    await store.transact('n', decide(changes))
    expect(Object.fromEntries(contents(await store.read('n')))).toMatchObject({ a: 1, b: 2 })
    expect(contents(await direct.read('n'))).toEqual(contents(await store.read('n')))
  })
})
