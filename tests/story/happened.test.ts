/** What a platform tells of calls, without anybody speaking to the bot. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calls } from '../../src/meeting/call.ts'
import { datedMeetings } from '../../src/meeting/meeting.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { emptyChannel, exampleChannel } from '../../src/playground.ts'
import type { Kit } from '../support/kit.ts'
import { buttonIn, live, planMeeting, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

/** Tuesday 8 December; Amsterdam is an hour later. */
const day = (time: string) => `2026-12-08T${time}:00Z`
const tell = async (kind: 'meeting-started' | 'meeting-ended', at: string, id = 'weekly', more = {}) => {
  await live(bot, at)
  return bot.happened('anna', kind, exampleChannel, { id: `${kind} ${id} ${at}`, call: { id, at }, ...more })
}
const starts = (at: string, id?: string) => tell('meeting-started', at, id)
const ends = (at: string, id?: string) => tell('meeting-ended', at, id)
const ending = async () => datedMeetings(await bot.state()).map(({ when }) => when.end.slice(11, 16))
const invitations = () => bot.channel().filter((each) => words(each).startsWith('Terugkijken')).length
const question = () => bot.privateTo('anna').find((each) => words(each).startsWith('Was dit Teams-overleg'))
const kept = async () => calls.all(await bot.state())

describe('a call at a planned meeting', () => {
  beforeEach(() => planMeeting(bot, '2026-12-08', '15:30', '17:00'))

  it.each([
    ['earlier', '15:40', '15:40'],
    ['later', '16:20', '16:20'],
    ['much earlier: an hour at most', '14:50', '15:00'],
    ['later by an hour', '17:00', '17:00'],
  ])('that ends %s moves its end', async (_, end, moved) => {
    await starts(day('14:28'))
    await ends(day(end))
    expect(await ending()).toEqual([moved])
    expect(await kept()).toEqual([])
    expect(question()).toBeUndefined()
  })

  it('is looked back on a quarter of an hour after its real end', async () => {
    await starts(day('14:30'))
    await ends(day('15:30'))
    await live(bot, day('15:44'))
    expect(invitations()).toBe(0)
    await live(bot, day('15:45'))
    expect(invitations()).toBe(1)
  })

  it('told again changes nothing', async () => {
    for (let time = 0; time < 3; time++) await ends(day('15:30'))
    await tell('meeting-ended', day('15:30'), 'weekly', { id: 'another id' })
    expect(await ending()).toEqual(['15:30'])
    await live(bot, '2026-12-09T16:00:00Z')
    expect(invitations()).toBe(1)
  })

  it('that goes on is not disturbed: the question waits for its end', async () => {
    await starts(day('14:30'))
    await live(bot, day('16:30'))
    expect(invitations()).toBe(0)
    await ends(day('16:40'))
    await live(bot, day('16:55'))
    expect(invitations()).toBe(1)
  })

  it('of which nobody tells the end is waited for an hour', async () => {
    await starts(day('14:30'))
    await live(bot, day('16:59'))
    expect(invitations()).toBe(0)
    await live(bot, '2026-12-09T08:00:00Z')
    expect(invitations()).toBe(1)
  })

  it('that breaks off and begins again counts from its last end', async () => {
    await starts(day('14:30'))
    await ends(day('15:20'))
    await starts(day('15:25'))
    await live(bot, day('15:55'))
    expect(invitations()).toBe(0)
    await ends(day('16:05'))
    expect(await ending()).toEqual(['16:05'])
  })

  it('of a few minutes was only a try', async () => {
    await starts(day('14:31'))
    await ends(day('14:36'))
    expect(await ending()).toEqual(['16:00'])
    expect(await kept()).toEqual([])
  })

  it('after everybody was asked to look back moves nothing any more', async () => {
    await live(bot, day('16:15'))
    expect(invitations()).toBe(1)
    await ends(day('16:30'))
    expect(await ending()).toEqual(['16:00'])
    expect(question()).toBeUndefined()
  })

  it('of another day or of the morning is another one', async () => {
    await ends(day('10:00'), 'other')
    await live(bot, day('10:00'))
    expect(question()).toBeDefined()
    expect(await ending()).toEqual(['16:00'])
  })
})

