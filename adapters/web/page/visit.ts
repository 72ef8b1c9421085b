/** Who the visitor is, in which language and where: kept in the address, so that a link or a reload keeps it. */
import type { Language } from '../../../src/contracts/text.ts'
import type { Spot } from '../wire.ts'

export interface Visit {
  /** Empty until a person is chosen: then the first one. */
  readonly as: string
  readonly language: Language
  readonly spot: Spot
}

export function readVisit(hash: string): Visit {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  return {
    as: asked.get('as') ?? '',
    language: asked.get('lang') === 'en' ? 'en' : 'nl',
    spot: asked.get('place') === 'private' ? 'private' : 'channel',
  }
}

export const writeVisit = ({ as, language, spot }: Visit): string =>
  `#${new URLSearchParams({ as, lang: language, place: spot })}`
