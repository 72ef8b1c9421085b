/** Leading a network: planning its year, handing over, somebody else taking over, settings, a rest for all. */
import type { Button } from '../../../src/contracts/message.ts'
import type { Group } from '../cast.ts'
import type { Life } from '../life.ts'
import { known } from './begin.ts'
import { leaderOf, minutes, type Someone, taken, takingPart, viaWord } from './hands.ts'
import { planMeetings } from './plan.ts'

const planned = new WeakSet<Group>()

/** After the bot said that all is ready, or by themselves: the first series. */
export function planFirst(someone: Someone): void {
  const { life, group, person } = someone
  const { chance } = group
  if (planned.has(group)) return
  planned.add(group)
  const plan = async () => {
    const { repeat } = group.habits
    // Somebody else may lead by now.
    const leader = leaderOf(group) ?? person
    await planMeetings({ ...someone, person: leader }, life.day(group, chance.between(2, 12)), repeat)
    if (repeat === 'once') for (const days of [30, 75, 130, 200]) again(days)
  }
  const again = (days: number) =>
    life.at(life.now.getTime() + days * 86_400_000, chance, async () => {
      const leader = leaderOf(group)
      if (leader) await planMeetings({ ...someone, person: leader }, life.day(group, 6), 'once')
    })
  life.at(life.now.getTime() + minutes(chance.between(5, 3000)), person.chance, plan, true)
}

/** Nobody leads: after a day or so somebody presses the button, sometimes two of them. */
export function takeOver(life: Life, group: Group, button: Button): void {
  const candidates = group.chance.shuffle(takingPart(group)).slice(0, group.chance.is(0.3) ? 2 : 1)
  for (const person of candidates)
    life.at(life.now.getTime() + minutes(person.chance.between(20, 4000)), person.chance, async () => {
      const free = leaderOf(group) === undefined
      await life.press(group, person, button)
      if (free && person.consent === 'yes' && !person.left) person.leads = true
    })
}

/** Somebody else becomes teamleider or coach. */
export async function giveRole(life: Life, group: Group, role: 'over' | 'coach'): Promise<void> {
  const person = leaderOf(group)
  const other = group.chance.shuffle(takingPart(group)).find((each) => each !== person && !each.leads)
  if (!person || !other) return
  const reply = await viaWord({ life, group, person }, 'leden', 'membership/role', (form) => {
    const field = form.fields.find(({ id }) => id === 'who')
    const options = field && 'options' in field ? field.options : []
    return { who: options.find(({ label }) => label === other.name)?.value ?? '', role }
  })
  if (!taken(reply)) return
  other.coaches = role === 'coach'
  other.leads = role === 'over'
  if (role === 'over') person.leads = false
}

/** The whole network rests for some weeks. */
export async function restAll(life: Life, group: Group): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  const [from, back] = [life.day(group), life.day(group, group.chance.between(7, 21))]
  const values = { until: back, for: 'network' }
  const reply = await viaWord({ life, group, person }, 'pauze', 'pause/until', () => values)
  if (!taken(reply)) return
  const last = new Date(Date.parse(`${back}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  group.pause = { from, until: last }
}

/** From now on the channel is in the other language. */
export async function otherLanguage(life: Life, group: Group): Promise<void> {
  const person = leaderOf(group)
  if (!person) return
  const other = group.language === 'nl' ? 'en' : 'nl'
  group.language = other
  // Who is not known yet reads what the network reads.
  for (const each of group.people) if (each.consent === 'unasked' && !each.leads) known({ group }, each)
  await life.say(group, person, `instellingen taal ${other}`)
}

/** Through the form of the settings: another minimum group. */
export async function otherMinimum(life: Life, group: Group): Promise<void> {
  const person = leaderOf(group)
  if (!person || group.id === undefined) return
  const minimum = group.minimum === 4 ? 6 : 4
  const reply = await viaWord({ life, group, person }, 'instellingen', 'setup/change', (form) => ({
    ...Object.fromEntries(
      form.fields.flatMap((field) =>
        'value' in field && field.value !== undefined ? [[field.id, field.value]] : [],
      ),
    ),
    ...(form.step === 2 && { minimum: String(minimum) }),
  }))
  if (taken(reply)) group.minimum = minimum
}
