/** When the harvest opens and closes: once a school year, in the first weeks of June. */
import { dateOf, momentOf, schoolDayAfter, schoolHours, schoolYearOf } from '../../calendar/calendar.ts'
import { type Change, withChanges } from '../../contracts/store.ts'
import { asksEveryoneOn, datedMeetings } from '../../meeting/meeting.ts'
import { firstRoom, hasRoom } from '../../network/attention.ts'
import { members, participants, takesPart } from '../../network/member.ts'
import { closeRound, openRound } from '../../round/engine.ts'
import { harvestLapses, harvestName } from '../../round/harvest.ts'
import { type Round, rounds } from '../../round/round.ts'
import { stories, storiesTo, type Tale, tales } from '../../story/story.ts'
import type { Occurrence, Outcome, Post, World } from '../feature.ts'
import { askAll, giveBack, planClosing, roundPosts } from '../round-life.ts'
import { reminding } from './answer.ts'
import { feature, invitation, result } from './views.ts'

/** The first days of June are for the summary of May. */
const season = { from: '06-03', anyWeek: '06-14' } as const
/** School days to answer in. */
const openDays = 8

const instrumentId = 'harvest'

export function planHarvest(world: World): readonly Occurrence[] {
  return [...planClosing(world, feature), ...opening(world), ...withdrawing(world)]
}

/** Somebody who no longer takes part takes their story along; and so goes one whose harvest does not come. */
function withdrawing({ state, network, now }: World): readonly Occurrence[] {
  return stories.all(state).flatMap(({ id, member, round }): Occurrence[] => {
    const writer = members.get(state, member)
    const withdraw = { kind: 'withdraw', about: id, anytime: true } as const
    if (!writer || !takesPart(writer)) return [{ ...withdraw, at: now }]
    return rounds.get(state, round) ? [] : [{ ...withdraw, at: harvestLapses(round, network) }]
  })
}

export const withdrawStory = (_world: World, about: string): Outcome => ({ changes: [stories.remove(about)] })

/** Of a network that met this year; not in a week of a meeting, nor while something else is asked. */
function opening(world: World): readonly Occurrence[] {
  const { state, network, calendar, now } = world
  const year = schoolYearOf(dateOf(now, network.zone))
  const about = harvestName(network, year)
  const [began, ends] = year.split('-')
  const held = rounds.all(state).some((round) => round.feature === feature && round.about === about)
  const met = datedMeetings(state).some(
    ({ when }) => when.start >= `${began}-08-01` && new Date(when.end) <= now,
  )
  if (held || !met) return []
  const busy = rounds.all(state).flatMap((round) => (round.state === 'open' ? [round.closes] : []))
  // It asks everyone, so nobody may have had their share already.
  const asked = ['channel', 'everyone', ...participants(state).map(({ id }) => id)]
  const room = (date: string) =>
    (world.reserved(date) === 0 || date > `${ends}-${season.anyWeek}`) &&
    !asksEveryoneOn(state, date, calendar, network.zone) &&
    busy.every((closes) => dateOf(new Date(closes), network.zone) < date) &&
    asked.every((to) => hasRoom(state, to, date, world.reserved(date)))
  const first = schoolDayAfter(calendar, `${ends}-${season.from}`, 0)
  const at = firstRoom(world, momentOf(first, schoolHours.usual, network.zone), room)
  return [{ kind: 'open', about, at, until: harvestLapses(about, network) }]
}

/** The round bears the name of its harvest, under which stories may be there already. */
export function open(world: World, about: string): Outcome {
  const { calendar, library, network, now } = world
  const instrument = library.instruments.get(instrumentId)
  if (!instrument) throw new Error(`the instrument ${instrumentId} is missing`)
  const today = dateOf(now, network.zone)
  const closes = momentOf(schoolDayAfter(calendar, today, openDays), schoolHours.usual, network.zone)
  const moments = { opened: now.toISOString(), closes: closes.toISOString() }
  const opened = openRound({ id: about, feature, about, ...moments, aloud: false }, instrument)
  return askAll(world, opened, invitation)
}

/** Gives back what may be shown: answers from the minimum on, and the stories whose writers wanted that. */
export function close(world: World, roundId: string): Outcome {
  const { network, state } = world
  const round = rounds.get(state, roundId)
  if (round?.feature !== feature || round.state === 'closed') return {}
  const closed = closeRound(state, round, network.minimum, world.random)
  const changes = [...closed.changes, ...toTales(world, round)]
  const after = { ...world, state: withChanges(state, changes) }
  return giveBack(world, round, changes, result(after, closed.round))
}

/** Cuts the tie with who wrote without their name, and forgets what was for nobody. */
function toTales(world: World, round: Round): readonly Change[] {
  const all = storiesTo(world.state, round.id)
  const shown = all.flatMap((story): Tale[] => {
    const writer = members.get(world.state, story.member)
    if (!writer || !takesPart(writer) || story.share === 'nobody') return []
    return [
      {
        id: world.newId(),
        round: round.id,
        parts: story.parts,
        outside: story.share === 'outside',
        ...(story.named && { by: { member: writer.id, name: writer.name } }),
      },
    ]
  })
  // By their words, so that the order says nothing of who or when.
  const ordered = shown.toSorted((a, b) => (a.parts.join() < b.parts.join() ? -1 : 1))
  return [...all.map(({ id }) => stories.remove(id)), ...ordered.map(tales.put)]
}

export const livePosts = (world: World): readonly Post[] =>
  rounds
    .all(world.state)
    .filter((round) => round.feature === feature)
    .slice(-1)
    .flatMap((round) => roundPosts(world, round, reminding, { invitation, result }))