describe('a call that nobody planned', () => {
  const found = async () => {
    await starts(day('10:00'))
    await ends(day('11:00'))
    await live(bot, day('11:00'))
  }
  const press = async (label: string, user = 'anna') =>
    bot.pressRef(user, buttonIn(question(), label).ref, 'nl')

  it('is asked about, privately, once, and in nobody else’s chat', async () => {
    await found()
    expect(words(question())).toBe(
      'Was dit Teams-overleg een bijeenkomst van jullie netwerk?\n' +
        'Het eindigde op dinsdag 8 december om 12:00 uur.\n[Ja]\n[Nee]',
    )
    await tell('meeting-ended', day('11:00'), 'weekly', { id: 'told again' })
    expect(bot.privateTo('anna')).toHaveLength(1)
    expect(bot.channel()).toEqual([])
    for (const user of ['bram', 'hanna']) expect(bot.privateTo(user)).toEqual([])
  })

  it('yes: a meeting that has ended, and everybody is asked to look back', async () => {
    await found()
    const { ref } = buttonIn(question(), 'Ja')
    for (let time = 0; time < 2; time++)
      expect(seen(await bot.pressRef('anna', ref))).toBe(
        'Goed. In het kanaal vraag ik iedereen om terug te kijken.',
      )
    await live(bot, day('11:16'))
    expect(invitations()).toBe(1)
    expect(words(bot.channel().at(-1))).toContain('Bijeenkomst van dinsdag 8 december')
    expect(question() && buttonsOf(question() as never)).toEqual([])
    expect(words(question())).toContain('Ja')
    expect(seen(await bot.pressRef('anna', `example/meeting/found/${(await kept())[0]?.id}/no`))).toBe(
      'Dit is gesloten. Kijk in het kanaal.',
    )
    expect(await datedMeetings(await bot.state())).toMatchObject([
      { when: { start: '2026-12-08T10:00:00.000Z', end: '2026-12-08T11:00:00.000Z' } },
    ])
  })

  it('yes on the next day still asks, even when the channel heard something else since', async () => {
    await found()
    await live(bot, '2026-12-09T09:00:00Z')
    await bot.change({
      kind: 'ask',
      id: 'x',
      put: { v: 1, data: { id: 'x', to: 'channel', date: '2026-12-09', kind: 'card' } },
    })
    await press('Ja')
    await live(bot, '2026-12-10T15:00:00Z')
    expect(invitations()).toBe(1)
  })

  it('no, or silence until half past three on the next school day', async () => {
    await found()
    expect(seen(await press('Nee'))).toBe('Prima, dan doe ik niets.')
    await starts(day('12:00'), 'silent')
    await ends(day('13:00'), 'silent')
    await live(bot, '2026-12-09T14:29:00Z')
    const standing = () =>
      bot
        .privateTo('anna')
        .flatMap(buttonsOf)
        .map(({ label }) => label)
    expect(standing()).toEqual(['Ja', 'Nee'])
    const [late] = bot.privateTo('anna').flatMap(buttonsOf)
    await live(bot, '2026-12-09T14:30:00Z')
    expect(standing()).toEqual([])
    expect(seen(await bot.pressRef('anna', late?.ref ?? ''))).toBe('Dit is gesloten. Kijk in het kanaal.')
    await live(bot, '2026-12-16T15:00:00Z')
    expect(datedMeetings(await bot.state())).toEqual([])
    expect(bot.channel()).toEqual([])
  })

  it('of under ten minutes is not asked about; without a known start it is', async () => {
    await starts(day('10:00'))
    await ends(day('10:09'))
    await live(bot, day('10:30'))
    expect(question()).toBeUndefined()
    await ends(day('10:40'), 'unknown start')
    await live(bot, day('10:40'))
    expect(question()).toBeDefined()
  })

  it('that went on after a break is one question, and after a no it is not asked again that day', async () => {
    await found()
    await starts(day('11:10'))
    await ends(day('12:00'))
    await live(bot, day('12:00'))
    expect(words(question())).toContain('om 13:00 uur')
    await press('Nee')
    await starts(day('13:00'))
    await ends(day('14:00'))
    await live(bot, day('14:00'))
    expect(bot.privateTo('anna')).toHaveLength(1)
  })

  it('in the evening is asked about on the next school morning', async () => {
    await ends(day('19:00'))
    await live(bot, '2026-12-09T06:59:00Z')
    expect(question()).toBeUndefined()
    await live(bot, '2026-12-09T07:00:00Z')
    expect(question()).toBeDefined()
  })

  it('is a question for who leads only', async () => {
    await found()
    expect(seen(await press('Ja', 'bram'))).toBe('Dit is voor de teamleider en de netwerkcoach.')
    expect(seen(await press('Ja', 'kim'))).toBe('Dit is voor de teamleider en de netwerkcoach.')
    expect(datedMeetings(await bot.state())).toEqual([])
  })

  it('somewhere else, or with a moment from the future, harms nothing', async () => {
    const call = { id: 'x', at: day('11:00') }
    await live(bot, day('11:00'))
    await bot.happened('anna', 'meeting-ended', emptyChannel, { call })
    expect(await bot.store.networksBy('place:web/playground/empty')).toEqual([])
    await bot.happened('anna', 'meeting-ended', exampleChannel, {
      call: { id: 'x', at: '2031-01-01T00:00:00Z' },
    })
    expect(await kept()).toMatchObject([{ end: '2026-12-08T11:00:00.000Z' }])
  })

  it('a call that never ends is forgotten', async () => {
    await starts(day('10:00'), 'one')
    await live(bot, '2026-12-14T10:00:00Z')
    await starts('2026-12-14T10:00:00Z', 'two')
    expect(await kept()).toMatchObject([{ name: 'two' }])
  })
})

describe('the channel gets another name', () => {
  const rename = (name: string, where = exampleChannel) =>
    bot.happened('anna', 'place-renamed', where, { name })
  const now = async () => theNetwork(await bot.state())

  it('and the network with it, when it was called after the channel', async () => {
    await rename('Lezen met plezier')
    expect(await now()).toMatchObject({ name: 'Lezen met plezier', places: [{ name: 'Lezen met plezier' }] })
    expect(bot.channel()).toEqual([])
  })

  it('but not the name that they chose themselves', async () => {
    const network = await now()
    if (network) await bot.change(networks.put({ ...network, name: 'De Leeskring' }))
    await rename('lezen-2')
    expect(await now()).toMatchObject({ name: 'De Leeskring', places: [{ name: 'lezen-2' }] })
  })

  it('nothing, far too long, or of another place', async () => {
    await rename('  ')
    await rename('x', emptyChannel as never)
    expect(await now()).toMatchObject({ name: 'Voorbeeldnetwerk' })
    await rename('é\ud800'.repeat(500))
    expect([...((await now())?.name ?? '')]).toHaveLength(80)
    expect((await now())?.name.isWellFormed()).toBe(true)
  })
})
