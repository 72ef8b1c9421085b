/** All that `instruments/` holds, read and checked once, at the start. */
import type { Deck } from './deck.ts'
import type { Instrument } from './instrument.ts'
import type { RetroForm } from './retro.ts'

export interface Library {
  /** Questionnaires, by id. */
  readonly instruments: ReadonlyMap<string, Instrument>
  /** Question cards, what picks them, and house rules. */
  readonly deck: Deck
  /** Forms of retro, by id. */
  readonly retros: ReadonlyMap<string, RetroForm>
}
