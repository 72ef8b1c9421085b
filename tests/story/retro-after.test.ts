/** What a retro leaves behind: topics gone through one by one, and agreements that come up after it closed. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { plain } from '../../src/contracts/text.ts'
import { summaries } from '../../src/summary/summary.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, live, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { begin, finish, latest, led, write } from '../support/retro.ts'

const six = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna']

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const closed = () => bot.channel().at(-1)
const press = async (user: string, label: string) => bot.pressRef(user, buttonIn(closed(), label).ref)

it('says of each topic which one it is, and how many come after it', async () => {
  await begin(bot, 'parels')
  for (const user of six.slice(0, 5)) await write(bot, user, { 'new-pearl-0': `van ${user}` })
  const said: string[] = []
  for (let times = 0; times < 8; times++) said.push(seen(await led(bot, 'next')))
  expect(said.slice(0, 2)).toEqual([
    'Iedereen ziet nu: Lezen.\n[Regie]',
    'Iedereen ziet nu: Kiezen.\n[Regie]',
  ])
  const topics = said.slice(2, 7).map((each) => each.match(/^Nu praten jullie over “van (\w+)”/)?.[1])
  expect(topics.toSorted()).toEqual(six.slice(0, 5))
  expect(said.slice(2, 7).map((each) => each.split('”. ')[1]?.split('\n')[0])).toEqual([
    'Er liggen er nog 4. Die hoeven niet allemaal.',
    'Er liggen er nog 3. Die hoeven niet allemaal.',
    'Er liggen er nog 2. Die hoeven niet allemaal.',
    'Er ligt er nog één.',
    'Dit is het laatste onderwerp.',
  ])
  expect(said[7]).toBe('Iedereen ziet nu: Afronden.\n[Regie]')
})

it('a long note is named by its first words, and the buttons stay near on a phone', async () => {
  await begin(bot, 'parels')
  const long =
    'we kwamen met veel te veel ideeën binnen, en gingen met één plan naar huis waar iedereen achter staat'
  for (const user of six)
    await write(bot, user, { 'new-pearl-0': `${user}: ${long}`, 'new-puzzle-0': `vraag van ${user}` })
  for (let times = 0; times < 4; times++) await led(bot, 'next')
  const [, others = ''] = words(bot.channel().at(-1)).split('De andere onderwerpen\n')
  const titles = others.split('\n').slice(0, 8)
  expect(titles.filter((each) => each.endsWith('…'))).not.toEqual([])
  for (const title of titles)
    expect(title).toMatch(/^(vraag van \w+|\w+: we kwamen met veel te veel ideeën binnen, en gingen…)$/)
  expect(others.split('\n')[8]).toBe('Er staat meer. Lees alles met de knop hieronder.')
})

it('anybody notes an agreement afterwards, and takes a point over for it', async () => {
  await begin(bot, 'goed')
  await finish(bot, { 'point-0': 'vaker bij elkaar kijken' })
  const form = formIn(await press('bram', 'Noteer afspraak'))
  expect(JSON.stringify(form.fields[0])).toContain('vaker bij elkaar kijken')
  const reply = await bot.submit('bram', form, { points: ['p0'], own: 'koffie halen', who: 'me' })
  expect(seen(reply)).toBe('Genoteerd. De afspraak staat in het kanaal.')
  expect(words(closed())).toContain(
    'Afgesproken: vaker bij elkaar kijken (Bram)\nAfgesproken: koffie halen (Bram)',
  )
  expect(words(closed())).not.toContain('[Noteer afspraak]')
  expect(bot.channel()).toHaveLength(1)
  const { id } = await latest(bot)
  expect(agreements.all(await bot.state()).map(({ from }) => from)).toEqual([id, id])
})

it('one that was made while closing leaves room for one more, and can be changed there', async () => {
  await begin(bot, 'goed')
  await finish(bot, { 'point-0': 'x' }, { 'agree-0': 'samen lezen' })
  expect(words(closed())).toContain('[Noteer afspraak]\n[Pas aan]')
  const two = formIn(await press('chris', 'Noteer afspraak'))
  const reply = await bot.submit('chris', two, { points: ['p0'], own: 'nog een', who: 'all' })
  expect(reply).toMatchObject({ kind: 'errors' })
  const form = formIn(await press('dewi', 'Pas aan'))
  const [wording, state] = form.fields.map(({ id }) => id)
  await bot.submit('dewi', form, { [wording ?? '']: 'samen lezen in mei', [state ?? '']: 'carried' })
  expect(words(closed())).toContain('Afgesproken: samen lezen in mei (wij samen): loopt nog')
})

it('while it runs there is nothing to note an agreement with', async () => {
  await begin(bot, 'goed')
  const { id } = await latest(bot)
  expect(seen(await bot.pressRef('bram', `example/agreement/note/${id}`))).toContain(
    'Deze knop werkt niet meer.',
  )
})

const linesOfMonths = async () =>
  summaries
    .all(await bot.state())
    .map(({ id, lines }) => ({ id, lines: lines.map((each) => plain(each.text.nl)) }))

it.each([
  ['before the preview', '2026-11-30T14:00:00Z', '2026-12'],
  ['after the preview, on the same day', '2026-11-30T15:30:00Z', '2027-01'],
  ['between the preview and the summary', '2026-12-01T10:00:00Z', '2027-01'],
])('closed %s, it is told once, with its own day', async (_when, closes, told) => {
  await live(bot, closes)
  await begin(bot, 'goed')
  await finish(bot, { 'point-0': 'vaker kijken' }, { 'agree-0': 'samen lezen' })
  await live(bot, '2026-12-16T12:00:00Z')
  await begin(bot, 'trots')
  await finish(bot, { 'point-0': 'niets vergeten' })
  await live(bot, '2027-02-02T12:00:00Z')
  const months = await linesOfMonths()
  const inMonths = (words: string) =>
    months.flatMap(({ id, lines }) => lines.filter((line) => line.includes(words)).map(() => id))
  const day = closes.startsWith('2026-11') ? 'maandag 30 november' : 'dinsdag 1 december'
  expect(inMonths(`We keken op ${day} samen terug: Goed en beter.`)).toEqual([told])
  expect(inMonths('vaker kijken')).toEqual([told])
  expect(inMonths('samen lezen')[0]).toBe(told)
  expect(inMonths('niets vergeten')).toEqual(['2027-01'])
})
