import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/contracts/message.ts'
import { plain } from '../../src/contracts/text.ts'
import { instrumentOf } from '../../src/round/engine.ts'
import {
  closeRound,
  everybody,
  lastMessage,
  lastRound,
  openCrosses,
  openForm,
  place,
} from '../support/crosses.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, everything, live, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const line = {
  title: 'Buiten',
  explanation: 'Waar leren jullie?',
  left: 'We leren binnen.',
  right: 'We leren buiten.',
}
const proposeAs = async (user: string, values: Record<string, string> = line) =>
  bot.submit(user, formIn(await bot.pressRef(user, 'example/monitoring/own')), values)
const stepTitles = async () =>
  instrumentOf(await bot.state(), await lastRound(bot)).steps.map(({ title }) => title?.nl)

describe('a line of their own', () => {
  it('is shown to the network first, and asked in a fifth step of the next round', async () => {
    expect(seen(await proposeAs('hanna'))).toContain('Je lijn staat in het kanaal.')
    expect(words(lastMessage(bot))).toContain('Voorstel voor een eigen lijn in het Dimensieraamwerk: Buiten')
    expect(words(lastMessage(bot))).toContain('Links: We leren binnen.\nRechts: We leren buiten.')
    await live(bot, '2026-11-26T10:00:00Z')
    await openCrosses(bot)
    expect(await stepTitles()).toContain('Jullie eigen lijnen')
    expect(words(lastMessage(bot))).toContain('Je zet twaalf kruisjes')
    expect(words(bot.channel()[0])).toContain('Deze lijn doet mee.')
    const [own] = formIn(await bot.submit('bram', { ...(await openForm(bot, 'bram')), step: 4 }, {})).fields
    if (own?.tag !== 'line') throw new Error('no line')
    // What somebody typed travels as what somebody said.
    expect([own.label, own.left, own.right]).toEqual([
      [{ said: 'Buiten' }],
      [{ said: 'We leren binnen.' }],
      [{ said: 'We leren buiten.' }],
    ])
  })

  it('is not asked before the network had three school days to look at it', async () => {
    await proposeAs('anna')
    await live(bot, '2026-11-25T10:00:00Z')
    await openCrosses(bot)
    expect(await stepTitles()).not.toContain('Jullie eigen lijnen')
  })

  it('stays out after one objection, and nobody learns whose', async () => {
    await proposeAs('anna')
    const rather = bot.button('Liever niet')
    const before = everything(await bot.state())
    expect(seen(await bot.pressRef('bram', rather.ref))).toContain('Niemand ziet dat het van jou kwam.')
    expect(words(lastMessage(bot))).toContain('Deze lijn blijft eruit.')
    expect(words(lastMessage(bot))).not.toMatch(/bram/i)
    // Nothing is kept by which whoever reads the store could find out, trying one member after the other.
    const after = everything(await bot.state())
    expect(Object.keys(after.handled ?? {})).toEqual(Object.keys(before.handled ?? {}))
    await live(bot, '2026-12-01T10:00:00Z')
    await openCrosses(bot)
    expect(await stepTitles()).not.toContain('Jullie eigen lijnen')
    expect(seen(await bot.pressRef('chris', rather.ref))).toContain('blijft eruit')
  })

  it('can be three at most, is checked, and can be taken away', async () => {
    expect(await proposeAs('anna', { ...line, left: ' ' })).toMatchObject({
      kind: 'errors',
      errors: { left: {} },
    })
    expect(await proposeAs('anna', { ...line, title: 'x'.repeat(61) })).toMatchObject({ kind: 'errors' })
    for (const title of ['een', 'twee', 'drie']) await proposeAs('anna', { ...line, title })
    expect(seen(await bot.pressRef('anna', 'example/monitoring/own'))).toContain('al drie eigen lijnen')
    const form = formIn(await bot.pressRef('hanna', 'example/monitoring/drop'))
    expect(await bot.submit('hanna', form, { lines: ['own-9'] })).toMatchObject({ kind: 'errors' })
    await bot.submit('hanna', form, { lines: ['own-1', 'own-2'] })
    await live(bot, '2026-12-01T10:00:00Z')
    await openCrosses(bot)
    expect(words(lastMessage(bot))).toContain('Je zet twaalf kruisjes')
  })
})

