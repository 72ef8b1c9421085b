/** What comes up by itself: the reveal after two school days, and a kind end to what was left halfway. */
import { dateOf, inSchoolHours, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { Message } from '../../contracts/message.ts'
import { datedMeetings } from '../../meeting/meeting.ts'
import { type Member, members } from '../../network/member.ts'
import { may } from '../../network/rights.ts'
import { led } from '../../retro/machine.ts'
import { openRetro, type Retro, retros } from '../../retro/retro.ts'
import { dayName } from '../../text/dates.ts'
import { say } from '../../text/say.ts'
import type { Occurrence, Outcome, World } from '../feature.ts'
import { oneLine } from '../reply.ts'
import { closeNow } from './finish.ts'
import { onward } from './led.ts'
import { isThere, opening, runningOf } from './running.ts'

/** School days after which somebody who leads hears of it, and after which it closes (storyboard §6). */
const sleepDays = 1
const closeDays = 3
/** A meeting further away than this is not the one they will talk in. */
const meetingWithin = 10
/** After two weeks nobody waits for a reveal any more. */
const tooLate = 14 * 86_400_000

export function planRetro(world: World): readonly Occurrence[] {
  const retro = openRetro(world.state)
  if (!retro) return []
  const about = `${retro.id}.${retro.revision}`
  if (retro.reveals) {
    const at = inSchoolHours(world.calendar, new Date(retro.reveals), world.network.zone)
    const until = new Date(at.getTime() + tooLate)
    return [
      { kind: 'reveal', about, at, until },
      { kind: 'close', about, at: until },
    ]
  }
  const closes = onDay(world, retro, closeDays)
  const asleep: Occurrence = { kind: 'sleep', about, at: onDay(world, retro, sleepDays), until: closes }
  return [...(retro.slept || !toldOf(world, retro) ? [] : [asleep]), { kind: 'close', about, at: closes }]
}

/** So many school days after they were last busy with it, or after the meeting in which they will be. */
function onDay(world: World, retro: Retro, days: number): Date {
  const { calendar, network } = world
  const day = schoolDayAfter(calendar, lastDay(world, retro), days)
  return momentOf(day, schoolHours.usual, network.zone)
}

function lastDay({ state, calendar, network }: World, { moved, pace }: Retro): string {
  const busy = dateOf(new Date(moved), network.zone)
  const meeting = datedMeetings(state).find(({ when }) => when.end > moved)
  const day = meeting && dateOf(new Date(meeting.when.end), network.zone)
  const talk = pace === 'days' && day !== undefined && day <= schoolDayAfter(calendar, busy, meetingWithin)
  return talk ? day : busy
}

/** Who hears that it was left halfway: whoever leads, or else somebody who can take it over. */
function toldOf(world: World, { facilitator }: Retro): Member | undefined {
  const leads = members.all(world.state).filter((each) => may(each, 'lead'))
  return [members.get(world.state, facilitator), ...leads]
    .filter((each) => isThere(world, each))
    .find(({ reach }) => reach !== 'no')
}

const retroIn = (world: World, about: string) => runningOf(world, about.split('.')[0])

export function revealNow(world: World, about: string): Outcome {
  const running = retroIn(world, about)
  if (!running) return {}
  const { retro, messages } = onward(world, running)
  return { changes: [retros.put(led(retro, world.now))], messages }
}

export function sleep(world: World, about: string): Outcome {
  const running = retroIn(world, about)
  const person = running && toldOf(world, running.retro)
  if (!running || !person) return {}
  const slept: Retro = { ...running.retro, slept: true }
  return {
    changes: [retros.put(slept)],
    messages: [{ to: { member: person.id }, message: sleepWord(world, slept, person) }],
  }
}

function sleepWord(world: World, retro: Retro, { language }: Member): Message {
  const day = dayName(language, onDay(world, retro, closeDays), world.network.zone)
  const text = say(language, 'retro.sleep', { day })
  const buttons = [
    opening(world, 'lead', retro, language, 'form.next', true),
    opening(world, 'finish', retro, language, 'retro.do.finish'),
  ]
  return oneLine(language, text, buttons)
}

/** Closes by itself: what was seen and agreed stays, what nobody saw goes. */
export function closeAsleep(world: World, about: string): Outcome {
  const running = retroIn(world, about)
  return running ? closeNow(world, running.retro, true) : {}
}
