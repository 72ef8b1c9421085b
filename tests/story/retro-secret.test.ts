import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retros, sheets } from '../../src/retro/retro.ts'
import { formIn, type Kit } from '../support/kit.ts'
import { buttonIn, everything, quietKit } from '../support/live.ts'
import { seen } from '../support/look.ts'
import { begin, finish, latest, led, open, running, write } from '../support/retro.ts'

const seven = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']
const everyone = [...seven, 'hanna', 'ilse']

let bot: Kit
beforeEach(async () => {
  bot = await quietKit()
})
afterEach(() => bot.close())

const press = async (user: string, action: string) =>
  bot.pressRef(user, `example/retro/${action}/${(await latest(bot)).id}/0`)

/** All that one person can get to see of it, in every way there is. */
async function sight(user: string): Promise<string> {
  const replies = [
    ...(await Promise.all(
      ['write', 'dots', 'lead', 'read', 'finish', 'card'].map((action) => press(user, action)),
    )),
    await bot.say(user, 'open'),
    await bot.say(user, 'afspraken'),
    await bot.say(user, 'retro'),
    await bot.say(user, 'maandbericht'),
    await bot.pressRef(user, `example/privacy/data/0`),
  ]
  return JSON.stringify([replies, bot.channel(), bot.privateTo(user)])
}

