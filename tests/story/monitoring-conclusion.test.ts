import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeRound, everybody, lastMessage, lastRound, openCrosses, people } from '../support/crosses.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { changePerson, everything, live, planMeeting, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
  await openCrosses(bot)
})
afterEach(() => bot.close())

describe('too few', () => {
  beforeEach(async () => {
    await everybody(bot, people.slice(0, 4))
    await closeRound(bot)
  })

  it('erases the crosses, and gives the lines to print and a conclusion', async () => {
    expect(words(lastMessage(bot))).toContain('Teken de lijnen op een bord')
    expect(buttonsOf(lastMessage(bot)).map(({ label }) => label)).toEqual(['Werkblad', 'Conclusie'])
    const kept = everything(await bot.state())
    expect(JSON.stringify([kept.round, kept.picture])).not.toContain('far-left')
    const reply = await bot.pressRef('bram', bot.button('Werkblad').ref)
    if (reply.kind !== 'word') throw new Error('no word')
    expect(reply.message.blocks.map(({ tag }) => tag)).toEqual(['paragraph', 'picture'])
    expect(seen(reply)).toContain('We leren samen op aparte momenten')
  })

  it('says nothing in words, in the table or by a forged button', async () => {
    const { id } = await lastRound(bot)
    expect(seen(await bot.pressRef('bram', `example/monitoring/words/${id}`))).toContain('werkt niet meer')
    expect(seen(await bot.pressRef('anna', 'example/monitoring/table/0'))).toBe(
      'Er is nog geen beeld van eerder.',
    )
  })

  it('can be concluded all the same', async () => {
    const form = formIn(await bot.pressRef('bram', bot.button('Conclusie').ref))
    await bot.submit('bram', form, { conclusion: 'We praten liever' })
    expect(words(lastMessage(bot))).toContain('We praten liever')
  })
})

describe('the conclusion', () => {
  beforeEach(async () => {
    await everybody(bot)
    await closeRound(bot)
  })
  const conclude = async (user: string, values: Record<string, string>, label = 'Conclusie') =>
    bot.submit(user, formIn(await bot.pressRef(user, bot.button(label).ref)), values)

  it('is written by any member, stands under the picture, and can be changed', async () => {
    const reply = await conclude('bram', {
      conclusion: ' We leren het meest in de les. ',
      first: 'Samen lessen maken',
      'first-line': '1a',
    })
    expect(seen(reply)).toBe('Genoteerd. Jullie conclusie staat in het kanaal.')
    expect(bot.channel()).toHaveLength(2)
    expect(words(lastMessage(bot))).toContain('Jullie conclusie\nWe leren het meest in de les.')
    expect(words(lastMessage(bot))).toContain(
      'Bij Plek in het werk. Afgesproken: Samen lessen maken (wij samen)',
    )
    await conclude('hanna', { conclusion: 'Nog mooier' }, 'Pas aan')
    expect(words(lastMessage(bot))).toContain('Nog mooier')
    expect(words(lastMessage(bot))).not.toContain('in de les.\n')
  })

  it('takes two agreements at most, checks what was typed, and overwrites nobody', async () => {
    expect(await conclude('bram', { conclusion: ' ' })).toMatchObject({ kind: 'errors' })
    expect(await conclude('bram', { conclusion: 'a'.repeat(501) })).toMatchObject({ kind: 'errors' })
    expect(await conclude('bram', { conclusion: 'ja', first: 'iets', 'first-line': '9z' })).toMatchObject({
      kind: 'errors',
    })
    const stale = formIn(await bot.pressRef('chris', bot.button('Conclusie').ref))
    await conclude('bram', { conclusion: 'eerst', first: 'een', second: 'twee' })
    const kept = formIn(await bot.submit('chris', stale, { conclusion: 'later' }))
    expect(kept.fields).toMatchObject([{ id: 'conclusion', value: 'later' }])
    expect(words(lastMessage(bot))).toContain('eerst')
  })

  it('comes back in the next round, with its agreement beside its line', async () => {
    await conclude('bram', {
      conclusion: 'We leren in de les.',
      first: 'Samen lessen maken',
      'first-line': '1a',
    })
    await live(bot, '2026-12-09T10:00:00Z')
    await openCrosses(bot)
    const invitation = words(lastMessage(bot))
    expect(invitation).toContain('Vorige keer schreven jullie: “We leren in de les.”')
    expect(invitation).toContain('Bij Plek in het werk. Afgesproken: Samen lessen maken')
    await everybody(bot)
    await closeRound(bot)
    expect(words(lastMessage(bot))).toContain('Vorige keer: één keer helemaal links')
    expect(words(lastMessage(bot))).toContain('licht: vorige keer')
    expect(words(lastMessage(bot))).toContain('Vorige keer schreven jullie')
  })

  it('is asked for once before the next meeting, as long as there is none', async () => {
    await planMeeting(bot, '2026-12-14')
    await live(bot, '2026-12-11T14:30:00Z')
    expect(words(lastMessage(bot))).toContain('Het beeld wacht nog op jullie conclusie.')
    await planMeeting(bot, '2026-12-17')
    await live(bot, '2026-12-16T15:00:00Z')
    expect(bot.channel().filter((message) => words(message).includes('Het beeld wacht'))).toHaveLength(1)
  })

  it('can be asked of a coach, where there is one', async () => {
    const help = async (user: string) => seen(await bot.pressRef(user, bot.button('Gesprekshulp').ref))
    expect(await help('bram')).toContain('jullie netwerkcoach')
    expect(await help('hanna')).not.toContain('netwerkcoach')
    await changePerson(bot, 'hanna', { roles: [] })
    expect(await help('bram')).not.toContain('netwerkcoach')
  })

  it('is brought to teamleider and coach on the third school day, when no meeting comes soon', async () => {
    await live(bot, '2026-12-10T14:29:00Z')
    expect(bot.privateTo('hanna')).toHaveLength(0)
    await live(bot, '2026-12-10T14:30:00Z')
    for (const user of ['anna', 'hanna']) expect(bot.privateTo(user)).toHaveLength(1)
    // Only somebody with a coach beside them can ask for one.
    expect(words(bot.privateTo('anna')[0])).toContain('er staat voorlopig geen bijeenkomst gepland')
    expect(words(bot.privateTo('anna')[0])).toContain('jullie netwerkcoach')
    expect(words(bot.privateTo('hanna')[0])).not.toContain('netwerkcoach')
    expect(
      buttonsOf(bot.privateTo('hanna')[0] ?? { language: 'nl', summary: '', blocks: [] })[0]?.label,
    ).toBe('Plan bijeenkomst')
    expect(bot.privateTo('bram')).toHaveLength(0)
    await live(bot, '2026-12-18T15:00:00Z')
    expect(bot.privateTo('hanna')).toHaveLength(1)
  })
})
