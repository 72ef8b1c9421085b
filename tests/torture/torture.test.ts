import { describe, expect, it } from 'vitest'
import { Disk } from '../lowdb/disk.ts'
import { weathers } from './all.ts'
import { attacks } from './attack.ts'
import { powerCuts } from './powercut.ts'

const bounded = weathers.filter(({ sizes }) => sizes.test > 0)

describe('nothing is lost', () => {
  it.each(bounded)('$name ($on)', { timeout: 300_000 }, async ({ run, sizes }) => {
    const { tried, lost, note } = await run(sizes.test)
    expect(lost, note).toBe(0)
    expect(tried).toBeGreaterThan(0)
  })
})

describe('weather says so when something is', () => {
  it('power cuts: a disk that says it is safe and is not', async () => {
    const careless = (): Disk => {
      const disk = new Disk()
      disk.syncFolder = async () => undefined
      return disk
    }
    expect((await powerCuts(careless).run(10)).lost).toBeGreaterThan(0)
  })

  it('attacks: quotes in the order of who said them; an option that one person chose', async () => {
    const inOrder = attacks({
      share: (_, given) => [{ item: 'words', quotes: (given.get('words') ?? []).map(String), chosen: [] }],
      shareLines: () => [],
    })
    expect((await inOrder.run(100)).lost).toBeGreaterThan(0)
    const few = attacks({
      share: (_, given) => [
        { item: 'chips', quotes: [], chosen: [...new Set([...(given.get('chips') ?? [])].flat())] },
      ],
      shareLines: () => [],
    })
    expect((await few.run(100)).lost).toBeGreaterThan(0)
  })
})
