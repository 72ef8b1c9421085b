import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/contracts/text.ts'
import { answersTable, rounds } from '../../src/round/round.ts'
import { closeRound, lineIds, openCrosses, openForm, place } from '../support/crosses.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { account, buttonIn, changePerson, everything, live, quietKit } from '../support/live.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

const middle = { now: () => 3 }

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
  await openCrosses(bot)
})
afterEach(() => bot.close())

describe('a typed word', () => {
  let asking: Kit
  beforeEach(async () => {
    asking = await quietKit()
  })
  afterEach(() => asking.close())
  const opened = async () => rounds.all(await asking.state()).length

  it('opens a round, once for two who say it at the same time', async () => {
    const replies = await Promise.all(['anna', 'hanna'].map((user) => asking.say(user, 'monitor')))
    expect(seen(replies[0] ?? expect.fail())).toContain(
      'Ik heb nu een ronde geopend voor iedereen. Kruisjes zetten kan tot maandag 7 december, 15:30 uur.',
    )
    expect(seen(replies[1] ?? expect.fail())).toContain('staat open tot maandag 7 december')
    expect(seen(await asking.say('anna', 'monitor', 'en'))).toContain('is open until Monday 7 December')
    expect(await opened()).toBe(1)
    expect(asking.channel()).toHaveLength(1)
    // Who takes part can go on from here; the coach does not.
    const labels = replies.map((reply) => (reply.kind === 'word' ? buttonsOf(reply.message) : []))
    expect(labels.map(([first]) => first?.label)).toEqual(['Invullen', 'Eigen lijn'])
  })

  it('says again that it opened a round, when the platform repeats the word that did', async () => {
    const word = (user: string) => ({ kind: 'command' as const, words: 'monitor', who: account(user) })
    const where = { platform: 'web', tenant: 'playground', id: 'private-anna', kind: 'private' } as const
    const receive = (user: string) => asking.bot.receive({ ...word(user), where, id: `event-${user}` })
    const first = await receive('anna')
    expect(seen(first)).toContain('geopend voor iedereen')
    expect(await receive('anna')).toEqual(first)
    for (const _ of ['once', 'again']) expect(seen(await receive('hanna'))).toContain('staat open tot')
    expect(await opened()).toBe(1)
  })

  it('asks first while the last picture is fresh, and opens nothing until somebody presses', async () => {
    await asking.say('anna', 'monitor')
    for (const user of ['anna', 'bram', 'chris', 'dewi', 'emre']) await place(asking, user, { now: () => 3 })
    await closeRound(asking)
    await live(asking, '2026-12-15T10:00:00Z')
    const reply = await asking.say('anna', 'monitor')
    expect(seen(reply)).toContain(
      'Nu een ronde openen? Jullie zijn met 7, en het duurt ongeveer vijf minuten per persoon. Kruisjes zetten kan dan tot dinsdag 12 januari, 15:30 uur.',
    )
    expect(await opened()).toBe(1)
    const later = await asking.pressRef('anna', buttonIn(reply, 'Niet nu').ref)
    expect(seen(later)).toBe('Prima, er is niets geopend. Typ “monitor” om er later een te openen.')
    expect(await opened()).toBe(1)
    await asking.pressRef('anna', buttonIn(reply, 'Open de ronde').ref)
    expect(await opened()).toBe(2)
  })

  it('does not open a next round by a button that asked about an earlier one', async () => {
    for (const user of ['dewi', 'emre', 'fenna']) await changePerson(asking, user, { left: true })
    const old = buttonIn(await asking.say('anna', 'monitor'), 'Open de ronde')
    await asking.pressRef('hanna', old.ref)
    await closeRound(asking)
    await live(asking, '2026-12-15T10:00:00Z')
    const reply = await asking.pressRef('anna', old.ref)
    expect(seen(reply)).toContain('De vorige ronde sloot op 7 december')
    expect(await opened()).toBe(1)
    await asking.pressRef('anna', buttonIn(reply, 'Open de ronde').ref)
    expect(await opened()).toBe(2)
  })

  it('says so when they are too few to show crosses without names, and which own lines are asked', async () => {
    for (const user of ['dewi', 'emre', 'fenna']) await changePerson(asking, user, { left: true })
    const form = formIn(await asking.pressRef('hanna', 'example/monitoring/own'))
    await asking.submit('hanna', form, { title: 'Buiten', left: 'binnen', right: 'buiten' })
    expect(seen(await asking.say('anna', 'monitor'))).not.toContain('Buiten')
    await live(asking, '2026-11-27T10:00:00Z')
    const shown = seen(await asking.say('anna', 'monitor'))
    expect(shown).toContain('Er doen nog geen 5 mensen mee.')
    expect(shown).toContain('Met jullie eigen lijnen: Buiten.')
    expect(seen(await asking.say('anna', 'monitor', 'en'))).toContain('Fewer than 5 people take part so far.')
  })
})

