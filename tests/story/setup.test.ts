import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../src/contracts/incoming.ts'
import { members } from '../../src/network/member.ts'
import { theNetwork } from '../../src/network/network.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
})
afterEach(() => bot.close())

const corridor: Place = {
  platform: 'web',
  tenant: 'playground',
  id: 'corridor',
  kind: 'channel',
  name: 'Gang',
}
const posts = () =>
  [...bot.chat.standing.values()].filter(({ place }) => place.id === 'corridor').map((each) => each.message)
const stateThere = async () => {
  const [id] = await bot.store.networksBy('place:web/playground/corridor')
  return id === undefined ? undefined : bot.store.read(id)
}

async function begin(user: string) {
  const hi = await bot.say(user, 'start', 'nl', corridor)
  const [button] = hi.kind === 'word' ? buttonsOf(hi.message) : []
  return formIn(await bot.pressRef(user, button?.ref ?? '', 'nl', corridor))
}

const steps = [
  { name: 'Taal in de onderbouw', task: 'Samen lezen beter maken', language: 'nl' },
  { regions: ['noord', 'zuid'], zone: 'Europe/Amsterdam', minimum: '5' },
  { free: '2026-12-04\n2027-05-03 tot 2027-05-07' },
  {},
]

async function setUp(user: string, values: readonly Record<string, string | readonly string[]>[] = steps) {
  let reply = await bot.submit(user, await begin(user), values[0] ?? {}, { where: corridor })
  for (const each of values.slice(1)) reply = await bot.submit(user, formIn(reply), each, { where: corridor })
  return reply
}

describe('a network begins in a channel', () => {
  it('whatever somebody says first there', async () => {
    expect(seen(await bot.say('kim', 'hallo?', 'nl', corridor))).toContain('Wie begint?')
    expect(posts()).toEqual([])
  })

  it('shows the holidays, and of which region each is where they differ', async () => {
    const shown = seen(await setUp('kim', steps.slice(0, 2)))
    expect(shown).toMatch(/voorjaarsvakantie \(Noord\).*20 februari/u)
    expect(shown).toMatch(/voorjaarsvakantie \(Zuid\).*13 februari/u)
    expect(shown).toMatch(/kerstvakantie[^(]*19 december/u)
  })

  it('asks in four steps, tells who it is, and asks nobody privately', async () => {
    expect(seen(await setUp('kim'))).toContain('Jullie netwerk is er.')
    const state = await stateThere()
    expect(state && theNetwork(state)).toMatchObject({
      name: 'Taal in de onderbouw',
      regions: ['noord', 'zuid'],
      free: [
        { from: '2026-12-04', until: '2026-12-04' },
        { from: '2027-05-03', until: '2027-05-07' },
      ],
    })
    expect(state && members.all(state)).toMatchObject([
      { name: 'kim', roles: ['teamleider'], consent: 'unasked' },
    ])
    expect(posts()).toHaveLength(1)
    expect(words(posts()[0])).toContain('Hier werken jullie aan: Samen lezen beter maken')
    expect(bot.privateTo('kim')).toEqual([])
  })

  it('shows the holidays of the chosen regions before they are confirmed', async () => {
    const second = await bot.submit('kim', await begin('kim'), steps[0] ?? {}, { where: corridor })
    const third = await bot.submit('kim', formIn(second), steps[1] ?? {}, { where: corridor })
    expect(seen(third)).toContain('kerstvakantie: 19 december tot en met 3 januari')
  })

  it('keeps what was sent when somebody closes it halfway', async () => {
    await bot.submit('kim', await begin('kim'), steps[0] ?? {}, { where: corridor })
    const again = await begin('kim')
    expect(again.fields.map((field) => field.value)).toEqual([
      'Taal in de onderbouw',
      'Samen lezen beter maken',
      'nl',
    ])
  })

  it('takes the first of two who start at once, and tells the other', async () => {
    const [left, right] = await Promise.all([begin('kim'), begin('lou')])
    const send = async (user: string, form: typeof left) => {
      const second = await bot.submit(user, form, steps[0] ?? {}, { where: corridor })
      const third = await bot.submit(user, formIn(second), steps[1] ?? {}, { where: corridor })
      const fourth = await bot.submit(user, formIn(third), steps[2] ?? {}, { where: corridor })
      return [user, formIn(fourth)] as const
    }
    const forms = await Promise.all([send('kim', left), send('lou', right)])
    const replies = await Promise.all(
      forms.map(([user, form]) => bot.submit(user, form, {}, { where: corridor })),
    )
    expect(replies.map(seen).filter((each) => each.includes('al gestart'))).toHaveLength(1)
    expect(posts()).toHaveLength(1)
  })

  it.each([
    [0, { name: '', language: 'nl' }, 'Geef jullie netwerk een naam.'],
    [0, { name: 'x'.repeat(10_000), language: 'nl' }, 'hooguit 80 tekens'],
    [0, { name: 'x', language: 'fy' }, 'Kies iets uit de lijst.'],
    [1, { regions: ['oost'], zone: 'Europe/Amsterdam', minimum: '5' }, 'Kies iets uit de lijst.'],
    [1, { zone: 'Mars/Olympus', minimum: '5' }, 'Deze tijdzone ken ik niet.'],
    [1, { zone: 'Europe/Amsterdam', minimum: '3' }, 'Kies iets uit de lijst.'],
    [2, { free: 'ergens in mei' }, 'Deze regel begrijp ik niet: ergens in mei'],
    [2, { free: '2027-05-07 tot 2027-05-03' }, 'Deze regel begrijp ik niet'],
    [2, { free: '2027-02-31' }, 'Deze regel begrijp ik niet'],
    [2, { free: '2028-07-20 - 2029-09-10' }, 'Deze regel is langer dan een jaar'],
    [2, { free: '2026-12-21 - 2062-01-01' }, 'Deze regel is langer dan een jaar'],
  ])('step %i with %o says what is wrong beside the field', async (step, values, sentence) => {
    const reply = await setUp('kim', [...steps.slice(0, step), values])
    expect(reply.kind).toBe('errors')
    expect(seen(reply)).toContain(sentence)
  })

  it('can be undone as long as nobody takes part', async () => {
    const reply = await setUp('kim')
    const [undo] = reply.kind === 'word' ? buttonsOf(reply.message) : []
    await bot.pressRef('kim', undo?.ref ?? '', 'nl', corridor)
    expect(await stateThere()).toBeUndefined()
    expect(posts().map(words)).toEqual(['Ongedaan gemaakt. Er is niets bewaard.'])
    expect(seen(await setUp('lou'))).toContain('Jullie netwerk is er.')
  })
})

describe('settings', () => {
  it('are the teamleider’s, start from what is, and change what stands in the channel', async () => {
    await bot.drain()
    expect(seen(await bot.say('bram', 'instellingen'))).toBe('Dit is voor de teamleider.')
    const open = await bot.say('anna', 'instellingen')
    const [button] = open.kind === 'word' ? buttonsOf(open.message) : []
    const first = formIn(await bot.pressRef('anna', button?.ref ?? ''))
    const second = await bot.submit('anna', first, { name: 'Voorbeeld', language: 'en' })
    const third = await bot.submit('anna', formIn(second), { zone: 'Europe/Amsterdam', minimum: '4' })
    expect(seen(await bot.submit('anna', formIn(third), {}))).toBe('Bewaard.')
    expect(theNetwork(await bot.state())).toMatchObject({
      name: 'Voorbeeld',
      minimum: 4,
      regions: [],
      language: 'en',
    })
    expect(words(bot.channel()[0])).toContain('once at least 4 people have answered')
  })
})
