import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreements } from '../../src/agreement/agreement.ts'
import { plain } from '../../src/contracts/text.ts'
import { answer, formIn, type Kit, kit } from '../support/kit.ts'
import { buttonsOf, seen, words } from '../support/look.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
  for (const user of ['anna', 'bram', 'chris', 'dewi', 'emre'])
    await answer(bot, user, [{ good: `goed ${user}`, next: `punt van ${user}` }, {}])
  await bot.at('2026-11-26T14:30:00Z')
})
afterEach(() => bot.close())

const note = async (user: string, values: Record<string, string | readonly string[]>) =>
  bot.submit(user, formIn(await bot.pressRef(user, bot.button('Noteer afspraak').ref)), values)
const result = () => words(bot.channel()[1])

describe('noting an agreement', () => {
  it('offers the points that were shared, as what somebody said', async () => {
    const form = formIn(await bot.pressRef('bram', bot.button('Noteer afspraak').ref))
    const points = form.fields.find(({ id }) => id === 'points')
    const offered = points?.tag === 'choices' ? points.options.map(({ label }) => plain(label)) : []
    expect(offered.toSorted()).toEqual(
      ['anna', 'bram', 'chris', 'dewi', 'emre'].map((user) => `punt van ${user}`),
    )
  })

  it('puts it under the results in the channel, with who and when', async () => {
    const form = formIn(await bot.pressRef('bram', bot.button('Noteer afspraak').ref))
    const points = form.fields.find(({ id }) => id === 'points')
    const [first] = points?.tag === 'choices' ? points.options : []
    await bot.submit('bram', form, { points: [first?.value ?? ''], who: 'all', date: '2026-12-07' })
    expect(result()).toContain(`Afgesproken: ${plain(first?.label ?? '')} (wij samen, 7 december)`)
    await note('chris', { own: 'koffie om kwart voor', who: 'me' })
    expect(result()).toContain('Afgesproken: koffie om kwart voor (Chris)')
    expect(result()).not.toContain('[Noteer afspraak]')
    expect(bot.channel()).toHaveLength(2)
  })

  it.each([
    [{}, 'Vul hier nog iets in.'],
    [{ points: ['p0', 'p1', 'p2'] }, 'Kies er hooguit 2.'],
    [{ points: ['p77'] }, 'Kies iets uit de lijst.'],
    [{ own: 'x'.repeat(10_000) }, 'Wat lang: hooguit 300 tekens.'],
    [{ own: 'ja', date: '2026-11-01' }, 'Deze dag is al geweest.'],
    [{ own: 'ja', date: '2026-02-31' }, 'Deze datum klopt nog niet.'],
    [{ own: 'ja', date: 'morgen' }, 'Deze datum klopt nog niet.'],
  ])('%o keeps the form open and says why', async (values, sentence) => {
    const reply = await note('bram', values)
    expect(reply.kind).toBe('errors')
    expect(seen(reply)).toContain(sentence)
    expect(agreements.all(await bot.state())).toEqual([])
  })

  it('stays with two, also when three people are writing at once', async () => {
    const forms = await Promise.all(
      ['bram', 'chris', 'dewi'].map(async (user) =>
        formIn(await bot.pressRef(user, bot.button('Noteer afspraak').ref)),
      ),
    )
    const replies = await Promise.all(
      ['bram', 'chris', 'dewi'].map((user, index) => {
        const form = forms[index]
        return form ? bot.submit(user, form, { own: `van ${user}` }) : undefined
      }),
    )
    expect(agreements.all(await bot.state())).toHaveLength(2)
    expect(replies.filter((reply) => reply?.kind === 'errors')).toHaveLength(1)
  })
})

describe('changing an agreement', () => {
  beforeEach(async () => {
    await note('bram', { own: 'eerst een rondje', who: 'all' })
  })
  const open = async (user: string) => formIn(await bot.pressRef(user, bot.button('Pas aan').ref))
  const only = async () => agreements.all(await bot.state())[0]

  it('says in the channel how it stands, and back again', async () => {
    for (const [state, sentence] of [
      ['done', '(wij samen): gelukt'],
      ['dropped', '(wij samen): losgelaten'],
      ['open', 'Afgesproken: eerst een rondje (wij samen)\n'],
    ] as const) {
      const form = await open('chris')
      const id = (await only())?.id
      await bot.submit('chris', form, { [`words-${id}`]: 'eerst een rondje', [`state-${id}`]: state })
      expect(result()).toContain(sentence)
    }
  })

  it('takes a mistake away again', async () => {
    const form = await open('chris')
    const id = (await only())?.id
    await bot.submit('chris', form, { [`words-${id}`]: 'eerst een rondje', [`state-${id}`]: 'undo' })
    expect(await only()).toBeUndefined()
    expect(result()).not.toContain('Afgesproken')
  })

  it('does not overwrite what somebody else changed meanwhile, and keeps what was typed', async () => {
    const [left, right] = [await open('bram'), await open('chris')]
    const id = (await only())?.id
    await bot.submit('bram', left, { [`words-${id}`]: 'rondje vooraf', [`state-${id}`]: 'open' })
    const again = await bot.submit('chris', right, {
      [`words-${id}`]: 'rondje achteraf',
      [`state-${id}`]: 'open',
    })
    expect((await only())?.words).toBe('rondje vooraf')
    expect(seen(again)).toContain('Iemand anders veranderde deze afspraken net.')
    expect(formIn(again).fields[0]).toMatchObject({ value: 'rondje achteraf' })
    await bot.submit('chris', formIn(again), { [`words-${id}`]: 'rondje achteraf', [`state-${id}`]: 'open' })
    expect((await only())?.words).toBe('rondje achteraf')
  })
})

describe('after too few answers, or out loud', () => {
  it('an agreement can be noted by hand all the same', async () => {
    const aloud = await kit()
    await aloud.drain()
    await aloud.pressRef('hanna', aloud.button('Liever hardop').ref)
    const form = formIn(await aloud.pressRef('bram', aloud.button('Noteer afspraak').ref))
    expect(form.fields.map(({ id }) => id)).toEqual(['own', 'who', 'date'])
    await aloud.submit('bram', form, { own: 'samen voorbereiden', who: 'all' })
    expect(words(aloud.channel()[0])).toContain('Afgesproken: samen voorbereiden (wij samen)')
    expect(
      aloud
        .channel()
        .flatMap(buttonsOf)
        .map(({ label }) => label),
    ).toContain('Pas aan')
    await aloud.close()
  })
})
