import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { sheets } from '../../src/retro/retro.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { begin, board, finish, invite, latest, led, open, running, write } from '../support/retro.ts'

const seven = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const now = () => words(board(bot))
const all = async (users: readonly string[], field = 'new-pearl-0') => {
  for (const user of users) await write(bot, user, { [field]: `van ${user}` })
}
const press = async (user: string, action: string, more = '') =>
  bot.pressRef(user, `example/retro/${action}/${(await latest(bot)).id}${more}`)
const options = async (user: string) => {
  const [field] = (await open(bot, user, 'dots')).fields
  return field?.tag === 'choices' ? field.options.map(({ value }) => value) : []
}
const dot = async (user: string, ...topics: readonly string[]) =>
  bot.submit(user, await open(bot, user, 'dots'), { 'topics-0': topics })

describe('together', () => {
  it('goes from phase to phase in one message, to points and agreements', async () => {
    await begin(bot, 'parels')
    for (const user of seven)
      await write(bot, user, { 'new-pearl-0': `parel ${user}`, 'new-puzzle-0': `puzzel ${user}` })
    expect(now()).not.toContain('parel ')
    expect(seen(await led(bot, 'next'))).toBe('Iedereen ziet nu: Lezen.\n[Regie]')
    for (const user of seven) expect(now()).toContain(`parel ${user}`)
    await led(bot, 'next')
    expect(now()).toContain('Leg het samen op stapels')
    const topics = formIn(await led(bot, 'pile')).fields[0]
    const [one = '', two = ''] = topics?.tag === 'choices' ? topics.options.map(({ value }) => value) : []
    await led(bot, 'pile', { 'topics-0': [one, two], name: 'Samen kijken' })
    expect(now()).toContain('Samen kijken\n')
    await led(bot, 'next')
    expect(now()).toContain('•••')
    const [pile = '', other = ''] = await options('bram')
    for (const user of seven) await dot(user, other, ...(user < 'd' ? [pile] : []))
    expect(now()).toContain('•••')
    await led(bot, 'next')
    expect(now()).toContain('De volgorde volgt jullie stippen. Alles blijft staan.')
    expect(now()).toMatch(/Nu\n(parel|puzzel) \w+\nDoorvragen: .*\nDe andere onderwerpen\nSamen kijken\n/)
    await led(bot, 'time', { ends: '16:40' })
    expect(now()).toContain('Jullie praten tot 16:40 uur.')
    expect(seen(await led(bot, 'next'))).toMatch(
      /^Nu praten jullie over “Samen kijken”\. Er liggen er nog \d+\. Die hoeven niet allemaal\.\n\[Regie\]$/,
    )
    expect(seen({ kind: 'form', form: await open(bot, 'anna', 'lead') })).toContain(
      'Jullie zijn hier: Praten.\nNu praten jullie over “Samen kijken”.',
    )
    expect(now()).toContain('Nu: Samen kijken')
    await led(bot, 'back')
    expect(now()).toMatch(/Nu\n/)
    const reply = await finish(
      bot,
      { 'point-0': 'vaker kijken', 'point-2': 'samen koffie' },
      {
        'agree-0': 'elke week een les bezoeken',
        'date-0': '2026-12-10',
        'agree-1': 'zaal regelen',
        'who-1': 'me',
      },
    )
    expect(seen(reply)).toBe('De retro is afgerond. Dank je wel!')
    expect(words(bot.channel().at(-1))).toBe(
      [
        'Parels en puzzels',
        'Dank jullie wel! Dit nemen jullie mee:',
        'vaker kijken',
        'samen koffie',
        'Afgesproken: elke week een les bezoeken (wij samen, 10 december)',
        'Afgesproken: zaal regelen (Anna)',
        'Wie brengt het de volgende keer weer ter sprake?',
        '[Pas aan]',
        '[Lees alles]',
      ].join('\n'),
    )
    expect(bot.channel()).toHaveLength(1)
    const { id } = await latest(bot)
    expect(agreements.all(await bot.state())).toMatchObject([
      { from: id, owner: 'all', state: 'open' },
      { from: id, owner: 'anna' },
    ])
    expect(seen(await press('bram', 'read', '/0'))).toContain('puzzel guus')
    expect(seen(await bot.say('bram', 'afspraken'))).toContain('elke week een les bezoeken')
  })

  it('begins with what was agreed before', async () => {
    await begin(bot, 'goed')
    await finish(bot, { 'point-0': 'x' }, { 'agree-0': 'samen lezen' })
    await begin(bot, 'trots')
    expect(now()).toContain(
      'Dit spraken jullie eerder af. Hoe ging dat?\nAfgesproken: samen lezen (wij samen)',
    )
  })

  it('stil: writes twice, the second time next to what others wrote', async () => {
    await begin(bot, 'stil')
    await all(seven, 'new-example-0')
    await led(bot, 'next')
    await led(bot, 'next')
    expect(now()).toContain('Vul in stilte aan.')
    expect(now()).toContain('van chris')
    await write(bot, 'bram', { 'new-example-0': 'tweede keer', ...(await ownOf('bram')) })
    expect(now()).not.toContain('tweede keer')
    await led(bot, 'next')
    expect(now()).toContain('tweede keer')
  })

  const ownOf = async (user: string) =>
    Object.fromEntries(
      (await open(bot, user, 'write')).fields
        .filter(({ id }) => id.startsWith('note-'))
        .map(({ id, value }) => [id, String(value)]),
    )

  it('talks until a time that is still to come, where the network is', async () => {
    const talkUntil = async (ends: string) => led(bot, 'time', { ends })
    await begin(bot, 'parels')
    await all(seven)
    while ((await running(bot)).at < 4) await led(bot, 'next')
    const over = await talkUntil('16:15')
    expect(over).toMatchObject({ kind: 'errors', errors: { ends: {} } })
    expect(seen(over)).toBe('Dit moment is al voorbij. Kies een later moment.')
    expect((await running(bot)).ends).toBeUndefined()
    await talkUntil('16:16')
    expect(now()).toContain('Jullie praten tot 16:16 uur.')
    // Ten to midnight on the wall: a quarter past twelve is near, a quarter to twelve is not.
    bot.jump('2026-11-23T22:50:00Z')
    await talkUntil('00:15')
    expect((await running(bot)).ends).toBe('00:15')
    expect(await talkUntil('23:45')).toMatchObject({ kind: 'errors' })
  })

  it('vier: taps, differences with tips, and cards that volunteers take', async () => {
    await begin(bot, 'vier')
    expect(now()).not.toContain('0 mensen')
    for (const [at, user] of seven.entries())
      await write(bot, user, { 'tap-future': 'right', 'tap-reflect': at < 4 ? 'little' : 'much' })
    expect(now()).toContain('7 mensen hebben gekozen')
    await led(bot, 'next')
    expect(now()).toContain('Toekomst creëren\nVaak gekozen: precies goed.\n')
    expect(now()).toContain(
      'Vaak gekozen: te weinig. Ook gekozen: te veel.\nTip bij te weinig: Houd halverwege',
    )
    expect(now()).toContain('Dialoog voeren\nTe weinig mensen kozen hier iets')
    await led(bot, 'next')
    const take = async (user: string) => bot.pressRef(user, bot.button('Terugkijker').ref)
    expect(seen(await take('bram'))).toContain('Jij let de volgende keer op terugkijken.')
    expect(now()).toContain('Terugkijker: Bram')
    expect(seen(await take('chris'))).toBe('Bram heeft deze kaart al.')
    expect(seen(await take('bram'))).toBe('Je hebt de kaart teruggelegd.')
    expect(now()).toContain('Terugkijker: nog vrij')
    await take('chris')
    await finish(bot, {})
    expect(words(bot.channel().at(-1))).toContain('Terugkijker: Chris')
    // Nobody can take one any more.
    expect(words(bot.channel().at(-1))).not.toContain('nog vrij')
  })

  it('vier: one pattern of all four together has words of its own', async () => {
    await begin(bot, 'vier')
    const right = Object.fromEntries(
      ['future', 'organise', 'reflect', 'dialogue'].map((id) => [`tap-${id}`, 'right']),
    )
    for (const user of seven) await write(bot, user, right)
    await led(bot, 'next')
    expect(now()).toContain('Volgens jullie zijn de vier in balans.')
  })

  it('forged or too many dots are said beside the field', async () => {
    await begin(bot, 'parels')
    await all(seven)
    await led(bot, 'next')
    await led(bot, 'next')
    const topics = await options('bram')
    expect(seen(await dot('bram', ...topics.slice(0, 4)))).toBe('Kies er hooguit 3.')
    expect(seen(await dot('bram', 'toString'))).toBe('Kies iets uit de lijst.')
    expect(seen(await dot('bram', ...topics.slice(0, 3)))).toContain('Bewaard.')
    const form = await open(bot, 'bram', 'dots')
    expect(form.fields[0]?.value).toEqual(topics.slice(0, 3))
  })
})

