/** A form of retro that a network writes itself: pasted, looked at, kept, chosen and removed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Form } from '../../src/contracts/form.ts'
import { type Language, plain } from '../../src/contracts/text.ts'
import { ownForms } from '../../src/retro/own.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'
import { begin, board, finish, latest, led, open, running, write } from '../support/retro.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const fire =
  'naam: Kampvuur\nminuten: 12\nvragen:\n  - Wat geeft warmte?\n  - Waar mag een blok bij?\nstippen: 2'
const forms = async () => ownForms.get(await bot.state(), 'forms')?.forms ?? []
const labelsOf = (form: Form) => {
  const [field] = form.fields
  return field?.tag === 'choice' ? field.options.map(({ label }) => plain(label)) : []
}
const ours = (user = 'anna', language?: Language) =>
  bot.say(user, language === 'en' ? 'retro own' : 'retro eigen', language)

async function paste(rows: string, user = 'anna') {
  const form = formIn(await bot.pressRef(user, buttonIn(await ours(user), 'Nieuwe vorm').ref))
  return bot.submit(user, form, { rows })
}

async function keep(rows: string, user = 'anna') {
  const looked = formIn(await paste(rows, user))
  expect(looked.step).toBe(2)
  return bot.submit(user, looked, { rows })
}

describe('writing one', () => {
  it('begins with an example that is right by itself, in both languages', async () => {
    for (const [language, add] of [
      ['nl', 'Nieuwe vorm'],
      ['en', 'New form'],
    ] as const) {
      const form = formIn(
        await bot.pressRef('hanna', buttonIn(await ours('hanna', language), add).ref, language),
      )
      const rows = String(form.fields[0]?.value)
      expect(formIn(await bot.submit('hanna', form, { rows }, { language })).step).toBe(2)
    }
  })

  it('shows how it will go before it is kept', async () => {
    const looked = await paste(fire)
    expect(seen(looked)).toContain(
      [
        'Zo gaat jullie vorm. Klopt het? Druk op Verstuur om hem te bewaren.',
        'Kampvuur (ongeveer 12 minuten)',
        'Schrijven: Schrijf in stilte op wat er bij je opkomt.',
        'Wat geeft warmte?',
        'Waar mag een blok bij?',
        'Lezen: Lees rustig wat er staat.',
        'Bij elkaar leggen: Wat hoort bij elkaar?',
      ].join('\n'),
    )
    expect(seen(looked)).toContain('Stippen voor ieder: 2')
    expect(await forms()).toEqual([])
    const kept = await bot.submit('anna', formIn(looked), { rows: fire })
    expect(seen(kept)).toBe('Bewaard. Typ “retro” en kies Kampvuur.\n[Onze vormen]')
    expect((await forms()).map(({ title }) => title)).toEqual(['Kampvuur'])
  })

  it('what was changed under the preview is shown once more', async () => {
    const looked = formIn(await paste(fire))
    const other = fire.replace('minuten: 12', 'minuten: 15')
    const again = await bot.submit('anna', looked, { rows: other })
    expect(seen(again)).toContain('Kampvuur (ongeveer 15 minuten)')
    expect(await forms()).toEqual([])
    await bot.submit('anna', formIn(again), { rows: other })
    expect((await forms()).map(({ minutes }) => minutes)).toEqual([15])
  })

  it('sent twice it is kept once; removed and pasted again it is there again', async () => {
    const looked = formIn(await paste(fire))
    for (const _ of [1, 2])
      expect(seen(await bot.submit('anna', looked, { rows: fire }))).toContain('Bewaard.')
    expect(await forms()).toHaveLength(1)
    const remove = formIn(await bot.pressRef('anna', buttonIn(await ours(), 'Haal weg').ref))
    const reply = await bot.submit('anna', remove, { forms: [(await forms())[0]?.id ?? ''] })
    expect(seen(reply)).toContain('Weggehaald.')
    expect(await forms()).toEqual([])
    await keep(fire)
    expect(await forms()).toHaveLength(1)
  })

  it('names every row that needs another look, keeps what was typed, and keeps nothing', async () => {
    const rows = 'naam: Goed en beter\nminuten: veel\nvragen:\n  - thee: groen\n  -\nkleur: rood'
    const reply = await paste(rows)
    expect(seen(reply)).toContain(
      [
        'Er is nog niets bewaard. Kijk nog even naar deze regels:',
        'regel 1: een vorm met deze naam is er al. Kies een andere naam.',
        'regel 2: hier hoort een getal, hooguit 120.',
        'regel 4: hier hoort één zin.',
      ].join('\n'),
    )
    expect(seen(reply)).toContain('regel 5: hier staat nog niets.')
    expect(seen(reply)).toContain('regel 6: “kleur” ken ik niet.')
    expect(formIn(reply).fields[0]?.value).toBe(rows)
    expect(await forms()).toEqual([])
  })

  it('no more than ten, and a name only once', async () => {
    for (let n = 0; n < 10; n++) await keep(fire.replace('Kampvuur', `Vuur ${n}`))
    expect(seen(await paste(fire.replace('Kampvuur', 'vuur  3')))).toContain('met deze naam is er al')
    const last = formIn(await paste(fire))
    expect(seen(await bot.submit('anna', last, { rows: fire }))).toContain('Meer dan 10 eigen vormen')
    expect(await forms()).toHaveLength(10)
  })

  it.each(['bram', 'ilse'])('is not for %s', async (user) => {
    expect(seen(await bot.say(user, 'retro eigen'))).not.toContain('Onze vormen')
    expect(seen(await bot.pressRef(user, 'example/retro/add'))).not.toContain('voorbeeld')
  })

  it('shows what was typed literally', async () => {
    await keep('naam: "<!channel> *vuur*"\nvragen: ["<at>iedereen</at>?"]')
    const message = await ours()
    const block = message.kind === 'word' ? message.message.blocks[2] : undefined
    expect(block).toMatchObject({
      text: [{ said: '<!channel> *vuur*' }, expect.anything(), '20', expect.anything()],
    })
  })
})

describe('looking back with one', () => {
  beforeEach(async () => {
    await keep(fire)
  })

  it('is chosen by its name or from the list, the shortest first', async () => {
    const offered = await bot.say('anna', 'retro KAMPVUUR')
    expect(seen(offered)).not.toContain('Die vorm ken ik niet.')
    const form = formIn(await bot.pressRef('anna', buttonIn(offered, 'Begin een retro').ref))
    expect(labelsOf(form).slice(0, 2)).toEqual([
      'Goed en beter (ongeveer 10 minuten)',
      'Kampvuur (ongeveer 12 minuten)',
    ])
    expect(form.fields[0]?.value).toBe((await forms())[0]?.id)
    expect(
      buttonsOf(offered.kind === 'word' ? offered.message : board(bot)).map(({ label }) => label),
    ).toEqual(['Begin een retro', 'Onze vormen'])
  })

  it('goes from writing to points, in their own words, also for who reads English', async () => {
    const [{ id } = { id: '' }] = await forms()
    await begin(bot, id)
    expect(words(board(bot))).toContain('Kampvuur\nAnna leidt deze retro.')
    for (const user of ['anna', 'bram', 'chris', 'dewi', 'emre'])
      await write(bot, user, { 'new-q0-0': `${user} bij het vuur` })
    const english = await open(bot, 'bram', 'write', 'en')
    expect(seen({ kind: 'form', form: english })).toContain('Wat geeft warmte?')
    await led(bot, 'next')
    expect(words(board(bot))).toContain('Wat geeft warmte?\n')
    await led(bot, 'next')
    expect(words(board(bot))).toContain('Zet hooguit 2 stippen.')
    await finish(bot, { 'point-0': 'meer hout' })
    expect(words(bot.channel().at(-1))).toContain(
      'Kampvuur\nDank jullie wel! Dit nemen jullie mee:\nmeer hout',
    )
  })

  it('a retro goes on with its form when that is removed meanwhile', async () => {
    const [{ id } = { id: '' }] = await forms()
    await begin(bot, id)
    const remove = formIn(await bot.pressRef('anna', buttonIn(await ours(), 'Haal weg').ref))
    await bot.submit('anna', remove, { forms: [id] })
    expect((await running(bot)).id).toBe((await latest(bot)).id)
    await led(bot, 'next')
    expect(words(board(bot))).toContain('Kampvuur')
    expect(seen(await bot.pressRef('anna', `example/retro/start/${id}`))).toBe('Jij leidt de retro.\n[Regie]')
  })
})
