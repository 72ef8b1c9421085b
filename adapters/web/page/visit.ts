/** Who the visitor is, in which language and where: kept in the address, so that a link or a reload keeps it. */
import type { Language } from '../../../src/contracts/text.ts'
import type { Spot, WireState } from '../wire.ts'

export interface Visit {
  /** Empty until a person is chosen: then the first one. */
  readonly as: string
  readonly language: Language
  /** Empty until a place is chosen: then the first channel. */
  readonly spot: Spot
}

export function readVisit(hash: string): Visit {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  return {
    as: asked.get('as') ?? '',
    language: asked.get('lang') === 'en' ? 'en' : 'nl',
    spot: asked.get('place') ?? '',
  }
}

/** An address may ask for anybody and any place; whoever or whatever is not there is the first that is. */
export function found(visit: Visit, { people, channels, posts }: WireState): Visit {
  const as = people.some(({ user }) => user === visit.as) ? visit.as : (people[0]?.user ?? '')
  const spot = Object.hasOwn(posts, visit.spot) ? visit.spot : (channels[0]?.id ?? 'private')
  return { ...visit, as, spot }
}

export const writeVisit = ({ as, language, spot }: Visit): string =>
  `#${new URLSearchParams({ as, lang: language, place: spot })}`
