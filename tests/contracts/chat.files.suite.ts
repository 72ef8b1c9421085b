/** What every chat platform must do with a file: show its name, and hand over what it holds and nothing else. */
import { describe, expect, test } from 'vitest'
import { type ChatHarness, expectWords } from './chat.harness.ts'
import { everyFile, everyMessage, harmless } from './everything.ts'
import { hostile } from './hostile.ts'

type Opened = Pick<ChatHarness, 'adapter' | 'channel' | 'people' | 'place' | 'file'>

export function filesContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name}: a file`, () => {
    test.each([harmless, ...hostile].map((words, index) => ({ index, words })))(
      'comes out as it went in: words $index',
      async ({ words }) => {
        const { adapter, channel, people, place, file } = await open()
        const [a, b] = people
        const sent = everyFile('nl', words)
        const own = await adapter.privatePlace(a)
        for (const where of [channel, own])
          await adapter.send({ id: `m-${where.id}`, place: where, message: everyMessage('nl', words) })
        for (const [who, where] of [
          [a, channel],
          [b, channel],
          [a, own],
        ] as const) {
          expectWords((await place(who, where))[0], sent.name)
          expect(Buffer.from(await file(who, where, sent.name))).toEqual(Buffer.from(sent.content))
        }
      },
    )
  })
}
