/**
 * The **deck** of question cards as data: twelve themes, two cards for every phase, Dutch and English side by
 * side, every card with its source; which cards fit what a network said; and the house rules for dialogue. The
 * file is `instruments/decks/dialogue.yaml`.
 */
import { z } from 'zod'

const wording = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
const source = z.string().trim().min(1)

/** Where do we want to go, how do we go about it, what did it bring: domain words, the same in both languages. */
export const phaseIds = ['visie', 'realisatie', 'evaluatie'] as const
export type Phase = (typeof phaseIds)[number]

const themes = 12
const perPhase = 2

const cardId = z.string().regex(/^[A-Z]{2}-[A-Z]\d$/, 'write a card as DO-V1')
const some = z.array(cardId).min(1).readonly()

const deckFile = z.strictObject({
  id: z.string().min(1),
  version: z.int().min(1),
  title: wording,
  source,
  /** Full names by short name. */
  sources: z.record(z.string(), source),
  phases: z.array(z.strictObject({ id: z.enum(phaseIds), text: wording, ask: wording })).readonly(),
  themes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]{2}$/, 'write a theme as DO'),
        text: wording,
        cards: z
          .array(z.strictObject({ id: cardId, phase: z.enum(phaseIds), text: wording, source }))
          .readonly(),
      }),
    )
    .readonly(),
  signals: z.strictObject({
    /** By line: the wish lies to the right of most crosses, or to the left. */
    lines: z.record(z.string(), z.strictObject({ right: some, left: some })),
    time: some,
    direct: some,
    room: some,
  }),
  rules: z
    .array(z.strictObject({ id: z.string().min(1), text: wording, source }))
    .min(1)
    .readonly(),
})

type DeckFile = z.infer<typeof deckFile>
type Path = (string | number)[]

/** What a deck file must hold; its problems carry the path of the field. */
export const deckSchema = deckFile.superRefine((deck, context) => {
  for (const { message, path } of [...misshapen(deck), ...unknown(deck)])
    context.addIssue({ code: 'custom', message, path })
})

interface Problem {
  readonly message: string
  readonly path: Path
}

/** Twelve themes, two cards for each phase, every id once. */
function misshapen(deck: DeckFile): readonly Problem[] {
  const found: Problem[] = []
  const seen = new Set<string>()
  const once = (id: string, path: Path) => {
    if (seen.has(id)) found.push({ message: `the id "${id}" is used twice`, path })
    seen.add(id)
  }
  if (deck.themes.length !== themes)
    found.push({ message: `there are ${deck.themes.length} themes, not ${themes}`, path: ['themes'] })
  for (const phase of phaseIds)
    if (deck.phases.filter(({ id }) => id === phase).length !== 1)
      found.push({ message: `the phase "${phase}" must be there once`, path: ['phases'] })
  for (const [index, theme] of deck.themes.entries()) {
    once(theme.id, ['themes', index, 'id'])
    for (const [card, { id }] of theme.cards.entries()) once(id, ['themes', index, 'cards', card, 'id'])
    for (const phase of phaseIds) {
      const count = theme.cards.filter((card) => card.phase === phase).length
      const message = `"${theme.id}" has ${count} cards for ${phase}, not ${perPhase}`
      if (count !== perPhase) found.push({ message, path: ['themes', index, 'cards'] })
    }
  }
  for (const [index, { id }] of deck.rules.entries()) once(id, ['rules', index, 'id'])
  return found
}

/** Names of cards and sources that are nowhere in the file. */
function unknown(deck: DeckFile): readonly Problem[] {
  const cards = new Set(deck.themes.flatMap((theme) => theme.cards.map(({ id }) => id)))
  const { lines, ...others } = deck.signals
  const missing = (ids: readonly string[], path: Path) =>
    ids.flatMap((id, index) =>
      cards.has(id) ? [] : [{ message: `there is no card "${id}"`, path: [...path, index] }],
    )
  const sourced = [
    ...deck.rules.map((rule, index) => ({ text: rule.source, path: ['rules', index, 'source'] })),
    ...deck.themes.flatMap((theme, index) =>
      theme.cards.map((card, at) => ({ text: card.source, path: ['themes', index, 'cards', at, 'source'] })),
    ),
  ]
  return [
    ...Object.entries(others).flatMap(([signal, ids]) => missing(ids, ['signals', signal])),
    ...Object.entries(lines).flatMap(([line, { right, left }]) => [
      ...missing(right, ['signals', 'lines', line, 'right']),
      ...missing(left, ['signals', 'lines', line, 'left']),
    ]),
    ...sourced.flatMap(({ text, path }) =>
      text
        .split(';')
        .map((part) => part.trim().split(' ')[0] ?? '')
        .filter((name) => deck.sources[name] === undefined)
        .map((name) => ({ message: `there is no source "${name}"`, path })),
    ),
  ]
}

export type Deck = Readonly<DeckFile>
export type Theme = Deck['themes'][number]
export type DeckCard = Theme['cards'][number] & { readonly theme: string }

export const cardsOf = (deck: Deck): readonly DeckCard[] =>
  deck.themes.flatMap((theme) => theme.cards.map((card) => ({ ...card, theme: theme.id })))
