/** Which card comes: one that the network did not see within a year, that fits the time of year and what was said. */
import { dateOf } from '../../calendar/calendar.ts'
import { type Language, said, type Text } from '../../contracts/text.ts'
import { cardsOf, type Phase } from '../../instrument/deck.ts'
import { rounds } from '../../round/round.ts'
import type { World } from '../feature.ts'
import { type Draw, drawsOf, ownCards, yearAgo } from './records.ts'
import { signalledCards } from './signals.ts'

export interface Card {
  readonly id: string
  readonly theme?: string
  /** A network's own card fits every phase. */
  readonly phase?: Phase
  /** In a network's own words. */
  readonly own: boolean
  question(language: Language): Text
}

function allCards({ state, library }: World): readonly Card[] {
  return [
    ...cardsOf(library.deck).map(
      ({ id, theme, phase, text }): Card => ({
        id,
        theme,
        phase,
        own: false,
        question: (language) => text[language],
      }),
    ),
    ...ownCards.all(state).map(
      ({ id, words, theme }): Card => ({
        id,
        ...(theme && { theme }),
        own: true,
        question: () => [said(words)],
      }),
    ),
  ]
}

/** `undefined` for a card that was removed. */
export const cardOf = (world: World, id: string): Card | undefined =>
  allCards(world).find((card) => card.id === id)

const weeksAround = 4 * 7 * 86_400_000

/**
 * The phase follows the year: *visie* from August to October, *realisatie* from November to April, *evaluatie*
 * around the two monitoring moments: in the four weeks after crosses were placed (meanwhile no cards come), and
 * from May to July, when the second moment and the end of the year come together.
 */
function phaseNow({ state, network, now }: World): Phase {
  const month = Number(dateOf(now, network.zone).slice(5, 7))
  const placed = rounds
    .all(state)
    .some(
      ({ feature, state: so, closes }) =>
        feature === 'monitoring' &&
        so === 'closed' &&
        now.getTime() - new Date(closes).getTime() < weeksAround,
    )
  if (placed || (month >= 5 && month <= 7)) return 'evaluatie'
  return month >= 8 && month <= 10 ? 'visie' : 'realisatie'
}

/**
 * Cards that did not come up within a year. What one person drew in private the others have not seen, so in
 * the channel it may still come; in private it comes again only when nothing else is left.
 */
export function freshCards(world: World, where: Draw['where'], theme?: string): readonly Card[] {
  const lately = drawsOf(world.state).filter(({ at, state }) => at > yearAgo(world.now) || state === 'kept')
  const shownBy = (all: readonly Draw[]) => new Set(all.flatMap(({ cards }) => cards))
  const together = shownBy(lately.filter((each) => each.where !== 'private' || each.state === 'kept'))
  const shown = shownBy(lately)
  const wanted = allCards(world).filter((card) => theme === undefined || card.theme === theme)
  const unseen = wanted.filter(({ id }) => !together.has(id))
  const first = where === 'private' ? unseen.filter(({ id }) => !shown.has(id)) : []
  return first.length > 0 ? first : unseen
}

/** `undefined` when every card has been there this year. */
export function chooseCard(world: World, where: Draw['where'], theme?: string): Card | undefined {
  const fresh = freshCards(world, where, theme)
  const phase = phaseNow(world)
  const signalled = new Set(signalledCards(world.state, world.library.deck))
  const own = ownTurn(world) ? fresh.filter((card) => card.own) : []
  const fits = fresh.filter(({ id }) => signalled.has(id))
  const best = [
    own,
    fits.filter((card) => card.phase === phase),
    fits,
    fresh.filter((card) => card.phase === phase),
    fresh,
  ].find((some) => some.length > 0)
  return best?.[Math.floor(world.random() * best.length)]
}

/** A network's own cards take turns with those of the deck. */
function ownTurn(world: World): boolean {
  const last = drawsOf(world.state).findLast(({ where }) => where !== 'private')
  return last === undefined || !ownCards.get(world.state, last.now)
}
