/** All that `instruments/` holds, read and checked once, at the start. */
import type { Instrument } from './instrument.ts'

export interface Library {
  /** Questionnaires, by id. */
  readonly instruments: ReadonlyMap<string, Instrument>
}
