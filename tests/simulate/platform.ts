/** What a school year of a keen network of eight must bring on every platform, seen from where its people look. */
import { expect, it } from 'vitest'
import { type Language, languages } from '../../src/contracts/text.ts'
import { liveYear, type Platform, wholeYear } from './year.ts'

const words = {
  nl: {
    picture: /Ons beeld van (\p{L}+)/u,
    results: 'Zo keken jullie terug',
    taken: 'Dit nemen jullie mee',
  },
  en: {
    picture: /Our picture of (\p{L}+)/u,
    results: 'How you looked back',
    taken: 'You take this with you',
  },
} as const satisfies Readonly<Record<Language, object>>

const happens = [
  ...(['retrosNow', 'retrosDays', 'summaries', 'cards', 'carried'] as const),
  ...(['refused', 'duplicates', 'restarts'] as const),
]

/** Refusals, cut lines, double presses and the bot being away are part of it. */
export function livesAYearOn(platform: Platform): void {
  it.each(languages)(`a school year on ${platform}, in %s`, { timeout: 600_000 }, async (language) => {
    const { broken, figures, reads } = await liveYear({
      ...{ networks: 1, seed: '1', days: wholeYear, sync: false, platform },
      followed: { language, keen: true },
    })
    expect(broken).toEqual([])
    const [channel = []] = reads
    const { picture, results, taken } = words[language]
    const months = channel.flatMap((message) => picture.exec(message)?.[1] ?? [])
    expect(new Set(months).size).toBeGreaterThanOrEqual(2)
    const count = (said: string) => channel.filter((message) => message.includes(said)).length
    expect(count(results)).toBeGreaterThan(2)
    expect(count(taken)).toBeGreaterThanOrEqual(2)
    const none = happens.filter((each) => figures[each] === 0)
    expect(none).toEqual([])
  })
}
