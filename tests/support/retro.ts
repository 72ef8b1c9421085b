/** Playing a retro through the front door. */
import type { Values } from '../../src/contracts/form.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import type { Language } from '../../src/contracts/text.ts'
import { members, newMember } from '../../src/network/member.ts'
import { openRetro, type Retro, retros } from '../../src/retro/retro.ts'
import { formIn, type Kit } from './kit.ts'
import { buttonIn } from './live.ts'
import { words } from './look.ts'

/** Begins one, as anybody who may. */
export async function begin(
  bot: Kit,
  form: string,
  values: Values = {},
  { user = 'anna', question }: { user?: string; question?: string } = {},
): Promise<Reply> {
  const offered = await bot.say(user, `retro ${form}`)
  const asked = formIn(await bot.pressRef(user, buttonIn(offered, 'Begin een retro').ref))
  const sent = await bot.submit(user, asked, { form, pace: 'now', open: 'lead', ...values })
  return sent.kind === 'form'
    ? bot.submit(user, sent.form, { question: question ?? String(sent.form.fields[0]?.value) })
    : sent
}

export async function running(bot: Kit): Promise<Retro> {
  const found = openRetro(await bot.state())
  if (!found) throw new Error('no retro is running')
  return found
}

/** The last one, open or closed. */
export async function latest(bot: Kit): Promise<Retro> {
  const found = retros.all(await bot.state()).at(-1)
  if (!found) throw new Error('there never was a retro')
  return found
}

/** The form behind one of its buttons. */
export const open = async (bot: Kit, user: string, action: string, language?: Language) =>
  formIn(await bot.pressRef(user, `example/retro/${action}/${(await running(bot)).id}`, language))

export const write = async (bot: Kit, user: string, values: Values): Promise<Reply> =>
  bot.submit(user, await open(bot, user, 'write'), values)

/** Somebody leads, and goes through the second step where there is one. */
export async function led(bot: Kit, does: string, then?: Values, user = 'anna'): Promise<Reply> {
  const reply = await bot.submit(user, await open(bot, user, 'lead'), { do: does })
  return then ? bot.submit(user, formIn(reply), then) : reply
}

export async function finish(bot: Kit, points: Values, agreed: Values = {}, user = 'anna'): Promise<Reply> {
  const second = formIn(await led(bot, 'finish', points, user))
  return bot.submit(user, second, { 'who-0': 'all', 'who-1': 'all', ...agreed })
}

/** The retro's message in the channel: the last one with its title. */
export function board(bot: Kit): Message {
  const found = bot.channel().findLast(({ blocks }) => words({ ...empty, blocks }).includes('[Regie]'))
  const last = found ?? bot.channel().at(-1)
  if (!last) throw new Error('nothing was said')
  return last
}
const empty = { language: 'nl', summary: '' } as const

/** More people who take part. */
export async function invite(bot: Kit, count: number): Promise<readonly string[]> {
  const users = Array.from({ length: count }, (_, index) => `p${index + 1}`)
  await bot.change(
    ...users.map((user) =>
      members.put({
        ...newMember({
          id: user,
          name: `Persoon ${user}`,
          language: 'nl',
          accounts: [{ platform: 'web', tenant: 'playground', user }],
        }),
        consent: 'yes',
      }),
    ),
  )
  return users
}
