/** Who may what, through the real door of Slack: every action, pressed by each kind of person. */
import { expect, test } from 'vitest'
import {
  isBroken,
  isForbidden,
  isRefusal,
  keeper,
  type PlatformRole,
  pressable,
  refIn,
} from '../support/matrix.ts'
import { eventOf } from './person.ts'
import { wordsOf } from './sight.ts'
import { otherTeam, people, team } from './standin.ts'
import { channel, type Whole, wholeBot } from './whole.ts'

const elsewhere = 'C0OTHER'

async function begin(bot: Whole, user: string, place: string, words: readonly [string, string]) {
  const who = bot.of(user)
  await who.command(place, words[0])
  await who.press(place, words[1])
  await who.submit('next', { name: `Netwerk van ${user}`, language: 'nl' })
  await who.submit('next', { zone: 'Europe/Amsterdam', minimum: '4' })
  await who.submit('next', {})
  await who.submit('next', {})
  await bot.live('2026-11-16T09:10:00Z')
}

async function networks(): Promise<{ bot: Whole; id: string }> {
  const bot = await wholeBot()
  await begin(bot, 'U0NOOR', channel, ['start', 'Beginnen'])
  await begin(bot, 'U0RIK', elsewhere, ['setup', 'Start'])
  for (const user of ['U0NOOR', 'U0SAM']) {
    await bot.of(user).press(channel, 'Doe je mee?')
    await bot.of(user).submit('next', { consent: 'yes' })
  }
  await bot.live('2026-11-16T09:30:00Z')
  const [id = ''] = await bot.store.networksBy(`place:slack/${team}/${channel}`)
  return { bot, id }
}

let trigger = 0

/** A forged press, signed by Slack all the same; and all that this person sees of it. */
async function press(bot: Whole, user: string, place: string, ref: string) {
  const before = bot.slack.posts.length
  bot.slack.modals.delete(user)
  const belongs = people.find(({ id }) => id === user)?.team ?? team
  const payload = {
    ...{ type: 'block_actions', user: { id: user, team_id: belongs }, team: { id: team } },
    trigger_id: bot.slack.trigger(user),
    actions: [{ type: 'button', action_id: 'press:0', block_id: `b${++trigger}`, value: ref }],
    channel: { id: place },
    response_url: `${bot.slack.base}/response/${place}/${user}`,
  }
  const body = String(new URLSearchParams({ payload: JSON.stringify(payload) }))
  const { status } = await bot.post(body, { 'content-type': 'application/x-www-form-urlencoded' })
  await bot.settle()
  const own = bot.slack.posts.slice(before).filter(({ only }) => only === user)
  const words = [bot.slack.modals.get(user), ...own.map(({ blocks }) => blocks)].map(wordsOf).join('\n')
  return { status, words }
}

const who: readonly [string, PlatformRole, string, string][] = [
  ['a member', 'member', 'U0SAM', channel],
  ['the teamleider', 'teamleider', 'U0NOOR', channel],
  ['somebody of the channel', 'a guest of the channel', 'U0LOU', channel],
  ['somebody of another organisation', 'a guest of the channel', 'U0KIM', channel],
  ['the teamleider of another network', 'a teamleider elsewhere', 'U0RIK', elsewhere],
]

test.each(who)('%s', async (_, role, user, place) => {
  const { bot, id } = await networks()
  const { same, restore } = await keeper(bot.store, id)
  for (const { name, of } of pressable) {
    const { status, words } = await press(bot, user, place, refIn(id, name))
    expect(status, name).toBe(200)
    expect(isBroken(words), name).toBe(false)
    const { may, reaches } = of(role)
    if (may) expect(isForbidden(words), `${name}: ${words}`).toBe(false)
    else if (!reaches) expect(isRefusal(words), `${name}: ${words}`).toBe(true)
    else expect(words.trim(), name).not.toBe('')
    if (!may) expect(await same(), name).toBe(true)
    await restore()
  }
  expect(bot.slack.broken).toEqual([])
})

test('a namesake in another workspace is somebody else', async () => {
  const { bot, id } = await networks()
  const { same } = await keeper(bot.store, id)
  const index = people.findIndex((each) => each.id === 'U0NOOR')
  expect(people[index]?.team).not.toBe(otherTeam)
  bot.slack.failing = { method: /^users/, how: 'user_not_found', times: 1000 }
  const stranger = { id: 'U0STRANGE', team_id: otherTeam }
  for (const name of ['setup/change', 'meeting/plan', 'membership/role']) {
    const payload = {
      ...{ type: 'block_actions', user: stranger, team: { id: team }, trigger_id: `x${name}` },
      actions: [{ type: 'button', action_id: 'press:0', block_id: 'b', value: refIn(id, name) }],
      channel: { id: channel },
      response_url: `${bot.slack.base}/response/${channel}/U0STRANGE`,
    }
    const body = String(new URLSearchParams({ payload: JSON.stringify(payload) }))
    expect((await bot.post(body, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200)
  }
  await bot.post(eventOf({ type: 'app_mention', user: 'U0STRANGE', channel, text: 'leden', ts: '8.8' }))
  await bot.settle()
  expect(await same()).toBe(true)
})
