/** How a network comes to be: somebody types start, and everybody decides for themselves whether to take part. */
import type { Button } from '../../../src/contracts/message.ts'
import type { Person } from '../cast.ts'
import { buttonIn, fill, replyButton, type Someone, taken } from './hands.ts'

/** From now on the network knows them. */
export function known({ group }: Pick<Someone, 'group'>, person: Person): void {
  person.reads = person.language ?? group.language
}

export async function begin(someone: Someone): Promise<void> {
  const { life, group, person } = someone
  const { name, task, regions, zone, free } = group.habits
  const start = replyButton(await life.say(group, person, 'start', group.channel), 'setup/start')
  if (!start) return life.parts.witness.report(group, ['start: there was no way to begin'])
  const steps = [
    { name, ...(task && { task }), language: group.language },
    { regions, zone, minimum: String(group.minimum) },
    { free: free.map(({ from, until }) => (from === until ? from : `${from} - ${until}`)).join('\n') },
  ]
  const reply = await fill(
    someone,
    await life.press(group, person, start),
    ({ step }) => steps[step - 1] ?? {},
  )
  if (!taken(reply)) return life.parts.witness.report(group, ['start: the steps did not end well'])
  person.leads = true
  known(someone, person)
}

/** The introduction stands in the channel: each person in their own time, or never. */
export function decideToJoin({ life, group, person }: Someone, join: Button): void {
  const { chance } = person
  if (!person.leads && !person.keen && chance.is(0.05)) return
  const days = person.leads ? 0 : chance.pick([0, 0, 1, 1, 2, 4, 8])
  life.on(group, life.day(group, days), chance.between(8, 20), chance, () => {
    const choice =
      person.leads || person.keen || chance.is(0.8) ? 'yes' : chance.pick(['later', 'later', 'no'] as const)
    return choose({ life, group, person }, join, choice)
  })
}

export async function choose(
  someone: Someone,
  join: Pick<Button, 'ref' | 'label'>,
  choice: 'yes' | 'later' | 'no',
): Promise<void> {
  const { life, group, person } = someone
  const reply = await fill(someone, await life.press(group, person, join), () => ({ consent: choice }))
  if (!taken(reply)) return
  if (person.consent === 'unasked' && !person.leads) known(someone, person)
  person.consent = choice
  if (choice === 'yes') person.left = false
  else life.parts.witness.withdrew(person.user)
}

/** "You asked me to ask again": yes, no, later still, or silence. */
export function askedAgain(someone: Someone, message: Parameters<typeof buttonIn>[0]): void {
  const join = buttonIn(message, 'membership/consent')
  const { life, person } = someone
  const { chance } = person
  if (!join || chance.is(0.2)) return
  const choice = chance.pick(['yes', 'yes', 'yes', 'no', 'later'] as const)
  life.at(life.now.getTime() + chance.between(5, 600) * 60_000, chance, () => choose(someone, join, choice))
}