describe('before the reveal', () => {
  it.each(['goed', 'parels', 'trots', 'stil'])(
    'of %s nobody sees a note by any way, except their own',
    async (form) => {
      await begin(bot, form)
      for (const user of seven) {
        const fields = (await open(bot, user, 'write')).fields
        const [first] = fields
        await write(bot, user, { [first?.id ?? '']: `kanarie-${user}-` })
      }
      for (const user of everyone) {
        const found = [...new Set((await sight(user)).match(/kanarie-\w+-/g) ?? [])]
        expect(found).toEqual(seven.includes(user) ? [`kanarie-${user}-`] : [])
      }
    },
  )

  it('any order of presses shows nothing that was not revealed, and nobody else’s note as theirs', async () => {
    const deed = fc.oneof(
      { weight: 4, arbitrary: fc.record({ does: fc.constant('write'), who: fc.nat(6) }) },
      { weight: 3, arbitrary: fc.record({ does: fc.constant('next'), who: fc.constant(0) }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('back'), who: fc.constant(0) }) },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('stop'), who: fc.integer({ min: 1, max: 6 }) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 18 }), async (sequence) => {
        const made = await quietKit()
        try {
          await begin(made, 'goed')
          const shown = new Set<string>()
          let count = 0
          for (const { does, who } of sequence) {
            const user = seven[who] ?? ''
            const { id } = await running(made)
            const reply = await made.pressRef(
              user,
              `example/retro/${does === 'write' ? 'write' : 'lead'}/${id}`,
            )
            if (does === 'stop') await made.pressRef(user, `example/privacy/stop/${count++}`)
            else if (reply.kind === 'form' && does === 'write') {
              const kept = reply.form.fields.flatMap(({ id, value }) =>
                id.startsWith('note-') && typeof value === 'string' ? [[id, value]] : [],
              )
              const words = `kanarie-${user}-${count++}-`
              await made.submit(user, reply.form, { ...Object.fromEntries(kept), 'new-good-0': words })
            } else if (reply.kind === 'form') await made.submit(user, reply.form, { do: does })
            for (const { words } of (await running(made)).board) shown.add(words)
            const inChannel = JSON.stringify(made.channel()).match(/kanarie-\w+-\d+-/g) ?? []
            for (const words of inChannel) expect(shown).toContain(words)
            const { board } = await running(made)
            if (board.length > 0)
              expect(new Set(board.map((each) => each.words)).size).toBeGreaterThanOrEqual(5)
          }
        } finally {
          await made.close()
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('what is kept', () => {
  const started = async () => {
    await begin(bot, 'goed')
    for (const user of seven) await write(bot, user, { 'new-good-0': `kanarie-${user}-` })
  }
  const fileOf = async (user: string) =>
    seen(await bot.pressRef(user, 'example/privacy/data/0')) &&
    JSON.stringify(await bot.pressRef(user, 'example/privacy/data/0'))

  it('one’s own sheet stands in one’s own file, and in no other', async () => {
    await started()
    expect(await fileOf('bram')).toContain('kanarie-bram-')
    for (const user of ['anna', 'hanna']) expect(await fileOf(user)).not.toContain('kanarie-bram-')
  })

  it('stopping takes one’s notes away while nobody saw them', async () => {
    await started()
    await bot.pressRef('bram', 'example/privacy/stop/0')
    expect(JSON.stringify(everything(await bot.state()))).not.toContain('kanarie-bram-')
    await led(bot, 'next')
    expect((await running(bot)).board).toHaveLength(6)
  })

  it('what was seen stays after stopping or erasing, whose it was does not', async () => {
    await started()
    await led(bot, 'next')
    const before = (await running(bot)).board
    await bot.pressRef('bram', 'example/privacy/stop/0')
    const erase = formIn(await bot.pressRef('chris', 'example/privacy/erase/0'))
    await bot.submit('chris', erase, { sure: 'yes' })
    expect((await running(bot)).board).toEqual(before)
    expect(sheets.all(await bot.state()).map(({ member }) => member)).not.toContain('bram')
    await led(bot, 'back')
    await led(bot, 'next')
    const words = (await running(bot)).board.map((each) => each.words)
    expect(words.toSorted()).toEqual(before.map((each) => each.words).toSorted())
  })

  it('erasing takes a name away from a note and from the leading', async () => {
    await begin(bot, 'goed')
    for (const user of ['anna', 'bram']) await write(bot, user, { 'new-good-0': `van ${user}`, named: 'yes' })
    await led(bot, 'next')
    expect(JSON.stringify(bot.channel())).toContain('van anna (Anna)')
    const erase = formIn(await bot.pressRef('anna', 'example/privacy/erase/0'))
    await bot.submit('anna', erase, { sure: 'yes' })
    const shown = JSON.stringify(
      bot.channel().find(({ blocks }) => JSON.stringify(blocks).includes('van bram')),
    )
    expect(shown).toContain('van anna')
    expect(shown).not.toContain('Anna')
    expect(shown).toContain('Niemand leidt deze retro nu.')
    expect(JSON.stringify(retros.all(await bot.state()))).not.toContain('"anna"')
  })

  it('after the close nothing ties anybody to a note or a dot', async () => {
    await begin(bot, 'parels')
    for (const user of seven)
      await write(bot, user, { 'new-pearl-0': `kanarie-${user}-`, 'new-puzzle-0': 'p' })
    for (let steps = 0; steps < 3; steps++) await led(bot, 'next')
    for (const user of seven) {
      const form = await open(bot, user, 'dots')
      const topics = form.fields[0]?.tag === 'choices' ? form.fields[0].options.map(({ value }) => value) : []
      await bot.submit(user, form, { 'topics-0': [topics[0] ?? ''] })
    }
    const { id } = await running(bot)
    await finish(bot, { 'point-0': 'klaar' })
    const state = await bot.state()
    expect(sheets.all(state)).toEqual([])
    expect(JSON.stringify([...state.all('handled').values()])).not.toContain(id)
    const kept = JSON.stringify(retros.all(state))
    for (const user of seven.slice(1)) expect(kept).not.toContain(`"${user}"`)
    for (const user of seven) expect(await fileOf(user)).not.toContain('kanarie')
  })

  it('another network cannot reach it', async () => {
    await started()
    const { id } = await running(bot)
    for (const network of ['none', '__proto__'])
      expect(seen(await bot.pressRef('kim', `${network}/retro/read/${id}`))).not.toContain('kanarie')
    for (const forged of ['none', '__proto__', 'constructor', `${id}.bram`])
      for (const action of ['write', 'dots', 'lead', 'read', 'finish', 'take', 'card'])
        expect(seen(await bot.pressRef('bram', `example/retro/${action}/${forged}/x/y`))).toMatch(
          /gesloten|afgerond/,
        )
    expect(buttonIn(await bot.say('hanna', 'retro'), 'Neem over').ref).toContain(id)
  })
})
