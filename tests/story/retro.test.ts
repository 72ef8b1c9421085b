import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { begin, board, finish, latest, led, open, running, write } from '../support/retro.ts'

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

describe('beginning', () => {
  it('offers the forms to who leads, with a tip of their own, and says it in the channel', async () => {
    const offered = await bot.say('anna', 'retro')
    const form = formIn(await bot.pressRef('anna', buttonIn(offered, 'Begin een retro').ref))
    expect(seen({ kind: 'form', form })).toContain('Tip: stel vragen en wacht nog even met oplossingen.')
    const [forms] = form.fields
    const labels = forms?.tag === 'choice' ? forms.options.map(({ label }) => [label].flat().join('')) : []
    expect(labels).toContain('Parels en puzzels (ongeveer 25 minuten)')
    expect(labels).toHaveLength(5)
    expect(seen(await begin(bot, 'parels'))).toContain('De retro staat in het kanaal.')
    expect(now()).toContain('Parels en puzzels\nAnna leidt deze retro.\nAnna nodigt jullie uit')
    expect(now()).not.toContain('0 briefjes')
    expect(bot.channel().map(words).join()).not.toContain('Tip:')
  })

  it('reads in English from beginning to end', async () => {
    const offered = await bot.say('anna', 'retro pearls', 'en')
    const form = formIn(await bot.pressRef('anna', buttonIn(offered, 'Start a retro').ref, 'en'))
    expect(seen({ kind: 'form', form })).toContain('Tip: ask questions')
    expect(form.fields[0]?.value).toBe('parels')
    await bot.submit('anna', form, { form: 'parels', pace: 'now' }, { language: 'en' })
    const sheet = await open(bot, 'bram', 'write', 'en')
    expect(seen({ kind: 'form', form: sheet })).toContain('A pearl: we are happy with this')
    expect(seen(await bot.submit('bram', sheet, { 'new-pearl-0': 'tea' }, { language: 'en' }))).toContain(
      'Saved. You now have 1 note.',
    )
  })

  it.each(['bram', 'guus'])('is not for %s, until it is opened to all', async (user) => {
    expect(seen(await bot.say(user, 'retro'))).toBe('Dit is voor de teamleider en de netwerkcoach.')
    await begin(bot, 'goed', { open: 'all' })
    await finish(bot, { 'point-0': 'thee' })
    const offered = await bot.say(user, 'retro')
    const form = await bot.pressRef(user, buttonIn(offered, 'Begin een retro').ref)
    expect(seen(form)).not.toMatch(/Tip:|Wie mag hier/)
    await begin(bot, 'goed', {}, { user })
    expect((await running(bot)).facilitator).toBe(user)
    expect(seen(await press('anna', 'lead'))).toMatch(/leidt deze retro\.\n\[Neem over\]/)
  })

  it('a member cannot open it to all', async () => {
    await begin(bot, 'goed', { open: 'all' })
    await finish(bot, { 'point-0': 'thee' })
    await begin(bot, 'goed', { open: 'lead' }, { user: 'bram' })
    await finish(bot, { 'point-0': 'thee' }, {}, 'bram')
    expect(seen(await bot.say('chris', 'retro'))).toContain('Begin een retro')
  })

  it('a second one is the first', async () => {
    await begin(bot, 'parels')
    expect(seen(await bot.say('anna', 'retro goed'))).toBe('Jij leidt de retro.\n[Regie]')
    expect(seen(await bot.say('hanna', 'retro'))).toBe('Anna leidt deze retro.\n[Neem over]')
    const ref = 'example/retro/start'
    const form = {
      ref,
      language: 'nl',
      title: '',
      step: 1,
      steps: 1,
      revision: 1,
      intro: [],
      fields: [],
      buttons: { next: '', close: '' },
    } as const
    const late = await bot.submit('hanna', form, { form: 'goed', pace: 'now' })
    expect(seen(late)).toBe('Anna leidt deze retro.')
    expect((await bot.state()).all('retro').size).toBe(1)
  })

  it('an unknown form gets the others, a forged one a friendly word', async () => {
    const offered = await bot.say('anna', 'retro zeilboot')
    expect(seen(offered)).toContain('Die vorm ken ik niet.')
    const form = formIn(await bot.pressRef('anna', buttonIn(offered, 'Begin een retro').ref))
    expect(seen(await bot.submit('anna', form, { form: 'zeilboot', pace: 'soon' }))).toContain(
      'Kies iets uit de lijst.',
    )
    expect((await bot.state()).all('retro').size).toBe(0)
  })

  it('a form with a question asks for it, and takes it in their own words', async () => {
    await begin(bot, 'stil', {}, { question: 'Waar lachen we om?' })
    expect(now()).toContain('De vraag: Waar lachen we om?')
    expect(seen(await press('bram', 'write'))).toContain('De vraag: Waar lachen we om?')
  })
})

