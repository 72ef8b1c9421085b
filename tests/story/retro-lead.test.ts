import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { begin, board, latest, led, open, running, write } from '../support/retro.ts'

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

describe('leading', () => {
  beforeEach(async () => {
    await begin(bot, 'parels')
    await all(seven)
  })

  it('others hear who leads, or whom it is for', async () => {
    expect(seen(await press('hanna', 'lead'))).toBe('Anna leidt deze retro.\n[Neem over]')
    expect(seen(await press('bram', 'lead'))).toBe('Dit is voor de teamleider en de netwerkcoach.')
  })

  it('is handed over to a member, who hears so privately', async () => {
    expect(seen(await led(bot, 'hand', { to: 'bram' }))).toBe('Bram leidt nu de retro.')
    expect(now()).toContain('Bram leidt deze retro.')
    expect(words(bot.privateTo('bram').at(-1))).toContain('Anna geeft de leiding van de retro aan jou door.')
    await led(bot, 'next', undefined, 'bram')
    expect(now()).toContain('van chris')
    expect(seen(await press('anna', 'lead'))).toBe('Bram leidt deze retro.\n[Neem over]')
  })

  it.each(['ilse', 'anna', 'nobody', '__proto__'])('is not handed over to %s', async (to) => {
    const reply = await led(bot, 'hand', { to })
    expect(seen(reply)).toBe('Kies iets uit de lijst.')
    expect((await running(bot)).facilitator).toBe('anna')
  })

  it('is taken over, also twice with another in between', async () => {
    const take = async (user: string) =>
      bot.pressRef(user, buttonIn(await press(user, 'lead'), 'Neem over').ref)
    expect(seen(await take('hanna'))).toContain('Jij leidt nu de retro.')
    await take('anna')
    expect((await running(bot)).facilitator).toBe('anna')
    await take('hanna')
    expect((await running(bot)).facilitator).toBe('hanna')
    await led(bot, 'next', undefined, 'hanna')
    expect(now()).toContain('van chris')
  })

  it('a form of somebody who led until just now changes nothing', async () => {
    const form = await open(bot, 'anna', 'lead')
    await bot.pressRef('hanna', buttonIn(await press('hanna', 'lead'), 'Neem over').ref)
    expect(seen(await bot.submit('anna', form, { do: 'next' }))).toBe('Hanna leidt deze retro.')
    expect(now()).not.toContain('van chris')
  })

  it('a second step on top of what has changed since does nothing, and keeps what was typed', async () => {
    const points = formIn(await led(bot, 'finish'))
    await led(bot, 'next')
    const late = await bot.submit('anna', points, { 'point-0': 'te laat' })
    expect(late.kind).toBe('errors')
    expect(seen(late)).toContain('De retro is intussen verder.')
    await led(bot, 'next')
    const hand = formIn(await led(bot, 'hand'))
    await led(bot, 'back')
    expect(seen(await bot.submit('anna', hand, { to: 'bram' }))).toContain('De retro is intussen verder.')
    expect(await running(bot)).toMatchObject({ points: [], facilitator: 'anna' })
  })

  it('two devices at once go one step, not two', async () => {
    const form = await open(bot, 'anna', 'lead')
    const replies = await Promise.all([1, 2].map(() => bot.submit('anna', form, { do: 'next' })))
    expect(replies.map(seen)).toEqual(Array(2).fill('Iedereen ziet nu: Lezen.\n[Regie]'))
    const other = await bot.submit('anna', form, { do: 'back' })
    expect(seen(other)).toContain('De retro is intussen verder.')
    expect((await running(bot)).at).toBe(1)
  })

  it.each([
    ['left', { left: true, roles: [] }],
    ['said no', { consent: 'no' as const, roles: [] }],
    ['is resting', { paused: '2026-12-20' }],
  ])('whoever led %s: a coach takes over, and without one any member', async (_name, change) => {
    await changePerson(bot, 'anna', change)
    expect(seen(await press('bram', 'lead'))).toContain('Dit is voor')
    await changePerson(bot, 'hanna', { left: true })
    expect(seen(await press('ilse', 'lead'))).toContain('Dit is voor wie meedoet')
    await bot.pressRef('bram', buttonIn(await press('bram', 'lead'), 'Neem over').ref)
    await led(bot, 'next', undefined, 'bram')
    expect(now()).toContain('van chris')
  })

  it('closing is asked nothing and refuses nothing, except what is too long or past', async () => {
    const second = formIn(
      await led(bot, 'finish', { 'point-0': 'x'.repeat(301) }).then(async (wrong) => {
        expect(seen(wrong)).toContain('hooguit 300 tekens')
        return led(bot, 'finish', { 'point-0': 'kort' })
      }),
    )
    const wrong = await bot.submit('anna', second, { 'agree-0': 'iets', 'date-0': '2026-11-01' })
    expect(seen(wrong)).toBe('Deze dag is al geweest. Kies een latere.')
    // Somebody's phone dies here: the points are kept.
    expect((await open(bot, 'anna', 'finish')).fields[0]?.value).toBe('kort')
    const again = formIn(await led(bot, 'finish', { 'point-0': 'kort' }))
    const replies = await Promise.all([1, 2].map(() => bot.submit('anna', again, { 'agree-0': 'iets' })))
    expect(replies.map(seen)).toEqual(Array(2).fill('De retro is afgerond. Dank je wel!'))
    expect(agreements.all(await bot.state())).toHaveLength(1)
    expect(seen(await bot.submit('anna', again, { 'agree-0': 'iets anders' }))).toBe(
      'Dit is gesloten. Kijk in het kanaal.',
    )
    for (const action of ['lead', 'write', 'dots'])
      expect(seen(await press('anna', action))).toMatch(/gesloten/)
  })
})

describe('after a restart', () => {
  it.each([0, 1, 2, 3, 4, 5])('in phase %s it goes on where it was', async (phase) => {
    await begin(bot, 'parels')
    for (const user of seven) await write(bot, user, { 'new-pearl-0': `parel ${user}`, 'new-puzzle-0': 'p' })
    while ((await running(bot)).at < phase) await led(bot, 'next')
    const before = await running(bot)
    await bot.store.close()
    const later = await kit({ folder: bot.folder })
    expect(await running(later)).toEqual(before)
    if (phase > 0) await led(later, 'back')
    await later.store.close()
    bot = await quietKit()
  })
})
