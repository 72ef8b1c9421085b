/** The playground as `main.ts` wires it: its own time first, and its page when the bot is there. */
import { type PlaygroundClock, playgroundClock, playOut, webAdapter } from '../adapters/web/index.ts'
import type { Calendar } from './calendar/calendar.ts'
import type { Holidays } from './calendar/holidays.ts'
import type { ChatAdapter, Receive } from './contracts/chat.ts'
import type { Log } from './contracts/log.ts'
import type { Pictures } from './contracts/message.ts'
import type { Queue } from './contracts/queue.ts'
import type { Store } from './contracts/store.ts'
import { networkCalendar, usualZone } from './network/network.ts'
import {
  clearExample,
  emptyChannel,
  exampleBefore,
  exampleChannel,
  exampleDays,
  examplePeople,
  exampleStart,
  hasExample,
  seedExample,
} from './playground.ts'
import { playYear } from './playground-year.ts'
import type { Road } from './road.ts'

export interface PlaygroundTime {
  readonly clock: PlaygroundClock
  readonly calendar: Calendar
  /** The example network lives from here … */
  readonly before: Date
  /** … until a visitor comes. */
  readonly arrival: Date
}

/** Goes on where the clock was left, or begins so that the example's year ends about today. */
export async function playgroundTime(store: Store, holidays: Holidays, today: Date): Promise<PlaygroundTime> {
  const calendar = networkCalendar(holidays, exampleDays)
  const arrival = exampleStart(calendar, today)
  const before = exampleBefore(calendar, arrival)
  return { clock: await playgroundClock(store, before), calendar, before, arrival }
}

interface Parts {
  readonly receive: Receive
  readonly store: Store
  readonly road: Road
  readonly queue: Queue
  readonly pictures: Pictures
  readonly log: Log
}

export interface Playground {
  readonly adapter: ChatAdapter
  /** Lets the example network live its year, unless it did. Only when the queue works. */
  begin(): Promise<void>
}

export function openPlayground(
  { clock, calendar, before, arrival }: PlaygroundTime,
  { receive, store, road, queue: { drain }, pictures, log }: Parts,
): Playground {
  async function live(): Promise<void> {
    await seedExample(store, road, [before, arrival])
    const playing = (to: Date) => playOut({ clock, store, drain }, to)
    await playYear({ receive, store, calendar, playOut: playing }, before, arrival)
  }
  const adapter = webAdapter({
    ...{ receive, store, clock, drain, pictures, log },
    people: examplePeople,
    channels: [exampleChannel, emptyChannel],
    zone: usualZone,
    async restart() {
      await clearExample(store)
      await clock.startAgain()
      await live()
    },
  })
  return {
    adapter,
    async begin() {
      if (!(await hasExample(store))) await live()
    },
  }
}
