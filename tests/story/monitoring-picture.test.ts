import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pictures } from '../../src/network/picture.ts'
import { answersTable, participations } from '../../src/round/round.ts'
import {
  closeRound,
  everybody,
  lastMessage,
  lastRound,
  openCrosses,
  people,
  place,
} from '../support/crosses.ts'
import type { Kit } from '../support/kit.ts'
import { everything, live, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

const middle = { now: () => 3 }
const result = async () => (await lastRound(bot)).result ?? []

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
  await openCrosses(bot)
})
afterEach(() => bot.close())

describe('the picture', () => {
  it('comes back once, on the tenth school day, to everybody at the same time', async () => {
    await everybody(bot)
    const round = await lastRound(bot)
    await live(bot, '2026-12-07T14:29:00Z')
    expect(bot.channel()).toHaveLength(1)
    await live(bot, round.closes)
    expect(bot.channel()).toHaveLength(2)
    const text = words(lastMessage(bot))
    expect(text).toContain('Ons beeld van december')
    expect(text).toContain('Geen uitslag, maar het begin van jullie gesprek.')
    expect(text).toContain('7 mensen. ✕ nu, ○ gewenst. Geen plek is beter.')
    expect(text).toContain('Gewenst: zeven keer iets rechts.')
    expect(lastMessage(bot).blocks.filter(({ tag }) => tag === 'picture')).toHaveLength(4)
    expect(buttonsOf(lastMessage(bot)).map(({ label }) => label)).toEqual([
      'Conclusie',
      'In woorden',
      'Gesprekshulp',
    ])
    expect(bot.privateTo('hanna')).toHaveLength(0)
    expect(words(bot.channel()[0])).toContain('Kruisjes zetten kan niet meer.')
    expect(seen(await bot.pressRef('bram', `example/monitoring/answer/${round.id}`))).toContain('gesloten')
  })

  it('leaves nothing that ties a cross to a person', async () => {
    await everybody(bot)
    await closeRound(bot)
    const state = await bot.state()
    expect(answersTable.all(state)).toEqual([])
    expect(participations.all(state)).toEqual([])
    const { id } = await lastRound(bot)
    expect([...state.all('handled').values()].filter((each) => JSON.stringify(each).includes(id))).toEqual([])
    const kept = everything(state)
    for (const kind of ['round', 'picture', 'monitoring', 'instrument'])
      for (const user of people) expect(JSON.stringify(kept[kind])).not.toMatch(new RegExp(`"${user}"`, 'i'))
  })

  it('keeps pictures in both languages that nobody can guess, and follows the network’s language', async () => {
    await everybody(bot)
    await closeRound(bot)
    const all = pictures.all(await bot.state())
    expect(all).toHaveLength(8)
    for (const { id } of all) expect(id).toMatch(/^[a-z0-9]{24,60}$/)
    await bot.say('anna', 'settings language en', 'en')
    expect(words(lastMessage(bot))).toContain('Our picture of December')
    expect(words(lastMessage(bot))).toContain('Wished for: seven slightly right.')
  })

  it('shows nothing of a line, a wish or an example that too few people spoke about', async () => {
    for (const [index, user] of people.entries())
      await place(bot, user, {
        now: (line) =>
          line === '1a' && index > 3 ? 'unsure' : line === '1b' && index > 4 ? undefined : index,
        wished: (line) => (line === '1b' && index < 4 ? 5 : undefined),
        ...(index < 4 && { why: `zie ${user}` }),
      })
    await closeRound(bot)
    const lines = new Map((await result()).map(({ item, line }) => [item, line]))
    expect(lines.has('1a')).toBe(false)
    expect(lines.get('1b')).toEqual({ now: [1, 1, 1, 1, 1, 0, 0], ways: { unsure: 0, unfit: 0 } })
    expect([...lines.keys()].filter((id) => id.startsWith('why'))).toEqual([])
    const everySpot = JSON.stringify(everything(await bot.state()))
    expect(everySpot).not.toContain('zie bram')
    expect(words(lastMessage(bot))).not.toContain('Plek in het werk')
  })

  it('shows examples from the minimum on, under their dimension, shuffled', async () => {
    for (const user of people) await place(bot, user, { ...middle, why: `gezien door ${user}` })
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('Praktijk: waaraan jullie dat merken')
    expect(words(lastMessage(bot))).toContain('De andere voorbeelden lees je bij In woorden.')
    const words4 = seen(await bot.pressRef('bram', bot.button('In woorden').ref))
    for (const user of people) expect(words4).toContain(`gezien door ${user} 3`)
  })

  it('says all of it in words, ways out included, to whoever asks', async () => {
    for (const [index, user] of people.entries())
      await place(bot, user, { now: (line) => (line === '3b' && index < 2 ? 'unfit' : index) })
    await closeRound(bot)
    for (const user of ['bram', 'anna', 'hanna']) {
      const text = seen(await bot.pressRef(user, bot.button('In woorden').ref))
      expect(text).toContain('Hechte of losse banden. Links: We werken met een vaste groep')
      expect(text).toContain('Past niet bij ons: twee.')
    }
    expect(seen(await bot.pressRef('hanna', bot.button('Gesprekshulp').ref))).toContain('Laat OMA thuis')
  })

  it('stays as it is when people leave, the group gets smaller or a later round comes', async () => {
    await everybody(bot)
    await closeRound(bot)
    const before = words(lastMessage(bot))
    const kept = (await lastRound(bot)).result
    await bot.say('guus', 'privacy')
    await bot.pressRef('guus', 'example/privacy/stop/0')
    await bot.happened('fenna', 'person-left')
    await live(bot, '2026-12-16T10:00:00Z')
    expect((await lastRound(bot)).result).toEqual(kept)
    expect(words(lastMessage(bot))).toBe(before)
  })
})

describe('names', () => {
  const named = (...who: string[]) =>
    Promise.all([]).then(async () => {
      for (const [index, user] of people.entries())
        await place(bot, user, { now: () => index, name: who.includes(user) })
      await closeRound(bot)
    })

  it('stand with who chose so when enough are left without one', async () => {
    await named('anna', 'bram')
    expect(words(lastMessage(bot))).toContain('één keer helemaal links (Anna)')
    expect(words(lastMessage(bot))).not.toContain('Chris')
  })

  it('stay away when they would give the others away', async () => {
    await named('anna', 'bram', 'chris')
    expect(words(lastMessage(bot))).not.toMatch(/Anna|Bram|Chris/)
    expect(words(lastMessage(bot))).toContain('één keer helemaal links')
  })

  it('all stand there when everybody chose so, also when they are few', async () => {
    for (const [index, user] of ['anna', 'bram', 'chris'].entries())
      await place(bot, user, { now: () => index, name: true })
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('3 mensen.')
    expect(words(lastMessage(bot))).toContain('één keer helemaal links (Anna), één keer links (Bram)')
  })

  it('are not shown of three when the third rather would not', async () => {
    for (const [index, user] of ['anna', 'bram', 'chris'].entries())
      await place(bot, user, { now: () => (index === 2 ? 'unsure' : index), name: index < 2 })
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('Er zijn te weinig kruisjes')
    expect(JSON.stringify((await lastRound(bot)).result)).toBe('[]')
  })
})
