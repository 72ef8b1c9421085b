/**
 * A small bot as a process of its own, for tests that kill it: `node bot.ts <url> <file>`. It confirms answers on
 * standard output, and works through what each network has to do: a "message" is a line in the file.
 */
import { appendFileSync } from 'node:fs'
import { openPostgresQueue, openPostgresStore } from '../../adapters/postgres/index.ts'
import type { Decision, Json, State } from '../../src/contracts/store.ts'

export interface Message {
  readonly state: 'waiting' | 'sending' | 'unknown' | 'sent'
  readonly [key: string]: Json
}

export const messages = (state: State): readonly (readonly [string, Message])[] =>
  [...state.all('message')] as [string, Message][]

const always = '2026-09-01T08:00:00.000Z'
const isOpen = ({ state }: Message) => state === 'waiting' || state === 'sending'

/** Changes one message, and stays due as long as there is an open one. */
function change(state: State, id: string, to: Message['state']): Decision<boolean> {
  const open = messages(state).some(([other, message]) => other !== id && isOpen(message))
  return {
    result: true,
    changes: [{ kind: 'message', id, put: { state: to } }],
    lookups: [],
    ...((open || to === 'sending') && { due: always }),
  }
}

async function main([url = '', file = '']: readonly string[]): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const store = await openPostgresStore({ url })
  const clock = { now: () => new Date('2026-09-01T09:00:00.000Z') }
  const queue = await openPostgresQueue({ url, store, clock, log, interval: 50 })
  queue.start(async (network) => {
    for (;;) {
      const [next] = messages(await store.read(network)).filter(([, message]) => isOpen(message))
      if (!next) return
      const [id, { state: found }] = next
      if (found === 'sending') {
        // Its sender died: it may have arrived.
        await store.transact(network, (state) => change(state, id, 'unknown'))
        continue
      }
      const taken = await store.transact(network, (state) =>
        messages(state).some(([other, message]) => other === id && message.state === 'waiting')
          ? change(state, id, 'sending')
          : { result: false, changes: [], lookups: [], due: always },
      )
      if (!taken) continue
      appendFileSync(file, `${network} ${id}\n`)
      await store.transact(network, (state) => change(state, id, 'sent'))
    }
  })
  for (let n = 0; ; n += 1) {
    const answer = `${process.pid}-${n}`
    await store.transact('answers', () => ({
      result: undefined,
      changes: [{ kind: 'answer', id: answer, put: n }],
      lookups: [],
    }))
    process.stdout.write(`${answer}\n`)
  }
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2))
