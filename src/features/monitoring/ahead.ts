/** A picture without a conclusion comes back once; and what a month tells of the Dimensieraamwerk. */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import { said } from '../../contracts/text.ts'
import { comingMeetings } from '../../meeting/meeting.ts'
import { hasCoach, members, rests } from '../../network/member.ts'
import { type Round, rounds } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { BeforeMeeting, MonthLine, Occurrence, Outcome, Period, World } from '../feature.ts'
import { button } from '../reply.ts'
import { feature, hasPicture, type RoundOutcome, roundOutcomes } from './record.ts'
import { monthOfValues } from './values.ts'
import { does } from './views.ts'

interface Waits {
  readonly round: Round
  readonly outcome: RoundOutcome
}

/** The last round, while its picture (or the board) has no conclusion. */
function withoutConclusion({ state }: World): Waits | undefined {
  const outcome = roundOutcomes
    .all(state)
    .toSorted((a, b) => (a.closed < b.closed ? -1 : 1))
    .at(-1)
  const round = outcome && rounds.get(state, outcome.id)
  return round && outcome.conclusion === undefined ? { round, outcome } : undefined
}

/** Before the next meeting, once. */
export function pictureWaits(world: World): BeforeMeeting | undefined {
  const waits = withoutConclusion(world)
  if (!waits || waits.outcome.said || !hasPicture(waits.round)) return undefined
  const { language } = world.network
  return {
    blocks: [{ tag: 'paragraph', text: say(language, 'dsl.open') }],
    buttons: [does(world, waits.round, language, 'conclude', 'dsl.conclude.button')],
    changes: [roundOutcomes.put({ ...waits.outcome, said: true })],
  }
}

/** School days in which a meeting comes soon enough, and in which a word about it still makes sense. */
const soon = 10
const late = 5
/** School days in which they may come to it by themselves. */
const quiet = 3

/** Some days after the close, to teamleider and coach, if no meeting comes soon (storyboard 4.8). */
export function planTalk(world: World): readonly Occurrence[] {
  const { calendar, network, now, state } = world
  const waits = withoutConclusion(world)
  if (!waits || waits.outcome.told || !hasPicture(waits.round)) return []
  const { closed } = waits.outcome
  const limit = momentOf(schoolDayAfter(calendar, closed, soon), schoolHours.until, network.zone)
  const meets = comingMeetings(state, now).some(({ when }) => when && new Date(when.start) <= limit)
  if (meets) return []
  const on = (count: number) =>
    momentOf(schoolDayAfter(calendar, closed, count), schoolHours.usual, network.zone)
  return [{ kind: 'talk', about: waits.round.id, at: on(quiet), until: on(quiet + late) }]
}

export function talk(world: World, about: string): Outcome {
  const outcome = roundOutcomes.get(world.state, about)
  if (!outcome) return {}
  return {
    changes: [roundOutcomes.put({ ...outcome, told: true })],
    messages: leads(world).map((person) => {
      const { id, language } = person
      const text = say(language, 'dsl.talk')
      const plan = button(world.network, 'meeting', 'plan', [], {
        label: label(language, 'plan.new'),
        opens: 'form',
      })
      return {
        to: { member: id },
        message: {
          language,
          summary: text,
          blocks: [
            { tag: 'paragraph', text },
            ...(hasCoach(world.state, person)
              ? [{ tag: 'paragraph' as const, text: say(language, 'dsl.coach') }]
              : []),
            { tag: 'buttons', buttons: [plan] },
          ],
        },
      }
    }),
  }
}

/** Teamleider and coach, as far as they are not resting today. */
export function leads({ network, now, state }: World) {
  const today = dateOf(now, network.zone)
  return members
    .all(state)
    .filter((person) => person.roles.length > 0 && !person.left && !rests(person, today))
}

/** That it was done, what it brings and the conclusion, in the network's own words. */
export function monthLines({ network, state }: World, { from, until }: Period): readonly MonthLine[] {
  const [first, end] = [from, until].map((instant) => dateOf(new Date(instant), network.zone))
  return roundOutcomes.all(state).flatMap(({ id, closed, conclusion }): MonthLine[] => {
    if (!first || !end || closed < first || closed >= end) return []
    const round = rounds.get(state, id)
    const text = say(network.language, 'month.monitoring')
    const done = { section: 'did', text, quote: false, at: closed } as const
    return [
      { id: `${feature}-done-${id}`, ...done },
      ...(round ? monthOfValues(round) : []),
      ...(conclusion
        ? [
            {
              id: `${feature}-conclusion-${id}`,
              section: 'talk',
              text: [said(conclusion)],
              quote: true,
            } as const,
          ]
        : []),
    ]
  })
}
