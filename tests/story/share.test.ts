import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/contracts/text.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { shareVersions } from '../../src/summary/summary.ts'
import { tellings } from '../../src/transfer/transfer.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, changePerson, everything, live } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { novemberKit, posted, summariesIn } from '../support/month.ts'

let bot: Kit
beforeEach(async () => {
  bot = await novemberKit()
  const by = { member: 'emre', name: 'Emre' }
  await bot.change(tellings.put({ id: 'mooi', words: 'Ze stelden zelf vragen', how: 'yes', by }))
  await live(bot, posted)
})
afterEach(() => bot.close())

const open = (user: string) => bot.pressRef(user, buttonIn(summariesIn(bot)[0], 'Maak deelversie').ref)
const propose = async (user = 'bram') =>
  bot.submit(user, formIn(await open(user)), { proud: ['done-koken', 'transfer-mooi'], value: [] })
const proposals = () =>
  bot.channel().filter((each) => words(each).startsWith('Een deelversie voor de school'))
const press = (user: string, label: string) => bot.pressRef(user, buttonIn(proposals().at(-1), label).ref)
const got = (user: string) =>
  bot.privateTo(user).filter((each) => words(each).startsWith('Niemand koos Liever niet. Hier is de tekst'))

describe('a version to share', () => {
  it('offers every line, nothing ticked, and no names', async () => {
    const form = formIn(await open('dewi'))
    const offered = form.fields.flatMap((each) => (each.tag === 'choices' ? each.options : []))
    expect(offered.map(({ label }) => plain(label))).toContain('Ze stelden zelf vragen')
    expect(JSON.stringify(form)).not.toContain('Emre')
    expect(form.fields.every((each) => each.tag === 'choices' && each.value?.length === 0)).toBe(true)
    expect(words(summariesIn(bot)[0])).toContain('Ze stelden zelf vragen (Emre)')
  })

  it('is put to the network without saying whose idea it is', async () => {
    expect(seen(await propose())).toBe('Dank je. Het voorstel staat in het kanaal.')
    expect(proposals().map(words)).toEqual([
      'Een deelversie voor de school\nIemand wil dit op school laten zien. Liever niet? Druk op de knop, tot vrijdag 4 december, 15:30 uur. Eén keer is genoeg, en niemand ziet van wie.\n[Lees alles]\n[Liever niet]',
    ])
    expect(seen(await press('chris', 'Lees alles'))).toBe(
      'Ons netwerk in november\nHier zijn we blij mee\nGelukt: samen koken\nZe stelden zelf vragen',
    )
    expect(seen(await open('dewi'))).toContain(
      'Er ligt al een voorstel in het kanaal. Liever niet? Dat kan tot vrijdag 4 december, 15:30 uur.',
    )
  })

  it('goes to whoever proposed it when nobody objects, once, and nowhere else', async () => {
    await propose()
    await live(bot, '2026-12-04T14:29:00Z')
    expect(got('bram')).toEqual([])
    await live(bot, '2026-12-04T14:30:00Z')
    expect(words(got('bram')[0])).toBe(
      'Niemand koos Liever niet. Hier is de tekst; je kunt hem kopiëren. Ik verstuur hem niet.\nOns netwerk in november\nHier zijn we blij mee\nGelukt: samen koken\nZe stelden zelf vragen',
    )
    expect(words(proposals()[0])).toContain('Niemand koos Liever niet. Wie dit voorstelde, krijgt de tekst.')
    await live(bot, '2026-12-18T14:30:00Z')
    expect(got('bram')).toHaveLength(1)
    for (const user of ['anna', 'chris', 'dewi']) expect(got(user)).toEqual([])
    expect(
      proposals()
        .flatMap(buttonsOf)
        .map(({ label }) => label),
    ).toEqual(['Lees alles'])
    expect(JSON.stringify(shareVersions.all(await bot.state()))).not.toContain('bram')
  })

  it('stops at one objection, and nothing says whose it was', async () => {
    await propose()
    const before = everything(await bot.state())
    const { ref } = buttonIn(proposals()[0], 'Liever niet')
    expect(seen(await bot.pressRef('guus', ref))).toBe(
      'Goed, dit blijft hier. Niemand ziet van wie dat komt.',
    )
    const after = everything(await bot.state())
    expect(bot.channel().map(words)).toContain('Dit blijft hier. Praat er samen over.')
    const fresh = Object.entries(after).flatMap(([kind, records]) =>
      Object.entries(records).filter(([id, record]) => record !== before[kind]?.[id]),
    )
    expect(JSON.stringify(fresh)).not.toContain('guus')
    expect(Object.keys(after.handled ?? {}).length).toBeLessThanOrEqual(
      Object.keys(before.handled ?? {}).length,
    )
    expect(JSON.stringify(bot.logged)).not.toContain('guus')
    // Who presses after it hears the same as who pressed first.
    for (const user of ['guus', 'dewi'])
      expect(seen(await bot.pressRef(user, ref))).toBe(
        'Goed, dit blijft hier. Niemand ziet van wie dat komt.',
      )
    await live(bot, '2026-12-18T14:30:00Z')
    expect(got('bram')).toEqual([])
    expect(bot.channel().filter((each) => words(each).startsWith('Dit blijft hier.'))).toHaveLength(1)
  })

  it('can be proposed again after an objection', async () => {
    await propose()
    await press('dewi', 'Liever niet')
    expect(seen(await propose())).toBe('Dank je. Het voorstel staat in het kanaal.')
    expect(proposals()).toHaveLength(2)
  })

  it('waits longer when the network rests', async () => {
    await propose()
    const network = theNetwork(await bot.state())
    if (network)
      await bot.change(networks.put({ ...network, pause: { from: '2026-12-02', until: '2026-12-06' } }))
    await live(bot, '2026-12-08T15:00:00Z')
    expect(got('bram')).toEqual([])
    expect(words(proposals()[0])).toContain('Druk op de knop, tot woensdag 9 december, 15:30 uur.')
    await live(bot, '2026-12-09T14:30:00Z')
    expect(got('bram')).toHaveLength(1)
  })

  it('too late, twice, forged or of another network: a kind word', async () => {
    await propose()
    const { ref } = buttonIn(proposals()[0], 'Liever niet')
    await live(bot, '2026-12-04T14:30:00Z')
    expect(seen(await bot.pressRef('dewi', ref))).toBe(
      'Dit kan niet meer: de drie schooldagen zijn voorbij. Praat er gerust samen over.',
    )
    expect(seen(await bot.pressRef('dewi', 'example/summary/object/none'))).toContain('werkt niet meer')
    expect(seen(await bot.pressRef('dewi', ref.replace('example', 'elders')))).not.toContain('blijft hier')
    const form = formIn(await open('dewi'))
    expect(seen(await bot.submit('dewi', form, {}))).toBe('Vink minstens één regel aan.')
    expect(seen(await bot.submit('dewi', form, { proud: ['verzonnen'] }))).toBe('Kies iets uit de lijst.')
  })

  it('goes to the teamleider when whoever proposed it is gone, and waits for who is quiet', async () => {
    await propose()
    await changePerson(bot, 'bram', { left: true })
    await live(bot, '2026-12-04T14:30:00Z')
    expect(got('anna')).toHaveLength(1)
    await propose('chris')
    await changePerson(bot, 'chris', { paused: '2026-12-14' })
    await live(bot, '2026-12-11T15:00:00Z')
    expect(got('chris')).toEqual([])
    await live(bot, '2026-12-14T14:30:00Z')
    expect(got('chris')).toHaveLength(1)
  })

  it('takes a name out of what is kept when somebody erases everything', async () => {
    await propose('emre')
    const form = formIn(await bot.pressRef('emre', 'example/privacy/erase/0'))
    await bot.submit('emre', form, { sure: 'yes' })
    const kept = everything(await bot.state())
    const { summary, told } = kept
    expect(JSON.stringify([summary, told, kept['share-version']])).not.toMatch(/Emre|"emre"|zelf vragen/)
  })
})
