import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Form, Values } from '../../src/contracts/form.ts'
import { draws, ownCards } from '../../src/features/dialogue/records.ts'
import { exampleChannel } from '../../src/playground.ts'
import { hostile } from '../contracts/hostile.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const own = async () => ownCards.all(await bot.state())
const texts = async () => (await own()).map(({ words, theme }) => (theme ? `${words} [${theme}]` : words))
const open = async (label: string, user = 'anna') =>
  formIn(await bot.pressRef(user, buttonIn(await bot.say(user, 'kaart eigen'), label).ref))
const send = (form: Form, values: Values, user = 'anna') => bot.submit(user, form, values)
const paste = async (rows: string, user = 'anna') => send(await open('Plak een lijst', user), { rows }, user)

describe('the own cards of a network', () => {
  it('are found by who leads it, in the answer of kaart and by a word', async () => {
    for (const user of ['anna', 'hanna']) {
      const shown = await bot.say(user, 'kaart')
      const ours = await bot.pressRef(user, buttonIn(shown, 'Onze kaarten').ref)
      expect(seen(ours)).toBe(
        [
          'Onze kaarten',
          'Jullie hebben nog geen eigen kaarten.',
          '[Nieuwe kaart]',
          '[Plak een lijst]',
          'Ik stuur hooguit eens per twee weken een kaart in het kanaal.',
          '[Eens per maand]',
          '[Stop]',
        ].join('\n'),
      )
      expect(seen(await bot.say(user, 'card own', 'en'))).toMatch(
        /^Our cards\nYou have no cards of your own yet\./,
      )
    }
    expect(seen(await bot.say('bram', 'kaart'))).not.toContain('Onze kaarten')
    expect(seen(await bot.say('bram', 'kaart eigen'))).toMatch(/^Over “eigen” heb ik geen kaarten/)
  })

  it('are written one by one, with or without a theme', async () => {
    const form = await open('Nieuwe kaart')
    const replies = await Promise.all(
      [1, 2].map(() => send(form, { question: '  Waar lachen\nwe om? ', theme: 'SL' })),
    )
    expect(replies.map(seen)).toEqual(Array(2).fill('Bewaard. De kaart doet mee.\n[Onze kaarten]'))
    await send(await open('Nieuwe kaart', 'hanna'), { question: 'Wie missen we?' }, 'hanna')
    expect(await texts()).toEqual(['Waar lachen we om? [SL]', 'Wie missen we?'])
    const ours = seen(await bot.say('anna', 'kaart eigen'))
    expect(ours).toContain(
      'Jullie eigen kaarten wisselen af met die van mij.\nWaar lachen we om?\nWie missen we?',
    )
    expect(JSON.stringify(await own())).not.toMatch(/anna|hanna/)
  })

  it.each<[Values, string]>([
    [{ question: '   ' }, 'Vul hier nog iets in.'],
    [{ question: '\u200b\u2060' }, 'Vul hier nog iets in.'],
    [{}, 'Vul hier nog iets in.'],
    [{ question: ['a', 'b'] }, 'Vul hier nog iets in.'],
    [{ question: 'x'.repeat(301) }, 'hooguit 300 tekens'],
    [{ question: 'Wat nu?', theme: 'XX' }, 'Kies iets uit de lijst.'],
    [{ question: 'Wat nu?', theme: 'constructor' }, 'Kies iets uit de lijst.'],
  ])('%o is said beside the field', async (values, sentence) => {
    expect(seen(await send(await open('Nieuwe kaart'), values))).toContain(sentence)
    expect(await own()).toEqual([])
  })

  it('are not the same twice, and not without end', async () => {
    await send(await open('Nieuwe kaart'), { question: 'Wat nu?' })
    expect(seen(await send(await open('Nieuwe kaart'), { question: ' wat  NU?' }))).toBe(
      'Deze kaart hebben jullie al.',
    )
    await bot.change(
      ...Array.from({ length: 99 }, (_, n) => ownCards.put({ id: `many${n}`, words: `Vraag ${n}?` })),
    )
    expect(seen(await send(await open('Nieuwe kaart'), { question: 'En dan?' }))).toMatch(
      /^Meer dan 100 eigen kaarten/,
    )
    expect(seen(await paste('En dan?'))).toMatch(/^Meer dan 100 eigen kaarten/)
    expect(await own()).toHaveLength(100)
    expect(seen(await bot.say('anna', 'kaart eigen'))).toContain('En nog 88.')
  })

  it('go when somebody who leads it ticks them', async () => {
    await paste('Een?\nTwee?\nDrie?')
    const form = await open('Haal weg')
    const [first, second] = await own()
    expect(seen(await send(form, { cards: [] }))).toBe('Kies iets uit de lijst.')
    expect(seen(await send(form, { cards: ['nobody'] }))).toBe('Kies iets uit de lijst.')
    for (let n = 0; n < 2; n++)
      expect(seen(await send(form, { cards: [first?.id ?? '', second?.id ?? ''] }))).toMatch(
        /^2 kaarten weggehaald\./,
      )
    expect(await texts()).toEqual(['Drie?'])
    expect(seen(await send(await open('Haal weg'), { cards: (await own()).map(({ id }) => id) }))).toMatch(
      /^1 kaart weggehaald\./,
    )
    expect(await own()).toEqual([])
    expect(seen(await bot.pressRef('anna', 'example/dialogue/remove'))).toBe(
      'Jullie hebben nog geen eigen kaarten.',
    )
  })

  it('one that was removed can be written again, and then it is there', async () => {
    for (const times of [1, 2]) {
      await send(await open('Nieuwe kaart'), { question: 'Waar lachen we om?' })
      expect(await texts(), `${times}`).toEqual(['Waar lachen we om?'])
      await send(await open('Haal weg'), { cards: (await own()).map(({ id }) => id) })
      expect(await texts()).toEqual([])
      await paste('Wie missen we?')
      expect(await texts()).toEqual(['Wie missen we?'])
      await send(await open('Haal weg'), { cards: (await own()).map(({ id }) => id) })
    }
  })

  it('come up in turn with those of the deck, literally as they were written', async () => {
    const rows = hostile.filter((each) => each.length < 300 && !each.includes('\n') && !each.includes('\r'))
    for (const question of rows) await send(await open('Nieuwe kaart'), { question })
    expect((await own()).length).toBe(rows.length)
    for (let n = 0; n < 6; n++) await bot.say('bram', 'kaart', 'nl', exampleChannel)
    const kinds = draws.all(await bot.state()).map(({ now }) => (/^[A-Z]{2}-/.test(now) ? 'deck' : 'own'))
    expect(kinds).toEqual(['own', 'deck', 'own', 'deck', 'own', 'deck'])
    const shown = bot.channel().flatMap(({ blocks }) => blocks)
    expect(shown.filter(({ tag }) => tag === 'quotes')).toHaveLength(3)
    expect(shown.filter(({ tag }) => tag === 'heading')).toHaveLength(3)
  })

  it('one that was removed leaves what stands in the channel alone, without its buttons doing anything', async () => {
    await paste('Waar lachen we om?')
    await bot.say('bram', 'kaart', 'nl', exampleChannel)
    const { ref } = buttonIn(bot.channel()[0], 'Bewaar voor bijeenkomst')
    await send(await open('Haal weg'), { cards: (await own()).map(({ id }) => id) })
    expect(words(bot.channel()[0])).toContain('Waar lachen we om?')
    expect(seen(await bot.pressRef('bram', ref))).toMatch(/^Deze knop werkt niet meer/)
  })
})

