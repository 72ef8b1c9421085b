/**
 * What the network brings, for each of us and for us together: asked with the second round of a school year, read
 * with its picture. The five values keep the order of their source; nothing is counted and none comes first.
 */
import { dateOf, schoolYearOf } from '../../calendar/calendar.ts'
import type { Block } from '../../contracts/message.ts'
import { join, type Language, said, type Text } from '../../contracts/text.ts'
import { type Instrument, type Item, itemsOf } from '../../instrument/instrument.ts'
import { closedRounds, type Round } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { MonthLine, World } from '../feature.ts'
import { feature } from './record.ts'

const instrumentId = 'values'

const values = ['direct', 'potential', 'applied', 'realised', 'transform'] as const
const sides = ['me', 'us'] as const
type Side = (typeof sides)[number]

/** As many answers to one question as read quietly in a channel. */
const mostAnswers = 2

/** From here to the summer a round is the last one of its year, also when it is the first. */
const [lateFrom, yearEnds] = ['05-01', '07-31']

/** The questions that a round which opens now asks too. */
export function valuesForRound({ library, network, now, state }: World): Instrument | undefined {
  const today = dateOf(now, network.zone)
  const late = today.slice(5) >= lateFrom && today.slice(5) <= yearEnds
  const second = closedRounds(state, feature).some(
    ({ opened }) => schoolYearOf(dateOf(new Date(opened), network.zone)) === schoolYearOf(today),
  )
  if (!late && !second) return undefined
  const instrument = library.instruments.get(instrumentId)
  if (!instrument) throw new Error(`the instrument ${instrumentId} is missing`)
  return instrument
}

const idOf = (value: (typeof values)[number], side: Side): string => `value-${value}-${side}`
const valueIds: readonly string[] = sides.flatMap((side) => values.map((value) => idOf(value, side)))

export const asksValues = (items: readonly Item[]): boolean => items.some(({ id }) => valueIds.includes(id))

/** What may be shown of one side: the values that enough people said something to, in their order. */
const shownOf = ({ result = [] }: Round, side: Side) =>
  values.flatMap((value) => {
    const id = idOf(value, side)
    const quotes = result.find(({ item }) => item === id)?.quotes ?? []
    return quotes.length === 0 ? [] : [{ id, name: `value.${value}` as const, quotes }]
  })

export const hasValues = (round: Round): boolean => sides.some((side) => shownOf(round, side).length > 0)

/** In the channel: a few answers to each, under two headings. */
export function valueBlocks(round: Round, language: Language): readonly Block[] {
  if (!hasValues(round)) return []
  const all = sides.map((side) => ({ side, shown: shownOf(round, side) }))
  const more = all.some(({ shown }) => shown.some(({ quotes }) => quotes.length > mostAnswers))
  return [
    { tag: 'heading', text: label(language, 'values.title') },
    ...all.flatMap(({ side, shown }): Block[] => {
      const facts = shown.map(({ name, quotes }) => ({
        name: label(language, name),
        value: join(quotes.slice(0, mostAnswers).map(quoted), ' '),
      }))
      if (facts.length === 0) return []
      return [
        { tag: 'paragraph', text: label(language, `values.${side}`) },
        { tag: 'facts', facts },
      ]
    }),
    ...(more ? [{ tag: 'context' as const, text: say(language, 'values.more') }] : []),
  ]
}

const quoted = (words: string): Text => ['“', said(words), '”']

/** Every answer under its question. */
export function allValues(round: Round, instrument: Instrument, language: Language): Block[] {
  const questions = new Map(itemsOf(instrument).map(({ id, text }) => [id, text[language]]))
  return sides.flatMap((side): Block[] => {
    const blocks = shownOf(round, side).flatMap(({ id, name, quotes }): Block[] => {
      const fills = { name: label(language, name), question: questions.get(id) ?? '' }
      return [
        { tag: 'context', text: say(language, 'values.question', fills) },
        { tag: 'quotes', quotes: quotes.map(said) },
      ]
    })
    return blocks.length > 0 ? [{ tag: 'heading', text: label(language, `values.${side}`) }, ...blocks] : []
  })
}

/** The answers that stood in the channel. */
export const monthOfValues = (round: Round): readonly MonthLine[] =>
  sides.flatMap((side) =>
    shownOf(round, side).flatMap(({ id, quotes }) =>
      quotes.slice(0, mostAnswers).map((words, index): MonthLine => {
        return { id: `${id}-${round.id}-${index}`, section: 'value', quote: true, text: [said(words)] }
      }),
    ),
  )
