/** What the example network lived through before a visitor comes: told through the front door, like real life. */

import type { Calendar } from './calendar/calendar.ts'
import { dateOf, momentOf, schoolDayAfter } from './calendar/calendar.ts'
import type { Receive } from './contracts/chat.ts'
import type { Form, Values } from './contracts/form.ts'
import type { Store } from './contracts/store.ts'
import { usualZone } from './network/network.ts'
import { exampleChannel, exampleNetwork, examplePeople } from './playground.ts'
import { rounds } from './round/round.ts'

export interface YearParts {
  readonly receive: Receive
  readonly store: Store
  readonly calendar: Calendar
  /** Lets time pass until a moment, and everything that comes up on the way. */
  playOut(to: Date): Promise<void>
}

/** Invented answers, one for each who looked back. */
const answers: readonly (readonly [
  user: string,
  good: string,
  next: string,
  value: readonly string[],
  talk: string,
])[] = [
  [
    'anna',
    'Dat iedereen iets uit de eigen klas meenam.',
    'Eerder beginnen met de voorbeelden.',
    ['potential'],
    '',
  ],
  [
    'bram',
    'Samen één les uitwerken. Daar kan ik maandag mee verder.',
    'Minder mededelingen vooraf.',
    ['applied', 'direct'],
    '',
  ],
  [
    'chris',
    'De rust om door te vragen.',
    'Afspreken wie de tijd bewaakt.',
    ['direct', 'transform'],
    'Hoe houden we het klein?',
  ],
  [
    'dewi',
    'Ik durfde te laten zien wat niet lukte.',
    'Een rondje aan het begin: wat lukte er?',
    ['direct', 'potential'],
    '',
  ],
  [
    'emre',
    'Veel ideeën voor lezen in de onderbouw.',
    'Iets vaker in tweetallen.',
    ['potential', 'applied', 'direct'],
    'Lezen en spelen',
  ],
  ['fenna', 'Fijn dat we op tijd stopten.', 'Eén vraag echt afmaken.', ['direct', 'potential'], ''],
]

/** From the meeting before until a quarter past four on the day of the last one. */
export async function playYear(
  { receive, store, calendar, playOut }: YearParts,
  before: Date,
  start: Date,
): Promise<void> {
  const day = dateOf(before, usualZone)
  await playOut(momentOf(day, '16:20', usualZone))
  const round = rounds.all(await store.read(exampleNetwork))[0]
  if (!round) return
  const say = speaker(receive)
  for (const [user, good, next, value, talk] of answers)
    await say(user, `evaluation/answer/${round.id}`, [
      { good, next },
      { value, ...(talk && { talk }) },
    ])
  await playOut(momentOf(schoolDayAfter(calendar, day, 3), '15:40', usualZone))
  const agreed = {
    own: 'We beginnen met een rondje: wat lukte er?',
    who: 'all',
    date: dateOf(start, usualZone),
  }
  await say('dewi', `agreement/note/${round.id}`, [agreed])
  await playOut(start)
}

/** Presses a button and fills in the steps that follow, as one of the example's people. */
function speaker(receive: Receive) {
  let heard = 0
  return async (user: string, action: string, steps: readonly Values[]) => {
    const name = examplePeople.find((person) => person.user === user)?.name ?? user
    const from = () => ({
      who: { platform: exampleChannel.platform, tenant: exampleChannel.tenant, user, name },
      where: exampleChannel,
      id: `example-${++heard}`,
    })
    let reply = await receive({ kind: 'press', ref: `${exampleNetwork}/${action}`, ...from() })
    for (const values of steps) {
      if (reply.kind !== 'form') return
      const { ref, step, revision }: Form = reply.form
      reply = await receive({ kind: 'submit', ref, step, revision, button: 'next', values, ...from() })
    }
  }
}