describe('small and large', () => {
  it('below the minimum nothing is shown, they go on out loud, and what was written goes', async () => {
    await begin(bot, 'parels')
    await all(seven.slice(0, 4))
    await led(bot, 'next')
    expect(now()).toContain('Te weinig mensen schreven iets')
    expect(JSON.stringify(bot.channel())).not.toContain('van bram')
    await led(bot, 'back')
    await all(['fenna'])
    await led(bot, 'next')
    expect(now()).toContain('van bram')
    await led(bot, 'back')
    await finish(bot, { 'point-0': 'hardop gepraat' })
    expect(words(bot.channel().at(-1))).toContain('hardop gepraat')
    expect(sheets.all(await bot.state())).toEqual([])
  })

  it('of few, all with their name, the notes are shown with it', async () => {
    await begin(bot, 'parels')
    expect(seen(await press('bram', 'write'))).toContain('Jullie zijn met weinig.')
    for (const user of ['bram', 'chris'])
      await write(bot, user, { 'new-pearl-0': `van ${user}`, named: 'yes' })
    await led(bot, 'next')
    expect(now()).toContain('van bram (Bram)')
    await led(bot, 'back')
    await write(bot, 'dewi', { 'new-pearl-0': 'geheim', named: 'no' })
    await led(bot, 'next')
    expect(now()).toContain('Te weinig mensen')
    expect(JSON.stringify(bot.channel())).not.toContain('geheim')
  })

  it('an empty one goes on out loud', async () => {
    await begin(bot, 'goed')
    await led(bot, 'next')
    expect(now()).toContain('Er staat niets op het bord.')
    await finish(bot, {})
    expect(words(bot.channel().at(-1))).toContain('Dank jullie wel! De retro is afgerond.')
  })

  it.each([2, 8, 30])('%s people who all press at once lose nothing', async (count) => {
    const users = await invite(bot, count)
    await begin(bot, 'parels')
    const sheetsOpen = await Promise.all(users.map((user) => open(bot, user, 'write')))
    await Promise.all(
      sheetsOpen.map((form, at) =>
        bot.submit(users[at] ?? '', form, {
          'new-pearl-0': `a${at}!`,
          'new-pearl-1': `b${at}!`,
          'new-puzzle-0': `c${at}!`,
          named: 'yes',
        }),
      ),
    )
    expect(now()).toContain(`${count * 3} briefjes`)
    await led(bot, 'next')
    expect((await running(bot)).board).toHaveLength(count * 3)
    if (count < 5) return
    await led(bot, 'next')
    await led(bot, 'next')
    const topics = await options(users[0] ?? '')
    expect(topics).toHaveLength(count * 3)
    const dotting = await Promise.all(users.map((user) => open(bot, user, 'dots')))
    await Promise.all(
      dotting.map((form, at) => bot.submit(users[at] ?? '', form, { 'topics-0': [topics.at(-1) ?? ''] })),
    )
    await led(bot, 'next')
    expect((await running(bot)).order[0]).toBe(topics.at(-1))
  })

  it('of thirty with long notes the channel shows the first, and all can be read in pages', async () => {
    const users = await invite(bot, 30)
    await begin(bot, 'parels')
    for (const user of users)
      await write(
        bot,
        user,
        Object.fromEntries(
          ['new-pearl-0', 'new-pearl-1', 'new-puzzle-0'].map((id) => [
            id,
            `${id} ${user} ${'é'.repeat(450)}`,
          ]),
        ),
      )
    await led(bot, 'next')
    expect(now()).toContain('Er staat meer. Lees alles met de knop hieronder.')
    expect(now().length).toBeLessThan(8000)
    let page = await bot.pressRef('bram', bot.button('Lees alles').ref)
    const read: string[] = []
    for (let pages = 0; pages < 40; pages++) {
      read.push(seen(page))
      expect(seen(page).length).toBeLessThan(8000)
      const next = page.kind === 'word' && buttonsOf(page.message).find(({ label }) => label === 'Verder')
      if (!next) break
      page = await bot.pressRef('bram', next.ref)
    }
    for (const user of users) expect(read.join().split(` ${user} `)).toHaveLength(4)
  })
})
