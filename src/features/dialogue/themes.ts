/** From what somebody typed to the theme they mean, in either language. */
import leven from 'leven'
import type { Language } from '../../contracts/text.ts'
import type { Deck, Theme } from '../../instrument/deck.ts'

/** As many as fit beside each other as buttons. */
const mostOffered = 3
/** Shorter words ("en", "in") say nothing about a theme. */
const tellingLength = 4
/** No name of a theme is longer. */
const longest = 60

const simple = (words: string): string =>
  words.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase().slice(0, longest)

const names = ({ id, text }: Theme): readonly string[] => [id, text.nl, text.en].map(simple)

const telling = ({ text }: Theme): readonly string[] =>
  [text.nl, text.en].flatMap((name) =>
    simple(name)
      .split(' ')
      .filter((part) => part.length >= tellingLength),
  )

export type FoundTheme = { readonly theme: Theme } | { readonly nearest: readonly Theme[] }

/** The one theme that the words fit, or those that come nearest. */
export function findTheme({ themes }: Deck, typed: string): FoundTheme {
  const wanted = simple(typed)
  const called = themes.find((theme) => names(theme).includes(wanted))
  if (called) return { theme: called }
  const fitting = [
    themes.filter((theme) => telling(theme).includes(wanted)),
    themes.filter(
      (theme) => wanted.length >= tellingLength && telling(theme).some((part) => part.startsWith(wanted)),
    ),
  ].find((some) => some.length > 0)
  const [only] = fitting ?? []
  if (only && fitting?.length === 1) return { theme: only }
  const far = (theme: Theme) =>
    Math.min(...[...names(theme), ...telling(theme)].map((name) => leven(wanted, name)))
  const others = themes.toSorted((a, b) => far(a) - far(b))
  return { nearest: [...new Set([...(fitting ?? []), ...others])].slice(0, mostOffered) }
}

export const themeName = ({ text }: Theme, language: Language): string =>
  text[language].charAt(0).toUpperCase() + text[language].slice(1)
