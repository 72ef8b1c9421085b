import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../adapters/postgres/index.ts'
import { parcels } from '../../src/network/parcel.ts'
import { answersTable, rounds } from '../../src/round/round.ts'
import { answer, type Kit, kit, network } from '../support/kit.ts'
import { everything } from '../support/live.ts'
import { words } from '../support/look.ts'
import { type Database, freshDatabase } from '../support/postgres.ts'

const everyone = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']

/** From the invitation to the agreements: everything that a network does with one meeting. */
async function lookBack(bot: Kit): Promise<void> {
  await bot.drain()
  for (const user of everyone)
    await answer(bot, user, [{ good: `goed van ${user}`, next: `anders van ${user}` }, { value: ['direct'] }])
  await answer(bot, 'bram', [{ good: 'toch iets anders' }, {}])
  await bot.at('2026-11-26T14:30:00Z')
  await bot.at('2026-12-07T09:00:00Z')
}

describe('the bot on PostgreSQL', () => {
  let database: Database
  beforeEach(async () => {
    database = await freshDatabase()
  })
  afterEach(() => database.drop())

  it('leaves after a whole evaluation the same records and the same messages in PostgreSQL as in files, also for whoever comes later', async () => {
    const files = await kit()
    const bot = await kit({ database: database.url })
    await lookBack(files)
    await lookBack(bot)
    const [round] = rounds.all(await bot.state())
    expect(round?.state).toBe('closed')
    expect(answersTable.all(await bot.state())).toEqual([])
    expect(bot.channel().map(words)).toEqual(files.channel().map(words))
    const kept = everything(await files.state())
    expect(everything(await bot.state())).toEqual(kept)
    expect(await bot.store.nextDue()).toBe(await files.store.nextDue())
    await bot.close()
    await files.close()
    const later = await openPostgresStore({ url: database.url })
    expect(everything(await later.read(network))).toEqual(kept)
    await later.close()
  })

  it('sends a message once, also when two processes saw it waiting at the same moment', async () => {
    const [one, other] = [await kit({ database: database.url }), await kit({ database: database.url })]
    await one.bot.occur(network)
    await Promise.all([one.deliver(network), other.deliver(network), one.deliver(network)])
    // The queues of both work as well, so somebody else may be sending it still.
    await Promise.all([one.drain(), other.drain()])
    const standing = [...one.chat.standing.values(), ...other.chat.standing.values()]
    expect(standing.map(({ message }) => message.summary)).toHaveLength(1)
    expect(parcels.all(await other.state())).toEqual([])
    await one.close()
    await other.close()
  })
})
