/** In the summary of a month: what was given back to the network after its meetings, in its frozen words. */
import { said } from '../../contracts/text.ts'
import { itemsOf } from '../../instrument/instrument.ts'
import { datedMeetings } from '../../meeting/meeting.ts'
import { instrumentOf } from '../../round/engine.ts'
import { type Round, rounds } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { MonthLine, Period, World } from '../feature.ts'
import { hasResult } from './views.ts'

/** A round may be given back later than it closes, when the channel was full: longer than that it never waits. */
const mostLate = 40

export function monthOfEvaluation(world: World, period: Period): readonly MonthLine[] {
  const from = new Date(Math.max(0, Date.parse(period.from) - mostLate * 86_400_000)).toISOString()
  const back = rounds
    .all(world.state)
    .filter((round) => round.feature === 'evaluation' && round.state === 'closed' && hasResult(round))
    .filter(({ closes }) => from <= closes && closes < period.until)
  return [
    ...back.flatMap((round) => quotesTo(round, 'good', 'proud')),
    ...values(world, back),
    ...toTalkAbout(world, back.at(-1), period),
  ]
}

const quotesTo = (round: Round, asked: string, section: 'proud' | 'talk'): readonly MonthLine[] =>
  (round.result?.find(({ item }) => item === asked)?.quotes ?? []).map((words, index) => {
    return { id: `${asked}-${round.id}-${index}`, section, quote: true, text: [said(words)] }
  })

const together = {
  direct: 'month.direct',
  potential: 'month.potential',
  applied: 'month.applied',
  realised: 'month.realised',
  transform: 'month.transform',
} as const

const isValue = (id: string): id is keyof typeof together => Object.hasOwn(together, id)

/** What it brought each of them, in the order of the instrument; and one question to talk about it together. */
function values({ network, state }: World, back: readonly Round[]): readonly MonthLine[] {
  const { language } = network
  const last = back.at(-1)
  if (!last) return []
  const chosenIn = (round: Round) => round.result?.find(({ item }) => item === 'value')?.chosen ?? []
  const item = itemsOf(instrumentOf(state, last)).find(({ id }) => id === 'value')
  const options = item && 'options' in item ? item.options : []
  const lines = options.flatMap(({ id, text }): MonthLine[] => {
    const round = back.findLast((each) => chosenIn(each).includes(id))
    return round
      ? [{ id: `value-${id}-${round.id}`, section: 'value', quote: false, text: text[language] }]
      : []
  })
  const chosen = options.map(({ id }) => id).filter((id) => back.some((each) => chosenIn(each).includes(id)))
  const known = chosen.filter(isValue)
  // None of the five is worth more: each has its turn.
  const turn = known[rounds.all(state).length % Math.max(known.length, 1)]
  if (!turn) return lines
  const text = say(language, 'month.together', { question: label(language, together[turn]) })
  return [...lines, { id: `together-${last.id}`, section: 'talk', quote: false, text }]
}

/** Questions for the next time, as long as that time has not come. */
function toTalkAbout({ state }: World, last: Round | undefined, { until }: Period): readonly MonthLine[] {
  if (!last) return []
  const met = datedMeetings(state).some(({ when }) => last.closes < when.start && when.end < until)
  return met ? [] : quotesTo(last, 'talk', 'talk')
}
