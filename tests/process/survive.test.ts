import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/contracts/reply.ts'
import { incoming, playground, post, type Running, startProcess } from '../support/process.ts'

const people = ['anna', 'bram', 'chris', 'dewi', 'emre', 'fenna', 'guus']
let folder: string
const env = () => ({ DATA_DIR: folder })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-kill-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The ref behind [Invullen], once the invitation stands in the channel. */
async function fillIn(url: string): Promise<string> {
  await post(url, '/playground/clock', { to: '2020-01-01T00:00:00Z' })
  const { posts } = await playground(url, 'anna')
  const found = /"ref":"(example\/evaluation\/answer\/\w+)"/.exec(JSON.stringify(posts.channel))?.[1]
  if (!found) throw new Error('there is no button to fill in')
  return found
}

const values = (reply: Reply): readonly unknown[] =>
  reply.kind === 'form' ? reply.form.fields.map((field) => field.value) : []

/** Sends step one again and again, each time with the next number, until the process dies. */
async function keepAnswering(
  url: string,
  as: string,
  ref: string,
  from: number,
  confirmed: (n: number) => void,
) {
  let revision = from
  for (let number = from; ; number++) {
    try {
      const reply = await incoming(url, as, {
        kind: 'submit',
        ref,
        step: 1,
        revision,
        button: 'next',
        values: { good: `${as} ${number}` },
      })
      if (reply.kind !== 'form') throw new Error(`not confirmed: ${JSON.stringify(reply)}`)
      revision = reply.form.revision
      confirmed(number)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

describe('a process that is killed in the middle of answers', () => {
  it('has lost nothing that it confirmed, cycle after cycle, and invites only once', async () => {
    const last = new Map<string, number>()
    let posts = 0
    for (let cycle = 0; cycle < 4; cycle++) {
      const running: Running = await startProcess(env())
      const ref = await fillIn(running.url)
      posts ||= (await playground(running.url, 'anna')).posts.channel.length
      let count = 0
      const enough = 20 + cycle * 7
      await Promise.all(
        people.map((as) =>
          keepAnswering(running.url, as, ref, (last.get(as) ?? -1) + 1, (number) => {
            last.set(as, number)
            count += 1
            if (count === enough) void running.stop('SIGKILL')
          }),
        ),
      )
      const again = await startProcess(env())
      for (const as of people) {
        await incoming(again.url, as, { kind: 'press', ref })
        const back = await incoming(again.url, as, {
          kind: 'submit',
          ref,
          step: 2,
          revision: 0,
          button: 'back',
          values: {},
        })
        const [kept] = values(back)
        const number = Number(String(kept).split(' ')[1])
        // What was under way when it died may have arrived without a confirmation; what was confirmed must have.
        expect(number, as).toBeGreaterThanOrEqual(last.get(as) ?? 0)
        expect(kept).toBe(`${as} ${number}`)
        last.set(as, number)
      }
      expect((await playground(again.url, 'anna')).posts.channel).toHaveLength(posts)
      expect((await again.stop('SIGTERM')).code).toBe(0)
    }
  })
})

describe('starting again', () => {
  it('goes on at the same moment with everything still there', async () => {
    const first = await startProcess(env())
    const { now, posts } = await playground(first.url, 'anna')
    const week = new Date(Date.parse(now) + 7 * 86_400_000).toISOString()
    await post(first.url, '/playground/clock', { to: week })
    const before = await playground(first.url, 'anna')
    expect(before.posts.channel.length).toBeGreaterThan(posts.channel.length)
    await first.stop('SIGTERM')
    const second = await startProcess(env())
    expect(await playground(second.url, 'anna')).toEqual(before)
    await second.stop('SIGTERM')
  })
})
