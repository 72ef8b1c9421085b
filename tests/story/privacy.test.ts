import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { members, teamleiders } from '../../src/network/member.ts'
import { exampleChannel } from '../../src/playground.ts'
import { rounds } from '../../src/round/round.ts'
import {
  closeRound,
  lastMessage,
  lastRound,
  lineIds,
  openCrosses,
  people,
  place,
} from '../support/crosses.ts'
import { answer, formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, everything, live, person } from '../support/live.ts'
import { seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const all = ['anna', 'bram', 'chris', 'dewi', 'emre']
const does = async (user: string, label: string) =>
  bot.pressRef(user, buttonIn(await bot.say(user, 'privacy'), label).ref)
const erase = async (user: string, sure = 'yes') =>
  bot.submit(user, formIn(await does(user, 'Wis alles')), { sure })
const join = async (user: string) =>
  bot.submit(user, formIn(await bot.pressRef(user, 'example/membership/consent')), { consent: 'yes' })
const tracesOf = async (name: string) => (await kept()).match(new RegExp(`.{0,40}${name}.{0,40}`, 'gi')) ?? []
const kept = async () => JSON.stringify(everything(await bot.state()))

function fileIn(reply: Reply): string {
  const files = reply.kind === 'word' ? reply.message.blocks.filter(({ tag }) => tag === 'file') : []
  const [file] = files
  if (file?.tag !== 'file') throw new Error('there is no file')
  return file.content
}

/** Bram has something of everything, and so have the others. */
async function busy() {
  await answer(bot, 'bram', [{ good: 'kanarie van bram' }])
  await answer(bot, 'chris', [{ good: 'kanarie van chris' }, {}])
  const form = formIn(await bot.pressRef('bram', 'example/agreement/note/hand'))
  await bot.submit('bram', form, { own: 'boeken halen', who: 'me', date: '2026-12-10' })
  const other = formIn(await bot.pressRef('chris', 'example/agreement/note/hand'))
  await bot.submit('chris', other, { own: 'koffie van chris', who: 'me' })
  await live(bot, '2026-11-25T14:30:00Z')
}

describe('what is kept about somebody', () => {
  it('is said in words, with the budget of this week', async () => {
    await live(bot, '2026-11-25T14:30:00Z')
    const shown = seen(await bot.say('bram', 'privacy'))
    expect(shown).toContain(
      'Na elke ronde knip ik je naam los van je antwoord, tenzij je koos om hem te laten zien.',
    )
    expect(shown).toContain('Ik vraag je hooguit 2 keer per week iets voor dit netwerk. Deze week: 2 keer.')
    expect(seen(await bot.say('bram', 'privacy', 'en'))).toContain('So far this week: 2.')
  })

  it('comes as a file with all that is theirs, and nothing of others', async () => {
    await busy()
    const content = fileIn(await does('bram', 'Mijn gegevens'))
    const data = JSON.parse(content)
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(['member', 'answers', 'reminders', 'asks', 'agreements', 'posts']),
    )
    expect(data.member).toMatchObject({ name: 'Bram', accounts: [{ user: 'bram' }] })
    expect(content).toContain('kanarie van bram')
    expect(content).toContain('boeken halen')
    expect(data.reminders).toHaveLength(1)
    expect(data.asks).toHaveLength(1)
    expect(content).not.toMatch(/chris|anna|dewi/i)
  })

  it('is nothing of a guest, and nothing of an answer after the close', async () => {
    const guest = await bot.say('ilse', 'privacy', 'nl', exampleChannel)
    const file = fileIn(await bot.pressRef('ilse', buttonIn(guest, 'Mijn gegevens').ref))
    expect(JSON.parse(file)).toEqual({ drafts: [] })
    for (const user of all) await answer(bot, user, [{ good: `kanarie van ${user}` }, {}])
    await live(bot, '2026-11-26T14:30:00Z')
    expect(fileIn(await does('bram', 'Mijn gegevens'))).not.toContain('kanarie')
  })
})

describe('stop', () => {
  it('ends taking part and erases what was still running, and nothing of others', async () => {
    await busy()
    const { ref } = buttonIn(await bot.say('bram', 'privacy'), 'Stop')
    const replies = await Promise.all([bot.pressRef('bram', ref), bot.pressRef('bram', ref)])
    for (const reply of replies) expect(seen(reply)).toContain('Je doet niet meer mee.')
    expect(await person(bot, 'bram')).toMatchObject({ consent: 'no', roles: [], revision: 1 })
    expect(await kept()).not.toContain('kanarie van bram')
    expect(await kept()).toContain('kanarie van chris')
    const before = bot.privateTo('bram').length
    await live(bot, '2026-12-18T15:00:00Z')
    expect(bot.privateTo('bram')).toHaveLength(before)
  })

  it('can be undone by joining, and done again', async () => {
    for (const consent of ['no', 'yes', 'no', 'yes']) {
      if (consent === 'no') await does('bram', 'Stop')
      else await join('bram')
      expect((await person(bot, 'bram')).consent).toBe(consent)
    }
  })
})

