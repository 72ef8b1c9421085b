/** Being away for a while, leaving, and coming back. */
import type { Person } from '../cast.ts'
import { choose } from './begin.ts'
import { asked, fill, minutes, replyButton, type Someone, taken, viaWord } from './hands.ts'

/** Quiet until a day; some come back sooner by themselves. */
export async function rest(someone: Someone): Promise<void> {
  const { life, group, person } = someone
  const { chance } = person
  if (person.consent !== 'yes' || person.left) return
  const until = life.day(group, chance.between(3, 40))
  const reply = chance.is(0.5)
    ? await life.say(group, person, `pauze ${until}`)
    : await viaWord(someone, 'pauze', 'pause/until', (form) => asked(form, { until, for: 'me' }))
  if (!taken(reply)) return
  person.paused = until
  if (chance.is(0.25))
    life.at(life.now.getTime() + minutes(chance.between(1500, 9000)), chance, async () => {
      const back = await viaWord(someone, 'pauze', 'pause/until', (form) => asked(form, { for: 'me' }))
      if (taken(back)) delete person.paused
    })
}

function gone(someone: Someone): void {
  const { life, person } = someone
  person.leads = false
  person.coaches = false
  life.parts.witness.withdrew(person.user)
}

/** Some come back after weeks, through the button that still stands in the channel. */
function returning(someone: Someone, odds: number): void {
  const { life, group, person } = someone
  const { chance } = person
  if (group.id === undefined || !chance.is(odds)) return
  const join = {
    ref: `${group.id}/membership/consent`,
    label: group.language === 'nl' ? 'Doe je mee?' : 'Join?',
  }
  life.at(life.now.getTime() + minutes(chance.between(9, 60) * 1440), chance, () =>
    choose(someone, join, 'yes'),
  )
}

/** `privacy`, and then Stop. */
export async function stop(someone: Someone): Promise<void> {
  const { life, group, person } = someone
  const button = replyButton(await life.say(group, person, 'privacy'), 'privacy/stop')
  if (!button || !here(person)) return
  if (!taken(await life.press(group, person, button))) return
  person.consent = 'no'
  gone(someone)
  returning(someone, 0.5)
}

/** `privacy`, and then Erase all. */
export async function eraseAll(someone: Someone): Promise<void> {
  const { life, group, person } = someone
  const button = replyButton(await life.say(group, person, 'privacy'), 'privacy/erase')
  if (!button || !here(person)) return
  const reply = await fill(someone, await life.press(group, person, button), () => ({ sure: 'yes' }))
  if (!taken(reply)) return
  person.consent = 'unasked'
  delete person.paused
  person.reads = person.language ?? group.language
  gone(someone)
  returning(someone, 0.5)
}

/** The platform says that they are no longer in the channel. */
export async function disappear(someone: Someone): Promise<void> {
  const { life, group, person } = someone
  if (!here(person)) return
  await life.happens(group, person, { kind: 'person-left' })
  person.left = true
  gone(someone)
  returning(someone, 0.5)
}

const here = ({ consent, left, leads }: Person): boolean => !left && (consent === 'yes' || leads)
