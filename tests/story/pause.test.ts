import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Values } from '../../src/contracts/form.ts'
import { theNetwork } from '../../src/network/network.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, live, person, planMeeting } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const open = async (user: string) =>
  formIn(await bot.pressRef(user, buttonIn(await bot.say(user, 'pauze'), 'Pauze').ref))
const pause = async (user: string, values: Values) => bot.submit(user, await open(user), values)
const reminded = (user: string) =>
  bot.privateTo(user).filter((each) => words(each).startsWith('Terugkijken')).length
const paused = async (user: string) => (await person(bot, user)).paused

describe('quiet for oneself', () => {
  it('by a form, until the day, and `open` says so', async () => {
    expect((await open('bram')).fields.map(({ id }) => id)).toEqual(['until'])
    expect(seen(await pause('bram', { until: '2026-12-01' }))).toBe('Stil tot 1 december.')
    expect(seen(await bot.say('bram', 'open'))).toContain('Het is stil voor jou tot 1 december.')
    expect((await open('bram')).fields[0]?.value).toBe('2026-12-01')
    await live(bot, '2026-11-27T14:30:00Z')
    expect(reminded('bram')).toBe(0)
    expect(reminded('chris')).toBe(1)
    expect(bot.channel().map(words).join()).not.toContain('stil')
  })

  it.each([
    ['pauze 2026-12-01', 'Stil tot 1 december.'],
    ['pauze tot 1-12-2026', 'Stil tot 1 december.'],
    ['pause until 2026-12-01', 'Stil tot 1 december.'],
  ])('by a word: %s', async (typed, sentence) => {
    expect(seen(await bot.say('bram', typed))).toBe(sentence)
    expect(await paused('bram')).toBe('2026-12-01')
  })

  it('in English', async () => {
    expect(seen(await bot.say('bram', 'pause 2026-12-01', 'en'))).toBe('Quiet until 1 December.')
  })

  it.each([
    ['2026-11-22', 'Deze dag is al geweest. Kies een latere.'],
    ['2026-11-23', 'Deze dag is al geweest. Kies een latere.'],
    ['2036-11-23', 'Dat is te ver weg. Kies een dag binnen een jaar.'],
    ['2026-02-31', 'Deze datum klopt nog niet. Kies een dag.'],
  ])('not until %s', async (date, sentence) => {
    expect(seen(await pause('bram', { until: date }))).toBe(sentence)
    const typed = await bot.say('bram', `pauze ${date}`)
    expect(seen(typed)).toContain(sentence)
    expect(buttonIn(typed, 'Pauze').opens).toBe('form')
    expect(await paused('bram')).toBeUndefined()
  })

  it.each(['ooit', '__proto__', '2026-12-01T00:00', 'x'.repeat(10_000)])(
    'not until "%.20s"',
    async (date) => {
      expect((await pause('bram', { until: date })).kind).toBe('errors')
      expect(await paused('bram')).toBeUndefined()
    },
  )

  it('an empty day begins again', async () => {
    await pause('bram', { until: '2026-12-01' })
    expect(seen(await pause('bram', {}))).toBe('Fijn, ik ben er weer.')
    expect(await paused('bram')).toBeUndefined()
    await live(bot, '2026-11-25T14:30:00Z')
    expect(reminded('bram')).toBe(1)
  })

  it.each([
    ['2026-11-25', 1],
    ['2026-11-26', 0],
  ])('is over by itself on the day: until %s', async (until, count) => {
    await pause('bram', { until })
    await live(bot, '2026-11-26T14:29:00Z')
    expect(reminded('bram')).toBe(count)
    expect(seen(await bot.say('bram', 'open'))).not.toContain('Het is stil')
  })

  it('keeps everything else: what they start themselves is answered', async () => {
    await pause('bram', { until: '2026-12-01' })
    expect((await bot.pressRef('bram', bot.button('Invullen').ref)).kind).toBe('form')
  })

  it('counts again when sending: decided before, quiet after', async () => {
    bot.jump('2026-11-25T14:30:00Z')
    await bot.bot.occur('example')
    expect([...(await bot.state()).all('outbox').values()]).toHaveLength(7)
    await bot.bot.receive({
      kind: 'command',
      words: 'pauze 2026-12-01',
      who: { platform: 'web', tenant: 'playground', user: 'bram' },
      where: { platform: 'web', tenant: 'playground', id: 'private-bram', kind: 'private' },
      id: 'pause-1',
    })
    await bot.drain()
    expect(reminded('bram')).toBe(0)
    expect(reminded('chris')).toBe(1)
    expect((await bot.state()).all('outbox').size).toBe(0)
  })
})

describe('quiet for the whole network', () => {
  const rest = () => pause('anna', { until: '2026-12-01', for: 'network' })

  it('is the teamleider’s, and the channel hears when it begins again', async () => {
    expect((await open('anna')).fields.map(({ id }) => id)).toEqual(['until', 'for'])
    expect(seen(await rest())).toBe('Stil tot 1 december.')
    expect(words(bot.channel().at(-1))).toBe('Ik ben stil tot 1 december. Daarna begin ik vanzelf weer.')
    expect(theNetwork(await bot.state())?.pause).toEqual({ from: '2026-11-23', until: '2026-11-30' })
    expect(seen(await bot.say('bram', 'open'))).toContain('Het netwerk rust tot 1 december.')
    expect(await paused('anna')).toBeUndefined()
  })

  it.each(['bram', 'hanna'])('not of %s, who pauses only themselves', async (user) => {
    expect(seen(await pause(user, { until: '2026-12-01', for: 'network' }))).toBe('Stil tot 1 december.')
    expect(theNetwork(await bot.state())?.pause).toBeUndefined()
    expect(await paused(user)).toBe('2026-12-01')
  })

  it('moves the close, asks nobody in between, and is back by itself', async () => {
    await rest()
    const before = bot.channel().length
    await live(bot, '2026-11-30T22:00:00Z')
    expect(bot.channel()).toHaveLength(before)
    expect(reminded('chris')).toBe(0)
    await live(bot, '2026-12-01T15:00:00Z')
    expect(words(bot.channel().at(-1))).toContain('te weinig antwoorden')
    expect(seen(await bot.say('bram', 'open'))).not.toContain('Het netwerk rust')
  })

  it('moves the invitation after a meeting in it', async () => {
    await planMeeting(bot, '2026-11-30', '20:00', '21:00')
    await rest()
    const before = bot.channel().length
    await live(bot, '2026-12-01T06:59:00Z')
    expect(bot.channel()).toHaveLength(before)
    await live(bot, '2026-12-02T15:00:00Z')
    expect(bot.channel().map(words).join()).toContain('Bijeenkomst van maandag 30 november')
  })

  it('ends early with an empty day, and says so', async () => {
    await rest()
    expect(seen(await pause('anna', { for: 'network' }))).toBe('Fijn, ik ben er weer.')
    expect(words(bot.channel().at(-1))).toBe('De pauze is voorbij. Ik ben er weer.')
    expect(theNetwork(await bot.state())?.pause).toBeUndefined()
  })
})