describe('erase', () => {
  it('asks first, and no leaves everything', async () => {
    const form = await does('bram', 'Wis alles')
    expect(seen(form)).toContain('Beelden die er al waren, blijven, zonder je naam. Doorgaan?')
    const before = await kept()
    expect(seen(await bot.submit('bram', formIn(form), { sure: 'no' }))).toBe('Er is niets gewist.')
    expect(seen(await bot.submit('bram', formIn(form), {}))).toBe('Kies iets uit de lijst.')
    expect(await kept()).toBe(before)
  })

  it('leaves no trace of name, id and account, and hands what they took up to all', async () => {
    await busy()
    await bot.pressRef('bram', 'example/meeting/plan')
    await live(bot, '2026-11-25T15:00:00Z')
    expect(seen(await erase('bram'))).toBe(
      'Alles wat bij je naam hoorde, is gewist. Je kunt altijd weer meedoen.',
    )
    expect(await tracesOf('bram')).toEqual([])
    expect(await kept()).toContain('kanarie van chris')
    expect(agreements.all(await bot.state())).toMatchObject([
      { words: 'boeken halen', owner: 'all' },
      { words: 'koffie van chris', owner: 'chris' },
    ])
    expect(await bot.store.networksBy('account:web/playground/bram')).toEqual([])
  })

  it('lets go of private words that are still on their way or stand somewhere', async () => {
    await busy()
    await live(bot, '2026-12-09T14:29:00Z')
    bot.chat.refusals.push(new SendFailed('later', 'busy', 3_600_000))
    await live(bot, '2026-12-09T14:31:00Z')
    expect((await bot.state()).all('outbox').size).toBe(1)
    const before = bot.privateTo('bram').length
    await erase('bram')
    expect((await bot.state()).all('outbox').size).toBe(0)
    expect(await tracesOf('bram')).toEqual([])
    await live(bot, '2026-12-10T15:00:00Z')
    expect(bot.privateTo('bram')).toHaveLength(before)
  })

  it('does not change what was published', async () => {
    for (const user of all) await answer(bot, user, [{ good: `goed ${user}` }, {}])
    await live(bot, '2026-11-26T14:30:00Z')
    const [round] = rounds.all(await bot.state())
    const standing = words(bot.channel()[1])
    expect(standing).toContain('goed chris')
    await erase('chris')
    expect(rounds.all(await bot.state())[0]?.result).toEqual(round?.result)
    expect(words(bot.channel()[1])).toBe(standing)
  })

  it('lists crosses that stand in a picture with their name, and takes the name away with the crosses as they were', async () => {
    await openCrosses(bot)
    for (const [index, user] of people.entries())
      await place(bot, user, { now: () => index, wished: () => 4, name: index < 2 })
    await closeRound(bot)
    const shown = words(lastMessage(bot))
    expect(shown).toContain('één keer helemaal links (Anna), één keer links (Bram)')
    const listed = async (user: string) => JSON.parse(fileIn(await does(user, 'Mijn gegevens'))).crosses
    const { id, opened, closes } = await lastRound(bot)
    const crosses = await listed('bram')
    expect(crosses).toHaveLength(lineIds.length)
    expect(crosses[0]).toEqual({
      ...{ round: id, opened, closed: closes },
      ...{ line: 'Plek in het werk', now: 'links', wished: 'iets rechts' },
    })
    expect(await listed('chris')).toEqual([])
    const before = (await lastRound(bot)).result ?? []
    await erase('bram')
    expect(await tracesOf('bram')).toEqual([])
    expect(words(lastMessage(bot))).toBe(shown.replaceAll(' (Bram)', '').replaceAll(' en Bram', ''))
    const after = (await lastRound(bot)).result ?? []
    expect(after.map(({ line }) => [line?.now, line?.wished, line?.ways])).toEqual(
      before.map(({ line }) => [line?.now, line?.wished, line?.ways]),
    )
    expect(await listed('anna')).toHaveLength(lineIds.length)
    await erase('anna')
    expect(await tracesOf('\\banna')).toEqual([])
    expect((await lastRound(bot)).result?.map(({ line }) => line?.named)).toEqual(before.map(() => undefined))
  })

  it('takes back an answer of a round that is open', async () => {
    for (const user of all) await answer(bot, user, [{ good: `goed ${user}` }, {}])
    await erase('bram')
    await live(bot, '2026-11-26T14:30:00Z')
    expect(words(bot.channel()[1])).toContain('te weinig antwoorden')
  })

  it('of a form that somebody began without being a member', async () => {
    await bot.say('lou', 'start')
    const where = { platform: 'web', tenant: 'playground', id: 'hall', kind: 'channel' as const }
    const begin = async (user: string) => {
      const form = formIn(
        await bot.pressRef(
          user,
          buttonIn(await bot.say(user, 'start', 'nl', where), 'Beginnen').ref,
          'nl',
          where,
        ),
      )
      return bot.submit(user, form, { name: 'Hal', language: 'nl' }, { where })
    }
    await begin('lou')
    let reply = await begin('kim')
    for (const values of [{ zone: 'Europe/Amsterdam', minimum: '5' }, {}, {}])
      reply = await bot.submit('kim', formIn(reply), values, { where })
    const [id = ''] = await bot.store.networksBy('place:web/playground/hall')
    expect(JSON.stringify(everything(await bot.store.read(id)))).toContain('lou')
    const privacy = await bot.say('lou', 'privacy', 'nl', where)
    const form = formIn(await bot.pressRef('lou', buttonIn(privacy, 'Wis alles').ref, 'nl', where))
    await bot.submit('lou', form, { sure: 'yes' }, { where })
    expect(JSON.stringify(everything(await bot.store.read(id)))).not.toContain('lou')
  })

  it('lets the platform forget somebody once no network knows them any more', async () => {
    const where = { platform: 'web', tenant: 'playground', id: 'hall', kind: 'channel' as const }
    const begin = buttonIn(await bot.say('bram', 'start', 'nl', where), 'Beginnen')
    let reply = await bot.pressRef('bram', begin.ref, 'nl', where)
    for (const values of [
      { name: 'Hal', language: 'nl' },
      { zone: 'Europe/Amsterdam', minimum: '5' },
      {},
      {},
    ])
      reply = await bot.submit('bram', formIn(reply), values, { where })
    const [hall = ''] = await bot.store.networksBy('place:web/playground/hall')
    const eraseIn = async (id: string) =>
      bot.submit('bram', formIn(await bot.pressRef('bram', `${id}/privacy/erase/0`)), { sure: 'yes' })
    expect(await eraseIn('example')).not.toHaveProperty('forget')
    expect(await eraseIn(hall)).toMatchObject({ kind: 'word', forget: true })
    expect(await does('chris', 'Mijn gegevens')).not.toHaveProperty('forget')
  })

  it('joining again afterwards works, and erasing again, however soon', async () => {
    for (let turn = 0; turn < 3; turn++) {
      await join('ilse')
      expect(members.all(await bot.state()).filter(({ name }) => name === 'ilse')).toHaveLength(1)
      expect(seen(await erase('ilse'))).toContain('Alles wat bij je naam hoorde, is gewist.')
      expect(await tracesOf('ilse')).toEqual([])
      await bot.at(new Date(Date.parse('2026-11-23T15:16:00Z') + turn * 60_000))
    }
  })
})

describe('when the teamleider goes', () => {
  it.each(['stop', 'erase'])('by %s, the channel is asked who takes over, once', async (how) => {
    await (how === 'stop' ? does('anna', 'Stop') : erase('anna'))
    await live(bot, '2026-11-24T15:00:00Z')
    expect(teamleiders(await bot.state())).toEqual([])
    const asked = bot.channel().filter((each) => words(each).includes('Wie neemt het over?'))
    expect(asked).toHaveLength(1)
    await bot.pressRef('bram', buttonIn(asked[0], 'Ik neem het over').ref)
    expect(teamleiders(await bot.state()).map(({ id }) => id)).toEqual(['bram'])
    expect(words(bot.channel().at(-1))).toBe('Bram is nu teamleider van dit netwerk.')
    await join('anna')
    expect(teamleiders(await bot.state()).map(({ id }) => id)).toEqual(['bram'])
  })

  it('and nobody is asked when another one is still there', async () => {
    await changePerson(bot, 'bram', { roles: ['teamleider'] })
    await erase('anna')
    await live(bot, '2026-11-27T16:00:00Z')
    expect(bot.channel().map(words).join()).not.toContain('Wie neemt het over?')
  })
})