describe('earlier pictures', () => {
  async function twoRounds() {
    await openCrosses(bot)
    await everybody(bot)
    await closeRound(bot)
    await live(bot, '2026-12-15T10:00:00Z')
    await openCrosses(bot)
    for (const user of ['anna', 'bram', 'chris', 'dewi', 'emre'])
      await place(bot, user, { now: (id) => (id === '4d' ? undefined : 3) })
    await closeRound(bot)
  }

  it('are shown side by side to who leads, line by line, without anything between them', async () => {
    await twoRounds()
    const reply = await bot.say('hanna', 'monitor')
    if (reply.kind !== 'word') throw new Error('no word')
    const lines = reply.message.blocks.filter((block) => block.tag === 'line')
    expect(lines).toHaveLength(10)
    expect(lines[0]?.rows).toEqual([
      { name: 'januari 2027', mark: '✕', places: [0, 0, 0, 5, 0, 0, 0], faint: false },
      { name: 'december 2026', mark: '✕', places: [1, 1, 1, 1, 1, 1, 1], faint: true },
    ])
    expect(plain(lines[0]?.words ?? '')).toContain('januari 2027: vijf keer midden.')
  })

  it('can be had as a table by who leads: marks at each place, nobody and no moment', async () => {
    await proposeAs('anna', { ...line, title: '=HYPERLINK("https://x")', left: '@som', right: '-1;2' })
    await live(bot, '2026-11-27T10:00:00Z')
    await openCrosses(bot)
    for (const user of ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna']) {
      await place(bot, user, { now: () => 2, name: true })
      const form = { ...(await openForm(bot, user)), step: 5 }
      await bot.submit(user, form, { 'own-1': 'left' })
    }
    await closeRound(bot)
    expect(seen(await bot.pressRef('bram', 'example/monitoring/table/1'))).toContain(
      'Dit is voor de teamleider',
    )
    const reply = await bot.pressRef('hanna', buttonIn(await bot.say('hanna', 'monitor'), 'Als tabel').ref)
    const file = reply.kind === 'word' ? reply.message.blocks.find(({ tag }) => tag === 'file') : undefined
    if (file?.tag !== 'file') throw new Error('no file')
    const rows = file.content.replace('\ufeff', '').trim().split('\r\n')
    expect(rows[0]).toBe(
      '"Beeld";"Lijn";"Linkerkant";"Rechterkant";"Wat";"helemaal links";"links";"iets links";"midden";"iets rechts";"rechts";"helemaal rechts";"Weet ik niet";"Past niet bij ons"',
    )
    expect(rows).toHaveLength(13)
    expect(rows[1]).toMatch(/^"december 2026";"Plek in het werk";.*;"Nu";0;0;6;0;0;0;0;0;0$/)
    expect(rows[12]).toContain(`"'=HYPERLINK(""https://x"")";"'@som";"'-1;2"`)
    expect(file.content).not.toMatch(/anna|bram|own-1|id\d|\d\d:\d\d/i)
  })
})

describe('in every message', () => {
  const judging =
    /%|procent|per cent|gemiddeld|average|\bmean\b|score|\bbeter dan\b|better than|hoger|lager|higher|lower|↑|↓|→|←|↗|↘|🔴|🟢|goed gedaan|well done|te links|te rechts/i

  /** Where a digit may stand: how many took part, the smallest group, days, times and years. */
  const digits = (text: string): readonly string[] =>
    text
      .replace(/^zo \d$/gm, '')
      .replace(/\d+ (mensen|people)/g, '')
      .replace(/\d{1,2} (januari|december|november|January|December|November)/g, '')
      .replace(/(december|januari|December|January) \d{4}/g, '')
      .replace(/\d\d:\d\d/g, '')
      .split('\n')
      .filter((each) => /\d/.test(each))

  it.each(['nl', 'en'] as const)(
    'in %s there is no mark, mean, arrow, percentage or good side',
    async (language) => {
      await bot.say('anna', `settings language ${language}`, language)
      await openCrosses(bot, 'anna', language)
      for (const [index, user] of ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus'].entries())
        await place(bot, user, {
          now: (id) => (id === '2a' && index === 0 ? 'unsure' : id < '3' ? index : index % 2),
          wished: (id) => (id === '4a' ? 6 : index % 3),
          why: 'zo',
        })
      await closeRound(bot)
      const asked: Message[] = [...bot.channel(), ...['anna', 'hanna', 'bram'].flatMap(bot.privateTo)]
      const { id } = await lastRound(bot)
      for (const action of ['words', 'guide'])
        for (const user of ['bram', 'hanna']) {
          const reply = await bot.pressRef(user, `example/monitoring/${action}/${id}`, language)
          if (reply.kind === 'word') asked.push(reply.message)
        }
      const all = asked.map(words).filter((text) => text !== '')
      expect(all.length).toBeGreaterThan(5)
      for (const text of all) {
        expect(text).not.toMatch(judging)
        expect(digits(text)).toEqual([])
      }
      expect(buttonsOf(lastMessage(bot)).length).toBeLessThanOrEqual(5)
    },
  )
})