describe('writing', () => {
  beforeEach(async () => {
    await begin(bot, 'parels')
  })

  it('counts in the channel, and shows one’s own notes to oneself, to change or take away', async () => {
    await write(bot, 'bram', { 'new-pearl-0': '  thee ', 'new-puzzle-0': 'koffie' })
    expect(now()).toContain('2 briefjes')
    const form = await open(bot, 'bram', 'write')
    const own = form.fields.filter(({ id }) => id.startsWith('note-'))
    expect(own.map(({ value }) => value)).toEqual(['thee', 'koffie'])
    const [first, second] = own.map(({ id }) => id)
    await bot.submit('bram', form, { [first ?? '']: '', [second ?? '']: 'cacao' })
    expect(now()).toContain('1 briefje')
    expect(
      (await open(bot, 'bram', 'write')).fields
        .filter(({ id }) => id.startsWith('note-'))
        .map(({ value }) => value),
    ).toEqual(['cacao'])
  })

  it('a note of 10,000 characters is too long, and stays in the form', async () => {
    const reply = await write(bot, 'bram', { 'new-pearl-0': 'goed', 'new-pearl-1': 'x'.repeat(10_000) })
    expect(reply).toMatchObject({ kind: 'errors', errors: { 'new-pearl-1': expect.anything() } })
    expect(now()).not.toMatch(/briefje/)
    await write(bot, 'bram', { 'new-pearl-0': '👩‍👩‍👧'.repeat(100) })
    expect(now()).toContain('1 briefje')
  })

  it('nothing at all is fine', async () => {
    expect(seen(await write(bot, 'bram', { 'new-pearl-0': '   ' }))).toBe(
      'Prima, niets opgeschreven. Het kan nog.\n[Schrijf er nog één]',
    )
  })

  it('sent twice counts once, and from two places nothing is lost', async () => {
    const form = await open(bot, 'bram', 'write')
    await Promise.all([1, 2].map(() => bot.submit('bram', form, { 'new-pearl-0': 'thee' })))
    expect(now()).toContain('1 briefje')
    const other = await bot.submit('bram', form, { 'new-pearl-0': 'koffie' })
    expect(seen(other)).toContain('Je veranderde deze briefjes net ook ergens anders.')
    expect(formIn(other).fields[0]?.value).toBe('koffie')
    await bot.submit('bram', formIn(other), {
      'new-pearl-0': 'koffie',
      [formIn(other).fields.find(({ id }) => id.startsWith('note-'))?.id ?? '']: 'thee',
    })
    expect(now()).toContain('2 briefjes')
  })

  it('ten notes of one person are enough', async () => {
    for (let times = 0; times < 6; times++)
      await write(bot, 'bram', {
        ...(await ownNotes('bram')),
        'new-pearl-0': `p${times}`,
        'new-pearl-1': `q${times}`,
      })
    expect(now()).toContain('10 briefjes')
    expect(seen(await press('bram', 'write'))).toContain('dat is genoeg voor één bord')
  })

  const ownNotes = async (user: string) =>
    Object.fromEntries(
      (await open(bot, user, 'write')).fields.flatMap(({ id, value }) =>
        id.startsWith('note-') && typeof value === 'string' ? [[id, value]] : [],
      ),
    )

  it('is for who takes part', async () => {
    expect(seen(await press('ilse', 'write'))).toContain('Dit is voor wie meedoet')
    expect(seen(await press('hanna', 'write'))).toContain('Dit is voor wie meedoet')
  })

  it('too late keeps the text in the form, and one step back it can be sent', async () => {
    await all(seven.slice(0, 6))
    const form = await open(bot, 'guus', 'write')
    await led(bot, 'next')
    const late = await bot.submit('guus', form, { 'new-pearl-0': 'nog iets' })
    expect(late.kind).toBe('errors')
    expect(seen(late)).toContain('Jullie zijn al een stap verder.')
    expect(seen(await press('guus', 'write'))).toContain('Deze stap is voorbij.')
    await led(bot, 'back')
    expect(now()).not.toContain('van bram')
    await bot.submit('guus', form, { 'new-pearl-0': 'nog iets' })
    await led(bot, 'next')
    expect(now()).toContain('nog iets')
    expect(now()).toContain('van bram')
  })
})
