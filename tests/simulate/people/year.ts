/** What is going to happen to a network in a year, apart from what follows from what the bot says. */
import { addDays } from 'date-fns/addDays'
import { dateOf } from '../../../src/calendar/calendar.ts'
import type { Group, Person } from '../cast.ts'
import type { Life } from '../life.ts'
import { noteByHand } from './agree.ts'
import { begin } from './begin.ts'
import { drawCard, writeCard } from './cards.ts'
import { disappear, eraseAll, rest, stop } from './come-and-go.ts'
import { lookAtMonitor } from './crosses.ts'
import { leaderOf, takingPart } from './hands.ts'
import { giveRole, otherLanguage, otherMinimum, planFirst, restAll } from './lead.ts'
import { askForSummary } from './month.ts'
import { cancelOne, moveOne } from './plan.ts'
import { callUnplanned, rename, shutOut } from './platform.ts'
import { beginRetro } from './retro.ts'

/** Puts it all in the agenda. `eventful`: surely everything that can happen to a network, for a transcript. */
export function liveThrough(life: Life, group: Group, days: number, eventful = false): void {
  const { chance, people } = group
  const [first] = people
  const late = !eventful && chance.is(0.1) ? 90 : 20
  const startDay = chance.between(0, Math.min(eventful ? 6 : late, days))
  const on = (day: number, hour: number, act: () => Promise<void> | void, sure = false) =>
    life.on(group, dateOf(addDays(life.parts.start, day), group.habits.zone), hour, chance, act, sure)
  const sometime = (odds: number, act: () => Promise<void>) => {
    if (chance.is(odds))
      on(chance.between(startDay + 15, Math.max(days, startDay + 16)), chance.between(7, 21), () =>
        group.id === undefined ? undefined : act(),
      )
  }
  on(startDay, chance.between(8, 16), () => begin({ life, group, person: first }), true)
  // Whoever does not wait until the bot says that all is ready.
  on(startDay + chance.between(7, 14), 12, () => planOnce(life, group), true)

  for (let time = 0; time < 3; time++) {
    sometime(0.6, () => moveOne({ life, group }))
    sometime(0.4, () => cancelOne({ life, group }))
    sometime(0.5, async () => {
      const [person] = chance.shuffle(takingPart(group))
      if (person) await noteByHand({ life, group, person })
    })
    sometime(eventful ? 1 : 0.6, () =>
      beginRetro(life, group, eventful ? (['now', 'days'] as const)[time] : undefined),
    )
    sometime(0.4, () => drawCard(life, group))
    sometime(0.25, () => askForSummary(life, group))
    if (group.habits.calls) sometime(0.3, () => callUnplanned({ life, group, person: first }))
  }
  sometime(0.3, () => writeCard(life, group))
  sometime(eventful ? 1 : 0.25, () => lookAtMonitor(life, group))
  sometime(0.2, () => lookAtMonitor(life, group))
  sometime(0.15, () => rename({ life, group, person: first }))
  sometime(eventful ? 0 : 0.12, () => shutOut({ life, group, person: first }))
  sometime(0.4, () => giveRole(life, group, 'coach'))
  sometime(0.25, () => giveRole(life, group, 'over'))
  sometime(eventful ? 1 : 0.15, () => restAll(life, group))
  sometime(eventful ? 0 : 0.08, () => otherLanguage(life, group))
  sometime(eventful ? 0 : 0.08, () => otherMinimum(life, group))
  sometime(eventful ? 1 : 0.15, async () => {
    const leader = leaderOf(group)
    if (leader) await stop({ life, group, person: leader })
  })
  sometime(0.3, async () => {
    const leader = leaderOf(group)
    if (leader)
      await life.say(group, leader, chance.pick(['evaluatie', 'leden', 'bijeenkomst', 'instellingen']))
  })
  for (const person of people) ownYear(life, group, person, sometime, eventful)
}

function planOnce(life: Life, group: Group): void {
  const person = leaderOf(group)
  if (person) planFirst({ life, group, person })
}

function ownYear(
  life: Life,
  group: Group,
  person: Person,
  sometime: (odds: number, act: () => Promise<void>) => void,
  eventful: boolean,
): void {
  const someone = { life, group, person }
  sometime(0.15, () => rest(someone))
  sometime(0.06, () => rest(someone))
  sometime(eventful ? 0.08 : 0.05, () => stop(someone))
  sometime(0.03, () => eraseAll(someone))
  sometime(0.04, () => disappear(someone))
  sometime(0.5, async () => {
    const words = person.chance.pick(['open', 'help', 'privacy', 'afspraken', 'bijenkomst', 'evaluatie'])
    await life.say(group, person, words)
  })
}
