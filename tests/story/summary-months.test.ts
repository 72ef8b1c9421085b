import { afterEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { meetings } from '../../src/meeting/meeting.ts'
import { networks, theNetwork } from '../../src/network/network.ts'
import { type Kit, kit } from '../support/kit.ts'
import { live, quietKit } from '../support/live.ts'
import { seen, words } from '../support/look.ts'
import { agreed, novemberKit, posted, previewsTo, summariesIn } from '../support/month.ts'
import { begin, finish } from '../support/retro.ts'

let bot: Kit
afterEach(() => bot.close())

const outLoud = (id: string, date: string) =>
  meetings.put({
    id,
    when: { start: `${date}T13:00:00.000Z`, end: `${date}T14:00:00.000Z` },
    lookBack: 'aloud',
    state: 'planned',
    series: id,
    announced: true,
    revision: 0,
  })

const pauseUntil = async (until: string) => {
  const network = theNetwork(await bot.state())
  if (network) await bot.change(networks.put({ ...network, pause: { from: '2026-12-01', until } }))
}

describe('odd months', () => {
  it('two meetings', async () => {
    bot = await kit()
    await bot.change(outLoud('one', '2026-11-02'))
    await live(bot, posted)
    expect(words(summariesIn(bot)[0])).toMatch(
      /We kwamen bij elkaar op maandag 2 november\.\nWe kwamen bij elkaar op maandag 23 november\./,
    )
  })

  it('a retro between two meetings stands between them', async () => {
    bot = await kit()
    await bot.at('2026-11-24T12:00:00Z')
    await begin(bot, 'goed')
    await finish(bot, { 'point-0': 'samen beginnen' })
    await bot.change(outLoud('later', '2026-11-26'))
    await live(bot, '2026-12-02T15:00:00Z')
    expect(words(summariesIn(bot)[0])).toMatch(
      /op maandag 23 november\.\n.*dinsdag 24 november.*\n.*op donderdag 26 november\.\n/,
    )
  })

  it('a quiet one gets one friendly line, and no preview', async () => {
    bot = await novemberKit()
    await live(bot, '2027-01-08T15:00:00Z')
    expect(summariesIn(bot).slice(1).map(words)).toEqual(['Een rustige maand: deze keer geen maandbericht.'])
    expect(previewsTo(bot, 'anna')).toHaveLength(1)
  })

  it('a network that never did anything hears nothing', async () => {
    bot = await quietKit()
    await live(bot, '2027-01-08T15:00:00Z')
    expect(summariesIn(bot)).toEqual([])
    expect(seen(await bot.say('bram', 'maandbericht'))).toContain('Er is nog geen maandbericht.')
  })

  it('none in August; September tells of the summer', async () => {
    bot = await novemberKit()
    await live(bot, '2027-07-02T15:00:00Z')
    const before = summariesIn(bot).length
    await bot.change(outLoud('july', '2027-07-05'))
    await live(bot, '2027-08-31T23:00:00Z')
    expect(summariesIn(bot)).toHaveLength(before)
    await live(bot, '2027-09-02T15:00:00Z')
    expect(words(summariesIn(bot).at(-1))).toMatch(
      /^Ons netwerk in juli en augustus\nDit deden we\nWe kwamen bij elkaar op maandag 5 juli\./,
    )
  })

  it('a network that rested all month is told of it with the next', async () => {
    bot = await novemberKit()
    await pauseUntil('2027-01-31')
    await live(bot, '2027-01-31T20:00:00Z')
    expect(summariesIn(bot)).toEqual([])
    await live(bot, '2027-02-03T15:00:00Z')
    expect(summariesIn(bot)).toHaveLength(1)
    expect(words(summariesIn(bot)[0])).toContain('Gelukt: samen koken')
  })

  it('keeps what people wrote as theirs, whatever they wrote', async () => {
    const hostile = '<!channel> @here <at>Anna</at> *vet* [x](http://x.example) =1+1'
    bot = await novemberKit((user) => `${hostile} ${user}`)
    await bot.change(agreements.put(agreed('koken', { words: hostile, state: 'done', revision: 1 })))
    await live(bot, posted)
    const own = JSON.stringify(summariesIn(bot), (_key, value) =>
      typeof value === 'object' && value !== null && 'said' in value ? 'SAID' : value,
    )
    expect(own).toContain('SAID')
    expect(own).not.toContain('channel>')
    expect(own).not.toContain('=1+1')
  })
})