describe('a pasted list', () => {
  it.each([
    ['lines', 'Wat nu, en hoe?\nWie dan?'],
    ['a spreadsheet', 'Vraag\tThema\r\nWat nu, en hoe?\t\r\nWie dan?\t'],
    ['CSV', 'vraag,thema\n"Wat nu, en hoe?",\nWie dan?,'],
    ['YAML', '- vraag: Wat nu, en hoe?\n- question: Wie dan?'],
  ])('of %s is saved at once when every row is right', async (_name, rows) => {
    const form = await open('Plak een lijst')
    for (let n = 0; n < 2; n++)
      expect(seen(await send(form, { rows }))).toBe('2 kaarten bewaard. Ze doen mee.\n[Onze kaarten]')
    expect(await texts()).toEqual(['Wat nu, en hoe?', 'Wie dan?'])
  })

  const mixed = `vraag;thema\nWat nu?;feedback\n;feedback\nWie dan?;vertrouwn\n${'x'.repeat(301)};\nwat nu?;\nWaarheen?;trust`

  it('names every row that is wrong, and keeps the good ones only when somebody says so', async () => {
    const asked = await paste(mixed)
    expect(seen(asked)).toBe(
      [
        'Er is nog niets bewaard. Deze rijen lukten niet; pas ze hieronder aan:',
        'rij 3: hier staat geen vraag.',
        'rij 4: het thema “vertrouwn” ken ik niet. Bedoel je “Veiligheid en vertrouwen”?',
        'rij 5: de vraag is langer dan 300 tekens.',
        'rij 6: deze kaart is er al.',
        'Jullie vragen',
        'Of laat deze rijen weg',
      ].join('\n'),
    )
    expect(await own()).toEqual([])
    const form = formIn(asked)
    expect(form.fields[0]).toMatchObject({ id: 'rows', value: mixed })
    expect(JSON.stringify(form.fields[1])).toContain('2')
    expect(formIn(await send(form, { rows: mixed })).intro).toEqual(form.intro)
    expect(await own()).toEqual([])
    for (let n = 0; n < 2; n++)
      expect(seen(await send(form, { rows: mixed, keep: ['good'] }))).toMatch(/^2 kaarten bewaard\./)
    expect(await texts()).toEqual(['Wat nu? [FD]', 'Waarheen? [VK]'])
  })

  it('can be put right in the same form', async () => {
    const better = formIn(await paste('vraag;thema\nWat nu?;niks'))
    expect(seen(await send(better, { rows: 'vraag;thema\nWat nu?;praktijk' }))).toMatch(
      /^1 kaart bewaard\. De kaart doet mee\./,
    )
    expect(await texts()).toEqual(['Wat nu? [PR]'])
  })

  it('without any good row offers nothing to keep, whatever is ticked', async () => {
    const form = formIn(await paste('vraag;thema\nWat nu?;niks'))
    expect(form.fields.map(({ id }) => id)).toEqual(['rows'])
    expect(seen(await send(form, { rows: 'vraag;thema\nWat nu?;niks', keep: ['good'] }))).toContain('rij 2:')
    expect(await own()).toEqual([])
  })

  it.each([
    ['', 'Vul hier nog iets in.'],
    [' \n \n', 'Vul hier nog iets in.'],
    ['x'.repeat(3001), 'hooguit 3000 tekens'],
    ['vraag;thema', 'Vul hier nog iets in.'],
    ['- vraag: "Wat', 'rij 1: dit kan ik niet lezen als YAML.'],
    ['vraag,thema\nWat, nu?,feedback', 'rij 2: hier staan te veel kolommen.'],
    ['vraag;thema\n"Wat nu', 'rij 2: hier begint een aanhalingsteken dat niet ophoudt.'],
  ])('%j is answered with what to do', async (rows, sentence) => {
    expect(seen(await paste(rows))).toContain(sentence)
    expect(await own()).toEqual([])
  })

  it('with very many wrong rows names ten, and counts the others', async () => {
    const asked = await paste(`vraag;thema\n${';x\n'.repeat(14)}`)
    expect(seen(asked).match(/rij \d+:/g)).toHaveLength(10)
    expect(seen(asked)).toContain('en nog 4 rijen die niet lukten')
  })

  it('in English speaks English', async () => {
    const shown = await bot.say('anna', 'card own', 'en')
    const form = formIn(await bot.pressRef('anna', buttonIn(shown, 'Paste a list').ref, 'en'))
    const asked = await bot.submit(
      'anna',
      form,
      { rows: 'question;theme\nWhat now?;trst' },
      { language: 'en' },
    )
    expect(seen(asked)).toContain("row 2: I don't know the theme “trst”. Do you mean “Safety and trust”?")
  })
})

describe('how often cards come', () => {
  it('is chosen by who leads the network, and can be turned on again', async () => {
    const ours = await bot.say('hanna', 'kaart eigen')
    expect(seen(await bot.pressRef('hanna', buttonIn(ours, 'Stop').ref))).toMatch(
      /^Ik stuur uit mezelf geen kaarten meer\./,
    )
    expect(seen(await bot.pressRef('hanna', buttonIn(ours, 'Stop').ref))).toMatch(
      /^Ik stuur uit mezelf geen kaarten meer\./,
    )
    expect(seen(await bot.pressRef('anna', buttonIn(ours, 'Eens per maand').ref))).toMatch(
      /^Deze knop werkt niet meer/,
    )
    const again = await bot.say('anna', 'kaart eigen')
    expect(seen(again)).toContain('[Eens per twee weken]\n[Eens per maand]')
    expect(seen(await bot.pressRef('anna', buttonIn(again, 'Eens per twee weken').ref))).toBe(
      'Ik stuur hooguit eens per twee weken een kaart in het kanaal.',
    )
  })
})
