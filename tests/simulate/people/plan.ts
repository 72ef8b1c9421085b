/** What a teamleider does with meetings: planning a series, moving, cancelling. */
import type { Form, Values } from '../../../src/contracts/form.ts'
import type { Repeat } from '../cast.ts'
import { leaderOf, type Someone, taken, viaWord } from './hands.ts'
import { callOn } from './platform.ts'

/** Plans the year from a date on. */
export async function planMeetings(someone: Someone, date: string, repeat: Repeat): Promise<void> {
  const { life, group } = someone
  const { from, until, aloud } = group.habits
  const { chance } = group
  const values = (form: Form): Values => {
    if (form.step === 1) return { date, from, until, repeat, back: aloud ? 'aloud' : 'form' }
    const field = form.fields.find(({ id }) => id === 'dates')
    const offered = field?.tag === 'choices' ? field.options.map(({ value }) => value) : []
    const dates = offered.filter((_, index) => index === 0 || !chance.is(0.05))
    for (const each of dates) if (each !== date) callOn(someone, each)
    life.parts.figures.meetings += dates.length - 1
    return { dates }
  }
  callOn(someone, date)
  const reply = await viaWord(someone, 'bijeenkomst', 'meeting/plan', values)
  if (taken(reply)) life.parts.figures.meetings += 1
  else life.parts.witness.report(group, ['plan: a series could not be planned'])
}

/** Moves one of the coming meetings by some days, or with all later ones of its series. */
export async function moveOne({ life, group }: Omit<Someone, 'person'>): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  const { chance } = group
  await viaWord({ life, group, person }, 'bijeenkomst', 'meeting/move', (form) => ({
    meeting: someMeeting(form, chance.between(0, 2)),
    date: life.day(group, chance.between(1, 20)),
    from: group.habits.from,
    until: group.habits.until,
    how: chance.is(0.15) ? 'all' : 'only',
  }))
}

export async function cancelOne({ life, group }: Omit<Someone, 'person'>): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  await viaWord({ life, group, person }, 'bijeenkomst', 'meeting/cancel', (form) => ({
    meeting: someMeeting(form, group.chance.between(0, 2)),
  }))
}

function someMeeting(form: Form, wanted: number): string {
  const field = form.fields.find(({ id }) => id === 'meeting')
  const options = field && 'options' in field ? field.options : []
  return (options[wanted] ?? options[0])?.value ?? ''
}
