import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, changePerson, live, planMeeting } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { agreed, novemberKit, posted, previewed, previewsTo, summariesIn } from '../support/month.ts'

let bot: Kit
beforeEach(async () => {
  bot = await novemberKit()
  await changePerson(bot, 'chris', { roles: ['teamleider'], language: 'en' })
  await live(bot, previewed)
})
afterEach(() => bot.close())

const labels = (user: string) =>
  previewsTo(bot, user)
    .flatMap(buttonsOf)
    .map(({ label }) => label)
const press = (user: string, label: string) =>
  bot.pressRef(user, buttonIn(previewsTo(bot, user)[0], label).ref)
const kept = (form: ReturnType<typeof formIn>, leave: (id: string) => boolean) =>
  Object.fromEntries(
    form.fields.flatMap((each) =>
      each.tag === 'choices' ? [[each.id, (each.value ?? []).filter((id) => !leave(id))]] : [],
    ),
  )

describe('the preview', () => {
  it('goes to every teamleider the school day before, in their own language, and to nobody else', () => {
    expect(words(previewsTo(bot, 'anna')[0])).toMatch(/^Morgen plaats ik dit\.\nOns netwerk in november/)
    expect(words(previewsTo(bot, 'chris')[0])).toMatch(
      /^Tomorrow I will post this\.\nOur network in November/,
    )
    for (const user of ['bram', 'dewi', 'hanna']) expect(previewsTo(bot, user)).toEqual([])
    expect(labels('anna')).toEqual(['Pas aan', 'Goed zo'])
  })

  it('is posted as it was when nobody says anything, and says so', async () => {
    await live(bot, posted)
    expect(summariesIn(bot)).toHaveLength(1)
    expect(labels('anna')).toEqual([])
    expect(words(previewsTo(bot, 'chris')[0])).toContain('This message is in the channel.')
  })

  it('fine: the choice stands there, and another teamleider can still leave something out', async () => {
    expect(seen(await press('anna', 'Goed zo'))).toBe('Goed, dan plaats ik het zo.')
    expect(labels('anna')).toEqual(['Pas aan'])
    expect(labels('chris')).toEqual(['Change'])
  })

  it('change: what is unticked stays away, for all; the first one counts', async () => {
    const form = formIn(await press('anna', 'Pas aan'))
    const other = formIn(await press('chris', 'Change'))
    expect(form.fields.map(({ id }) => id)).toEqual(['proud', 'did', 'value', 'agreed', 'talk'])
    const values = kept(form, (id) => id.startsWith('done-') || id.startsWith('talk-'))
    expect(seen(await bot.submit('anna', form, values))).toBe('Aangepast. Zo plaats ik het.')
    expect(seen(await bot.submit('anna', form, values))).toBe('Aangepast. Zo plaats ik het.')
    expect(seen(await bot.submit('chris', other, {}))).toContain('Somebody already changed this.')
    expect(words(previewsTo(bot, 'chris')[0])).not.toContain('samen koken')
    expect(labels('chris')).toEqual([])
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).not.toMatch(/samen koken|vraag van/)
    expect(words(summariesIn(bot)[0])).toContain('samen lezen')
    await live(bot, '2027-01-06T15:00:00Z')
    expect(words(summariesIn(bot)[1])).not.toContain('samen koken')
  })

  it('cannot add anything, nor leave everything out', async () => {
    const form = formIn(await press('anna', 'Pas aan'))
    for (const [values, sentence] of [
      [{ proud: ['Anna is de beste'] }, 'Kies iets uit de lijst.'],
      [{ did: ['done-zwijgen'] }, 'Kies iets uit de lijst.'],
      [{}, 'Laat minstens één regel staan.'],
    ] as const)
      expect(seen(await bot.submit('anna', form, values))).toBe(sentence)
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).toContain('samen koken')
  })

  it('posts nothing that came after it; what is true no longer goes', async () => {
    await bot.change(agreements.put(agreed('zingen')), agreements.remove('koken'))
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).not.toMatch(/zingen|koken/)
  })

  it('old buttons are kindly over once it was posted', async () => {
    const form = formIn(await press('anna', 'Pas aan'))
    const fine = buttonIn(previewsTo(bot, 'anna')[0], 'Goed zo').ref
    await live(bot, posted)
    expect(seen(await bot.pressRef('anna', fine))).toContain('Dit is gesloten.')
    expect(seen(await bot.pressRef('anna', form.ref))).toContain('Dit is gesloten.')
    expect(seen(await bot.submit('anna', form, { did: ['met-meeting-1'] }))).toContain('Dit is gesloten.')
    expect(seen(await bot.pressRef('anna', 'other/summary/change/2026-12'))).not.toContain('Maandbericht')
  })

  it('leaves a teamleider in peace who asked for quiet, and is posted all the same', async () => {
    await bot.close()
    bot = await novemberKit()
    await changePerson(bot, 'anna', { paused: '2026-12-14' })
    await live(bot, posted)
    expect(previewsTo(bot, 'anna')).toEqual([])
    expect(summariesIn(bot)).toHaveLength(1)
  })

  it('after a holiday comes on the first school day, and the summary on the second', async () => {
    await planMeeting(bot, '2026-12-14')
    await live(bot, '2027-01-03T20:00:00Z')
    expect(previewsTo(bot, 'anna')).toHaveLength(1)
    await live(bot, '2027-01-04T14:30:00Z')
    expect(words(previewsTo(bot, 'anna')[1])).toMatch(/^Morgen plaats ik dit\.\nOns netwerk in december/)
    expect(summariesIn(bot)).toHaveLength(1)
    await live(bot, '2027-01-05T14:30:00Z')
    expect(words(summariesIn(bot)[1])).toContain('We kwamen bij elkaar op maandag 14 december')
  })

  it('is not for who does not lead', async () => {
    const { ref } = buttonIn(previewsTo(bot, 'anna')[0], 'Pas aan')
    expect(seen(await bot.pressRef('bram', ref))).toBe('Dit is voor de teamleider.')
  })
})
