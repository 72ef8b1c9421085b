import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { handledKind } from '../../src/handled.ts'
import { members } from '../../src/network/member.ts'
import { posts } from '../../src/network/parcel.ts'
import { closedRounds, rounds } from '../../src/round/round.ts'
import { answer, type Kit, kit, network } from '../support/kit.ts'
import { everything, live } from '../support/live.ts'
import { words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const everyone = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna']
/** Midnight in Amsterdam. */
const turn = '2027-07-31T22:00:00.000Z'
const justBefore = '2027-07-31T21:59:00.000Z'

/** They look back on their meeting, and the school year passes. */
async function liveAYear(): Promise<void> {
  for (const user of everyone)
    await answer(bot, user, [{ good: `canary van ${user}`, next: 'korter' }, { value: ['direct'] }])
  await live(bot, '2026-11-27T15:00:00Z')
  expect(closedRounds(await bot.state(), 'evaluation')).toHaveLength(1)
  await bot.at(justBefore)
}

/** What the network's own file holds, and what lies on its shelf. */
async function onDisk(): Promise<{ readonly own: string; readonly shelf: string }> {
  const folder = join(bot.folder, 'networks')
  const archive = (await readdir(folder)).find((name) => /archive-\w+\.json$/.test(name))
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  return { own: await read(`${network}.json`), shelf: archive ? await read(archive) : '' }
}

/** All that is kept, without the bookkeeping of what comes up by itself. */
async function kept() {
  const bookkeeping = [handledKind, 'plan', 'school-year', posts.kind]
  const all = Object.entries(everything(await bot.state()))
  return Object.fromEntries(all.filter(([kind]) => !bookkeeping.includes(kind)))
}

describe('when the school year is over', () => {
  it('puts what was on the shelf at midnight, and says nothing', async () => {
    await liveAYear()
    const [before, said] = [await kept(), [...bot.chat.standing.values()]]
    expect(await onDisk()).toMatchObject({ own: expect.stringContaining('canary'), shelf: '' })
    await bot.at(turn)
    expect(await kept()).toEqual(before)
    expect([...bot.chat.standing.values()]).toEqual(said)
    const { own, shelf } = await onDisk()
    expect(own).not.toContain('canary')
    expect(shelf).toContain('canary')
    // People and what is on its way stay at hand.
    expect(own).toContain('"Anna"')
    expect(shelf).not.toContain('"Anna"')
  })

  it('does so once', async () => {
    await liveAYear()
    await bot.at(turn)
    const { shelf } = await onDisk()
    await bot.at('2027-08-01T10:00:00Z')
    await bot.at('2027-08-20T10:00:00Z')
    expect((await onDisk()).shelf).toBe(shelf)
    const count = /occurrences_total\{feature="archive"\} (\d+)/.exec(bot.figures())?.[1]
    expect(count).toBe('1')
  })

  it('does so at the first moment after, when the bot was away', async () => {
    await liveAYear()
    await bot.at('2027-09-14T10:00:00Z')
    expect((await onDisk()).shelf).toContain('canary')
  })

  it('lets what still lives come off again, and erases from the shelf too', async () => {
    await liveAYear()
    const agreement = { id: 'carry', words: 'samen voorbereiden', owner: 'bram', state: 'carried' as const }
    await bot.change(
      agreements.put({ ...agreement, from: 'hand', asked: false, answered: false, revision: 0 }),
    )
    await bot.at(turn)
    expect((await onDisk()).shelf).toContain('"owner":"bram"')
    const form = await bot.pressRef('bram', 'example/privacy/erase')
    if (form.kind !== 'form') throw new Error('there is no form')
    await bot.submit('bram', form.form, { sure: 'yes' })
    expect(members.get(await bot.state(), 'bram')).toBeUndefined()
    expect(agreements.get(await bot.state(), 'carry')?.owner).toBe('all')
    const { own, shelf } = await onDisk()
    expect(own).toContain('samen voorbereiden')
    expect(own + shelf).not.toContain('"bram"')
  })
})

describe('where messages stand', () => {
  const slots = async () => posts.all(await bot.state()).map(({ id }) => id.split(' ')[0] ?? '')

  it('is forgotten of what is over and no longer kept up to date, and of nothing else', async () => {
    await liveAYear()
    const [round] = rounds.all(await bot.state())
    const before = await slots()
    expect(before).toContainEqual(expect.stringMatching(/^evaluation-remind-/))
    await bot.at(turn)
    const gone = before.filter((slot) => slot.startsWith('evaluation-remind-'))
    expect(await slots()).toEqual(before.filter((slot) => !gone.includes(slot)))

    // The last result still keeps up with whatever it tells.
    if (!round) throw new Error('there is no round')
    await bot.change(rounds.put({ ...round, result: [{ item: 'good', quotes: ['Rust.'], chosen: [] }] }))
    await bot.pressRef('guus', 'example/privacy/stop')
    expect(bot.channel().map(words).join('\n')).toContain('Rust.')
  })
})

describe('a folder from before there was a shelf', () => {
  it('has everything put away as soon as its bot starts', async () => {
    await liveAYear()
    await bot.at(turn)
    const handled = [...(await bot.state()).all(handledKind).keys()]
    await bot.changeQuietly(
      { kind: 'school-year', id: 'year' },
      ...handled.map((id) => ({ kind: handledKind, id })),
    )
    const [round] = rounds.all(await bot.state())
    if (!round) throw new Error('there is no round')
    await bot.changeQuietly(rounds.put(round))
    expect((await onDisk()).own).toContain('canary')
    await bot.at('2027-08-01T06:00:00Z')
    expect((await onDisk()).own).not.toContain('canary')
  })

  it('but a network that just began has nothing to put away', async () => {
    expect((await bot.state()).get('school-year', 'year')).toBeUndefined()
    await live(bot, '2026-11-27T15:00:00Z')
    expect((await bot.state()).get('school-year', 'year')).toBeUndefined()
  })
})
