/** Whose name is whose when somebody is erased: among two of one name, and in what is still on its way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Change, Json, State } from '../../src/contracts/store.ts'
import { parcels } from '../../src/network/parcel.ts'
import { pictures } from '../../src/network/picture.ts'
import { rounds } from '../../src/round/round.ts'
import { closeRound, lastRound, lineIds, openCrosses, people, place } from '../support/crosses.ts'
import { formIn, type Kit, kit } from '../support/kit.ts'
import { buttonIn, changePerson, everything, live } from '../support/live.ts'
import { words } from '../support/look.ts'
import { begin, led } from '../support/retro.ts'

let bot: Kit
beforeEach(async () => {
  bot = await kit()
  await bot.drain()
})
afterEach(() => bot.close())

const does = async (user: string, label: string) =>
  bot.pressRef(user, buttonIn(await bot.say(user, 'privacy'), label).ref)
const erase = async (user: string) => bot.submit(user, formIn(await does(user, 'Wis alles')), { sure: 'yes' })
const tracesOf = async (name: string) =>
  JSON.stringify(everything(await bot.state())).match(new RegExp(`.{0,40}${name}.{0,40}`, 'gi')) ?? []

function fileIn(reply: Reply): string {
  const [file] = reply.kind === 'word' ? reply.message.blocks.filter(({ tag }) => tag === 'file') : []
  if (file?.tag !== 'file') throw new Error('there is no file')
  return file.content
}

/** Rounds and pictures as they were kept before names had somebody's id beside them. */
function aged(state: State): readonly Change[] {
  const bare = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && 'member' in value && 'name' in value ? value.name : value
  return [rounds.kind, pictures.kind].flatMap((kind) =>
    [...state.all(kind)].map(([id, record]) => {
      const { data } = record as { readonly data: Json }
      return { kind, id, put: { v: 1, data: JSON.parse(JSON.stringify(data, bare)) } }
    }),
  )
}

describe('of two people with one name', () => {
  const listed = async (user: string) => JSON.parse(fileIn(await does(user, 'Mijn gegevens'))).crosses
  const standing = () => bot.channel().map(words).join()
  /** Anna is at the far left, and Bram, who is called Anna too, beside her. */
  beforeEach(async () => {
    await changePerson(bot, 'bram', { name: 'Anna' })
    await openCrosses(bot)
    for (const [index, user] of people.entries())
      await place(bot, user, { now: () => index, wished: () => 4, name: index < 2 })
    await closeRound(bot)
  })

  it('each sees their own crosses, and nobody an id', async () => {
    expect((await listed('anna'))[0]).toMatchObject({ now: 'helemaal links' })
    expect((await listed('bram'))[0]).toMatchObject({ now: 'links' })
    expect(standing()).toContain('één keer helemaal links (Anna), één keer links (Anna)')
    expect(JSON.stringify(bot.channel())).not.toMatch(/"(anna|bram)"|\(bram\)/)
  })

  it('one goes, and the other stays in every picture', async () => {
    await erase('anna')
    expect(standing()).toContain('één keer helemaal links, één keer links (Anna)')
    expect(await listed('bram')).toHaveLength(lineIds.length)
    const named = pictures
      .all(await bot.state())
      .flatMap(({ lines }) => lines.flatMap(({ rows }) => rows.flatMap(({ names = [] }) => names.flat())))
    expect(new Set(named.map(({ member }) => member))).toEqual(new Set(['bram']))
    await erase('bram')
    expect(await tracesOf('\\banna\\b')).toEqual([])
  })

  it('of an older record only the name is known, and it goes with whoever has it', async () => {
    await bot.change(...aged(await bot.state()))
    expect(standing()).toContain('één keer helemaal links (Anna), één keer links (Anna)')
    expect((await listed('bram'))[0]).toMatchObject({ now: 'helemaal links' })
    await erase('bram')
    expect(standing()).not.toContain('Anna')
    expect((await lastRound(bot)).result?.every(({ line }) => line?.named === undefined)).toBe(true)
  })
})

describe('what is on its way to others with their name in it', () => {
  const outbox = async () => parcels.all(await bot.state())
  const refuse = (reason: SendFailed['reason']) =>
    bot.chat.refusals.push(new SendFailed(reason, 'no', 3_600_000))

  it.each(['later', 'gone', 'ambiguous', 'bug'] as const)(
    'is said no more to the channel: %s',
    async (reason) => {
      refuse(reason)
      const role = formIn(await bot.pressRef('anna', 'example/membership/role'))
      await bot.submit('anna', role, { who: 'bram', role: 'over' })
      expect(JSON.stringify(await outbox())).toContain('"said":"Bram"')
      await erase('bram')
      expect(await tracesOf('bram')).toEqual([])
      await bot.happened('anna', 'bot-added')
      await live(bot, '2026-11-27T15:00:00Z')
      expect(JSON.stringify(bot.channel())).not.toContain('"Bram"')
    },
  )

  it('nor privately to somebody else', async () => {
    await begin(bot, 'goed')
    refuse('later')
    await led(bot, 'hand', { to: 'chris' })
    expect(JSON.stringify(await outbox())).toContain('"said":"Anna"')
    await erase('anna')
    await live(bot, '2026-11-27T15:00:00Z')
    expect(JSON.stringify(bot.privateTo('chris'))).not.toContain('Anna')
  })

  it.each(['later', 'gone', 'bug'] as const)('is said without it where it lives on: %s', async (reason) => {
    refuse(reason)
    await begin(bot, 'goed')
    expect(await outbox()).toMatchObject([{ post: expect.stringContaining('retro-') }])
    expect(JSON.stringify(await outbox())).toContain('"said":"Anna"')
    await erase('anna')
    expect((await outbox()).filter(({ post }) => post?.startsWith('retro-'))).toHaveLength(1)
    expect(await tracesOf('\\banna\\b')).toEqual([])
    await bot.happened('chris', 'bot-added')
    const send = parcels.all(await bot.state()).map((each) => parcels.put({ ...each, state: 'waiting' }))
    await bot.change(...send)
    await live(bot, '2026-11-23T16:30:00Z')
    expect(bot.channel().map(words).join()).toContain('Niemand leidt deze retro nu.')
    expect(JSON.stringify(bot.channel())).not.toContain('Anna')
  })

  it('but what somebody else wrote about them stays', async () => {
    refuse('later')
    const form = formIn(await bot.pressRef('chris', 'example/agreement/note/hand'))
    await bot.submit('chris', form, { own: 'Bram helpt met boeken', who: 'all' })
    await erase('bram')
    await live(bot, '2026-11-24T15:00:00Z')
    expect(bot.channel().map(words).join()).toContain('Bram helpt met boeken')
  })
})