describe('placing crosses', () => {
  it('is opened by the teamleider or coach, for ten school days, and told to everyone', async () => {
    const invitation = words(bot.channel()[0])
    expect(bot.channel()).toHaveLength(1)
    expect(invitation).toContain('Je zet elf kruisjes')
    expect(invitation).toContain('Kruisjes zetten kan tot maandag 7 december, 15:30 uur.')
    expect(invitation).toContain('zonder namen, vanaf 5 mensen')
    expect(seen(await bot.say('hanna', 'monitor'))).toContain('staat open tot maandag 7 december')
    expect(bot.channel()).toHaveLength(1)
    expect(seen(await bot.say('bram', 'monitor'))).toContain('Dit is voor de teamleider')
  })

  it('takes a step for each dimension, one for wishes and one for the name', async () => {
    let form = await openForm(bot, 'bram')
    expect(seen({ kind: 'form', form })).toContain('Daarna horen ze niet meer bij jouw naam')
    const seenIds: string[][] = []
    for (;;) {
      seenIds.push(form.fields.map(({ id }) => id))
      const reply = await bot.submit('bram', form, form.step === 2 ? { '2a': 'left' } : {})
      if (reply.kind !== 'form') break
      form = reply.form
    }
    expect(seenIds.slice(0, 4).map((ids) => ids.at(-1))).toEqual(['why-1', 'why-2', 'why-3', 'why-4'])
    expect(seenIds.slice(0, 4).flatMap((ids) => ids.slice(0, -1))).toEqual(lineIds)
    expect(seenIds[4]).toEqual(lineIds.map((id) => `wish-${id}`))
    expect(seenIds[5]).toEqual(['name'])
  })

  it('shows seven named places and two ways out, and at the wish somebody’s own cross', async () => {
    const form = await openForm(bot, 'bram')
    const [line] = form.fields
    if (line?.tag !== 'line') throw new Error('no line')
    expect(line.places.map(({ label }) => label)).toEqual([
      'helemaal links',
      'links',
      'iets links',
      'midden',
      'iets rechts',
      'rechts',
      'helemaal rechts',
    ])
    expect(line.ways.map(({ label }) => label)).toEqual(['Weet ik niet', 'Past niet bij ons'])
    expect(plain(line.hint ?? '')).toContain('Links past bijvoorbeeld als je even afstand wilt nemen.')
    let reply = await bot.submit('bram', form, { '1a': 'bit-left', '1b': 'unsure' })
    for (let step = 2; step < 5; step++) reply = await bot.submit('bram', formIn(reply), {})
    const [first, second] = formIn(reply).fields
    expect(first).toMatchObject({
      id: 'wish-1a',
      hint: ['Jouw kruisje nu: ', 'iets links', '.'],
      optional: true,
    })
    expect(first).not.toHaveProperty('value')
    expect(second?.hint).toBeUndefined()
  })

  it('keeps each step, resumes at the first empty one, and lets crosses move until it closes', async () => {
    const first = await openForm(bot, 'bram')
    const second = formIn(await bot.submit('bram', first, { '1a': 'left' }))
    await bot.submit('bram', second, { '2a': 'right', 'why-2': 'zo' })
    expect((await openForm(bot, 'bram')).step).toBe(3)
    await place(bot, 'bram', middle)
    expect((await openForm(bot, 'bram')).step).toBe(1)
    await place(bot, 'bram', { now: () => 6 })
    const [kept, ...more] = answersTable.all(await bot.state())
    expect(more).toEqual([])
    expect(kept?.values['1a']).toBe('far-right')
    const back = await bot.submit(
      'bram',
      formIn(await bot.submit('bram', await openForm(bot, 'bram'), {}, { button: 'skip' })),
      {},
      { button: 'back' },
    )
    expect(formIn(back)).toMatchObject({
      step: 1,
      fields: [{ value: 'far-right' }, { value: 'far-right' }, {}],
    })
  })

  it('asks for a name last, without one unless somebody chooses it', async () => {
    let reply = await bot.pressRef('bram', bot.button('Invullen').ref)
    for (let step = 1; step < 6; step++)
      reply = await bot.submit('bram', formIn(reply), {}, { button: 'skip' })
    expect(formIn(reply).fields).toMatchObject([
      { id: 'name', tag: 'choice', value: 'without', optional: false },
    ])
    expect(seen(await bot.submit('bram', formIn(reply), { name: 'without' }))).toContain(
      'geen kruisjes gezet',
    )
    expect(seen(await place(bot, 'bram', middle))).toBe(
      'Dank je wel! Je kunt je kruisjes verplaatsen tot maandag 7 december, 15:30 uur. Daarna zet ik alles bij elkaar in het kanaal.',
    )
  })

  it('refuses forged places, wishes with a way out, and two places at once', async () => {
    const form = await openForm(bot, 'bram')
    for (const forged of ['8', 'p9', '__proto__', 'MIDDLE', 'wish-1a'])
      expect(await bot.submit('bram', form, { '1a': forged })).toMatchObject({ kind: 'errors' })
    expect(await bot.submit('bram', form, { '1a': ['left', 'right'] })).toMatchObject({ kind: 'errors' })
    const wishes = { ...form, step: 5 }
    expect(await bot.submit('bram', wishes, { 'wish-1a': 'unsure' })).toMatchObject({ kind: 'errors' })
    expect(await bot.submit('bram', { ...form, step: 6 }, { name: 'anna' })).toMatchObject({ kind: 'errors' })
    expect(answersTable.all(await bot.state())).toEqual([])
    // What was not asked in this step is not taken from it.
    await bot.submit('bram', form, { '1a': 'left', '4d': 'left', 'own-1': 'left' })
    expect(answersTable.all(await bot.state())[0]?.values).toEqual({ '1a': 'left' })
  })

  it('stands under open while it is, and not after that', async () => {
    expect(seen(await bot.say('bram', 'open'))).toContain(
      'Kruisjes zetten kan tot maandag 7 december, 15:30 uur.',
    )
    await place(bot, 'bram', middle)
    expect(seen(await bot.say('bram', 'open'))).not.toContain('Kruisjes')
    expect(seen(await bot.say('hanna', 'open'))).not.toContain('Kruisjes')
  })

  it('reminds twice, on the fourth and the eighth school day, only who is not ready', async () => {
    await place(bot, 'bram', middle)
    await live(bot, '2026-11-27T14:29:00Z')
    expect(bot.privateTo('dewi')).toHaveLength(0)
    await live(bot, '2026-11-27T14:30:00Z')
    expect(words(bot.privateTo('dewi')[0])).toContain(
      'Kruisjes zetten kan nog tot maandag 7 december, 15:30 uur.',
    )
    await live(bot, '2026-12-03T14:30:00Z')
    expect(bot.privateTo('dewi')).toHaveLength(2)
    expect(buttonsOf(bot.privateTo('dewi')[0] ?? { language: 'nl', summary: '', blocks: [] })).toEqual([])
    await live(bot, '2026-12-07T14:00:00Z')
    expect(bot.privateTo('dewi')).toHaveLength(2)
    expect(bot.privateTo('bram')).toHaveLength(0)
  })

  it('reminds no more after later, skip or stop than was asked for', async () => {
    await live(bot, '2026-11-27T14:30:00Z')
    const press = (user: string, label: string) =>
      bot.pressRef(user, buttonIn(bot.privateTo(user)[0], label).ref)
    expect(seen(await press('bram', 'Later'))).toBe('Goed, maandag 30 november nog één keer.')
    expect(seen(await press('chris', 'Sla over'))).toBe('Prima, deze keer niet.')
    await press('dewi', 'Niet meer vragen')
    await live(bot, '2026-12-07T14:00:00Z')
    expect(['bram', 'chris', 'dewi', 'emre'].map((user) => bot.privateTo(user).length)).toEqual([2, 1, 1, 2])
    const back = buttonIn(await bot.say('dewi', 'open'), 'Weer vragen')
    expect(seen(await bot.pressRef('dewi', back.ref))).toContain('herinner je weer aan het Dimensieraamwerk')
  })
})

it('a round of another network, an old one and a forged id do nothing', async () => {
  const before = everything(await bot.state())
  for (const action of ['answer', 'words', 'conclude', 'guide', 'sheet'])
    for (const id of ['nope', '__proto__', 'id999'])
      expect(seen(await bot.pressRef('bram', `example/monitoring/${action}/${id}`))).toMatch(
        /gesloten|werkt niet meer/,
      )
  expect(rounds.all(await bot.state())).toHaveLength(1)
  expect({ ...everything(await bot.state()), handled: 0, plan: 0 }).toEqual({
    ...before,
    handled: 0,
    plan: 0,
  })
})
